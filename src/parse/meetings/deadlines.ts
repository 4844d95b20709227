/**
 * Days by which readers have to act. Printed, for instance: "Enquiry deadline: 14 April 2025, 12:00pm", "The deadline for returns is
 * 10 August", "Closing date – Friday 6 June", "Applications close at noon on 3 March".
 */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Deadline, IsoDate } from '../../update/update.ts'
import { dateOf } from '../dates/dates.ts'
import { dayDiagnostics, timeDiagnostics } from '../dates/day-diagnostics.ts'
import { findDays, type PrintedDay } from '../dates/days.ts'
import { findTimes } from '../dates/times.ts'
import { placeOf } from '../text/lines.ts'
import { sentencesOf } from '../text/sentences.ts'
import type { Passage } from './prose-meetings.ts'

const noun = String.raw`(?:deadline|closing\s+date|final\s+date|last\s+date|due\s+date|cut-?off\s+date)`
const when = String.raw`(?:\s*(?:at|by|on|of|the|from|midnight|noon|midday|close of play|5pm|,)\b)*`
/** Each names what the day is for, right before it. */
const leads: readonly RegExp[] = [
  // Enquiry deadline: · Closing date for applications – · Deadline
  new RegExp(String.raw`(?:^|[.;]\s+)(?<label>[^.:;]{0,50}?\b${noun}s?\b[^.:;]{0,50}?)\s*[:–—-]\s*[^.:;]{0,30}$`, 'iu'),
  // The deadline for returns is · the closing date has been extended to
  new RegExp(
    String.raw`(?<label>(?:\b[\p{L}-]+\s+){0,2}\b${noun}\b(?:\s+(?:for|to)\s+[^.:;,]{1,60}?)?)\s+(?:is|will be|falls|has (?:now )?been (?:extended|moved|changed) (?:to|until)|(?:is )?(?:now )?extended (?:to|until))${when}[^.:;]{0,30}$`,
    'iu',
  ),
  // Applications close at noon on · The consultation closes on · Nominations must be in by
  new RegExp(
    String.raw`(?<label>(?:\b[\p{L}-]+\s+){0,3}\b(?:applications?|nominations?|bookings?|registrations?|consultation|survey|submissions?|entries|entry|enquiries|bids?|tenders?|call for evidence)\s+(?:will\s+)?closes?)${when}[^.:;]{0,20}$`,
    'iu',
  ),
  // Please reply by · Register by · Responses are due by
  new RegExp(
    String.raw`(?<label>\b(?:apply|reply|respond|complete|register|book|return|submit|sign up|RSVP|responses?|replies|returns|applications|nominations|bids|comments|expressions of interest)\b(?:\s+[^.:;]{0,60})?)\s+(?:by|before|no later than)\b${when}[^.:;]{0,12}$`,
    'iu',
  ),
]
// A day that was, or one that is left: "The first deadline was 5 June; it is now 12 June".
const isPast = /\b(?:was|were|had|passed|missed|original|first)\b/iu

export function readDeadlines(
  passages: readonly Passage[],
  update: IsoDate,
): { deadlines: Deadline[]; diagnostics: Diagnostic[] } {
  const found = passages
    .filter(({ kind, text }) => kind !== 'label' && mayHave.test(text))
    .flatMap(passage => sentencesOf(passage.text).flatMap(sentence => deadlineIn(sentence, passage, update) ?? []))
  const distinct = found.filter(
    ({ deadline }, at) =>
      found.findIndex(other => other.deadline.date === deadline.date && other.deadline.label === deadline.label) === at,
  )
  return {
    deadlines: distinct.map(({ deadline }) => deadline),
    diagnostics: distinct.flatMap(({ diagnostics }) => diagnostics),
  }
}

const mayHave = /\d/u

function deadlineIn(
  sentence: string,
  { line }: Passage,
  update: IsoDate,
): { deadline: Deadline; diagnostics: Diagnostic[] } | null {
  const days = findDays(sentence)
  for (const [at, day] of days.entries()) {
    const above = days[at - 1]
    const label = labelBefore(sentence.slice(above === undefined ? 0 : above.index + above.length, day.index))
    if (label === null) continue
    const resolved = dateOf(day, 'meeting', update)
    const seen = dayDiagnostics({ text: sentence, day, lines: [line] }, resolved, update)
    if (resolved.kind === 'impossible') return null
    const { time, unreadable } = timeBeside(sentence, day, days)
    const deadline = { label, date: resolved.date, yearFrom: resolved.yearFrom, time, text: sentence }
    const odd = unreadable.map(printed => diagnose('unreadable-time', placeOf(line, printed), { printed }))
    return { deadline, diagnostics: [...seen, ...odd, ...timeDiagnostics(line, resolved.date, time)] }
  }
  return null
}

function labelBefore(words: string): string | null {
  for (const lead of leads) {
    const label = lead.exec(words)?.groups?.label
    if (label === undefined) continue
    if (isPast.test(words)) return null
    const bare = label
      .replace(/\s*\([^()]*\)/gu, '')
      .replace(/^(?:the|our|a|please|and|you can|to|but|with)\s+/giu, '')
      .trim()
    return bare.charAt(0).toUpperCase() + bare.slice(1)
  }
  return null
}

/** The time beside a day: "14 April 2025, 12:00pm", "noon on 3 March". */
function timeBeside(text: string, day: PrintedDay, days: readonly PrintedDay[]) {
  const { times, unreadable } = findTimes(text, days)
  const isBeside = ({ index, length }: { index: number; length: number }) => {
    const between =
      index > day.index ? text.slice(day.index + day.length, index) : text.slice(index + length, day.index)
    return /^[\s,(]*(?:\b(?:at|by|on|until|the)\b\s*)*$/iu.test(between)
  }
  return {
    time: times.find(isBeside)?.start ?? null,
    unreadable: unreadable.filter(isBeside).map(({ printed }) => printed),
  }
}
