import { addressOf } from '../../../src/publish/addresses.ts'
import { shortDate } from '../../../src/update/calendar-day.ts'
import type { PublicationLine, Span } from '../../lines.ts'
import { A } from '../../site-context.tsx'
import { Links } from './joined.tsx'

type PublicationListProps = {
  works: PublicationLine[]
  /** On the page of the works' year the entries are the works' anchors. */
  at: 'year page' | 'elsewhere'
}

/**
 * Works, one entry each. A year has hundreds: an entry has as few elements as it can.
 */
export function PublicationList({ works, at }: PublicationListProps) {
  return (
    <ul class="works titles">
      {works.map(work => (
        <li {...(at === 'year page' ? { id: work.id } : {})}>
          {at === 'year page' && work.formerIds.map(former => <span id={former} />)}
          <A to={addressOf.publication(work)}>{work.title}</A>{' '}
          <span>
            {work.publishers.length > 0 && <Links links={work.publishers} />}
            {work.publishers.length > 0 && work.date !== null && ', '}
            {work.date !== null && shortDate(work.date)}
            {work.listed && listedIn(work.listed)}
          </span>
        </li>
      ))}
    </ul>
  )
}

const listedIn = ({ count, last }: Span): string => (count === 1 ? ` · Update ${last}` : ` · in ${count} updates`)

/** Where an update's page lists a work. No id of a story has a "_". */
export const workAnchor = (work: string): string => `work_${work}`
export const listingAddress = (update: number, work: string): string =>
  `${addressOf.update(update)}#${workAnchor(work)}`
