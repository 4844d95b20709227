import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { IsoDate } from '../../update/update.ts'
import { dateOf } from '../dates/dates.ts'
import { dayDiagnostics } from '../dates/day-diagnostics.ts'
import { findDays, type PrintedDay } from '../dates/days.ts'
import { misspeltMonth } from '../dates/month-names.ts'
import { isKickerOrLabel, type Layout } from '../layouts/layout.ts'
import { isWrapped } from '../text/flow.ts'
import { isBlank, type Line, placeOf } from '../text/lines.ts'
import { isOpening } from '../text/openings.ts'
import { headingKey } from '../text/wording.ts'
import { isEntry, isFurniture } from './furniture.ts'

/** "Update no 656 4th April 2025": which update this is, and of what day. */
export type Masthead = {
  number: number
  date: IsoDate
  heading: string
  /** Every line that has it: a web page has it in the title and above the stories; a date may be on a separate line. */
  lines: Line[]
  /** The line number of the last of them that has stories below it. */
  border: number
}

// Update no 593 26th January 2024 · UPDATE NO 389 07 February 2020 · Update No. 707 – Friday 10 April 2026 ·
// Friday Update (No 850) 3 April 2026 · Update nos 861 and 860 20th February 2026 · 20 March 2026 – Update no 983
const mastheadPattern =
  /^(?<before>.{0,60}?)\bupdate\b\s*[,:–—-]?\s*[([]?\s*(?<no>nos?(?:\b\.?|(?=\d))|numbers?\b|#)?\s*[.:]?\s*(?<number>\d{1,5})\b(?![-/.:]\d)(?<others>(?:\s*(?:,|\/|&|and|to|[–-])\s*(?:no\.?\s*)?\d{3,5}\b(?![-/.]\d))*)(?<rest>.*)$/iu
const longestMasthead = 120
/** What may be in front of "Update": the newsletter's name, of words with capitals. "As told in Update no 301 …" is prose. */
const name = /^(?:[#*_>]+\s*)?[([]?\s*(?:(?:\p{Lu}[\p{L}’'&-]*|the|of|for|and|edition|issue)[\s:–—-]+){0,6}$/u
// Update no 985, dated 27 March 2026 · Update no 985 Date: 27 March 2026 · Update no 985, week ending 27 March 2026
const separators =
  /^[\s,.:;()[\]|–—-]*(?:(?:dated?|published|issued|(?:for )?(?:the )?week (?:ending|commencing|beginning))\b[\s:–—-]*)?$/iu
/** Between number and date only a remark with marks around it may be: "Update no 847 – special edition – 20th March 2026". */
const remarkBetween = /^\s*[,:;)(\]|[–—-].*[,:;)\]|–—-]\s*$|^[\s\p{L}’'-]*\b(?:edition|issue|supplement)[\s,:–—-]*$/iu
/** Behind the date only a remark may be: "Update no 640 20th December 2024 – Christmas edition". */
const remarkBehind = /^[\s*_]*(?:$|[.,:;)([\]|–—-].*$|(?:[\p{L}’'-]+\s+){0,3}(?:edition|issue|supplement)[.)]?$)/iu
const secondDay = /^\s*(?:and|&|to|or|[–—/-])\s*/iu

/** The newsletter began in about 2012; no update can lie before it. */
const firstYear = 2010
const lastYear = 2060

/**
 * Finds the masthead, at whatever height it is and however often it is printed. Reports a text without one, a number without a
 * date or with an impossible one, a weekday that contradicts the date, two numbers or two days on one masthead, and a second
 * update in the same file. A line that names another update and has no stories below it is a link to it.
 */
export function readMasthead(
  lines: readonly Line[],
  layout: Layout,
): { masthead: Masthead | null; diagnostics: Diagnostic[] } {
  const printed = lines.flatMap((_line, index) => mastheadAt(lines, index) ?? [])
  if (printed.length === 0) return { masthead: null, diagnostics: [noMasthead(lines)] }
  const weights = weigh(printed, lines, layout)
  const main = heaviest(printed, weights)
  const same = printed.filter(({ number }) => number === main.number)
  const border = borderOf(same, weights)
  const { masthead, diagnostics } = readPrinted(border)
  const second = printed.find(
    other =>
      other.number !== main.number &&
      ((weights.get(other) ?? 0) >= ownStories || (other.index > border.index && hasText(other, lines))),
  )
  const [line] = main.lines
  if (second?.lines[0] !== undefined && line !== undefined)
    diagnostics.push(diagnose('two-mastheads', placeOf(second.lines[0]), { first: line.text, line: line.number }))
  if (masthead === null || diagnostics.some(({ severity }) => severity === 'error'))
    return { masthead: null, diagnostics }
  const again = same.filter(other => other === border || hasSameWords(other, masthead.heading))
  return {
    masthead: { ...masthead, lines: again.flatMap(other => other.lines), border: border.lines[0]?.number ?? 1 },
    diagnostics,
  }
}

/** A masthead as printed. `rest`: what is behind its number; `date`: the line that says its date, from where it says it. */
type MastheadLine = { lines: Line[]; index: number; number: number; others: string; rest: string }

/** A whole line of number and date, or a number with the date right below it; a sentence that mentions an update is not one. */
function mastheadAt(lines: readonly Line[], index: number): MastheadLine | null {
  const line = lines[index]
  const groups = line === undefined ? undefined : numbered(line)
  if (line === undefined || groups === undefined || isPartOfProse(lines, index)) return null
  const { before = '', number, others = '', rest = '' } = groups
  const found = { index, number: Number(number), others }
  if (isDated(rest)) return { ...found, lines: [line], rest }
  if (separators.test(rest) && isDated(before)) return { ...found, lines: [line], rest: before }
  const below = lines.slice(index + 1, index + 3).find(next => !isBlank(next))
  return separators.test(rest) && below !== undefined && isDated(below.text)
    ? { ...found, lines: [line, below], rest: below.text }
    : null
}

const numbered = ({ text }: Line) => {
  if (text.length > longestMasthead || !/update/iu.test(text)) return
  const groups = mastheadPattern.exec(text)?.groups
  const before = groups?.before ?? ''
  return name.test(before) || isDated(before) ? groups : undefined
}

/** A line of an update's number and day, as recent posts are linked at the foot of a page. */
export const isMastheadLike = (line: Line): boolean => {
  const { before = '', rest = '' } = numbered(line) ?? {}
  return isDated(rest) || (isDated(before) && separators.test(rest))
}

/** Two figures were wrong in / Update no 301, 11 May 2018 / and we are sorry. */
function isPartOfProse(lines: readonly Line[], index: number): boolean {
  const [above, line, below] = [lines[index - 1], lines[index], lines[index + 1]]
  if (line === undefined) return false
  if (above !== undefined && !isBlank(above) && isWrapped(above.text, line.text)) return true
  return below !== undefined && !isBlank(below) && /^\p{Ll}/u.test(below.text)
}

/** A day with its year, and nothing else but a remark. */
function isDated(text: string): boolean {
  const day = text.length > longestMasthead ? null : datedDay(text)
  if (day === null) return false
  const [before, behind] = [text.slice(0, day.index), text.slice(day.index + day.length)]
  if (!separators.test(before) && !remarkBetween.test(before)) return false
  return remarkBehind.test(behind) || (secondDay.test(behind) && isDated(behind.replace(secondDay, '')))
}

const datedDay = (text: string): PrintedDay | null => findDays(text).find(({ year }) => year !== null) ?? null

// ── which of several it is ──

/** How much text must be below a masthead for it to be a separate update. */
const ownStories = 4

/** How much of an update is between each masthead and the next: labels and openings of stories say more than long lines. */
function weigh(printed: readonly MastheadLine[], lines: readonly Line[], layout: Layout): Map<MastheadLine, number> {
  return new Map(
    printed.map((one, at) => {
      const from = one.index + one.lines.length
      const stretch = lines.slice(from, printed[at + 1]?.index ?? lines.length)
      return [one, stretch.reduce((sum, line) => sum + weightOf(line, layout), 0)]
    }),
  )
}

function weightOf(line: Line, layout: Layout): number {
  if (line.text.length < 4) return 0
  if (isKickerOrLabel(line, layout) || isOpening(line.text)) return 3
  return line.text.length >= 80 && !isFurniture(line.text) ? 1 : 0
}

/** Whether prose is below a line before anything that only surrounds a page. */
function hasText({ index, lines: own }: MastheadLine, lines: readonly Line[]): boolean {
  const below = lines.slice(index + own.length).find(line => !isEntry(line.text) || isFurniture(line.text))
  return below !== undefined && !isFurniture(below.text) && !isMastheadLike(below)
}

/** The masthead of the number that has most of the text below it; the first, where none has any. */
function heaviest(printed: readonly MastheadLine[], weights: ReadonlyMap<MastheadLine, number>): MastheadLine {
  const sums = new Map<number, number>()
  for (const one of printed) sums.set(one.number, (sums.get(one.number) ?? 0) + (weights.get(one) ?? 0))
  const [first] = [...printed].sort((a, b) => (sums.get(b.number) ?? 0) - (sums.get(a.number) ?? 0))
  if (first === undefined) throw new Error('there is at least one masthead')
  return first
}

/** The last that has the stories below it; one at the foot of a page is a link. */
function borderOf(same: readonly MastheadLine[], weights: ReadonlyMap<MastheadLine, number>): MastheadLine {
  const most = Math.max(...same.map(one => weights.get(one) ?? 0))
  const border = same.findLast(one => (weights.get(one) ?? 0) >= most / 2 && (most > 0 || one === same[0]))
  if (border === undefined) throw new Error('there is at least one masthead')
  return border
}

/** Whether leaving out a line that prints the masthead again would lose no word. */
function hasSameWords({ lines }: MastheadLine, heading: string): boolean {
  const words = new Set(headingKey(heading).split(/[^\p{L}\p{N}]+/u))
  return headingKey(lines.map(({ text }) => text).join(' '))
    .split(/[^\p{L}\p{N}]+/u)
    .every(word => words.has(word))
}

// ── what it says ──

/** Reads number and date, or says why they cannot be. */
function readPrinted({ lines, number, others, rest }: MastheadLine): {
  masthead: Pick<Masthead, 'number' | 'date' | 'heading'> | null
  diagnostics: Diagnostic[]
} {
  const line = lines.at(-1)
  const day = datedDay(rest)
  if (line === undefined || day === null || day.year === null) throw new Error('a masthead has a date')
  const printed = rest.slice(day.index, day.index + day.length).trim()
  const place = placeOf(line, printed)
  const dated = dateOf(day, 'publication', `${day.year}-12-31`)
  const failed = (diagnostic: Diagnostic) => ({ masthead: null, diagnostics: [diagnostic] })
  if (number === 0) return failed(diagnose('impossible-number', placeOf(lines[0] ?? line), { number }))
  if (dated.kind === 'impossible') return failed(diagnose('impossible-date', place, { printed }))
  if (day.year < firstYear || day.year > lastYear)
    return failed(diagnose('far-off-year', place, { year: day.year, first: firstYear, last: lastYear }))
  const diagnostics = dayDiagnostics({ text: rest, day, lines: [line] }, dated, dated.date)
  if (others !== '') diagnostics.push(diagnose('two-numbers', placeOf(lines[0] ?? line), { number }))
  if (saysTwoDays(rest, day)) diagnostics.push(diagnose('two-days', place, { date: dated.date }))
  const heading = lines.map(({ text }) => text).join(' ')
  return { masthead: { number, date: dated.date, heading }, diagnostics }
}

/** 26th and 27th March 2026 · 26 March 2026 – 2 April 2026 */
function saysTwoDays(rest: string, day: PrintedDay): boolean {
  const printed = rest.slice(day.index, day.index + day.length)
  return (
    findDays(rest).length > 1 ||
    /\d\s?(?:st|nd|rd|th)?\s*(?:and|&|to|[-–—/])\s*\d{1,2}\s?(?:st|nd|rd|th)?\s/iu.test(printed)
  )
}

/** If there is none: what the nearest line lacks. */
function noMasthead(lines: readonly Line[]): Diagnostic {
  const near = lines.find(line => numbered(line)?.no !== undefined)
  const first = near ?? lines.find(line => !isBlank(line)) ?? lines[0]
  if (first === undefined) throw new Error('a text has at least one line')
  if (near === undefined) return diagnose('no-masthead', placeOf(first), {})
  const printed = (numbered(near)?.rest ?? '').replace(/^[\s,.:–—-]+/u, '')
  const [day] = findDays(printed)
  if (day !== undefined)
    return day.year === null
      ? diagnose('no-year', placeOf(near, printed), { printed })
      : diagnose('no-date', placeOf(near), { heading: near.text })
  const date = likeDate.exec(printed)?.[0]
  if (date === undefined) return diagnose('no-date', placeOf(near), { heading: near.text })
  const slip = misspeltMonth(date)
  return slip === null
    ? diagnose('impossible-date', placeOf(near, date), { printed: date })
    : diagnose('unknown-month', placeOf(near, slip.word), slip)
}

/** 31th Juni 2025 · 33 October 2025: a day, or what should be one, and its year. */
const likeDate = /\b\d{1,2}\s?(?:st|nd|rd|th)?\s+(?:of\s+)?\p{L}{3,}\.?,?\s+(?:19|20)\d{2}\b/u
