import { formatDate } from '../../../src/update/calendar-day.ts'
import { plain } from '../../../src/update/markdown.ts'
import type { Markdown } from '../../../src/update/update.ts'
import { A } from '../../site-context.tsx'
import type { MeetingView, StoryView } from '../../update-view.ts'
import { howHeld } from '../meetings/meeting-list.tsx'
import { When } from '../records/day.tsx'
import { type Mark, PrintedLine } from './printed-line.tsx'
import { Prose } from './prose.tsx'

/** A line, and the meetings that it announces: usually one, several if it names several days. */
type DatesLine = { text: string; markdown: Markdown; meetings: MeetingView[] }
type DatesBlock = { lines: DatesLine[] } | { text: Markdown }

/**
 * The dates of the networks' meetings: each line as published, and below it the date and way of meeting that we read in it. Meetings that are
 * on no list entry (those of a table) follow at the end.
 */
export function NetworkDates({ story }: { story: StoryView }) {
  const meetings = [...story.meetings]
  return (
    <>
      {story.parts.map(({ heading, text }) => (
        <>
          {heading !== null && <h4>{heading}</h4>}
          {blocksOf(text, meetings).map(block =>
            'text' in block ? <Prose text={block.text} level={heading === null ? 4 : 5} /> : <List {...block} />,
          )}
        </>
      ))}
      {meetings.length > 0 && <Unlisted meetings={meetings} />}
    </>
  )
}

function List({ lines }: { lines: DatesLine[] }) {
  return (
    <ul class="meetings">
      {lines.map(({ text, markdown, meetings }) => (
        <li class={meetings.every(({ date }) => date === null) ? 'undated' : 'dated'}>
          <Printed text={text} markdown={markdown} meetings={meetings} />
          {meetings.map(meeting => (
            <Understood meeting={meeting} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function Unlisted({ meetings }: { meetings: MeetingView[] }) {
  return (
    <ul class="meetings">
      {meetings.map(meeting => (
        <li class={meeting.date === null ? 'undated' : 'dated'}>
          <p class="printed">
            <A to={meeting.network.to}>{meeting.label}</A>
          </p>
          <Understood meeting={meeting} />
        </li>
      ))}
    </ul>
  )
}

function Printed({ text, markdown, meetings }: DatesLine) {
  // What the newsletter linked keeps its own links.
  if (markdown.includes('](')) return <Prose text={markdown} level={5} />
  const [first] = meetings
  const contacts = first?.contacts ?? []
  const marks: Mark[] = first === undefined ? [] : [{ printed: first.label, as: 'name', to: first.network.to }]
  for (const { printed, to } of contacts) if (to?.startsWith('/')) marks.push({ printed, as: 'name', to })
  const mail = contacts.find(({ to }) => to?.startsWith('mailto:'))
  return (
    <p class="printed">
      {mail ? <MailLine text={text} address={mail.printed} marks={marks} /> : <PrintedLine text={text} marks={marks} />}
    </p>
  )
}

/** When it is, how, and its calendar file; that it is off. Nothing for a line that says none of this. */
function Understood({ meeting: { label, date, lastDate, start, end, mode, status, file } }: { meeting: MeetingView }) {
  if (date === null && status === 'planned') return null
  return (
    <p class="understood">
      {status === 'cancelled' && <strong>Cancelled{date !== null && ': '}</strong>}
      {status === 'postponed' && <strong>Postponed{date !== null && ' to '}</strong>}
      {date !== null && <When date={date} lastDate={lastDate} start={start} end={end} />}
      {mode !== null && date !== null && ` · ${howHeld[mode]}`}
      {file && date !== null && status !== 'cancelled' && (
        <>
          {' '}
          <A to={file} type="text/calendar" aria-label={`Add to calendar: ${label}, ${formatDate(date)}`}>
            Add to calendar
          </A>
        </>
      )}
    </p>
  )
}

function MailLine({ text, address, marks }: { text: string; address: string; marks: Mark[] }) {
  const [before = '', ...after] = text.split(address)
  return (
    <>
      <PrintedLine text={before} marks={marks} />
      <a href={`mailto:${address}`}>{address}</a>
      {after.join(address)}
    </>
  )
}

/**
 * Parts a text into lists of meetings and other text. The list entries of a network-dates story are its meetings, in
 * order (update-file.ts); an entry that differs from its meeting is shown as text, so that no word goes.
 */
function blocksOf(text: Markdown, meetings: MeetingView[]): DatesBlock[] {
  const blocks: DatesBlock[] = []
  for (const chunk of text.split(/\n(?=- )|\n\n+(?! )/u)) {
    const last = blocks.at(-1)
    const line = chunk.startsWith('- ') ? lineOf(chunk.slice(2), meetings) : null
    if (line && last && 'lines' in last) last.lines.push(line)
    else if (line) blocks.push({ lines: [line] })
    else if (last && 'text' in last) last.text += `\n\n${chunk}`
    else blocks.push({ text: chunk })
  }
  return blocks
}

/** Takes the meetings of an entry off the list; null where the next one is not of this entry. */
function lineOf(markdown: Markdown, meetings: MeetingView[]): DatesLine | null {
  const [first] = meetings
  if (first === undefined || oneLine(plain(markdown)) !== oneLine(first.text)) return null
  const after = meetings.findIndex(({ text, label }) => text !== first.text || label !== first.label)
  return { text: first.text, markdown, meetings: meetings.splice(0, after < 0 ? meetings.length : after) }
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
