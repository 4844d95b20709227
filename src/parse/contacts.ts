/**
 * "Contact Details": one block a person, "Role: Name (Organisation)" and below it an address, a number, or neither.
 * Printed, for instance: "SESLIP Consultant: Targeted Support: SEND Workforce Annual Survey: A Name (South East …)",
 * "NHS (SE) CYP mental health: A Name (NHS England (South East))", "LGA Corporate Improvement Adviser: Philip (Phil) Name (LGA)".
 */
import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { LinkifyIt } from 'linkify-it'
import { complain, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { ContactEntry } from '../update/update.ts'
import type { Block } from './blocks.ts'
import { type Line, placeOf } from './lines.ts'

const linkify = new LinkifyIt()

/** E-mail addresses of a text, as printed, in order. */
export const findEmails = (text: string): string[] =>
  text.includes('@')
    ? (linkify.match(text) ?? [])
        .filter(link => link.schema === 'mailto:' || link.url.startsWith('mailto:'))
        .map(link => link.text.replace(/^mailto:/iu, ''))
    : []

/** British telephone numbers of a text, as printed, in order; a number must begin with 0 or +44 ("1234 5678 90" is none). */
export const findPhones = (text: string): string[] =>
  /\d{3}/u.test(text) && text.length < 2000
    ? findPhoneNumbersInText(text, 'GB')
        .map(({ startsAt, endsAt }) => text.slice(startsAt, endsAt))
        .filter(printed => /^\(?(?:0|\+44|0044)/u.test(printed))
    : []

/** A line of addresses and numbers, with no more than "Tel:" or "Email:" beside them. */
export function isContactDetail(text: string): boolean {
  const found = [...findEmails(text), ...findPhones(text)]
  if (found.length === 0) return false
  const rest = found.reduce((left, detail) => left.replace(detail, ' '), text)
  return /^[\s<>()[\],;:/|–-]*(?:(?:e-?mail|mailto|tel|telephone|phone|mobile|mob|m|t|e|office|or|and|ext\.?\s*\d+)\b[\s<>()[\],.;:/|–-]*)*$/iu.test(
    rest,
  )
}

// A name is two to five words with capitals: "Philip (Phil) Simpkins", "Jean-Luc O’Neill", "Dr Anna van der Berg".
const nameWord = String.raw`(?:\p{Lu}[\p{L}’'.-]*|\(\p{Lu}[\p{L}’'.-]*\)|[“"‘]\p{Lu}[\p{L}]*[”"’]|van|von|de|der|den|da|del|di|la|le|el|al|bin|ap)`
const namePattern = new RegExp(String.raw`^${nameWord}(?:\s+${nameWord}){1,5}$`, 'u')
const nameAlone = new RegExp(String.raw`^(?<name>\p{Lu}[\p{L}’'.-]+(?:\s+${nameWord}){0,4})$`, 'u')

type Header = { role: string; name: string; organisation: string | null }

/** "Role: Name (Organisation)" taken apart; null where the line is not of that form. */
export function readContactHeader(text: string): Header | null {
  const email = findEmails(text)[0]
  const phones = findPhones(text)
  const bare = [...(email === undefined ? [] : [email]), ...phones]
    .reduce((left, detail) => left.replace(detail, ''), text)
    .replace(/[<[(]\s*[>\])]/gu, '')
    .replace(/(?:\b(?:tel|email|e-mail|mobile|phone)\b[.:]?\s*|[\s,;:–/-])+$/iu, '')
  const { head, organisation } = splitOrganisation(bare)
  const colons = [...head.matchAll(/:\s*(?=\S)|\s[–—-]\s/gu)].reverse()
  const ordered = [
    ...colons.filter(match => match[0].startsWith(':')),
    ...colons.filter(match => !match[0].startsWith(':')),
  ]
  for (const colon of ordered) {
    const name = head.slice(colon.index + colon[0].length).trim()
    const role = head.slice(0, colon.index).trim()
    if (namePattern.test(name) || (organisation !== null && nameAlone.test(name))) return { role, name, organisation }
  }
  if (ordered.length === 0 && organisation !== null && namePattern.test(head))
    return { role: '', name: head, organisation }
  return null
}

/** The last bracket of a line, with what is nested in it; "Philip (Phil) Simpkins" has none at its end. */
function splitOrganisation(text: string): { head: string; organisation: string | null } {
  if (!text.endsWith(')')) return { head: text, organisation: null }
  let depth = 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === ')') depth += 1
    if (text[at] === '(') depth -= 1
    if (depth === 0) return { head: text.slice(0, at).trim(), organisation: text.slice(at + 1, -1).trim() || null }
  }
  return { head: text, organisation: null }
}

