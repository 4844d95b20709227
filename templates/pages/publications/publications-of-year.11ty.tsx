import { addressOf } from '../../../src/publish/addresses.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type PublicationLine, publicationLine } from '../../lines.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { PublicationList } from '../../parts/publications/publication-list.tsx'
import { Bars, barsByMonth } from '../../parts/records/bars.tsx'
import { Groups } from '../../parts/records/groups.tsx'
import { OtherYears } from '../../parts/records/other-years.tsx'
import { counted } from '../../wording.ts'

type YearProps = { year: number; others: number[]; publications: PublicationLine[] }

/** `/publications/2025/`: the publications of a year by month, latest first; each entry has its publication’s anchor. */
export default definePage<YearProps>({
  *pages(archive) {
    const years = grouped(archive.publications.values(), ({ year }) => year)
    for (const [year, ofYear] of years) {
      yield {
        address: addressOf.publicationsOf(year),
        props: {
          year,
          others: [...years.keys()].filter(other => other !== year).sort((a, b) => b - a),
          publications: ofYear.map(publication => publicationLine(archive, publication)),
        },
      }
    }
  },
  render: props => <YearPage {...props} />,
})

function YearPage({ year, others, publications }: YearProps) {
  const months = [...grouped(publications, ({ date }) => date?.slice(0, 7) ?? null)]
  const id = (month: string | null) => (month === null ? 'undated_' : `month_${month}`)
  const name = (month: string | null) => (month === null ? 'No date published' : formatDate(month))
  return (
    <Layout
      title={`Publications in ${year}`}
      description={`${counted(publications.length, 'publication')} in ${year} listed in the Friday Updates, by month.`}
      area="publications"
      above={[{ to: addressOf.publications(), text: 'Publications' }]}
    >
      <PageHeading title={`Publications in ${year}`}>
        <p>{counted(publications.length, 'publication')}, latest first.</p>
      </PageHeading>
      <div class="record">
        <div class="main">
          <Groups
            entries={publications.length}
            groups={months.map(([month, ofMonth]) => ({
              id: id(month),
              title: name(month),
              count: ofMonth.length,
              jump: name(month).replace(/ \d{4}$/u, ''),
              list: <PublicationList publications={ofMonth} at="year page" />,
            }))}
          />
        </div>
        <div class="side">
          <Bars
            title="By month"
            bars={barsByMonth(
              publications.flatMap(({ date }) => date ?? []),
              month => `#${id(month)}`,
            )}
          />
          <OtherYears years={others.map(other => ({ to: addressOf.publicationsOf(other), text: String(other) }))} />
        </div>
      </div>
    </Layout>
  )
}
