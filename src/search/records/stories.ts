import type { Archive, ArchivedItem, Publication, Story } from '../../archive/archive.ts'
import { addressOf } from '../../publish/addresses.ts'
import { itemOf } from '../../publish/find-in-archive.ts'
import { linksIn } from '../../update/markdown.ts'
import { clean, dayOfUpdate, listingWords, publisherIds, type RecordDraft, textBlocks, unique, years } from './draft.ts'

/** A story links to its first appearance; a list of network dates, which is new each week, to its latest. */
export function storyDraft(story: Story, archive: Archive): RecordDraft[] {
  const first = story.appearances[0]
  const latest = story.appearances.at(-1)
  const isList = latest !== undefined && itemOf(archive, latest.update, latest.item)?.kind === 'network-dates'
  const shown = isList ? latest : first
  const item = shown ? itemOf(archive, shown.update, shown.item) : null
  if (shown === undefined || item === null) return []
  const text = textOf(item)
  const publications = story.publications.flatMap(id => archive.publications.get(id) ?? [])
  const publishers = unique([
    ...publications.flatMap(publisherIds),
    ...item.publishers.filter(({ printed }) => publishes(printed, text)).map(({ id }) => id),
  ])
  const draft: RecordDraft = {
    kind: 'story',
    address: addressOf.item(shown.update, shown.item),
    title: titleOf(item, text),
    text,
    summary: '',
    names: [],
    also: [
      String(shown.update),
      ...publications.flatMap(publication => [publication.title, ...listingWords(publication)]),
    ],
    addresses: [
      ...story.appearances.map(appearance => addressOf.item(appearance.update, appearance.item)),
      ...item.parts.flatMap(part => linksIn(part.text).map(link => link.address)),
      ...publications.flatMap(addressesOf),
    ],
    date: shown.date,
    update: shown.update,
    years: years(story.appearances.map(appearance => appearance.date)),
    sections: unique(story.appearances.map(appearance => appearance.section)),
    publishers,
    mentions: story.publishers.filter(id => !publishers.includes(id)),
    networks: unique([...story.networks, ...item.meetings.map(meeting => meeting.network.id)]),
    topics: story.topics,
  }
  return [draft]
}

export function publicationDraft(publication: Publication, archive: Archive): RecordDraft {
  const update = publication.updates[0] ?? 0
  const date = publication.date ?? dayOfUpdate(update, archive)
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

/** "On 14 March DfE published …", "DfE and Ofsted have jointly published …": only the story says who published it. */
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

const textOf = (item: ArchivedItem): string =>
  [item.kicker ?? '', ...item.parts.flatMap(part => [part.heading ?? '', ...textBlocks(part.text)])]
    .filter(text => text !== '')
    .join('\n')

/** "[untitled] This report provides an analysis of surveys conducted …" if the title is unknown. */
function titleOf(item: ArchivedItem, text: string): string {
  if (item.title !== null) return item.titleSource === 'supplied' ? `[${item.title}]` : item.title
  const words = clean(text).split(' ')
  return `[untitled] ${words.slice(0, 9).join(' ')}${words.length > 9 ? ' …' : ''}`
}
