import { addressOf } from '../../../src/publish/addresses.ts'
import { yearAddress } from '../../../src/publish/year-address.ts'
import { formatDate, shortDate } from '../../../src/update/calendar-day.ts'
import type { IsoDate } from '../../../src/update/update.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { Bars, barsByYear } from '../../parts/years/bars.tsx'
import { Groups } from '../../parts/years/groups.tsx'
import { A } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type UpdatesProps = { updates: { number: number; date: IsoDate }[]; years: { [year: string]: string } }

/** `/updates/`: every update, latest first, by year. */
export default definePage<UpdatesProps>({
  pages: archive => [
    {
      address: addressOf.updates(),
      props: {
        updates: archive.updates.map(({ number, date }) => ({ number, date })).reverse(),
        years: Object.fromEntries(
          archive.updates.map(({ date }) => [date.slice(0, 4), yearAddress(archive, Number(date.slice(0, 4)))]),
        ),
      },
    },
  ],
  render: props => <UpdatesPage {...props} />,
})

function UpdatesPage({ updates, years: addresses }: UpdatesProps) {
  const years = [...grouped(updates, ({ date }) => date.slice(0, 4))]
  const oldest = updates.at(-1)
  return (
    <PageFrame
      title="All updates"
      description={`Every Friday Update in the archive, by year: ${counted(updates.length, 'update')}.`}
      area="updates"
      above={[]}
    >
      <PageHeading title="All updates">
        <p>
          {counted(updates.length, 'update')}
          {oldest && ` since ${formatDate(oldest.date)}`}. Choose a year to see its headlines.
        </p>
      </PageHeading>
      <div class="record">
        <div class="main">
          <Groups
            entries={0}
            groups={years.map(([year, ofYear]) => ({
              id: `year_${year}`,
              title: year,
              to: addresses[year] ?? addressOf.updates(),
              count: ofYear.length,
              list: (
                <ul class="numbers">
                  {ofYear.map(({ number, date }) => (
                    <li>
                      <A to={addressOf.update(number)}>{number}</A> {shortDate(date).replace(/ \d{4}$/u, '')}
                    </li>
                  ))}
                </ul>
              ),
            }))}
          />
        </div>
        <div class="side">
          <Bars
            title="Updates by year"
            bars={barsByYear(
              updates.map(({ date }) => Number(date.slice(0, 4))),
              year => addresses[year] ?? addressOf.updates(),
            )}
          />
        </div>
      </div>
    </PageFrame>
  )
}
