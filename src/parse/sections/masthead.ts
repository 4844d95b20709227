import { complain, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { IsoDate } from '../../update/update.ts'
import { dateOf } from '../dates/dates.ts'
import { findDays } from '../dates/days.ts'
import { isBlank, type Line, placeOf } from '../text/lines.ts'

/** "Update no 656 4th April 2025": which update this is, and of what day. `lines`: one, or two where the date stands below. */
export type Masthead = { lines: Line[]; number: number; date: IsoDate; heading: string }

// Update no 593 26th January 2024 · UPDATE NO 389 07 February 2020 · Update No. 707 – Friday 10 April 2026
const mastheadPattern =
  /^(?:#+\s*)?(?:the\s+)?(?:seslip\s+)?(?:friday\s+)?update\s*(?<no>no\.?|number|#)?\s*:?\s*(?<number>\d{1,5})\b(?<rest>.*)$/iu
const longestMasthead = 100
const separators = /^[\s,.:()–—-]*$/u
/** Behind the date only a remark may follow: "Update no 640 20th December 2024 – Christmas edition". */
const remark = /^\s*(?:$|[.,:;)(–—-].*$)/u

/** The newsletter began in about 2012; no update can lie before it. */
const firstYear = 2010
const lastYear = 2060

/**
 * Finds the masthead, at whatever height it stands. Reports a text without one, a number without a date or with an impossible
 * one, a weekday that contradicts the date, and a second masthead (two updates in one file).
 */
export function readMasthead(lines: readonly Line[]): { masthead: Masthead | null; diagnostics: Diagnostic[] } {
  const full = lines.flatMap((_line, index) => mastheadAt(lines, index) ?? [])
  const [first, ...others] = full
  if (first === undefined) return { masthead: null, diagnostics: [noMasthead(lines)] }
  const { masthead, diagnostics } = readPrinted(first)
  const second = others.find(other => other.number !== first.number)
  const [line] = first.lines
  if (second?.lines[0] !== undefined && line !== undefined)
    diagnostics.push(complain('two-mastheads', placeOf(second.lines[0]), { first: line.text, line: line.number }))
  return { masthead: diagnostics.some(({ severity }) => severity === 'error') ? null : masthead, diagnostics }
}

/** A masthead as printed. `rest`: what stands behind its number. */
type Printed = { lines: Line[]; number: number; rest: string }

/** A whole line of number and date, or a number with the date right below it; a sentence that mentions an update is none. */
function mastheadAt(lines: readonly Line[], index: number): Printed | null {
  const line = lines[index]
  const groups = line === undefined ? undefined : numbered(line)
  if (line === undefined || groups === undefined) return null
  const { number, rest = '' } = groups
  if (isDated(rest)) return { lines: [line], number: Number(number), rest }
  const below = lines.slice(index + 1, index + 3).find(next => !isBlank(next))
  return separators.test(rest) && below !== undefined && isDated(below.text)
    ? { lines: [line, below], number: Number(number), rest: below.text }
    : null
}

const numbered = ({ text }: Line) =>
  text.length > longestMasthead || !/^[#TtSsFfUu]/u.test(text) ? undefined : mastheadPattern.exec(text)?.groups

/** A day with its year, and nothing else but a remark. */
function isDated(text: string): boolean {
  const [day] = text.length > longestMasthead ? [] : findDays(text)
  if (day === undefined || day.year === null) return false
  return separators.test(text.slice(0, day.index)) && remark.test(text.slice(day.index + day.length))
}

/** Reads number and date, or says why they cannot be. */
function readPrinted({ lines, number, rest }: Printed): { masthead: Masthead | null; diagnostics: Diagnostic[] } {
  const line = lines.at(-1)
  const [day] = findDays(rest)
  if (line === undefined || day === undefined || day.year === null) throw new Error('a masthead has a date')
  const printed = rest.slice(day.index, day.index + day.length).trim()
  const place = placeOf(line, printed)
  const dated = dateOf(day, 'publication', `${day.year}-12-31`)
  const failed = (diagnostic: Diagnostic) => ({ masthead: null, diagnostics: [diagnostic] })
  if (number === 0) return failed(complain('impossible-number', placeOf(lines[0] ?? line), { number }))
  if (dated.kind === 'impossible') return failed(complain('impossible-date', place, { printed }))
  if (day.year < firstYear || day.year > lastYear)
    return failed(complain('far-off-year', place, { year: day.year, first: firstYear, last: lastYear }))
  const diagnostics =
    dated.contradicts === null
      ? []
      : [complain('weekday-contradicts', place, { printed, date: dated.date, weekday: dated.contradicts })]
  const heading = lines.map(({ text }) => text).join(' ')
  return { masthead: { lines, number, date: dated.date, heading }, diagnostics }
}

/** Where there is none: what the line lacks that comes nearest to one. */
function noMasthead(lines: readonly Line[]): Diagnostic {
  const near = lines.find(line => numbered(line)?.no !== undefined)
  const first = near ?? lines.find(line => !isBlank(line)) ?? lines[0]
  if (first === undefined) throw new Error('a text has at least one line')
  if (near === undefined) return complain('no-masthead', placeOf(first), {})
  const printed = (numbered(near)?.rest ?? '').replace(/^[\s,.:–—-]+/u, '')
  const [day] = findDays(printed)
  return day === undefined || day.year !== null
    ? complain('no-date', placeOf(near), { heading: near.text })
    : complain('no-year', placeOf(near, printed), { printed })
}
