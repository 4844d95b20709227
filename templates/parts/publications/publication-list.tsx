import { addressOf } from '../../../src/publish/addresses.ts'
import { shortDate } from '../../../src/update/calendar-day.ts'
import type { PublicationLine, UpdateRange } from '../../lines.ts'
import { A } from '../../site-context.tsx'
import { Links } from '../records/joined.tsx'

type PublicationListProps = {
  publications: PublicationLine[]
  /** On the page of their year the entries have the publications’ anchors. */
  at: 'year page' | 'elsewhere'
}

/** One entry a publication. A year has hundreds, so an entry has as few elements as possible. */
export function PublicationList({ publications, at }: PublicationListProps) {
  return (
    <ul class="entries titles">
      {publications.map(({ id, year, title, publishers, date, listed, formerIds }) => (
        <li {...(at === 'year page' ? { id } : {})}>
          {at === 'year page' && formerIds.map(former => <span id={former} />)}
          <A to={addressOf.publication({ id, year })}>{title}</A>{' '}
          <span>
            {publishers.length > 0 && <Links links={publishers} />}
            {publishers.length > 0 && date !== null && ', '}
            {date !== null && shortDate(date)}
            {listed && listedIn(listed)}
          </span>
        </li>
      ))}
    </ul>
  )
}

const listedIn = ({ count, last }: UpdateRange): string =>
  count === 1 ? ` · Update ${last}` : ` · in ${count} updates`

/** The anchor of a publication in an update’s list. It was published as "work_…" and stays; no story’s id has a "_". */
export const listingAnchor = (publication: string): string => `work_${publication}`
export const listingAddress = (update: number, publication: string): string =>
  `${addressOf.update(update)}#${listingAnchor(publication)}`
