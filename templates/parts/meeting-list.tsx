import { formatDate } from '../../src/publish/dates.ts'
import type { MeetingLine } from '../lines.ts'
import { A, useSite } from '../site-context.tsx'
import { shortDate, When, weekday } from './day.tsx'

type MeetingListProps = {
  meetings: MeetingLine[]
  /** A network's own page need not name it, and is where the meetings' anchors stand. */
  of: 'one network' | 'all networks'
}

/** Meetings, whether still to come told by the date of the newest update. */
export function MeetingList({ meetings, of }: MeetingListProps) {
  return (
    <ul class="meeting-list">
      {meetings.map(meeting => (
        <Meeting meeting={meeting} of={of} />
      ))}
    </ul>
  )
}

function Meeting({ meeting, of }: { meeting: MeetingLine; of: MeetingListProps['of'] }) {
  const { asOf } = useSite()
  const { id, date, start, end, cancelled, network, subject, announcedIn, file, moves } = meeting
  const past = date !== null && date < asOf
  const state = cancelled ? 'cancelled' : past ? 'past' : 'to-come'
  return (
    <li class={state} {...(of === 'one network' ? { id } : {})}>
      <DateTile date={date} />
      <div>
        <p class="what">
          {of === 'all networks' && <A to={network.to}>{network.text}</A>}
          {of === 'all networks' && subject !== null && ': '}
          {subject}
          {of === 'one network' && subject === null && network.text}
          {cancelled && <strong class="flag"> Cancelled</strong>}
          {!cancelled && moves.length > 0 && <strong class="flag"> Moved</strong>}
        </p>
        <p class="details">
          {date === null ? 'No date was printed' : <When date={date} start={start} end={end} />}
          <Place meeting={meeting} />
        </p>
        {moves.map(({ from, toldIn }) => (
          <p class="details">
            Was {weekday(from.date)} {formatDate(from.date)}
            {from.start !== null && `, ${from.start}`}; moved by Update {toldIn}
          </p>
        ))}
        <p class="details">
          {announcedIn && <A to={announcedIn.to}>Announced in Update {announcedIn.update}</A>}
          {file && !cancelled && !past && (
            <>
              {' · '}
              <A
                to={file}
                type="text/calendar"
                aria-label={`Add ${network.text}, ${formatDate(date ?? '')}, to your calendar`}
              >
                Add to calendar
              </A>
            </>
          )}
        </p>
      </div>
    </li>
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

function Place({ meeting: { mode, place, contact } }: { meeting: MeetingLine }) {
  const way = mode === 'online' ? 'online' : mode === 'in-person' ? 'in person' : null
  return (
    <>
      {way !== null && ` · ${way}`}
      {place !== null && ` · ${place}`}
      {contact !== null && (
        <>
          {' · ask '}
          <Contact contact={contact} />
        </>
      )}
    </>
  )
}

/** A person's page, a mail address, or the words alone. */
export function Contact({ contact: { text, to } }: { contact: { text: string; to: string | null } }) {
  if (to === null) return <>{text}</>
  return to.startsWith('/') ? <A to={to}>{text}</A> : <a href={to}>{text}</a>
}
