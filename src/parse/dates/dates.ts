/** What date a printed day means: the year comes from the kind of statement and the weekday. */
import { type CalendarDay, calendarDay, dayOf, weekdayNames } from '../../update/calendar-day.ts'
import type { IsoDate, IsoMonth, YearSource } from '../../update/update.ts'
import type { PrintedDay, PrintedMonth } from './days.ts'

/** The month in which something was published; without a printed year, the last such month up to the update's. */
export function monthOf(printed: PrintedMonth, update: IsoDate): { date: IsoMonth; yearFrom: YearSource } {
  const month = String(printed.month).padStart(2, '0')
  if (printed.year !== null) return { date: `${printed.year}-${month}`, yearFrom: 'printed' }
  const year = Number(update.slice(0, 4)) - (month > update.slice(5, 7) ? 1 : 0)
  return { date: `${year}-${month}`, yearFrom: 'update date' }
}

/** A publication lies before its update, a meeting after it. */
export type StatementKind = 'publication' | 'meeting'
export type DatedDay =
  | { kind: 'date'; date: IsoDate; yearFrom: YearSource; contradicts: string | null }
  | { kind: 'impossible' }

/** What of a printed day says which it is. */
export type DayOfMonth = Pick<PrintedDay, 'day' | 'month' | 'year' | 'weekday'>

/** How long after its day a meeting is still announced; how far ahead of itself a newsletter may run. */
const graceDays = { meeting: 14, publication: 7 }

/**
 * The date that a printed day means in an update of a given date.
 *
 * A printed year is kept. Without one, a printed weekday picks the nearest year that it fits; without that, a publication is
 * the last such day up to the update (a few days after are taken, since an editor may write ahead) and a meeting the first
 * such day from a fortnight before it. `contradicts` names the weekday that the date really is, where another was printed.
 */
export function dateOf(printed: DayOfMonth, statement: StatementKind, update: IsoDate): DatedDay {
  if (printed.year !== null) {
    const day = calendarDay(printed.year, printed.month, printed.day)
    if (day === null) return { kind: 'impossible' }
    return { kind: 'date', date: day.date, yearFrom: 'printed', contradicts: contradiction(printed, day) }
  }
  const from = dayOf(update).count
  const year = Number(update.slice(0, 4))
  const step = statement === 'meeting' ? 1 : -1
  const fits = (day: CalendarDay) => (day.count - from) * step >= -graceDays[statement]
  const nearest = nearestDay(printed, { year, step, fits })
  if (nearest === null) return { kind: 'impossible' }
  const { date, weekday } = nearest
  if (printed.weekday === null) return { kind: 'date', date, yearFrom: 'update date', contradicts: null }
  if (printed.weekday === weekday) return { kind: 'date', date, yearFrom: 'weekday', contradicts: null }
  const byWeekday = nearestDay(printed, {
    year,
    step,
    fits: day => day.weekday === printed.weekday && isNear((day.count - from) * step),
  })
  if (byWeekday === null)
    return { kind: 'date', date, yearFrom: 'update date', contradicts: contradiction(printed, nearest) }
  return { kind: 'date', date: byWeekday.date, yearFrom: 'weekday', contradicts: null }
}

/**
 * How far a weekday may carry a day: some months back, or a year on. A weekday that is wrong by one fits the next year's day, and
 * no one announces a meeting further ahead without its year.
 */
const isNear = (days: number): boolean => days > -120 && days < 400

/**
 * The first year's day that fits, counting from the year before the update's (a meeting at the turn of the year may lie in it);
 * null where none does, or where that year has no such day: no one who writes "29 February" in 2026 means 2028.
 */
function nearestDay(
  { month, day }: DayOfMonth,
  { year, step, fits }: { year: number; step: number; fits: (day: CalendarDay) => boolean },
): CalendarDay | null {
  for (const years of [-1, 0, 1, 2]) {
    const found = calendarDay(year + years * step, month, day)
    const last = found ?? calendarDay(year + years * step, month, 28)
    if (last !== null && fits(last)) return found
  }
  return null
}

/** The weekday that a date really is, capitalised, where the printed one is another; else null. */
function contradiction(printed: DayOfMonth, day: CalendarDay): string | null {
  if (printed.weekday === null || printed.weekday === day.weekday) return null
  return weekdayNames[day.weekday - 1] ?? ''
}
