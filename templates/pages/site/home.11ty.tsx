import { type Archive, type ArchivedUpdate, isOver } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { periodical, webSite } from '../../../src/publish/linked-data.ts'
import { toOldPostsScript } from '../../../src/publish/site-files/old-post.ts'
import { yearAddress } from '../../../src/publish/year-address.ts'
import { addMonths, daysBetween } from '../../../src/update/calendar-day.ts'
import type { IsoDate } from '../../../src/update/update.ts'
import { countsByLetter } from '../../alphabet.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type MeetingLine, meetingLine, type UpdateLine, updateLine } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { SearchForm } from '../../parts/frame/search-form.tsx'
import { MeetingList } from '../../parts/meetings/meeting-list.tsx'
import { Day } from '../../parts/records/day.tsx'
import { A, type Link, useSite } from '../../site-context.tsx'
import { counted, withCommas } from '../../wording.ts'

type HomeProps = {
  latest: UpdateLine | null
  /** The ones before it, latest first. */
  recent: UpdateLine[]
  /** The same week in earlier years, latest first. */
  earlier: UpdateLine[]
  /** The next ones, or the last ones if none is announced. */
  meetings: { which: 'next' | 'last'; lines: MeetingLine[]; asOf: IsoDate }
  topics: BrowseLink[]
  years: BrowseLink[]
  networks: BrowseLink[]
  counts: { publications: number; publishers: number; people: number; stories: number; titles: number }
}
type BrowseLink = Link & { count?: number }

const SHOWN_MEETINGS = 4
const RECENT = 4
const EARLIER = 4

/** `/`: what this is, the latest updates, the next meetings, and everything to browse by. */
export default definePage<HomeProps>({
  pages: archive => [{ address: addressOf.home(), props: propsOf(archive) }],
  render: props => <HomePage {...props} />,
})

function propsOf(archive: Archive): HomeProps {
  const { updates, topics, networks, publications, publishers, people, stories } = archive
  const years = [...grouped(updates, ({ date }) => Number(date.slice(0, 4)))].reverse()
  return {
    latest: updates.slice(-1).map(updateLine)[0] ?? null,
    recent: updates
      .slice(-1 - RECENT, -1)
      .map(updateLine)
      .reverse(),
    earlier: sameWeekEarlier(archive).map(updateLine),
    meetings: meetingsOf(archive),
    topics: Array.from(topics.values(), ({ id, name, stories, publications }) => ({
      to: addressOf.topic(id),
      text: name,
      count: stories.length + publications.length,
    })).sort((a, b) => (a.text < b.text ? -1 : 1)),
    years: years.map(([year, ofYear]) => ({
      to: yearAddress(archive, year),
      text: String(year),
      count: ofYear.length,
    })),
    networks: Array.from(networks.values(), ({ id, name }) => ({ to: addressOf.network(id), text: name })),
    counts: {
      publications: publications.size,
      publishers: publishers.size,
      people: people.size,
      stories: stories.size,
      titles: countsByLetter(archive).reduce((sum, { count }) => sum + count, 0),
    },
  }
}

/** Of each earlier year the update nearest to the day of the latest one, if it is within a week of it. */
function sameWeekEarlier({ updates, asOf }: Archive): ArchivedUpdate[] {
  const found: ArchivedUpdate[] = []
  for (let back = 1; back <= 20 && found.length < EARLIER; back++) {
    const day = addMonths(asOf, -12 * back)
    const near = updates.filter(({ date }) => Math.abs(daysBetween(date, day)) <= 3)
    if (near[0] !== undefined) found.push(near[0])
  }
  return found
}

function meetingsOf(archive: Archive): HomeProps['meetings'] {
  const dated = [...archive.meetings.values()].filter(({ date }) => date !== null)
  const next = dated.filter(meeting => !isOver(meeting, archive.asOf) && meeting.status === 'planned')
  const shown = next.length > 0 ? next.slice(0, SHOWN_MEETINGS) : dated.slice(-SHOWN_MEETINGS).reverse()
  return {
    which: next.length > 0 ? 'next' : 'last',
    lines: shown.map(meeting => meetingLine(archive, meeting)),
    asOf: archive.asOf,
  }
}

