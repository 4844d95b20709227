import { addressOf } from '../../../src/publish/addresses.ts'
import { yearAddress } from '../../../src/publish/year-address.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { networkLinks, topicLinks } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { SearchForm } from '../../parts/frame/search-form.tsx'
import { A, type Link, useHref, useSite } from '../../site-context.tsx'

type SearchProps = { topics: Link[]; years: Link[]; networks: Link[]; publishers: Link[] }

const PUBLISHERS = 18

/** `/search/`: the frame that src/search/client/main.ts fills; without script, the static indexes. */
export default definePage<SearchProps>({
  pages: archive => [
    {
      address: addressOf.search(),
      props: {
        years: Array.from(grouped(archive.updates, ({ date }) => Number(date.slice(0, 4))).keys(), year => ({
          to: yearAddress(archive, year),
          text: String(year),
        })).reverse(),
        topics: topicLinks(archive, archive.topics.keys()).sort((a, b) => (a.text < b.text ? -1 : 1)),
        networks: networkLinks(archive, archive.networks.keys()),
        publishers: Array.from(archive.publishers.values())
          .sort((a, b) => b.publications.length - a.publications.length)
          .slice(0, PUBLISHERS)
          .map(({ id, name }) => ({ to: addressOf.publisher(id), text: name })),
      },
    },
  ],
  render: props => <SearchPage {...props} />,
})

function SearchPage({ topics, years, networks, publishers }: SearchProps) {
  const { searchStylesheet, searchScript, pathPrefix } = useSite()
  const href = useHref()
  return (
    <PageFrame
      title="Search"
      description="Search the stories, publications, people, networks and topics of the Friday Updates."
      above={[]}
      ownSearch
      style={searchStylesheet}
      script={searchScript}
    >
      <div class="search-head">
        <h1>Search</h1>
        <SearchForm id="search-query" formId="search-form" class="large" label="Search the archive" />
        <p id="search-hint">
          Words, <code>"an exact phrase"</code>, <code>-without</code>, a date, or a web address. Narrow with{' '}
          <code>publisher:DfE</code>, <code>mentions:Ofsted</code>, <code>topic:attendance</code>,{' '}
          <code>network:"AD Education"</code>, <code>person:Evans</code>, <code>year:2020..2022</code> or{' '}
          <code>month:2025-03</code>
        </p>
        <p role="status" id="search-status" />
      </div>
      <div id="search-page" data-root={pathPrefix} data-index={href('/pagefind/')}>
        <div id="search-facets" />
        <div id="search-results" />
      </div>
      <div id="search-help">
        <noscript>
          <p class="note">
            Search needs JavaScript, which is turned off. You can browse everything from these lists instead.
          </p>
        </noscript>
        <h2>Or browse</h2>
        <div class="way-columns">
          <Way title="By topic" all={addressOf.topics()}>
            {topics}
          </Way>
          <Way title="By year" all={addressOf.updates()}>
            {years}
          </Way>
          <Way title="By network" all={addressOf.networks()}>
            {networks}
          </Way>
          <Way title="By publisher" all={addressOf.publishers()}>
            {publishers}
          </Way>
          <div>
            <h3>A–Z</h3>
            <ul class="plain-list">
              <li>
                <A to={pageAddress.alphabet()}>Stories and publications</A>
              </li>
              <li>
                <A to={addressOf.contacts()}>Contacts</A>
              </li>
              <li>
                <A to={addressOf.publishers()}>Publishers</A>
              </li>
            </ul>
          </div>
        </div>
      </div>
    </PageFrame>
  )
}

function Way({ title, all, children }: { title: string; all: string; children: Link[] }) {
  return (
    <div>
      <h3>
        <A to={all}>{title}</A>
      </h3>
      <ul class="inline-list">
        {children.map(({ to, text }) => (
          <li>
            <A to={to}>{text}</A>
          </li>
        ))}
      </ul>
    </div>
  )
}
