/** Days, months and times: the phrases of real updates, and what the grammar makes of each. Dates that it does not know stay null. */
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { dateOf, monthOf, type StatementKind } from '../../src/parse/dates/dates.ts'
import { findDays, findMonths } from '../../src/parse/dates/days.ts'
import { findTimes } from '../../src/parse/dates/times.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { readStatement } from '../../src/parse/publications/statements.ts'

/** "2025-05-01 12:00–13:30", "2025-05-01", "12:00", "impossible" or "–": the first day and the first time of a phrase. */
function read(phrase: string, statement: StatementKind, update: string): string {
  const days = findDays(phrase)
  const [day] = days
  const [time] = findTimes(phrase, days).times
  const dated = day === undefined ? null : dateOf(day, statement, update)
  const date = dated === null ? null : dated.kind === 'impossible' ? 'impossible' : dated.date
  const clock = time === undefined ? null : [time.start, time.end].filter(part => part !== null).join('–')
  return [date, clock].filter(part => part !== null).join(' ') || '–'
}

const ofMeetings: [phrase: string, update: string, read: string][] = [
  // as printed in 389, 593, 654 and 681
  ['28 March 20-1 in person', '2025-03-21', '2025-03-28'],
  ['10:00am Friday 21 March 2025 London in-person', '2025-03-21', '2025-03-21 10:00'],
  ['Friday 6 June 10am in-person Central London', '2025-03-21', '2025-06-06 10:00'],
  ['SEND Strategic Leads Wednesday 26th March 2025, 12-2pm via Teams', '2025-03-21', '2025-03-26 12:00–14:00'],
  ['Expert Workshop #11 SEND Systems 27 February 4pm', '2024-01-26', '2024-02-27 16:00'],
  ['Friday 15 March 2024 face-to-face in London', '2024-01-26', '2024-03-15'],
  ['Friday 8 March 10:00am', '2024-01-26', '2024-03-08 10:00'],
  ['2pm Wednesday 27 March', '2024-01-26', '2024-03-27 14:00'],
  ['10am Thursday 22 February', '2024-01-26', '2024-02-22 10:00'],
  ['SEND Data Benchmarking Thursday 9 May 10am', '2024-01-26', '2024-05-09 10:00'],
  ['4pm 6 February: Value for money for whom', '2024-01-26', '2024-02-06 16:00'],
  ['1pm Friday 15 March via Teams', '2024-01-26', '2024-03-15 13:00'],
  ['Online, 11.00- 12.30 on Tuesday 30 January 2024', '2024-01-26', '2024-01-30 11:00–12:30'],
  ['Online, 13.00- 14.30 on Thursday 1 February 2024', '2024-01-26', '2024-02-01 13:00–14:30'],
  ['On Tuesday 14 October, 10-12, Oxford University’s Rees Centre', '2025-10-10', '2025-10-14 10:00–12:00'],
  ['On Monday 8 December SESLIP is hosting', '2025-10-10', '2025-12-08'],
  ['held on 6 March 2020 – 9.30 for a 10.00 start at The Abbey Centre', '2020-02-07', '2020-03-06 10:00'],
  ['takes place February 14, Shaw House, Newbury, 10.00 a.m. – 12.30 p.m.', '2020-02-07', '2020-02-14 10:00–12:30'],
  ['on Friday 1 May, is planned to run from 10.30am to 3.30pm', '2020-02-07', '2020-05-01 10:30–15:30'],
  ['will be held on 11 February at the LGA offices', '2020-02-07', '2020-02-11'],
  ['Friday 5 March 2021', '2020-02-07', '2021-03-05'],
  ['Hold the Date Monday 8 June 2020', '2020-02-07', '2020-06-08'],
  // likely idioms
  ['Thursday 1st May 2025, 12-1.30pm via Teams', '2025-03-21', '2025-05-01 12:00–13:30'],
  ['14 April 2025, 12:00pm', '2025-03-21', '2025-04-14 12:00'],
  ['10:00am Friday 9 May 2025', '2025-03-21', '2025-05-09 10:00'],
  ['Wed 7th May, 2-3.30pm', '2025-04-04', '2025-05-07 14:00–15:30'],
  ['9.30 for 10.00, 4 July 2025', '2025-03-21', '2025-07-04 10:00'],
  ['20 May, 10.00 for 10.30 – 3.00pm', '2025-03-21', '2025-05-20 10:30–15:00'],
  ['13th and 14th May 2025', '2025-03-21', '2025-05-13'],
  ['12 May and 16 June 2025, 10am-12 noon', '2025-03-21', '2025-05-12 10:00–12:00'],
  ['12 noon Friday 9 June 2023', '2023-05-19', '2023-06-09 12:00'],
  ['11-1pm on 3 June', '2025-03-21', '2025-06-03 11:00–13:00'],
  ['3 June, 9-5', '2025-03-21', '2025-06-03 09:00–17:00'],
  ['3 June 2025, 1400-1600', '2025-03-21', '2025-06-03 14:00–16:00'],
  ['3 June at 1400hrs', '2025-03-21', '2025-06-03 14:00'],
  ['Tuesday 3rd March at 2 pm until 4 pm', '2026-01-16', '2026-03-03 14:00–16:00'],
  ['31 Jan 2026 in Hove', '2026-01-09', '2026-01-31'],
  ['14/02/20 in Hove', '2020-01-31', '2020-02-14'],
  ['18January 2026, 2pm', '2026-01-09', '2026-01-18 14:00'],
  ['18 january, 2pm', '2026-01-09', '2026-01-18 14:00'],
  ['30/01/2026 at 10.00', '2026-01-16', '2026-01-30 10:00'],
  ['Septmber 5th, 10am', '2025-03-21', '2025-09-05 10:00'],
  ['31 April 2025', '2025-03-21', 'impossible'],
  // the turn of the year
  ['Friday 16 January', '2025-12-19', '2026-01-16'],
  ['9 January 10-12', '2025-12-19', '2026-01-09 10:00–12:00'],
  ['18 December', '2026-01-02', '2026-12-18'],
  ['30 December', '2026-01-02', '2025-12-30'],
  ['20 March', '2025-03-28', '2025-03-20'],
  // 21 February 2025 was a Friday, but no one announces a meeting of ten months ago
  ['Friday 21 February', '2025-12-19', '2026-02-21'],
  ['29 February', '2025-03-21', 'impossible'],
  ['29 February', '2027-11-05', '2028-02-29'],
  ['Thursday 33 October', '2025-03-21', 'impossible'],
  ['Sunday 29 March 2026 01:30', '2026-03-20', '2026-03-29 01:30'],
]

