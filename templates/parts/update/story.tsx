import { addressOf } from '../../../src/publish/addresses.ts'
import { displayTitle } from '../../../src/publish/bibliography/reference.ts'
import { formatDate } from '../../../src/update/calendar-day.ts'
import type { PublicationLine } from '../../lines.ts'
import { pageAddress } from '../../page-addresses.ts'
import { A } from '../../site-context.tsx'
import type { Appearance, ContactView, MeetingView, StoryView, UpdateView } from '../../update-view.ts'
import { SourceLink } from '../publications/source-link.tsx'
import { ShortDay, When } from '../records/day.tsx'
import { Joined, Links } from '../records/joined.tsx'
import { MoreOnThis } from '../records/more-on-this.tsx'
import { Share } from '../records/share.tsx'
import { NetworkDates } from './network-dates.tsx'
import { Prose } from './prose.tsx'

type StoryProps = { story: StoryView; update: Pick<UpdateView, 'number' | 'date'> }

/** One story: its own words, then what the archive adds. */
export function Story({ story, update: { number } }: StoryProps) {
  const { id, kicker, title, titleSource, more, usage } = story
  return (
    <article class="story" id={id}>
      {kicker && <p class="kicker">{kicker}</p>}
      <h3>{title === null ? '[untitled]' : displayTitle(story)}</h3>
      {titleSource !== 'printed' && <LostTitle story={story} />}
      {story.kind === 'network-dates' ? <NetworkDates story={story} /> : <Parts story={story} />}
      <footer class="facts">
        {hasFacts(story) && <Facts story={story} />}
        {more.length > 0 && (
          <>
            <p class="fact">More on this</p>
            <MoreOnThis lines={more} />
          </>
        )}
        <Share
          address={addressOf.item(number, id)}
          title={displayTitle(story)}
          cite={addressOf.citeItem(number, id)}
          note={usage}
        />
      </footer>
    </article>
  )
}

function LostTitle({ story }: { story: StoryView }) {
  return (
    <p class="supplied">
      {story.titleSource === 'supplied'
        ? 'We took this title from another line of this update. '
        : 'The title of this story was lost. '}
      <A to={`${pageAddress.about()}#brackets`}>Why brackets?</A>
    </p>
  )
}

function Parts({ story }: { story: StoryView }) {
  return (
    <>
      {story.parts.map(({ heading, text }) => (
        <>
          {heading !== null && <h4>{heading}</h4>}
          <Prose text={text} level={heading === null ? 4 : 5} />
        </>
      ))}
    </>
  )
}

function Facts({ story }: { story: StoryView }) {
  const { publications, appearances, contacts, kind, topics } = story
  // A publication's own fact has its address already.
  const links = story.links.filter(({ address }) => !publications.some(({ source }) => source === address))
  const announced = kind === 'article' ? story.meetings : []
  const named = new Set(publications.flatMap(({ publishers }) => publishers.map(({ to }) => to)))
  // The lines of network dates link their networks and people themselves.
  const names = kind === 'article' ? story.names.filter(({ to }) => !named.has(to)) : []
  return (
    <ul>
      {links.map(({ words, address }) => (
        <li>
          <span class="fact">Link</span>{' '}
          <SourceLink address={address} title={words}>
            Read it
          </SourceLink>
        </li>
      ))}
      {publications.map(publication => (
        <PublicationFact publication={publication} />
      ))}
      {announced.map(meeting => (
        <MeetingFact meeting={meeting} />
      ))}
      {story.deadlines.map(deadline => (
        <DeadlineFact deadline={deadline} />
      ))}
      {appearances.length > 0 && <Appearances appearances={appearances} title={displayTitle(story)} />}
      {contacts.length > 0 && <ContactsFact contacts={contacts} />}
      {topics.length > 0 && (
        <li>
          <span class="fact">{topics.length === 1 ? 'Topic' : 'Topics'}</span> <Links links={topics} />
        </li>
      )}
      {names.length > 0 && (
        <li>
          <span class="fact">Mentions</span> <Links links={names} />
        </li>
      )}
    </ul>
  )
}

