/**
 * Days and times as the newsletter prints them: a closed grammar, checked by luxon. What it does not know is no date.
 *
 * Printed, for instance: "On 7 MarchNSPCC published", "Thursday 1st May 2025, 12-1.30pm", "9.30 for a 10.00 start",
 * "February 14, Shaw House", "28 March 20-1 in person" (no time that can be read).
 */
import { distance } from 'fastest-levenshtein'
import { DateTime } from 'luxon'
import type { ClockTime, IsoDate, YearSource } from '../update/update.ts'

type Span = { index: number; length: number }
/** A day as printed. `weekday`: 1 is Monday (ISO 8601). `year` null where it was left out. */
export type PrintedDay = Span & { day: number; month: number; year: number | null; weekday: number | null }
export type PrintedMonth = Span & { month: number; year: number }
export type PrintedTime = Span & { start: ClockTime; end: ClockTime | null }
/** Something in the place of a time of which no time can be made. */
export type UnreadableTime = Span & { printed: string }

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

// Written out in three cases, since a pattern that ignores case could not tell "MarchNSPCC" from "Marching".
const inAnyCase = (names: readonly string[]) =>
  names.flatMap(name => [name, name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)]).join('|')
const weekdays = inAnyCase([
  ...weekdayNames,
  'mon',
  'tues',
  'tue',
  'weds',
  'wed',
  'thurs',
  'thur',
  'thu',
  'fri',
  'sat',
  'sun',
])
const months = inAnyCase([
  ...monthNames,
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sept',
  'sep',
  'oct',
  'nov',
  'dec',
])
const weekday = String.raw`(?:(?<weekday>${weekdays})\b[.,]?\s*(?:the\s+)?)?`
// "7 MarchNSPCC": a month may run into the capital that follows it, never into a small letter; "Febuary" is read by its likeness.
const month = String.raw`(?<month>(?:${months})(?![a-z])|[JFMASOND][a-z]{4,9}(?![a-z]))\.?`
const day = String.raw`(?<day>\d{1,2})\s?(?:st|nd|rd|th|ST|ND|RD|TH)?`
const year = String.raw`(?:,?\s*(?<year>(?:19|20)\d{2})(?!\d))?`
const lead = String.raw`(?<![\d£$€.:/#-])`

const dayPatterns = [
  // Thursday 1st May 2025 · 29 December · 13th and 14th May 2025 (the first day counts)
  new RegExp(
    String.raw`${lead}${weekday}\b${day}(?:\s*(?:and|&|to|[-–—])\s*\d{1,2}\s?(?:st|nd|rd|th)?)?\s+(?:of\s+)?${month}${year}`,
    'gu',
  ),
  // February 14, · May 7th 2025
  new RegExp(String.raw`${weekday}\b${month}\s+${day}(?!\d|[.:]\d|\s*(?:am|pm|AM|PM)\b)${year}`, 'gu'),
  // 14/02/2020 · 14.2.2020
  new RegExp(String.raw`${lead}${weekday}\b(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>(?:20)?\d{2})(?!\d)`, 'gu'),
  // 2020-02-14
  /(?<!\d)(?<weekday>(?!))?(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/gu,
]

function monthNumber(printed: string): number | null {
  const name = printed.toLowerCase()
  if (/^\d+$/u.test(name)) return Number(name)
  const exact = monthNames.findIndex(known => known === name || (name.length >= 3 && known.startsWith(name)))
  if (exact >= 0) return exact + 1
  if (name === 'sept') return 9
  // "Febuary", "Septmber": one or two slips in a long name, with its first letter right.
  const close = monthNames.findIndex(known => known[0] === name[0] && name.length >= 6 && distance(known, name) <= 2)
  return close >= 0 ? close + 1 : null
}

const weekdayNumber = (printed: string | undefined): number | null => {
  const at = weekdayNames.findIndex(name => printed !== undefined && name.startsWith(printed.toLowerCase().slice(0, 3)))
  return at < 0 ? null : at + 1
}

/** Every day that a text prints, in reading order; spans do not overlap. */
export function findDays(text: string): PrintedDay[] {
  const found: PrintedDay[] = []
  for (const pattern of dayPatterns) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {}
      const monthOf = monthNumber(groups.month ?? '')
      const dayOf = Number(groups.day)
      if (monthOf === null || monthOf < 1 || monthOf > 12 || dayOf < 1 || dayOf > 31) continue
      const yearOf =
        groups.year === undefined ? null : groups.year.length === 2 ? 2000 + Number(groups.year) : Number(groups.year)
      const span = { index: match.index, length: match[0].length }
      if (found.some(other => overlaps(other, span))) continue
      found.push({ ...span, day: dayOf, month: monthOf, year: yearOf, weekday: weekdayNumber(groups.weekday) })
    }
  }
  return found.sort((a, b) => a.index - b.index)
}

