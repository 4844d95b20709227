/** Publications for reference managers: all of the archive, or one publisher's. */
import type { Archive, Publication } from '../../archive/archive.ts'
import { bibtex } from './bibtex.ts'
import { csl } from './csl.ts'
import { referenceToPublication } from './reference.ts'
import { ris } from './ris.ts'

/** BibLaTeX, with an empty line between entries. */
export function bibtexOf(archive: Archive, publications: Iterable<Publication>): string {
  return Array.from(publications, publication => bibtex(referenceToPublication(archive, publication))).join('\n')
}

export function risOf(archive: Archive, publications: Iterable<Publication>): string {
  return Array.from(publications, publication => ris(referenceToPublication(archive, publication))).join('')
}

/** CSL-JSON 1.0.2, one publication a line: for Zotero, Pandoc and citeproc. */
export function cslOf(archive: Archive, publications: Iterable<Publication>): string {
  const lines = Array.from(publications, publication =>
    JSON.stringify(csl(referenceToPublication(archive, publication))),
  )
  return `[\n${lines.join(',\n')}\n]\n`
}

/** The publications of one publisher, latest first. */
export function publicationsOf({ publications, publishers }: Archive, publisher: string): Publication[] {
  return (publishers.get(publisher)?.publications ?? []).flatMap(id => publications.get(id) ?? [])
}