export const isContactHeader = (text: string): boolean => text.length < 250 && readContactHeader(text) !== null

/** The entries of a contacts section, in order. Reports a block in which no name could be told. */
export function readContacts(blocks: readonly Block[]): { entries: ContactEntry[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const entries = groupByPerson(blocks).map(lines => {
    const header = lines[0]
    if (header === undefined) throw new Error('a group has at least one line')
    const read = readContactHeader(header.text)
    if (read === null) diagnostics.push(complain('unreadable-contact', placeOf(header.line), { printed: header.text }))
    const all = lines.map(({ text }) => text)
    return {
      ...(read ?? { role: '', name: header.text, organisation: null }),
      emails: unique(all.flatMap(findEmails)),
      phones: unique(all.flatMap(findPhones)),
      lines: all,
    }
  })
  return { entries, diagnostics }
}

type Printed = { line: Line; text: string }

/** Each header opens a group; whatever is no header goes with the one above it. */
function groupByPerson(blocks: readonly Block[]): Printed[][] {
  const groups: Printed[][] = []
  for (const printed of joinWrapped(blocks.flatMap(headersAndDetails))) {
    const group = groups.at(-1)
    const goesWith = isContactDetail(printed.text) || (isAside(printed.text) && !isContactHeader(printed.text))
    if (goesWith && group !== undefined) group.push(printed)
    else groups.push([printed])
  }
  return groups
}

/** The lines of a block; a header that is wrapped over several of them is put together. */
function headersAndDetails(block: Block): Printed[] {
  const runs: Line[][] = []
  let above: Line | null = null
  for (const line of block.lines) {
    const apart = above === null || isContactDetail(line.text) || isContactDetail(above.text)
    if (apart) runs.push([line])
    else runs.at(-1)?.push(line)
    above = line
  }
  return runs.flatMap(run => {
    const [line] = run
    const text = run.map(part => part.text).join(' ')
    const each = run.map(part => ({ line: part, text: part.text }))
    const complete = run.every(part => readContactHeader(part.text)?.organisation != null)
    return line === undefined || complete || !isContactHeader(text) ? each : [{ line, text }]
  })
}

/** Where each line is a block of its own, a header may still run over two: "… Convener Of SE Quality Assurance" / "Network: A Name (B)". */
function joinWrapped(lines: readonly Printed[]): Printed[] {
  const joined: Printed[] = []
  for (const printed of lines) {
    const last = joined.at(-1)
    const cut = last !== undefined && !isContactHeader(last.text) && !isContactDetail(last.text) && !isAside(last.text)
    if (cut && isContactHeader(`${last.text} ${printed.text}`) && !isContactDetail(printed.text))
      joined[joined.length - 1] = { line: last.line, text: `${last.text} ${printed.text}` }
    else joined.push(printed)
  }
  return joined
}

/** Words that go with a person rather than open the next: "Works Tuesday to Thursday", a postal address. */
const isAside = (text: string): boolean =>
  !/[:–]/u.test(text) &&
  /[a-z.]$/u.test(text) &&
  /\b(?:works?|available|days?|please|contact|road|street|house|address|www|http)\b/iu.test(text)

const unique = (values: readonly string[]): string[] => [...new Set(values)]
