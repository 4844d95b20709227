/**
 * A second reader of dates. Our grammar is closed and knows the newsletter; chrono-node knows many more wordings and guesses.
 * Where the two differ, one of them is wrong, and an editor can tell at a glance. chrono never decides anything.
 */
import * as chrono from 'chrono-node'
import { complain, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { plain } from '../../update/markdown.ts'
import type { IsoDate, Update } from '../../update/update.ts'
import { type Line, placeWithin, readLines } from '../text/lines.ts'
import { findDays } from './days.ts'

/** Strict: it takes no "now", no "sat" and no "Friday" for a day. Day before month. */
const reader = new chrono.Chrono(chrono.en.configuration.createConfiguration(true, true))

/** What we made of a stretch of printed words. */
type Taken = { printed: string; date: string | null; start: string | null }

/**
 * Asks a second reader about every date that a parser or an editor gave a meeting or publication. `text` is the file that the
 * update was read from, raw or Markdown; complaints point into it. Years count only where they are printed.
 */
export function secondOpinions(update: Update, text: string, file: string): Diagnostic[] {
  const lines = readLines(text, file)
  return takenDates(update).flatMap(taken => {
    const theirs = disagreement(taken, update.date)
    if (theirs === null) return []
    const ours = [taken.date, taken.start].filter(part => part !== null).join(' ') || 'no date'
    return [complain('second-opinion', placeOfWords(lines, taken.printed), { ours, theirs })]
  })
}

function takenDates(update: Update): Taken[] {
  return update.sections.flatMap((section): Taken[] => {
    switch (section.kind) {
      case 'updates':
      case 'reminders':
        return section.items.flatMap(item =>
          item.meetings
            .filter(meeting => meeting.status === 'planned')
            .map(meeting => ({ printed: meeting.text, date: meeting.date, start: meeting.start })),
        )
      case 'publications':
        return section.entries.map(entry => ({ printed: plain(entry.text), date: entry.date, start: null }))
      default:
        return []
    }
  })
}

/** What the second reader makes of the words, where it is something else; null where the two agree or it has nothing to say. */
function disagreement({ printed, date, start }: Taken, update: IsoDate): string | null {
  const day = date?.slice(0, 10) ?? null
  // A month alone, and the many days that a title may hold, are not the second reader's business.
  if (day !== null && day.length < 10) return null
  const found = reader.parse(printed, new Date(`${update}T12:00:00Z`)).filter(result => isDay(result, update))
  const [first] = found
  if (first === undefined) return null
  if (day === null) return start === null && found.length === 1 && opens(first, printed) ? dayOf(first) : null
  // "9 January 10-12" has one day; that the second reader takes "January 10" for another is its own idiom's fault.
  if (!found.some(result => sameDay(result, day))) return isOnlyDay(printed, day) ? null : dayOf(first)
  if (/\d\sfor\s(?:an?\s)?\d/u.test(printed)) return null
  const timed = found.find(result => sameDay(result, day) && result.start.isCertain('hour'))
  return timed === undefined || start === null || timeOf(timed) === start ? null : `${dayOf(timed)} ${timeOf(timed)}`
}

/** Whether our own grammar finds one day in the words, and it is that one: not so where an editor wrote another beside them. */
function isOnlyDay(printed: string, day: IsoDate): boolean {
  const [own, ...others] = findDays(printed)
  return own !== undefined && others.length === 0 && day.endsWith(`-${two(own.month)}-${two(own.day)}`)
}

/** A day and month that it is sure of, in a year that is possible ("14 October, 10-12" is no day of 2010). */
function isDay({ start }: chrono.ParsedResult, update: IsoDate): boolean {
  const sure = start.isCertain('day') && start.isCertain('month') && !start.isCertain('timezoneOffset')
  return sure && Math.abs((start.get('year') ?? 0) - Number(update.slice(0, 4))) <= 2
}

const sameDay = ({ start }: chrono.ParsedResult, day: IsoDate): boolean =>
  start.get('day') === Number(day.slice(8)) &&
  start.get('month') === Number(day.slice(5, 7)) &&
  (!start.isCertain('year') || start.get('year') === Number(day.slice(0, 4)))

/** Near the beginning: further on, days are part of what is told. */
const opens = ({ index }: chrono.ParsedResult, printed: string): boolean => index < Math.min(12, printed.length / 2)

const two = (number: number | null) => String(number ?? 0).padStart(2, '0')
const dayOf = ({ start }: chrono.ParsedResult) =>
  `${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`
const timeOf = ({ start }: chrono.ParsedResult) => `${two(start.get('hour'))}:${two(start.get('minute'))}`

/** The line on which words stand, by as many of them as a line of a Markdown file may hold unescaped. */
function placeOfWords(lines: readonly Line[], printed: string) {
  const words = printed.split('\n', 1)[0] ?? ''
  const holds = [words, words.slice(0, 40), words.slice(0, 20)].find(
    some => some !== '' && lines.some(line => line.text.includes(some)),
  )
  return placeWithin(lines, holds ?? words)
}
