import { plain } from '../../../src/update/markdown.ts'
import type { Markdown } from '../../../src/update/update.ts'
import { A } from '../../site-context.tsx'
import type { MeetingView, StoryView } from '../../update-view.ts'
import { When } from '../records/day.tsx'
import { type Mark, PrintedLine } from './printed-line.tsx'
import { Prose } from './prose.tsx'

type Block = { meetings: MeetingView[] } | { text: Markdown }

/**
 * The dates of the networks' meetings: each line as printed, and below it what was understood of it. Meetings that
 * stand in no list entry follow at the end.
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
      {meetings.length > 0 && <List meetings={meetings} />}
    </>
  )
}

function List({ meetings }: { meetings: MeetingView[] }) {
  return (
    <ul class="meetings">
      {meetings.map(meeting => (
        <MeetingLine meeting={meeting} />
      ))}
    </ul>
  )
}

function MeetingLine({ meeting }: { meeting: MeetingView }) {
  const { network, label, contact, text, date, start, end, file, cancelled } = meeting
  const marks: Mark[] = [{ printed: label, as: 'name', to: network.to }]
  if (contact?.to?.startsWith('/')) marks.push({ printed: contact.printed, as: 'name', to: contact.to })
  return (
    <li class={date === null ? 'undated' : 'dated'}>
      <p class="printed">
        {contact?.to?.startsWith('mailto:') ? (
          <MailLine text={text} address={contact.printed} marks={marks} />
        ) : (
          <PrintedLine text={text} marks={marks} />
        )}
      </p>
      {date !== null && (
        <p class="understood">
          {cancelled && <strong>Cancelled: </strong>}
          <When date={date} start={start} end={end} />
          {meeting.mode !== null && ` · ${meeting.mode === 'online' ? 'online' : 'in person'}`}
          {file && (
            <>
              {' · '}
              <A to={file} type="text/calendar" aria-label={`Add this ${label} meeting to your calendar`}>
                add to calendar
              </A>
            </>
          )}
        </p>
      )}
    </li>
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
 * order (update-file.ts); an entry that reads otherwise than its meeting is shown as text, so that no word goes.
 */
function blocksOf(text: Markdown, meetings: MeetingView[]): Block[] {
  const blocks: Block[] = []
  for (const chunk of text.split(/\n(?=- )|\n\n+(?! )/u)) {
    const last = blocks.at(-1)
    const meeting =
      chunk.startsWith('- ') && oneLine(plain(chunk.slice(2))) === oneLine(meetings[0]?.text ?? '')
        ? meetings.shift()
        : null
    if (meeting && last && 'meetings' in last) last.meetings.push(meeting)
    else if (meeting) blocks.push({ meetings: [meeting] })
    else if (last && 'text' in last) last.text += `\n\n${chunk}`
    else blocks.push({ text: chunk })
  }
  return blocks
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
