import { addressOf } from '../../../src/publish/addresses.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type PublicationLine, publicationLine } from '../../lines.ts'
import { PublicationLines } from '../../parts/publications/publication-lines.tsx'
import { linksToOtherYears } from '../../parts/years/other-years.tsx'
import { YearPage } from '../../parts/years/year-page.tsx'
import type { Link } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type YearProps = { year: number; others: Link[]; publications: PublicationLine[] }

/** `/publications/2025/`: the publications of a year by month, latest first; each entry has its publication’s anchor. */
export default definePage<YearProps>({
  *pages(archive) {
    const years = grouped(archive.publications.values(), ({ year }) => year)
    for (const [year, ofYear] of years)
      yield {
        address: addressOf.publicationsOf(year),
        props: {
          year,
          others: linksToOtherYears(years.keys(), year, addressOf.publicationsOf),
          publications: ofYear.map(publication => publicationLine(archive, publication)),
        },
      }
  },
  render: props => <Publications {...props} />,
})

function Publications({ year, others, publications }: YearProps) {
  const months = grouped(publications, ({ date }) => date?.slice(0, 7) ?? null)
  return (
    <YearPage
      title={`Publications in ${year}`}
      description={`${counted(publications.length, 'publication')} in ${year} listed in the Friday Updates, by month.`}
      area="publications"
      above={{ to: addressOf.publications(), text: 'Publications' }}
      summary={`${counted(publications.length, 'publication')}, latest first.`}
      entries={publications.length}
      months={Array.from(months, ([month, ofMonth]) => ({
        month,
        count: ofMonth.length,
        list: <PublicationLines publications={ofMonth} at="year page" />,
      }))}
      bars={{ title: 'By month', dates: publications.flatMap(({ date }) => date ?? []) }}
      others={others}
    />
  )
}
