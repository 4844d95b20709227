import { shortDate } from '../../../src/update/calendar-day.ts'
import type { MoreLine } from '../../more-on-this.ts'
import { A } from '../../site-context.tsx'

/** Up to four stories and publications on the same subject. */
export function MoreOnThis({ lines }: { lines: MoreLine[] }) {
  return (
    <ul class="more-on-this">
      {lines.map(({ to, title, what, date }) => (
        <li>
          <A to={to}>{title}</A> {what === 'story' ? 'Story' : 'Publication'}
          {date !== null && `, ${shortDate(date)}`}
        </li>
      ))}
    </ul>
  )
}
