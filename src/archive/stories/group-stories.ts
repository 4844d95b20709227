/** All items of all updates: which publications they are about, which story they are, and whom they name. */

import { createHash } from 'node:crypto'
import { dayOf } from '../../update/calendar-day.ts'
import { remembered } from '../../update/remembered.ts'
import type { Item, PublicationEntry, Update } from '../../update/update.ts'
import { zip } from '../../update/zip.ts'
import type { Mention, Story } from '../archive.ts'
import { detailsMark, nameMark } from '../gate/secrets.ts'
import type { MentionsByKind, Names } from '../names/naming.ts'
import type { ReadListing, ReadPublications } from '../publications/read-publications.ts'
import type { TopicFinder } from '../topics/topic-finder.ts'
import { type Appearance, groupAppearances } from './group-appearances.ts'
import { type ItemText, itemReader, openingOf, saidBy } from './item-text.ts'
import { type ItemReading, type KeptItemsMemory, keptReading, readingsFrom } from './kept-items.ts'
import { type FoldedEntry, foldedEntry, publicationsAbout } from './story-publications.ts'

/** What is known of one item. */
export type ReadItem = { story: Story; publications: string[]; named: MentionsByKind }
export type ReadStories = { stories: Story[]; itemOf: ReadonlyMap<Item, ReadItem> }

type StorySources = { publications: ReadPublications; names: Names; topicsOf: TopicFinder }
type PlacedItem = Appearance & {
  date: string
  section: 'updates' | 'reminders'
  item: Item
  publications: string[]
  named: MentionsByKind
}

export function readStories(updates: readonly Update[], sources: StorySources, kept: KeptItemsMemory): ReadStories {
  const itemReaders = itemReadersOf()
  const places = updates.flatMap(update => placesOf(update, sources, { kept, itemReaders }))
  const titleOf = new Map(sources.publications.groups.map(({ id, title }) => [id, title]))
  const stories: Story[] = []
  const itemOf = new Map<Item, ReadItem>()
  for (const appearances of groupAppearances(places)) {
    const story = withTopics(storyOfPlaces(appearances), appearances, { titleOf, ...sources })
    stories.push(story)
    for (const { item, publications, named } of appearances) itemOf.set(item, { story, publications, named })
  }
  return { stories, itemOf }
}

/** For the length of one build. Rolling lists print the same entry for months, and it is folded once. */
type ItemReaders = { readItem: (item: Item) => ItemText; readEntry: (entry: ListedPublication) => FoldedEntry }
/** `item`: the story that says so; null of the list's own entries. */
type ListedPublication = { publication: string; entry: PublicationEntry; publishers: Mention[]; item: Item | null }

const itemReadersOf = (): ItemReaders => ({
  readItem: itemReader(),
  readEntry: remembered(
    ({ publication, entry }) => foldedEntry(publication, entry),
    ({ publication, entry }) => [publication, entry.title, entry.text, ...entry.publishers].join('\0'),
  ),
})

/** A hash of what an update says and which publications it lists. */
const hashOf = (update: Update, publications: string): string =>
  createHash('sha256').update(JSON.stringify(update)).update(publications).digest('hex').slice(0, 32)

/** What reading any update needs. */
type ReadingTools = { kept: KeptItemsMemory; itemReaders: ItemReaders }

function placesOf(update: Update, sources: StorySources, { kept, itemReaders }: ReadingTools): PlacedItem[] {
  const { names } = sources
  const listed = listedIn(update, sources)
  const publications = listed.map(({ publication }) => publication).join(' ')
  const hash = hashOf(update, publications)
  const found = kept.get(hash)
  const placed = update.sections.flatMap(section =>
    section.kind === 'updates' || section.kind === 'reminders'
      ? section.items.map(item => ({ section: section.kind, item }))
      : [],
  )
  const items = placed.map(({ item }) => item)
  const readings = found ? readingsFrom(items, found) : readingsOf(items, listed, itemReaders)
  const named =
    found?.names === names.madeOf
      ? found.named
      : zip(items, readings).map(([item, reading]) => namedBy(item, names, publishersOf(reading, listed)))
  if (named !== found?.named) kept.set(hash, { readings: readings.map(keptReading), names: names.madeOf, named })
  const { number, date } = update
  const day = dayOf(date).count
  return zip(placed, zip(readings, named)).map(
    ([{ section, item }, [{ story: text, publications }, named]]): PlacedItem => ({
      update: number,
      date,
      day,
      section,
      item,
      kind: item.kind,
      text,
      publications,
      named,
    }),
  )
}

