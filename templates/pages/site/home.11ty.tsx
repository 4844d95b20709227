import { type Archive, isOver } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { periodical, webSite } from '../../../src/publish/linked-data.ts'
import { toOldPostsScript } from '../../../src/publish/site-files/old-post.ts'
import { yearAddress } from '../../../src/publish/year-address.ts'
import type { IsoDate } from '../../../src/update/update.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { type MeetingLine, meetingLine, type UpdateLine, updateLine } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { Layout } from '../../parts/frame/layout.tsx'
import { SearchForm } from '../../parts/frame/search-form.tsx'
import { Day } from '../../parts/records/day.tsx'
import { MeetingList } from '../../parts/records/meeting-list.tsx'
import { A, type Link, useSite } from '../../site-context.tsx'
import { counted, withCommas } from '../../wording.ts'

type HomeProps = {
  latest: UpdateLine | null
  /** The next ones, or where none is known the last ones. */
  meetings: { which: 'next' | 'last'; lines: MeetingLine[]; asOf: IsoDate }
  years: { year: Link; updates: number }[]
  networks: Link[]
  counts: { updates: number; publications: number; publishers: number; people: number; stories: number }
}

const SHOWN_MEETINGS = 4

/** `/`: what this is, the latest update, the next meetings, and the ways in. */
export default definePage<HomeProps>({
  pages: archive => [
    {
      address: addressOf.home(),
      props: {
        latest: archive.updates.slice(-1).map(updateLine)[0] ?? null,
        meetings: meetingsOf(archive),
        years: Array.from(
          grouped(archive.updates, ({ date }) => Number(date.slice(0, 4))),
          ([year, updates]) => ({
            year: { to: yearAddress(archive, year), text: String(year) },
            updates: updates.length,
          }),
        ).reverse(),
        networks: Array.from(archive.networks.values(), ({ id, name }) => ({ to: addressOf.network(id), text: name })),
        counts: {
          updates: archive.updates.length,
          publications: archive.publications.size,
          publishers: archive.publishers.size,
          people: archive.people.size,
          stories: archive.stories.size,
        },
      },
    },
  ],
  render: props => <HomePage {...props} />,
})

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

function HomePage({ latest, meetings, years, networks, counts }: HomeProps) {
  const { site } = useSite()
  return (
    <Layout title={null} description={site.description} linkedData={[webSite(site), periodical(site)]} ownSearch>
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
        {latest && <Latest latest={latest} />}
        <Meetings meetings={meetings} />
        <Ways years={years} networks={networks} counts={counts} />
      </div>
    </Layout>
  )
}

function Ways({ years, networks, counts }: Pick<HomeProps, 'years' | 'networks' | 'counts'>) {
  const titles = counts.stories + counts.publications
  return (
    <section class="ways" aria-labelledby="ways_">
      <h2 id="ways_">Ways in</h2>
      <h3>
        <A to={addressOf.updates()}>Years</A>
      </h3>
      <ul class="inline-list">
        {years.map(({ year, updates }) => (
          <Way to={year.to} text={year.text} count={updates} />
        ))}
      </ul>
      <h3>
        <A to={addressOf.networks()}>Networks</A>
      </h3>
      <ul class="inline-list">
        {networks.map(({ to, text }) => (
          <Way to={to} text={text} />
        ))}
      </ul>
      <h3>Lists</h3>
      <ul class="inline-list">
        <Way to={addressOf.publications()} text="Publications" count={counts.publications} />
        <Way to={addressOf.publishers()} text="Publishers" count={counts.publishers} />
        <Way to={addressOf.contacts()} text="Contacts" count={counts.people} />
        <Way to={pageAddress.alphabet()} text="A–Z of titles" count={titles} />
        <Way to={addressOf.data()} text="Data, feeds, calendars" />
      </ul>
    </section>
  )
}

function Way({ to, text, count }: { to: string; text: string; count?: number }) {
  return (
    <li>
      <A to={to}>{text}</A> {count !== undefined && <span class="count">{withCommas(count)}</span>}
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
          and {counted(reminders, 'reminder')}: <A to={addressOf.update(number)}>read Update {number}</A>
        </p>
      )}
    </section>
  )
}

function Meetings({ meetings: { which, lines, asOf } }: Pick<HomeProps, 'meetings'>) {
  return (
    <section class="home-meetings" aria-labelledby="meetings_">
      <h2 id="meetings_">{which === 'next' ? 'Next meetings' : 'Last known meetings'}</h2>
      {lines.length > 0 && <MeetingList meetings={lines} of="home" />}
      <p class="more">
        As of <Day date={asOf} />. <A to={addressOf.calendar()}>The whole calendar</A>
      </p>
    </section>
  )
}
