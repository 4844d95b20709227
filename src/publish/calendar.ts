/** Meetings as iCalendar (RFC 5545): all of them, one network's, one alone. The same archive gives the same bytes. */
import ical, { escape as escapeText, foldLines, type ICalEventData, ICalEventStatus } from 'ical-generator'
import { DateTime } from 'luxon'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import type { Archive, MeetingRecord, Network } from '../archive/archive.ts'
import { absolute, addressOf } from './addresses.ts'
import { formatDate } from './dates.ts'
import { perArchive } from './per-archive.ts'
import { lastAnnouncement } from './record-data.ts'

const ZONE = 'Europe/London'
const DAY_IN_SECONDS = 24 * 60 * 60

/** A meeting with its day. The undated ones are in no calendar. */
export type DatedMeeting = MeetingRecord & { date: string }

/** What a calendar says of itself; addresses are site-relative. */
type Calendar = { name: string; description: string; page: string; file: string }

/** `/calendar.ics`: every dated meeting, past ones too, by date. */
export function calendarOfAll(archive: Archive): string {
  const calendar = {
    name: 'SESLIP networks',
    description: 'Meetings of all networks, as the Friday Update announced them',
    page: addressOf.calendar(),
    file: addressOf.calendarFile(),
  }
  return calendarText(archive, calendar, datedMeetings(archive))
}

/** `/networks/<id>/meetings.ics`; a calendar without events where no meeting of the network has a date. */
export function calendarOfNetwork(archive: Archive, network: Network): string {
  const calendar = {
    name: network.name,
    description: `Meetings of ${network.name}, as the Friday Update announced them`,
    page: addressOf.network(network.id),
    file: addressOf.networkCalendar(network.id),
  }
  const ids = new Set(network.meetings)
  return calendarText(
    archive,
    calendar,
    datedMeetings(archive).filter(({ id }) => ids.has(id)),
  )
}

/** One meeting, to add to one's own calendar. Its UID is the same everywhere, so that no program keeps it twice. */
export function calendarOfMeeting(archive: Archive, meeting: DatedMeeting): string {
  const { name, page } = { name: networkName(archive, meeting), page: addressOf.network(meeting.network) }
  return calendarText(archive, { name, description: meeting.text, page, file: addressOf.meetingFile(meeting) }, [
    meeting,
  ])
}

export function datedMeetings({ meetings }: Pick<Archive, 'meetings'>): DatedMeeting[] {
  return [...meetings.values()].filter((meeting): meeting is DatedMeeting => meeting.date !== null)
}

/**
 * Head, zone and events put together here, so that an event that stands in three calendars is written and folded
 * once: folding is nearly all of the time that ical-generator takes. The zone is there even without an event, for a
 * calendar must have one component at least (RFC 5545 §3.6). ical-generator escapes every text but a calendar's own.
 */
function calendarText(archive: Archive, calendar: Calendar, meetings: readonly DatedMeeting[]): string {
  const END = 'END:VCALENDAR'
  const { site } = archive
  const head = ical({
    prodId: { company: 'Friday Update archive', product: 'meetings', language: 'EN' },
    name: escapeText(printable(calendar.name), false),
    description: escapeText(printable(calendar.description), false),
    url: absolute(site, calendar.page),
    source: absolute(site, calendar.file),
    ttl: DAY_IN_SECONDS,
  }).toString()
  const eventText = eventTexts(archive)
  return `${head.slice(0, -END.length)}${zoneText()}${meetings.map(eventText).join('')}${END}\r\n`
}

function zoneText(): string {
  const [zone = ''] = tzlib_get_ical_block(ZONE)
  return `${zone.trim().replace(/\r?\n/gu, '\r\n')}\r\n`
}

/** The VEVENT of a meeting, folded; each written once. */
const eventTexts = perArchive(archive => {
  const texts = new Map<string, string>()
  return (meeting: DatedMeeting): string => {
    const text = texts.get(meeting.id) ?? folded(ical().createEvent(eventOf(archive, meeting)).toString())
    texts.set(meeting.id, text)
    return text
  }
})

/**
 * All-day where no time was printed. Where only the start was printed there is no DTEND: an hour that we made up would
 * block somebody's diary on nobody's word, and the description says what was printed.
 */
function eventOf(archive: Archive, meeting: DatedMeeting): ICalEventData {
  const { site } = archive
  const online = meeting.mode === 'online' ? 'Online' : null
  const subject = meeting.subject === null ? '' : `: ${meeting.subject}`
  return {
    id: `${meeting.id}@${new URL(site.url).host}`,
    sequence: meeting.sequence,
    stamp: `${meeting.stamp}T00:00:00Z`,
    summary: printable(`${networkName(archive, meeting)}${subject}`),
    description: printable(descriptionOf(archive, meeting)),
    location: meeting.place === null ? online : printable(meeting.place),
    url: absolute(site, lastAnnouncement(meeting)),
    status: meeting.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...timesOf(meeting),
  }
}

/** Times go in as London's, whatever the zone of the machine. A day's end is left out: it is one day. */
function timesOf({ date, start, end }: DatedMeeting): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if (start === null) return { start: date, allDay: true }
  const at = (time: string) => DateTime.fromISO(`${date}T${time}`, { zone: ZONE })
  return { start: at(start), timezone: ZONE, ...(end !== null && end > start ? { end: at(end) } : {}) }
}

function descriptionOf({ site, people }: Archive, meeting: DatedMeeting): string {
  const { contact } = meeting
  const asked = contact && (contact.person === null ? contact.printed : (people.get(contact.person)?.name ?? null))
  const moves = meeting.moves.map(({ from, toldIn }) => {
    const before = [formatDate(from.date), from.start].filter(Boolean).join(', ')
    return `Moved from ${before}, as update ${toldIn} told.`
  })
  const told = meeting.updates.length > 0 ? `Announced in Friday Update ${meeting.updates.join(', ')}.` : ''
  return [
    ...(meeting.status === 'cancelled' ? ['Cancelled.'] : []),
    meeting.text,
    ...moves,
    ...(asked ? [`Contact: ${asked}`] : []),
    `${told} ${absolute(site, lastAnnouncement(meeting))}`.trim(),
  ].join('\n')
}

const networkName = ({ networks }: Archive, { network, label }: MeetingRecord): string =>
  networks.get(network)?.name ?? label

/** RFC 5545 §3.3.11 lets no control characters into a text but tabs; line breaks are escaped later. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\t\n]/gu, '')

/** At 75 octets (RFC 5545 §3.1). Only long lines need the library's slow walk over each character. */
function folded(text: string): string {
  const fold = (line: string) => (line.length <= 24 || Buffer.byteLength(line) <= 74 ? line : foldLines(line))
  return text.split('\r\n').map(fold).join('\r\n')
}
