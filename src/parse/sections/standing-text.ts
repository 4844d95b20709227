/**
 * Where the stories begin when no line says so (2018–23). Standing text is recognised by its subject: the newsletter asks its readers
 * for news, points to the programme's own plan, or says what the programme and this update are.
 */
import type { Layout } from '../layouts/layout.ts'
import { type Evidence, gatherEvidence, shareTakenUp, wordsBetween } from '../stories/evidence.ts'
import type { Block } from '../text/blocks.ts'
import type { TitleIndex } from '../text/likeness.ts'
import { isFurniture } from './furniture.ts'
import type { Masthead } from './masthead.ts'
import type { RawSection } from './sections.ts'

/** If you have any news that you would like included … · Ideas for the Programme are welcome · Please send items for next week to … */
const contribution = /\b(?:news|stor(?:y|ies)|items?|articles?|suggestions?|ideas?|contributions?|good practice)\b/i
const request =
  /\b(?:please|contact|e-?mail|send|let (?:us|me|\p{Lu}\p{L}+) know|tell us|get in touch|submit|share|welcome|(?:glad|happy|pleased|love|like|keen) to (?:hear|have|receive|include))\b/iu
/** What only the newsletter says of itself, and of those who send it. */
const ownName =
  /\b(?:friday update|(?:this|our|the next|next week['’]s|weekly|each) (?:week['’]s )?(?:update|newsletter|bulletin|edition|issue|mailing|e-?mail)|headlines and highlights|seslip?)\b/i
const ourProgramme =
  /\b(?:the|our) (?:[\p{Lu}][\p{L}-]+ ){0,4}(?:Programme|programme|Alliance|Partnership|website|web site)\b/u
const toReader =
  /^(?:if you|to (?:find|know|learn|see|subscribe|apply|join)|would you|do you|are you|have you|click|visit)\b/i
const readerMay = /\b(?:you|your|we|our)\b/i
const greeting = /^(?:dear|hello|hi|good (?:morning|afternoon)|welcome to|happy (?:new year|christmas|easter))\b/i
/** Our Regional Improvement Plan for 2019-20 can be found here. · We have produced a Regional Improvement Plan, which is here */
const ownPlan =
  /^(?:our|we have (?:now |also )?(?:produced|published|updated|written)(?: a| an| our)?)\s[^.!?]{4,150}\bhere\b\W*$/i
const longestOffer = 500

/** Whether a block is what the newsletter says each week, or what a mail or page says around it. */
const saysStanding = (block: Block): boolean =>
  saysOfItself(block) || isFurniture(block.text) || (greeting.test(block.text) && block.text.length < 120)

/** Whether a block is what the newsletter says each week, by its own words. */
function saysOfItself({ text, kind }: Block): boolean {
  if (kind === 'list' || text.length > 1200) return false
  if (ownPlan.test(text)) return true
  if (
    ownName.test(text) &&
    readerMay.test(text) &&
    (toReader.test(text) || request.test(text) || /\b(?:shown|below|above)\b/.test(text))
  )
    return true
  if (toReader.test(text) && ourProgramme.test(text) && text.length < longestOffer) return true
  return contribution.test(text) && request.test(text) && (ourProgramme.test(text) || asksForNews.test(text))
}
const asksForNews =
  /\bany (?:news|suggestions?|ideas?)\b|\b(?:news|stor(?:y|ies)|items?|articles?) (?:for|of|from|about|to) (?:the|our|us|you|your|next|inclu)/i

/** The label, opening or kicker of the first story: no standing text is below it. */
const sure = new Set(['label', 'kicker', 'opening'])

type LayoutAndTitles = { layout: Layout; listed: TitleIndex }

/** Where the text has no line above its stories, they are parted from the standing text in front of them. */
export function withUnheadedStories(
  sections: RawSection[],
  masthead: Masthead,
  reading: LayoutAndTitles,
): RawSection[] {
  const at = sections.findIndex(section => section.kind === 'updates' || section.kind === 'reminders')
  if (sections[at]?.kind === 'updates') return sections
  const host = sections.slice(0, at < 0 ? sections.length : at).findLast(section => section.kind === 'notices')
  if (host === undefined) return sections
  const start = firstStory(host.blocks, masthead, reading)
  if (start >= host.blocks.length) return sections
  const stories: RawSection = { kind: 'updates', heading: null, blocks: host.blocks.slice(start) }
  return sections.flatMap(section =>
    section === host ? [{ ...host, blocks: host.blocks.slice(0, start) }, stories] : [section],
  )
}

/** The block at which the stories begin if no line opens them; `blocks.length` if there are none. */
function firstStory(blocks: readonly Block[], masthead: Masthead, { layout, listed }: LayoutAndTitles): number {
  const numberOf = (block: Block | undefined) => block?.lines[0]?.number ?? 0
  const border = blocks.findIndex(block => numberOf(block) > masthead.border)
  if (border < 0) return blocks.length
  const evidence = gatherEvidence(blocks, listed, layout)
  const isStanding = (at: number) => {
    const block = blocks[at]
    return block !== undefined && saysStanding(block) && !isTold(evidence, at)
  }
  // Where standing text is above the masthead, and none right below it, the masthead is the border.
  const first = blocks[border]
  if (first !== undefined && blocks.slice(0, border).some(saysOfItself) && !(saysOfItself(first) && isStanding(border)))
    return border
  const found = evidence.shapes.findIndex((shape, at) => at >= border && sure.has(shape) && !isStanding(at))
  const limit = found < 0 ? blocks.length : found
  const last = findLast(limit, at => at >= border && isStanding(at))
  return firstTitle(evidence, { from: Math.max(border, last + 1), limit })
}

function findLast(before: number, test: (at: number) => boolean): number {
  for (let at = before - 1; at >= 0; at -= 1) if (test(at)) return at
  return -1
}

/** Whether a block that might be standing text goes on with a title right above it, whose words it takes up. */
function isTold(evidence: Evidence, at: number): boolean {
  const above = evidence.shapes[at - 1]
  return (
    (above === 'phrase' || above === 'subheading') &&
    shareTakenUp(evidence, at - 1, wordsBetween(evidence, at, at + 1)) >= 0.5
  )
}

type Stretch = { from: number; limit: number }

/** The first block after the standing text that may be a title; a picture's caption above it may not. */
function firstTitle(evidence: Evidence, { from, limit }: Stretch): number {
  const { blocks, shapes } = evidence
  const end = Math.min(limit, blocks.length - 1)
  for (let at = from; at < end; at += 1) {
    if (shapes[at] === 'subheading') return at
    if (shapes[at] === 'phrase') return isCaption(evidence, at) ? at + 1 : at
  }
  if (limit >= blocks.length) return blocks.length
  // A title that reads as a sentence: a short one, with the story's text or label below it.
  const short = (at: number) => shapes[at] !== 'list' && (blocks[at]?.text.length ?? 0) <= longestSentenceTitle
  const title = shapes[limit] === 'opening' ? limit - 1 : indexFrom(from, limit, short)
  return title >= from && short(title) ? title : limit
}
const longestSentenceTitle = 130

function indexFrom(from: number, to: number, test: (at: number) => boolean): number {
  for (let at = from; at < to; at += 1) if (test(at)) return at
  return to
}

/** "Three children playing happily together", above the first title: what follows is about the line below it. */
const isCaption = (evidence: Evidence, at: number): boolean =>
  evidence.shapes[at + 1] === 'phrase' && shareTakenUp(evidence, at) === 0 && shareTakenUp(evidence, at + 1) >= 0.5
