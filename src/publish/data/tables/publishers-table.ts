import type { Archive, Publisher } from '../../../archive/archive.ts'
import { absolute, addressOf } from '../../addresses.ts'
import { type Column, csvOf } from './columns.ts'

export const publisherColumns = ({ site }: Archive): Column<Publisher>[] => [
  { name: 'id', type: 'string', holds: 'The publisher’s id; it never changes', cell: one => one.id },
  { name: 'name', type: 'string', holds: 'The name that the archive uses', cell: one => one.name },
  { name: 'full_name', type: 'string', holds: 'The name spelt out, where that is another', cell: one => one.fullName },
  { name: 'variants', type: 'list', holds: 'Other names that the updates print', cell: one => one.variants },
  { name: 'website', type: 'string', holds: 'Its own website', cell: one => one.url },
  {
    name: 'publications',
    type: 'integer',
    holds: 'How many publications of it the archive holds',
    cell: one => one.publications.length,
  },
  { name: 'url', type: 'string', holds: 'Its page here', cell: one => absolute(site, addressOf.publisher(one.id)) },
]

export const publishersCsv = (archive: Archive): string => csvOf(publisherColumns(archive), archive.publishers.values())
