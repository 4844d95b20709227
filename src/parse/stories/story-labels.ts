/** What a label opens: a part of the story above it, or a story whose title was lost or has been passed over. */
import type { Block } from '../text/blocks.ts'
import { coverageOf, isStrong, titlesMarkedBy } from '../text/likeness.ts'
import { isStopped, titleness } from '../text/shapes.ts'
import { headingKey } from '../text/wording.ts'
import {
  blocksOf,
  type DraftStory,
  type Evidence,
  hasBody,
  isLineOfList,
  openingBlock,
  shareTakenUp,
  wordsBetween,
  wordsIn,
} from './evidence.ts'
import { isToldAfresh } from './story-titles.ts'

/** `retitle`: the story began further up, at the block with this index, which is its title. */
type LabelStep = { kind: 'label' } | { kind: 'lost' } | { kind: 'retitle'; from: number }

/** A label goes on with the story above it, unless it repeats one of that story's, or speaks of another publication. */
export function stepAtLabel(evidence: Evidence, at: number, current: DraftStory | undefined): LabelStep {
  const block = evidence.blocks[at]
  if (current === undefined || block === undefined) return { kind: 'lost' }
  const key = keyOf(block)
  const labels = current.parts.flatMap(part => (part.label === null ? [] : [keyOf(part.label)]))
  const first = evidence.layout.labels.list[0]?.key
  const closed = evidence.layout.subheadings === 'closed'
  // 593 and 654 print "Network dates:" above each of two columns of one list.
  const amongMeetings = [at - 1, at + 1].every(index => evidence.meetings[index] === true)
  if (labels.includes(key) && amongMeetings) return { kind: 'label' }
  if (labels.includes(key) || (closed && labels.length > 0 && key === first)) {
    const from = passedTitle(evidence, at, current)
    return from === null ? { kind: 'lost' } : { kind: 'retitle', from }
  }
  return speaksOfAnother(evidence, at, current) ? { kind: 'lost' } : { kind: 'label' }
}

/** What a block is compared with labels by, were it as long or as oddly begun as no label is. */
const keyOf = ({ key, text }: Block): string => (key === '' ? headingKey(text) : key)

/**
 * A title must have stood between a label and its repetition. The block that may be it: a phrase right above the label, or,
 * where the layout has no other labels, the phrase or short sentence that what follows it is most about.
 */
function passedTitle(evidence: Evidence, at: number, current: DraftStory): number | null {
  const count = current.parts.at(-1)?.blocks.length ?? 0
  if (count < 2) return null
  if (evidence.shapes[at - 1] === 'phrase' && !isLineOfList(evidence, at - 1)) return at - 1
  if (evidence.layout.subheadings === 'open')
    return isTitleOfOneParagraph(evidence, at - 2) && count > 2 ? at - 2 : null
  const candidates = Array.from({ length: count - 2 }, (_, index) => at - count + 1 + index)
    .filter(index => isTitleLike(evidence, index))
    .map(index => ({ index, score: scoreOf(evidence, index) }))
    .sort((a, b) => b.score - a.score)
  const best = candidates[0]
  return best !== undefined && best.score >= 0.5 ? best.index : null
}

/** "Contact us about fostering" or "Places are still free on the course", a paragraph, and the label that comes again. */
const isTitleOfOneParagraph = (evidence: Evidence, at: number): boolean =>
  evidence.shapes[at + 1] === 'sentence' && (isCall(evidence, at) || isToldTitle(evidence, at))

const isToldTitle = (evidence: Evidence, at: number): boolean =>
  isToldAfresh(evidence, at) && titleness(evidence.blocks[at]?.text ?? '') >= 0

const isCall = ({ blocks, shapes }: Evidence, at: number): boolean =>
  (shapes[at] === 'pointer' || shapes[at] === 'phrase') &&
  !/[.:;,@]|\bhere\b|\bbelow\b/u.test(blocks[at]?.text ?? '') &&
  /\s\S+\s/u.test(blocks[at]?.text ?? '')

const scoreOf = (evidence: Evidence, at: number): number =>
  shareTakenUp(evidence, at) +
  titleness(evidence.blocks[at]?.text ?? '') +
  (evidence.shapes[at] === 'phrase' ? 0.5 : isStopped(evidence.blocks[at]?.text ?? '') ? -0.2 : 0)

const isTitleLike = ({ blocks, shapes }: Evidence, at: number): boolean =>
  (shapes[at] === 'phrase' || shapes[at] === 'sentence') &&
  (blocks[at]?.text.length ?? 0) < 130 &&
  !/[;,]$/u.test(blocks[at]?.text ?? '') &&
  !((blocks[at]?.text ?? '').endsWith(':') && shapes[at + 1] === 'list')

/**
 * A label whose text is about a listed publication that the story above is not about, or with a second publication below
 * it: the title between them was lost.
 */
function speaksOfAnother(evidence: Evidence, at: number, current: DraftStory): boolean {
  if (evidence.layout.subheadings === 'closed' || !hasBody(current)) return false
  if (evidence.shapes[at + 1] === 'opening' && openingBlock(current, evidence) !== undefined) return true
  const region = wordsBetween(evidence, at, endOfPart(evidence, at))
  const marked = titlesMarkedBy(evidence.listed, region)
    .map(title => ({ title, there: coverageOf(title, region) }))
    .filter(({ there }) => isStrong(there))
  if (marked.length === 0) return false
  const above = wordsIn(evidence, blocksOf(current))
  return marked.some(({ title, there }) => there.share - coverageOf(title, above).share >= 0.4)
}

/** Where the part that a label opens has ended for certain: at the next label, opening, or phrase that is not the label's first words. */
function endOfPart({ shapes }: Evidence, label: number): number {
  const ends = new Set(['label', 'subheading', 'kicker', 'opening', 'day'])
  let end = label + 1
  while (end < shapes.length && !ends.has(shapes[end] ?? '') && (shapes[end] !== 'phrase' || end === label + 1))
    end += 1
  // The block right above an opening is the title of the next story, whatever it looks like.
  return shapes[end] === 'opening' && end > label + 2 ? end - 1 : end
}
