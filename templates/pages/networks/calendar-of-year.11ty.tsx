import { addressOf } from '../../../src/publish/addresses.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type MeetingLine, meetingLine } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { MeetingList } from '../../parts/meetings/meeting-list.tsx'
import { Bars, barsByMonth } from '../../parts/records/bars.tsx'
import { Groups } from '../../parts/records/groups.tsx'
import { OtherYears } from '../../parts/records/other-years.tsx'
import { counted } from '../../wording.ts'

type YearProps = { year: number; others: number[]; meetings: MeetingLine[] }

/** `/calendar/2025/`: the meetings of a year, by month. */
export default definePage<YearProps>({
  *pages(archive) {
    const dated = [...archive.meetings.values()].filter(({ date }) => date !== null)
    const years = grouped(dated, ({ date }) => Number(date?.slice(0, 4)))
    for (const [year, meetings] of years)
      yield {
        address: pageAddress.calendarOf(year),
        props: {
          year,
          others: [...years.keys()].filter(other => other !== year).reverse(),
          meetings: meetings.map(meeting => meetingLine(archive, meeting)),
        },
      }
  },
  render: props => <YearPage {...props} />,
})

function YearPage({ year, others, meetings }: YearProps) {
  const months = [...grouped(meetings, ({ date }) => date?.slice(0, 7) ?? '')]
  return (
    <Layout
      title={`Meetings in ${year}`}
      description={`${counted(meetings.length, 'meeting')} in ${year} announced in the Friday Updates, by month.`}
      area="calendar"
      above={[{ to: addressOf.calendar(), text: 'Calendar' }]}
    >
      <PageHeading title={`Meetings in ${year}`}>
        <p>{counted(meetings.length, 'meeting')} of all networks.</p>
      </PageHeading>
      <div class="record">
        <div class="main">
          <Groups
            entries={meetings.length}
            groups={months.map(([month, ofMonth]) => ({
              id: `month_${month}`,
              title: formatDate(month),
              jump: formatDate(month).replace(/ \d{4}$/u, ''),
              list: <MeetingList meetings={ofMonth} of="one month" />,
            }))}
          />
        </div>
        <div class="side">
          <Bars
            title="Meetings by month"
            bars={barsByMonth(
              meetings.flatMap(({ date }) => date ?? []),
              month => `#month_${month}`,
            )}
          />
          <OtherYears years={others.map(other => ({ to: pageAddress.calendarOf(other), text: String(other) }))} />
        </div>
      </div>
    </Layout>
  )
}
