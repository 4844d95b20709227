/** Publications for reference managers and spreadsheets: all of the archive, or one publisher's. */
import type { Archive, Publication } from '../../archive/archive.ts'
import { absolute, addressOf } from '../addresses.ts'
import { csv, listed } from '../data/csv.ts'
import { bibtex } from './bibtex.ts'
import { referenceToPublication } from './reference.ts'
import { ris } from './ris.ts'

/** BibLaTeX, entries parted by an empty line. */
export function bibtexOf(archive: Archive, works: Iterable<Publication>): string {
  return Array.from(works, work => bibtex(referenceToPublication(archive, work))).join('\n')
}

export function risOf(archive: Archive, works: Iterable<Publication>): string {
  return Array.from(works, work => ris(referenceToPublication(archive, work))).join('')
}

const COLUMNS = 'id title publishers date precision first_listed first_listed_in updates url source_url doi from'.split(
  ' ',
)

/** `updates` and `publishers` hold several values, parted by "; ". */
export function publicationsCsv(archive: Archive, works: Iterable<Publication>): string {
  const dateOf = new Map(archive.updates.map(({ number, date }) => [number, date]))
  const rows = Array.from(works, work => {
    const names = work.publishers.map(({ id, printed }) => archive.publishers.get(id)?.name ?? printed)
    const first = work.updates[0] ?? null
    const firstDate = first === null ? null : (dateOf.get(first) ?? null)
    const url = absolute(archive.site, addressOf.publication(work))
    const { id, title, date, precision, updates, sourceUrl, doi, from } = work
    return [id, title, listed(names), date, precision, firstDate, first, listed(updates), url, sourceUrl, doi, from]
  })
  return csv({ columns: COLUMNS, rows })
}

/** The works of one publisher, newest first. */
export function worksOf({ publications, publishers }: Archive, publisher: string): Publication[] {
  return (publishers.get(publisher)?.publications ?? []).flatMap(id => publications.get(id) ?? [])
}
