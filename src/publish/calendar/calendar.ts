/** Meetings as iCalendar (RFC 5545): all, one network's, or a single one. The same archive gives the same bytes. */
import ical, { escape as escapeText, type ICalCalendarData, type ICalEventData, ICalEventStatus } from 'ical-generator'
import type { Archive, MeetingRecord } from '../../archive/archive.ts'
import { addDays, formatDate } from '../../update/calendar-day.ts'
import type { ClockTime, IsoDate } from '../../update/update.ts'
import { absolute, addressOf } from '../addresses.ts'
import { lastAnnouncement } from '../data/record-data.ts'
import { perArchive } from '../per-archive.ts'
import { folded } from './fold.ts'
import { LONDON, LONDON_ZONE } from './london.ts'

const DAY_IN_SECONDS = 24 * 60 * 60

/** A calendar file: everything in it, as plain values. Addresses are site-relative. */
export type Calendar = {
  file: string
  /** Details for programs that subscribe; null for a single meeting, which no one subscribes to. */
  about: { site: { url: string }; name: string; description: string; page: string } | null
  events: readonly CalendarEvent[]
}
export type CalendarEvent = {
  site: { url: string }
  network: string
  contacts: string[]
  meeting: MeetingRecord & { date: IsoDate }
}

/**
 * The meetings that a calendar can show, by date: all those with a date, past ones too, and postponed ones on their old
 * day. The UID stays the same, so calendars that already have the event show that it is off.
 */
export const eventsOf = perArchive((archive): CalendarEvent[] => {
  const { networks, people, site } = archive
  return [...archive.meetings.values()].flatMap(meeting => {
    const day = dayInCalendars(meeting)
    if (day === null) return []
    const contacts = meeting.contacts.flatMap(({ person, printed }) =>
      person === null ? printed : (people.get(person)?.name ?? []),
    )
    const network = networks.get(meeting.network)?.name ?? meeting.label
    return [{ site: { url: site.url }, network, contacts, meeting: { ...meeting, ...day } }]
  })
})

/** A postponed meeting stays on its old day, as cancelled and with the same id, so calendars that have it are corrected. */
function dayInCalendars({
  date,
  start,
  status,
  moves,
}: MeetingRecord): Pick<CalendarEvent['meeting'], 'date' | 'start'> | null {
  if (date !== null) return { date, start }
  return status === 'postponed' ? (moves.at(-1)?.from ?? null) : null
}

/**
 * Every calendar of the archive: `/calendar.ics`, one for each network, and one for each dated meeting. A meeting has the
 * same UID in all of them, so that no program shows it twice. A network without dated meetings has an empty calendar, so
 * that people can subscribe before the next one is announced.
 */
export function* calendars(archive: Archive): Generator<Calendar> {
  const site = { url: archive.site.url }
  const events = eventsOf(archive)
  const description = 'Meetings of all networks, as the Friday Update announced them'
  const about = { site, name: 'SESLIP networks', description, page: addressOf.calendar() }
  yield { file: addressOf.calendarFile(), about, events }
  const byMeeting = new Map(events.map(event => [event.meeting.id, event]))
  for (const { id, name, meetings } of archive.networks.values()) {
    const description = `Meetings of ${name}, as the Friday Update announced them`
    const about = { site, name, description, page: addressOf.network(id) }
    const held = meetings.flatMap(meeting => byMeeting.get(meeting) ?? [])
    yield { file: addressOf.networkCalendar(id), about, events: held }
  }
  for (const event of events) yield { file: addressOf.meetingFile(event.meeting), about: null, events: [event] }
}

/**
 * Puts head, time zone and events together, so that an event in three calendars is only formatted once. The zone is
 * there even without events, because a calendar must have at least one component (RFC 5545 §3.6).
 */
export function calendarText({ file, about, events }: Calendar): string {
  const head = about === null ? PLAIN_HEAD : headText(about, file)
  return `${head}${LONDON_ZONE}${events.map(eventText).join('')}${END}\r\n`
}

/** ical-generator escapes every text but a calendar's own name and description. */
function headText({ site, name, description, page }: NonNullable<Calendar['about']>, file: string): string {
  return withoutEnd({
    prodId: PRODUCT,
    name: escapeText(printable(name), false),
    description: escapeText(printable(description), false),
    url: absolute(site, page),
    source: absolute(site, file),
    ttl: DAY_IN_SECONDS,
  })
}

