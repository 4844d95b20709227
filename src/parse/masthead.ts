import { complain, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { IsoDate } from '../update/update.ts'
import { dateOf, findDays } from './dates.ts'
import { isBlank, type Line, placeOf } from './lines.ts'

/** "Update no 656 4th April 2025": which update this is, and of what day. */
export type Masthead = { line: Line; number: number; date: IsoDate; heading: string }

// Update no 593 26th January 2024 · UPDATE NO 389 07 February 2020 · Update No. 707 – Friday 10 April 2026
const mastheadPattern =
  /^(?:the\s+)?(?:seslip\s+)?(?:friday\s+)?update\s*(?:no\b\.?|number\b|#|:)?\s*:?\s*(?<number>\d{1,5})\b(?<rest>.*)$/iu
const separators = /^[\s,.:–—-]*$/u

/** The newsletter began in about 2012; no update can lie before it. */
const firstYear = 2010
const lastYear = 2060

/**
 * Finds the masthead, at whatever height it stands. Reports a text without one, a number without a date or with an impossible
 * one, a weekday that contradicts the date, and a second masthead (two updates in one file).
 */
export function readMasthead(lines: readonly Line[]): { masthead: Masthead | null; diagnostics: Diagnostic[] } {
  const candidates = lines.filter(line => looksLikeMasthead(line.text))
  const [line, ...others] = candidates
  if (line === undefined) return { masthead: null, diagnostics: [noMasthead(lines)] }
  const { masthead, diagnostics } = readLine(line)
  const second = others.find(other => numberOf(other.text) !== numberOf(line.text))
  if (second !== undefined)
    diagnostics.push(complain('two-mastheads', placeOf(second), { first: line.text, line: line.number }))
  return { masthead: diagnostics.some(({ severity }) => severity === 'error') ? null : masthead, diagnostics }
}

const numberOf = (text: string) => Number(mastheadPattern.exec(text)?.groups?.number)

/** A whole line of number and date, or of a number alone; a sentence that mentions an update is none. */
function looksLikeMasthead(text: string): boolean {
  const rest = mastheadPattern.exec(text)?.groups?.rest
  if (rest === undefined || text.length > 80) return false
  const [day] = findDays(rest)
  if (day === undefined) return /^[\s,.:–—-]*(?:\S+\s+)?(?:\d{1,2}\D.{0,24})?$/u.test(rest) && !/[a-z]{12}/u.test(rest)
  return separators.test(rest.slice(0, day.index)) && separators.test(rest.slice(day.index + day.length))
}

function readLine(line: Line): { masthead: Masthead | null; diagnostics: Diagnostic[] } {
  const rest = mastheadPattern.exec(line.text)?.groups?.rest ?? ''
  const number = numberOf(line.text)
  const [day] = findDays(rest)
  const printed = rest.replace(/^[\s,.:–—-]+/u, '')
  const place = placeOf(line, printed === '' ? line.text : printed)
  if (number === 0) return { masthead: null, diagnostics: [complain('impossible-number', placeOf(line), { number })] }
  if (day === undefined) return { masthead: null, diagnostics: [complain('no-date', place, { heading: line.text })] }
  if (day.year === null) return { masthead: null, diagnostics: [complain('no-year', place, { printed })] }
  const dated = dateOf(day, 'publication', `${day.year}-12-31`)
  if (dated.kind === 'impossible')
    return { masthead: null, diagnostics: [complain('impossible-date', place, { printed })] }
  if (day.year < firstYear || day.year > lastYear)
    return {
      masthead: null,
      diagnostics: [complain('far-off-year', place, { year: day.year, first: firstYear, last: lastYear })],
    }
  const diagnostics =
    dated.contradicts === null
      ? []
      : [complain('weekday-contradicts', place, { printed, date: dated.date, weekday: dated.contradicts })]
  return { masthead: { line, number, date: dated.date, heading: line.text }, diagnostics }
}

function noMasthead(lines: readonly Line[]): Diagnostic {
  const first = lines.find(line => !isBlank(line)) ?? lines[0]
  if (first === undefined) throw new Error('a text has at least one line')
  return complain('no-masthead', placeOf(first), {})
}
