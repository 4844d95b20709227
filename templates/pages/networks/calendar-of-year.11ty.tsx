import { addressOf } from '../../../src/publish/addresses.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type MeetingLine, meetingLine } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { Jump } from '../../parts/frame/jump.tsx'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { MeetingList } from '../../parts/records/meeting-list.tsx'
import { barsByMonth, Strip } from '../../parts/records/strip.tsx'
import { counted } from '../../wording.ts'

/** `/calendar/2025/`: the meetings of a year, by month. */
export default definePage<{ year: number; meetings: MeetingLine[] }>({
  *pages(archive) {
    const dated = [...archive.meetings.values()].filter(({ date }) => date !== null)
    for (const [year, meetings] of grouped(dated, ({ date }) => Number(date?.slice(0, 4))))
      yield {
        address: pageAddress.calendarOf(year),
        props: { year, meetings: meetings.map(meeting => meetingLine(archive, meeting)) },
      }
  },
  render: props => <YearPage {...props} />,
})

function YearPage({ year, meetings }: { year: number; meetings: MeetingLine[] }) {
  const months = [...grouped(meetings, ({ date }) => date?.slice(0, 7) ?? '')]
  return (
    <Layout
      title={`Meetings of ${year}`}
      description={`${counted(meetings.length, 'meeting')} of ${year} that the Friday Updates announced, by month.`}
      area="calendar"
      above={[{ to: addressOf.calendar(), text: 'Calendar' }]}
    >
      <PageHeading title={`Meetings of ${year}`}>
        <p>{counted(meetings.length, 'meeting')} of all networks.</p>
      </PageHeading>
      <Strip
        title={`Meetings of ${year}, by month`}
        period="Month"
        bars={barsByMonth(meetings.flatMap(({ date }) => date ?? []))}
      />
      <Jump label="Months" to={months.map(([month]) => ({ id: `month_${month}`, text: formatDate(month) }))} />
      {months.map(([month, ofMonth]) => (
        <section class="group" aria-labelledby={`month_${month}`}>
          <h2 id={`month_${month}`}>{formatDate(month)}</h2>
          <MeetingList meetings={ofMonth} of="all networks" />
        </section>
      ))}
    </Layout>
  )
}
