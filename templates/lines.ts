/**
 * What a list says about one record, as plain data: a line for an update, a publication, a story, a meeting, a person. Pages look
 * these up in `pages(archive)`; parts show them.
 */
import {
  type Archive,
  type ArchivedUpdate,
  isOver,
  type MeetingContact,
  type MeetingRecord,
  type Mention,
  type Publication,
  type Story,
} from '../src/archive/archive.ts'
import { addressOf } from '../src/publish/addresses.ts'
import { displayTitle } from '../src/publish/bibliography/reference.ts'
import { itemOf } from '../src/publish/find-in-archive.ts'
import type { IsoDate, IsoMonth, Meeting } from '../src/update/update.ts'
import { safeUrl } from './safe-url.ts'
import type { Link } from './site-context.tsx'

/** In how many updates, and which were the first and the last. */
export type UpdateRange = { count: number; first: number; last: number }

export type PublicationLine = {
  id: string
  year: number
  title: string
  date: IsoDate | IsoMonth | null
  publishers: Link[]
  /** Its own web address. */
  source: string | null
  /** Ids that the site once used: they must stay as anchors. */
  formerIds: string[]
}

export type UpdateLine = { number: number; date: IsoDate; headlines: Link[]; reminders: number }

export type StoryLine = {
  to: string
  title: string
  update: number
  date: IsoDate
}

/** A contact: a person's page, an e-mail link, or words without a link. */
export type ContactLink = { text: string; to: string | null }

/** What a list of meetings and an update's own page both show of a meeting. */
export type ShownMeeting = Omit<Meeting, 'label' | 'formerDate' | 'yearFrom' | 'contacts' | 'text'> & {
  network: Link
  /** The meeting as a calendar file; null where it has no date. */
  file: string | null
}

export type MeetingLine = ShownMeeting & {
  id: string
  contacts: ContactLink[]
  /** Over before the date of the latest update. */
  isPast: boolean
  moves: MeetingRecord['moves']
  /** The latest update and story that announced it. */
  announcedIn: { update: number; to: string } | null
}

/** The span of ascending update numbers; null for none. */
export function spanOf(updates: number[]): UpdateRange | null {
  const [first] = updates
  const last = updates.at(-1)
  return first === undefined || last === undefined ? null : { count: updates.length, first, last }
}

export function publicationLine(archive: Archive, publication: Publication): PublicationLine {
  const { id, year, title, date, formerIds, sourceUrl } = publication
  return {
    id,
    year,
    title,
    date,
    publishers: publisherLinks(archive, publication.publishers),
    source: safeUrl(sourceUrl),
    formerIds,
  }
}

/** The lines of the publications that exist, in the given order. */
export const publicationLines = (archive: Archive, ids: Iterable<string>): PublicationLine[] =>
  Array.from(ids, id => archive.publications.get(id)).flatMap(publication =>
    publication ? [publicationLine(archive, publication)] : [],
  )

/** "Future dates for network meetings": the same title every week, with a different list each time. */
export function isListOfDates(archive: Archive, { appearances: [first] }: Story): boolean {
  return first !== undefined && itemOf(archive, first.update, first.item)?.kind === 'network-dates'
}

/** A story in a list leads to the first update that had it. */
export function storyLine(archive: Archive, story: Story): StoryLine | null {
  const [first] = story.appearances
  if (!first) return null
  const { update, item, date } = first
  const parts = itemOf(archive, update, item)?.parts ?? []
  const title = displayTitle({ ...story, parts })
  return { to: addressOf.item(update, item), title, update, date }
}

/** Latest first. Lists of all networks' dates are left out: each of their meetings is a record of its own. */
export const storyLines = (archive: Archive, ids: Iterable<string>): StoryLine[] =>
  Array.from(ids, id => archive.stories.get(id))
    .filter(story => story !== undefined && !isListOfDates(archive, story))
    .flatMap(story => (story ? (storyLine(archive, story) ?? []) : []))
    .sort((a, b) => b.update - a.update)

export function meetingLine(archive: Archive, meeting: MeetingRecord): MeetingLine {
  const { id, contacts, moves } = meeting
  const last = meeting.announcements.at(-1)
  return {
    ...shownMeeting(archive, meeting),
    id,
    contacts: contacts.map(contact => contactLink(archive, contact)),
    isPast: isOver(meeting, archive.asOf),
    moves,
    announcedIn: last ? { update: last.update, to: addressOf.item(last.update, last.item) } : null,
  }
}

/** `id` and `network`: of the meeting's record and of its network's. */
export function shownMeeting(
  archive: Archive,
  meeting: Omit<ShownMeeting, 'network' | 'file'> & Pick<MeetingRecord, 'id' | 'network' | 'label'>,
): ShownMeeting {
  const { id, network, label, subject, date, lastDate, start, end, mode, place, status } = meeting
  return {
    network: { to: addressOf.network(network), text: archive.networks.get(network)?.name ?? label },
    subject,
    date,
    lastDate,
    start,
    end,
    mode,
    place,
    status,
    file: date === null ? null : addressOf.meetingFile({ network, id }),
  }
}

/** A person’s name and page, an e-mail link, or the newsletter’s own words without a link. */
export function contactLink(archive: Archive, { printed, person }: MeetingContact): ContactLink {
  const record = person === null ? undefined : archive.people.get(person)
  if (record) return { text: record.name, to: addressOf.person(record.id) }
  return { text: printed, to: printed.includes('@') ? `mailto:${printed}` : null }
}

export function publisherLinks({ publishers }: Archive, mentions: Mention[]): Link[] {
  return mentions.map(({ id, printed }) => ({ to: addressOf.publisher(id), text: publishers.get(id)?.name ?? printed }))
}

export const topicLinks = ({ topics }: Archive, ids: Iterable<string>): Link[] => links(topics, ids, addressOf.topic)

export const networkLinks = ({ networks }: Archive, ids: Iterable<string>): Link[] =>
  links(networks, ids, addressOf.network)

export const personLinks = ({ people }: Archive, ids: Iterable<string>): Link[] => links(people, ids, addressOf.person)

/** The links of the records that exist, in the given order. */
const links = (
  records: ReadonlyMap<string, { name: string }>,
  ids: Iterable<string>,
  addressOfRecord: (id: string) => string,
): Link[] =>
  Array.from(ids).flatMap(id => {
    const record = records.get(id)
    return record ? [{ to: addressOfRecord(id), text: record.name }] : []
  })

/** An update’s headlines, without the weekly list of dates, and how many reminders it has. */
export function updateLine({ number, date, sections }: ArchivedUpdate): UpdateLine {
  const items = (kind: 'updates' | 'reminders') =>
    sections.flatMap(section => (section.kind === kind ? section.items : []))
  return {
    number,
    date,
    headlines: items('updates')
      .filter(({ kind }) => kind === 'article')
      .map(item => ({ to: addressOf.item(number, item.id), text: displayTitle(item) })),
    reminders: items('reminders').length,
  }
}
