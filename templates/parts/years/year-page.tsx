import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../src/update/calendar-day.ts'
import type { IsoMonth } from '../../../src/update/update.ts'
import type { Link } from '../../site-context.tsx'
import { PageFrame } from '../frame/page-frame.tsx'
import { PageHeading } from '../frame/page-heading.tsx'
import type { Area } from '../frame/site-header.tsx'
import { Bars, barsByMonth } from './bars.tsx'
import { Groups } from './groups.tsx'
import { OtherYears } from './other-years.tsx'

/** A month of the year, or what has no month; `count` is left out where the page shows none. */
export type MonthOfYear = { month: IsoMonth | null; count?: number; list: ComponentChildren }

type YearPageProps = {
  /** "Meetings in 2025". */
  title: string
  description: string
  area: Area
  above: Link
  /** What the year has, below the title. */
  summary: ComponentChildren
  months: MonthOfYear[]
  bars: { title: string; dates: readonly string[] }
  /** How many entries the months have together. */
  entries: number
  others: Link[]
}

/** A year of updates, publications or meetings by month, with a chart of the months and links to the other years. */
export function YearPage({ title, description, area, above, summary, months, bars, entries, others }: YearPageProps) {
  return (
    <PageFrame title={title} description={description} area={area} above={[above]}>
      <PageHeading title={title}>
        <p>{summary}</p>
      </PageHeading>
      <div class="record">
        <div class="main">
          <Groups
            entries={entries}
            groups={months.map(({ month, ...group }) => ({ ...group, id: anchorOf(month), ...namesOf(month) }))}
          />
        </div>
        <div class="side">
          <Bars title={bars.title} bars={barsByMonth(bars.dates, month => `#${anchorOf(month)}`)} />
          <OtherYears years={others} />
        </div>
      </div>
    </PageFrame>
  )
}

const anchorOf = (month: IsoMonth | null): string => (month === null ? 'undated_' : `month_${month}`)

/** "March 2025", and "March" in a link on the year's own page. */
function namesOf(month: IsoMonth | null): { title: string; jump: string } {
  const title = month === null ? 'No date published' : formatDate(month)
  return { title, jump: title.replace(/ \d{4}$/u, '') }
}
