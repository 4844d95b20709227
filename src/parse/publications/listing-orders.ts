/**
 * The orders in which a list gives day, publisher and title without a sentence of its own: "4 February 2026 – Nuffield
 * Foundation – Growing up with a parent in prison", "Published on 6 February 2026 by NAO: Repairing the school estate". In a story
 * the same signs may part anything, so only entries of a list are read so.
 */
import { findDays, findMonths } from '../dates/days.ts'
import { knownVerb } from '../text/openings.ts'
import { printedTitle } from './publication-titles.ts'
import { jointPublishersOf, publishersOf } from './publisher-names.ts'
import {
  authorIn,
  dateAtEnd,
  moved,
  type PrintedDate,
  readAct,
  readEnding,
  readStatement,
  readUndatedAct,
  type Statement,
} from './statements.ts'

/** Longer than any entry; a text without end is read as a sentence only. */
const longestListing = 2000

/** What an entry of a list says of a publication; null where it gives nothing but a title. */
export function readListing(text: string): Statement | null {
  if (text.length > longestListing) return readStatement(text)
  const first =
    (publishedFirst.test(text) ? readPublishedFirst(text) : null) ??
    readDateFirst(text) ??
    readOnDate(text) ??
    readNameFirst(text)
  if (first !== null) return first
  const said = readStatement(text)
  if (said !== null && (said.sense !== null || said.publishers.length > 0)) return said
  return (said?.day == null ? null : namedInFront(said)) ?? readDateLast(text) ?? said ?? readUndatedAct(text)
}

/** Whether a line opens an entry with its day, or with "Published on": the line above it is another entry. */
export const opensListing = (line: string): boolean =>
  (publishedFirst.test(line) && readPublishedFirst(line) !== null) || readDateFirst(line) !== null

const publishedFirst = /^(?:Published|Released|Launched|Issued|Updated)\s+/u
const colonOrDash = /\s*:\s+|\s+[–—|-]\s+/u

/** "Published on 6 February 2026 by NAO: Repairing the school estate" */
function readPublishedFirst(text: string): Statement | null {
  const lead = publishedFirst.exec(text)?.[0].length ?? 0
  const mark = colonOrDash.exec(text)
  if (mark === null || mark.index <= lead) return null
  const ending = readEnding(text.slice(lead, mark.index))
  const title = printedTitle(text.slice(mark.index + mark[0].length))
  if (ending === null || title === '') return null
  const { day, month, name } = ending
  const namesOf = text.slice(lead).startsWith('jointly') ? jointPublishersOf : publishersOf
  const when = { day: moved(day, lead), month: moved(month, lead) }
  return { ...when, publishers: namesOf(name ?? ''), sense: 'publishes', title, isNamed: true }
}

/** "4 February – Nuffield Foundation – Growing up …", "4 February 2026: Coram published A home near by" */
function readDateFirst(text: string): Statement | null {
  const [day] = /^\P{Ll}{0,3}\d|^\p{Lu}\p{Ll}+\s\d/u.test(text) ? findDays(text.slice(0, 60)) : []
  const [month] = day === undefined ? findMonths(text.slice(0, 60)) : []
  const span = day ?? month
  if (span?.index !== 0) return null
  const when: PrintedDate = { day: day ?? null, month: month ?? null }
  const rest = text.slice(span.length)
  const mark = /^\s*[:,–—|]\s*|^\s+-\s+/u.exec(rest)?.[0]
  const entry = rest.slice(mark?.length ?? 0).trim()
  const verb = knownVerb(entry.slice(0, 160))
  if (verb !== null && isName(entry.slice(0, verb.index))) return readAct(entry, when)
  if (mark === undefined || entry === '') return null
  const parts = entry.split(/(\s+[–—|-]\s+|:\s+)/u)
  const [first = '', , ...more] = parts
  if (more.length > 0 && isName(first)) return named(when, first, more.join(''))
  const last = parts.length > 2 ? (parts.at(-1) ?? '') : ''
  if (isName(last)) return named(when, last, parts.slice(0, -2).join(''))
  return named(when, '', entry)
}

/** "On 18 February: DfE – Attendance toolkit" */
function readOnDate(text: string): Statement | null {
  if (!onDate.test(text)) return null
  const said = readDateFirst(text.slice(onLength))
  if (said === null || said.sense !== null || said.publishers.length === 0) return null
  return { ...said, day: moved(said.day, onLength), month: moved(said.month, onLength) }
}
const onDate = /^On\s(?:\p{L}+\s)?(?:the\s)?\d[^:,]{3,30}:\s/u
const onLength = 'On '.length

