/**
 * When two entries of "Tools & Templates", or an entry and what a story says, are the same publication. Listings are read in the order of the updates; each joins
 * the first publication that it fits or starts a new one, so that a later update never changes which publications there are.
 */
import { dayOf } from '../../update/calendar-day.ts'
import { plain } from '../../update/markdown.ts'
import { type PublicationEntry, precisionOf } from '../../update/update.ts'
import type { Mention } from '../archive.ts'
import { withDetailsReplaced } from '../gate/secrets.ts'
import { addTo } from '../lists-by-key.ts'
import { foldedWords, slugOf } from '../names/names.ts'
import { editionOf, sameButForArticles, sameMatter, sameSpelling, titleKey } from './titles.ts'

/** One entry as it is in one update, or what one of its stories says was published; its publishers resolved. */
export type Listing = {
  update: number
  year: number
  entry: PublicationEntry
  publishers: Mention[]
  from: 'list' | 'story'
}

export type GroupedPublication = {
  id: string
  /** Ids that its other spellings would have had; none of them is another publication's id. */
  formerIds: string[]
  /** As most lists spell it, else most stories; of two as frequent, as the latest does. */
  title: string
  /** Of the first listing, unless a later one says more: a day for a month, publishers where there were none. */
  date: string | null
  yearFrom: PublicationEntry['yearFrom']
  year: number
  publishers: Mention[]
  listings: [Listing, ...Listing[]]
}

type Group = GroupedPublication & Keys & { text: string }
/** The folded title; and its first line, where it went over two. */
type Keys = { key: string; firstLine: string | null }

/** Groups listings (oldest update first) into publications. `idOfListing` runs parallel to the listings and holds ids. */
export function groupPublications(listings: readonly Listing[]): {
  publications: GroupedPublication[]
  idOfListing: string[]
} {
  const byTitle = new Map<string, Group[]>()
  const byDate = new Map<string, Group[]>()
  const publications: Group[] = []
  const keys = new Map<string, string>()
  const joined = listings.map(listing => {
    const { title } = listing.entry
    const key = keys.get(title) ?? keyOf(listing.entry)
    if (!isNameless(key)) keys.set(title, key)
    const titled = byTitle.get(key) ?? []
    const alike = titled.find(one => isSame(one, listing)) ?? titled.find(one => isSameADayApart(one, listing))
    if (alike !== undefined) return join(alike, listing)
    const firstLine = firstLineOf(listing.entry)
    const otherwise = sameDayOtherwise(byDate, { listing, key, firstLine })
    if (otherwise !== undefined) return join(otherwise, listing)
    const known = saidOtherwise(byDate, { listing, key })
    if (known !== undefined) {
      addTo(byTitle, key, known)
      return join(known, listing)
    }
    const founded = foundPublication(listing, { key, firstLine })
    publications.push(founded)
    addTo(byTitle, key, founded)
    if (founded.date !== null) addTo(byDate, founded.date, founded)
    return founded
  })
  giveIds(publications)
  for (const publication of publications) publication.title = commonTitle(publication)
  return { publications, idOfListing: joined.map(publication => publication.id) }
}

function foundPublication(listing: Listing, { key, firstLine }: Keys): Group {
  const { title, date, yearFrom } = listing.entry
  const year = date === null ? listing.year : Number(date.slice(0, 4))
  const { publishers } = listing
  const text = undatedText(listing)
  return {
    id: '',
    formerIds: [],
    title,
    date,
    yearFrom,
    year,
    publishers,
    listings: [listing],
    key,
    firstLine,
    text,
  }
}

/** An entry without a date differs from its next edition by the numbers of its whole text ("… activities in 2019-20"). */
const undatedText = ({ entry }: Listing): string =>
  entry.date === null ? editionOf(foldedWords(entry.text).join(' ')) : ''

/** Same title key: the same publication unless date or publishers differ. */
const isSame = (publication: Group, listing: Listing): boolean =>
  datesAgree(publication.date, listing.entry.date) &&
  publishersAgree(publication, listing) &&
  (publication.date !== null || publication.text === undatedText(listing))

/** The folded title. One without a letter ("2024–25", "???") says too little: then the whole entry counts. */
function keyOf({ title, text }: PublicationEntry): string {
  const key = titleKey(title)
  return /\p{L}/u.test(key) ? key : `\0${title}\0${text}`
}
const isNameless = (key: string): boolean => key.startsWith('\0')

/**
 * One publisher's publication of one title that lists date a day apart: the day it came out and the day it was seen. Within a year,
 * because an address names the year.
 */
function isSameADayApart(publication: Group, { entry: { date }, publishers }: Listing): boolean {
  if (precisionOf(date) !== 'day' || precisionOf(publication.date) !== 'day') return false
  if (date === null || publication.date === null || date.slice(0, 4) !== publication.date.slice(0, 4)) return false
  const days = Math.abs(dayOf(date).count - dayOf(publication.date).count)
  return days === 1 && publishers.length > 0 && samePublishers(publication.publishers, publishers)
}

/** A month agrees with its days. A day agrees with that day alone: many releases keep their title from one to the next. */
function datesAgree(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  return one.startsWith(other) || other.startsWith(one)
}

/** "published 13 December 2019" and "published by DfE 13 December 2019" agree; two publishers without one in common do not. */
function publishersAgree(publication: Group, { publishers }: Listing): boolean {
  if (publication.publishers.length === 0 || publishers.length === 0)
    return publication.key.split(' ').length >= 3 || publication.publishers.length === publishers.length
  return publication.publishers.some(one => publishers.some(other => one.id === other.id))
}

/**
 * Another spelling, or the first line of the title alone, counts as the same title only on the same day and with the
 * same publishers; a first line only where no update lists both.
 */
