/** A way out where nobody knows a publication's address: the search of its publisher's own site. */
import type { Archive, Publication } from '../archive/archive.ts'

export type SourceSearch = { publisher: string; address: string }

/** By the first of its publishers whose search publishers.yaml knows; null for a publication that has an address. */
export function sourceSearch({ publishers }: Archive, publication: Publication): SourceSearch | null {
  if (publication.sourceUrl !== null) return null
  const searchable = publication.publishers
    .flatMap(({ id }) => publishers.get(id) ?? [])
    .find(({ search }) => search !== null)
  if (searchable === undefined || searchable.search === null) return null
  return {
    publisher: searchable.name,
    address: searchable.search.replaceAll('{title}', encodeURIComponent(searchWords(publication.title))),
  }
}

/** Quotes and dashes around a title make many a search look for them as well. */
const searchWords = (title: string): string =>
  title
    .replace(/[“”‘"]|’(?!\p{L})|(?<=\s)[–—-](?=\s)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
