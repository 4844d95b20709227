/** Contacts pasted as a table: a person on each row, the role, the name and the place in cells of their own. */
import type { Line } from '../text/lines.ts'
import { cellsOf } from '../text/tables.ts'
import { findEmails, findPhones, isContactDetail } from './contact-details.ts'
import { isContactHeader, isNamedBy, isOneName } from './contact-header.ts'

const columns = [
  {
    kind: 'role',
    test: /^(?:role|job title|title|position|post|area|responsibility|programme|workstream|lead for)s?$/i,
  },
  { kind: 'name', test: /^(?:full )?names?$|^(?:contact|lead|person)s?(?: name)?$/i },
  {
    kind: 'organisation',
    test: /^(?:organi[sz]ation|authority|local authority|council|employer|place|based at|area|la)s?$/i,
  },
  {
    kind: 'detail',
    test: /^(?:e-?mails?|tel|telephone|phone|mobile|number|contact (?:details|number))(?: (?:address|number|no\.?))?s?$/i,
  },
] as const
type Column = (typeof columns)[number]['kind']

/** What each column is, if the row names all columns and no person; null for any other row. */
export function readColumns(line: Line): (Column | null)[] | null {
  const cells = cellsOf(line)
  const found = cells.map(cell => columns.find(({ test }) => test.test(cell.replace(/:$/u, '')))?.kind ?? null)
  const isHead = found.includes('name') && cells.every((cell, at) => cell === '' || found[at] !== null)
  return isHead ? found : null
}

/** "Role: Name (Organisation)", as a row gives them; null where the row is written so itself, or names no one. */
export function headerOfRow(line: Line, heads: readonly (Column | null)[] | null): string | null {
  const cells = cellsOf(line)
  if (heads !== null) {
    const cell = (wanted: Column) => cells[heads.indexOf(wanted)] ?? ''
    return headerOf(cell('role'), cell('name'), cell('organisation'))
  }
  const words = cells.filter(cell => cell !== '' && !isContactDetail(cell))
  const [first = '', second = '', place = ''] = words
  if (words.length < 2 || words.length > 3 || isContactHeader(first)) return null
  const emails = cells.flatMap(findEmails)
  if (emails.length + cells.flatMap(findPhones).length === 0) return null
  const isNameFirst = isOneName(first) && emails.some(email => isNamedBy(email, first))
  return isNameFirst ? headerOf(second, first, place) : isOneName(second) ? headerOf(first, second, place) : null
}

const headerOf = (role: string, name: string, place: string): string | null =>
  isOneName(name) ? `${role}: ${name}${place === '' ? '' : ` (${place})`}` : null
