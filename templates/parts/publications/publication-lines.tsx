import { addressOf } from '../../../src/publish/addresses.ts'
import { shortDate } from '../../../src/update/calendar-day.ts'
import type { PublicationLine } from '../../lines.ts'
import { A } from '../../site-context.tsx'
import { Links } from '../records/joined.tsx'

type PublicationLinesProps = {
  publications: PublicationLine[]
  /** On the page of their year, under their month, the entries have the publications’ anchors. */
  at: 'year page' | 'elsewhere'
}

/** One entry a publication. A year has hundreds, so an entry has as few elements as possible. */
export function PublicationLines({ publications, at }: PublicationLinesProps) {
  return (
    <ul class="entries titles">
      {publications.map(publication => {
        const { id, year, title, publishers, formerIds } = publication
        const day = dayOf(publication, at)
        return (
          <li {...(at === 'year page' ? { id } : {})}>
            {at === 'year page' && formerIds.map(former => <span id={former} />)}
            <A to={addressOf.publication({ id, year })}>{title}</A>{' '}
            <span>
              {publishers.length > 0 && <Links links={publishers} />}
              {publishers.length > 0 && day !== '' && ', '}
              {day}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** "3 Oct 2025"; on the page of its year "3 Oct", and nothing for a month, which is the heading above it. */
function dayOf({ date }: PublicationLine, at: PublicationLinesProps['at']): string {
  if (date === null) return ''
  if (at === 'elsewhere') return shortDate(date)
  return date.length > 7 ? shortDate(date).replace(/ \d{4}$/u, '') : ''
}

/** The anchor of a publication in an update’s list. It was published as "work_…" and stays; no story’s id has a "_". */
export const listingAnchor = (publication: string): string => `work_${publication}`
export const listingAddress = (update: number, publication: string): string =>
  `${addressOf.update(update)}#${listingAnchor(publication)}`
