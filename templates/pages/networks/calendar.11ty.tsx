import { isOver } from '../../../src/archive/archive.ts'
import { addressOf, subscribeTo } from '../../../src/publish/addresses.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import type { IsoDate } from '../../../src/update/update.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type MeetingLine, meetingLine } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { Jump } from '../../parts/frame/jump.tsx'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { Day } from '../../parts/records/day.tsx'
import { MeetingList } from '../../parts/records/meeting-list.tsx'
import { barsByYear, Strip } from '../../parts/records/strip.tsx'
import { A, useHref, useSite } from '../../site-context.tsx'

type CalendarProps = {
  asOf: IsoDate
  next: MeetingLine[]
  /** The last ones before the newest update, newest first. */
  last: MeetingLine[]
  years: { year: number; count: number }[]
}

const SHOWN_PAST = 10

/** `/calendar/`: what is still to come as of the newest update, and the way to every year. */
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
    <Layout
      title="Calendar"
      description="The meetings of all networks that the Friday Updates announce: what is still to come, and every year."
      area="calendar"
      above={[]}
    >
      <PageHeading title="Calendar">
        <p>
          Meetings of all networks as the updates announce them. What is still to come is told as of <Day date={asOf} />
          , the date of the newest update.
        </p>
      </PageHeading>
      <Subscribe />
      <Jump
        label="Months"
        to={months
          .map(([month]) => ({ id: `month_${month}`, text: formatDate(month) }))
          .concat({ id: 'past_', text: 'Past' })}
      />
      {next.length === 0 && <p class="note">No meeting after that day is known.</p>}
      {months.map(([month, meetings]) => (
        <section class="group" aria-labelledby={`month_${month}`}>
          <h2 id={`month_${month}`}>{formatDate(month)}</h2>
          <MeetingList meetings={meetings} of="all networks" />
        </section>
      ))}
      <section class="group" aria-labelledby="past_">
        <h2 id="past_">Past meetings</h2>
        {last.length === 0 ? <p>None is known.</p> : <MeetingList meetings={last} of="all networks" />}
      </section>
      <section class="group" aria-labelledby="years_">
        <h2 id="years_">Every year</h2>
        <Strip
          title="Meetings by year"
          period="Year"
          bars={barsByYear(years.flatMap(({ year, count }) => new Array<number>(count).fill(year)))}
        />
        <ul class="inline-list">
          {years.map(({ year, count }) => (
            <li>
              <A to={pageAddress.calendarOf(year)}>{year}</A> <span class="count">{count}</span>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  )
}

function Subscribe() {
  const { site } = useSite()
  const href = useHref()
  return (
    <p class="actions">
      <a href={subscribeTo(site, addressOf.calendarFile())}>Subscribe to the calendar</a>
      <a href={href(addressOf.calendarFile())} download="friday-update-meetings.ics" type="text/calendar">
        Download as a calendar file
      </a>
      <A to={addressOf.networks()}>One network only: choose it</A>
    </p>
  )
}
