import { addressOf } from '../../../src/publish/addresses.ts'
import { yearAddress } from '../../../src/publish/year-address.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type UpdateLine, updateLine } from '../../lines.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { Day } from '../../parts/records/day.tsx'
import { barsByMonth, Strip } from '../../parts/records/strip.tsx'
import { A, type Link } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type YearProps = {
  year: number
  /** The years before and after that have updates. */
  others: Link[]
  updates: UpdateLine[]
}

/** `/updates/2025/`: the headlines of a year, newest update first. */
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
  return (
    <Layout
      title={`Updates of ${year}`}
      description={`The headlines of ${counted(updates.length, 'Friday Update')} of ${year}.`}
      area="updates"
      above={[{ to: addressOf.updates(), text: 'Updates' }]}
    >
      <PageHeading title={`Updates of ${year}`}>
        <p>
          {counted(updates.length, 'update')} with {counted(stories.length, 'story', 'stories')}, newest first.
        </p>
      </PageHeading>
      <Strip title={`Stories of ${year}, by month`} period="Month" bars={barsByMonth(stories)} />
      <ol class="year-updates">
        {updates.map(update => (
          <li>
            <h2>
              <A to={addressOf.update(update.number)}>Update {update.number}</A>{' '}
              <span class="date">
                <Day date={update.date} />
              </span>
            </h2>
            <ul class="headlines">
              {update.headlines.map(({ to, text }) => (
                <li>
                  <A to={to}>{text}</A>
                </li>
              ))}
            </ul>
            {update.reminders > 0 && <p class="more">and {counted(update.reminders, 'reminder')}</p>}
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <nav class="jump" aria-label="Other years">
          <ul>
            {others.map(other => (
              <li>
                <A to={other.to}>{other.text}</A>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Layout>
  )
}
