/**
 * "Contact Details": one block a person, "Role: Name (Organisation)" and below it an address, a number, or neither.
 * Printed, for instance: "SESLIP Consultant: Targeted Support: SEND Workforce Annual Survey: A Name (South East …)",
 * "NHS (SE) CYP mental health: A Name (NHS England (South East))", "LGA Corporate Improvement Adviser: Philip (Phil) Name (LGA)".
 */
import { complain, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { ContactEntry } from '../../update/update.ts'
import type { Block } from '../text/blocks.ts'
import { type Line, placeOf, placeWithin } from '../text/lines.ts'
import { matchesOf } from '../text/matches.ts'
import { findEmails, findPhones, isContactDetail, isWholeNumber } from './contact-details.ts'

// A name is two to five words with capitals: "Philip (Phil) Simpkins", "Jean-Luc O’Neill", "Dr Anna van der Berg".
const nameWord = String.raw`(?:\p{Lu}[\p{L}’'.-]*|\(\p{Lu}[\p{L}’'.-]*\)|[“"‘]\p{Lu}[\p{L}]*[”"’]|van|von|de|der|den|da|del|di|la|le|el|al|bin|ap|and|&)`
const namePattern = new RegExp(String.raw`^${nameWord}(?:\s+${nameWord}){1,5}$`, 'u')
const nameAlone = new RegExp(String.raw`^(?<name>\p{Lu}[\p{L}’'.-]+(?:\s+${nameWord}){0,4})$`, 'u')

/** "SEND Workforce Annual" is none: a name has no word in capitals, unless all of it is. */
const isName = (words: string): boolean =>
  namePattern.test(words) && (!wordInCapitals.test(words) || !smallLetter.test(words))
const wordInCapitals = /\b\p{Lu}{3,}\b/u
const smallLetter = /\p{Ll}/u

type Header = { role: string; name: string; organisation: string | null }

const colon = /:\s*(?=\S)/gu
const dash = /\s[–—-]\s/gu

/** Longer than any header printed (389 has one of 110 characters). */
const longestHeader = 250

/** "Role: Name (Organisation)" taken apart, perhaps with an address and numbers behind it; null where the line is not of that form. */
function readContactHeader(text: string): Header | null {
  if (text.length > longestHeader || !/[:)(]|\s[–—-]\s/u.test(text)) return null
  const { head, organisation } = splitOrganisation(withoutDetails(text).replace(/[\s,;:–-]+$/u, ''))
  // The name stands behind the last colon; behind a dash only where no colon has one.
  const joints = [...matchesOf(colon, head), ...matchesOf(dash, head)]
  const colons = joints.filter(([mark]) => mark.startsWith(':')).reverse()
  const dashes = joints.filter(([mark]) => !mark.startsWith(':')).reverse()
  for (const joint of [...colons, ...dashes]) {
    const name = head.slice(joint.index + joint[0].length).trim()
    const role = head.slice(0, joint.index).trim()
    // A Name – CSC Workforce (SESLIP): the other way round.
    if (!joint[0].startsWith(':') && isName(role) && !isName(name)) return { role: name, name: role, organisation }
    if (isName(name) || (organisation !== null && nameAlone.test(name))) return { role, name, organisation }
  }
  if (joints.length === 0 && organisation !== null && isName(head)) return { role: '', name: head, organisation }
  return null
}

/** "… (Organisation), a.name@example.org, Tel: 01632 960101" → "… (Organisation)". */
function withoutDetails(text: string): string {
  const details = [...findEmails(text), ...findPhones(text)]
  if (details.length === 0) return text
  const bare = details.reduce((left, detail) => left.replace(detail, ' '), text)
  return bare
    .replace(/[<[(]\s*[>\])]/gu, ' ')
    .replace(/(?:[\s,;:/–-]|\b(?:tel|telephone|e-?mail|mobile|mob|phone|or|and)\b[.:]?)+$/i, '')
}

/** The last bracket of a line, with what is nested in it; "Philip (Phil) Simpkins" has none at its end. */
function splitOrganisation(text: string): { head: string; organisation: string | null } {
  const end = text.replace(/[\s.,;]+$/u, '')
  // A bracket that nobody closed is closed by the line's end.
  const whole = isUnclosed(end) ? `${end})` : end
  if (!whole.endsWith(')')) return { head: text.trim(), organisation: null }
  let depth = 0
  for (let at = whole.length - 1; at >= 0; at -= 1) {
    if (whole[at] === ')') depth += 1
    if (whole[at] === '(') depth -= 1
    if (depth === 0) return { head: whole.slice(0, at).trim(), organisation: whole.slice(at + 1, -1).trim() || null }
  }
  return { head: text.trim(), organisation: null }
}

/** Whether more brackets are opened than closed. */
function isUnclosed(text: string): boolean {
  let open = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open += 1
    if (text[at] === ')') open -= 1
  }
  return open > 0
}

