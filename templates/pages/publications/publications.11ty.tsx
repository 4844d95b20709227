import { addressOf } from '../../../src/publish/addresses.ts'
import { type LinkedData, report } from '../../../src/publish/linked-data.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type PublicationLine, publicationLines } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { PublicationList } from '../../parts/records/publication-list.tsx'
import { barsByYear, Strip } from '../../parts/records/strip.tsx'
import { A } from '../../site-context.tsx'
import { counted, withCommas } from '../../wording.ts'

type PublicationsProps = {
  total: number
  years: { year: number; count: number }[]
  /** The most productive ones. */
  publishers: { id: string; name: string; count: number }[]
  newest: PublicationLine[]
  linkedData: LinkedData[]
}

const NEWEST = 12
const PUBLISHERS = 24

/** `/publications/`: the ways into everything that "Tools & Templates" listed. */
export default definePage<PublicationsProps>({
  pages: archive => [
    {
      address: addressOf.publications(),
      props: {
        total: archive.publications.size,
        years: Array.from(
          grouped(archive.publications.values(), ({ year }) => year),
          ([year, works]) => ({ year, count: works.length }),
        ).sort((a, b) => b.year - a.year),
        publishers: Array.from(archive.publishers.values(), ({ id, name, publications }) => ({
          id,
          name,
          count: publications.length,
        }))
          .sort((a, b) => b.count - a.count)
          .slice(0, PUBLISHERS),
        newest: publicationLines(archive, [...archive.publications.keys()].slice(0, NEWEST)),
        linkedData: [...archive.publications.values()].slice(0, NEWEST).map(work => report(archive, work)),
      },
    },
  ],
  render: props => <PublicationsPage {...props} />,
})

function PublicationsPage({ total, years, publishers, newest, linkedData }: PublicationsProps) {
  return (
    <Layout
      title="Publications"
      description={`${counted(total, 'publication')} that the Friday Updates listed, by year and by publisher.`}
      area="publications"
      above={[]}
      linkedData={linkedData}
    >
      <PageHeading title="Publications">
        <p>
          {counted(total, 'report')}, statistics, guidance and tools that “Tools &amp; Templates” listed. A work stands
          here once, however often it was listed. <A to={pageAddress.alphabet()}>A–Z of titles</A>
        </p>
      </PageHeading>
      <section aria-labelledby="years_">
        <h2 id="years_">By year</h2>
        <Strip
          title="Publications by year"
          period="Year"
          bars={barsByYear(years.flatMap(({ year, count }) => new Array<number>(count).fill(year)))}
        />
        <ul class="inline-list">
          {years.map(({ year, count }) => (
            <li>
              <A to={addressOf.publicationsOf(year)}>{year}</A> <span class="count">{withCommas(count)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="publishers_">
        <h2 id="publishers_">By publisher</h2>
        <ul class="inline-list">
          {publishers.map(({ id, name, count }) => (
            <li>
              <A to={addressOf.publisher(id)}>{name}</A> <span class="count">{withCommas(count)}</span>
            </li>
          ))}
        </ul>
        <p class="more">
          <A to={addressOf.publishers()}>All publishers</A>
        </p>
      </section>
      <section aria-labelledby="newest_">
        <h2 id="newest_">Newest</h2>
        <PublicationList works={newest} at="elsewhere" />
      </section>
      <p class="actions">
        <A to={addressOf.dataFile('publications.csv')} type="text/csv">
          All as CSV
        </A>
        <A to={addressOf.dataFile('publications.bib')} type="application/x-bibtex">
          All as BibTeX
        </A>
        <A to={addressOf.dataFile('publications.ris')} type="application/x-research-info-systems">
          All as RIS
        </A>
      </p>
    </Layout>
  )
}
