/**
 * The line that opens a person's block, taken apart. Printed, for instance: "SESLIP Consultant: Targeted Support: SEND Workforce
 * Annual Survey: A Name (South East …)", "NHS (SE) CYP mental health: A Name (NHS England (South East))", "LGA Corporate
 * Improvement Adviser: Philip (Phil) Name (LGA)", "Joint leads: A Name and B Name (C)", "Early Years Lead – A Name, B".
 */
import { matchesOf } from '../text/matches.ts'
import { findEmails, findPhones } from './contact-details.ts'

export type NamedPerson = { name: string; organisation: string | null }
/** Two people joined by "and" share the role; each has the organisation printed behind the name, else the one behind both. */
export type ContactHeader = { role: string; people: [NamedPerson, ...NamedPerson[]] }

// A name is two to six words with capitals: "Philip (Phil) Simpkins", "Jean-Luc O’Neill", "Dr Anna van der Berg".
const nameWord = String.raw`(?:\p{Lu}[\p{L}’'.-]*|\(\p{Lu}[\p{L}’'.-]*\)|[“"‘]\p{Lu}[\p{L}]*[”"’]|van|von|de|der|den|da|del|di|la|le|el|al|bin|ap|and|&)`
const namePattern = new RegExp(String.raw`^${nameWord}(?:\s+${nameWord}){1,5}$`, 'u')
const nameAlone = new RegExp(String.raw`^(?<name>\p{Lu}[\p{L}’'.-]+(?:\s+${nameWord}){0,4})$`, 'u')

/** "SEND Workforce Annual" is not a name: a name has no word in capitals, unless all of it is. */
const isName = (words: string): boolean =>
  namePattern.test(words) && (!wordInCapitals.test(words) || !smallLetter.test(words))
const wordInCapitals = /\b\p{Lu}{3,}\b/u
const smallLetter = /\p{Ll}/u
/** A bracket within may be a nickname; one at the end is a place. */
export const isOneName = (words: string): boolean => isName(words) && !/\s(?:and|&)\s|\)$/u.test(words)

const colon = /:\s*(?=\S)/gu
const dash = /\s[–—-]\s/gu

/** Longer than any header printed (389 has one of 110 characters). */
export const longestHeader = 250

/**
 * Who a line introduces, perhaps with an address and numbers behind it; null where it introduces no one. `emails`: those of the block,
 * which say which side of a dash the name is on.
 */
export function readContactHeader(text: string, emails: readonly string[] = findEmails(text)): ContactHeader | null {
  if (text.length > longestHeader || !/[:)(,]|\s[–—-]\s/u.test(text)) return null
  const { head, organisation } = splitPlace(withoutDetails(text).replace(/(?<![\s,;:–-])[\s,;:–-]+$/u, ''))
  // The name is after the last colon; after a dash only if no colon has one.
  for (const joint of matchesOf(colon, head).reverse()) {
    const people = peopleIn(head.slice(joint.index + joint[0].length), { organisation, emails })
    if (people !== null) return { role: head.slice(0, joint.index).trim(), people }
  }
  for (const joint of matchesOf(dash, head).reverse()) {
    const found = acrossDash([head.slice(0, joint.index), head.slice(joint.index + joint[0].length)], {
      organisation,
      emails,
    })
    if (found !== null) return found
  }
  if (matchesOf(colon, head).length + matchesOf(dash, head).length > 0) return null
  if (organisation !== null && isName(head)) return { role: '', people: [{ name: head, organisation }] }
  return betweenCommas(head, { organisation, emails })
}

export const isContactHeader = (text: string): boolean => readContactHeader(text) !== null

type Beside = { organisation: string | null; emails: readonly string[] }

/** "A Name – CSC Workforce" or "CSC Workforce – A Name, Kent": which side is the name the addresses say, else the words for a job. */
function acrossDash([left, right]: [string, string], beside: Beside): ContactHeader | null {
  const { head: name, organisation: bracket } = splitOrganisation(left)
  // "A Name (Data Lead) – Kent": the bracket is the role.
  if (bracket !== null && speaksOfJob(bracket) && isOneName(name) && !speaksOfJob(right))
    return { role: bracket, people: [{ name, organisation: beside.organisation ?? right.trim() }] }
  const [before, behind] = [peopleIn(left, beside), peopleIn(right, beside)]
  if (before !== null && (behind === null || isNameFirst([left, right], beside.emails)))
    return withPlace(right.trim(), before)
  return behind === null ? null : { role: left.trim(), people: behind }
}

