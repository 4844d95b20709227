/**
 * Meetings that a story announces in its prose. Printed, for instance: "The next meeting of the QA leads will be held on
 * 11 February at the LGA offices in London", "Next meeting 5 July, 1pm – 3.30pm, Shaw House", and below "AD Safeguarding
 * Network – next meeting 6 March 2020" the list of "The dates for next 4 meetings". A workshop or conference does not count: it is no
 * network's.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { addDays } from '../../update/calendar-day.ts'
import type { IsoDate, Meeting } from '../../update/update.ts'
import { findDays } from '../dates/days.ts'
import { findTimes } from '../dates/times.ts'
import type { Line } from '../text/lines.ts'
import { sentencesOf } from '../text/sentences.ts'
import { contactsOf } from './asked.ts'
import { groupInTitle, groupsIn, isGeneric } from './groups.ts'
import { readPhrase } from './meeting-facts.ts'
import { modeOf } from './modes.ts'

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
// The next meeting is on 29 April · Next meeting 5 July, 1pm · The meeting will be held on Monday 25 June · We meet again on 4 June
const ofTheGroup =
  /\bnext\s+(?:\p{L}+\s+){0,2}?meetings?\b|\b(?:future|further|other|remaining|later)\s+(?:meetings?|dates)\s+(?:are|will\s+be)\b|\bnext\s+meets\b|\b(?:the|this|our|its|their)\s+(?:(?!last|previous|recent|first)\p{L}+\s+)?meeting\s+(?:will|is|takes|has\s+(?:now\s+)?been)\b|\b(?:we|it|they|the\s+(?:group|network|forum|board))\s+(?:(?:will|shall|are|is)\s+)?(?:now\s+|next\s+|then\s+)?(?:meets?|meeting)\s+(?:again\s+|next\s+)?on\b/iu
// The network will meet on Wednesday 19th September · The Early Help Network meets on 4 June
const willMeet = new RegExp(
  String.raw`(?:^|[.;:]\s+)(?:The\s+|Our\s+)?${group('who')}\s+(?:will\s+(?:next\s+|now\s+)?meet|meets|is\s+meeting|will\s+be\s+meeting)\b`,
  'u',
)
// The QA Network meeting on 3 March has been postponed · The meeting of the QA Network due on 3 March is cancelled
const isOff = new RegExp(
  String.raw`\b(?:${group('which')}\s+(?:meeting|event)|meeting\s+of\s+${group('whose')})\b[^.;]{0,80}\b(?:postponed|cancelled|canceled|called off|moved|rescheduled|rearranged|brought forward|put back)\b`,
  'u',
)
const introducesDates = /\b(?:dates?|meetings?|meet)\b/iu
/** What else has dates. */
const noMeetings =
  /\b(?:conferences?|workshops?|webinars?|events?|training|courses?|seminars?|sessions?|drop-ins?|deadlines?|closing|closes?|terms?|holidays?|interviews?|exams?|consultations?|publication|launch\p{L}*|recruit\p{L}*)\b/iu

/** A paragraph, or an entry of a list; `label`: the heading of a part. */
export type Passage = { line: Line; text: string; kind: 'label' | 'paragraph' | 'entry' }
export type ProseStory = { title: string | null; passages: readonly Passage[] }
type MeetingReading = { meeting: Meeting; diagnostics: Diagnostic[] }

/** Meetings that a story announces: of a group that it names as meeting, and the days of a list that it introduces as meetings. */
export function readProseMeetings(
  story: ProseStory,
  update: IsoDate,
): { meetings: Meeting[]; diagnostics: Diagnostic[] } {
  const found: MeetingReading[] = []
  const own = groupInTitle(story.title ?? '')
  let current = own
  let listing = false
  for (const passage of story.passages) {
    const announced = announcementsIn(passage, current)
    for (const one of announced) found.push(...readAnnouncement(one, passage, update))
    const isDate = passage.kind === 'entry' || isDayFirst(passage.text)
    const isListed = announced.length === 0 && listing && isDate && findDays(passage.text).length > 0
    // "13 March – joint meeting with the Data Group" is a day of the group that the list is about.
    if (!isListed) current = announced.at(-1)?.label ?? groupsIn(passage.text).at(-1) ?? current
    if (isListed && current !== null)
      found.push(...readAnnouncement({ label: current, phrase: passage.text }, passage, update))
    else if (passage.kind !== 'entry') listing = introduces(passage)
  }
  const fresh = distinct(found.filter(({ meeting }) => isAnnounced(meeting, update)))
  return { meetings: fresh.map(({ meeting }) => meeting), diagnostics: fresh.flatMap(({ diagnostics }) => diagnostics) }
}

/** "The following dates have been fixed:", "Meeting dates". */
function introduces({ text, kind }: Passage): boolean {
  const last = sentencesOf(text).at(-1) ?? ''
  const leads = last.endsWith(':') || kind === 'label'
  return leads && introducesDates.test(last.slice(-300)) && !noMeetings.test(last.slice(-300))
}

