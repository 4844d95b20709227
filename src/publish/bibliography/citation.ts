import { formatDate } from '../../update/calendar-day.ts'
import { PERIODICAL, type Reference } from './reference.ts'

/**
 * A reference as one line of text. There is no date of access, because the pages do not change.
 * Harvard style, as British councils and universities use it: "SESLIP (2025) ‘Title’, Friday Update 654,
 * 21 March 2025. Available at: https://…".
 */
export function plainCitation({ kind, authors, title, date, number, note, url }: Reference): string {
  const year = date?.slice(0, 4) ?? 'no date'
  const by = authors.length > 0 ? `${listing(authors)} (${year}) ` : ''
  const when = date === null ? '' : `, ${formatDate(date)}`
  switch (kind) {
    case 'issue':
      return `${by}${title}. ${PERIODICAL} ${number}${when}. Available at: ${url}`
    case 'article':
      return `${by}‘${title}’, ${PERIODICAL} ${number}${when}. Available at: ${url}${note === null ? '' : ` (The story says: ‘${note}’)`}`
    case 'report':
      return `${by}${title}${by === '' ? ` (${year})` : ''}${when}. ${note}. Available at: ${url}`
    default:
      return kind satisfies never
  }
}

function listing(names: string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