const ofPublications: [phrase: string, update: string, read: string][] = [
  ['On 29 December Coram published The Door is Still Closed', '2025-03-21', '2024-12-29'],
  ['On 14 November DfE published', '2025-03-21', '2024-11-14'],
  ['On 2 November the Children’s Commissioner published', '2024-01-26', '2023-11-02'],
  ['On 7 July DfE published Keeping Children Safe in Education', '2025-10-10', '2025-07-07'],
  // not September to come
  ['On 1 September Greater Manchester Immigration Aid Unit published', '2025-03-21', '2024-09-01'],
  // 654 prints the month and the publisher in one
  ['On 7 MarchNSPCC published ‘Disguised compliance’', '2025-03-21', '2025-03-07'],
  ['On 14 December, HMCTS publsihed', '2024-01-26', '2023-12-14'],
  ['published by DfE 4 February 2020', '2020-02-07', '2020-02-04'],
  ['published 21 December 2019 by EEF', '2020-02-07', '2019-12-21'],
  ['On 3 April DfE published', '2025-03-31', '2025-04-03'],
]

const noDates = [
  'our Friday Update',
  'had sat an English GCSE',
  'across year 7 to 11',
  '16 to 18 results',
  '12–18-year-olds',
  'NOW BOOKING',
  '(2:44 minutes)',
  'from 5 local authorities',
  'in nine years',
  'academic year 2023/24',
  '2023-2024',
  '2024–25',
  'version 20',
  'aged 16 to 24 years',
  'between September 2018 and May 2019',
  'July to September 2024',
  'In May 12 authorities replied',
  '12 Monitoring visits',
  'Marching on',
]

describe('the day and time of a meeting', () => {
  it.each(ofMeetings)('%s (%s)', (phrase, update, expected) => {
    expect(read(phrase, 'meeting', update)).toBe(expected)
  })
})

describe('the day of a publication', () => {
  it.each(ofPublications)('%s (%s)', (phrase, update, expected) => {
    expect(read(phrase, 'publication', update).slice(0, 10)).toBe(expected)
  })
})

describe('what is no day', () => {
  it.each(noDates)('%s', phrase => {
    expect(findDays(phrase)).toEqual([])
  })
})