/** What the update lists and what its stories say was published, and by whom. */
const listedIn = (
  { sections }: Update,
  { publications: { listingOf, reportedIn } }: StorySources,
): ListedPublication[] =>
  sections.flatMap(section => {
    switch (section.kind) {
      case 'publications':
        return section.entries.flatMap(entry => {
          const found = listingOf.get(entry)
          return found === undefined ? [] : [listedAs(found, null)]
        })
      case 'updates':
      case 'reminders':
        return section.items.flatMap(item => (reportedIn.get(item) ?? []).map(found => listedAs(found, item)))
      case 'notices':
      case 'contacts':
        return []
      default:
        return section satisfies never
    }
  })

const listedAs = (
  { publication, listing: { entry, publishers } }: ReadListing,
  item: Item | null,
): ListedPublication => ({
  publication,
  entry,
  publishers,
  item,
})

function readingsOf(
  items: readonly Item[],
  listed: readonly ListedPublication[],
  { readItem, readEntry }: ItemReaders,
): ItemReading[] {
  const entries = listed.filter(({ item }) => item === null).map(readEntry)
  return items.map(item => {
    const { publication: text, story } = readItem(item)
    if (item.kind === 'network-dates') return { story, publications: [] }
    const own = listed.filter(one => one.item === item).map(({ publication }) => publication)
    const publications = publicationsAbout(text, entries, { titleSource: item.titleSource, own })
    return { story, publications }
  })
}

const publishersOf = ({ publications }: ItemReading, listed: readonly ListedPublication[]): Mention[] =>
  publications.flatMap(id =>
    listed.filter(({ publication }) => publication === id).flatMap(({ publishers }) => publishers),
  )

/** Names in the words, then in the meetings and publications. */
function namedBy(item: Item, { naming, identities }: Names, publishers: readonly Mention[]): MentionsByKind {
  const prose = naming.inProse(saidBy(item))
  const asked = item.meetings.flatMap(({ contacts }) => contacts.filter(isName).map(name => identities.people(name)))
  return {
    networks: eachOnce([...prose.networks, ...item.meetings.map(meeting => identities.networks(meeting.label))]),
    people: eachOnce([...prose.people, ...asked]),
    publishers: eachOnce([...prose.publishers, ...publishers]),
  }
}

const isName = (contact: string): boolean => !contact.includes('@') && contact !== detailsMark && contact !== nameMark

function eachOnce(mentions: readonly Mention[]): Mention[] {
  const first = new Map<string, Mention>()
  for (const mention of mentions) if (!first.has(mention.id)) first.set(mention.id, mention)
  return [...first.values()]
}

/** Titled as first printed; where no appearance prints a title, as first supplied. */
function storyOfPlaces(places: readonly [PlacedItem, ...PlacedItem[]]): Story {
  const [first] = places
  const titled =
    places.find(({ item }) => item.titleSource === 'printed') ?? places.find(({ item }) => item.title !== null) ?? first
  const ids = (read: (place: PlacedItem) => string[]) => [...new Set(places.flatMap(read))]
  return {
    id: `${first.update}-${first.item.id}`,
    title: titled.item.title,
    titleSource: titled.item.titleSource,
    appearances: places.map(({ update, date, section, item }) => ({ update, date, section, item: item.id })),
    publications: ids(place => place.publications),
    topics: [],
    networks: ids(({ named }) => named.networks.map(({ id }) => id)),
    people: ids(({ named }) => named.people.map(({ id }) => id)),
    publishers: ids(({ named }) => named.publishers.map(({ id }) => id)),
  }
}

type TopicSources = { titleOf: ReadonlyMap<string, string>; topicsOf: TopicFinder }

/** A list of all networks' dates is about none of their subjects. */
function withTopics(story: Story, places: readonly PlacedItem[], { titleOf, topicsOf }: TopicSources): Story {
  const [first] = places
  if (first === undefined || first.kind === 'network-dates') return story
  const publications = story.publications.flatMap(id => titleOf.get(id) ?? [])
  return { ...story, topics: topicsOf({ title: story.title ?? '', publications, opening: openingOf(first.item) }) }
}