function sameDayOtherwise(
  byDate: ReadonlyMap<string, Group[]>,
  { listing, key, firstLine }: { listing: Listing } & Keys,
): Group | undefined {
  const { date } = listing.entry
  if (date === null || precisionOf(date) !== 'day') return undefined
  if (isNameless(key)) return undefined
  const ofDay = byDate.get(date) ?? []
  const publications = ofDay.filter(publication => samePublishers(publication.publishers, listing.publishers))
  return (
    publications.find(publication => sameSpelling(publication.key, key)) ??
    publications.find(publication => sameButForArticles(publication.key, key)) ??
    publications.find(
      publication =>
        (publication.firstLine === key || publication.key === firstLine) &&
        publication.listings.every(({ update }) => update !== listing.update),
    )
  )
}

/**
 * What a story says in other words than a list: on the same day, by one publisher at least, under a title that has most of the same
 * words. A list names its publications apart, so two entries of lists are never one for that.
 */
function saidOtherwise(
  byDate: ReadonlyMap<string, Group[]>,
  { listing, key }: { listing: Listing; key: string },
): Group | undefined {
  const { date } = listing.entry
  if (date === null || precisionOf(date) !== 'day' || isNameless(key)) return undefined
  return (byDate.get(date) ?? []).find(
    one =>
      (listing.from === 'story' || one.listings.every(({ from }) => from === 'story')) &&
      one.publishers.some(({ id }) => listing.publishers.some(mention => mention.id === id)) &&
      sameMatter(one.key, key),
  )
}

/** "Children in custody 2024–25" of a title that went on below: three words at least, as the text breaks it. */
function firstLineOf({ title, text }: PublicationEntry): string | null {
  const [line, ...rest] = text.split(/\\?\n/u)
  if (line === undefined || rest.length === 0) return null
  const [whole, printed] = [titleKey(title).split(' '), foldedWords(line)]
  for (let count = Math.min(whole.length - 1, printed.length); count >= 3; count--)
    if (printed.slice(-count).join(' ') === whole.slice(0, count).join(' ')) return whole.slice(0, count).join(' ')
  return null
}

const samePublishers = (one: Mention[], other: Mention[]): boolean =>
  one.length === other.length && one.every(({ id }) => other.some(mention => mention.id === id))

function join(publication: Group, listing: Listing): Group {
  publication.listings.push(listing)
  if (publication.publishers.length === 0) publication.publishers = listing.publishers
  if (precisionOf(publication.date) === 'month' && precisionOf(listing.entry.date) === 'day') {
    publication.date = listing.entry.date
    publication.yearFrom = listing.entry.yearFrom
  }
  return publication
}

/**
 * A publication's id is its title and date as first listed: no other update changes it. Every other spelling it was listed
 * under keeps its id as an anchor, because it would be the id if an older update with that spelling came to light.
 */
function giveIds(publications: Group[]): void {
  const taken = new Set<string>()
  for (const publication of publications) {
    const wanted = idOf(publication.listings[0])
    let id = wanted
    for (let nth = 2; taken.has(id); nth++) id = `${wanted}-${nth}`
    taken.add(id)
    publication.id = id
  }
  for (const publication of publications)
    for (const id of spellingsOf(publication).map(idOf))
      if (!taken.has(id)) {
        taken.add(id)
        publication.formerIds.push(id)
      }
}

function commonTitle(publication: GroupedPublication): string {
  const listed = publication.listings.filter(({ from }) => from === 'list')
  const listings = listed.length > 0 ? listed : publication.listings
  const times = new Map<string, number>()
  for (const { entry } of listings) times.set(entry.title, (times.get(entry.title) ?? 0) + 1)
  const most = Math.max(...times.values())
  return listings.findLast(({ entry }) => times.get(entry.title) === most)?.entry.title ?? ''
}

/** One listing for each title and date that the publication was listed under. */
const spellingsOf = (publication: GroupedPublication): Listing[] => [
  ...new Map(publication.listings.map(listing => [`${listing.entry.title}\0${listing.entry.date}`, listing])).values(),
]

const idOf = ({ entry }: Listing): string =>
  [slugOf(titleKey(withDetailsReplaced(idWords(entry), ' '))) || 'publication', entry.date]
    .filter(part => part !== null)
    .join('-')

/**
 * The words that an id is made of: the title with what may have stood before it when ids were first given. A title used to be
 * all that the text prints behind its verb: "invited local authorities to …", where the sentence is the title now, and "on open call
 * for …" of "published on open call for …".
 */
function idWords({ title, text, publishers }: PublicationEntry): string {
  const printed = plain(text)
  const at = printed.toLowerCase().indexOf(title.toLowerCase())
  const before = at < 0 ? '' : printed.slice(0, at)
  if (onlyDay.test(before)) {
    const sentence = title.replace(/^The\s/u, '')
    const publisher = publishers.find(name => sentence.startsWith(`${name} `))
    return publisher === undefined ? title : sentence.slice(publisher.length + 1)
  }
  const left = /\b(?:\p{Ll}+ed|handed down)\s+(?<words>(?:on|for|of|to|with|at|about|into)\s)$/u.exec(before)
  const article = /^(?:An?|The)\s/u.test(title) ? /\s(?<words>(?:an?|the)\s)$/u.exec(before) : null
  return `${(left ?? article)?.groups?.words ?? ''}${title}`
}
/** "On 12 January the ": nothing but a day stands before what is a whole sentence. */
const onlyDay = /^(?=\P{N}*\p{N})(?:[^\p{L}]|\p{Lu}\p{L}*(?!\p{L})|\b(?:on|the|of|and|st|nd|rd|th)\b)*$/u
