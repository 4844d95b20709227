import { shortDate } from '../../../src/update/calendar-day.ts'
import type { StoryLine } from '../../lines.ts'
import { A } from '../../site-context.tsx'

/** So many stories are in view: on a phone that is three screens. */
const inView = 20

/** Stories, each with the update that had it first; those after the first ones are folded away. */
export function StoryList({ stories }: { stories: StoryLine[] }) {
  // One or two are not worth a fold.
  const shown = stories.length <= inView + 2 ? stories.length : inView
  const rest = stories.slice(shown)
  return (
    <>
      <Entries stories={stories.slice(0, shown)} />
      {rest.length > 0 && (
        <details class="rest">
          <summary>Show {rest.length} earlier stories</summary>
          <Entries stories={rest} />
        </details>
      )}
    </>
  )
}

function Entries({ stories }: { stories: StoryLine[] }) {
  return (
    <ul class="entries titles">
      {stories.map(({ to, title, update, date }) => (
        <li>
          <A to={to}>{title}</A>{' '}
          <span>
            Update {update}, {shortDate(date)}
          </span>
        </li>
      ))}
    </ul>
  )
}
