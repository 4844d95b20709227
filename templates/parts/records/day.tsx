import { formatDate } from '../../../src/publish/dates.ts'
import type { ClockTime, IsoDate, IsoMonth } from '../../../src/update/update.ts'

/** "21 March 2025" or "March 2025", with the machine's date. */
export function Day({ date }: { date: IsoDate | IsoMonth }) {
  return <time datetime={date}>{formatDate(date)}</time>
}

/** "21 Mar 2025" or "Mar 2025", where space is short. */
export function ShortDay({ date }: { date: IsoDate | IsoMonth }) {
  return <time datetime={date}>{shortDate(date)}</time>
}

/** "Friday 21 March 2025, 10:00–12:00"; "10:00" where no end was printed, no time where none was. */
export function When({ date, start, end }: { date: IsoDate; start: ClockTime | null; end: ClockTime | null }) {
  const hours = start === null ? '' : `, ${start}${end === null ? '' : `–${end}`}`
  return (
    <time datetime={start === null ? date : `${date}T${start}`}>
      {weekday(date)} {formatDate(date)}
      {hours}
    </time>
  )
}

/** "2025-03-21" → "21 Mar 2025", "2025-03" → "Mar 2025". */
export const shortDate = (date: IsoDate | IsoMonth): string =>
  formatDate(date).replace(/[A-Z][a-z]+/u, month => month.slice(0, 3))

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** "2025-03-21" → "Friday". */
export const weekday = (date: IsoDate): string => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
