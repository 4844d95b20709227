import type { Archive, Publication } from '../../../archive/archive.ts'
import { absolute, addressOf } from '../../addresses.ts'
import { perArchive } from '../../per-archive.ts'
import { type Column, csvOf } from './columns.ts'

/** A new column goes last: formulas and scripts may count from the left. */
export const publicationColumns = perArchive((archive): Column<Publication>[] => {
  const { site, publishers } = archive
  const dateOf = new Map(archive.updates.map(({ number, date }) => [number, date]))
  const first = ({ updates }: Publication) => updates[0] ?? null
  return [
    {
      name: 'id',
      type: 'string',
      holds: 'The publication’s id; it never changes',
      cell: publication => publication.id,
    },
    { name: 'title', type: 'string', holds: 'The title as listed', cell: publication => publication.title },
    {
      name: 'publishers',
      type: 'list',
      holds: 'Names of its publishers',
      cell: publication => publication.publishers.map(({ id, printed }) => publishers.get(id)?.name ?? printed),
    },
    {
      name: 'date',
      type: 'string',
      holds: 'YYYY-MM-DD, or YYYY-MM where only the month is known',
      cell: publication => publication.date,
    },
    {
      name: 'precision',
      type: 'string',
      holds: 'day or month: how exact the date is',
      cell: publication => publication.precision,
    },
    {
      name: 'first_listed',
      type: 'date',
      holds: 'The date of the first update that lists it',
      cell: publication => dateOf.get(first(publication) ?? 0) ?? null,
    },
    { name: 'first_listed_in', type: 'integer', holds: 'The number of that update', cell: first },
    {
      name: 'updates',
      type: 'list',
      holds: 'Numbers of all updates that list it',
      cell: publication => publication.updates,
    },
    {
      name: 'url',
      type: 'string',
      holds: 'Its page here',
      cell: publication => absolute(site, addressOf.publication(publication)),
    },
    { name: 'source_url', type: 'string', holds: 'Where it was published', cell: publication => publication.sourceUrl },
    { name: 'doi', type: 'string', holds: 'Its DOI', cell: publication => publication.doi },
    {
      name: 'from',
      type: 'string',
      holds: 'list, or story: no update lists it, a story says that it was published',
      cell: publication => publication.from,
    },
    {
      name: 'publisher_ids',
      type: 'list',
      holds: 'Ids of its publishers, in the order of their names: publishers.csv',
      cell: publication => publication.publishers.map(({ id }) => id),
    },
    {
      name: 'story_ids',
      type: 'list',
      holds: 'Ids of the stories about it: stories.csv',
      cell: publication => publication.stories,
    },
    {
      name: 'topic_ids',
      type: 'list',
      holds: 'Ids of its topics: topics.json',
      cell: publication => publication.topics,
    },
  ]
})

export const publicationsCsv = (archive: Archive, publications: Iterable<Publication>): string =>
  csvOf(publicationColumns(archive), publications)