/** Events come from `eventsOf` and never change, so their text is kept for the other calendars. */
const written = new WeakMap<CalendarEvent, string>()

function eventText(event: CalendarEvent): string {
  const text = written.get(event) ?? folded(inLondon(ical().createEvent(eventData(event)).toString()))
  written.set(event, text)
  return text
}

function eventData({ site, network, contacts, meeting }: CalendarEvent): ICalEventData {
  const { subject } = meeting
  const location = locationOf(meeting)
  return {
    id: `${meeting.id}@${new URL(site.url).host}`,
    sequence: meeting.sequence,
    stamp: `${meeting.stamp}T00:00:00Z`,
    summary: printable(subject === null ? network : `${network}: ${subject}`),
    description: printable(descriptionOf(meeting, contacts, absolute(site, lastAnnouncement(meeting)))),
    location: location === null ? null : printable(location),
    url: absolute(site, lastAnnouncement(meeting)),
    status: meeting.status === 'planned' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    ...timesOf(meeting),
  }
}

function locationOf({ place, mode }: MeetingRecord): string | null {
  if (mode === 'online') return place ?? 'Online'
  return mode === 'hybrid' ? [place, 'online'].filter(Boolean).join(' or ') : place
}

/**
 * All-day if no time was published, or if a meeting of several days has no end time. If only the start was published,
 * there is no DTEND: the event then ends when it starts (RFC 5545 §3.6.1). Google, Apple and Outlook show it at that time
 * without blocking any; we do not invent a length. The description says why.
 *
 * Times are written as published, in London time. A time that the clock change skips is not moved: RFC 5545 §3.3.5 says
 * how to read it.
 */
function timesOf({ date, lastDate, start, end }: CalendarEvent['meeting']) {
  const until = lastDate ?? date
  // The day after the last one: the end of an event is not part of it (RFC 5545 §3.6.1).
  const wholeDays = { start: date, allDay: true, ...(lastDate === null ? {} : { end: addDays(lastDate, 1) }) }
  if (start === null || (lastDate !== null && end === null)) return wholeDays
  const at = (day: IsoDate, time: ClockTime) => `${day}T${time}:00Z`
  const ends = end !== null && (until > date || end > start) ? { end: at(until, end) } : {}
  return { start: at(date, start), floating: true, ...ends }
}

/** ical-generator has no way to write a time that luxon would move, so times go in without a zone and get it here. */
const inLondon = (event: string): string =>
  event.replace(/^(?<name>DTSTART|DTEND):(?=\d{8}T)/gmu, `$<name>;TZID=${LONDON}:`)

function descriptionOf(meeting: MeetingRecord, contacts: readonly string[], url: string): string {
  const { status, start, end, text, moves, updates } = meeting
  const moved = moves.map(({ from, announcedIn }, nth) => {
    const before = [formatDate(from.date), from.start].filter(Boolean).join(', ')
    const isLast = nth === moves.length - 1
    return `${isLast && status === 'postponed' ? 'Postponed' : 'Moved'} from ${before}, as update ${announcedIn} says.`
  })
  return [
    ...(status === 'cancelled' ? ['Cancelled.'] : []),
    ...(status === 'postponed' ? ['Postponed: no new date has been published.'] : []),
    text,
    ...moved,
    ...(status === 'planned' && start !== null && end === null ? ['When it ends was not published.'] : []),
    ...(contacts.length === 0 ? [] : [`Contact: ${contacts.join(', ')}`]),
    `Announced in Friday Update ${updates.join(', ')}: ${url}`,
  ].join('\n')
}

/** RFC 5545 §3.3.11 allows no control characters in text but tabs; line breaks are escaped. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\t\n]/gu, '')

const END = 'END:VCALENDAR'
const PRODUCT = { company: 'Friday Update archive', product: 'meetings', language: 'EN' }
const withoutEnd = (calendar: ICalCalendarData) => ical(calendar).toString().slice(0, -END.length)
const PLAIN_HEAD = withoutEnd({ prodId: PRODUCT })
