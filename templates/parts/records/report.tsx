import type { Reference } from '../../../src/publish/bibliography/reference.ts'
import { pageAddress } from '../../page-addresses.ts'
import { A, useSite } from '../../site-context.tsx'

/** A prepared e-mail where site.yaml gives an address, else the page that says who to contact. */
export function Report({ about }: { about: Pick<Reference, 'title' | 'url'> }) {
  const { site } = useSite()
  if (site.reportTo === null) return <A to={pageAddress.corrections()}>Report a mistake</A>
  const subject = encodeURIComponent(`A mistake in “${about.title}”`)
  return (
    <a href={`mailto:${site.reportTo}?subject=${subject}&body=${encodeURIComponent(`${about.url}\n\n`)}`}>
      Report a mistake
    </a>
  )
}
