/** What an editor should look at in a day as printed, wherever one is expected. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { addMonths, isSkippedTime, monthNames } from '../../update/calendar-day.ts'
import type { ClockTime, IsoDate } from '../../update/update.ts'
import { type Line, placeOf, placeWithin } from '../text/lines.ts'
import type { DatedDay } from './dates.ts'
import type { PrintedDay, Span } from './days.ts'

/** Nothing is announced further ahead; misprinted years are. */
const mostMonthsAhead = 18

const nameOf = (month: number): string => monthNames[month - 1] ?? ''

type DayInText = { text: string; day: PrintedDay; lines: readonly Line[] }

/**
 * Messages about one day: a misspelt month, a day that the calendar has not, another weekday than its own, a date too far
 * ahead of the update. `text` is what the day was found in, `lines` where it is printed.
 */
export function dayDiagnostics({ text, day, lines }: DayInText, dated: DatedDay, update: IsoDate): Diagnostic[] {
  const printed = spanText(text, day)
  const at = placeWithin(lines, printed)
  const slip =
    day.slip === null
      ? []
      : [diagnose('misspelt-month', placeWithin(lines, day.slip), { word: day.slip, nearest: [nameOf(day.month)] })]
  if (dated.kind === 'impossible') return [...slip, diagnose('impossible-day', at, { printed })]
  const { date, contradicts } = dated
  return [
    ...slip,
    ...(contradicts === null ? [] : [diagnose('weekday-contradicts', at, { printed, date, weekday: contradicts })]),
    ...(date > addMonths(update, mostMonthsAhead) ? [diagnose('far-ahead', at, { printed, date })] : []),
  ]
}

/** A time that London's clock skips on that day is kept as printed, with a message. */
export const timeDiagnostics = (line: Line, date: IsoDate | null, time: ClockTime | null): Diagnostic[] =>
  date !== null && time !== null && isSkippedTime(date, time)
    ? [diagnose('skipped-time', placeOf(line), { date, time })]
    : []

export const spanText = (text: string, span: Span): string => text.slice(span.index, span.index + span.length).trim()
