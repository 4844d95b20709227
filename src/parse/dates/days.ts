/**
 * Days and months as the newsletter prints them: a closed grammar. Anything else is not a day.
 *
 * Printed, for instance: "On 7 MarchNSPCC published", "Thursday 1st May 2025", "February 14, Shaw House", "13th and 14th May".
 */
import { distance } from 'fastest-levenshtein'
import { monthNames as calendarMonths, weekdayNames as calendarWeekdays } from '../../update/calendar-day.ts'
import { remembered } from '../../update/remembered.ts'
import { matchesOf } from '../text/matches.ts'

/** A place in a text. */
export type Span = { index: number; length: number }
/**
 * A day as printed. `weekday`: 1 is Monday (ISO 8601). `year` null where it was left out. `more`: further days of the same
 * month ("10 and 11 March", "17–18 March"). `slip`: the month's name as printed, where it is misspelt. The day may be one that
 * no month has ("33 October"): `dateOf` says so.
 */
export type PrintedDay = Span & {
  day: number
  month: number
  year: number | null
  weekday: number | null
  more: MoreDay[]
  slip: string | null
}
/** `to`: a stretch of days up to this one; `or`: one of the two. */
type MoreDay = { day: number; weekday: number | null; joint: 'and' | 'or' | 'to' }
/** A month that is not part of a day. `year` is null if it was left out. */
export type PrintedMonth = Span & { month: number; year: number | null }

export const lowerCaseMonths = calendarMonths.map(name => name.toLowerCase())
const weekdayNames = calendarWeekdays.map(name => name.toLowerCase())

// Written out in three cases, since a pattern that ignores case could not distinguish "MarchNSPCC" from "Marching".
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
const shortMonths = ['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec']
// In small letters "may" and "march" are words.
const months = inAnyCase([...lowerCaseMonths, ...shortMonths])
  .split('|')
  .filter(name => name !== 'may' && name !== 'march' && name !== 'mar')
  .join('|')
// "Fridays 6 March, 5 June and 11 September" are of one weekday.
const weekday = String.raw`(?:(?<weekday>(?:${weekdays})s?)\b[.,]?\s*(?:the\s+)?)?`
// "7 MarchNSPCC": a month may run into the capital that follows it, never into a small letter; "Febuary" is read by its likeness.
const month = String.raw`(?<month>(?:${months})(?![a-z])|[JFMASOND][a-z]{3,9}(?![a-z]))(?:(?<=\b(?:${inAnyCase(shortMonths)}))\.)?`
const day = String.raw`(?<day>\d{1,2})\s?(?:st|nd|rd|th|ST|ND|RD|TH)?`
// 2026 · "13 Mar 26, 10-12": two figures only behind a blank, where nothing else goes on with them
const year = String.raw`(?:,?\s*(?<year>(?:19|20)\d{2}(?!\d)|(?<=[a-z]\s)[23]\d(?=\s*(?:[,;)]|$))))?`
const lead = String.raw`(?<![\d£$€.:/#-])`
// 10 and 11 March · 17–18 March · 6, 13 and 20 March · Tuesday 10 and Wednesday 11 March
const ordinal = '(?:st|nd|rd|th|ST|ND|RD|TH)'
const joint = String.raw`(?:\s*(?:,\s*(?:and\s+|or\s+)?|and\b|or\b|&|to\b|[-–—]))\s*`
// A space may be read in one way only, and there is a most: "26 and 26 and 26 …" took a time that doubled with each.
const moreDays = String.raw`(?<more>(?:${joint}(?:(?:${weekdays})\b[.,]?\s*(?:the\s+)?)?\d{1,2}(?![\d:]|\.\d)(?:\s?${ordinal})?){0,9})`
const moreDay = new RegExp(
  String.raw`(?<joint>,\s*or\b|,|and\b|or\b|&|to\b|[-–—])\s*(?:and\s+)?(?<weekday>(?:${weekdays})\b)?[.,]?\s*(?:the\s+)?(?<day>\d{1,2})`,
  'gu',
)
const ends = String.raw`(?!\d|[.:]\d|\s?(?:am|pm|AM|PM)\b)`