/** Every "July 2025" of a text that is not part of a day. */
export function findMonths(text: string): PrintedMonth[] {
  const days = findDays(text)
  return [...text.matchAll(new RegExp(String.raw`\b(?<month>${months})\.?,?\s+(?<year>(?:19|20)\d{2})(?!\d)`, 'gu'))]
    .map(match => ({
      index: match.index,
      length: match[0].length,
      month: monthNumber(match.groups?.month ?? '') ?? 0,
      year: Number(match.groups?.year),
    }))
    .filter(span => span.month > 0 && !days.some(other => overlaps(other, span)))
}

const overlaps = (a: Span, b: Span) => a.index < b.index + b.length && b.index < a.index + a.length

/** The ISO date of a day in a year, or null where the calendar has no such day. */
function isoDate(year: number, month: number, day: number): IsoDate | null {
  const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' })
  return date.isValid ? date.toISODate() : null
}
const weekdayOf = (date: IsoDate) => DateTime.fromISO(date, { zone: 'utc' }).weekday
/** Whole days from one date to another; negative where the second lies before. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days

/** A publication lies before its update, a meeting after it. */
export type Statement = 'publication' | 'meeting'
export type DatedDay =
  | { kind: 'date'; date: IsoDate; yearFrom: YearSource; contradicts: string | null }
  | { kind: 'impossible' }

/** How long after its day a meeting is still announced; how far ahead of itself a newsletter may run. */
const graceDays = { meeting: 14, publication: 7 }

/**
 * The date that a printed day means in an update of a given date.
 *
 * A printed year stands. Without one, a printed weekday picks the nearest year that it fits; without that, a publication is
 * the last such day up to the update (a few days after are taken, since an editor may write ahead) and a meeting the first
 * such day from a fortnight before it. `contradicts` names the weekday that the date really is, where another was printed.
 */
export function dateOf(printed: PrintedDay, statement: Statement, update: IsoDate): DatedDay {
  if (printed.year !== null) {
    const date = isoDate(printed.year, printed.month, printed.day)
    if (date === null) return { kind: 'impossible' }
    return { kind: 'date', date, yearFrom: 'printed', contradicts: contradiction(printed, date) }
  }
  const base = Number(update.slice(0, 4))
  const years =
    statement === 'meeting'
      ? [base - 1, base, base + 1, base + 2, base + 3, base + 4]
      : [base + 1, base, base - 1, base - 2, base - 3, base - 4]
  const dates = years.map(candidate => isoDate(candidate, printed.month, printed.day)).filter(date => date !== null)
  if (dates.length === 0) return { kind: 'impossible' }
  const fits = (date: IsoDate) =>
    statement === 'meeting'
      ? daysBetween(update, date) >= -graceDays.meeting
      : daysBetween(update, date) <= graceDays.publication
  const inSeason = dates.filter(fits)
  const nearest = inSeason[0] ?? dates[0]
  if (nearest === undefined) return { kind: 'impossible' }
  if (printed.weekday === null) return { kind: 'date', date: nearest, yearFrom: 'update date', contradicts: null }
  const byWeekday = dates.filter(
    date => weekdayOf(date) === printed.weekday && Math.abs(daysBetween(update, date)) < 550,
  )
  const chosen = byWeekday.filter(fits)[0] ?? byWeekday[0]
  if (chosen !== undefined) return { kind: 'date', date: chosen, yearFrom: 'weekday', contradicts: null }
  return { kind: 'date', date: nearest, yearFrom: 'update date', contradicts: contradiction(printed, nearest) }
}

