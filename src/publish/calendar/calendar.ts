/** Meetings as iCalendar (RFC 5545): all of them, one network's, one alone. The same archive gives the same bytes. */
import ical, { escape as escapeText, type ICalCalendarData, type ICalEventData, ICalEventStatus } from 'ical-generator'
import { DateTime } from 'luxon'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import type { Archive, MeetingRecord } from '../../archive/archive.ts'
import { absolute, addressOf } from '../addresses.ts'
import { lastAnnouncement } from '../data/record-data.ts'
import { formatDate } from '../dates.ts'
import { perArchive } from '../per-archive.ts'
import { folded } from './fold.ts'

const ZONE = 'Europe/London'
const DAY_IN_SECONDS = 24 * 60 * 60

/** A calendar file: everything that stands in it, as plain values. Addresses are site-relative. */
export type Calendar = {
  file: string
  /** What a program that subscribes to it should know; null for one meeting, which nobody subscribes to. */
  about: { site: { url: string }; name: string; description: string; page: string } | null
  events: readonly CalendarEvent[]
}
export type CalendarEvent = {
  site: { url: string }
  network: string
  contact: string | null
  meeting: MeetingRecord & { date: string }
}

/** The meetings that a calendar can show: those with a date, past ones too, by date. */
export const eventsOf = perArchive((archive): CalendarEvent[] => {
  const { networks, people } = archive
  return [...archive.meetings.values()].flatMap(({ date, ...rest }) => {
    if (date === null) return []
    const { network, label, contact } = rest
    const asked = contact && (contact.person === null ? contact.printed : (people.get(contact.person)?.name ?? null))
    const { url } = archive.site
    return [
      { site: { url }, network: networks.get(network)?.name ?? label, contact: asked, meeting: { date, ...rest } },
    ]
  })
})

/**
 * Every calendar of the archive: `/calendar.ics`, each network's, and one for each dated meeting, to add to one's own
 * calendar. A meeting's UID is the same in all of them, so that no program keeps it twice. A network none of whose
 * meetings has a date has a calendar too: who subscribes today gets what is announced tomorrow.
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
 * Head, zone and events put together here, so that an event that stands in three calendars is written once. The zone is
 * there even without an event, for a calendar must have one component at least (RFC 5545 §3.6).
 */
export function calendarText({ file, about, events }: Calendar): string {
  const head = about === null ? PLAIN_HEAD : headText(about, file)
  return `${head}${ZONE_TEXT}${events.map(eventText).join('')}${END}\r\n`
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

/** Events are values of `eventsOf`, never changed: what was written once for one calendar serves the others. */
const written = new WeakMap<CalendarEvent, string>()

function eventText(event: CalendarEvent): string {
  const text = written.get(event) ?? folded(ical().createEvent(eventData(event)).toString())
  written.set(event, text)
  return text
}

function eventData({ site, network, contact, meeting }: CalendarEvent): ICalEventData {
  const { place, subject } = meeting
  const online = meeting.mode === 'online' ? 'Online' : null
  return {
    id: `${meeting.id}@${new URL(site.url).host}`,
    sequence: meeting.sequence,
    stamp: `${meeting.stamp}T00:00:00Z`,
    summary: printable(subject === null ? network : `${network}: ${subject}`),
    description: printable(descriptionOf(meeting, contact, absolute(site, lastAnnouncement(meeting)))),
    location: place === null ? online : printable(place),
    url: absolute(site, lastAnnouncement(meeting)),
    status: meeting.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...timesOf(meeting),
  }
}

/**
 * All-day where no time was printed. Where only the start was printed there is no DTEND: an hour that we made up would
 * block somebody's diary on nobody's word. Times go in as London's, whatever the zone of the machine.
 */
function timesOf({ date, start, end }: CalendarEvent['meeting']) {
  if (start === null) return { start: date, allDay: true }
  const at = (time: string) => DateTime.fromISO(`${date}T${time}`, { zone: ZONE })
  return { start: at(start), timezone: ZONE, ...(end !== null && end > start ? { end: at(end) } : {}) }
}

function descriptionOf({ status, text, moves, updates }: MeetingRecord, contact: string | null, url: string): string {
  const moved = moves.map(({ from, toldIn }) => {
    const before = [formatDate(from.date), from.start].filter(Boolean).join(', ')
    return `Moved from ${before}, as update ${toldIn} told.`
  })
  return [
    ...(status === 'cancelled' ? ['Cancelled.'] : []),
    text,
    ...moved,
    ...(contact === null ? [] : [`Contact: ${contact}`]),
    `Announced in Friday Update ${updates.join(', ')}: ${url}`,
  ].join('\n')
}

/** RFC 5545 §3.3.11 lets no control character into a text but the tab; line breaks are escaped. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\t\n]/gu, '')

const END = 'END:VCALENDAR'
const PRODUCT = { company: 'Friday Update archive', product: 'meetings', language: 'EN' }
const withoutEnd = (calendar: ICalCalendarData) => ical(calendar).toString().slice(0, -END.length)
const PLAIN_HEAD = withoutEnd({ prodId: PRODUCT })
const ZONE_TEXT = `${String(tzlib_get_ical_block(ZONE)[0]).trim().replace(/\r?\n/gu, '\r\n')}\r\n`
