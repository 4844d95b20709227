/**
 * Days, London time, and how both are shown: the only file that uses luxon, for parser, archive, data and pages. A day has
 * no time and no zone. The search page uses `Intl` instead, because luxon is larger than all its scripts.
 */
import { DateTime, Info } from 'luxon'
import type { ClockTime, IsoDate, IsoMonth } from './update.ts'

const LONDON = 'Europe/London'

/** January to December. */
export const monthNames = Info.months('long', { locale: 'en-GB' })
/** Monday to Sunday, as ISO 8601 counts them: Monday is 1. */
export const weekdayNames = Info.weekdays('long', { locale: 'en-GB' })

/** `count`: days since 1 January 1970; `weekday`: 1 is Monday. */
export type CalendarDay = { date: IsoDate; count: number; weekday: number }

/**
 * Days asked for before. Import asks for the same few hundred days thousands of times, and making them took a twentieth of
 * its time. Emptied when it is full, so that nothing grows with the archive.
 */
const known = new Map<string, CalendarDay | null>()
const mostKnown = 20_000

/** A day of a year, or null where the calendar has none: 29 February 2026, 31 June, 33 October. */
export function calendarDay(year: number, month: number, day: number): CalendarDay | null {
  const key = `${year}-${month}-${day}`
  const before = known.get(key)
  if (before !== undefined) return before
  const found = DateTime.utc(year, month, day)
  const made = found.isValid
    ? { date: found.toISODate(), count: found.toMillis() / 86_400_000, weekday: found.weekday }
    : null
  if (known.size >= mostKnown) known.clear()
  known.set(key, made)
  return made
}

/** The day that a date names; throws where the calendar has none, since dates are checked where they are read. */
export function dayOf(date: IsoDate): CalendarDay {
  const [year, month, day] = date.split('-').map(Number)
  const found = calendarDay(year ?? 0, month ?? 0, day ?? 0)
  if (found === null) throw new Error(`${date} is not a date`)
  return found
}

/** How many days from one date to another; negative where the second is the earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayOf(to).count - dayOf(from).count

export const addDays = (date: IsoDate, days: number): IsoDate =>
  DateTime.fromMillis((dayOf(date).count + days) * 86_400_000, { zone: 'utc' }).toISODate() ?? date

/** The same day so many months on; the last day of a shorter month. Asked of every printed day: luxon took 3 % of a build. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  for (let last = day; last > 0; last -= 1) {
    const found = calendarDay(Math.floor(count / 12), (count % 12) + 1, last)
    if (found !== null) return found.date
  }
  throw new Error(`${date} is not a date`)
}

/** "2025-03-21" → "Friday". */
export const weekday = (date: IsoDate): string => weekdayNames[dayOf(date).weekday - 1] ?? ''

/** "2025-03-07" → "7 March 2025", "2025-03" → "March 2025". */
export function formatDate(date: IsoDate | IsoMonth): string {
  const [year = '', month = '', day] = date.split('-')
  const named = `${monthNames[Number(month) - 1] ?? month} ${year}`
  return day === undefined ? named : `${Number(day)} ${named}`
}

/** "2025-03-21" → "21 Mar 2025", "2025-03" → "Mar 2025"; three letters for every month, where `Intl` has "Sept". */
export const shortDate = (date: IsoDate | IsoMonth): string =>
  formatDate(date).replace(/[A-Z][a-z]+/u, month => month.slice(0, 3))

/** "4th April 2025", as mastheads have it. */
export function ordinalDate(date: IsoDate): string {
  const [day = '', ...rest] = formatDate(date).split(' ')
  const ending = new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(Number(day))
  return `${day}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' }[ending]} ${rest.join(' ')}`
}

/**
 * The moment used for a day in feeds, where a bare date is not allowed: noon in UTC, which is the same day from
 * Honolulu to Sydney.
 */
export const noonOf = (date: IsoDate): string => `${date}T12:00:00Z`

/** With the offset that London has on that day: "2025-06-06T10:00:00+01:00". The hours are as published, also where the clock skips them. */
export function londonTime(date: IsoDate, time: ClockTime): string {
  const offset = DateTime.fromISO(`${date}T${time}`, { zone: LONDON }).toFormat('ZZ')
  return `${date}T${time}:00${offset}`
}

/**
 * Whether London's clock skips a time: 01:30 on the last Sunday of March, when summer time begins. It has skipped no other
 * hour since 1981, so most times need no look at the calendar.
 */
export const isSkippedTime = (date: IsoDate, time: ClockTime): boolean =>
  time.startsWith('01:') && DateTime.fromISO(`${date}T${time}`, { zone: LONDON }).toFormat('HH:mm') !== time
