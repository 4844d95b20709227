import type { Archive, Publisher } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { organization } from '../../../src/publish/linked-data.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type PublicationLine, publicationLines, type StoryLine, storyLines } from '../../lines.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { Formats } from '../../parts/publications/formats.tsx'
import { PublicationLines } from '../../parts/publications/publication-lines.tsx'
import { StoriesAbout } from '../../parts/records/stories-about.tsx'
import { Unverified, Variants } from '../../parts/records/variants.tsx'
import { Bars, barsByYear } from '../../parts/years/bars.tsx'
import { Groups } from '../../parts/years/groups.tsx'
import { safeUrl } from '../../safe-url.ts'
import { A, useSite } from '../../site-context.tsx'
import { counted } from '../../wording.ts'

type PublisherProps = Omit<Publisher, 'shortName' | 'search' | 'publications' | 'stories'> & {
  /** Latest first; only those that the page shows in full. */
  shown: PublicationLine[]
  /** The date, or the year, of each of its publications, shown or not. */
  dates: string[]
  stories: StoryLine[]
}

/** More than these would make the page heavy: older ones are in the years' pages, the search and the downloads. */
const SHOWN_PUBLICATIONS = 250

/** `/publishers/<id>/`: its publications by year, and the stories about it. */
export default definePage<PublisherProps>({
  *pages(archive) {
    for (const publisher of archive.publishers.values())
      yield { address: addressOf.publisher(publisher.id), props: propsOf(archive, publisher) }
  },
  render: props => <PublisherPage {...props} />,
})

function propsOf(archive: Archive, publisher: Publisher): PublisherProps {
  const { id, name, fullName, variants, verified, url, note, publications, stories } = publisher
  const lines = publicationLines(archive, publications).map(line => ({
    ...line,
    publishers: line.publishers.filter(({ to }) => to !== addressOf.publisher(id)),
  }))
  return {
    id,
    name,
    fullName: fullName === name ? null : fullName,
    variants,
    verified,
    url: safeUrl(url),
    note,
    shown: lines.slice(0, SHOWN_PUBLICATIONS),
    dates: lines.map(({ date, year }) => date ?? String(year)),
    stories: storyLines(archive, stories),
  }
}

function PublisherPage(props: PublisherProps) {
  const { site } = useSite()
  const { name, fullName, variants, verified, url, note, shown, dates, stories } = props
  const byYear = [...grouped(shown, ({ year }) => year)].sort(([a], [b]) => b - a)
  const everything = addressOf.search(`publisher:"${name}"`)
  return (
    <PageFrame
      title={name}
      description={`${counted(dates.length, 'publication')} by ${fullName ?? name} listed in the Friday Updates, and the stories about them.`}
      area="publications"
      above={[
        { to: addressOf.publications(), text: 'Publications' },
        { to: addressOf.publishers(), text: 'Publishers' },
      ]}
      linkedData={[
        organization(site, {
          address: addressOf.publisher(props.id),
          name: fullName ?? name,
          otherNames: fullName === null ? [] : [name],
          website: url,
        }),
      ]}
      alternates={[{ to: addressOf.publisherFeed(props.id), type: 'application/atom+xml', title: `${name} (Atom)` }]}
    >
      <PageHeading title={name}>{fullName !== null && <p>{fullName}</p>}</PageHeading>
      {!verified && <Unverified kind="publisher" />}
      <div class="record">
        <div class="main">
          <Groups
            entries={shown.length}
            groups={byYear.map(([year, ofYear]) => ({
              id: `year_${year}`,
              title: String(year),
              count: ofYear.length,
              list: <OneYear publications={ofYear} />,
            }))}
          />
          {dates.length > shown.length && (
            <p class="more">
              These are the latest {shown.length} of {dates.length}. <A to={everything}>Search for the older ones</A>,
              or download them all as a file.
            </p>
          )}
          <StoriesAbout title="Stories" stories={stories} />
          <Variants variants={variants} />
        </div>
        <div class="side">
          {note !== null && <p>{note}</p>}
          <Bars
            title="Publications by year"
            bars={barsByYear(
              dates.map(date => Number(date.slice(0, 4))),
              year => (byYear.some(([shown]) => shown === year) ? `#year_${year}` : addressOf.publicationsOf(year)),
            )}
          />
          <More id={props.id} url={url} everything={everything} />
        </div>
      </div>
    </PageFrame>
  )
}

/** A year of many has its months as headings. */
const manyInAYear = 24

function OneYear({ publications }: { publications: PublicationLine[] }) {
  if (publications.length < manyInAYear) return <PublicationLines publications={publications} at="elsewhere" />
  return (
    <>
      {[...grouped(publications, ({ date }) => date?.slice(0, 7) ?? null)].map(([month, ofMonth]) => (
        <>
          <h3 class="month">{month === null ? 'No month published' : formatDate(month)}</h3>
          <PublicationLines publications={ofMonth} at="elsewhere" />
        </>
      ))}
    </>
  )
}

function More({ id, url, everything }: { id: string; url: string | null; everything: string }) {
  return (
    <section aria-labelledby="more_">
      <h2 id="more_">More</h2>
      <ul class="plain-list">
        {url !== null && (
          <li>
            <a href={url} rel="external">
              Website
            </a>
          </li>
        )}
        <li>
          <A to={everything}>Search for everything about it</A>
        </li>
        <li>
          <A to={addressOf.publisherFeed(id)} type="application/atom+xml">
            Feed of its publications and stories
          </A>
        </li>
        <li>
          Its publications as <Formats addressIn={format => addressOf.publisherPublications(id, format)} />
        </li>
      </ul>
    </section>
  )
}
