import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type MeetingLine, meetingLine } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { MeetingList } from '../../parts/meetings/meeting-list.tsx'
import { linksToOtherYears } from '../../parts/years/other-years.tsx'
import { YearPage } from '../../parts/years/year-page.tsx'
import type { Link } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type CalendarProps = { year: number; others: Link[]; meetings: MeetingLine[] }

/** `/calendar/2025/`: the meetings of a year, by month. */
export default definePage<CalendarProps>({
  *pages(archive) {
    const dated = [...archive.meetings.values()].filter(({ date }) => date !== null)
    const years = grouped(dated, ({ date }) => Number(date?.slice(0, 4)))
    for (const [year, meetings] of years)
      yield {
        address: pageAddress.calendarOf(year),
        props: {
          year,
          others: linksToOtherYears(years.keys(), year, pageAddress.calendarOf),
          meetings: meetings.map(meeting => meetingLine(archive, meeting)),
        },
      }
  },
  render: props => <Calendar {...props} />,
})

function Calendar({ year, others, meetings }: CalendarProps) {
  const months = grouped(meetings, ({ date }) => date?.slice(0, 7) ?? '')
  return (
    <YearPage
      title={`Meetings in ${year}`}
      description={`${counted(meetings.length, 'meeting')} in ${year} announced in the Friday Updates, by month.`}
      area="calendar"
      above={{ to: addressOf.calendar(), text: 'Calendar' }}
      summary={`${counted(meetings.length, 'meeting')} of all networks.`}
      entries={meetings.length}
      months={Array.from(months, ([month, ofMonth]) => ({
        month,
        list: <MeetingList meetings={ofMonth} of="one month" />,
      }))}
      bars={{ title: 'Meetings by month', dates: meetings.flatMap(({ date }) => date ?? []) }}
      others={others}
    />
  )
}
