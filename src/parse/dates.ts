/** What date a printed day means: the calendar is luxon's, the year from the kind of statement and the weekday. */
import { DateTime } from 'luxon'
import type { IsoDate, IsoMonth, YearSource } from '../update/update.ts'
import { type PrintedDay, type PrintedMonth, weekdayNames } from './days.ts'

/** The month in which something was published; without a printed year, the last such month up to the update's. */
export function monthOf(printed: PrintedMonth, update: IsoDate): { date: IsoMonth; yearFrom: YearSource } {
  const month = String(printed.month).padStart(2, '0')
  if (printed.year !== null) return { date: `${printed.year}-${month}`, yearFrom: 'printed' }
  const year = Number(update.slice(0, 4)) - (month > update.slice(5, 7) ? 1 : 0)
  return { date: `${year}-${month}`, yearFrom: 'update date' }
}

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
export type StatementKind = 'publication' | 'meeting'
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
export function dateOf(printed: PrintedDay, statement: StatementKind, update: IsoDate): DatedDay {
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
