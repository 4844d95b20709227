/**
 * Days and months as the newsletter prints them: a closed grammar. What it does not know is no day.
 *
 * Printed, for instance: "On 7 MarchNSPCC published", "Thursday 1st May 2025", "February 14, Shaw House", "13th and 14th May".
 */
import { distance } from 'fastest-levenshtein'
import { matchesOf } from '../text/matches.ts'

/** Where in a text something stands. */
export type Span = { index: number; length: number }
/** A day as printed. `weekday`: 1 is Monday (ISO 8601). `year` null where it was left out. */
export type PrintedDay = Span & { day: number; month: number; year: number | null; weekday: number | null }
/** A month that is no part of a day. `year` null where it was left out. */
export type PrintedMonth = Span & { month: number; year: number | null }

export const monthNames = [
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
export const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

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
    may: /[JFMASOND][A-Za-z.]{2,9}\s\d{1,2}(?!\d)/u,
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

// "jan", "january", "sept": most months are printed so, and are known without comparing names.
const monthsByName = new Map(
  months
    .toLowerCase()
    .split('|')
    .map(name => [name, monthNames.findIndex(known => known.startsWith(name.slice(0, 3))) + 1]),
)

function monthNumber(printed: string): number | null {
  const name = printed.toLowerCase()
  const known = monthsByName.get(name)
  if (known !== undefined) return known
  if (/^\d+$/u.test(name)) return Number(name)
  const exact = monthNames.findIndex(known => known === name || (name.length >= 3 && known.startsWith(name)))
  if (exact >= 0) return exact + 1
  // "Febuary", "Septmber": one or two slips in a long name, with its first letter right.
  const close = monthNames.findIndex(known => known[0] === name[0] && name.length >= 6 && distance(known, name) <= 2)
  return close >= 0 ? close + 1 : null
}

const yearNumber = (printed: string | undefined): number | null =>
  printed === undefined ? null : Number(printed) + (printed.length === 2 ? 2000 : 0)
function weekdayNumber(printed: string | undefined): number | null {
  if (printed === undefined) return null
  const letters = printed.slice(0, 3).toLowerCase()
  const at = weekdayNames.findIndex(name => name.startsWith(letters))
  return at < 0 ? null : at + 1
}

/** Every day that a text prints, in reading order; spans do not overlap. */
export function findDays(text: string): PrintedDay[] {
  if (!/\d/u.test(text)) return []
  const found: PrintedDay[] = []
  for (const { may, pattern } of dayPatterns) {
    if (!may.test(text)) continue
    for (const match of matchesOf(pattern, text)) {
      const groups = match.groups ?? {}
      const monthRead = monthNumber(groups.month ?? '')
      const dayRead = Number(groups.day)
      if (monthRead === null || monthRead < 1 || monthRead > 12 || dayRead < 1 || dayRead > 31) continue
      const span = { index: match.index, length: match[0].length }
      if (found.some(other => overlaps(other, span))) continue
      found.push({
        index: span.index,
        length: span.length,
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
  const found = matchesOf(monthAndYear, text).flatMap(toMonth)
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

export const overlaps = (a: Span, b: Span) => a.index < b.index + b.length && b.index < a.index + a.length
