import { addressOf } from '../../src/publish/addresses.ts'
import type { PublicationLine, Span } from '../lines.ts'
import { A } from '../site-context.tsx'
import { shortDate } from './day.tsx'
import { Links } from './joined.tsx'

type PublicationListProps = {
  works: PublicationLine[]
  /** On the page of the works' year the entries are the anchors; elsewhere they lead there. */
  at: 'year page' | 'elsewhere'
}

/** Works, one entry each. A year has hundreds: an entry has as few elements as it can. */
export function PublicationList({ works, at }: PublicationListProps) {
  return (
    <ul class="works">
      {works.map(work => (
        <Entry work={work} at={at} />
      ))}
    </ul>
  )
}

function Entry({ work, at }: { work: PublicationLine; at: PublicationListProps['at'] }) {
  const { id, title, date, publishers, listed, formerIds } = work
  const link = at === 'year page' ? <a href={`#${id}`}>{title}</a> : <A to={addressOf.publication(work)}>{title}</A>
  return (
    <li {...(at === 'year page' ? { id } : {})}>
      {at === 'year page' && formerIds.map(former => <span id={former} />)}
      {link} {publishers.length > 0 && <Links links={publishers} />}
      {publishers.length > 0 && date !== null && ', '}
      {date !== null && shortDate(date)}
      {listed && <Listed span={listed} work={id} />}
    </li>
  )
}

/** "listed in 654", "listed in 5 updates, 650 to 654": the link leads to the entry, where it can be cited. */
function Listed({ span: { count, first, last }, work }: { span: Span; work: string }) {
  const to = `${addressOf.update(last)}#${workAnchor(work)}`
  return count === 1 ? (
    <>
      {' · in '}
      <A to={to}>Update {last}</A>
    </>
  ) : (
    <>
      {` · in ${count} updates, ${first} to `}
      <A to={to}>{last}</A>
    </>
  )
}

/** Where an update's page lists a work. No id of a story has a "_". */
export const workAnchor = (work: string): string => `work_${work}`
