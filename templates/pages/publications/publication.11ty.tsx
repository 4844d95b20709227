import type { Archive, Publication } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { type Reference, referenceToPublication } from '../../../src/publish/bibliography/reference.ts'
import { shortened } from '../../../src/publish/feeds/feed-entries.ts'
import { dateOfUpdate } from '../../../src/publish/find-in-archive.ts'
import { type LinkedData, report } from '../../../src/publish/linked-data.ts'
import { type SourceSearch, sourceSearch } from '../../../src/publish/source-search.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import { plain } from '../../../src/update/markdown.ts'
import type { IsoDate } from '../../../src/update/update.ts'
import { definePage } from '../../define-page.tsx'
import { networkLinks, publisherLinks, type StoryLine, storyLines, topicLinks } from '../../lines.ts'
import { type MoreLine, moreOnPublication } from '../../more-on-this.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { Citation } from '../../parts/publications/citation.tsx'
import { listingAddress } from '../../parts/publications/publication-lines.tsx'
import { SourceLink } from '../../parts/publications/source-link.tsx'
import { Day, ShortDay } from '../../parts/records/day.tsx'
import { Links } from '../../parts/records/joined.tsx'
import { MoreOnThis } from '../../parts/records/more-on-this.tsx'
import { Report } from '../../parts/records/report.tsx'
import { Share } from '../../parts/records/share.tsx'
import { StoryList } from '../../parts/update/story-list.tsx'
import { safeUrl } from '../../safe-url.ts'
import { A, type Link } from '../../site-context.tsx'

type Listing = { update: number; date: IsoDate | null }
type PublicationProps = Omit<
  Publication,
  | 'precision'
  | 'yearFrom'
  | 'publishers'
  | 'from'
  | 'updates'
  | 'listings'
  | 'sourceUrl'
  | 'stories'
  | 'topics'
  | 'networks'
  | 'formerIds'
> & {
  publishers: Link[]
  source: string | null
  /** A search of its publisher’s website, if its own address is not known. */
  search: SourceSearch | null
  /** The first and the last update that list it, and how many do; null if only a story mentions it. */
  listed: { first: Listing; last: Listing; count: number } | null
  /** Its line in the latest update that lists it. */
  printed: string | null
  topics: Link[]
  networks: Link[]
  stories: StoryLine[]
  more: MoreLine[]
  reference: Reference
  linkedData: LinkedData
}

/** `/publications/2025/<id>/`: one publication, and where to read it. */
export default definePage<PublicationProps>({
  *pages(archive) {
    for (const publication of archive.publications.values())
      yield { address: addressOf.publication(publication), props: propsOf(archive, publication) }
  },
  render: props => <PublicationPage {...props} />,
})

function propsOf(archive: Archive, publication: Publication): PublicationProps {
  const { id, year, title, date, doi, note, from, updates, listings, sourceUrl } = publication
  const listing = (update: number): Listing => ({ update, date: dateOfUpdate(archive, update) })
  const [first] = updates
  const last = updates.at(-1)
  const latest = listings.at(-1)?.text
  return {
    id,
    year,
    title,
    date,
    doi,
    note,
    publishers: publisherLinks(archive, publication.publishers),
    source: safeUrl(sourceUrl),
    search: sourceSearch(archive, publication),
    listed:
      from === 'story' || first === undefined || last === undefined
        ? null
        : { first: listing(first), last: listing(last), count: updates.length },
    printed: latest === undefined ? null : shortened(plain(latest), 600),
    topics: topicLinks(archive, publication.topics),
    networks: networkLinks(archive, publication.networks),
    stories: storyLines(archive, publication.stories),
    more: moreOnPublication(archive, publication),
    reference: referenceToPublication(archive, publication),
    linkedData: report(archive, publication),
  }
}