describe('months', () => {
  it('are read with their year, unless they are part of a day', () => {
    expect(findMonths('Regional Improvement Plan (July 2023)')).toMatchObject([{ month: 7, year: 2023 }])
    expect(findMonths('between 1 April 2024 and 31 March 2025')).toEqual([])
  })
  it('without a year are the last ones up to the update', () => {
    const month = readStatement('In April What Works published a trial report: Schwartz Rounds')?.month
    if (month == null) throw new Error('no month was found')
    expect(monthOf(month, '2023-05-19')).toEqual({ date: '2023-04', yearFrom: 'update date' })
    expect(monthOf(month, '2023-03-17')).toEqual({ date: '2022-04', yearFrom: 'update date' })
  })
})

describe('what a year rests on', () => {
  const given = (phrase: string, update: string) => {
    const [day] = findDays(phrase)
    if (day === undefined) throw new Error('no day was found')
    return dateOf(day, 'meeting', update)
  }
  it('is said: the print, the weekday, or the update’s date', () => {
    expect(given('3 June 2025', '2025-03-21')).toMatchObject({ yearFrom: 'printed' })
    expect(given('Tuesday 3 June', '2025-03-21')).toMatchObject({ yearFrom: 'weekday' })
    expect(given('3 June', '2025-03-21')).toMatchObject({ yearFrom: 'update date' })
  })
  it('a weekday that no year near has is named, with the right one', () => {
    expect(given('Monday 3 June 2025', '2025-03-21')).toMatchObject({ date: '2025-06-03', contradicts: 'Tuesday' })
    // 3 June 2026 is a Wednesday, and too far ahead to be meant
    expect(given('Wednesday 3 June', '2025-03-21')).toMatchObject({ contradicts: 'Tuesday', date: '2025-06-03' })
    // announced in January, held in December
    expect(given('Friday 12 December', '2026-01-02')).toMatchObject({ contradicts: null, date: '2025-12-12' })
    expect(given('Thursday 3 June', '2025-03-21')).toMatchObject({ contradicts: 'Tuesday', date: '2025-06-03' })
  })
})

it.each([
  ['17-18 March', 'to'],
  ['17–18 March', 'to'],
  ['17 — 18 March', 'to'],
  ['17 to 18 March', 'to'],
  ['17 and 18 March', 'and'],
  ['17 & 18 March', 'and'],
  ['17 or 18 March', 'or'],
])('%s: the days are joined by "%s"', (phrase, joint) => {
  expect(findDays(phrase).map(({ day, more }) => [day, more])).toEqual([[17, [{ day: 18, weekday: null, joint }]]])
})

it.each(['10 and 10 March', '10, 10 and 10 March', 'Tuesday 10 and 10 March'])('%s is one day', phrase => {
  expect(findDays(phrase).map(({ day, more }) => [day, more])).toEqual([[10, []]])
})

describe('times that cannot be read', () => {
  it('are reported, not guessed', () => {
    const days = findDays('28 March 20-1 in person')
    expect(findTimes('28 March 20-1 in person', days)).toMatchObject({ times: [], unreadable: [{ printed: '20-1' }] })
  })
  it('ages, years and money are no times', () => {
    for (const phrase of ['aged 12-18', '2023-24', '£10-12 million', '10-12% of homes', '2.5 million', 'version 2.1'])
      expect(findTimes(phrase, []).times, phrase).toEqual([])
  })
})

describe('an update', () => {
  it('whose masthead names another weekday is taken by its date, and says so', () => {
    const { update, diagnostics } = parseUpdate(
      'Update No. 707 – Thursday 10 April 2026\n\nUpdates\n\nA title\n\nText.',
      'x',
    )
    expect(update?.date).toBe('2026-04-10')
    expect(diagnostics).toMatchObject([{ code: 'weekday-contradicts', at: { line: 1 } }])
  })
})

describe('the calendar', () => {
  it('has the days, and the weekdays, that luxon has', () => {
    for (let year = 1900; year < 2100; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (const day of [1, 28, 29, 30, 31]) {
          const known = DateTime.utc(year, month, day)
          const printed = { index: 0, length: 1, day, month, year, weekday: known.isValid ? known.weekday : null }
          const expected = { kind: 'date', date: known.toISODate(), yearFrom: 'printed', contradicts: null }
          expect(dateOf(printed, 'meeting', '2025-03-21')).toEqual(known.isValid ? expected : { kind: 'impossible' })
        }
      }
    }
  })
})