const hasFacts = ({
  links,
  publications,
  appearances,
  topics,
  contacts,
  kind,
  names,
  meetings,
  deadlines,
}: StoryView): boolean =>
  links.length + publications.length + appearances.length + topics.length + contacts.length + deadlines.length > 0 ||
  (kind === 'article' && names.length + meetings.length > 0)

function PublicationFact({ publication }: { publication: PublicationLine }) {
  const { title, publishers, date, source } = publication
  return (
    <li>
      <span class="fact">Publication</span> <A to={addressOf.publication(publication)}>{title}</A>
      {publishers.length > 0 && (
        <>
          , <Links links={publishers} />
        </>
      )}
      {date !== null && (
        <>
          , <ShortDay date={date} />
        </>
      )}
      {source !== null && (
        <>
          {' · '}
          <SourceLink address={source} title={title}>
            Read it
          </SourceLink>
        </>
      )}
    </li>
  )
}

/** The people whose details the story gives; the details are in its text. */
function ContactsFact({ contacts }: { contacts: ContactView[] }) {
  return (
    <li>
      <span class="fact">{contacts.length === 1 ? 'Contact' : 'Contacts'}</span>{' '}
      <Joined
        parts={contacts.map(({ name, role, organisation, to }) => {
          const about = [role, organisation].filter(Boolean).join(', ')
          return (
            <>
              {to === null ? name : <A to={to}>{name}</A>}
              {about !== '' && ` (${about})`}
            </>
          )
        })}
      />
    </li>
  )
}

const factOf = { planned: 'Date', cancelled: 'Cancelled', postponed: 'Postponed' }

/** A meeting that the story's prose announces. */
function MeetingFact({ meeting: { network, date, lastDate, start, end, file, status } }: { meeting: MeetingView }) {
  if (date === null && status === 'planned') return null
  return (
    <li>
      <span class="fact">{factOf[status]}</span> <A to={network.to}>{network.text}</A>
      {date !== null && (
        <>
          , <When date={date} lastDate={lastDate} start={start} end={end} />
        </>
      )}
      {file && date !== null && status !== 'cancelled' && (
        <>
          {' '}
          <A to={file} type="text/calendar" aria-label={`Add to calendar: ${network.text}, ${formatDate(date)}`}>
            Add to calendar
          </A>
        </>
      )}
    </li>
  )
}

/** "Enquiry deadline", "Closing date"; others say what to do: "Book", "Please reply". */
const labelsADate = /\b(?:deadline|date|closes?)\b/iu

/** A date by which readers must act. */
function DeadlineFact({ deadline: { label, date, time } }: { deadline: StoryView['deadlines'][number] }) {
  return (
    <li>
      <span class="fact">{labelsADate.test(label) ? label : `${label} by`}</span>{' '}
      <When date={date} start={time} end={null} />
    </li>
  )
}

/** The other updates that have this story: "First in Update 653 (14 Mar 2025); also in 655 and 656". A number alone is not where a link leads. */
function Appearances({ appearances, title }: { appearances: Appearance[]; title: string }) {
  const first = appearances.find(appearance => appearance.first)
  const again = appearances.filter(appearance => !appearance.first)
  const links = again.map(({ to, update }) => (
    <A to={to} aria-label={`${update}: ${title}`}>
      {update}
    </A>
  ))
  return (
    <li>
      <span class="fact">{first ? 'First in' : 'Repeated in'}</span>{' '}
      {first && (
        <>
          <A to={first.to} aria-label={`Update ${first.update}: ${title}`}>
            Update {first.update}
          </A>
          , <ShortDay date={first.date} />
        </>
      )}
      {first && again.length > 0 && '; also in '}
      {again.length > 0 && <Joined parts={links} />}
    </li>
  )
}
