/** What stands in the feeds: updates in the archive's; stories, meetings and publications in a network's or publisher's. */
import type { Archive, ArchivedItem, ArchivedUpdate, MeetingRecord, Publication, Story } from '../archive/archive.ts'
import { plain } from '../update/markdown.ts'
import type { IsoDate } from '../update/update.ts'
import { addressOf } from './addresses.ts'
import { formatDate } from './dates.ts'
import type { Feed, FeedEntry } from './feeds.ts'
import { dateOfUpdate, itemOf } from './find-in-archive.ts'
import { lastAnnouncement } from './record-data.ts'
import { displayTitle } from './reference.ts'
import { headlinesOf, updateAsHtml } from './update-html.ts'

const NEWEST_UPDATES = 20
const NEWEST_ENTRIES = 30
const SUMMARY_LENGTH = 300

/** The newest updates, whole but for the standing notices and people's contact details: feeds are copied for ever. */
export function archiveFeed(archive: Archive): Feed {
  const { site, asOf } = archive
  const entries = newestUpdates(archive).map(update => updateEntry(archive, update))
  return { title: site.title, description: site.description, page: addressOf.home(), entries, asOf }
}

/** What the archive's feed is made of, newest first. */
export const newestUpdates = ({ updates }: Archive): ArchivedUpdate[] => updates.slice(-NEWEST_UPDATES).reverse()

/** Stories that name the network and meetings of it, newest first. */
export function networkFeed(archive: Archive, id: string): Feed {
  const { site, networks, stories, meetings, asOf } = archive
  const network = networks.get(id)
  const name = network?.name ?? id
  const entries = [
    // A list of all networks' dates is told every week; each of its meetings is an entry by itself.
    ...entriesOf(network?.stories ?? [], stories, story => storyEntry(archive, story, 'article')),
    ...entriesOf(network?.meetings ?? [], meetings, meeting => meetingEntry(archive, meeting)),
  ]
  const description = `Stories about ${name} and its meetings, from ${site.title}`
  return { title: `${name} – ${site.title}`, description, page: addressOf.network(id), entries: newest(entries), asOf }
}

/** Stories that name the publisher, and its publications that no story tells about, newest first. */
export function publisherFeed(archive: Archive, id: string): Feed {
  const { site, publishers, stories, publications, asOf } = archive
  const publisher = publishers.get(id)
  const name = publisher?.name ?? id
  const entries = [
    ...entriesOf(publisher?.stories ?? [], stories, story => storyEntry(archive, story)),
    ...entriesOf(publisher?.publications ?? [], publications, work => workEntry(archive, work)),
  ]
  const description = `What ${name} published and stories about it, from ${site.title}`
  return {
    title: `${name} – ${site.title}`,
    description,
    page: addressOf.publisher(id),
    entries: newest(entries),
    asOf,
  }
}

function updateEntry({ site }: Archive, update: ArchivedUpdate): FeedEntry {
  return {
    ...at(addressOf.update(update.number), update.date),
    title: update.heading,
    summary: shortened(headlinesOf(update).join(' · ')),
    html: updateAsHtml(site, update),
  }
}

/** A story as it was told first. */
function storyEntry(archive: Archive, story: Story, kind?: ArchivedItem['kind']): FeedEntry[] {
  const [first] = story.tellings
  const item = first && itemOf(archive, first.update, first.item)
  if (!first || !item || (kind !== undefined && item.kind !== kind)) return []
  const summary = shortened(item.parts.map(({ text }) => plain(text)).join(' '))
  return [
    { ...at(addressOf.item(first.update, first.item), first.date), title: displayTitle(item), summary, html: null },
  ]
}

/** Leads to where the meeting was announced last. */
function meetingEntry(archive: Archive, meeting: MeetingRecord): FeedEntry[] {
  const published = dateOfUpdate(archive, meeting.updates[0] ?? 0)
  if (published === null) return []
  const updated = dateOfUpdate(archive, meeting.moves.at(-1)?.toldIn ?? 0) ?? published
  const name = [archive.networks.get(meeting.network)?.name ?? meeting.label, meeting.subject]
    .filter(Boolean)
    .join(': ')
  const day = meeting.date === null ? 'no date yet' : formatDate(meeting.date)
  const cancelled = meeting.status === 'cancelled' ? 'Cancelled: ' : ''
  return [
    {
      id: addressOf.meeting(meeting),
      address: lastAnnouncement(meeting),
      title: `${cancelled}${name}, ${[day, meeting.start].filter(Boolean).join(', ')}`,
      published,
      updated,
      summary: shortened(meeting.text),
      html: null,
    },
  ]
}

function workEntry(archive: Archive, work: Publication): FeedEntry[] {
  const [first] = work.listings
  const date = first && dateOfUpdate(archive, first.update)
  if (!date || work.stories.length > 0) return []
  return [
    { ...at(addressOf.publication(work), date), title: work.title, summary: shortened(plain(first.text)), html: null },
  ]
}

const at = (address: string, date: IsoDate) => ({ id: address, address, published: date, updated: date })

function entriesOf<Thing>(ids: string[], all: ReadonlyMap<string, Thing>, entry: (thing: Thing) => FeedEntry[]) {
  return ids.flatMap(id => {
    const thing = all.get(id)
    return thing === undefined ? [] : entry(thing)
  })
}

function newest(entries: FeedEntry[]): FeedEntry[] {
  const order = ({ updated, id }: FeedEntry) => `${updated} ${id}`
  return entries.sort((a, b) => (order(a) < order(b) ? 1 : -1)).slice(0, NEWEST_ENTRIES)
}

/** One line, cut between words. */
export function shortened(text: string, length = SUMMARY_LENGTH): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= length) return line
  return `${line.slice(0, length).replace(/\s+\S*$/u, '')} …`
}
