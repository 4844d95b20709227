/**
 * When two announcements are the same meeting. Announcements are read update by update, oldest first; the first one
 * of a meeting makes its record, whose id (the network and the date first announced) never changes.
 *
 * A new date is a *move* when the meeting listed last time under this network and subject is no
 * longer listed, had not yet passed, is near enough, and is the only one that the new date can replace. Otherwise it is
 * another meeting.
 */
import { daysBetween } from '../../update/calendar-day.ts'
import type { IsoDate } from '../../update/update.ts'
import type { ArchivedMeeting, MeetingRecord } from '../archive.ts'
import { groupBy } from '../lists-by-key.ts'
import { foldedWords } from '../names/names.ts'

/** One announcement: in which update and item, and what it says. */
export type Announcement = { update: number; date: IsoDate; item: string; meeting: Omit<ArchivedMeeting, 'meeting'> }

type Network = {
  records: MeetingRecord[]
  /** Records that the last update with a dated line of this network announced. */
  standing: ReadonlySet<MeetingRecord>
}
/** What one update says about one network, as far as it has been read: each record with its announcements. */
type UpdateMeetings = Map<MeetingRecord, Announcement[]>

/** Groups announcements (oldest update first) into records. `recordOf` runs parallel to the announcements and holds ids. */
export function groupMeetings(announcements: readonly Announcement[]): {
  records: MeetingRecord[]
  recordOf: string[]
} {
  const networks = new Map<string, Network>()
  const ids = new Set<string>()
  const said = announcements.map(asStanding)
  const recordOf = new Map<Announcement, MeetingRecord>()
  for (const group of byUpdateAndNetwork(said)) {
    const id = group[0].meeting.network.id
    const network = networks.get(id) ?? { records: [], standing: new Set() }
    networks.set(id, network)
    const read = readGroup(network, group, ids)
    for (const [record, said] of read) for (const one of said) recordOf.set(one, record)
    const dated = [...read.keys()].filter(record => record.date !== null)
    if (dated.length > 0) network.standing = new Set(dated)
  }
  const records = [...networks.values()].flatMap(network => network.records)
  return { records, recordOf: said.map(one => recordOf.get(one)?.id ?? '') }
}

/** "Postponed to 22 January" is off only its old day: what stands is a planned meeting that has moved. */
const asStanding = (announcement: Announcement): Announcement => {
  const { meeting } = announcement
  if (meeting.status !== 'postponed' || meeting.date === null) return announcement
  return { ...announcement, meeting: { ...meeting, status: 'planned' } }
}

/** Announcements of one network in one update belong together: what is still in it cannot have moved. */
const byUpdateAndNetwork = (announcements: readonly Announcement[]): [Announcement, ...Announcement[]][] => [
  ...groupBy(announcements, ({ update, meeting }) => `${update}/${meeting.network.id}`).values(),
]

/** Known meetings first; the rest have moved or are new. */
function readGroup(network: Network, group: readonly Announcement[], ids: Set<string>): UpdateMeetings {
  const read: UpdateMeetings = new Map()
  const tell = (announcement: Announcement, record: MeetingRecord) => {
    announce(record, announcement)
    read.set(record, [...(read.get(record) ?? []), announcement])
  }
  const open = group.filter(announcement => {
    const known = knownMeeting(network, announcement, read)
    if (known !== undefined) tell(announcement, known)
    return known === undefined
  })
  for (const announcement of open) {
    // Asked again, because an article and the list of dates may both announce what no earlier update did.
    const known = knownMeeting(network, announcement, read) ?? movedMeeting(network, { announcement, open, read })
    tell(announcement, known ?? found(network, announcement, ids))
  }
  return read
}

/** So many of a network's latest records are looked at: a year of fortnightly meetings, and the cost stays linear. */
const looksBack = 40

/** The record of this day (or of no day) that the announcement repeats. */
function knownMeeting(network: Network, announcement: Announcement, read: UpdateMeetings): MeetingRecord | undefined {
  const { meeting } = announcement
  if (meeting.date === null)
    return meeting.status === 'planned' ? undated(network) : (offMeeting(network, announcement) ?? undefined)
  const fits = network.records
    .slice(-looksBack)
    .filter(
      record =>
        record.date === meeting.date &&
        subjectsAgree(record.subject, meeting.subject) &&
        (read.get(record) ?? []).every(other => mayBeTheSame(other, announcement)),
    )
  return (
    fits.find(record => record.start === meeting.start && subjectKey(record.subject) === subjectKey(meeting.subject)) ??
    fits.find(record => record.start === meeting.start) ??
    fits.find(record => record.start === null || meeting.start === null) ??
    fits.find(record => !read.has(record)) ??
    formerly(network, announcement)
  )
}

