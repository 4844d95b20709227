/**
 * What a block looks like, by itself: the evidence that stories are told apart by. No list of titles; shape and, in
 * `items.ts`, neighbours.
 */
import { type Block, isOpening } from './blocks.ts'
import { isContactDetail, isContactHeader } from './contacts.ts'
import { findDays, findTimes } from './dates.ts'
import type { Layout } from './layouts/layout.ts'
import { headingKey, isHeading } from './wording.ts'

export type Shape =
  /** "Programme:", "Reminder": opens a story and stands above its title. */
  | 'kicker'
  /** "Details", "Findings show:", "Next steps": opens a part of a story. */
  | 'label'
  /** "On 7 March NSPCC published …". */
  | 'opening'
  /** "Tuesday 30 January 2024". */
  | 'day'
  /** "Book your place here", "A summary is here (pdf 4 pages)", an address or number alone. */
  | 'pointer'
  | 'contact'
  | 'list'
  /** Prose: it ends as a sentence ends, or speaks as one does. */
  | 'sentence'
  /** A few words without a full stop: what titles look like. */
  | 'phrase'

/** Longer than any title seen (389 has one of 125 characters; three wrapped lines make 200). */
const longestTitle = 210
const mostTitleLines = 3

export function shapeOf(block: Block, layout: Layout): Shape {
  const { text } = block
  if (block.kind === 'list') return 'list'
  if (isKnown(layout.kickers, text)) return 'kicker'
  if (isKnown(layout.labels, text)) return 'label'
  if (isOpening(text)) return 'opening'
  if (isDay(text)) return 'day'
  if (isContactDetail(text)) return 'pointer'
  if (block.lines.some(line => isContactDetail(line.text)) || (isContactHeader(text) && /\(.+\)$/u.test(text)))
    return 'contact'
  if (isPointer(text)) return 'pointer'
  if (isSubheading(text, layout)) return 'label'
  if (isSentence(block)) return 'sentence'
  return 'phrase'
}

const isKnown = (words: readonly string[], text: string) =>
  text.length < 60 && words.some(known => isHeading(text, known))

/** A line of nothing but a day, perhaps with its hours: "Tuesday 30 January 2024", "6 March 2020, 10am - 1pm". */
function isDay(text: string): boolean {
  const days = findDays(text)
  if (days.length === 0) return false
  const { times } = findTimes(text, days)
  const rest = [...days, ...times]
    .sort((a, b) => b.index - a.index)
    .reduce((left, span) => left.slice(0, span.index) + left.slice(span.index + span.length), text)
  return /^[\s,;:–-]*(?:(?:on|at|from|and|&|date|dates|when|time|via teams|online|in person|face-to-face)[\s,;:–-]*)*$/iu.test(
    rest,
  )
}

// Watch the film here · The full report is here (pdf 35 pages) · Booking now open · Read the blog commentary here
const endsHere = /\bhere\b[\s.]*(?:\([^)]*\))?[\s.]*$/iu
const callsToAct =
  /^(?:please\s+)?(?:book(?:ing)?|register|registration|view|watch|read|download|click|see|find out|sign up|apply|more (?:details|information|info)|further (?:details|information)|for (?:more|further)|contact|email|tel|link)\b/iu
const isPointer = (text: string): boolean =>
  text.length < 120 &&
  (endsHere.test(text) ||
    (callsToAct.test(text) && (text.split(' ').length <= 5 || /\b(?:from|contact|at|link|below)\b/u.test(text))))

// Sub-headings are made of few words for parts of a text: "Webinar details", "Key findings", "Next steps", "Main recommendations".
const partWords =
  /^(?:(?:key|main|next|further|more|other|webinar|event|workshop|session|course|conference|programme|project|report|about|summary|contact|booking|additional|background|executive|practical|useful|important|full|policy|practice|emerging|the|of|and|for|to|in) )*(?:details|headlines?|findings|recommendations?|steps|actions?|background|summary|aims?|objectives?|purpose|outcomes?|context|overview|introduction|conclusions?|messages|points|themes|learning|agenda|speakers|information|methodology|methods?|results|timetable|timescales?|deadlines?|resources|links|questions|highlights|implications|eligibility|audience|format|costs?|venue|quotes?|comment|commentary|response|notes?|required|dates|facts|figures|statistics|priorities|proposals|changes|benefits|features|contents|topics|who should attend|what next|what this means|why it matters|what is it|how to apply|how to book|the report finds|the report says)(?: (?:for [a-z ]+|include|are|of the report|from the report))?$/u

function isSubheading(text: string, layout: Layout): boolean {
  if (layout.subheadings === 'closed') return false
  const words = text.split(' ').length
  // `Investment “inadequate”:` · "The workshop will:" · "Findings show:"; a longer line with a colon leads into what follows it.
  if (/:$/u.test(text)) return words <= 5 && /^[\p{Lu}“‘"'\d]/u.test(text) && !/[.;]/u.test(text)
  return words <= 5 && partWords.test(headingKey(text)) && /^\p{Lu}/u.test(text)
}

const endsAsSentence = /(?:[.;:,…]|\band|\bor|\bthe|\bof|\bfrom|\bwith|\bto|\bby|\bin)["”’)\]]*$/u
const speaksAsSentence =
  /\(?details below\)?|\b(?:please|has (?:now )?published|have (?:now )?published|is hosting|are hosting|is now open|are now available|is available|are available|can be (?:found|viewed|downloaded|accessed|used)|for (?:more|further) (?:details|information)|(?:more|further) (?:details|information) (?:from|about|of|can|are|is)|you can|you may|we (?:are|have|will|would)|if you|is here|are here)\b/iu

// It is convened by the Rees Centre … · This project is funded by …
const beginsAsSentence = /^(?:It|This|These|They|There|We|You|He|She|I)\s+\p{Ll}+/u

function isSentence(block: Block): boolean {
  const { text, lines } = block
  if (text.length > longestTitle || lines.length > mostTitleLines) return true
  if (/^[a-z(]/u.test(text) || endsAsSentence.test(text) || beginsAsSentence.test(text)) return true
  return (
    speaksAsSentence.test(text) ||
    /[.!?]\s+\p{Lu}[\s\S]*[.!]?$/u.test(text.replace(/\b(?:vs|No|St|Dr|Mr|Mrs|Ms|Prof)\./gu, ''))
  )
}
