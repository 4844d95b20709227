import type { Archive, Network } from '../../src/archive/archive.ts'
import { absolute, addressOf, subscribeTo } from '../../src/publish/addresses.ts'
import { event, type LinkedData } from '../../src/publish/linked-data.ts'
import type { IsoDate } from '../../src/update/update.ts'
import { definePage } from '../define-page.tsx'
import {
  contactLink,
  type MeetingLine,
  meetingLine,
  type PublicationLine,
  publicationLines,
  type Span,
  type StoryLine,
  spanOf,
  storyLines,
} from '../lines.ts'
import { ShortDay } from '../parts/day.tsx'
import { Layout } from '../parts/layout.tsx'
import { Contact, MeetingList } from '../parts/meeting-list.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { PublicationList } from '../parts/publication-list.tsx'
import { StoryList } from '../parts/story-list.tsx'
import { barsByYear, Strip } from '../parts/strip.tsx'
import { Unverified, Variants } from '../parts/variants.tsx'
import { A, useHref, useSite } from '../site-context.tsx'
import { counted } from '../wording.ts'

type Convenor = { contact: { text: string; to: string | null }; from: IsoDate; to: IsoDate; updates: Span | null }
type NetworkProps = Pick<Network, 'id' | 'name' | 'variants' | 'verified' | 'covers' | 'note'> & {
  convenors: Convenor[]
  meetings: MeetingLine[]
  stories: StoryLine[]
  works: PublicationLine[]
  /** The years of its meetings. */
  years: number[]
  linkedData: LinkedData[]
}

/** `/networks/<id>/`: what it is, whom to ask, when it meets, and what was told about it. */
export default definePage<NetworkProps>({
  *pages(archive) {
    for (const network of archive.networks.values())
      yield { address: addressOf.network(network.id), props: propsOf(archive, network) }
  },
  render: props => <NetworkPage {...props} />,
})

function propsOf(archive: Archive, network: Network): NetworkProps {
  const { id, name, variants, verified, covers, note, convenors, stories, publications } = network
  const meetings = network.meetings.flatMap(meeting => archive.meetings.get(meeting) ?? [])
  return {
    id,
    name,
    variants,
    verified,
    covers,
    note,
    convenors: convenors.map(({ contact, from, to, updates }) => ({
      contact: contactLink(archive, contact),
      from,
      to,
      updates: spanOf(updates),
    })),
    meetings: meetings.map(meeting => meetingLine(archive, meeting)),
    stories: storyLines(archive, stories),
    works: publicationLines(archive, publications),
    years: meetings.flatMap(({ date }) => (date === null ? [] : Number(date.slice(0, 4)))),
    linkedData: meetings
      .filter(({ date }) => date !== null && date >= archive.asOf)
      .flatMap(meeting => event(archive, meeting) ?? []),
  }
}

function NetworkPage(props: NetworkProps) {
  const { id, name, variants, verified, covers, note, meetings, stories, works, years, linkedData } = props
  const { asOf } = useSite()
  const next = meetings.filter(({ date }) => date !== null && date >= asOf)
  const past = meetings.filter(({ date }) => date !== null && date < asOf).reverse()
  const undated = meetings.filter(({ date }) => date === null)
  return (
    <Layout
      title={name}
      description={`${name}: ${covers ?? 'a network of the Friday Update'}. Meetings, whom to ask, and the stories about it.`}
      area="networks"
      above={[{ to: addressOf.networks(), text: 'Networks' }]}
      alternates={[
        { to: addressOf.networkFeed(id), type: 'application/atom+xml', title: `${name} (Atom)` },
        { to: addressOf.networkCalendar(id), type: 'text/calendar', title: `${name}: meetings` },
      ]}
      linkedData={linkedData}
    >
      <PageHeading title={name} kind="Network">
        {covers !== null && <p>{covers}</p>}
        <Variants variants={variants} />
      </PageHeading>
      {!verified && <Unverified kind="network" />}
      {note !== null && <p>{note}</p>}
      <Convenors convenors={props.convenors} />
      <section aria-labelledby="_next">
        <h2 id="_next">Next meetings</h2>
        {next.length > 0 ? (
          <MeetingList meetings={next} of="one network" />
        ) : (
          <p>
            None is known as of <ShortDay date={asOf} />, the date of the newest update.
          </p>
        )}
        <Subscribe id={id} name={name} />
      </section>
      {past.length > 0 && (
        <section aria-labelledby="_past">
          <h2 id="_past">Past meetings</h2>
          <Strip title="Meetings by year" period="Year" bars={barsByYear(years)} />
          <MeetingList meetings={past} of="one network" />
        </section>
      )}
      {undated.length > 0 && (
        <section aria-labelledby="_undated">
          <h2 id="_undated">Announced without a date</h2>
          <MeetingList meetings={undated} of="one network" />
        </section>
      )}
      {stories.length > 0 && (
        <section aria-labelledby="_stories">
          <h2 id="_stories">
            Stories <span class="count">{stories.length}</span>
          </h2>
          <StoryList stories={stories} />
        </section>
      )}
      {works.length > 0 && (
        <section aria-labelledby="_works">
          <h2 id="_works">
            Publications <span class="count">{works.length}</span>
          </h2>
          <PublicationList works={works} at="elsewhere" />
        </section>
      )}
      <p class="more">
        <A to={addressOf.search(`network:"${name}"`)}>Search everything about {name}</A>
      </p>
    </Layout>
  )
}

function Convenors({ convenors }: { convenors: Convenor[] }) {
  const [now, ...before] = convenors
  if (!now) return null
  return (
    <section aria-labelledby="_ask">
      <h2 id="_ask">Whom to ask</h2>
      <p>
        <Contact contact={now.contact} />{' '}
        <span class="small">
          as of <ShortDay date={now.to} />, since <ShortDay date={now.from} />
        </span>
      </p>
      {before.length > 0 && (
        <>
          <h3>Before</h3>
          <ul class="plain-list">
            {before.map(({ contact, from, to, updates }) => (
              <li>
                <Contact contact={contact} />{' '}
                <span class="small">
                  <ShortDay date={from} /> to <ShortDay date={to} />
                  {updates && `, ${counted(updates.count, 'update')}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Subscribe({ id, name }: { id: string; name: string }) {
  const { site } = useSite()
  const href = useHref()
  return (
    <p class="actions">
      <a href={subscribeTo(site, addressOf.networkCalendar(id))}>Subscribe to these meetings</a>
      <a href={href(addressOf.networkCalendar(id))} download={`${id}.ics`} type="text/calendar">
        Download as a calendar file
      </a>
      <a href={absolute(site, addressOf.networkFeed(id))} type="application/atom+xml">
        Feed of {name}
      </a>
    </p>
  )
}