/** "now 12 June (was 5 June)", "postponed from 5 June": the meeting that was to be on the day that is named. */
const formerly = (
  { records }: Network,
  { meeting: { formerDate, subject } }: Announcement,
): MeetingRecord | undefined =>
  formerDate === null
    ? undefined
    : records
        .slice(-looksBack)
        .find(
          ({ date, moves, subject: known }) =>
            (date ?? moves.at(-1)?.from.date) === formerDate && subjectsAgree(known, subject),
        )

const undated = (network: Network): MeetingRecord | undefined =>
  network.records.find(record => record.id.endsWith('-undated'))

/**
 * A line that says that a meeting is off: of the day it was to be; or, naming none ("AD Education: cancelled"), of the only
 * one planned, or of the one that was already postponed.
 */
function offMeeting(network: Network, announcement: Announcement): MeetingRecord | undefined {
  const { meeting, date } = announcement
  if (meeting.formerDate !== null) return formerly(network, announcement)
  const ahead = [...network.standing].filter(record => record.date !== null && record.date >= date)
  if (ahead.length === 1) return ahead[0]
  return postponed(network).at(-1) ?? undated(network)
}

/** Postponed meetings without a new day yet. */
const postponed = ({ records }: Network): MeetingRecord[] =>
  records.slice(-looksBack).filter(({ status }) => status === 'postponed')

/** Two lines of one item at two times of one day are two meetings; a line and an article announce one. */
const mayBeTheSame = (one: Announcement, other: Announcement): boolean =>
  one.item !== other.item || one.meeting.date === null || one.meeting.start === other.meeting.start

const subjectKey = (subject: string | null): string => foldedWords(subject ?? '').join(' ')
const subjectsAgree = (one: string | null, other: string | null): boolean =>
  one === null || other === null || subjectKey(one) === subjectKey(other)

type NewDate = { announcement: Announcement; open: readonly Announcement[]; read: UpdateMeetings }

/** The record whose date the announcement replaces; undefined where there is none, or where it could be one of several. */
function movedMeeting(network: Network, { announcement, open, read }: NewDate): MeetingRecord | undefined {
  const { date, subject, text } = announcement.meeting
  if (date === null) return undefined
  const [waiting, ...others] = postponed(network).filter(
    record =>
      record.date === null &&
      subjectKey(record.subject) === subjectKey(subject) &&
      daysApart(record.moves.at(-1)?.from.date ?? null, date) <= longestWait,
  )
  if (waiting !== undefined && others.length === 0 && open.length === 1) return waiting
  const replaceable = [...network.standing].filter(
    record =>
      record.date !== null &&
      record.date >= announcement.date &&
      record.status === 'planned' &&
      subjectKey(record.subject) === subjectKey(subject) &&
      !read.has(record),
  )
  const rivals = open.filter(
    other => other.meeting.date !== null && subjectKey(other.meeting.subject) === subjectKey(subject),
  )
  const [only] = replaceable
  if (only !== undefined && replaceable.length === 1 && rivals.length === 1)
    return saysMoved.test(text) || daysApart(only.date, date) <= (only.moves.length === 0 ? farthest : near)
      ? only
      : undefined
  const neighbours = replaceable.filter(record => daysApart(record.date, date) <= near)
  const [neighbour] = neighbours
  if (neighbour === undefined || neighbours.length > 1) return undefined
  return rivals.filter(({ meeting }) => daysApart(meeting.date, neighbour.date) <= near).length === 1
    ? neighbour
    : undefined
}

/**
 * In days. Networks meet by the month or the season, and a list may leave the next date out before its day: what then
 * is there is the one after it. So one date may replace another only near by, and nearer still where several might,
 * or where it has moved before: a monthly meeting must not wander through the years as one.
 */
const farthest = 45
const near = 21
/** A postponed meeting gets its new day within a term. */
const longestWait = 150
const saysMoved = /\b(?:moved|rescheduled|postponed|deferred|brought forward|put back|changed?|new date|instead)\b/iu

