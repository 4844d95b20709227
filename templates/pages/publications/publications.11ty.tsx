import { addressOf } from '../../../src/publish/addresses.ts'
import { type LinkedData, report } from '../../../src/publish/linked-data.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type PublicationLine, publicationLines } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { Formats } from '../../parts/publications/formats.tsx'
import { PublicationLines } from '../../parts/publications/publication-lines.tsx'
import { Bars } from '../../parts/years/bars.tsx'
import { A } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type PublicationsProps = {
  total: number
  years: { year: number; count: number }[]
  /** Those with most publications. */
  publishers: { id: string; name: string; count: number }[]
  latest: PublicationLine[]
  linkedData: LinkedData[]
}

const LATEST = 20
const PUBLISHERS = 12

/** `/publications/`: the latest, and the ways to all that "Tools & Templates" listed. */
export default definePage<PublicationsProps>({
  pages: archive => [
    {
      address: addressOf.publications(),
      props: {
        total: archive.publications.size,
        years: Array.from(
          grouped(archive.publications.values(), ({ year }) => year),
          ([year, { length }]) => ({ year, count: length }),
        ).sort((a, b) => b.year - a.year),
        publishers: Array.from(archive.publishers.values(), ({ id, name, publications }) => ({
          id,
          name,
          count: publications.length,
        }))
          .sort((a, b) => b.count - a.count)
          .slice(0, PUBLISHERS),
        latest: publicationLines(archive, [...archive.publications.keys()].slice(0, LATEST)),
        linkedData: [...archive.publications.values()]
          .slice(0, LATEST)
          .map(publication => report(archive, publication)),
      },
    },
  ],
  render: props => <PublicationsPage {...props} />,
})

function PublicationsPage({ total, years, publishers, latest, linkedData }: PublicationsProps) {
  return (
    <PageFrame
      title="Publications"
      description={`${counted(total, 'publication')} listed in the Friday Updates, by year and by publisher.`}
      area="publications"
      above={[]}
      linkedData={linkedData}
    >
      <PageHeading title="Publications">
        <p>
          {counted(total, 'report')}, statistics, guidance and tools from “Tools &amp; Templates”. Each publication
          appears once, however many updates listed it.
        </p>
      </PageHeading>
      <div class="record">
        <section class="main" aria-labelledby="latest_">
          <h2 id="latest_">Latest publications</h2>
          <PublicationLines publications={latest} at="elsewhere" />
          {years[0] && (
            <p class="more">
              <A to={addressOf.publicationsOf(years[0].year)}>All publications in {years[0].year}</A>
            </p>
          )}
        </section>
        <div class="side">
          <Bars
            title="By year"
            bars={years.map(({ year, count }) => ({
              label: String(year),
              count,
              to: addressOf.publicationsOf(year),
            }))}
          />
          <Bars
            title="By publisher"
            bars={publishers.map(({ id, name, count }) => ({ label: name, count, to: addressOf.publisher(id) }))}
          />
          <p class="small">
            <A to={addressOf.publishers()}>All publishers</A>
          </p>
          <section aria-labelledby="more_">
            <h2 id="more_">Other ways to browse</h2>
            <ul class="plain-list">
              <li>
                <A to={addressOf.topics()}>By topic</A>
              </li>
              <li>
                <A to={pageAddress.alphabet()}>A–Z of titles</A>
              </li>
              <li>
                Download them all as <Formats addressIn={format => addressOf.dataFile(`publications.${format}`)} />
              </li>
            </ul>
          </section>
        </div>
      </div>
    </PageFrame>
  )
}
