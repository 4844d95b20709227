/** Dates in the front matter that are not the ones in the text: a slip in a correction by hand, or in only one of the two places. */
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'
import { calendarDay } from '../../update/calendar-day.ts'
import { plain } from '../../update/markdown.ts'
import type { IsoDate, IsoMonth, Update } from '../../update/update.ts'
import { findDays, findMonths, type PrintedDay } from './days.ts'

/** A date among the facts, and the words that it is read from. */
type Fact = { date: IsoDate | IsoMonth; words: string }

/** One message for each meeting and publication whose text has dates, but not that of its facts. `placeOf`: where words are. */
export function datesAgainstText(update: Update, placeOf: (words: string) => Place): Diagnostic[] {
  return factsIn(update).flatMap(({ date, words }) => {
    const printed = otherDateIn(words, date)
    return printed === null ? [] : [diagnose('date-differs', placeOf(firstLineOf(words)), { date, printed })]
  })
}

function factsIn({ sections }: Update): Fact[] {
  return sections.flatMap((section): Fact[] => {
    switch (section.kind) {
      case 'updates':
      case 'reminders':
        return section.items.flatMap(({ meetings }) => meetings.flatMap(({ date, text }) => factOf(date, text)))
      case 'publications':
        return section.entries.flatMap(({ date, text }) => factOf(date, text))
      default:
        return []
    }
  })
}

const factOf = (date: IsoDate | IsoMonth | null, words: string): Fact[] => (date === null ? [] : [{ date, words }])

/** The first date in the words, as printed, where none of them is the one in the facts; null where they agree or there is none. */
function otherDateIn(words: string, date: IsoDate | IsoMonth): string | null {
  const text = plain(words)
  const days = findDays(text)
  const [first] = days
  // Of a day that no calendar has, or that its weekday contradicts, there is a message already: the facts may put it right.
  if (first === undefined || days.some(day => isDoubtful(day, date))) return null
  if (days.some(day => isAmong(day, date)) || findMonths(text).some(month => isMonth(month, date))) return null
  return text.slice(first.index, first.index + first.length).trim()
}

function isDoubtful({ day, month, year, weekday }: PrintedDay, date: IsoDate | IsoMonth): boolean {
  const found = calendarDay(year ?? Number(date.slice(0, 4)), month, day)
  return found === null || (weekday !== null && found.weekday !== weekday)
}

function isAmong({ day, month, year, more }: PrintedDay, date: IsoDate | IsoMonth): boolean {
  const days = [day, ...more.map(next => next.day)]
  const last = more.some(({ joint }) => joint === 'to') ? Math.max(...days) : day
  const wanted = Number(date.slice(8)) || null
  const isDay = wanted === null || days.includes(wanted) || (wanted >= day && wanted <= last)
  return isDay && isMonth({ month, year }, date)
}

const isMonth = ({ month, year }: Pick<PrintedDay, 'month' | 'year'>, date: IsoDate | IsoMonth): boolean =>
  month === Number(date.slice(5, 7)) && (year === null || year === Number(date.slice(0, 4)))

/** A text may be of several lines; a place is in one. */
const firstLineOf = (words: string): string => words.split('\n', 1)[0] ?? ''