/** Infinity if one has no date. */
const daysApart = (one: IsoDate | null, other: IsoDate | null): number =>
  one === null || other === null ? Number.POSITIVE_INFINITY : Math.abs(daysBetween(one, other))

function found(network: Network, announcement: Announcement, ids: Set<string>): MeetingRecord {
  const { network: mention, formerDate, ...said } = announcement.meeting
  const wanted = `${mention.id}-${formerDate ?? said.date ?? 'undated'}`
  let id = wanted
  for (let nth = 2; ids.has(id); nth++) id = `${wanted}-${nth}`
  ids.add(id)
  const record: MeetingRecord = {
    ...said,
    id,
    network: mention.id,
    moves: formerDate === null ? [] : [{ from: { date: formerDate, start: null }, announcedIn: announcement.update }],
    announcements: [],
    updates: [],
    sequence: 0,
    stamp: announcement.date,
  }
  network.records.push(record)
  return record
}

/** Takes in what an announcement says: the latest word counts, but saying nothing changes nothing. */
function announce(record: MeetingRecord, { update, date, item, meeting }: Announcement): void {
  const again = record.updates.at(-1) === update
  if (again) complete(record, update, meeting)
  else if (record.updates.length > 0 && revise(record, update, meeting)) record.sequence++
  record.announcements.push({ update, item })
  if (!again) record.updates.push(update)
  record.stamp = date
}

/** What readers must hear of: a change of these, of the day or of the status is news. */
const substance = ['lastDate', 'start', 'end', 'mode', 'place'] as const
type Said = Announcement['meeting']
/** What a later announcement may change: all that it says, so that the compiler asks about a new field. */
type Changing = Omit<Said, 'network' | 'formerDate'>

/** A second announcement in the same update fills gaps; one "cancelled" is enough. */
function complete(record: MeetingRecord, update: number, said: Said): void {
  if (said.status === 'postponed') {
    postpone(record, update)
    return
  }
  const { label, date, yearFrom, text } = record
  const filled: Changing = {
    label,
    subject: record.subject ?? said.subject,
    date,
    lastDate: record.lastDate ?? said.lastDate,
    yearFrom,
    start: record.start ?? said.start,
    end: record.end ?? said.end,
    mode: record.mode ?? said.mode,
    place: record.place ?? said.place,
    contacts: record.contacts.length > 0 ? record.contacts : said.contacts,
    status: said.status === 'cancelled' ? 'cancelled' : record.status,
    text,
  }
  Object.assign(record, filled)
}

/** Takes it off its day, and keeps that day. */
function postpone(record: MeetingRecord, update: number): void {
  const { date, start } = record
  if (date !== null) record.moves.push({ from: { date, start }, announcedIn: update })
  Object.assign(record, { status: 'postponed', date: null, lastDate: null, yearFrom: null, start: null, end: null })
}

/** Updates a record; returns whether anything of substance changed. */
function revise(record: MeetingRecord, update: number, said: Said): boolean {
  if (said.status === 'postponed') {
    const isNews = record.status !== 'postponed'
    postpone(record, update)
    Object.assign(record, { label: said.label, text: said.text })
    if (said.contacts.length > 0) record.contacts = said.contacts
    return isNews
  }
  const otherDay = said.date !== null && record.date !== said.date
  const otherTime = record.start !== null && said.start !== null && record.start !== said.start
  if ((otherDay || otherTime) && record.date !== null)
    record.moves.push({ from: { date: record.date, start: record.start }, announcedIn: update })
  const { label, status, text } = said
  // With another day, the old hours do not count.
  const before = otherDay ? { ...record, lastDate: null, start: null, end: null } : record
  const after: Changing = {
    label,
    subject: said.subject ?? record.subject,
    date: said.date ?? record.date,
    lastDate: said.lastDate ?? before.lastDate,
    yearFrom: said.yearFrom ?? record.yearFrom,
    start: said.start ?? before.start,
    end: said.end ?? before.end,
    mode: said.mode ?? record.mode,
    place: said.place ?? record.place,
    contacts: said.contacts.length > 0 ? said.contacts : record.contacts,
    status,
    text,
  }
  const changed = otherDay || status !== record.status || substance.some(field => after[field] !== record[field])
  Object.assign(record, after)
  return changed
}
