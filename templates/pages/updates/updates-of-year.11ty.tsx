import { addressOf } from '../../../src/publish/addresses.ts'
import { yearAddress } from '../../../src/publish/year-address.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type UpdateLine, updateLine } from '../../lines.ts'
import { ShortDay } from '../../parts/records/day.tsx'
import { linksToOtherYears } from '../../parts/years/other-years.tsx'
import { YearPage } from '../../parts/years/year-page.tsx'
import { A, type Link } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type YearProps = { year: number; others: Link[]; updates: UpdateLine[] }

/** `/updates/2025/`: the headlines of a year by month, latest first. */
export default definePage<YearProps>({
  *pages(archive) {
    const years = grouped(archive.updates, ({ date }) => Number(date.slice(0, 4)))
    for (const [year, ofYear] of years)
      yield {
        address: yearAddress(archive, year),
        props: {
          year,
          others: linksToOtherYears(years.keys(), year, other => yearAddress(archive, other)),
          updates: ofYear.map(updateLine).reverse(),
        },
      }
  },
  render: props => <Updates {...props} />,
})

function Updates({ year, others, updates }: YearProps) {
  const months = grouped(updates, ({ date }) => date.slice(0, 7))
  const stories = updates.flatMap(update => update.headlines.map(() => update.date))
  return (
    <YearPage
      title={`Updates in ${year}`}
      description={`The headlines of ${counted(updates.length, 'Friday Update')} in ${year}.`}
      area="updates"
      above={{ to: addressOf.updates(), text: 'Updates' }}
      summary={`${counted(updates.length, 'update')} with ${counted(stories.length, 'story', 'stories')}, latest first.`}
      entries={stories.length}
      months={Array.from(months, ([month, ofMonth]) => ({ month, list: <Headlines updates={ofMonth} /> }))}
      bars={{ title: `Stories in ${year}, by month`, dates: stories }}
      others={others}
    />
  )
}

function Headlines({ updates }: { updates: UpdateLine[] }) {
  return (
    <ol class="year-updates">
      {updates.map(update => (
        <OneUpdate update={update} />
      ))}
    </ol>
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