/** The weekday that a date really is, capitalised, where the printed one is another; else null. */
function contradiction(printed: PrintedDay, date: IsoDate): string | null {
  const real = weekdayOf(date)
  if (printed.weekday === null || printed.weekday === real) return null
  const name = weekdayNames[real - 1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

// ── times of day ──

const meridiem = String.raw`(?:\s?(?:[ap]\.?m\b\.?))`
const clock = (name: string) =>
  String.raw`(?<${name}>(?:12\s*)?(?:noon|midday)|\d{1,2}(?:[.:]\d{2})?(?!\d)${meridiem}?)`
const timeBoundary = String.raw`(?<![\d£$€.:/#-])`
const timeRange = new RegExp(
  String.raw`${timeBoundary}(?:from\s+|between\s+)?${clock('from')}\s*(?:[-–—]|to|until|till|and)\s*${clock('to')}(?![\d%]|[a-z])`,
  'giu',
)
const timeForTime = new RegExp(
  String.raw`${timeBoundary}${clock('from')}\s+for\s+(?:an?\s+)?${clock('to')}(?:\s+start)?`,
  'giu',
)
const oneTime = new RegExp(
  String.raw`${timeBoundary}(?:at\s+|from\s+)?(?<from>(?:12\s*)?(?:noon|midday)|\d{1,2}(?:[.:]\d{2})?${meridiem}|\d{1,2}[.:]\d{2}(?![\d%]))(?![a-z])`,
  'giu',
)

type Clock = { hour: number; minute: number; half: 'am' | 'pm' | null }

function readClock(printed: string): Clock | null {
  if (/noon|midday/iu.test(printed)) return { hour: 12, minute: 0, half: 'pm' }
  const match = /^(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?\s?(?<half>[ap])?/iu.exec(printed)
  const hour = Number(match?.groups?.hour)
  const minute = Number(match?.groups?.minute ?? 0)
  if (match === null || hour > 23 || minute > 59) return null
  const half = match.groups?.half?.toLowerCase()
  return { hour, minute, half: half === 'a' ? 'am' : half === 'p' ? 'pm' : null }
}

/** Minutes from midnight; a bare hour from 1 to 6 is in the afternoon, since nobody meets at night. */
function minutesOf(time: Clock): number {
  const hour =
    time.half === 'pm' && time.hour < 12
      ? time.hour + 12
      : time.half === 'am' && time.hour === 12
        ? 0
        : time.half === null && time.hour >= 1 && time.hour <= 6
          ? time.hour + 12
          : time.hour
  return hour * 60 + time.minute
}
const clockText = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** "12-2pm", "2-3.30pm", "11-1pm", "10-12": the first inherits the half of the day from the second where that keeps them in order. */
function readRange(from: Clock, to: Clock): { start: number; end: number } | null {
  const end = minutesOf(to)
  const inherited =
    from.half === null && from.hour <= 12 && to.half !== null ? minutesOf({ ...from, half: to.half }) : minutesOf(from)
  const start = inherited < end ? inherited : minutesOf(from)
  return start < end ? { start, end } : null
}

const isBare = (printed: string) => /^\d{1,2}$/u.test(printed.trim())

/**
 * The times that a phrase about one event prints. `days` are the days found in it: "20-1" and "10-12" are times only
 * where they stand right beside one of them; a clock ("2pm", "13.00") is a time anywhere.
 */
export function findTimes(text: string, days: readonly Span[]): { times: PrintedTime[]; unreadable: UnreadableTime[] } {
  const times: PrintedTime[] = []
  const unreadable: UnreadableTime[] = []
  const free = (span: Span) => ![...days, ...times, ...unreadable].some(other => overlaps(other, span))
  for (const match of text.matchAll(timeForTime)) {
    const start = readClock(match.groups?.to ?? '')
    const span = { index: match.index, length: match[0].length }
    if (start !== null && free(span) && !isBare(match.groups?.to ?? ''))
      times.push({ ...span, start: clockText(minutesOf(start)), end: null })
  }
  for (const match of text.matchAll(timeRange)) {
    const { from = '', to = '' } = match.groups ?? {}
    const span = { index: match.index, length: match[0].length }
    if (!free(span) || (isBare(from) && isBare(to) && !besideDay(text, span, days))) continue
    const [first, second] = [readClock(from), readClock(to)]
    const range = first === null || second === null ? null : readRange(first, second)
    if (range === null) unreadable.push({ ...span, printed: match[0].trim() })
    else times.push({ ...span, start: clockText(range.start), end: clockText(range.end) })
  }
  for (const match of text.matchAll(oneTime)) {
    const span = { index: match.index, length: match[0].length }
    const time = readClock(match.groups?.from ?? '')
    if (free(span) && time !== null) times.push({ ...span, start: clockText(minutesOf(time)), end: null })
  }
  return { times: times.sort((a, b) => a.index - b.index), unreadable }
}

const besideDay = (text: string, span: Span, days: readonly Span[]) =>
  days.some(day => {
    const between =
      day.index < span.index
        ? text.slice(day.index + day.length, span.index)
        : text.slice(span.index + span.length, day.index)
    return /^[\s,:;–-]*(?:from|at|on)?[\s,]*$/iu.test(between)
  })
