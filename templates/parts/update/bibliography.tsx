import { plain } from '../../../src/update/markdown.ts'
import { A } from '../../site-context.tsx'
import type { ListingView } from '../../update-view.ts'
import { listingAnchor } from '../publications/publication-lines.tsx'
import { ShortDay } from '../records/day.tsx'
import { PrintedLine } from './printed-line.tsx'
import { Prose } from './prose.tsx'

/** The publications listed in one update, each in the newsletter’s own line. */
export function Bibliography({ entries }: { entries: ListingView[] }) {
  return (
    <ul class="bibliography">
      {entries.map((entry, index) => (
        <Listing
          entry={entry}
          anchor={entries.findIndex(({ publication }) => publication === entry.publication) === index}
        />
      ))}
    </ul>
  )
}

/** `anchor`: an update can list a publication twice, and only the first entry has the anchor. */
function Listing({ entry, anchor }: { entry: ListingView; anchor: boolean }) {
  const { date, publication } = entry
  return (
    <li {...(anchor ? { id: listingAnchor(publication) } : {})}>
      <div class="when">{date === null ? <span aria-hidden="true">–</span> : <ShortDay date={date} />}</div>
      <div>
        <Line entry={entry} />
      </div>
    </li>
  )
}

/** The title leads to the publication's page. A line with links or paragraphs of its own is left to Markdown. */
function Line({ entry: { text, title, to } }: { entry: ListingView }) {
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
