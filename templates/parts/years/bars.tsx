import { monthNames } from '../../../src/update/calendar-day.ts'
import type { IsoDate, IsoMonth } from '../../../src/update/update.ts'
import { A } from '../../site-context.tsx'
import { withCommas } from '../../wording.ts'

/** How many of something, and where they are: a page of the site, or "#anchor" on this one; null where there are none. */
export type Bar = { label: string; count: number; to: string | null }

type BarsProps = {
  /** "Publications by year". */
  title: string
  bars: Bar[]
}

/** A bar a row with its label and count, each row a link. Nothing for fewer than two: there is nothing to compare. */
export function Bars({ title, bars }: BarsProps) {
  if (bars.length < 2) return null
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <figure class="bars">
      <figcaption>{title}</figcaption>
      <ol>
        {bars.map(bar => (
          <li>
            <Row bar={bar} share={bar.count / most} />
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** The drawing says nothing that label and count do not. Its width is an attribute: a style would be against the site's policy. */
function Row({ bar: { label, count, to }, share }: { bar: Bar; share: number }) {
  const content = (
    <>
      <span class="label">{label}</span>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <path d={`M0 0h${Math.max(count === 0 ? 0 : 1, Math.round(share * 100))}v1H0z`} />
      </svg>{' '}
      <span class="count">{withCommas(count)}</span>
    </>
  )
  if (to === null) return <span class="bar-row">{content}</span>
  return to.startsWith('#') ? (
    <a class="bar-row" href={to}>
      {content}
    </a>
  ) : (
    <A class="bar-row" to={to}>
      {content}
    </A>
  )
}

/** A bar for each year that has any, latest first. */
export function barsByYear(years: Iterable<number>, addressOfYear: (year: number) => string): Bar[] {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => b - a)
    .map(([year, count]) => ({ label: String(year), count, to: addressOfYear(year) }))
}

/** A bar for each month of the year that all the dates are in, January first. */
export function barsByMonth(
  dates: readonly (IsoDate | IsoMonth)[],
  addressOfMonth: (month: IsoMonth) => string,
): Bar[] {
  const year = dates[0]?.slice(0, 4)
  if (year === undefined) return []
  return monthNames.map((name, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const count = dates.filter(date => date.startsWith(month)).length
    return { label: name, count, to: count === 0 ? null : addressOfMonth(month) }
  })
}
