/** The facts of a phrase about one meeting, or several of one kind: when, how, where and about what. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { IsoDate, Meeting } from '../../update/update.ts'
import { dayDiagnostics, spanText, timeDiagnostics } from '../dates/day-diagnostics.ts'
import { findDays, type PrintedDay } from '../dates/days.ts'
import { findTimes, type PrintedTime } from '../dates/times.ts'
import { type Line, placeOf } from '../text/lines.ts'
import { modeOf } from './modes.ts'
import { type Occasion, readOccasions, saysOff } from './occasions.ts'
import { wordsAround } from './words-around.ts'

/** More than any line prints; what a spoilt text prints beyond them costs no time. */
const mostDays = 60

type MeetingFacts = Omit<Meeting, 'label' | 'contacts' | 'text'>
export type FactsReading = { facts: MeetingFacts[]; diagnostics: Diagnostic[] }

/**
 * Reads a phrase: one meeting's facts, or those of several where it names several days. Reports a day that is beyond them, a time
 * that cannot be read, and anything odd about a day or time.
 */
export function readPhrase(text: string, update: IsoDate, line: Line): FactsReading {
  return readClause({ text, days: findDays(text).slice(0, mostDays) }, update, line)
}

/** Reads a line about a network, which may announce several meetings, each at its own place: "6 March at Shaw House; 5 June online". */
export function readClauses(text: string, update: IsoDate, line: Line): FactsReading {
  const days = findDays(text).slice(0, mostDays)
  const clauses = clausesOf(text, days).map(clause => readClause(clause, update, line))
  const subject = clauses[0]?.facts[0]?.subject ?? null
  return {
    facts: clauses.flatMap(({ facts }) => facts.map(fact => ({ ...fact, subject: fact.subject ?? subject }))),
    diagnostics: clauses.flatMap(({ diagnostics }) => diagnostics),
  }
}

type Clause = { text: string; days: readonly PrintedDay[] }

/** A day begins a clause of its own where words between it and the day before say where that one is; where a meeting moves, both days are its own. */
function clausesOf(text: string, days: readonly PrintedDay[]): Clause[] {
  if (days.length < 2 || saysOff(text)) return [{ text, days }]
  const starts = days.filter(({ index }, at) => {
    const above = days[at - 1]
    const between = above === undefined ? '' : text.slice(above.index + above.length, index)
    const words = between.replace(joinsClauses, '')
    return words !== between && /\p{L}{3}/u.test(words)
  })
  const bounds = [0, ...starts.map(({ index }) => index), text.length]
  return bounds.slice(0, -1).map((from, at) => {
    const to = bounds[at + 1] ?? text.length
    return {
      text: text.slice(from, to),
      days: days.filter(({ index }) => index >= from && index < to).map(day => ({ ...day, index: day.index - from })),
    }
  })
}

// … at Shaw House; 5 June · … at Shaw House and on 5 June
const joinsClauses = /(?:[;,.]|\s(?:and|then))(?:\s+(?:and|then|on))*\s*$/u

function readClause({ text, days }: Clause, update: IsoDate, line: Line): FactsReading {
  const { times, unreadable } = findTimes(text, days)
  const { occasions, dated, left } = readOccasions(text, { days, times, update })
  const { subject, place } = wordsAround(text, [...days, ...times, ...unreadable])
  const mode = modeOf(text, place)
  const clock = { text, days, times }
  const facts = occasions.map((occasion): MeetingFacts => {
    const { date, lastDate, formerDate, yearFrom, status } = occasion
    // The hours of a postponed meeting were its old day's.
    const time = status === 'postponed' && date === null ? undefined : timeOf(clock, occasion)
    const hours = { start: time?.start ?? null, end: time?.end ?? null }
    return { subject, date, lastDate, formerDate, yearFrom, ...hours, mode, place, status }
  })
  const diagnostics = [
    ...unreadable.map(({ printed }) => diagnose('unreadable-time', placeOf(line, printed), { printed })),
    ...dated.flatMap(({ day, resolved }) => dayDiagnostics({ text, day, lines: [line] }, resolved, update)),
    ...facts.flatMap(({ date, start, end }) => [start, end].flatMap(time => timeDiagnostics(line, date, time))),
    ...left.map(day => diagnose('second-day', placeOf(line, spanText(text, day)), { printed: spanText(text, day) })),
  ]
  return { facts, diagnostics }
}

type ClauseTimes = { text: string; days: readonly PrintedDay[]; times: readonly PrintedTime[] }

/**
 * The hours of a meeting: those that follow its day, else those before it, else those that no day but its own run's has right
 * before them: in "now 12 June (was 5 June 2pm)" they are the old day's, in "6 March, 5 June and 11 September 10am" all three's.
 */
function timeOf({ text, days, times }: ClauseTimes, { from, beside }: Occasion): PrintedTime | undefined {
  if (from === null) return times[0]
  const at = days.indexOf(from)
  const [above, below] = [days[at - 1], days[at + 1]]
  const isBound = (time: PrintedTime) =>
    days.some(
      other =>
        !beside.includes(other) && /^[\s,]*(?:at|from)?\s*$/i.test(text.slice(other.index + other.length, time.index)),
    )
  const own = times.find(({ index }) => index > from.index && index < (below?.index ?? text.length))
  const free = times.filter(time => !isBound(time))
  return own ?? free.find(({ index }) => index < from.index && index >= (above?.index ?? 0)) ?? free[0]
}