/** "Ofsted, 7 June 2024: Fostering in figures", "Become (19 August 2025): Care day every day" */
function readNameFirst(text: string): Statement | null {
  const { name = '', inside = '', rest = '' } = bracketFirst.exec(text)?.groups ?? {}
  if (isName(name)) {
    const dated = readDateFirst(`${inside}: ${rest}`)
    const by = text.indexOf(inside)
    if (dated !== null && dated.publishers.length === 0)
      return { ...dated, day: moved(dated.day, by), month: moved(dated.month, by), publishers: publishersOf(name) }
  }
  const comma = text.slice(0, 80).indexOf(', ')
  const said = comma < 0 || !isName(text.slice(0, comma)) ? null : readDateFirst(text.slice(comma + 2))
  if (said === null || said.publishers.length > 0) return null
  const when = { day: moved(said.day, comma + 2), month: moved(said.month, comma + 2) }
  return { ...said, ...when, publishers: publishersOf(text.slice(0, comma)) }
}

/** "First jobs after care – Youth Futures Foundation – 4 February 2026", either of the two first */
function readDateLast(text: string): Statement | null {
  const end = dateAtEnd(text)
  if (end === null) return null
  const { before, ...when } = end
  const parts = before.split(/\s+[–—|-]\s+/u)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length > 1 && isName(last) && !(isName(first) && isShorter(first, last)))
    return named(when, last, before.slice(0, before.length - last.length))
  if (parts.length > 1 && isName(first)) return named(when, first, before.slice(first.length))
  const comma = before.lastIndexOf(', ')
  // "Staying Safe, Moving On" may be one title.
  if (comma > 0 && isName(before.slice(comma + 2)) && !isName(before.slice(0, comma)))
    return named(when, before.slice(comma + 2), before.slice(0, comma))
  const author = authorIn(before)
  return author === null ? named(when, '', before) : named(when, author.name, author.title)
}

/** "EEF: Talking in the early years (9 June 2025)": no one else is named, and what is before the colon is what a body is called. */
function namedInFront(said: Statement): Statement | null {
  const { name = '', title = '' } =
    /^(?<name>[^:]{2,60}):\s+(?<title>["“‘']?[\p{Lu}\d].{5,})$/u.exec(said.title)?.groups ?? {}
  return isBody(name) ? { ...said, publishers: publishersOf(name), title } : null
}

/** Initials, or a name that says what it is: "EEF", "DfE", "Nuffield Foundation", "the Children’s Commissioner". */
const isBody = (name: string): boolean =>
  /^(?:[\p{Lu}]{2,}|\p{Lu}+\p{Ll}\p{Lu}+)(?:\sUK)?$/u.test(name) || (isName(name) && sayBody.test(name))
const sayBody =
  /\s(?:Foundation|Trust|Council|Society|Commission(?:er)?|Institute|Centre|Network|Association|Committee|Office|University|Alliance|Service|Inspectorate|Agency|Authority|Observatory|Fund|Ombudsman|Panel|College|Union)$/u

const bracketFirst = /^(?<name>[^()]{2,60}?)\s\((?<inside>[^()]{6,40})\)\s*[:–—-]\s+(?<rest>.+)$/u

const isShorter = (one: string, other: string): boolean => one.split(' ').length < other.split(' ').length

function named(when: PrintedDate, name: string, title: string): Statement | null {
  const read = printedTitle(title.replace(/^[\s:–—|-]+|[\s:–—|-]+$/gu, ''))
  return read === '' ? null : { ...when, publishers: publishersOf(name), sense: null, title: read, isNamed: true }
}

/** "Nuffield Foundation", "the Centre for Young Lives", "NAO": capitals throughout, but for the small words of names. */
function isName(text: string): boolean {
  const words = text
    .trim()
    .replace(/^(?:the|The)\s/u, '')
    .replace(/\s*\([^()]*\)/gu, '')
    .split(/\s+/u)
  return (
    words.length <= 9 &&
    /^\p{Lu}/u.test(words[0] ?? '') &&
    !/[.?!:;“”]/u.test(text) &&
    words.every(
      word => /^[\p{Lu}&]/u.test(word) || /^(?:of|and|for|the|in|on|with|to|has|have|also|jointly)$/u.test(word),
    )
  )
}