function PublicationPage(props: PublicationProps) {
  const { id, year, title, publishers, date, note, stories, more, reference, linkedData } = props
  const by = publishers.map(({ text }) => text).join(', ')
  const about = [by, date === null ? '' : formatDate(date)].filter(Boolean).join(', ')
  return (
    <PageFrame
      title={title}
      description={`${about === '' ? 'A publication' : about}: ${title}. Where to read it, where the Friday Update listed it, and how to cite it.`}
      area="publications"
      above={[
        { to: addressOf.publications(), text: 'Publications' },
        { to: addressOf.publicationsOf(year), text: String(year) },
      ]}
      meta={citationTags(props)}
      linkedData={[linkedData]}
      shares
    >
      <div class="page-heading publication-heading">
        <h1>{title}</h1>
        <p class="lede">
          {publishers.length > 0 && <Links links={publishers} />}
          {publishers.length > 0 && date !== null && ', '}
          {date !== null && <Day date={date} />}
        </p>
      </div>
      <div class="record">
        <div class="main">
          <WhereToRead {...props} />
          {note !== null && <p>{note}</p>}
          <Facts {...props} />
          <Share
            address={addressOf.publication({ year, id })}
            title={title}
            cite={`${addressOf.publication({ year, id })}#cite_`}
          />
          {stories.length > 0 && (
            <section aria-labelledby="stories_">
              <h2 id="stories_">Stories about this publication</h2>
              <StoryList stories={stories} />
            </section>
          )}
          <section aria-labelledby="cite_">
            <h2 id="cite_">Cite this publication</h2>
            <Citation reference={reference} />
            <p class="small">
              <Report about={reference} />
            </p>
          </section>
        </div>
        {more.length > 0 && (
          <section class="side" aria-labelledby="more_">
            <h2 id="more_">More on this</h2>
            <MoreOnThis lines={more} />
          </section>
        )}
      </div>
    </PageFrame>
  )
}

function WhereToRead({ source, search, title }: PublicationProps) {
  if (source !== null)
    return (
      <p class="read">
        <SourceLink address={source} title={title}>
          Read it
        </SourceLink>
      </p>
    )
  return (
    <p class="read none">
      The web address was not kept in the text we received.{' '}
      {search !== null && (
        <a href={search.address} rel="external">
          Search the {search.publisher} website for it
        </a>
      )}
    </p>
  )
}

function Facts({ id, listed, printed, topics, networks, doi }: PublicationProps) {
  return (
    <dl class="fact-list">
      {listed !== null && (
        <>
          <dt>Listed in</dt>
          <dd>
            <InUpdate id={id} listing={listed.first} />
            {listed.count > 1 && (
              <>
                {listed.count === 2 ? ' and ' : ' to '}
                <InUpdate id={id} listing={listed.last} />
              </>
            )}
            {listed.count > 2 && `, ${listed.count} times`}
          </dd>
        </>
      )}
      {printed !== null && (
        <>
          <dt>Listed as</dt>
          <dd class="printed">{printed}</dd>
        </>
      )}
      {topics.length > 0 && (
        <>
          <dt>{topics.length === 1 ? 'Topic' : 'Topics'}</dt>
          <dd>
            <Links links={topics} />
          </dd>
        </>
      )}
      {networks.length > 0 && (
        <>
          <dt>{networks.length === 1 ? 'Network' : 'Networks'}</dt>
          <dd>
            <Links links={networks} />
          </dd>
        </>
      )}
      {doi !== null && (
        <>
          <dt>DOI</dt>
          <dd>
            <a href={`https://doi.org/${doi}`} class="bare">
              {doi}
            </a>
          </dd>
        </>
      )}
    </dl>
  )
}

function InUpdate({ id, listing: { update, date } }: { id: string; listing: Listing }) {
  return (
    <>
      <A to={listingAddress(update, id)}>Update {update}</A>
      {date !== null && (
        <>
          {' '}
          (<ShortDay date={date} />)
        </>
      )}
    </>
  )
}

type MetaTag = [name: string, content: string]

const tagIf = (name: string, content: string | null): MetaTag[] => (content === null ? [] : [[name, content]])

/** What Zotero and Google Scholar read. An institution, and no author: they would take its last word for a surname. */
function citationTags({ reference, source, doi }: PublicationProps): MetaTag[] {
  const { title, authors, date } = reference
  return [
    ['citation_title', title],
    ...authors.map((name): MetaTag => ['citation_technical_report_institution', name]),
    ...tagIf('citation_publication_date', date?.replaceAll('-', '/') ?? null),
    ...tagIf('citation_doi', doi),
    ...tagIf('citation_fulltext_html_url', source),
    ['citation_language', 'en'],
  ]
}
