import { plain } from '../../../src/update/markdown.ts'
import { A } from '../../site-context.tsx'
import type { WorkView } from '../../update-view.ts'
import { PrintedLine } from '../update/printed-line.tsx'
import { Prose } from '../update/prose.tsx'
import { ShortDay } from './day.tsx'
import { workAnchor } from './publication-list.tsx'

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

/** `anchor`: whether it is the first entry of its publication in this update; one can be listed twice. */
function Work({ entry, anchor }: { entry: WorkView; anchor: boolean }) {
  const { date, publication } = entry
  return (
    <li {...(anchor ? { id: workAnchor(publication) } : {})}>
      <div class="when">{date === null ? <span aria-hidden="true">–</span> : <ShortDay date={date} />}</div>
      <div>
        <Line entry={entry} />
      </div>
    </li>
  )
}

/** The title leads to the publication's page. A line with links or paragraphs of its own is left to Markdown. */
function Line({ entry: { text, title, to } }: { entry: WorkView }) {
  const words = plain(text).replace(/\s+/gu, ' ')
  if (!/https?:\/\/|www\.|@|\]\(|\n\n|\\\n|\n\s*(?:-|\d+\.) /u.test(text) && words.includes(title))
    return (
      <p>
        <PrintedLine text={words} marks={[{ printed: title, as: 'title', to }]} />
      </p>
    )
  return (
    <>
      <Prose text={text} level={4} />
      <p class="small">
        <A to={to} aria-label={`Details of ${title}`}>
          Details
        </A>
      </p>
    </>
  )
}
