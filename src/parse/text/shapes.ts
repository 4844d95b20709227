/**
 * What a block looks like, by itself: the evidence for where stories begin. No list of titles; shape and, in
 * `stories.ts`, neighbours.
 */

import { isContactDetail, isDetailWithRemark } from '../contacts/contact-details.ts'
import { findDays } from '../dates/days.ts'
import { findTimes } from '../dates/times.ts'
import type { Layout } from '../layouts/layout.ts'
import type { Block } from './blocks.ts'
import { isOpening } from './openings.ts'
import { hasWord, headingKey } from './wording.ts'

export type Shape =
  /** "Programme:", "Reminder": opens a story, above its title. */
  | 'kicker'
  /** "Details", "Action Required:": a label that the layout knows. */
  | 'label'
  /** "Next steps", `Investment “inadequate”:`, "The workshop will:": looks like a sub-heading that only this story has. */
  | 'subheading'
  /** "On 7 March NSPCC published …". */
  | 'opening'
  /** "Tuesday 30 January 2024". */
  | 'day'
  /** "Book your place here", "A summary is here (pdf 4 pages)", an address or number alone. */
  | 'pointer'
  /** A table as well. */
  | 'list'
  /** Prose: it ends as a sentence ends, or speaks as one does. */
  | 'sentence'
  /** A few words without a full stop: what titles look like. */
  | 'phrase'

/** Longer than any title seen (389 has one of 125 characters; three wrapped lines make 200). */
const longestTitle = 210
const mostTitleLines = 3

export function shapeOf(block: Block, layout: Layout): Shape {
  const { text, key } = block
  if (block.kind !== 'text') return 'list'
  if (layout.kickers.keys.has(key)) return 'kicker'
  if (layout.labels.keys.has(key)) return 'label'
  if (isOpening(text)) return 'opening'
  if (isDay(text)) return 'day'
  if (isDetails(block)) return 'pointer'
  if (layout.subheadings === 'open' && isSubheading(text)) return 'subheading'
  if (isPointer(text)) return 'pointer'
  return isSentence(block) ? 'sentence' : 'phrase'
}

/** A line of an address or number; a remark may follow where no paragraph can have been wrapped. */
const isDetails = ({ lines, text }: Block): boolean =>
  lines.some(line => isContactDetail(line.text)) || (lines.length === 1 && isDetailWithRemark(text))

/** A line of nothing but a day, perhaps with its hours: "Tuesday 30 January 2024", "6 March 2020, 10am - 1pm". */
function isDay(text: string): boolean {
  if (text.length > 120 || !/\d/u.test(text)) return false
  const days = findDays(text)
  if (days.length === 0) return false
  const { times } = findTimes(text, days)
  const rest = [...days, ...times]
    .sort((a, b) => b.index - a.index)
    .reduce((left, span) => left.slice(0, span.index) + left.slice(span.index + span.length), text)
  return rest.split(/[\s,;:()–-]+/u).every(word => besideDay.has(word.toLowerCase()))
}
const besideDay = new Set([
  '',
  'on',
  'at',
  'from',
  'and',
  '&',
  'next',
  'meeting',
  'date',
  'dates',
  'date:',
  'when',
  'time',
  'via',
  'teams',
  'online',
  'in',
  'person',
  'face',
  'to',
  'zoom',
])

// Patterns of plain letters that ignore case go without the flag u, here and elsewhere: it makes them eight times slower, and adds no
// more than the Kelvin sign to k and the long ſ to s.
// Watch the film here · The full report is here (pdf 35 pages) · Booking now open · Read the blog commentary here
const endsHere = /\bhere\b[\s.]*(?:\([^)]*\)[\s.]*)?$/i
const callsToAct =
  /^(?:please\s+)?(?:book(?:ing)?|register|registration|view|watch|read|download|click|see|find out|sign up|apply|more (?:details|information|info)|further (?:details|information)|for (?:more|further)|contact|email|tel|link)\b/i
// Apply now: regional mentoring scheme · Book now – kinship webinar
const callsForTopic =
  /^(?:apply|book(?:ing)?|register|sign up)(?: now| today| early| soon)?\s*(?:[:!]|\s[–—-])\s+\S+\s+\S+/i
// Contact after adoption · Register of interests: the first word is a noun
const opensWithNoun =
  /^(?:contact (?:after|before|during|between|in|with|within|and)|(?:register|book|view|registration) of|booking (?:and|of|in))\s(?![^@]*@)/i
