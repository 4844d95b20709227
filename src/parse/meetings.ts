/**
 * Meetings of the region's networks: the lines of "Future dates for network meetings", and those that a story's prose
 * announces. Printed, for instance: "SEND SE19: SEND Strategic Leads Wednesday 26th March 2025, 12-2pm via Teams. More from …",
 * "Finance Directors Group: 4pm 6 February: Value for money for whom …", "Early Help: More from … (contact details below)".
 */
import { complain, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { IsoDate, Meeting } from '../update/update.ts'
import { findEmails } from './contacts.ts'
import { type DatedDay, dateOf, findDays, findTimes, type PrintedDay, type PrintedTime } from './dates.ts'
import { type Line, placeOf } from './lines.ts'

/** "Label: the rest"; the label begins with a capital or figure and is no clock ("10:00am …"). */
const labelled = /^(?<label>[\p{Lu}\d][^:]{1,70}?)\s*:\s*(?!\d{2}\b)(?<rest>.*)$/u

/** Whether a line is about one network: a label, and then a date, whom to ask, or nothing yet. */
export function isMeetingLine(text: string): boolean {
  const rest = labelled.exec(text)?.groups?.rest
  if (rest === undefined || text.length > 400) return false
  return (
    asks.test(rest) ||
    findDays(rest).length > 0 ||
    /^(?:tbc|tba|to be confirmed|date|dates|no (?:meeting|date)|cancelled|postponed|next meeting)\b/iu.test(rest)
  )
}

/** "SEND SE19: …": a line that begins with a few words and a colon. */
export const startsWithLabel = (text: string): boolean => labelled.test(text)

/** "Kinship Care Network:", and nothing more: among other such lines, a network without news. */
export const isBareMeetingLine = (text: string): boolean => /^\p{Lu}[^:]{2,60}:$/u.test(text)

const name = String.raw`\p{Lu}[\p{L}’'-]+(?:\s+(?:\(\p{Lu}\p{L}+\)(?=\s\p{Lu})|\p{Lu}[\p{L}’'-]+|van|de|der|von)){1,3}`
const asks = new RegExp(
  String.raw`(?:\b(?:for\s+)?(?:more|further)?\s*(?:details|info(?:rmation)?)?\s*(?:are\s+available\s+)?\bfrom\b|\b(?:please\s+)?(?:e-?mail|contact|speak to|ask|let|RSVP(?:\s+to)?|book (?:with|via|through)))\s*:?\s+(?<who>[^\s@<(]+@[^\s>)]+|${name})`,
  'iu',
)
const wantsName = new RegExp(String.raw`^(?:${name})`, 'u')

/** Whom a sentence tells to ask, as printed: an address, or a name. */
function contactOf(text: string): { who: string; index: number } | null {
  for (const match of text.matchAll(new RegExp(asks.source, 'giu'))) {
    const from = match.index + match[0].length - (match.groups?.who ?? '').length
    const email = findEmails(match.groups?.who ?? '')[0]
    if (email !== undefined) return { who: email, index: match.index }
    const who = wantsName.exec(text.slice(from))?.[0]
    if (who !== undefined && findDays(who).length === 0)
      return { who: who.replace(/\s+(?:Please|For|Contact|The|By|On)$/u, ''), index: match.index }
  }
  return null
}

const modes: readonly { mode: 'in-person' | 'online'; pattern: RegExp }[] = [
  {
    mode: 'online',
    pattern:
      /\b(?:via|on|by|over|through|using)?\s*\b(?:MS|Microsoft)?\s*(?:Teams|Zoom|Webex|Skype)\b(?:\s+(?:meeting|call|invitation|link))?|\b(?:online|on-line|virtual(?:ly)?|remote(?:ly)?|webinar)\b/iu,
  },
  { mode: 'in-person', pattern: /\bin[\s-]person\b|\bface[\s-]to[\s-]face\b|\bF2F\b/iu },
]

/** The facts of one line; `label` is what stands before its colon. */
export function readMeetingLine(
  line: Line,
  text: string,
  update: IsoDate,
): { meeting: Meeting; diagnostics: Diagnostic[] } {
  const { label = text, rest = '' } = labelled.exec(text)?.groups ?? {}
  const contact = contactOf(rest)
  const about = contact === null ? rest : rest.slice(0, contact.index)
  const when = readWhen(about, update, line)
  const words = wordsAround(about, when)
  const mode = modeOf(rest)
  return {
    meeting: {
      label: label.trim(),
      ...when.facts,
      subject: words.subject,
      mode,
      place: words.place,
      contact: contact?.who ?? null,
      cancelled: /\b(?:cancelled|canceled|called off|not (?:be )?going ahead)\b/iu.test(rest),
      text,
    },
    diagnostics: when.diagnostics,
  }
}

/** Where both are told ("in person and on Teams"), the first counts. */
function modeOf(text: string): 'in-person' | 'online' | null {
  const found = modes
    .map(({ mode, pattern }) => ({ mode, at: pattern.exec(text)?.index ?? -1 }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return found[0]?.mode ?? null
}

type When = {
  facts: Pick<Meeting, 'date' | 'yearFrom' | 'start' | 'end'>
  spans: { index: number; length: number }[]
  diagnostics: Diagnostic[]
}

/** Day and time of a phrase about one meeting: the first of each. Reports a second day, a time that nobody can read, and an odd day. */
function readWhen(text: string, update: IsoDate, line: Line): When {
  const days = findDays(text)
  const [day] = days
  const { times, unreadable } = findTimes(text, days)
  const [time] = times
  const dated = day === undefined ? null : dateOf(day, 'meeting', update)
  const diagnostics = [
    ...unreadable.map(({ printed }) => complain('unreadable-time', placeOf(line, printed), { printed })),
    ...(day === undefined || dated === null ? [] : dayComplaints(text, day, dated, line)),
    ...(days.length > 1 && days[1] !== undefined
      ? [complain('second-day', placeOf(line, spanText(text, days[1])), { printed: spanText(text, days[1]) })]
      : []),
  ]
  return { facts: factsOf(dated, time), spans: [...days, ...times, ...unreadable], diagnostics }
}

const factsOf = (dated: DatedDay | null, time: PrintedTime | undefined): When['facts'] => ({
  ...(dated?.kind === 'date' ? { date: dated.date, yearFrom: dated.yearFrom } : { date: null, yearFrom: null }),
  start: time?.start ?? null,
  end: time?.end ?? null,
})
const spanText = (text: string, span: { index: number; length: number }) =>
  text.slice(span.index, span.index + span.length).trim()

function dayComplaints(text: string, day: PrintedDay, dated: DatedDay, line: Line): Diagnostic[] {
  const printed = spanText(text, day)
  if (dated.kind === 'impossible') return [complain('impossible-day', placeOf(line, printed), { printed })]
  return dated.contradicts === null
    ? []
    : [
        complain('weekday-contradicts', placeOf(line, printed), {
          printed,
          date: dated.date,
          weekday: dated.contradicts,
        }),
      ]
}

const trimJoints = (text: string) =>
  text
    .replace(/^(?:[\s,;:.–—-]|\b(?:at|on|in|from|the|is|held|will be|to be)\b(?=\s|$))+/iu, '')
    .replace(/(?:[\s,;:.–—-]|\b(?:at|on|in|from|is|the|and|next|next meeting|meeting|date|dates)\b)+$/iu, '')
    .trim()

/** What stands before the day is the subject; what stands behind it after a colon or dash, too; else it is the place. */
function wordsAround(text: string, when: When): { subject: string | null; place: string | null } {
  const mode = modes.map(({ pattern }) => pattern.exec(text)).filter(match => match !== null)
  const spans = [...when.spans, ...mode.map(match => ({ index: match.index, length: match[0].length }))].sort(
    (a, b) => a.index - b.index,
  )
  const first = spans[0]
  if (first === undefined) return { subject: emptyToNull(trimJoints(text)), place: null }
  const subject = trimJoints(text.slice(0, first.index))
  const gaps = spans.map((span, index) => ({
    text: text.slice(span.index + span.length, spans[index + 1]?.index ?? text.length),
    last: index === spans.length - 1,
  }))
  const tails = gaps.filter(gap => trimJoints(gap.text).length > 1 && /\p{L}{2}/u.test(gap.text))
  const told = tails.find(gap => /^\s*[:–—-]\s*\S/u.test(gap.text))
  const placed = tails.find(gap => gap !== told && /^[\s,.]*(?:(?:at|in)\b)?\s*(?:the\s+)?[\p{Lu}\d]/u.test(gap.text))
  return {
    subject: emptyToNull(subject) ?? (told === undefined ? null : emptyToNull(trimJoints(told.text))),
    place: placed === undefined ? null : emptyToNull(trimJoints(placed.text.replace(/\.\s.*$/u, ''))),
  }
}
const emptyToNull = (text: string): string | null => (text === '' ? null : text)

// ── meetings that a story tells in its prose ──

const group = String.raw`(?:the\s+|our\s+)?(?<label>(?:[\p{Lu}][\p{L}\d’'&,-]*\s+|of\s+|and\s+|on\s+|for\s+|in\s+|out\s+)*(?:Network|Group|Leads|leads|Board|Forum|Team|[Ss]ub-?group|network|group|board|forum|meeting))`
// "The next meeting of the QA leads will be held on 11 February at …" · "The next AD Education Network meeting takes place …"
const nextMeeting = new RegExp(
  String.raw`\bnext\s+(?:meeting\s+of\s+${group}|${group.replace('label', 'label2')}\s+(?:meeting|takes|will|is))`,
  'u',
)
// "AD Safeguarding Network – next meeting 6 March 2020"
const titled = /^(?<label>\p{Lu}.{2,60}?)\s*[-–—:,]\s*(?:(?:date of )?next meeting|meeting)\b/u
const moreDates = /\b(?:dates?|meetings?)\b.{0,80}(?:identified|agreed|set|confirmed|are|as follows|scheduled)\b.*:$/iu

type Prose = { title: string | null; sentences: { line: Line; text: string; listed: boolean }[] }

/**
 * Meetings that a story announces: of a group that it names as meeting next, and the days of a list that it introduces as
 * further dates. A workshop or conference is none: it is nobody's network.
 */
export function readProseMeetings(story: Prose, update: IsoDate): { meetings: Meeting[]; diagnostics: Diagnostic[] } {
  const found: { meeting: Meeting; diagnostics: Diagnostic[] }[] = []
  const own = titled.exec(story.title ?? '')?.groups?.label ?? null
  let current = own
  let listing = false
  for (const sentence of story.sentences) {
    const match = nextMeeting.exec(sentence.text)
    const label = match?.groups?.label ?? match?.groups?.label2
    if (label !== undefined) {
      current = label
      const read = readSentence(label, sentence, update)
      if (read.meeting.date !== null) found.push(read)
    } else if (sentence.listed && listing && current !== null && findDays(sentence.text).length > 0) {
      found.push(readSentence(current, sentence, update))
    }
    if (!sentence.listed) listing = moreDates.test(sentence.text)
  }
  const told = new Set<string>()
  const fresh = found.filter(({ meeting }) => {
    const key = `${meeting.label}|${meeting.date}`
    return told.has(key) ? false : told.add(key)
  })
  return { meetings: fresh.map(({ meeting }) => meeting), diagnostics: fresh.flatMap(({ diagnostics }) => diagnostics) }
}

function readSentence(
  label: string,
  sentence: Prose['sentences'][number],
  update: IsoDate,
): { meeting: Meeting; diagnostics: Diagnostic[] } {
  const { text, line } = sentence
  const when = readWhen(text, update, line)
  const place = /\bat\s+(?<place>(?:the\s+)?\p{Lu}[^.;]*?)(?=\.|;|$|\s+(?:from|on|at)\s+\d|\s+Please)/u.exec(text)
    ?.groups?.place
  return {
    meeting: {
      label: label.replace(/^(?:the|our)\s+/iu, ''),
      ...when.facts,
      subject: null,
      mode: modeOf(text),
      place: place?.trim() ?? null,
      contact: contactOf(text)?.who ?? null,
      cancelled: /\b(?:cancelled|called off)\b/iu.test(text),
      text,
    },
    diagnostics: when.diagnostics.filter(({ code }) => code !== 'second-day'),
  }
}
