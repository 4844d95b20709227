import { shortDate } from '../../../src/update/calendar-day.ts'
import type { StoryLine } from '../../lines.ts'
import { A } from '../../site-context.tsx'

/** Stories, each with the update that had it first. */
export function StoryList({ stories }: { stories: StoryLine[] }) {
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
