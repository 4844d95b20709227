/** All items of all updates: which works they tell about, which story they tell, and whom they name. */
import type { Item, PublicationEntry, Update } from '../update/update.ts'
import type { Mention, Story } from './archive.ts'
import { type ItemText, itemReader } from './item-text.ts'
import { addTo } from './lists-by-key.ts'
import type { Named, Names } from './naming.ts'
import type { ReadPublications } from './read-publications.ts'
import { remembered } from './remembered.ts'
import { groupTellings, type Telling } from './repeats.ts'
import { detailsMark, nameMark } from './secrets.ts'
import { type ListedWork, listedWork, worksToldBy } from './tellings.ts'

/** What is known of one item. */
export type ReadItem = { story: Story; publications: string[]; named: Named }
export type ReadStories = { stories: Story[]; itemOf: ReadonlyMap<Item, ReadItem> }

type Known = { publications: ReadPublications; names: Names }
type Place = Telling & {
  date: string
  section: 'updates' | 'reminders'
  item: Item
  publications: string[]
  named: Named
}

/** The places of updates that are as they were in an earlier build, with what else they were made of. */
export type PlaceMemory = WeakMap<Update, { names: Names; works: string; places: Place[] }>

export function readStories(updates: readonly Update[], known: Known, memory: PlaceMemory): ReadStories {
  const readers = readersOf()
  const places = updates.flatMap(update => {
    const works = worksListedIn(update, known).join(' ')
    const kept = memory.get(update)
    if (kept?.names === known.names && kept.works === works) return kept.places
    const read = placesIn(update, known, readers)
    memory.set(update, { names: known.names, works, places: read })
    return read
  })
  const storyOf = groupTellings(places)
  const told = new Map<number, Place[]>()
  for (const [at, place] of places.entries()) addTo(told, storyOf[at] as number, place)
  // Stories are counted by first telling, and so the groups come in that order.
  const stories = [...told.values()].map(storyOfPlaces)
  const itemOf = new Map(
    places.map((place, at) => {
      const { item, publications, named } = place
      return [item, { story: stories[storyOf[at] as number] as Story, publications, named }]
    }),
  )
  return { stories, itemOf }
}

const worksListedIn = ({ sections }: Update, { publications: { listingOf } }: Known): string[] =>
  sections.flatMap(section =>
    section.kind === 'publications' ? section.entries.flatMap(entry => listingOf.get(entry)?.work ?? []) : [],
  )

/** For the length of one build. Rolling lists print the same entry for months, and it is folded once. */
type Readers = { readItem: (item: Item) => ItemText; readEntry: (entry: Listed) => ListedWork }
type Listed = { work: string; entry: PublicationEntry }

const readersOf = (): Readers => ({
  readItem: itemReader(),
  readEntry: remembered(
    ({ work, entry }) => listedWork(work, entry),
    ({ work, entry }) => [work, entry.title, entry.text].join('\0'),
  ),
})

function placesIn(update: Update, known: Known, readers: Readers): Place[] {
  const day = Math.round(Date.parse(`${update.date}T00:00Z`) / 86_400_000)
  const publishers = new Map<string, Mention[]>()
  const listed = update.sections.flatMap(section =>
    section.kind !== 'publications'
      ? []
      : section.entries.flatMap(entry => {
          const listed = known.publications.listingOf.get(entry)
          if (listed === undefined) return []
          for (const mention of listed.listing.publishers) addTo(publishers, listed.work, mention)
          return [readers.readEntry({ work: listed.work, entry })]
        }),
  )
  return update.sections.flatMap(section => {
    if (section.kind !== 'updates' && section.kind !== 'reminders') return []
    return section.items.map(item => {
      const { said, telling, story } = readers.readItem(item)
      const told = item.kind === 'network-dates' ? [] : worksToldBy(telling, listed, item.titleSource)
      const named = namedBy(item, said, { ...known.names, publishers: told.flatMap(id => publishers.get(id) ?? []) })
      const { number, date } = update
      return {
        update: number,
        date,
        day,
        section: section.kind,
        item,
        kind: item.kind,
        text: story,
        publications: told,
        named,
      }
    })
  })
}

/** Those whom the words name, then those whom its meetings and its publications name. */
function namedBy(item: Item, said: string, { naming, who, publishers }: Names & { publishers: Mention[] }): Named {
  const prose = naming.inProse(said)
  const asked = item.meetings.flatMap(({ contact }) => (isName(contact) ? [who.people(contact)] : []))
  return {
    networks: eachOnce([...prose.networks, ...item.meetings.map(meeting => who.networks(meeting.label))]),
    people: eachOnce([...prose.people, ...asked]),
    publishers: eachOnce([...prose.publishers, ...publishers]),
  }
}

const isName = (contact: string | null): contact is string =>
  contact !== null && !contact.includes('@') && contact !== detailsMark && contact !== nameMark

function eachOnce(mentions: readonly Mention[]): Mention[] {
  const first = new Map<string, Mention>()
  for (const mention of mentions) if (!first.has(mention.id)) first.set(mention.id, mention)
  return [...first.values()]
}

/** Titled as first printed; where no telling prints a title, as first supplied. */
function storyOfPlaces(places: readonly Place[]): Story {
  const first = places[0] as Place
  const titled =
    places.find(({ item }) => item.titleSource === 'printed') ?? places.find(({ item }) => item.title !== null) ?? first
  const ids = (read: (place: Place) => string[]) => [...new Set(places.flatMap(read))]
  return {
    id: `${first.update}-${first.item.id}`,
    title: titled.item.title,
    titleSource: titled.item.titleSource,
    tellings: places.map(({ update, date, section, item }) => ({ update, date, section, item: item.id })),
    publications: ids(place => place.publications),
    networks: ids(({ named }) => named.networks.map(({ id }) => id)),
    people: ids(({ named }) => named.people.map(({ id }) => id)),
    publishers: ids(({ named }) => named.publishers.map(({ id }) => id)),
  }
}
