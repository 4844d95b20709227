import { citationOf } from '../../../src/publish/bibliography/citation.ts'
import type { Reference } from '../../../src/publish/bibliography/reference.ts'
import { pageAddress } from '../../page-addresses.ts'
import { A, useSite } from '../../site-context.tsx'

/** "Cite this", as text and as BibTeX, and "report a mistake", folded away. */
export function Cite({ reference }: { reference: Reference }) {
  const { plain, bibtex } = citationOf(reference)
  return (
    <details class="cite">
      <summary>Cite this or report a mistake</summary>
      <p>{plain}</p>
      <pre>{bibtex.trim()}</pre>
      <Report about={reference} />
    </details>
  )
}

/** A prepared mail where the site tells an address, else the page that says whom to ask. */
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
