import { addressOf } from '../../../src/publish/addresses.ts'
import { formatDate, shortDate, weekday } from '../../../src/update/calendar-day.ts'
import type { ContactLink, MeetingLine } from '../../lines.ts'
import { A, type Link } from '../../site-context.tsx'
import { When } from './day.tsx'
import { Joined } from './joined.tsx'

type MeetingListProps = {
  meetings: MeetingLine[]
  /** A network's own page need not name it, and is where the meetings' anchors stand; the home page has less room. */
  of: 'one network' | 'all networks' | 'home'
}

/** Meetings; what is still to come is counted from the date of the latest update. */
export function MeetingList({ meetings, of }: MeetingListProps) {
  return (
    <ul class="meeting-list">
      {meetings.map(meeting => (
        <li class={stateOf(meeting)} {...(of === 'one network' ? { id: meeting.id } : {})}>
          <DateTile date={meeting.date} />
          <div>
            <What meeting={meeting} of={of} />
            {meeting.moves.map(move => (
              <Was move={move} />
            ))}
            <p class="details">
              {meeting.date === null ? withoutDate(meeting) : <When {...meeting} date={meeting.date} />}
              <Where meeting={meeting} of={of} />
              {of !== 'home' && <More meeting={meeting} />}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Many meetings of one network, a line each: day, subject, and where it was announced. */
export function MeetingLines({ meetings }: Pick<MeetingListProps, 'meetings'>) {
  return (
    <ul class="plain-list small">
      {meetings.map(({ id, date, subject, status, announcedIn }) => (
        <li id={id}>
          {date !== null && formatDate(date)}
          {subject !== null && `: ${subject}`}
          {status !== 'planned' && `, ${status}`}
          {announcedIn && (
            <>
              {' · '}
              <A to={announcedIn.to}>Update {announcedIn.update}</A>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

type State = 'cancelled' | 'postponed' | 'past' | 'to-come'

function stateOf({ status, isPast }: MeetingLine): State {
  if (status !== 'planned') return status
  return isPast ? 'past' : 'to-come'
}

const withoutDate = ({ status }: MeetingLine): string =>
  status === 'postponed' ? 'No new date has been published' : 'No date was published'

function What({
  meeting: { network, subject, status, moves },
  of,
}: { meeting: MeetingLine } & Pick<MeetingListProps, 'of'>) {
  const name = of === 'one network' ? null : <A to={network.to}>{network.text}</A>
  return (
    <p class="what">
      {name}
      {name && subject !== null && ': '}
      {subject ?? (name ? '' : network.text)}
      {status === 'cancelled' && <strong class="flag">Cancelled</strong>}
      {status === 'postponed' && <strong class="flag">Postponed</strong>}
      {status === 'planned' && moves.length > 0 && <strong class="flag">Moved</strong>}
    </p>
  )
}

/** How, where, and the contacts. */
function Where({
  meeting: { id, network, mode, place, contacts },
  of,
}: { meeting: MeetingLine } & Pick<MeetingListProps, 'of'>) {
  const asked = contacts.map(contact =>
    of === 'one network' ? (
      <Contact contact={contact} />
    ) : (
      <ContactInList contact={contact} network={{ to: `${network.to}#${id}`, text: network.text }} />
    ),
  )
  return (
    <>
      {mode !== null && ` · ${wayOf[mode]}`}
      {place !== null && ` · ${place}`}
      {asked.length > 0 && (
        <>
          {' · contact '}
          <Joined parts={asked} />
        </>
      )}
    </>
  )
}

/** How a meeting is held, in words. */
export const wayOf = { online: 'online', 'in-person': 'in person', hybrid: 'in person or online' }

/** Where it was announced, and what one can do with it. */
function More({ meeting }: { meeting: MeetingLine }) {
  const { announcedIn, file, network, date } = meeting
  return (
    <>
      {announcedIn && (
        <>
          {' · '}
          <A to={announcedIn.to}>Update {announcedIn.update}</A>
        </>
      )}
      {file && date !== null && stateOf(meeting) === 'to-come' && (
        <>
          {' · '}
          <A to={file} type="text/calendar" aria-label={`Add to calendar: ${network.text}, ${formatDate(date)}`}>
            Add to calendar
          </A>
        </>
      )}
    </>
  )
}

function Was({ move: { from, toldIn } }: { move: MeetingLine['moves'][number] }) {
  return (
    <p class="details">
      Was {weekday(from.date)} {formatDate(from.date)}
      {from.start !== null && `, ${from.start}`}; changed in <A to={addressOf.update(toldIn)}>Update {toldIn}</A>
    </p>
  )
}

/** The day as a leaf of a calendar; for the eye alone, the date follows in words. */
function DateTile({ date }: { date: string | null }) {
  if (date === null) return <span class="tile empty" aria-hidden="true" />
  const [day, month] = shortDate(date).split(' ')
  return (
    <span class="tile" aria-hidden="true">
      <b>{day}</b> {month}
    </span>
  )
}

/** A person's page, a mail address, or the words alone. */
export function Contact({ contact: { text, to } }: { contact: ContactLink }) {
  if (to === null) return <>{text}</>
  return to.startsWith('/') ? <A to={to}>{text}</A> : <a href={to}>{text}</a>
}

/** In lists of many networks: an address stands on the network's own page alone, and the list leads there. */
export function ContactInList({ contact, network }: { contact: ContactLink; network: Link }) {
  if (!contact.text.includes('@')) return <Contact contact={contact} />
  return (
    <A to={network.to} aria-label={`by e-mail: the address is with ${network.text}`}>
      by e-mail
    </A>
  )
}