function isNameFirst([left, right]: [string, string], emails: readonly string[]): boolean {
  const [before, behind] = [namedBy(emails, left), namedBy(emails, right)]
  if (before !== behind) return before > behind
  if (left.endsWith(')') !== right.endsWith(')')) return left.endsWith(')')
  return speaksOfJob(right) && !speaksOfJob(left)
}

/** "Early Years Lead, Slough" behind a name: the role, and where. */
function withPlace(role: string, people: People): ContactHeader {
  const [, job, place] = /^(.*\s.*)(?:,\s*|\s[–—-]\s)(\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)?)$/u.exec(role) ?? []
  if (job === undefined || place === undefined || speaksOfJob(place) || people.some(one => one.organisation !== null))
    return { role, people }
  const [first, ...others] = people
  const there = (one: NamedPerson): NamedPerson => ({ ...one, organisation: place })
  return { role: job, people: [there(first), ...others.map(there)] }
}

/** "A Name, Early Years Lead, Slough" or "Early Years Lead, A Name (Slough)". */
function betweenCommas(head: string, { organisation, emails }: Beside): ContactHeader | null {
  const parts = head.split(/\s*,\s*/u)
  if (parts.length < 2 || parts.length > 3 || !parts.every(part => /^\p{Lu}/u.test(part))) return null
  const [first = '', second = '', place = null] = parts
  const nameFirst = isNameFirst([first, second], emails)
  const [name, role] = nameFirst ? [first, second] : [second, first]
  if (!isOneName(name) || speaksOfJob(name) || !speaksOfJob(role)) return null
  return { role, people: [{ name, organisation: organisation ?? place }] }
}

// What a role says and a name does not; it decides only where a line may be read both ways.
const job =
  /\b(?:leads?|managers?|advis[eo]rs?|officers?|directors?|heads?|chairs?|consultants?|co-?ordinators?|administrators?|assistants?|conven[eo]rs?|secretary|analysts?|commissioners?|practitioners?|specialists?|facilitators?|representatives?|partners?|deputy|principal|senior|service|programme|team|office|support|network|workforce)\b/i
export const speaksOfJob = (words: string): boolean => job.test(words)

/** How many words of a text are in addresses before the "@". */
function namedBy(emails: readonly string[], text: string): number {
  const locals = emails.map(email => folded(email.split('@', 1)[0] ?? ''))
  return wordsOfName(text).filter(word => locals.some(local => local.includes(word))).length
}
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOfName = (text: string): string[] => (folded(text).match(/\p{L}{3,}/gu) ?? []).slice(0, 8)

/** Whether an address is made of a person's name. */
export const isNamedBy = (email: string, name: string): boolean => namedBy([email], name) > 0

type People = ContactHeader['people']

/** "A Name", "A Name and B Name", "A Name (Surrey) & B Name", "A Name, Slough"; null if it is none of these. */
function peopleIn(text: string, { organisation, emails }: Beside): People | null {
  const words = text.trim()
  if (isOneName(words)) return [{ name: words, organisation }]
  // "A Name – Hove"
  const { name: inFront = '', place: behindDash = '' } = placeBehindDash.exec(words)?.groups ?? {}
  if (organisation === null && isOneName(inFront) && !speaksOfJob(behindDash) && !isOneName(behindDash))
    return [{ name: inFront, organisation: behindDash }]
  const named = ({ name, organisation: where }: NamedPerson): NamedPerson => ({ name, organisation: where })
  const parts = partsOf(words).map(part => {
    // "A Name (Mon–Wed) / B Name (Thu–Fri)": days are no place.
    const { head, organisation: own } = splitPlace(part)
    return { name: head, organisation: own ?? organisation, place: own }
  })
  const [first, second, ...more] = parts
  if (first !== undefined && second !== undefined && isOneName(first.name)) {
    const isPlace =
      organisation === null &&
      more.length === 0 &&
      second.place === null &&
      words.includes(',') &&
      !/\sand\s|[&/;]/u.test(words) &&
      !/^\p{Ll}/u.test(second.name) &&
      namedBy(emails, second.name) === 0
    if (isPlace) return [{ name: first.name, organisation: first.place ?? second.name }]
    if (parts.every(({ name }) => isOneName(name))) return [named(first), named(second), ...more.map(named)]
  }
  if (first !== undefined && second === undefined && first.place !== null && isOneName(first.name))
    return [{ name: first.name, organisation: first.place }]
  const isWhole = isName(words) || (organisation !== null && nameAlone.test(words))
  return isWhole ? [{ name: words, organisation }] : null
}