export const isContactHeader = (text: string): boolean => readContactHeader(text) !== null

/** The entries of a contacts section, in order. Reports a block in which no name could be told. */
export function readContacts(blocks: readonly Block[]): { entries: ContactEntry[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const entries = groupByPerson(blocks).map(lines => {
    const header = lines[0]
    if (header === undefined) throw new Error('a group has at least one line')
    const read = readContactHeader(header.text)
    if (read === null) diagnostics.push(complain('unreadable-contact', placeOf(header.line), { printed: header.text }))
    const all = lines.map(({ text }) => text)
    const phones = unique(all.flatMap(findPhones))
    for (const phone of phones.filter(printed => !isWholeNumber(printed)))
      diagnostics.push(
        complain(
          'odd-phone',
          placeWithin(
            lines.map(({ line }) => line),
            phone,
          ),
          { printed: phone },
        ),
      )
    return {
      role: read?.role ?? '',
      name: read?.name ?? header.text,
      organisation: read?.organisation ?? null,
      emails: unique(all.flatMap(findEmails)),
      phones,
      lines: all,
    }
  })
  return { entries, diagnostics }
}

type Printed = { line: Line; text: string }
/** `detail`: it is nothing but addresses and numbers. */
type Below = { text: string; detail: boolean }

/**
 * Each header opens a group; whatever is no header goes with the one above it. A header may be wrapped: "… Convener Of SE
 * Quality Assurance" / "Network: A Name (B)", "… (South East" / "Sector-Led Improvement Programme)".
 */
function groupByPerson(blocks: readonly Block[]): Printed[][] {
  const groups: Printed[][] = []
  for (const line of blocks.flatMap(block => block.lines)) {
    const { text } = line
    const group = groups.at(-1)
    const header = group?.[0]
    const detail = isContactDetail(text)
    if (group === undefined || header === undefined) groups.push([{ line, text }])
    else if (group.length === 1 && goesOn(header.text, { text, detail }))
      group[0] = { line: header.line, text: `${header.text} ${text}` }
    else if (detail || (isAside(text) && !isContactHeader(text))) group.push({ line, text })
    else groups.push([{ line, text }])
  }
  return groups
}

/** Whether a header is not complete without the line below it. */
function goesOn(header: string, { text, detail }: Below): boolean {
  if (header.length > longestHeader) return false
  if (isUnclosed(header)) return text.includes(')') || !/[:@]/u.test(text)
  if (detail) return false
  if (isContactHeader(header)) return /^\([^()]*\)/u.test(text)
  return !isContactDetail(header) && !isAside(header) && isContactHeader(`${header} ${text}`)
}

/** Words that go with a person rather than open the next: "Works Tuesday to Thursday", a postal address. */
const isAside = (text: string): boolean =>
  !/[:–]/u.test(text) &&
  /[a-z.]$/u.test(text) &&
  /\b(?:works?|available|days?|please|contact|road|street|house|address|www|http)\b/i.test(text)

const unique = (values: readonly string[]): string[] => [...new Set(values)]
