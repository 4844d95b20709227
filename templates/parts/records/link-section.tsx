import type { Link } from '../../site-context.tsx'
import { Links } from './joined.tsx'

/** Links under a heading, joined as in a sentence; nothing where there are none. */
export function LinkSection({ id, title, links }: { id: string; title: string; links: Link[] }) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>
        <Links links={links} />
      </p>
    </section>
  )
}