/** "6 July 2018", "Friday 6 July, 10am": a line of a list that lost its marks. */
const isDayFirst = (text: string): boolean => text.length < 120 && (findDays(text)[0]?.index ?? 99) <= 4

/** What has a day to come, or is off; a day that is past is part of the story. */
const isAnnounced = ({ date, lastDate, status }: Meeting, update: IsoDate): boolean =>
  date === null ? status !== 'planned' : (lastDate ?? date) >= addDays(update, -14)

type MeetingSentence = { label: string; phrase: string }

/** The sentences of a passage that announce a meeting, each with the one behind it where it has no day itself. */
function announcementsIn({ text, kind }: Passage, own: string | null): MeetingSentence[] {
  if (kind === 'label' || (!/\bmeet/u.test(text) && !/\bnext\b/u.test(text))) return []
  const sentences = sentencesOf(text)
  let near = own
  return sentences.flatMap((whole, at) => {
    const sentence = whole.replace(metBefore, 'It ')
    if (sentence !== whole) near = groupsIn(whole).at(-1) ?? near
    const label = announcedIn(sentence, near)
    near = groupsIn(whole).at(-1) ?? near
    if (label === null) return []
    const hasDay = findDays(sentence).length > 0
    return [{ label, phrase: hasDay ? sentence : [sentence, sentences[at + 1]].filter(Boolean).join(' ') }]
  })
}

// The Data Group met on 20 January and will meet again on 17 March: what comes behind "and" is still to be.
const metBefore =
  /^[^.;]{0,120}?\b(?:last\s+)?met\s+[^.;]{0,100}?\band\s+(?:it\s+)?(?=(?:will\s+)?(?:next\s+)?meets?\s+(?:again\s+|next\s+)?on\b)/u

/** The group that a sentence announces a meeting of, as printed; `own`: the story's own. */
function announcedIn(text: string, own: string | null): string | null {
  const groups = { ...willMeet.exec(text)?.groups }
  const off = isOff.exec(text)?.groups
  const next = nextMeeting.exec(text)?.groups
  const label = groups.who ?? off?.which ?? off?.whose ?? next?.of ?? next?.own
  if (label !== undefined) return isGeneric(label) ? own : label
  const named = nextNamed.exec(text)?.groups?.label
  if (named !== undefined && !noNetwork.test(named)) return named
  const unnamed = ofTheGroup.exec(text)
  return unnamed !== null && isNear(text, unnamed.index + unnamed[0].length) ? own : null
}

/** "Next meeting 5 July"; in "at its next meeting the group will look at what was published in …" no day is near. */
function isNear(text: string, end: number): boolean {
  const [day] = findDays(text).filter(({ index }) => index >= end)
  return day === undefined ? /\b(?:postponed|cancelled)\b/iu.test(text) : day.index - end <= 60
}

/** "The network meets on Wednesdays at 10.00. The next meeting is on 29 April": the one time of a paragraph. */
function onlyTimeIn(text: string): Pick<Meeting, 'start' | 'end'> | null {
  const [only, ...others] = findTimes(text, findDays(text)).times
  return only === undefined || others.length > 0 ? null : { start: only.start, end: only.end }
}

function distinct(found: readonly MeetingReading[]): MeetingReading[] {
  const seen = new Set<string>()
  return found.filter(({ meeting: { label, date, formerDate } }) => {
    const key = `${label}|${date}|${formerDate}`
    return seen.has(key) ? false : seen.add(key)
  })
}

// … at The Abbey Centre, London, 10.30 - 3.00pm · … at the LGA offices in London. By the end …
const placeInProse =
  /\bat\s+(?<place>(?:the\s+)?\p{Lu}[^.;]*?)(?=\.|;|$|,?\s+(?:(?:from|on|at)\s+\d|\d{1,2}(?:[.:]\d{2}|\s?[ap]m))|\s+Please)/u

function readAnnouncement(
  { label, phrase }: MeetingSentence,
  { text, line }: Passage,
  update: IsoDate,
): MeetingReading[] {
  const asked = contactsOf(phrase)
  const { facts, diagnostics } = readPhrase(asked === null ? phrase : phrase.slice(0, asked.from), update, line)
  const said = diagnostics.filter(({ code }) => code !== 'second-day')
  const elsewhere = facts.every(({ start }) => start === null) ? onlyTimeIn(text) : null
  const place = placeInProse.exec(phrase)?.groups?.place?.trim()
  return facts.map((fact, at) => ({
    meeting: {
      ...fact,
      ...(fact.date !== null && elsewhere),
      label: label.replace(/^(?:the|our)\s+/iu, '').replace(/(?<=\S)\s+meeting$/u, ''),
      subject: null,
      mode: fact.mode ?? modeOf(text),
      place: place ?? fact.place,
      contacts: asked?.contacts ?? contactsOf(text)?.contacts ?? [],
      text,
    },
    diagnostics: at === 0 ? said : [],
  }))
}
