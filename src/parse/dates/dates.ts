/** What date a printed day means: the year comes from the kind of statement and the weekday. */
import type { IsoDate, IsoMonth, YearSource } from '../../update/update.ts'
import { type PrintedDay, type PrintedMonth, weekdayNames } from './days.ts'

/** The month in which something was published; without a printed year, the last such month up to the update's. */
export function monthOf(printed: PrintedMonth, update: IsoDate): { date: IsoMonth; yearFrom: YearSource } {
  const month = String(printed.month).padStart(2, '0')
  if (printed.year !== null) return { date: `${printed.year}-${month}`, yearFrom: 'printed' }
  const year = Number(update.slice(0, 4)) - (month > update.slice(5, 7) ? 1 : 0)
  return { date: `${year}-${month}`, yearFrom: 'update date' }
}

/**
 * A day of the calendar; `count` is how many days after 1 January 1970 it lies. A day has no hours and no zone, so counting is all
 * that it needs; objects that know of zones took a twentieth of the import. A test holds this to luxon's calendar.
 */
type Day = { date: IsoDate; count: number; weekday: number }
const millisOfDay = 86_400_000

/** A day of a year, or null where the calendar has none such. */
function calendarDay(year: number, month: number, day: number): Day | null {
  const midnight = new Date(Date.UTC(year, month - 1, day))
  if (midnight.getUTCDate() !== day) return null
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  // ISO 8601 counts from Monday, 1, to Sunday, 7.
  return { date, count: midnight.getTime() / millisOfDay, weekday: midnight.getUTCDay() || 7 }
}

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
    const day = calendarDay(printed.year, printed.month, printed.day)
    if (day === null) return { kind: 'impossible' }
    return { kind: 'date', date: day.date, yearFrom: 'printed', contradicts: contradiction(printed, day) }
  }
  const from = Date.parse(update) / millisOfDay
  const year = Number(update.slice(0, 4))
  const step = statement === 'meeting' ? 1 : -1
  const fits = (day: Day) => (day.count - from) * step >= -graceDays[statement]
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
 * nobody announces a meeting further ahead without its year.
 */
const isNear = (days: number): boolean => days > -120 && days < 400

/**
 * The first year's day that fits, counting from the year before the update's (a meeting at the turn of the year may lie in it)
 * and on past the next leap year (29 February comes every four years); null where none does.
 */
function nearestDay(
  { month, day }: PrintedDay,
  { year, step, fits }: { year: number; step: number; fits: (day: Day) => boolean },
): Day | null {
  for (const years of [-1, 0, 1, 2, 3, 4]) {
    const found = calendarDay(year + years * step, month, day)
    if (found !== null && fits(found)) return found
  }
  return null
}

/** The weekday that a date really is, capitalised, where the printed one is another; else null. */
function contradiction(printed: PrintedDay, day: Day): string | null {
  if (printed.weekday === null || printed.weekday === day.weekday) return null
  const name = weekdayNames[day.weekday - 1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}