function HomePage(props: HomeProps) {
  const { latest, recent, earlier, meetings, counts } = props
  const { site } = useSite()
  return (
    <PageFrame title={null} description={site.description} linkedData={[webSite(site), periodical(site)]} ownSearch>
      {site.oldPosts.length > 0 && <script>{toOldPostsScript}</script>}
      <div class="hero">
        <h1>What was in the Friday Update?</h1>
        <p class="lede">{site.description}</p>
        <SearchForm
          id="site-search"
          class="large"
          label={`Search ${counted(counts.stories, 'story', 'stories')} and ${counted(counts.publications, 'publication')}`}
        />
      </div>
      <div class="home-columns">
        <div>
          {latest && <Latest latest={latest} />}
          <Updates id="recent_" title="Earlier updates" updates={recent} />
        </div>
        <div>
          <Meetings meetings={meetings} />
          <Updates id="years-ago_" title="This week in earlier years" updates={earlier} />
        </div>
      </div>
      <Browse {...props} />
    </PageFrame>
  )
}

/** Each update with its first headline. */
function Updates({ id, title, updates }: { id: string; title: string; updates: UpdateLine[] }) {
  if (updates.length === 0) return null
  return (
    <section class="home-updates" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {updates.map(({ number, date, headlines: [first, ...others] }) => (
          <li>
            <p>
              <A to={addressOf.update(number)}>Update {number}</A> <Day date={date} />
            </p>
            {first && (
              <p>
                {first.text}
                {others.length > 0 && (
                  <span class="small"> and {counted(others.length, 'more story', 'more stories')}</span>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Browse({ topics, years, networks, counts }: HomeProps) {
  return (
    <section class="browse" aria-labelledby="browse_">
      <h2 id="browse_">Browse</h2>
      <h3>
        <A to={addressOf.topics()}>Topics</A>
      </h3>
      <ul class="columns">
        {topics.map(link => (
          <CountedLink link={link} />
        ))}
      </ul>
      <h3>
        <A to={addressOf.networks()}>Networks</A>
      </h3>
      <ul class="columns">
        {networks.map(link => (
          <CountedLink link={link} />
        ))}
      </ul>
      <h3>
        <A to={addressOf.updates()}>Years</A>
      </h3>
      <ul class="inline-list">
        {years.map(link => (
          <CountedLink link={link} />
        ))}
      </ul>
      <h3>Lists</h3>
      <ul class="inline-list">
        <CountedLink link={{ to: addressOf.publications(), text: 'Publications', count: counts.publications }} />
        <CountedLink link={{ to: addressOf.publishers(), text: 'Publishers', count: counts.publishers }} />
        <CountedLink link={{ to: addressOf.contacts(), text: 'Contacts', count: counts.people }} />
        <CountedLink link={{ to: pageAddress.alphabet(), text: 'A–Z of titles', count: counts.titles }} />
        <CountedLink link={{ to: addressOf.data(), text: 'Data and feeds' }} />
      </ul>
    </section>
  )
}

function CountedLink({ link: { to, text, count } }: { link: BrowseLink }) {
  return (
    <li>
      <A to={to}>{text}</A>
      {count !== undefined && <span class="count">{`\u00a0${withCommas(count)}`}</span>}
    </li>
  )
}

function Latest({ latest: { number, date, headlines, reminders } }: { latest: NonNullable<HomeProps['latest']> }) {
  return (
    <section class="latest" aria-labelledby="latest_">
      <h2 id="latest_">
        <span>
          Latest: <A to={addressOf.update(number)}>Update {number}</A>
        </span>
        <span class="date">
          <Day date={date} />
        </span>
      </h2>
      <ul class="headlines">
        {headlines.map(({ to, text }) => (
          <li>
            <A to={to}>{text}</A>
          </li>
        ))}
      </ul>
      {reminders > 0 && (
        <p class="more">
          and {counted(reminders, 'reminder')}. <A to={addressOf.update(number)}>Read Update {number}</A>
        </p>
      )}
    </section>
  )
}

function Meetings({ meetings: { which, lines, asOf } }: Pick<HomeProps, 'meetings'>) {
  return (
    <section class="home-meetings" aria-labelledby="meetings_">
      <h2 id="meetings_">{which === 'next' ? 'Next meetings' : 'Recent meetings'}</h2>
      {lines.length > 0 && <MeetingList meetings={lines} of="home" />}
      <p class="more">
        {which === 'last' && (
          <>
            No future meetings announced as at <Day date={asOf} />.{' '}
          </>
        )}
        <A to={addressOf.calendar()}>All meetings</A>
      </p>
    </section>
  )
}
