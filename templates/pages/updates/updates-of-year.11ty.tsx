import { addressOf } from '../../../src/publish/addresses.ts'
import { yearAddress } from '../../../src/publish/year-address.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type UpdateLine, updateLine } from '../../lines.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { Bars, barsByMonth } from '../../parts/records/bars.tsx'
import { ShortDay } from '../../parts/records/day.tsx'
import { Groups } from '../../parts/records/groups.tsx'
import { OtherYears } from '../../parts/records/other-years.tsx'
import { A, type Link } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type YearProps = {
  year: number
  /** The years before and after that have updates. */
  others: Link[]
  updates: UpdateLine[]
}

/** `/updates/2025/`: the headlines of a year by month, latest first. */
export default definePage<YearProps>({
  *pages(archive) {
    const years = grouped(archive.updates, ({ date }) => Number(date.slice(0, 4)))
    for (const [year, ofYear] of years) {
      yield {
        address: yearAddress(archive, year),
        props: {
          year,
          others: [...years.keys()]
            .filter(other => other !== year)
            .map(other => ({ to: yearAddress(archive, other), text: String(other) })),
          updates: ofYear.map(updateLine).reverse(),
        },
      }
    }
  },
  render: props => <YearPage {...props} />,
})

function YearPage({ year, others, updates }: YearProps) {
  const stories = updates.flatMap(update => update.headlines.map(() => update.date))
  const months = [...grouped(updates, ({ date }) => date.slice(0, 7))]
  return (
    <Layout
      title={`Updates in ${year}`}
      description={`The headlines of ${counted(updates.length, 'Friday Update')} in ${year}.`}
      area="updates"
      above={[{ to: addressOf.updates(), text: 'Updates' }]}
    >
      <PageHeading title={`Updates in ${year}`}>
        <p>
          {counted(updates.length, 'update')} with {counted(stories.length, 'story', 'stories')}, latest first.
        </p>
      </PageHeading>
      <div class="record">
        <div class="main">
          <Groups
            entries={stories.length}
            groups={months.map(([month, ofMonth]) => ({
              id: `month_${month}`,
              title: formatDate(month),
              jump: formatDate(month).replace(/ \d{4}$/u, ''),
              list: (
                <ol class="year-updates">
                  {ofMonth.map(update => (
                    <OneUpdate update={update} />
                  ))}
                </ol>
              ),
            }))}
          />
        </div>
        <div class="side">
          <Bars title={`Stories in ${year}, by month`} bars={barsByMonth(stories, month => `#month_${month}`)} />
          <OtherYears years={others} />
        </div>
      </div>
    </Layout>
  )
}

function OneUpdate({ update: { number, date, headlines, reminders } }: { update: UpdateLine }) {
  return (
    <li>
      <h3>
        <A to={addressOf.update(number)}>Update {number}</A>{' '}
        <span class="date">
          <ShortDay date={date} />
        </span>
      </h3>
      <ul class="headlines">
        {headlines.map(({ to, text }) => (
          <li>
            <A to={to}>{text}</A>
          </li>
        ))}
        {reminders > 0 && <li class="small">and {counted(reminders, 'reminder')}</li>}
      </ul>
    </li>
  )
}
