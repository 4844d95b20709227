/** What decisions about stories look at: the blocks of a section, their shapes, and the titles that the publication list prints. */

import { isDetailWithRemark } from '../contacts/contact-details.ts'
import { isContactHeader } from '../contacts/contact-header.ts'
import type { Layout } from '../layouts/layout.ts'
import { isMeetingLine } from '../meetings/meetings.ts'
import { readStatement } from '../publications/statements.ts'
import type { Block } from '../text/blocks.ts'
import { type Candidate, coverageOf, type TitleIndex, titlesWith } from '../text/likeness.ts'
import { quotationsIn } from '../text/quotations.ts'
import { type Shape, shapeOf } from '../text/shapes.ts'
import { distinctiveWords, wordsOf } from '../text/wording.ts'

/** A story as blocks. `lost` names the block at which a title must have stood. */
export type DraftStory = {
  kicker: Block | null
  title: Block[]
  parts: { label: Block | null; blocks: Block[] }[]
  lost: Block | null
}

export type Evidence = {
  blocks: readonly Block[]
  shapes: readonly Shape[]
  /** Whether each block is a line about one network. */
  meetings: readonly boolean[]
  layout: Layout
  /** Most paragraphs have more than one blank line above them, so that such a gap says nothing. */
  widelySpaced: boolean
  /** What is known of each block, wherever it was put. */
  shapeIn: ReadonlyMap<Block, Shape>
  /** The distinctive words of the blocks asked for so far. */
  words: Map<Block, readonly string[]>
  listed: TitleIndex
}

/** A paragraph says in its first sentences what it is about. */
const mostRead = 1500

export function gatherEvidence(blocks: readonly Block[], listed: TitleIndex, layout: Layout): Evidence {
  const quoted = quotationsIn(blocks)
  const shapes = blocks.map((block, at) => {
    const shape = shapeOf(block, layout)
    if (shape !== 'subheading' && shape !== 'phrase') return shape
    // "Survey Lead: A Name (Poole)" above an address is not a title.
    if (isContactHeader(block.text) && isDetailWithRemark(blocks[at + 1]?.lines[0]?.text ?? '')) return 'pointer'
    return quoted[at] ? 'sentence' : shape
  })
  return {
    blocks,
    shapes,
    meetings: blocks.map(({ text }) => isMeetingLine(text)),
    layout,
    widelySpaced: blocks.filter(({ gap }) => gap > 1).length > blocks.length * 0.6,
    shapeIn: new Map(blocks.map((block, index) => [block, shapes[index] ?? 'phrase'])),
    words: new Map(),
    listed,
  }
}

export const hasBody = (story: DraftStory): boolean => (story.parts.at(-1)?.blocks.length ?? 0) > 0
export const hasLabel = (story: DraftStory): boolean => story.parts.some(part => part.label !== null)
export const bodyOf = (story: DraftStory): Block[] => story.parts.flatMap(part => part.blocks)

/** The sentence with which a story opens ("On 7 March NSPCC published …"); undefined where it has none. */
export const openingBlock = (story: DraftStory, { shapeIn }: Evidence): Block | undefined =>
  bodyOf(story).find(block => shapeIn.get(block) === 'opening')

/** Its title, labels and paragraphs. */
export const blocksOf = (story: DraftStory): Block[] => [
  ...story.title,
  ...story.parts.flatMap(part => [...(part.label === null ? [] : [part.label]), ...part.blocks]),
]

/** All words of a story on one line. */
export const textOfStory = (story: DraftStory): string =>
  blocksOf(story)
    .map(block => block.text)
    .join(' ')

/** The distinctive words of blocks. */
export function wordsIn(evidence: Evidence, blocks: readonly Block[]): Set<string> {
  const words = new Set<string>()
  for (const block of blocks) for (const word of wordsOfBlock(evidence, block)) words.add(word)
  return words
}

function wordsOfBlock({ words }: Evidence, block: Block): readonly string[] {
  const known = words.get(block)
  if (known !== undefined) return known
  const found = distinctiveWords(block.text.slice(0, mostRead))
  words.set(block, found)
  return found
}

export function wordsAt(evidence: Evidence, at: number): readonly string[] {
  const block = evidence.blocks[at]
  return block === undefined ? [] : wordsOfBlock(evidence, block)
}

/** The distinctive words of the blocks from one to another, the second not included. */
export const wordsBetween = (evidence: Evidence, from: number, to: number): Set<string> =>
  wordsIn(evidence, evidence.blocks.slice(from, to))

/** How many of a block's distinctive words the three blocks below it take up, from 0 to 1; a title that the list prints counts 0.9. */
export function shareTakenUp(evidence: Evidence, at: number, after = wordsBetween(evidence, at + 1, at + 4)): number {
  const words = wordsAt(evidence, at)
  const shared = words.filter(word => after.has(word)).length / Math.max(1, words.length)
  return Math.max(shared, isListed(evidence, at) ? 0.9 : 0)
}

/** Whether the publication list prints a title much like this block. */
export const isListed = (evidence: Evidence, at: number): boolean => listedTitles(evidence, at).length > 0

/** … and one that the story above is not about. */
export function isListedAfresh(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const listed = listedTitles(evidence, at)
  if (current === undefined || listed.length === 0) return listed.length > 0
  const opening = openingBlock(current, evidence)
  const stated = opening === undefined ? '' : wordsOf(readStatement(opening.text)?.title ?? '').join(' ')
  const words = wordsIn(evidence, [...current.title, ...(opening === undefined ? [] : [opening])])
  return listed.some(
    title => coverageOf(title, words).share < 0.6 && !(stated.length > 8 && title.flat.startsWith(stated)),
  )
}

function listedTitles(evidence: Evidence, at: number): Candidate[] {
  const { listed } = evidence
  const phrase = new Set(wordsAt(evidence, at))
  return titlesWith(listed, phrase).filter(title => {
    const { share, words, rare } = coverageOf(title, phrase)
    // "Early Career Framework", of which "the Early Career Framework expert writing group" is listed
    const named = words >= 3 && words === phrase.size && rare >= 1
    return title.words.size > 1 && (share >= 0.6 || named)
  })
}

/** A line of a list that lost its marks: one of three phrases in a row or more, or one of those behind a colon. */
export function isLineOfList({ blocks, shapes, layout }: Evidence, at: number): boolean {
  let [first, last] = [at, at]
  while (shapes[first - 1] === 'phrase' && at - first < 40) first -= 1
  while (shapes[last + 1] === 'phrase' && last - at < 3) last += 1
  const above = blocks[first - 1]
  const led = above?.text.endsWith(':') === true && !layout.labels.keys.has(above.key)
  return led || last - first >= 2
}
