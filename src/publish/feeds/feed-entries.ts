/** What is in the feeds: updates for the archive; stories, meetings and publications for a network, publisher or topic. */
import type { Archive, ArchivedItem, ArchivedUpdate, MeetingRecord, Publication, Story } from '../../archive/archive.ts'
import { formatDate } from '../../update/calendar-day.ts'
import { plain } from '../../update/markdown.ts'
import { addressOf } from '../addresses.ts'
import { displayTitle } from '../bibliography/reference.ts'
import { lastAnnouncement } from '../data/record-data.ts'
import { dateOfUpdate, itemOf } from '../find-in-archive.ts'
import { usageNote } from '../usage-note.ts'
import type { Feed, FeedEntry } from './feeds.ts'
import { headlinesOf, updateAsHtml } from './update-html.ts'

const LATEST_UPDATES = 20
const LATEST_ENTRIES = 30
const SUMMARY_LENGTH = 300

/** The latest updates in full, except standing notices and contact details: copies of feeds are kept for ever. */
export function archiveFeed(archive: Archive): Feed {
  const { site, asOf } = archive
  const entries = latestUpdates(archive).map(update => updateEntry(archive, update))
  return { title: site.title, description: site.description, page: addressOf.home(), entries, asOf }
}

/** The updates in the archive's feed, latest first. */
export const latestUpdates = ({ updates }: Archive): ArchivedUpdate[] => updates.slice(-LATEST_UPDATES).reverse()

/** Stories that name the network, and its meetings, latest first. */
export function networkFeed(archive: Archive, id: string): Feed {
  const { networks, stories, meetings } = archive
  const network = networks.get(id)
  const name = network?.name ?? id
  const found = [
    // No lists of all networks' dates, which come every week: each meeting is an entry of its own.
    ...candidates(network?.stories ?? [], stories, story => ofStory(archive, story, 'article')),
    ...candidates(network?.meetings ?? [], meetings, meeting => ofMeeting(archive, meeting)),
  ]
  const about = { name, description: `Stories about ${name} and its meetings`, page: addressOf.network(id) }
  return feedOf(archive, about, found)
}

/** Stories that name the publisher, and its publications without a story, latest first. */
export function publisherFeed(archive: Archive, id: string): Feed {
  const { publishers, stories, publications } = archive
  const publisher = publishers.get(id)
  const name = publisher?.name ?? id
  const found = [
    ...candidates(publisher?.stories ?? [], stories, story => ofStory(archive, story)),
    ...candidates(publisher?.publications ?? [], publications, publication => ofPublication(archive, publication)),
  ]
  const about = { name, description: `What ${name} published and stories about it`, page: addressOf.publisher(id) }
  return feedOf(archive, about, found)
}

/** Stories about the topic, and publications about it without a story, latest first. */
export function topicFeed(archive: Archive, id: string): Feed {
  const { topics, stories, publications } = archive
  const topic = topics.get(id)
  const name = topic?.name ?? id
  const found = [
    ...candidates(topic?.stories ?? [], stories, story => ofStory(archive, story)),
    ...candidates(topic?.publications ?? [], publications, publication => ofPublication(archive, publication)),
  ]
  const about = { name, description: `Stories and publications about ${name}`, page: addressOf.topic(id) }
  return feedOf(archive, about, found)
}

/** A possible entry. Its text is only made if it is among the latest. */
type Candidate = Pick<FeedEntry, 'id' | 'published' | 'updated' | 'related'> & {
  text: () => Pick<FeedEntry, 'address' | 'title' | 'summary'>
}

function feedOf(
  { site, asOf }: Archive,
  { name, description, page }: { name: string; description: string; page: string },
  found: Candidate[],
): Feed {
  const latest = found.sort(byDate).slice(0, LATEST_ENTRIES)
  const entries = latest.map(({ text, ...entry }) => ({ ...entry, ...text(), html: null }))
  return { title: `${name} – ${site.title}`, description: `${description}, from ${site.title}`, page, entries, asOf }
}

/** Latest first; entries of one day are in a fixed order. */
function byDate(a: Candidate, b: Candidate): number {
  if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1
  return a.id < b.id ? 1 : -1
}

function candidates<Thing>(ids: string[], all: ReadonlyMap<string, Thing>, of: (thing: Thing) => Candidate | null) {
  return ids.flatMap(id => {
    const thing = all.get(id)
    return (thing && of(thing)) ?? []
  })
}

function updateEntry({ site }: Archive, update: ArchivedUpdate): FeedEntry {
  const address = addressOf.update(update.number)
  return {
    id: address,
    address,
    title: update.heading,
    published: update.date,
    updated: update.date,
    summary: shortened(headlinesOf(update).join(' · ')),
    related: null,
    html: updateAsHtml(site, update),
  }
}

/** A story's first appearance; null if the story is not of the kind asked for. */
function ofStory(archive: Archive, { appearances }: Story, kind?: ArchivedItem['kind']): Candidate | null {
  const [first] = appearances
  const item = first && itemOf(archive, first.update, first.item)
  if (!first || !item || (kind !== undefined && item.kind !== kind)) return null
  const address = addressOf.item(first.update, first.item)
  const text = () => ({ address, title: displayTitle(item), summary: summaryOf(item) })
  return { id: address, published: first.date, updated: first.date, related: null, text }
}

/** Links to the meeting's latest announcement. null without a date: that a network will meet some day is not news. */
function ofMeeting(archive: Archive, meeting: MeetingRecord): Candidate | null {
  const published = dateOfUpdate(archive, meeting.updates[0] ?? 0)
  if (published === null || meeting.date === null) return null
  const updated = dateOfUpdate(archive, meeting.moves.at(-1)?.announcedIn ?? 0) ?? published
  const text = () => ({
    address: lastAnnouncement(meeting),
    title: titleOfMeeting(archive, meeting),
    summary: shortened(meeting.text),
  })
  return { id: addressOf.meeting(meeting), published, updated, related: null, text }
}

function ofPublication(archive: Archive, publication: Publication): Candidate | null {
  const [first] = publication.listings
  const date = first && dateOfUpdate(archive, first.update)
  if (!date || publication.stories.length > 0) return null
  const address = addressOf.publication(publication)
  const text = () => ({ address, title: publication.title, summary: shortened(plain(first.text)) })
  // The id is the address from before publications had pages, so that feed readers do not show it as new.
  const id = addressOf.publicationInYear(publication)
  return { id, published: date, updated: date, related: publication.sourceUrl, text }
}

function titleOfMeeting(
  { networks }: Archive,
  { network, label, subject, date, start, status }: MeetingRecord,
): string {
  const name = [networks.get(network)?.name ?? label, subject].filter(Boolean).join(': ')
  const when = [date && formatDate(date), start].filter(Boolean).join(', ')
  return `${status === 'cancelled' ? 'Cancelled: ' : ''}${name}, ${when}`
}

/** The beginning of a story, and what it says about its use. Reads only as many paragraphs as it needs. */
function summaryOf(item: ArchivedItem): string {
  const beginning = beginningOf(item)
  const note = usageNote(item)
  return note === null || beginning.includes(note) ? beginning : `${beginning} ${note}`
}

function beginningOf({ parts }: ArchivedItem): string {
  let text = ''
  for (const block of parts.flatMap(part => part.text.split('\n\n'))) {
    if (text.length > SUMMARY_LENGTH) break
    text += `${plain(block)} `
  }
  return shortened(text)
}

/** One line, cut between words. */
export function shortened(text: string, length = SUMMARY_LENGTH): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= length) return line
  return `${line.slice(0, length).replace(/\s+\S*$/u, '')} …`
}
