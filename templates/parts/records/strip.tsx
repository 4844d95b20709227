/** How many of something, period by period. */
export type Bar = { label: string; count: number }

type StripProps = {
  bars: Bar[]
  /** What is counted: "Publications by year". */
  title: string
  /** The head of the table's first column: "Year". */
  period: string
}

const HEIGHT = 40
const STEP = 12

/**
 * A small picture of how much and when, its message as text, and the numbers in a table. Nothing for fewer than two
 * periods: there is nothing to compare.
 */
export function Strip({ bars, title, period }: StripProps) {
  if (bars.length < 2) return null
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <figure class="strip">
      <figcaption>
        {title}: {messageOf(bars, '')}
      </figcaption>
      <svg
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        width={Math.min(bars.length * STEP * 2, 640)}
        height={HEIGHT * 1.5}
        preserveAspectRatio="none"
        role="img"
        aria-label={messageOf(bars, title)}
      >
        <path d={bars.map(({ count }, index) => barPath(index, count / most)).join('')} />
      </svg>
      <details>
        <summary>The numbers</summary>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{period}</th>
              <th scope="col">Number</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, count }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

type StripOverProps = {
  /** What is counted: "Publications". */
  what: string
  /** YYYY, YYYY-MM or YYYY-MM-DD, one for each. */
  dates: string[]
}

/** A strip over the years, or where all fell in one year, over its months; a date without a month has no place in those. */
export function StripOver({ what, dates }: StripOverProps) {
  const years = barsByYear(dates.map(date => Number(date.slice(0, 4))))
  const [only] = years
  const days = dates.filter(date => date.length > 4)
  if (only && years.length === 1 && days.length > 1)
    return <Strip title={`${what} of ${only.label}, by month`} period="Month" bars={barsByMonth(days)} />
  return <Strip title={`${what} by year`} period="Year" bars={years} />
}

/** One rectangle; an empty period is a hairline, so that gaps show as gaps. */
function barPath(index: number, share: number): string {
  const height = share === 0 ? 1 : Math.max(3, Math.round(share * HEIGHT))
  return `M${index * STEP + 1} ${HEIGHT}v-${height}h${STEP - 2}v${height}z`
}

/** "Publications by year: 2018 to 2025, most in 2024 (31)". */
function messageOf(bars: Bar[], title: string): string {
  const peak = bars.reduce((best, bar) => (bar.count > best.count ? bar : best))
  const most = peak.count > 1 ? `, most in ${peak.label} (${peak.count})` : ''
  const span = `${bars[0]?.label} to ${bars.at(-1)?.label}${most}`
  return title === '' ? span : `${title}: ${span}`
}

/** Counts per year, with the years between that have none. */
export function barsByYear(years: Iterable<number>): Bar[] {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  const known = [...counts.keys()].sort((a, b) => a - b)
  const [first] = known
  const last = known.at(-1)
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    return { label: String(year), count: counts.get(year) ?? 0 }
  })
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Counts per month of one year, from dates that begin with YYYY-MM. */
export function barsByMonth(dates: Iterable<string>): Bar[] {
  const counts = new Array<number>(12).fill(0)
  for (const date of dates) {
    const month = Number(date.slice(5, 7)) - 1
    counts[month] = (counts[month] ?? 0) + 1
  }
  return MONTHS.map((label, index) => ({ label, count: counts[index] ?? 0 }))
}
