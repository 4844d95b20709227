import { addressOf } from '../../../src/publish/addresses.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type PublicationLine, publicationLine } from '../../lines.ts'
import { Jump } from '../../parts/frame/jump.tsx'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { PublicationList } from '../../parts/records/publication-list.tsx'
import { barsByMonth, Strip } from '../../parts/records/strip.tsx'
import { A } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type YearProps = { year: number; others: number[]; works: PublicationLine[] }

/** `/publications/2025/`: the works of a year by month, newest first; each entry is the anchor of its work. */
export default definePage<YearProps>({
  *pages(archive) {
    const years = grouped(archive.publications.values(), ({ year }) => year)
    for (const [year, works] of years) {
      yield {
        address: addressOf.publicationsOf(year),
        props: {
          year,
          others: [...years.keys()].filter(other => other !== year).sort((a, b) => b - a),
          works: works.map(work => publicationLine(archive, work)),
        },
      }
    }
  },
  render: props => <YearPage {...props} />,
})

function YearPage({ year, others, works }: YearProps) {
  const months = [...grouped(works, ({ date }) => date?.slice(0, 7) ?? null)]
  const id = (month: string | null) => (month === null ? 'undated_' : `month_${month}`)
  const name = (month: string | null) => (month === null ? 'No date printed' : formatDate(month))
  return (
    <Layout
      title={`Publications of ${year}`}
      description={`${counted(works.length, 'publication')} of ${year} that the Friday Updates listed, by month.`}
      area="publications"
      above={[{ to: addressOf.publications(), text: 'Publications' }]}
    >
      <PageHeading title={`Publications of ${year}`}>
        <p>
          {counted(works.length, 'work')}, newest first. A title leads to the newest update that lists it, where it can
          be cited.
        </p>
      </PageHeading>
      <Strip
        title={`Publications of ${year}, by month`}
        period="Month"
        bars={barsByMonth(works.flatMap(({ date }) => date ?? []))}
      />
      <Jump label="Months" to={months.map(([month]) => ({ id: id(month), text: name(month) }))} />
      {months.map(([month, ofMonth]) => (
        <section class="group" aria-labelledby={id(month)}>
          <h2 id={id(month)}>
            {name(month)} <span class="count">{ofMonth.length}</span>
          </h2>
          <PublicationList works={ofMonth} at="year page" />
        </section>
      ))}
      {others.length > 0 && (
        <nav class="jump" aria-label="Other years">
          <ul>
            {others.map(other => (
              <li>
                <A to={addressOf.publicationsOf(other)}>{other}</A>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Layout>
  )
}
