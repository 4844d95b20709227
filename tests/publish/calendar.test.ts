import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { addressOf, subscribeTo } from '../../src/publish/addresses.ts'
import { calendars, calendarText } from '../../src/publish/calendar/calendar.ts'
import { folded } from '../../src/publish/calendar/fold.ts'
import { aMeeting, smallArchive } from '../support/small-archive.ts'

const textAt = (archive: Archive, address: string) => {
  const calendar = [...calendars(archive)].find(({ file }) => file === address)
  return calendar ? calendarText(calendar) : ''
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zones = calendar.getAllSubcomponents('vtimezone')
  for (const zone of zones) ICAL.TimezoneService.register(zone)
  return { calendar, zones, events: calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event)) }
}

const whole = textAt(smallArchive(), '/calendar.ics')
const { calendar, zones, events } = read(whole)
const [allDay, moved, cancelled] = events

/** A calendar with one meeting that is like this. */
const textWith = (meeting: Parameters<typeof aMeeting>[0]) => {
  const archive = { ...smallArchive(), meetings: new Map([[meeting.id, aMeeting(meeting)]]) }
  return textAt(archive, addressOf.calendarFile())
}
const eventLike = (meeting: Parameters<typeof aMeeting>[0]) => read(textWith(meeting)).events[0]

describe('a calendar', () => {
  test('holds every meeting that has a date, under ids that are the same in every calendar', () => {
    const ids = ['2026-03-27', '2026-03-29', '2026-06-05'].map(date => `otters-and-weirs-${date}@example.org`)
    expect(events.map(({ uid }) => uid)).toEqual(ids)
    expect(
      read(textAt(smallArchive(), '/networks/otters-and-weirs/meetings.ics')).events.map(({ uid }) => uid),
    ).toEqual(ids)
    const alone = read(textAt(smallArchive(), '/networks/otters-and-weirs/otters-and-weirs-2026-06-05.ics'))
    expect(alone.events.map(({ uid }) => uid)).toEqual([ids[2]])
    expect([...calendars(smallArchive())].map(({ file }) => file).join()).not.toContain('undated')
  })

  test('says how it is called, where it comes from and when to ask again', () => {
    const network = read(textAt(smallArchive(), '/networks/otters-and-weirs/meetings.ics')).calendar
    // ical.js does not know these two, and leaves their escapes as they are.
    for (const name of ['name', 'x-wr-calname']) {
      expect(network.getFirstPropertyValue(name)).toBe('Otters\\, weirs & “holts”')
    }
    expect(network.getFirstPropertyValue('url')).toBe('https://example.org/archive/networks/otters-and-weirs/')
    expect(network.getFirstPropertyValue('source')).toContain('/archive/networks/otters-and-weirs/meetings.ics')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('P1D')
  })

  test('brings the rules of London time, also where it has no event yet', () => {
    const empty = read(textAt(smallArchive(), '/networks/silent/meetings.ics'))
    expect(empty.events).toHaveLength(0)
    for (const [zone] of [zones, empty.zones]) expect(zone?.getFirstPropertyValue('tzid')).toBe('Europe/London')
  })

  test('has lines of at most 75 octets, each with CRLF, and folds no character', () => {
    expect(whole.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = whole.split('\r\n')
    expect(lines.join('')).not.toMatch(/[\r\n]/u)
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(whole).not.toContain('\uFFFD')
    expect(moved?.description).toContain(
      'nets, weirs; and “holts” – a line long enough to be folded, twice over, at 75 octets — Ada',
    )
  })

  test('unfolds to the same text, whatever the characters', () => {
    const signs = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '…', '☂', '😀'), maxLength: 300 })
    fc.assert(
      fc.property(signs, line => {
        const text = folded(`${line}\r\n`)
        expect(text.replaceAll('\r\n ', '')).toBe(`${line}\r\n`)
        for (const piece of text.split('\r\n')) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75)
        expect(text).not.toContain('\uFFFD')
      }),
    )
  })

  test('is made again to the byte, in any zone and at any time', () => {
    const script = `
      import { publishedFiles } from './src/publish/published-files.ts'
      import { smallArchive } from './tests/support/small-archive.ts'
      for (const { content } of publishedFiles(smallArchive())) process.stdout.write(content())`
    const madeIn = (TZ: string) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
      })
    const [tokyo, newYork] = [madeIn('Asia/Tokyo').toString(), madeIn('America/New_York').toString()]
    expect(tokyo).toContain(whole)
    expect(newYork).toBe(tokyo)
  })

  test('is subscribed to under its webcal address', () => {
    const { site } = smallArchive()
    expect(subscribeTo(site, addressOf.networkCalendar('silent'))).toBe(
      'webcal://example.org/archive/networks/silent/meetings.ics',
    )
  })
})

