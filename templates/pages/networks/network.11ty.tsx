import type { ComponentChildren } from 'preact'
import { type Archive, isOver, type MeetingRecord, type Network } from '../../../src/archive/archive.ts'
import { addressOf } from '../../../src/publish/addresses.ts'
import { event, type LinkedData, organization } from '../../../src/publish/linked-data.ts'
import type { IsoDate } from '../../../src/update/update.ts'
import { definePage } from '../../define-page.tsx'
import {
  contactLink,
  type MeetingLine,
  meetingLine,
  type PublicationLine,
  publicationLines,
  type StoryLine,
  spanOf,
  storyLines,
  type UpdateRange,
} from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { CalendarLinks } from '../../parts/meetings/calendar-links.tsx'
import { Contact, MeetingLines, MeetingList } from '../../parts/meetings/meeting-list.tsx'
import { PublicationLines } from '../../parts/publications/publication-lines.tsx'
import { CountedSection } from '../../parts/records/counted-section.tsx'
import { Day, Days } from '../../parts/records/day.tsx'
import { StoriesAbout } from '../../parts/records/stories-about.tsx'
import { UpdateSpan } from '../../parts/records/update-span.tsx'
import { Unverified, Variants } from '../../parts/records/variants.tsx'
import { Bars, barsByYear } from '../../parts/years/bars.tsx'
import { A } from '../../site-context.tsx'

type ConvenorLine = {
  contact: { text: string; to: string | null }
  from: IsoDate
  to: IsoDate
  updates: UpdateRange | null
}
type NetworkProps = Omit<Network, 'convenors' | 'meetings' | 'stories' | 'publications' | 'updates'> & {
  convenors: ConvenorLine[]
  meetings: MeetingLine[]
  /** The date of the latest update, if no later meeting is announced. */
  noneAfter: IsoDate | null
  stories: StoryLine[]
  publications: PublicationLine[]
  /** The dates of its meetings. */
  dates: IsoDate[]
  linkedData: LinkedData[]
}

/** Past meetings shown in full; older ones are a line each. */
const SHOWN_PAST = 12

/** `/networks/<id>/`: when it meets, its contacts, and the stories about it. */
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
  const lines = meetings.map(meeting => meetingLine(archive, meeting))
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
    meetings: lines,
    noneAfter: lines.some(({ date, isPast }) => date !== null && !isPast) ? null : archive.asOf,
    stories: storyLines(archive, stories),
    publications: publicationLines(archive, publications),
    dates: meetings.flatMap(({ date }) => date ?? []),
    linkedData: [
      organization(archive.site, { address: addressOf.network(id), name, otherNames: variants, website: null }),
      ...meetings
        .filter(meeting => !isOver(withFormerDay(meeting), archive.asOf))
        .flatMap(meeting => event(archive, meeting) ?? []),
    ],
  }
}

/** A postponed meeting counts by the day that it was to be. */
const withFormerDay = ({ date, lastDate, moves }: MeetingRecord) => ({
  date: date ?? moves.at(-1)?.from.date ?? null,
  lastDate,
})

