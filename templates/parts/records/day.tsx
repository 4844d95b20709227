import { formatDate, shortDate, weekday } from '../../../src/update/calendar-day.ts'
import type { ClockTime, IsoDate, IsoMonth } from '../../../src/update/update.ts'

/** "21 March 2025" or "March 2025", with the machine's date. */
export function Day({ date }: { date: IsoDate | IsoMonth }) {
  return <time datetime={date}>{formatDate(date)}</time>
}

/** "21 Mar 2025" or "Mar 2025", where space is short. */
export function ShortDay({ date }: { date: IsoDate | IsoMonth }) {
  return <time datetime={date}>{shortDate(date)}</time>
}

/** From the first to the last of several days; one day alone is shown once. */
export function Days({ from, to }: { from: IsoDate; to: IsoDate }) {
  if (from === to) return <ShortDay date={from} />
  return (
    <>
      <ShortDay date={from} /> to <ShortDay date={to} />
    </>
  )
}

type WhenProps = { date: IsoDate; lastDate?: IsoDate | null; start: ClockTime | null; end: ClockTime | null }

/** "Friday 21 March 2025, 10:00–12:00"; "Tuesday 10 to Wednesday 11 March 2026"; no end, and no time, where none was published. */
export function When({ date, lastDate = null, start, end }: WhenProps) {
  const hours = start === null ? '' : `, ${start}${end === null ? '' : `–${end}`}`
  if (lastDate !== null)
    return (
      <>
        <time datetime={date}>{dayBefore(date, lastDate)}</time> to{' '}
        <time datetime={lastDate}>{namedDay(lastDate)}</time>
        {hours}
      </>
    )
  return (
    <time datetime={start === null ? date : `${date}T${start}`}>
      {namedDay(date)}
      {hours}
    </time>
  )
}

const namedDay = (date: IsoDate): string => `${weekday(date)} ${formatDate(date)}`

/** The first of several days leaves out what the last one says: "Tuesday 10", "Thursday 30 April". */
function dayBefore(date: IsoDate, lastDate: IsoDate): string {
  const [day, month, year] = formatDate(date).split(' ')
  const [, lastMonth, lastYear] = formatDate(lastDate).split(' ')
  const rest = year !== lastYear ? [month, year] : month !== lastMonth ? [month] : []
  return [weekday(date), day, ...rest].join(' ')
}
