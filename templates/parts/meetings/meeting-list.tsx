import { addressOf } from '../../../src/publish/addresses.ts'
import { formatDate, shortDate, weekday } from '../../../src/update/calendar-day.ts'
import type { ContactLink, MeetingLine } from '../../lines.ts'
import { A, type Link } from '../../site-context.tsx'
import { Joined } from '../records/joined.tsx'

type MeetingListProps = {
  meetings: MeetingLine[]
  /**
   * A network's own page need not name it, and has the meetings' anchors; below the heading of a month the date needs
   * neither month nor year; the home page has less room.
   */
  of: 'one network' | 'all networks' | 'one month' | 'home'
}

/** Meetings; what is still to come is counted from the date of the latest update. */
export function MeetingList({ meetings, of }: MeetingListProps) {
  return (
    <ul class="meeting-list">
      {meetings.map(meeting => (
        <li class={stateOf(meeting)} {...(of === 'one network' ? { id: meeting.id } : {})}>
          <DateTile meeting={meeting} of={of} />
          <div>
            <What meeting={meeting} of={of} />
            {movesShown(meeting, of).map(move => (
              <Was
                move={move}
                how={meeting.status === 'postponed' && move === meeting.moves.at(-1) ? 'postponed' : 'changed'}
              />
            ))}
            <Details meeting={meeting} of={of} />
            {of !== 'home' && canBeAdded(meeting) && <More meeting={meeting} />}
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
              <A to={announcedIn.to} aria-label={`Update ${announcedIn.update} announced the meeting${ofDay(date)}`}>
                Update {announcedIn.update}
              </A>
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

const withoutDate = ({ status }: MeetingLine): string => (status === 'postponed' ? 'No new date yet' : 'No date given')

type InList = { meeting: MeetingLine } & Pick<MeetingListProps, 'of'>

/** Once a meeting is over, only its network's own page says that it was moved. */
const movesShown = ({ moves, isPast }: MeetingLine, of: MeetingListProps['of']): MeetingLine['moves'] =>
  isPast && of !== 'one network' ? [] : moves

/** The network and what the meeting is about. On the network's own page a meeting without a subject shows when it is. */
function What({ meeting, of }: InList) {
  const { network, subject, status } = meeting
  const name = of === 'one network' ? null : <A to={network.to}>{network.text}</A>
  return (
    <p class="what">
      {name}
      {name && subject !== null && ': '}
      {subject ?? (name ? '' : timeOf(meeting, of))}
      {status === 'cancelled' && <strong class="flag">Cancelled</strong>}
      {status === 'postponed' && <strong class="flag">Postponed</strong>}
      {status === 'planned' && movesShown(meeting, of).length > 0 && <strong class="flag">Moved</strong>}
    </p>
  )
}

/** "Friday, 10:00–12:00": the day itself is on the tile, and within a month the weekday too. */
function timeOf(meeting: MeetingLine, of: MeetingListProps['of']): string {
  const { date, lastDate, start, end } = meeting
  if (date === null) return withoutDate(meeting)
  const day = of === 'one month' ? '' : weekday(date)
  const until = lastDate === null ? '' : `to ${weekday(lastDate)} ${formatDate(lastDate)}`
  const hours = start === null ? '' : `${start}${end === null ? '' : `–${end}`}`
  return [[day, until].filter(Boolean).join(' '), hours].filter(Boolean).join(', ')
}

/** When, how, where, and who to contact; for a meeting that is over, where it was announced. */
function Details({ meeting, of }: InList) {
  const { id, network, subject, mode, place, contacts } = meeting
  const named = contacts.map(contact =>
    of === 'one network' ? (
      <Contact contact={contact} />
    ) : (
      <ContactInList contact={contact} network={{ to: `${network.to}#${id}`, text: network.text }} />
    ),
  )
  const facts = [
    of === 'one network' && subject === null ? null : timeOf(meeting, of),
    mode === null ? null : howHeld[mode],
    place,
  ].filter(fact => fact !== null && fact !== '')
  const source = of === 'home' || canBeAdded(meeting) ? null : meeting.announcedIn
  if (facts.length + named.length === 0 && source === null) return null
  return (
    <p class="details">
      {facts.join(' · ')}
      {named.length > 0 && (
        <>
          {facts.length > 0 ? ' · contact ' : 'Contact '}
          <Joined parts={named} />
        </>
      )}
      {source !== null && (
        <>
          {facts.length + named.length > 0 && '\u00a0· '}
          <Announced meeting={meeting} />
        </>
      )}
    </p>
  )
}

/** How a meeting is held, in words. */
export const howHeld = { online: 'online', 'in-person': 'in person', hybrid: 'in person or online' }

const canBeAdded = (meeting: MeetingLine): boolean =>
  meeting.file !== null && meeting.date !== null && stateOf(meeting) === 'to-come'

/** Its calendar file, and where it was announced. */
function More({ meeting }: { meeting: MeetingLine }) {
  const { file, network, date } = meeting
  return (
    <p class="details row-links">
      {file !== null && date !== null && (
        <A to={file} type="text/calendar" aria-label={`Add to calendar: ${network.text}, ${formatDate(date)}`}>
          Add to calendar
        </A>
      )}
      <Announced meeting={meeting} />
    </p>
  )
}

function Announced({ meeting: { announcedIn, network, date } }: { meeting: MeetingLine }) {
  if (announcedIn === null) return null
  return (
    <A to={announcedIn.to} aria-label={`Update ${announcedIn.update} announced ${network.text}${ofDay(date)}`}>
      Update {announcedIn.update}
    </A>
  )
}

const ofDay = (date: string | null): string => (date === null ? '' : ` of ${formatDate(date)}`)

type WasProps = { move: MeetingLine['moves'][number]; how: 'changed' | 'postponed' }

function Was({ move: { from, announcedIn }, how }: WasProps) {
  return (
    <p class="details">
      Was {weekday(from.date)} {formatDate(from.date)}
      {from.start !== null && `, ${from.start}`}; {how} in{' '}
      <A to={addressOf.update(announcedIn)}>Update {announcedIn}</A>
    </p>
  )
}

/** The day as a leaf of a calendar. */
function DateTile({ meeting: { date, start }, of }: InList) {
  if (date === null) return <span class="tile empty" aria-hidden="true" />
  const [day, month, year] = shortDate(date).split(' ')
  return (
    <time class="tile" datetime={start === null ? date : `${date}T${start}`}>
      {of === 'one month' ? (
        <>
          <b>{day}</b> {weekday(date).slice(0, 3)}
        </>
      ) : (
        <>
          <b>{day}</b> {month} <span class="year">{year}</span>
        </>
      )}
    </time>
  )
}

/** A person's page, a mail address, or the words alone. */
export function Contact({ contact: { text, to } }: { contact: ContactLink }) {
  if (to === null) return <>{text}</>
  return to.startsWith('/') ? <A to={to}>{text}</A> : <a href={to}>{text}</a>
}

/** In lists of many networks: an address is on the network's own page alone, and the list leads there. */
export function ContactInList({ contact, network }: { contact: ContactLink; network: Link }) {
  if (!contact.text.includes('@')) return <Contact contact={contact} />
  return (
    <A to={network.to} aria-label={`by e-mail: the address is on the page of ${network.text}`}>
      by e-mail
    </A>
  )
}
