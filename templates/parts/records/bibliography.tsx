import { addressOf } from '../../../src/publish/addresses.ts'
import { plain } from '../../../src/update/markdown.ts'
import { A } from '../../site-context.tsx'
import type { WorkView } from '../../update-view.ts'
import { type Mark, PrintedLine } from '../update/printed-line.tsx'
import { Prose } from '../update/prose.tsx'
import { Cite } from './cite.tsx'
import { ShortDay } from './day.tsx'
import { listingAddress, workAnchor } from './publication-list.tsx'

/** The publications of one update, each line as printed. */
export function Bibliography({ entries }: { entries: WorkView[] }) {
  return (
    <ul class="bibliography">
      {entries.map((entry, index) => (
        <Work
          entry={entry}
          anchor={entries.findIndex(({ publication }) => publication === entry.publication) === index}
        />
      ))}
    </ul>
  )
}

/** `anchor`: whether it is the first entry of its work in this update; a work can be listed twice. */
function Work({ entry, anchor }: { entry: WorkView; anchor: boolean }) {
  const { date, elsewhere, stories, cite, to } = entry
  return (
    <li {...(anchor ? { id: workAnchor(entry.publication) } : {})}>
      <div class="when">{date === null ? <span aria-hidden="true">–</span> : <ShortDay date={date} />}</div>
      <div>
        <Line entry={entry} />
        <div class="facts">
          <A to={to} aria-label={`Record of ${entry.title}`}>
            Record
          </A>
          {elsewhere !== null && <Elsewhere span={elsewhere} />}
          {stories.map(story => (
            <A to={story.to} aria-label={`The story: ${story.text}`}>
              The story
            </A>
          ))}
          {cite && <CiteWork entry={entry} cite={cite} />}
        </div>
      </div>
    </li>
  )
}

type CiteWorkProps = { entry: WorkView; cite: NonNullable<WorkView['cite']> }

function CiteWork({ entry: { publication, title }, cite }: CiteWorkProps) {
  if (cite.kind === 'here') return <Cite reference={cite.reference} />
  const text = `Cite or report a mistake (Update ${cite.update})`
  return (
    <A to={listingAddress(cite.update, publication)} aria-label={`${text}: ${title}`}>
      {text}
    </A>
  )
}

/** A line that holds an address, or has paragraphs of its own, is left to Markdown; any other has its names marked. */
function Line({ entry: { text, title, publishers } }: { entry: WorkView }) {
  if (/https?:\/\/|www\.|@|\]\(|\n\n|\\\n|\n\s*(?:-|\d+\.) /u.test(text)) return <Prose text={text} level={4} />
  const names = publishers.map(({ printed, to }): Mark => ({ printed, as: 'name', to }))
  return (
    <p>
      <PrintedLine text={plain(text).replace(/\s+/gu, ' ')} marks={[{ printed: title, as: 'title' }, ...names]} />
    </p>
  )
}

function Elsewhere({ span: { count, first, last } }: { span: NonNullable<WorkView['elsewhere']> }) {
  return (
    <span>
      Also listed in <A to={addressOf.update(first)}>{first}</A>
      {count > 2 && ' to '}
      {count === 2 && ' and '}
      {count > 1 && <A to={addressOf.update(last)}>{last}</A>}
    </span>
  )
}
