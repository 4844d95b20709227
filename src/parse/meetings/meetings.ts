/**
 * The lines of "Future dates for network meetings", one network each. Printed, for instance: "SEND SE19: SEND Strategic Leads
 * Wednesday 26th March 2025, 12-2pm via Teams. More from …", "Finance Directors Group: 4pm 6 February: Value for money for
 * whom …", "Early Help: More from … (contact details below)".
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { IsoDate, Meeting } from '../../update/update.ts'
import { findDays } from '../dates/days.ts'
import type { Line } from '../text/lines.ts'
import { contactsOf } from './asked.ts'
import { readClauses } from './meeting-facts.ts'
import { modeOf } from './modes.ts'

/** Longer than any line about a network; what is longer is prose. */
const longestLine = 400

/** "Label: the rest"; the label begins with a capital or figure and is not a time ("10:00am …"). */
const behindColon = /^(?<label>[\p{Lu}\d][^:]{1,70}?)\s*:\s*(?!\d{2}\b)(?<rest>.*)$/u
// AD Education – Friday 21 June 2024
const behindDash = /^(?<label>\p{Lu}[^:–—]{1,60}?)\s+[–—-]\s+(?<rest>\S.*)$/u
const saysNoDate =
  /^(?:tbc|tba|to be (?:confirmed|announced|agreed)|date|dates|no (?:meeting|date)|cancelled|canceled|postponed|deferred|rescheduled|next meeting|(?:in|early|mid|late)[\s-](?:the\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn))\b/i

type Labelled = { label: string; rest: string }

function labelled(text: string): Labelled | null {
  if (text.length > longestLine || !/[:–—-]/u.test(text)) return null
  const colon = behindColon.exec(text)?.groups
  if (colon !== undefined) return { label: (colon.label ?? '').trim(), rest: colon.rest ?? '' }
  const dash = behindDash.exec(text)?.groups
  const rest = dash?.rest ?? ''
  const [day] = findDays(rest)
  return (day !== undefined && day.index < 12) || saysNoDate.test(rest)
    ? { label: (dash?.label ?? '').trim(), rest }
    : null
}

/** Whether a line is about one network: a label, and then a date, a contact, or that there is no date yet. */
export function isMeetingLine(text: string): boolean {
  const rest = labelled(text)?.rest
  return rest !== undefined && (saysNoDate.test(rest) || findDays(rest).length > 0 || contactsOf(rest) !== null)
}

/** Whether a line gives a network's contact. */
export const tellsWhomToAsk = (text: string): boolean => text.length <= longestLine && contactsOf(text) !== null

/** "SEND SE19: …": a line that begins with a few words and a colon. */
export const startsWithLabel = (text: string): boolean => labelled(text) !== null

/** "Kinship Care Network:", and nothing more: among other such lines, a network without news. */
export const isBareMeetingLine = (text: string): boolean => text.endsWith(':') && bareLabel.test(text)
const bareLabel = /^\p{Lu}[^:]{2,60}:$/u

/** "Virtual Schools Wednesday 14 June 2pm. More from …": among other such lines, one that lost its colon. */
export const isUnmarkedMeetingLine = (text: string): boolean => unmarked(text) !== null

const capitalFirst = /^\p{Lu}/u
function unmarked(text: string): Labelled | null {
  if (text.length > longestLine || !capitalFirst.test(text)) return null
  const contact = contactsOf(text)
  const from = Math.min(...findDays(text).map(day => day.index), contact?.from ?? text.length)
  const label = text.slice(0, from).replace(/(?:[\s,;.–—-]|\b(?:on|at)\b)+$/u, '')
  const short = label.split(' ').length <= 6 && label.length >= 2 && !/[.:;]\s/u.test(label)
  return contact !== null && short && from < text.length ? { label, rest: text.slice(from) } : null
}

/** The meetings of one line: one, or several where it names several days; `label` is the text before its colon. */
export function readMeetingLine(
  line: Line,
  text: string,
  update: IsoDate,
): { meetings: Meeting[]; diagnostics: Diagnostic[] } {
  const { label, rest } = labelled(text) ?? unmarked(text) ?? { label: text, rest: '' }
  const asked = contactsOf(rest)
  const { facts, diagnostics } = readClauses(aboutMeeting(rest, asked), update, line)
  const own = { label: label.replace(/\s*:$/u, ''), contacts: asked?.contacts ?? [], text }
  const elsewhere = facts.every(({ mode }) => mode === null) ? modeOf(rest) : null
  const isOff = asked !== null && callsOff.test(rest.slice(asked.to))
  const meetings = facts.map((fact): Meeting => {
    const mode = fact.mode ?? elsewhere
    return { ...fact, ...own, mode, status: isOff ? 'cancelled' : fact.status }
  })
  return { meetings, diagnostics }
}

const callsOff = /\b(?:cancelled|canceled|called off)\b/i

/** What a line says before it names the contacts; where it names them first ("Contact Ada Brook. Friday 6 March"), what it says behind them. */
function aboutMeeting(rest: string, asked: ReturnType<typeof contactsOf>): string {
  if (asked === null) return rest
  const before = rest.slice(0, asked.from)
  const behind = rest.slice(asked.to)
  const [day] = findDays(before).length === 0 ? findDays(behind) : []
  return day === undefined ? before : behind.slice(behind.slice(0, day.index).search(/\.\s(?!.*\.\s)/su) + 1)
}
