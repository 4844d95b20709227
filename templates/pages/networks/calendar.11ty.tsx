import { isOver } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import type { IsoDate } from '../../../src/update/update.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type MeetingLine, meetingLine } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { CalendarLinks } from '../../parts/meetings/calendar-links.tsx'
import { MeetingList } from '../../parts/meetings/meeting-list.tsx'
import { Day } from '../../parts/records/day.tsx'
import { Bars } from '../../parts/years/bars.tsx'
import { Groups } from '../../parts/years/groups.tsx'
import { A } from '../../site-context.tsx'

type CalendarProps = {
  asOf: IsoDate
  next: MeetingLine[]
  /** The last ones before the latest update, latest first. */
  last: MeetingLine[]
  years: { year: number; count: number }[]
}

const SHOWN_PAST = 10

/** `/calendar/`: upcoming meetings as at the latest update, and the way to every year. */
export default definePage<CalendarProps>({
  pages: archive => {
    const dated = [...archive.meetings.values()].filter(({ date }) => date !== null)
    const toCome = dated.filter(meeting => !isOver(meeting, archive.asOf))
    const past = dated.filter(meeting => isOver(meeting, archive.asOf))
    const years = grouped(dated, ({ date }) => Number(date?.slice(0, 4)))
    return [
      {
        address: addressOf.calendar(),
        props: {
          asOf: archive.asOf,
          next: toCome.map(meeting => meetingLine(archive, meeting)),
          last: past
            .slice(-SHOWN_PAST)
            .reverse()
            .map(meeting => meetingLine(archive, meeting)),
          years: Array.from(years, ([year, meetings]) => ({ year, count: meetings.length })).reverse(),
        },
      },
    ]
  },
  render: props => <CalendarPage {...props} />,
})

function CalendarPage({ asOf, next, last, years }: CalendarProps) {
  const months = [...grouped(next, ({ date }) => date?.slice(0, 7) ?? '')]
  return (
    <PageFrame
      title="Calendar"
      description="The meetings of all networks announced in the Friday Updates: upcoming ones, and every year."
      area="calendar"
      above={[]}
      shares
    >
      <PageHeading title="Calendar">
        <p>
          Meetings of all networks. Upcoming meetings are correct as at <Day date={asOf} />.
        </p>
      </PageHeading>
      <div class="record">
        <div class="main">
          {next.length === 0 && (
            <p class="note">
              No future meetings announced as at <Day date={asOf} />.
            </p>
          )}
          <Groups
            entries={next.length}
            groups={months.map(([month, meetings]) => ({
              id: `month_${month}`,
              title: formatDate(month),
              list: <MeetingList meetings={meetings} of="one month" />,
            }))}
          />
          {last.length > 0 && (
            <section class="group" aria-labelledby="past_">
              <h2 id="past_">Recent meetings</h2>
              <MeetingList meetings={last} of="all networks" />
            </section>
          )}
        </div>
        <div class="side">
          <section aria-labelledby="subscribe_">
            <h2 id="subscribe_">Add to your calendar</h2>
            <CalendarLinks
              file={addressOf.calendarFile()}
              name="Friday Update meetings"
              saveAs="friday-update-meetings.ics"
            />
            <p class="small">
              For one network only, see that <A to={addressOf.networks()}>network’s page</A>.
            </p>
          </section>
          <Bars
            title="Meetings by year"
            bars={years.map(({ year, count }) => ({ label: String(year), count, to: pageAddress.calendarOf(year) }))}
          />
          {years.length === 1 && years[0] && (
            <p>
              <A to={pageAddress.calendarOf(years[0].year)}>All meetings in {years[0].year}</A>
            </p>
          )}
        </div>
      </div>
    </PageFrame>
  )
}
