/**
 * "Contact Details": one block a person (or for two who share a role), "Role: Name (Organisation)" and below it addresses, numbers,
 * or neither.
 */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { ContactEntry } from '../../update/update.ts'
import { joinedLines } from '../text/addresses.ts'
import type { Block } from '../text/blocks.ts'
import { type Line, placeOf, placeWithin } from '../text/lines.ts'
import { listMark } from '../text/lists.ts'
import { findEmails, findPhones, isContactDetail, isDetailWithRemark, isWholeNumber } from './contact-details.ts'
import {
  type ContactHeader,
  isContactHeader,
  isNamedBy,
  isOneName,
  isUnclosed,
  longestHeader,
  readContactHeader,
  speaksOfJob,
  withoutDetails,
  wordsBesideDetails,
} from './contact-header.ts'
import { headerOfRow, readColumns } from './contact-tables.ts'

/** The entries of a contacts section, in order. Reports a block in which no name could be found, and odd numbers. */
export function readContacts(blocks: readonly Block[]): { entries: ContactEntry[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const groups = withMailboxes(groupByPerson(blocks))
  const entries = groups.flatMap(group => {
    const header = readHeader(group)
    const { line, text } = group[0]
    if (header === null) diagnostics.push(diagnose('unreadable-contact', placeOf(line), { printed: text }))
    diagnostics.push(...oddPhones(group))
    return entriesOf(group, header ?? { role: '', people: [{ name: wordsBesideDetails(text), organisation: null }] })
  })
  return { entries, diagnostics }
}

/**
 * The contacts that a story prints below a label of its own ("Contact Details"), or with an address made of the name. Their lines are
 * the story's text, so `lines` is empty.
 */
export function readStoryContacts(parts: readonly { isLabelled: boolean; blocks: readonly Block[] }[]): ContactEntry[] {
  return parts.flatMap(({ isLabelled, blocks }) =>
    groupByPerson(blocks).flatMap(group => {
      const header = readHeader(group)
      if (header === null) return []
      const entries = entriesOf(group, header).map(entry => ({ ...entry, lines: [] }))
      const isSure = entries.every(({ name, emails }) => emails.some(email => isNamedBy(email, name)))
      return isLabelled || isSure ? entries : []
    }),
  )
}

/** "General enquiries: office@example.org" is no person: it goes with the person above it, or with the first. */
function withMailboxes(groups: readonly Group[]): Group[] {
  const people: Group[] = []
  const early: PrintedLine[] = []
  for (const group of groups) {
    if (!isMailbox(group)) people.push([...group, ...early.splice(0)])
    else if (people.length === 0) early.push(...asLines(group))
    else people.at(-1)?.push(...asLines(group))
  }
  return people.length === 0 ? [...groups] : people
}

const asLines = (group: Group): PrintedLine[] => group.map(printed => ({ ...printed, isMailbox: true }))

/** An address or number below words that name no one. */
function isMailbox(group: Group): boolean {
  const { text } = group[0]
  if (group[0].header !== undefined || !group.some(({ text: line }) => hasDetails(line)) || readHeader(group) !== null)
    return false
  const words = withoutDetails(text).replace(/(?<![\s:,;–-])[\s:,;–-]+$/u, '')
  const isLabel = words.length < withoutDetails(text).trimEnd().length || hasDetails(text)
  return !isOneName(words) && !/:/u.test(words) && (words.includes(' ') || isLabel)
}

const hasDetails = (text: string): boolean => findEmails(text).length + findPhones(text).length > 0

const readHeader = (group: Group): ContactHeader | null =>
  group[0].text.length > longestHeader
    ? null
    : readContactHeader(
        group[0].header ?? group[0].text,
        group.flatMap(({ text, isMailbox: isOthers }) => (isOthers ? [] : findEmails(text))),
      )

const oddPhones = (group: Group): Diagnostic[] =>
  unique(group.flatMap(({ text }) => findPhones(text)))
    .filter(printed => !isWholeNumber(printed))
    .map(printed =>
      diagnose(
        'odd-phone',
        placeWithin(
          group.map(({ line }) => line),
          printed,
        ),
        { printed },
      ),
    )

/** One entry a person. Details of both go to the first; an address or number beside a name goes to that person. */
function entriesOf(group: Group, { role, people }: ContactHeader): ContactEntry[] {
  const lines = group.map(({ text }) => text)
  const own = group.flatMap(({ text, isMailbox: isOthers }) => (isOthers ? [] : [text]))
  const names = people.map(({ name }) => name)
  return people.map(({ name, organisation }, place) => ({
    role,
    name,
    organisation,
    emails: unique(
      own.flatMap(line => findEmails(line).filter(email => isTheirs({ detail: email, line }, name, names))),
    ),
    phones: unique(
      own.flatMap(line => findPhones(line).filter(phone => isTheirs({ detail: phone, line }, name, names))),
    ),
    lines: place === 0 ? lines : [],
  }))
}

/** Whether a detail belongs to one of several people: by the address itself, else by the name last printed before it; else to all. */
function isTheirs({ detail, line }: { detail: string; line: string }, name: string, names: readonly string[]): boolean {
  if (names.length < 2) return true
  const made = names.filter(one => detail.includes('@') && isNamedBy(detail, one))
  if (made.length > 0) return made.includes(name)
  const before = line.slice(0, line.indexOf(detail)).toLowerCase()
  const nearest = names
    .map(one => ({ one, at: Math.max(...one.split(' ').map(word => before.lastIndexOf(word.toLowerCase()))) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0]
  if (nearest === undefined) return true
  const isFirst = findEmails(before).length + findPhones(before).length === 0
  const behindAll = isFirst && names.every(one => before.includes(one.toLowerCase()))
  return behindAll || nearest.one === name
}

/** `header`: what the line says in the usual form, where it is printed in another. */
type PrintedLine = { line: Line; text: string; header?: string; isMailbox?: true }
type Group = [PrintedLine, ...PrintedLine[]]

/**
 * Each header opens a group; other lines go with the header above. A header may be wrapped: "… Convener Of SE
 * Quality Assurance" / "Network: A Name (B)", "… (South East" / "Sector-Led Improvement Programme)".
 */
function groupByPerson(blocks: readonly Block[]): Group[] {
  const groups: Group[] = []
  // Numbers above the first name, and the names of columns, are kept with the person below them.
  const early: PrintedLine[] = []
  for (const printed of blocks.flatMap(printedIn)) {
    const { line, text } = printed
    const group = groups.at(-1)
    if (readColumns(line) !== null || (group === undefined && !hasLetter.test(text))) early.push(printed)
    else if (group === undefined || printed.header !== undefined) groups.push([printed, ...early.splice(0)])
    else if (group.length === 1 && saysPlace(group[0], printed)) group[0] = placed(group[0], text)
    else if (group.length === 1 && goesOn(group[0], printed)) group[0] = joined(group[0], text)
    else if (goesWith(text)) group.push(printed)
    else groups.push([printed, ...early.splice(0)])
  }
  const [first, ...more] = early
  return first === undefined ? groups : [[first, ...more], ...groups]
}

/** The lines of a block without the marks of a list; the rows of a table say who they are about in cells. */
function printedIn({ kind, lines }: Block): PrintedLine[] {
  if (kind !== 'table')
    return joinedLines(lines).map(({ line, text }) => ({ line, text: text.slice(bulletOf(text).length) }))
  const heads = lines[0] === undefined ? null : readColumns(lines[0])
  return lines.map(line => {
    const header = headerOfRow(line, heads)
    return { line, text: line.text, ...(header === null ? {} : { header }) }
  })
}

/** The mark of a list before a contact; a number may be of a telephone. */
function bulletOf(text: string): string {
  const found = listMark(text)
  return found === null || found.ordered ? '' : found.mark
}

function joined({ line, text: above }: PrintedLine, text: string): PrintedLine {
  const header = headerOverLines(above, text)
  return { line, text: `${above} ${text}`, ...(header === null ? {} : { header }) }
}

/** "Programme Manager" / "A Name (B)", or the name first: role and name on lines of their own. */
function headerOverLines(above: string, text: string): string | null {
  if (/[:@]/u.test(above) || isContactHeader(above)) return null
  const isNameAlone = isOneName(text) || readContactHeader(text)?.role === ''
  if (speaksOfJob(above) && !speaksOfJob(text) && isNameAlone) return `${above}: ${text}`
  return isOneName(above) && !speaksOfJob(above) && speaksOfJob(text) && !/[:@.]/u.test(text)
    ? `${above} – ${text}`
    : null
}

/** "A Name" / "Fostering Manager" / "Hampshire County Council": right below name and role, where they work. */
const saysPlace = ({ line: above, header }: PrintedLine, { line, text }: PrintedLine): boolean =>
  header !== undefined &&
  line.number === above.number + 2 &&
  readContactHeader(header)?.people[0].organisation === null &&
  /^\p{Lu}[^:@\d()]{1,79}$/u.test(text) &&
  !isContactHeader(text)

const placed = ({ line, text: above, header = above }: PrintedLine, text: string): PrintedLine => ({
  line,
  text: `${above} ${text}`,
  header: `${header} (${text})`,
})

const hasLetter = /\p{L}/u

/** Whether a header is not complete without the line below it. */
function goesOn({ line: above, text: header, header: said }: PrintedLine, { line, text }: PrintedLine): boolean {
  // "General enquiries: office@example.org", and below a blank line a person with a role of her own.
  const isApart = line.number > above.number + 1 || findEmails(header).length > 0
  if (isApart && /:/u.test(header) && (readContactHeader(text)?.role ?? '') !== '') return false
  if (said !== undefined || header.length > longestHeader) return false
  if (headerOverLines(header, text) !== null) return true
  if (isUnclosed(header)) return text.includes(')') || !/[:@]/u.test(text)
  if (isDetailWithRemark(text)) return false
  if (isContactHeader(header)) return /^\([^()]*\)/u.test(text)
  return !/[.!?]$/u.test(header) && !isContactDetail(header) && !isAside(header) && isContactHeader(`${header} ${text}`)
}

/** Whether a line says more of the person above: it holds an address or number, no letter, or a remark, and names no one. */
function goesWith(text: string): boolean {
  if (isDetailWithRemark(text) || !hasLetter.test(text)) return true
  if (isContactHeader(text)) return false
  if (text.length > longestHeader) return isAside(text)
  const hasDetails = findEmails(text).length + findPhones(text).length > 0
  if (hasDetails) return !opensWithName.test(withoutDetails(text))
  return isAside(text) || /^\([^()]*\)$/u.test(text)
}
/** "Jo Example, jo@example.org": another person, without a role. */
const opensWithName = /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]*)+\s*$/u

/** Words that go with a person rather than open the next: "Works Tuesday to Thursday", a postal address. */
const isAside = (text: string): boolean =>
  !/[:–]/u.test(text) &&
  /[a-z.]$/u.test(text) &&
  /\b(?:works?|available|days?|please|contact|road|street|house|address|www|http)\b/i.test(text)

const unique = (values: readonly string[]): string[] => [...new Set(values)]
