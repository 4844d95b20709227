/** If a publication's web address is unknown: a search on its publisher's own site. */
import type { Archive, Publication } from '../archive/archive.ts'

export type SourceSearch = { publisher: string; address: string }

/** Uses the first of its publishers with a search in publishers.yaml; null if the publication has an address. */
export function sourceSearch({ publishers }: Archive, publication: Publication): SourceSearch | null {
  if (publication.sourceUrl !== null) return null
  const searchable = publication.publishers
    .flatMap(({ id }) => publishers.get(id) ?? [])
    .find(({ search }) => search !== null)
  if (searchable === undefined || searchable.search === null) return null
  return {
    publisher: searchable.name,
    address: searchable.search
      .replaceAll('{title}', encodeURIComponent(searchWords(publication.title)))
      // gov.uk's "organisations[]=": in a valid web address brackets are written so.
      .replaceAll('[', '%5B')
      .replaceAll(']', '%5D'),
  }
}

/** Removes quotes and dashes around words, which some searches would look for. */
const searchWords = (title: string): string =>
  title
    .replace(/[“”‘"]|’(?!\p{L})|(?<=\s)[–—-](?=\s)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
