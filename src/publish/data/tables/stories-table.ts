import type { Archive, Story } from '../../../archive/archive.ts'
import { absolute, addressOf } from '../../addresses.ts'
import { type Column, csvOf } from './columns.ts'

export const storyColumns = ({ site }: Archive): Column<Story>[] => [
  { name: 'id', type: 'string', holds: 'The story’s id; it never changes', cell: story => story.id },
  { name: 'title', type: 'string', holds: 'Empty where the text has none', cell: story => story.title },
  {
    name: 'title_source',
    type: 'string',
    holds: 'printed, supplied (another line of the same update gives it) or none',
    cell: story => story.titleSource,
  },
  {
    name: 'first_date',
    type: 'date',
    holds: 'The date of the update that had it first',
    cell: story => story.appearances[0]?.date ?? null,
  },
  {
    name: 'first_in',
    type: 'integer',
    holds: 'The number of that update',
    cell: story => story.appearances[0]?.update ?? null,
  },
  {
    name: 'updates',
    type: 'list',
    holds: 'Numbers of all updates that have it',
    cell: story => [...new Set(story.appearances.map(({ update }) => update))],
  },
  {
    name: 'url',
    type: 'string',
    holds: 'Where it was first',
    cell: ({ appearances: [first] }) =>
      absolute(site, first === undefined ? addressOf.updates() : addressOf.item(first.update, first.item)),
  },
  {
    name: 'publication_ids',
    type: 'list',
    holds: 'Ids of the publications that it is about: publications.csv',
    cell: story => story.publications,
  },
  {
    name: 'publisher_ids',
    type: 'list',
    holds: 'Ids of the publishers that it names: publishers.csv',
    cell: story => story.publishers,
  },
  {
    name: 'network_ids',
    type: 'list',
    holds: 'Ids of the networks that it names: networks.json',
    cell: story => story.networks,
  },
  {
    name: 'person_ids',
    type: 'list',
    holds: 'Ids of the people that it names: contacts.csv',
    cell: story => story.people,
  },
  { name: 'topic_ids', type: 'list', holds: 'Ids of its topics: topics.json', cell: story => story.topics },
]

export const storiesCsv = (archive: Archive): string => csvOf(storyColumns(archive), archive.stories.values())
