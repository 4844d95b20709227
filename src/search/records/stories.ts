import type { ArchivedItem, Publication, Story } from '../../archive/archive.ts'
import { addressOf } from '../../publish/addresses.ts'
import { linksIn } from '../../update/markdown.ts'
import { blocksOf, clean, type Draft, dateOf, type Look, listingWords, publisherIds, unique, years } from './draft.ts'

/** A story leads to its first telling; a list of network dates, which is new each week, to its latest. */
export function storyDraft(story: Story, look: Look): Draft[] {
  const first = story.tellings[0]
  const newest = story.tellings.at(-1)
  const isList = newest !== undefined && itemOf(newest, look)?.kind === 'network-dates'
  const told = isList ? newest : first
  const item = told && itemOf(told, look)
  if (told === undefined || item === undefined) return []
  const text = textOf(item)
  const publications = story.publications.flatMap(id => look.archive.publications.get(id) ?? [])
  const publishers = unique([
    ...publications.flatMap(publisherIds),
    ...item.publishers.filter(({ printed }) => publishes(printed, text)).map(({ id }) => id),
  ])
  const draft: Draft = {
    kind: 'story',
    address: addressOf.item(told.update, told.item),
    title: titleOf(item, text),
    text,
    summary: '',
    names: [],
    also: [String(told.update), ...publications.flatMap(work => [work.title, ...listingWords(work)])],
    addresses: [
      ...story.tellings.map(telling => addressOf.item(telling.update, telling.item)),
      ...item.parts.flatMap(part => linksIn(part.text).map(link => link.address)),
      ...publications.flatMap(addressesOf),
    ],
    date: told.date,
    update: told.update,
    years: years(story.tellings.map(telling => telling.date)),
    sections: unique(story.tellings.map(telling => telling.section)),
    publishers,
    mentions: story.publishers.filter(id => !publishers.includes(id)),
    networks: unique([...story.networks, ...item.meetings.map(meeting => meeting.network.id)]),
    topics: story.topics,
  }
  return [draft]
}

export function publicationDraft(publication: Publication, look: Look): Draft {
  const update = publication.updates[0] ?? 0
  const date = publication.date ?? dateOf(update, look)
  const [shown = publication.title, ...others] = unique(listingWords(publication))
  return {
    kind: 'publication',
    address: addressOf.publication(publication),
    title: publication.title,
    text: shown,
    summary: '',
    names: [],
    also: [String(update), ...others],
    addresses: addressesOf(publication),
    date: date.length === 7 ? `${date}-01` : date,
    update,
    years: [publication.year],
    sections: ['publications'],
    publishers: publisherIds(publication),
    mentions: [],
    networks: publication.networks,
    topics: publication.topics,
  }
}

/** "On 14 March DfE published …", "DfE and Ofsted have jointly published …": the story alone says who did. */
const publishes = (printed: string, text: string): boolean => {
  const after = text.split(printed).slice(1)
  return after.some(words =>
    /^\P{L}?(?:\s+[^\s.;:]+){0,3}\s+(?:published|launched|released|issued|publishes)\b/u.test(words),
  )
}

/** Its page, its line in the list of its year, and where it was published. */
const addressesOf = ({ year, id, sourceUrl, listings }: Publication): string[] => [
  `/publications/${year}/${id}/`,
  `/publications/${year}/#${id}`,
  ...(sourceUrl === null ? [] : [sourceUrl]),
  ...listings.flatMap(({ text }) => linksIn(text).map(link => link.address)),
]

const itemOf = (telling: Story['tellings'][number], look: Look) =>
  look.items.get(addressOf.item(telling.update, telling.item))

const textOf = (item: ArchivedItem): string =>
  [item.kicker ?? '', ...item.parts.flatMap(part => [part.heading ?? '', ...blocksOf(part.text)])]
    .filter(text => text !== '')
    .join('\n')

/** "[untitled] This report provides an analysis of surveys conducted …" where nothing says the title. */
function titleOf(item: ArchivedItem, text: string): string {
  if (item.title !== null) return item.titleSource === 'supplied' ? `[${item.title}]` : item.title
  const words = clean(text).split(' ')
  return `[untitled] ${words.slice(0, 9).join(' ')}${words.length > 9 ? ' …' : ''}`
}
