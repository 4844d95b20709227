import { addressOf } from '../../../src/publish/addresses.ts'
import { formatDate } from '../../../src/publish/dates.ts'
import type { ContactLink, MeetingLine } from '../../lines.ts'
import { A, type Link } from '../../site-context.tsx'
import { shortDate, When, weekday } from './day.tsx'

type MeetingListProps = {
  meetings: MeetingLine[]
  /** A network's own page need not name it, and is where the meetings' anchors stand; the home page has less room. */
  of: 'one network' | 'all networks' | 'home'
}

/** Meetings, whether still to come told by the date of the newest update. */
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
              {meeting.date === null ? 'No date was printed' : <When {...meeting} date={meeting.date} />}
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
      {meetings.map(({ id, date, subject, cancelled, announcedIn }) => (
        <li id={id}>
          {date !== null && formatDate(date)}
          {subject !== null && `: ${subject}`}
          {cancelled && ', cancelled'}
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

type State = 'cancelled' | 'past' | 'to-come'

function stateOf({ cancelled, isPast }: MeetingLine): State {
  if (cancelled) return 'cancelled'
  return isPast ? 'past' : 'to-come'
}

function What({
  meeting: { network, subject, cancelled, moves },
  of,
}: { meeting: MeetingLine } & Pick<MeetingListProps, 'of'>) {
  const name = of === 'one network' ? null : <A to={network.to}>{network.text}</A>
  return (
    <p class="what">
      {name}
      {name && subject !== null && ': '}
      {subject ?? (name ? '' : network.text)}
      {cancelled && <strong class="flag">Cancelled</strong>}
      {!cancelled && moves.length > 0 && <strong class="flag">Moved</strong>}
    </p>
  )
}

/** How, where and whom to ask. */
function Where({
  meeting: { id, network, mode, place, contact },
  of,
}: { meeting: MeetingLine } & Pick<MeetingListProps, 'of'>) {
  const way = mode === 'online' ? 'online' : mode === 'in-person' ? 'in person' : null
  return (
    <>
      {way !== null && ` · ${way}`}
      {place !== null && ` · ${place}`}
      {contact !== null && (
        <>
          {' · ask '}
          {of === 'one network' ? (
            <Contact contact={contact} />
          ) : (
            <ContactInList contact={contact} network={{ to: `${network.to}#${id}`, text: network.text }} />
          )}
        </>
      )}
    </>
  )
}

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
          <A to={file} type="text/calendar" aria-label={`Add ${network.text}, ${formatDate(date)}, to your calendar`}>
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
      {from.start !== null && `, ${from.start}`}; moved by <A to={addressOf.update(toldIn)}>Update {toldIn}</A>
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
