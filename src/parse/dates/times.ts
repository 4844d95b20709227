/**
 * Times of day as the newsletter prints them: a closed grammar. Printed, for instance: "12-1.30pm", "11.00- 12.30",
 * "10.00 a.m. – 12.30 p.m.", "9.30 for a 10.00 start", "12 noon"; "28 March 20-1 in person" has none that can be read.
 */
import type { ClockTime } from '../../update/update.ts'
import { matchesOf } from '../text/matches.ts'
import { overlaps, type Span } from './days.ts'

export type PrintedTime = Span & { start: ClockTime; end: ClockTime | null }
/** Words in the place of a time that cannot be read as one. */
type UnreadableTime = Span & { printed: string }

const meridiem = String.raw`(?:\s?(?:[ap]\.?m\b\.?|hrs?\b))`
// noon · 12 noon · 2 · 2pm · 2.30 · 14:00 · 1400 (years begin with 19 or 20, so no hour does that is written so)
const clock = (name: string) =>
  String.raw`(?<${name}>(?:12\s?)?(?:noon|midday)|(?:\d{1,2}(?:[.:]\d{2})?|(?:0\d|1[0-8])[0-5]\d)(?!\d)${meridiem}?)`
const boundary = String.raw`(?<![\d£$€.:/#-])`
const to = String.raw`\s?(?:[-–—]|to|until|till|and)\s?`
// 10-12 · 2-3.30pm · from 10.30am to 3.30pm · between 10 and 12
const timeRange = new RegExp(
  String.raw`${boundary}(?:from\s|between\s)?${clock('from')}${to}${clock('to')}(?![\d%]|[a-z])`,
  'gi',
)
// 9.30 for a 10.00 start · 10.00 for 10.30 – 3.00pm: people come at the first, and begin at the second
const timeForTime = new RegExp(
  String.raw`${boundary}${clock('from')}\sfor\s(?:an?\s)?${clock('to')}(?:${to}${clock('end')}|\sstart)?`,
  'gi',
)
// 10am · 13.00 · at 12 noon
const oneTime = new RegExp(
  String.raw`${boundary}(?:at\s|from\s)?(?<from>(?:12\s?)?(?:noon|midday)|\d{1,2}(?:[.:]\d{2})?${meridiem}|\d{1,2}[.:]\d{2}(?![\d%])|(?:0\d|1[0-9])[0-5]\d\s?hrs?\b)(?![a-z])`,
  'gi',
)

type Clock = { hour: number; minute: number; half: 'am' | 'pm' | null }

function readClock(printed: string): Clock | null {
  if (/noon|midday/i.test(printed)) return { hour: 12, minute: 0, half: 'pm' }
  const match = /^(?<hour>\d{1,2}?)(?:[.:]?(?<minute>\d{2}))?(?!\d)\s?(?<half>[ap])?/i.exec(printed)
  const hour = Number(match?.groups?.hour)
  const minute = Number(match?.groups?.minute ?? 0)
  if (match === null || hour > 23 || minute > 59) return null
  const half = match.groups?.half?.toLowerCase()
  // "01:30" is a 24-hour time: no one writes the afternoon like that.
  const early = half === undefined && printed.startsWith('0')
  return { hour, minute, half: half === 'a' || early ? 'am' : half === 'p' ? 'pm' : null }
}

/** Minutes from midnight; a bare hour from 1 to 6 is in the afternoon, since no one meets at night. */
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
 * right beside one of them; a clock ("2pm", "13.00") is a time anywhere.
 */
export function findTimes(text: string, days: readonly Span[]): FoundTimes {
  const found: FoundTimes = { times: [], unreadable: [] }
  if (!/\d|noon|midday/i.test(text)) return found
  addTimesForTimes(text, days, found)
  addRanges(text, days, found)
  addClocks(text, days, found)
  return { ...found, times: withEnds(text, found.times) }
}

type FoundTimes = { times: PrintedTime[]; unreadable: UnreadableTime[] }

const isFree = (span: Span, days: readonly Span[], { times, unreadable }: FoundTimes): boolean =>
  ![...days, ...times, ...unreadable].some(other => overlaps(other, span))

function addTimesForTimes(text: string, days: readonly Span[], found: FoundTimes): void {
  for (const match of matchesOf(timeForTime, text)) {
    const { to: begins = '', end = '' } = match.groups ?? {}
    const [start, stop] = [readClock(begins), readClock(end)]
    const span = { index: match.index, length: match[0].length }
    if (start === null || !isFree(span, days, found) || isBare(begins)) continue
    const range = stop === null ? null : readRange(start, stop)
    found.times.push({
      start: clockText(range?.start ?? minutesOf(start)),
      end: range === null ? null : clockText(range.end),
      ...span,
    })
  }
}

function addRanges(text: string, days: readonly Span[], found: FoundTimes): void {
  for (const match of matchesOf(timeRange, text)) {
    const { from = '', to: until = '' } = match.groups ?? {}
    const span = { index: match.index, length: match[0].length }
    if (!isFree(span, days, found) || (isBare(from) && isBare(until) && !besideDay(text, span, days))) continue
    const [first, second] = [readClock(from), readClock(until)]
    const range = first === null || second === null ? null : readRange(first, second)
    if (range === null) found.unreadable.push({ printed: match[0].trim(), ...span })
    else found.times.push({ start: clockText(range.start), end: clockText(range.end), ...span })
  }
}

function addClocks(text: string, days: readonly Span[], found: FoundTimes): void {
  for (const match of matchesOf(oneTime, text)) {
    const span = { index: match.index, length: match[0].length }
    const time = readClock(match.groups?.from ?? '')
    if (!isFree(span, days, found)) continue
    if (time !== null) found.times.push({ start: clockText(minutesOf(time)), end: null, ...span })
    // "25am", "10.75am"; without am or pm it may be a number of anything
    else if (/[ap]\.?m\b/iu.test(match[0])) found.unreadable.push({ printed: match[0].trim(), ...span })
  }
}

// 10am start, finishing by 1pm · 10am start – 1pm finish
const leadsToEnd = /^\s*(?:start\w*)?[\s,;–-]*(?:and\s+)?(?:(?:finish|end|clos)(?:es|ing|e)?\s*)?(?:by|at|until)?\s*$/i
const saysEnd = /\b(?:start|finish|end|clos)/i

/** Times in order; of two with words for start and finish between or behind them, the second is the end of the first. */
function withEnds(text: string, found: readonly PrintedTime[]): PrintedTime[] {
  const times: PrintedTime[] = []
  for (const time of [...found].sort((a, b) => a.index - b.index)) {
    const above = times.at(-1)
    const between = above === undefined ? '' : text.slice(above.index + above.length, time.index)
    const isEnd =
      above?.end === null &&
      time.end === null &&
      above.start < time.start &&
      saysEnd.test(between) &&
      leadsToEnd.test(between)
    if (isEnd && above !== undefined) {
      const behind = /^\s*(?:finish|end|close)\b/i.exec(text.slice(time.index + time.length))?.[0].length ?? 0
      const length = time.index + time.length + behind - above.index
      times[times.length - 1] = { ...above, end: time.start, length }
    } else times.push(time)
  }
  return times
}

const besideDay = (text: string, span: Span, days: readonly Span[]) =>
  days.some(day => {
    const between =
      day.index < span.index
        ? text.slice(day.index + day.length, span.index)
        : text.slice(span.index + span.length, day.index)
    return /^[\s,:;–-]*(?:from|at|on)?[\s,]*$/i.test(between)
  })
