/** Publications for reference managers: all of the archive, or one publisher's. */
import type { Archive, Publication } from '../../archive/archive.ts'
import { bibtex } from './bibtex.ts'
import { csl } from './csl.ts'
import { referenceToPublication } from './reference.ts'
import { ris } from './ris.ts'

/** BibLaTeX, entries parted by an empty line. */
export function bibtexOf(archive: Archive, works: Iterable<Publication>): string {
  return Array.from(works, work => bibtex(referenceToPublication(archive, work))).join('\n')
}

export function risOf(archive: Archive, works: Iterable<Publication>): string {
  return Array.from(works, work => ris(referenceToPublication(archive, work))).join('')
}

/** CSL-JSON 1.0.2, one publication a line: for Zotero, Pandoc and citeproc. */
export function cslOf(archive: Archive, works: Iterable<Publication>): string {
  const lines = Array.from(works, work => JSON.stringify(csl(referenceToPublication(archive, work))))
  return `[\n${lines.join(',\n')}\n]\n`
}

/** The works of one publisher, newest first. */
export function worksOf({ publications, publishers }: Archive, publisher: string): Publication[] {
  return (publishers.get(publisher)?.publications ?? []).flatMap(id => publications.get(id) ?? [])
}