const placeBehindDash = /^(?<name>[^–—:(]+?)\s[–—-]\s(?<place>\p{Lu}[^–—:()@]*)$/u

/** Parted by commas, slashes, "and" and "or"; not within brackets. */
function partsOf(text: string): string[] {
  const masked = text.replace(/\([^()]*\)/gu, bracket => '·'.repeat(bracket.length))
  const parts: string[] = []
  let from = 0
  for (const mark of matchesOf(joining, masked)) {
    parts.push(text.slice(from, mark.index).trim())
    from = mark.index + mark[0].length
  }
  return [...parts, text.slice(from).trim()].filter(part => part !== '')
}
const joining = /\s*(?:[,;/&]|\b(?:and|or)\b)\s*/gu

/** "… (Organisation), a.name@example.org, Tel: 01632 960101" → "… (Organisation)". */
export function withoutDetails(text: string): string {
  const pieces = besideDetails(text)
  return pieces.length === 1 ? text : withoutLabelBehind(pieces.join(' ').replace(/[<[(]\s*[>\])]/gu, ' '))
}

/** The words of a line that names no one for certain: the first before, between or behind its details. */
export const wordsBesideDetails = (text: string): string =>
  besideDetails(text)
    .map(piece => withoutLabelBehind(piece).trim())
    .find(words => /\p{L}/u.test(words)) ?? text

/** What is before, between and behind the details of a line. */
function besideDetails(text: string): string[] {
  const stretches = [findEmails(text), findPhones(text)].flatMap(details => stretchesOf(details, text))
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of stretches.sort((a, b) => a.start - b.start)) {
    if (start < from) continue
    pieces.push(text.slice(from, start))
    from = end
  }
  return [...pieces, text.slice(from)]
}

/** `found`: in the order of the text. */
function stretchesOf(found: readonly string[], text: string): { start: number; end: number }[] {
  let end = 0
  return found.map(detail => {
    const start = text.indexOf(detail, end)
    end = start + detail.length
    return { start, end }
  })
}

const withoutLabelBehind = (words: string): string => words.replace(labelBehind, '')

// "Robin Sample, tel: / e-mail". It begins where the run of signs and labels does, and reads each in one way: else a long run takes for ever.
const signs = String.raw`[\s,;:|/–-]`
const labels = String.raw`\b(?:tel|telephone|e-?mail|mobile|mob|phone|or|and)`
const labelBehind = new RegExp(
  String.raw`(?<!${signs}|${labels}\.?)(?:${signs}|${labels}\b\.?|\bext(?:ension)?\.?\s?\d{1,5}$)+$`,
  'i',
)

/** Where someone is employed: the last bracket that is no remark. */
function splitPlace(text: string): { head: string; organisation: string | null } {
  let split = splitOrganisation(withoutRemark(text))
  while (split.organisation !== null && isRemark(split.organisation))
    split = splitOrganisation(withoutRemark(split.head))
  return { ...split, head: withoutRemark(split.head) }
}

/** "(maternity cover for B Name)", "(job share)", "(Mon–Wed)": small letters, or days. */
const isRemark = (bracket: string): boolean =>
  /^\p{Ll}{2,}(?![\p{L}])/u.test(bracket) ||
  /^(?:not )?(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri)(?:days?)?\b/u.test(bracket)

/** "A Name – covering for B Name", "A Name (maternity cover)", "A Name (B) – on leave until June": what is said of the name. */
const withoutRemark = (text: string): string => {
  const square = /\s*\[[^[\]]*\]$/u.exec(text)
  if (square !== null) return text.slice(0, square.index)
  const bracket = /\s*\((?<inside>[^()]*)\)$/u.exec(text)
  if (bracket !== null && isRemark(bracket.groups?.inside ?? '')) return text.slice(0, bracket.index)
  const behind = /(?<=[\p{L})])\s*(?:\s[–—-]\s|,\s)(?=\p{Ll}{2,}\s)[^:@]*$/u.exec(text)
  if (behind === null || behind[0].length > 80) return text
  const name = text.slice(0, behind.index)
  const place = /\([^()]*\)$/u.exec(behind[0])?.[0]
  return place === undefined || name.endsWith(')') ? name : `${name} ${place}`
}

/** The last bracket of a line, with what is nested in it; "Philip (Phil) Simpkins" has none at its end. */
function splitOrganisation(text: string): { head: string; organisation: string | null } {
  const end = text.replace(/(?<![\s.,;])[\s.,;]+$/u, '')
  // An open bracket is closed by the end of the line.
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
export function isUnclosed(text: string): boolean {
  let open = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open += 1
    if (text[at] === ')') open -= 1
  }
  return open > 0
}
