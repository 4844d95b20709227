/**
 * Days and times as the newsletter prints them: a closed grammar, checked by luxon. What it does not know is no date.
 *
 * Printed, for instance: "On 7 MarchNSPCC published", "Thursday 1st May 2025, 12-1.30pm", "9.30 for a 10.00 start",
 * "February 14, Shaw House", "28 March 20-1 in person" (no time that can be read).
 */
import { distance } from 'fastest-levenshtein'
import { DateTime } from 'luxon'
import type { IsoDate, IsoMonth, YearSource } from '../update/update.ts'

/** Where in a text something stands. */
export type Span = { index: number; length: number }
/** A day as printed. `weekday`: 1 is Monday (ISO 8601). `year` null where it was left out. */
export type PrintedDay = Span & { day: number; month: number; year: number | null; weekday: number | null }
/** A month that is no part of a day. `year` null where it was left out. */
export type PrintedMonth = Span & { month: number; year: number | null }

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
const ends = String.raw`(?!\d|[.:]\d|\s?(?:am|pm|AM|PM)\b)`

/** The ways in which a day is printed. Most texts have none: what `may` asks is quick, and what it denies is not looked for. */
const dayPatterns: readonly { may: RegExp; pattern: RegExp }[] = [
  // Thursday 1st May 2025 · 29 December · 13th and 14th May 2025 (the first day counts)
  {
    may: /\d\s?(?:st|nd|rd|th|ST|ND|RD|TH)?\s+(?:of\s+)?[JFMASOND]/u,
    pattern: new RegExp(
      String.raw`${lead}${weekday}\b${day}(?:\s*(?:and|&|to|[-–—])\s*\d{1,2}\s?(?:st|nd|rd|th)?)?\s+(?:of\s+)?${month}${year}`,
      'gu',
    ),
  },
  // On May 2 NHS England published
  {
    may: /[Oo]n\s[A-Z][a-z]+.*\s\d/u,
    pattern: new RegExp(String.raw`(?<=\b[Oo]n\s)${weekday}\b${month}\s${day}${ends}${year}`, 'gu'),
  },
  // February 14, Shaw House · May 7th 2025; "In May 12 authorities …" is no day
  {
    may: /[JFMASOND][A-Za-z.]{2,9}\s\d/u,
    pattern: new RegExp(
      String.raw`${weekday}\b${month}\s(?<day>\d{1,2})(?:st|nd|rd|th|(?=\s*(?:$|[,.;:)–—-]|(?:19|20)\d{2})))${ends}${year}`,
      'gu',
    ),
  },
  // 14/02/2020 · 14.2.2020
  {
    may: /\d[/.]\d{1,2}[/.]\d/u,
    pattern: new RegExp(
      String.raw`${lead}${weekday}\b(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>(?:20)?\d{2})(?!\d)`,
      'gu',
    ),
  },
  // 2020-02-14
  {
    may: /\d{4}-\d\d-\d\d/u,
    pattern: /(?<!\d)(?<weekday>(?!))?(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/gu,
  },
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

const yearNumber = (printed: string | undefined): number | null =>
  printed === undefined ? null : Number(printed) + (printed.length === 2 ? 2000 : 0)
const weekdayNumber = (printed: string | undefined): number | null => {
  const at = weekdayNames.findIndex(name => printed !== undefined && name.startsWith(printed.toLowerCase().slice(0, 3)))
  return at < 0 ? null : at + 1
}

/** Every day that a text prints, in reading order; spans do not overlap. */
export function findDays(text: string): PrintedDay[] {
  const found: PrintedDay[] = []
  for (const { may, pattern } of dayPatterns) {
    if (!may.test(text)) continue
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {}
      const monthRead = monthNumber(groups.month ?? '')
      const dayRead = Number(groups.day)
      if (monthRead === null || monthRead < 1 || monthRead > 12 || dayRead < 1 || dayRead > 31) continue
      const span = { index: match.index, length: match[0].length }
      if (found.some(other => overlaps(other, span))) continue
      found.push({
        ...span,
        day: dayRead,
        month: monthRead,
        year: yearNumber(groups.year),
        weekday: weekdayNumber(groups.weekday),
      })
    }
  }
  return found.sort((a, b) => a.index - b.index)
}

const monthAndYear = new RegExp(String.raw`\b(?<month>${months})\.?,?\s+(?<year>(?:19|20)\d{2})(?!\d)`, 'gu')
const monthFirst = new RegExp(
  String.raw`^(?:\p{L}+[\s-]){1,3}?(?<month>${months})(?![a-z])\.?(?:,?\s+(?<year>(?:19|20)\d{2})(?!\d))?`,
  'u',
)

/** Every "July 2025" of a text that is not part of a day. */
export function findMonths(text: string): PrintedMonth[] {
  const found = [...text.matchAll(monthAndYear)].flatMap(toMonth)
  if (found.length === 0) return []
  const days = findDays(text)
  return found.filter(span => !days.some(other => overlaps(other, span)))
}

/** The month with which a text opens: "In April …", "In early July 2023, …". */
export function openingMonth(text: string): PrintedMonth | null {
  const match = monthFirst.exec(text)
  return match === null ? null : (toMonth(match)[0] ?? null)
}

function toMonth(match: RegExpExecArray): PrintedMonth[] {
  const month = monthNumber(match.groups?.month ?? '')
  const year = match.groups?.year
  return month === null
    ? []
    : [{ index: match.index, length: match[0].length, month, year: year === undefined ? null : Number(year) }]
}

/** The month in which something was published; without a printed year, the last such month up to the update's. */
export function monthOf(printed: PrintedMonth, update: IsoDate): { date: IsoMonth; yearFrom: YearSource } {
  const month = String(printed.month).padStart(2, '0')
  if (printed.year !== null) return { date: `${printed.year}-${month}`, yearFrom: 'printed' }
  const year = Number(update.slice(0, 4)) - (month > update.slice(5, 7) ? 1 : 0)
  return { date: `${year}-${month}`, yearFrom: 'update date' }
}

export const overlaps = (a: Span, b: Span) => a.index < b.index + b.length && b.index < a.index + a.length

/** A day of a year, or null where the calendar has none such. */
function calendarDay(year: number, month: number, day: number): DateTime | null {
  const date = DateTime.utc(year, month, day)
  return date.isValid ? date : null
}
const dayOfIso = (iso: IsoDate): DateTime =>
  DateTime.utc(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
const isoOf = (date: DateTime): IsoDate => date.toISODate() ?? ''
/** Whole days from one date to another; negative where the second lies before. Both are midnights of UTC. */
const daysFrom = (from: DateTime, to: DateTime): number => (to.toMillis() - from.toMillis()) / 86_400_000

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
    const date = calendarDay(printed.year, printed.month, printed.day)
    if (date === null) return { kind: 'impossible' }
    return { kind: 'date', date: isoOf(date), yearFrom: 'printed', contradicts: contradiction(printed, date) }
  }
  const from = dayOfIso(update)
  const step = statement === 'meeting' ? 1 : -1
  const fits = (date: DateTime) => daysFrom(from, date) * step >= -graceDays[statement]
  const nearest = nearestDay(printed, { year: from.year, step, fits })
  if (nearest === null) return { kind: 'impossible' }
  const guess = { kind: 'date' as const, date: isoOf(nearest), yearFrom: 'update date' as const }
  if (printed.weekday === null || printed.weekday === nearest.weekday)
    return { ...guess, yearFrom: printed.weekday === null ? 'update date' : 'weekday', contradicts: null }
  const byWeekday = nearestDay(printed, {
    year: from.year,
    step,
    fits: date => date.weekday === printed.weekday && isNear(daysFrom(from, date) * step),
  })
  if (byWeekday === null) return { ...guess, contradicts: contradiction(printed, nearest) }
  return { kind: 'date', date: isoOf(byWeekday), yearFrom: 'weekday', contradicts: null }
}

/**
 * How far a weekday may carry a day: some months back, or a year on. A weekday that is wrong by one fits the next year's day, and
 * nobody announces a meeting further ahead without its year.
 */
const isNear = (days: number): boolean => days > -120 && days < 400

/**
 * The first year's day that fits, counting from the year before the update's (a meeting at the turn of the year may lie in it)
 * and on past the next leap year (29 February comes every four years); null where none does.
 */
function nearestDay(
  { month, day }: PrintedDay,
  { year, step, fits }: { year: number; step: number; fits: (date: DateTime) => boolean },
): DateTime | null {
  for (const years of [-1, 0, 1, 2, 3, 4]) {
    const date = calendarDay(year + years * step, month, day)
    if (date !== null && fits(date)) return date
  }
  return null
}

/** The weekday that a date really is, capitalised, where the printed one is another; else null. */
function contradiction(printed: PrintedDay, date: DateTime): string | null {
  if (printed.weekday === null || printed.weekday === date.weekday) return null
  const name = weekdayNames[date.weekday - 1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}