const isPointer = (text: string): boolean =>
  text.length < 120 &&
  !(opensWithNoun.test(text) && !endsHere.test(text)) &&
  !(callsForTopic.test(text) && !endsHere.test(text)) &&
  (endsHere.test(text) ||
    (callsToAct.test(text) && (text.split(' ').length <= 5 || /\b(?:from|contact|at|link|below)\b/u.test(text))))

// Nouns for a part of a text, with or without words before them: "Webinar details", "ADCS response", "Main recommendations".
const partNoun =
  /(?:^|\s)(?:details|headlines?|findings|recommendations?|steps|actions?|background|summary|aims?|objectives?|purpose|outcomes?|context|overview|introduction|conclusions?|messages|points|themes|agenda|speakers|information|methodology|methods?|results|timetable|timescales?|deadlines?|resources|links|questions|highlights|implications|eligibility|audience|costs?|venue|quotes?|comment|commentary|response|reaction|notes|dates|facts|figures|priorities|proposals|changes|benefits|features|contents|topics)(?: (?:for [a-z ]+|include|are|of the report|from the report))?$/u
const wholeSubheadings =
  /^(?:about(?: the)?(?: \p{L}+)?|what next|what happens next|what this means|what it means|(?:the )?(?:report|study|review|survey) (?:finds|found|says|shows))$/u
// Who should attend? · Why does it matter?
const shortQuestion = /^(?:who|what|why|when|where|how)\b[^?]{2,40}\?$/u