describe('an event', () => {
  test('without a time lasts the day', () => {
    expect(allDay?.startDate.isDate).toBe(true)
    expect(allDay?.startDate.toString()).toBe('2026-03-27')
    expect(allDay?.endDate.toString()).toBe('2026-03-28')
    expect(allDay?.component.hasProperty('dtend')).toBe(false)
  })

  test('has London time: on the morning when summer time begins too', () => {
    expect(moved?.startDate.toString()).toBe('2026-03-29T10:00:00')
    expect(moved?.startDate.toJSDate().toISOString()).toBe('2026-03-29T09:00:00.000Z')
    expect(moved?.endDate.toJSDate().toISOString()).toBe('2026-03-29T10:30:00.000Z')
  })

  test.each([
    ['2026-03-28', '10:00', '2026-03-28T10:00:00.000Z'],
    ['2026-03-29', '00:30', '2026-03-29T00:30:00.000Z'],
    ['2026-06-05', '14:00', '2026-06-05T13:00:00.000Z'],
    ['2026-10-25', '00:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '09:00', '2026-10-25T09:00:00.000Z'],
  ])('on %s at %s is at %s', (date, start, moment) => {
    expect(eventLike({ id: 'x', date, start })?.startDate.toJSDate().toISOString()).toBe(moment)
  })

  test('has no end if none was published, and none before its start', () => {
    expect(cancelled?.component.hasProperty('dtend')).toBe(false)
    const backwards = eventLike({ id: 'x', start: '14:00', end: '13:00' })
    expect(backwards?.startDate.hour).toBe(14)
    expect(backwards?.component.hasProperty('dtend')).toBe(false)
  })

  test('at a time that the clock skips stays there: how it is to be read, RFC 5545 §3.3.5 says', () => {
    const text = textWith({ id: 'x', date: '2026-03-29', start: '01:30', end: '03:30' })
    expect(text).toContain('DTSTART;TZID=Europe/London:20260329T013000')
    expect(text).toContain('DTEND;TZID=Europe/London:20260329T033000')
  })

  test('of several days lasts to the end of the last', () => {
    const days = { id: 'x', date: '2026-03-30', lastDate: '2026-04-01' }
    expect(eventLike(days)?.startDate.toString()).toBe('2026-03-30')
    expect(eventLike(days)?.endDate.toString()).toBe('2026-04-02')
    const timed = eventLike({ ...days, start: '10:00', end: '09:30' })
    expect(timed?.startDate.toString()).toBe('2026-03-30T10:00:00')
    expect(timed?.endDate.toString()).toBe('2026-04-01T09:30:00')
    expect(eventLike({ ...days, start: '10:00' })?.startDate.isDate).toBe(true)
  })

  test('without an end says why it takes no time', () => {
    expect(eventLike({ id: 'x', start: '10:00' })?.description).toContain('When it ends was not published.')
    expect(eventLike({ id: 'x', start: '10:00', end: '11:00' })?.description).not.toContain('When it ends')
  })

  test('that is postponed is off on its old day, under its old id', () => {
    const off = eventLike({
      id: 'otters-2026-03-06',
      date: null,
      status: 'postponed',
      moves: [{ from: { date: '2026-03-06', start: '10:00' }, announcedIn: 702 }],
    })
    expect(off?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(off?.uid).toMatch(/^otters-2026-03-06@/u)
    expect(off?.startDate.toString()).toBe('2026-03-06T10:00:00')
    expect(off?.description).toContain('Postponed: no new date has been published.')
  })

  test('that people may come to or join online is at both', () => {
    expect(eventLike({ id: 'x', mode: 'hybrid', place: 'Mill House' })?.location).toBe('Mill House or online')
  })

  test('rises in sequence when it moves, and says from where', () => {
    expect([allDay, moved, cancelled].map(event => event?.sequence)).toEqual([0, 1, 2])
    expect(moved?.description).toContain('Moved from 22 March 2026, 09:00, as update 702 says.')
  })

  test('is stamped by its update, not by the clock', () => {
    expect(whole.match(/^DTSTAMP:.*$/gmu)).toEqual(Array(3).fill('DTSTAMP:20260313T000000Z'))
  })

  test('says whether it is off, where it is, what it is about, and who to contact', () => {
    expect(events.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ])
    expect(events.map(({ location }) => location)).toEqual([null, 'Online', 'Mill House, Upper Weir'])
    expect(moved?.summary).toBe('Otters, weirs & “holts”: Nets, weirs; and “holts”')
    expect(moved?.description).toContain('Contact: Ada Brook')
    expect(cancelled?.description).toMatch(/^Cancelled\.\n[\s\S]*Contact: desk@example\.org/u)
  })

  test('leads back to the story that announced it last', () => {
    expect(moved?.component.getFirstPropertyValue('url')).toBe('https://example.org/archive/updates/702/#dates')
  })

  test('keeps what could be mistaken for syntax, and drops control characters', () => {
    const event = eventLike({ id: 'x', subject: 'a\\n; b, c\r\nBEGIN:VEVENT\u0007', text: '☂'.repeat(60) })
    expect(event?.summary).toBe('Otters, weirs & “holts”: a\\n; b, c\nBEGIN:VEVENT')
    expect(event?.description).toContain('☂'.repeat(60))
  })
})