function NetworkPage(props: NetworkProps) {
  const { id, name, variants, verified, covers, note, meetings, stories, publications, dates, linkedData } = props
  const next = meetings.filter(({ date, isPast }) => date !== null && !isPast)
  const past = meetings.filter(({ isPast }) => isPast).reverse()
  const undated = meetings.filter(({ date }) => date === null)
  return (
    <PageFrame
      title={name}
      description={`${name}: ${covers?.replace(/\.$/u, '') ?? 'a network of the Friday Update'}. Meetings, contacts, and the stories about it.`}
      area="networks"
      above={[{ to: addressOf.networks(), text: 'Networks' }]}
      alternates={[
        { to: addressOf.networkFeed(id), type: 'application/atom+xml', title: `${name} (Atom)` },
        { to: addressOf.networkCalendar(id), type: 'text/calendar', title: `${name}: meetings` },
      ]}
      linkedData={linkedData}
      shares
    >
      <PageHeading title={name}>{covers !== null && <p>{covers}</p>}</PageHeading>
      {!verified && <Unverified kind="network" />}
      <div class="record network">
        <div class="next">
          <Meetings title="Next meetings" id="next_" meetings={next}>
            {props.noneAfter !== null && (
              <p>
                No future meetings announced as at <Day date={props.noneAfter} />.
              </p>
            )}
          </Meetings>
          {undated.length > 0 && <Meetings title="Without a date" id="undated_" meetings={undated} />}
        </div>
        <div class="contact">
          {note !== null && <p>{note}</p>}
          <Convenors convenors={props.convenors} />
        </div>
        <div class="past">
          {past.length > 0 && <PastMeetings past={past} />}
          <StoriesAbout title="Stories" stories={stories} />
          {publications.length > 0 && (
            <CountedSection id="works_" title="Publications" count={publications.length}>
              <PublicationLines publications={publications} at="elsewhere" />
            </CountedSection>
          )}
          <Variants variants={variants} />
        </div>
        <div class="follow">
          <Follow id={id} name={name} />
          <Bars
            title="Meetings by year"
            bars={barsByYear(
              dates.map(date => Number(date.slice(0, 4))),
              year => pageAddress.calendarOf(year),
            )}
          />
        </div>
      </div>
    </PageFrame>
  )
}

function PastMeetings({ past }: { past: MeetingLine[] }) {
  return (
    <>
      <Meetings title="Past meetings" id="past_" meetings={past.slice(0, SHOWN_PAST)} />
      {past.length > SHOWN_PAST && (
        <section aria-labelledby="earlier_">
          <h2 id="earlier_">Earlier meetings</h2>
          <MeetingLines meetings={past.slice(SHOWN_PAST)} />
        </section>
      )}
    </>
  )
}

type MeetingsProps = { title: string; id: string; meetings: MeetingLine[]; children?: ComponentChildren }

function Meetings({ title, id, meetings, children }: MeetingsProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {meetings.length > 0 && <MeetingList meetings={meetings} of="one network" />}
    </section>
  )
}

/** Those named in the latest update that names any; there may be several. Earlier ones are folded away. */
function Convenors({ convenors }: { convenors: ConvenorLine[] }) {
  if (convenors.length === 0) return null
  const latest = convenors.map(({ to }) => to).reduce((last, to) => (to > last ? to : last))
  const before = convenors.filter(({ to }) => to !== latest)
  return (
    <section aria-labelledby="ask_">
      <h2 id="ask_">Contact</h2>
      <ConvenorList convenors={convenors.filter(({ to }) => to === latest)} />
      {before.length > 0 && (
        <details>
          <summary>Previous contacts</summary>
          <ConvenorList convenors={before} />
        </details>
      )}
    </section>
  )
}

function ConvenorList({ convenors }: { convenors: ConvenorLine[] }) {
  return (
    <ul class="plain-list">
      {convenors.map(({ contact, from, to, updates }) => (
        <li>
          <Contact contact={contact} />{' '}
          <span class="small">
            <Days from={from} to={to} />
            {updates && (
              <>
                , <UpdateSpan span={updates} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Follow({ id, name }: { id: string; name: string }) {
  return (
    <>
      <section aria-labelledby="subscribe_">
        <h2 id="subscribe_">Add the meetings to your calendar</h2>
        <CalendarLinks file={addressOf.networkCalendar(id)} name={name} saveAs={`${id}.ics`} />
      </section>
      <section aria-labelledby="more_">
        <h2 id="more_">More</h2>
        <ul class="plain-list">
          <li>
            <A to={addressOf.networkFeed(id)} type="application/atom+xml">
              Feed of stories and meetings
            </A>
          </li>
          <li>
            <A to={addressOf.search(`network:"${name}"`)}>Search for everything about it</A>
          </li>
        </ul>
      </section>
    </>
  )
}