const opensHeading = /^[“‘"']?[\p{Lu}\d]/u

/** A heading of few words inside a story. Its neighbours decide whether it may be a title after all. */
export function isSubheading(text: string): boolean {
  if (text.length > 80 || !opensHeading.test(text)) return false
  const words = text.split(' ', 7).length
  if (words > 6) return false
  // `Investment “inadequate”:` · "The workshop will:" · "Findings show:"; a longer line with a colon leads into what follows it.
  if (text.endsWith(':')) return words <= 5 && !/[.;]/u.test(text) && !leadsIn(text, words)
  const key = headingKey(text)
  if (shortQuestion.test(key)) return true
  // “Nobody at school knows”
  if (/^[“"][^“”"]{3,60}[^“”".!][”"]$/u.test(text)) return true
  return words <= 5 && (partNoun.test(key) || wholeSubheadings.test(key))
}

/** "ONS has published these:", "The evaluation has four recommendations:", "The group agreed that:", "Mr Okoro, of Kent, said:" */
const leadsIn = (text: string, words: number): boolean =>
  speaksAsSentence.test(text) || breaksOff.test(text) || (words === 5 && finiteVerb.test(text.slice(0, -1)))

const breaksOff =
  /\s(?:that|whether|if|to|by|of|for|with|from|and|or|in|on|at|as|is|are|was|were|be|been|following|said|added|commented|explained|replied)\s*:$/iu

/** A line that stops as prose does, or breaks off in the middle of a sentence. */
export const isStopped = (text: string): boolean => endsAsSentence.test(text)

const endsAsSentence = /(?:[.;:,…]|\s(?:and|or|the|of|from|with|to|by|in))["”’)\]]*$/u
const speaksAsSentence =
  /\(?details below\)?|\b(?:please|has (?:now )?published|have (?:now )?published|published (?:an?|the|its|their|two|three|four|five|six|\d+)|is hosting|are hosting|is now open|are now available|is available|are available|can be (?:found|viewed|downloaded|accessed|used)|for (?:more|further) (?:details|information)|(?:more|further) (?:details|information) (?:from|about|of|can|are|is)|(?<!(?:what|how|when|where|why|who) )you (?:can|may)|if you|is here|are here)\b/i
// It is convened by the Rees Centre … · This project is funded by …
const beginsAsSentence = /^(?:It|This|These|They|There|We|You|He|She|I)\s+\p{Ll}+/u
// “We want to hear from as many children as possible,” she says
const quotes = /[,.!?]["”’]\s+\p{Ll}/u
// None · For information only
const saysNothing = /^(?:none|n\/a|no action(?: required)?|for information(?: only)?|for noting)\.?$/i
// Eleven authorities have shared in the second round …; in "how local partnerships are supporting" the verb is the clause's.
const finiteVerb = /\s(?:is|are|was|were|has|have|had|will|can|should|must|may|would|could)\s/u
const subordinate =
  /(?:^|\s)(?:who|how|when|where|which|that|what|why|whether|if|as|because|is|are|do|does|can|should)\s/i

// "eSafety week" begins with a name.
const opensSmall = /^(?:[a-z](?!\p{Lu}\p{Ll})|\()/u

function isSentence(block: Block): boolean {
  const { text, lines } = block
  if (!hasWord(text)) return true
  if (text.length > longestTitle || lines.length > mostTitleLines) return true
  if (
    opensSmall.test(text) ||
    endsAsSentence.test(text) ||
    beginsAsSentence.test(text) ||
    saysNothing.test(text) ||
    quotes.test(text)
  )
    return true
  return (speaksAsSentence.test(text) && !callsOnTopic(text)) || tellsSomething(text) || runsOn(text)
}

/**
 * "Children in need: please check", "SEND: tell us what you think.": a subject, and what readers are to do about it, in a few words.
 * "For more details: please contact …" and "Note: the form is here" have no subject of their own.
 */
export function callsOnTopic(text: string): boolean {
  const colon = text.length > 90 ? -1 : text.indexOf(': ')
  if (colon < 3 || endsHere.test(text) || /[@\d]|\bdetails below\b|[;:,]$/u.test(text.slice(colon + 1))) return false
  const [subject, call] = [text.slice(0, colon), text.slice(colon + 2)]
  return /^\p{Lu}[^.!?:]+$/u.test(subject) && !callsToAct.test(subject) && !isNote.test(subject) && calls.test(call)
}
const isNote = /^(?:please|note|nb|action|contact|email|when|where|who|how|cost|deadline|date|time|venue)s?\b/i
const calls =
  /^(?:please|tell|have|send|let|help|join|share|give|take|complete|check|reply|respond|vote|sign|apply|book|register|save|come|see|read|watch|we need|we want|could you|can you|would you|do you|are you)\b/i

/** "Most care leavers are worried about their rent": it says something as a headline may; it asks for nothing and points to nothing. */
export const isHeadline = (text: string): boolean =>
  opensHeading.test(text) &&
  !/[.:;,@”"]|\b(?:here|below|above)\b/u.test(text) &&
  !callsToAct.test(text) &&
  !beginsAsSentence.test(text) &&
  !speaksAsSentence.test(text)

/** A main verb in a line of some length. */
function tellsSomething(text: string): boolean {
  const verb = finiteVerb.exec(text)
  return verb !== null && text.split(' ').length >= 7 && !subordinate.test(text.slice(0, verb.index + 1))
}

/** A full stop, and a second sentence behind it; behind "What makes life good?" and "Apply now!" a subtitle may follow. */
const runsOn = (text: string): boolean =>
  (text.includes('.') && sentenceBehindStop.test(text.replace(abbreviations, ''))) ||
  (sentenceBehindCall.test(text) && /[.!]$/u.test(text))
const sentenceBehindStop = /\.\s+\p{Lu}/u
const sentenceBehindCall = /[?!]\s+\p{Lu}/u
const abbreviations = /\b(?:vs|v|No|St|Dr|Mr|Mrs|Ms|Prof|Vol)\./gu

// The report finds … · In terms of attainment … · Half of them …
const beginsAsProse =
  /^(?:The|A|An|Some|Most|Many|All|Each|More|So|In|Of|For|From|At|By|With|Over|Under|About|Around|Nearly|Almost|Only|Just|Half|One|Two|Three|Their|Its|His|Her|Please|As|If|When|While|Also|However)\s\p{Ll}/u

const longWord = /\p{L}{4,}/gu
const capitalFirst = /^\p{Lu}/u

/**
 * How much a phrase looks like a title rather than a line of prose without its full stop, from about -1 to 1: capitals throughout
 * ("Improving Attendance of Children in Need"), a colon or dash; not an article and a length that a sentence has.
 */
export function titleness(text: string): number {
  const long = text.match(longWord) ?? []
  const capitals = long.filter(word => capitalFirst.test(word)).length
  const cased = long.length >= 3 && capitals >= long.length * 0.6 ? 0.4 : 0
  const joined = /\S(?::|\s[–—-])\s\S/u.test(text) ? 0.3 : 0
  const opening = beginsAsProse.test(text) ? -0.3 : 0
  const length = text.length > 125 ? -0.6 : text.length > 90 ? -0.2 : 0
  return cased + joined + opening + length
}
