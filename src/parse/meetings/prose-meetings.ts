/**
 * Meetings that a story tells in its prose. Printed, for instance: "The next meeting of the QA leads will be held on
 * 11 February at the LGA offices in London", and below "AD Safeguarding Network – next meeting 6 March 2020" the list of "The
 * dates for next 4 meetings". A workshop or conference is none: it is nobody's network.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { IsoDate, Meeting } from '../../update/update.ts'
import { findDays } from '../dates/days.ts'
import type { Line } from '../text/lines.ts'
import { contactOf, isCancelled, modeOf, readWhen } from './meeting-facts.ts'

const group = (name: string) =>
  String.raw`(?:the\s+|our\s+)?(?<${name}>(?:[\p{Lu}][\p{L}\d’'&,-]*\s+|of\s+|and\s+|on\s+|for\s+|in\s+|out\s+){0,10}(?:Network|Group|Leads|leads|Board|Forum|Team|[Ss]ub-?group|network|group|board|forum|meeting))`
// The next meeting of the QA leads will be held … · The next AD Education Network meeting takes place …
const nextMeeting = new RegExp(
  String.raw`\bnext\s+(?:meeting\s+of\s+${group('of')}|${group('own')}\s+(?:meeting|takes|will|is))`,
  'u',
)
// The next SEND19 is on Friday 18 October
const nextNamed = /\bnext\s+(?<label>\p{Lu}[\p{L}\d]*(?:\s\p{Lu}[\p{L}\d]*){0,4})\s+(?:is|meets|takes place|will be)\b/u
const noNetwork =
  /\b(?:conference|workshop|webinar|event|day|training|course|seminar|update|week|month|term|year|\p{L}+day)$/iu
// The next meeting is on 29 April: of the network that the title names.
const nextUnnamed = /\bnext\s+(?:network\s+)?meeting\s+(?:is|will|takes)\b|\bnext\s+meets\b/u
// The network will meet on Wednesday 19th September · The Early Help Network meets on 4 June
const willMeet = new RegExp(
  String.raw`(?:^|[.;:]\s+)(?:The\s+|Our\s+)?${group('who')}\s+(?:will\s+(?:next\s+|now\s+)?meet|meets|is\s+meeting|will\s+be\s+meeting)\b`,
  'u',
)
// AD Safeguarding Network – next meeting 6 March 2020
const titledNext = /^(?<label>\p{Lu}.{2,60}?)\s*[-–—:,]\s*(?:(?:date of )?next meeting|meeting)\b/u
const titledNetwork = /^(?<label>\p{Lu}.{0,60}?\b(?:Network|Group|Board|Forum))\b/u
const moreDates = /\b(?:dates?|meetings?)\b.{0,80}(?:identified|agreed|set|confirmed|are|as follows|scheduled)\b.*:$/iu

export type Prose = { title: string | null; sentences: { line: Line; text: string; listed: boolean }[] }
type Read = { meeting: Meeting; diagnostics: Diagnostic[] }

/** Meetings that a story announces: of a group that it names as meeting next, and the days of a list that it introduces as further dates. */
export function readProseMeetings(story: Prose, update: IsoDate): { meetings: Meeting[]; diagnostics: Diagnostic[] } {
  const title = story.title ?? ''
  const own = (titledNext.exec(title) ?? titledNetwork.exec(title))?.groups?.label ?? null
  const found: Read[] = []
  let current = own
  let listing = false
  for (const sentence of story.sentences) {
    const label = announcedIn(sentence.text, own)
    if (label !== null) {
      current = label
      found.push(readSentence(label, sentence, update))
    } else if (sentence.listed && listing && current !== null && findDays(sentence.text).length > 0) {
      found.push(readSentence(current, sentence, update))
    }
    if (!sentence.listed) listing = sentence.text.endsWith(':') && moreDates.test(sentence.text.slice(-300))
  }
  const fresh = distinct(found.filter(({ meeting }) => meeting.date !== null))
  return { meetings: fresh.map(({ meeting }) => meeting), diagnostics: fresh.flatMap(({ diagnostics }) => diagnostics) }
}

/** The network that a sentence announces the next meeting of, as printed. */
function announcedIn(text: string, own: string | null): string | null {
  const who = /\bmeet/u.test(text) ? willMeet.exec(text)?.groups?.who : undefined
  if (who !== undefined) return isGeneric(who) ? own : who
  if (!/\bnext\b/u.test(text)) return null
  const match = nextMeeting.exec(text)?.groups
  const label = match?.of ?? match?.own
  if (label !== undefined) return isGeneric(label) ? own : label
  const named = nextNamed.exec(text)?.groups?.label
  if (named !== undefined && !noNetwork.test(named)) return named
  return nextUnnamed.test(text) ? own : null
}

/** "the network": which one, the title tells. */
const isGeneric = (label: string): boolean => /^(?:meeting|network|group|board|forum|team)$/iu.test(label)

function distinct(found: readonly Read[]): Read[] {
  const told = new Set<string>()
  return found.filter(({ meeting }) => {
    const key = `${meeting.label}|${meeting.date}`
    return told.has(key) ? false : told.add(key)
  })
}

// … at The Abbey Centre, London, 10.30 - 3.00pm · … at the LGA offices in London. By the end …
const place =
  /\bat\s+(?<place>(?:the\s+)?\p{Lu}[^.;]*?)(?=\.|;|$|,?\s+(?:(?:from|on|at)\s+\d|\d{1,2}(?:[.:]\d{2}|\s?[ap]m))|\s+Please)/u

function readSentence(label: string, { text, line }: Prose['sentences'][number], update: IsoDate): Read {
  const when = readWhen(text, update, line)
  return {
    meeting: {
      label: label.replace(/^(?:the|our)\s+/iu, '').replace(/(?<=\S)\s+meeting$/u, ''),
      ...when.facts,
      lastDate: null,
      formerDate: null,
      subject: null,
      mode: modeOf(text),
      place: place.exec(text)?.groups?.place?.trim() ?? null,
      contacts: [contactOf(text)?.who ?? []].flat(),
      status: isCancelled(text) ? 'cancelled' : 'planned',
      text,
    },
    diagnostics: when.diagnostics.filter(({ code }) => code !== 'second-day'),
  }
}