/** The ways in which a day is printed. Most texts have none: what `may` asks is quick, and what it denies is not looked for. */
const dayPatterns: readonly { may: RegExp; pattern: RegExp }[] = [
  // Thursday 1st May 2025 · 29 December · 13th and 14th May 2025 · 18January · 18 january
  {
    may: /\d\s?(?:st|nd|rd|th|ST|ND|RD|TH)?\s*(?:of\s+)?[JFMASONDjfasond]/u,
    pattern: new RegExp(String.raw`${lead}${weekday}\b${day}${moreDays}\s*(?:of\s+)?${month}${year}`, 'gu'),
  },
  // On May 2 NHS England published
  {
    may: /[Oo]n\s[A-Z][a-z]+.*\s\d/u,
    pattern: new RegExp(String.raw`(?<=\b[Oo]n\s)${weekday}\b${month}\s${day}${ends}${year}`, 'gu'),
  },
  // February 14, Shaw House · May 7th 2025; "In May 12 authorities …" is not a day
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
  // Tues 20/1 · 20/1 at 10am; "9/10" alone is a fraction
  {
    may: /\d\/\d/u,
    pattern: new RegExp(
      String.raw`${lead}(?:(?<weekday>(?:${weekdays}))\b[.,]?\s*(?:the\s+)?)(?<day>\d{1,2})\/(?<month>\d{1,2})(?![\d/])`,
      'gu',
    ),
  },
  {
    may: /\d\/\d/u,
    pattern:
      /(?<![\d£$€.:/#-])(?<weekday>(?!))?(?<day>\d{1,2})\/(?<month>\d{1,2})(?=,?\s+(?:(?:at|from|@)\s+)?\d{1,2}(?:[.:]\d{2}(?!\d)|\s?[ap]\.?m\b))/gu,
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
    .map(name => [name, lowerCaseMonths.findIndex(known => known.startsWith(name.slice(0, 3))) + 1]),
)

function monthNumber(printed: string): number | null {
  const name = printed.toLowerCase()
  const known = monthsByName.get(name)
  if (known !== undefined) return known
  if (/^\d+$/u.test(name)) return Number(name)
  const exact = lowerCaseMonths.findIndex(known => known === name || (name.length >= 3 && known.startsWith(name)))
  if (exact >= 0) return exact + 1
  const close = lowerCaseMonths.findIndex(known => known[0] === name[0] && isSlip(name, known))
  return close >= 0 ? close + 1 : null
}

/**
 * "Febuary", "Septmber": one or two slips in a long name. A short one is near many words ("Match", "Mary"): letters in another
 * order ("Apirl"), or one too few or too many ("Agust").
 */
function isSlip(name: string, month: string): boolean {
  if (month.length < 4) return false
  if (name.length >= 6) return distance(month, name) <= 2
  const sorted = (word: string) => [...word].sort().join('')
  return sorted(name) === sorted(month) || (name.length !== month.length && distance(month, name) === 1)
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
export const findDays = (text: string): readonly PrintedDay[] => (/\d/u.test(text) ? daysIn(text) : [])

/** Each stage looks at a line for itself, and lists are printed again for weeks: of seven texts, six have been asked for before. */
const daysIn = remembered(readDays, text => text)

function readDays(text: string): readonly PrintedDay[] {
  const found: PrintedDay[] = []
  for (const { may, pattern } of dayPatterns) {
    if (!may.test(text)) continue
    // Matches of one pattern never overlap, so that a text of many days costs no square.
    const earlier = [...found]
    for (const match of matchesOf(pattern, text)) {
      const day = printedDay(match)
      if (day !== null && !earlier.some(other => overlaps(other, day))) found.push(day)
    }
  }
  return found.sort((a, b) => a.index - b.index)
}

function printedDay(match: RegExpExecArray): PrintedDay | null {
  const { day: printed = '', month: name = '', year, weekday, more } = match.groups ?? {}
  const month = monthNumber(name)
  const day = Number(printed)
  if (month === null || month < 1 || month > 12 || day < 1) return null
  // "35 March" may be anything; that a month is to have it, its name in full says: "33 October".
  if (day > 31 && !lowerCaseMonths.includes(name.toLowerCase())) return null
  const first = { day, weekday: weekdayNumber(weekday) }
  const slip = /^\p{L}/u.test(name) && !monthsByName.has(name.toLowerCase()) ? name : null
  const read = { index: match.index, length: match[0].length, month, year: yearNumber(year), slip }
  const further = more ? furtherDays(more, first) : []
  if (further !== null) return { ...read, ...first, more: further }
  // "Room 4, 12 March": the number before the last one is not a day of the month.
  const last = /\d{1,2}(?=\D*$)/u.exec(more ?? '')
  const cut = match[0].indexOf(more ?? '') + (last?.index ?? 0)
  return {
    ...read,
    index: match.index + cut,
    length: match[0].length - cut,
    day: Number(last?.[0]),
    weekday: null,
    more: [],
  }
}

const jointNamed = (printed: string): MoreDay['joint'] =>
  printed.endsWith('or') ? 'or' : /^(?:to|[-–—])/u.test(printed) ? 'to' : 'and'

/**
 * The days behind the first of a list. null where they cannot be that: days of one month count up, and a comma alone parts them
 * only where more follow or a weekday says what they are ("Room 4, 12 March" is not a list).
 */
function furtherDays(more: string, first: { day: number; weekday: number | null }): MoreDay[] | null {
  const found = matchesOf(moreDay, more).map((match): MoreDay & { comma: boolean } => ({
    day: Number(match.groups?.day),
    weekday: weekdayNumber(match.groups?.weekday),
    joint: jointNamed(match.groups?.joint ?? ''),
    comma: match.groups?.joint === ',',
  }))
  const rises = found.every(({ day }, at) => day > (found[at - 1]?.day ?? first.day) && day <= 31)
  const loose = found.length === 1 && found[0]?.comma === true && first.weekday === null
  return rises && !loose ? found.map(({ day, weekday, joint }) => ({ day, weekday, joint })) : null
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
