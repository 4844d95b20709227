/** The facts of a phrase about one meeting: when, how, where, about what, and whom to ask. */
import { complain, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { IsoDate, Meeting } from '../../update/update.ts'
import { findEmails } from '../contacts/contact-details.ts'
import { type DatedDay, dateOf } from '../dates/dates.ts'
import { findDays, type PrintedDay, type Span } from '../dates/days.ts'
import { findTimes, type PrintedTime } from '../dates/times.ts'
import { type Line, placeOf } from '../text/lines.ts'
import { matchesOf } from '../text/matches.ts'

const name = String.raw`\p{Lu}[\p{L}’'-]+(?:\s+(?:\(\p{Lu}\p{L}+\)(?=\s\p{Lu})|\p{Lu}[\p{L}’'-]+|van|de|der|von)){1,3}`
const asking = new RegExp(
  String.raw`\b(?:from|e-?mail|contact|speak to|ask|let|RSVP(?:\s+to)?|book (?:with|via|through))\b\s*:?\s+(?<who>[^\s@<(]+@[^\s>)]+|${name})`,
  'giu',
)
// More from … · For further details please contact … · More information is available from …
const leadsToAsking = /(?:\b(?:for|more|further|details|info|information|is|are|available|please)\b[\s,]*)+$/i
const wantsName = new RegExp(`^(?:${name})`, 'u')

/** Whom a sentence tells to ask, as printed: an address, or a name. `index`: where it begins to tell. */
export function contactOf(text: string): { who: string; index: number } | null {
  for (const match of matchesOf(asking, text)) {
    const printed = match.groups?.who ?? ''
    const from = match.index + match[0].length - printed.length
    const index = leadsToAsking.exec(text.slice(0, match.index))?.index ?? match.index
    const email = findEmails(printed)[0]
    if (email !== undefined) return { who: email, index }
    const who = wantsName.exec(text.slice(from))?.[0]
    if (who !== undefined && findDays(who).length === 0)
      return { who: who.replace(/\s+(?:Please|For|Contact|The|By|On)$/u, ''), index }
  }
  return null
}

const modes: readonly { mode: 'in-person' | 'online'; pattern: RegExp }[] = [
  {
    mode: 'online',
    pattern:
      /(?:\b(?:via|on|by|over|through|using)\s)?\b(?:(?:MS|Microsoft)\s)?(?:Teams|Zoom|Webex|Skype)\b(?:\s(?:meeting|call|invitation|link))?|\b(?:online|on-line|virtual(?:ly)?(?!\s+school)|remote(?:ly)?|webinar)\b/i,
  },
  { mode: 'in-person', pattern: /\bin[\s-]person\b|\bface[\s-]to[\s-]face\b|\bF2F\b/i },
]

/** Where both are told ("in person and on Teams"), the first counts. */
export function modeOf(text: string): 'in-person' | 'online' | null {
  const found = modes
    .map(({ mode, pattern }) => ({ mode, at: pattern.exec(text)?.index ?? -1 }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return found[0]?.mode ?? null
}

export const isCancelled = (text: string): boolean =>
  /\b(?:cancelled|canceled|called off|not (?:be )?going ahead)\b/i.test(text)

export type When = {
  facts: Pick<Meeting, 'date' | 'yearFrom' | 'start' | 'end'>
  spans: Span[]
  diagnostics: Diagnostic[]
}

// 11 December meeting postponed to 22 January
const movedTo = /\b(?:postponed|moved|rearranged|rescheduled|changed)\b.{0,60}?\bto\b/iu

/** Day and time of a phrase about one meeting: the first of each. Reports a second day, a time that nobody can read, and an odd day. */
export function readWhen(text: string, update: IsoDate, line: Line): When {
  const days = findDays(text)
  const moved = movedTo.exec(text)
  const [day, second] = moved === null ? days : days.filter(({ index }) => index > moved.index)
  const { times, unreadable } = findTimes(text, days)
  const dated = day === undefined ? null : dateOf(day, 'meeting', update)
  const diagnostics = [
    ...unreadable.map(({ printed }) => complain('unreadable-time', placeOf(line, printed), { printed })),
    ...(day === undefined || dated === null ? [] : dayComplaints(text, day, dated, line)),
    ...(second === undefined
      ? []
      : [complain('second-day', placeOf(line, spanText(text, second)), { printed: spanText(text, second) })]),
  ]
  return { facts: factsOf(dated, times[0]), spans: [...days, ...times, ...unreadable], diagnostics }
}

const factsOf = (dated: DatedDay | null, time: PrintedTime | undefined): When['facts'] => ({
  date: dated?.kind === 'date' ? dated.date : null,
  yearFrom: dated?.kind === 'date' ? dated.yearFrom : null,
  start: time?.start ?? null,
  end: time?.end ?? null,
})
const spanText = (text: string, span: Span) => text.slice(span.index, span.index + span.length).trim()

function dayComplaints(text: string, day: PrintedDay, dated: DatedDay, line: Line): Diagnostic[] {
  const printed = spanText(text, day)
  if (dated.kind === 'impossible') return [complain('impossible-day', placeOf(line, printed), { printed })]
  if (dated.contradicts === null) return []
  return [
    complain('weekday-contradicts', placeOf(line, printed), { printed, date: dated.date, weekday: dated.contradicts }),
  ]
}

const saysWhether = /\b(?:cancelled|canceled|postponed|tbc|tba|to be confirmed|date)\b/gi

/** What stands before the day is the subject; what stands behind it after a colon or dash, too; else it is the place. */
export function wordsAround(text: string, when: When): { subject: string | null; place: string | null } {
  const said = matchesOf(saysWhether, text)
  const spans = [...when.spans, ...[...modes.map(({ pattern }) => pattern.exec(text)), ...said].flatMap(toSpan)].sort(
    (a, b) => a.index - b.index,
  )
  const [first] = spans
  if (first === undefined) return { subject: emptyToNull(trimJoints(text)), place: null }
  const subject = trimJoints(text.slice(0, first.index))
  const tails = spans
    .map((span, index) => text.slice(span.index + span.length, spans[index + 1]?.index ?? text.length))
    .filter(gap => trimJoints(gap).length > 1 && hasWord.test(gap))
  const told = tails.find(gap => /^\s*[:–—-]\s*\S/u.test(gap))
  const placed = tails.find(gap => gap !== told && opensPlace.test(gap))
  return {
    subject: emptyToNull(subject) ?? (told === undefined ? null : emptyToNull(trimJoints(told))),
    place: placed === undefined ? null : emptyToNull(trimJoints(placed.replace(/\.\s.*$/u, ''))),
  }
}

const hasWord = /\p{L}{2}/u
// , at the Civic Centre · (Shaw House
const opensPlace = /^[\s,.()]*(?:(?:at|in)\b)?\s*(?:the\s+)?[\p{Lu}\d]/u

const toSpan = (match: RegExpExecArray | null): Span[] =>
  match === null ? [] : [{ index: match.index, length: match[0].length }]
const emptyToNull = (text: string): string | null => (text === '' ? null : text)

const joints = new Set('at on in from the is held will be to be and next meeting date dates for w/c wc'.split(' '))
/** "– at the Civic Centre, " → "Civic Centre": marks and small words at both ends go. */
function trimJoints(text: string): string {
  const words = text.split(/\s+/u).filter(word => word !== '')
  const isJoint = (word: string | undefined) =>
    word !== undefined && (joints.has(word.toLowerCase()) || /^[,;:.()–—-]+$/u.test(word))
  while (isJoint(words[0])) words.shift()
  while (isJoint(words.at(-1))) words.pop()
  const bare = words
    .join(' ')
    .replace(/^[,;:.)–—-]+|[,;:.(–—-]+$/gu, '')
    .trim()
  return bare.includes('(') || !bare.endsWith(')') ? bare : bare.slice(0, -1)
}
