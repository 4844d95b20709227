import { pageAddress } from '../../page-addresses.ts'
import { A } from '../../site-context.tsx'

/** Other names for the same. */
export function Variants({ variants }: { variants: string[] }) {
  if (variants.length === 0) return null
  return (
    <section aria-labelledby="names_">
      <h2 id="names_">Also known as</h2>
      <p class="small">{variants.join(' · ')}</p>
    </section>
  )
}

/** A record that no person has checked: the page says so. */
export function Unverified({ kind }: { kind: 'network' | 'person' | 'publisher' }) {
  return (
    <p class="note">
      We recognised this {kind} by its name alone, and no one has checked it yet.{' '}
      <A to={`${pageAddress.about()}#records`}>What this means</A>
    </p>
  )
}
