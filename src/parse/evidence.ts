/** What decisions about stories look at: the blocks of a section, their shapes, and the titles that the publication list prints. */
import type { Block } from './blocks.ts'
import { isKnownLabel, type Layout } from './layouts/layout.ts'
import { type Candidate, type Coverage, candidateOf, countWords, coverageOf } from './likeness.ts'
import { type Shape, shapeOf } from './shapes.ts'
import { readStatement } from './statements.ts'
import { tellingWords, wordsOf } from './wording.ts'

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
  titles: readonly Candidate[]
  counts: ReadonlyMap<string, number>
  layout: Layout
}

export function gatherEvidence(blocks: readonly Block[], titles: readonly string[], layout: Layout): Evidence {
  const candidates = titles.map(candidateOf)
  return {
    blocks,
    shapes: blocks.map(block => shapeOf(block, layout)),
    titles: candidates,
    counts: countWords(candidates),
    layout,
  }
}

export const hasBody = (story: DraftStory): boolean => (story.parts.at(-1)?.blocks.length ?? 0) > 0
export const hasLabel = (story: DraftStory): boolean => story.parts.some(part => part.label !== null)
export const bodyOf = (story: DraftStory): Block[] => story.parts.flatMap(part => part.blocks)

/** The sentence with which a story opens ("On 7 March NSPCC published …"); undefined where it has none. */
export const openingOf = (story: DraftStory, { blocks, shapes }: Evidence): Block | undefined =>
  bodyOf(story).find(block => shapes[blocks.indexOf(block)] === 'opening')

/** All words of a story on one line. */
export const textOf = (story: DraftStory): string =>
  [...story.title, ...story.parts.flatMap(part => [...(part.label === null ? [] : [part.label]), ...part.blocks])]
    .map(block => block.text)
    .join(' ')

/** The telling words of the blocks from one to another, the second not included. */
export const wordsBetween = ({ blocks }: Evidence, from: number, to: number): Set<string> =>
  new Set(
    tellingWords(
      blocks
        .slice(from, to)
        .map(block => block.text)
        .join(' ')
        .slice(0, 1500),
    ),
  )

/** How many of a block's telling words the three blocks below it take up, from 0 to 1; a title that the list prints counts 0.9. */
export function likeness(evidence: Evidence, at: number, after = wordsBetween(evidence, at + 1, at + 4)): number {
  const words = tellingWords(evidence.blocks[at]?.text ?? '')
  const shared = words.filter(word => after.has(word)).length / Math.max(1, words.length)
  return Math.max(shared, isListed(evidence, at) ? 0.9 : 0)
}

/** Whether the publication list prints a title much like this block. */
export const isListed = (evidence: Evidence, at: number): boolean => listedTitles(evidence, at).length > 0

/** … and one that the story above is not about. */
export function isListedAfresh(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const listed = listedTitles(evidence, at)
  if (current === undefined || listed.length === 0) return listed.length > 0
  const opening = openingOf(current, evidence)
  const told = opening === undefined ? '' : wordsOf(readStatement(opening.text)?.title ?? '').join(' ')
  const words = new Set(
    tellingWords([...current.title, ...(opening === undefined ? [] : [opening])].map(block => block.text).join(' ')),
  )
  return listed.some(
    title => coverageOf(title, words, evidence.counts).share < 0.6 && !(told.length > 8 && title.flat.startsWith(told)),
  )
}

function listedTitles(evidence: Evidence, at: number): Candidate[] {
  const phrase = new Set(tellingWords(evidence.blocks[at]?.text ?? ''))
  return evidence.titles.filter(
    title => title.words.size > 1 && coverageOf(title, phrase, evidence.counts).share >= 0.6,
  )
}

/** A line of a list that lost its marks: one of three phrases in a row or more, or one of those behind a colon. */
export function isLineOfList({ blocks, shapes, layout }: Evidence, at: number): boolean {
  let [first, last] = [at, at]
  while (shapes[first - 1] === 'phrase' && at - first < 40) first -= 1
  while (shapes[last + 1] === 'phrase' && last - at < 3) last += 1
  const above = blocks[first - 1]?.text ?? ''
  return last - first >= 2 || (above.endsWith(':') && !isKnownLabel(above, layout))
}

export const isStrong = (coverage: Coverage): boolean =>
  coverage.share >= 0.5 && coverage.words >= 3 && coverage.rare >= 1
