/**
 * Where one story ends and the next begins. No text says so for certain: the evidence is a block's shape, the blocks before
 * and after it, and the update's own list of publications.
 */

import type { Layout } from '../layouts/layout.ts'
import { isBareMeetingLine } from '../meetings/meetings.ts'
import type { Block } from '../text/blocks.ts'
import { isWrapped } from '../text/flow.ts'
import type { TitleIndex } from '../text/likeness.ts'
import type { Shape } from '../text/shapes.ts'
import { hasWord } from '../text/wording.ts'
import { type DraftStory, type Evidence, gatherEvidence, hasBody, hasLabel, openingBlock } from './evidence.ts'
import { stepAtLabel } from './story-labels.ts'
import {
  isCallingTitle,
  isInnerHeading,
  isStoppedTitle,
  isTitle,
  isTitleAfterAll,
  isToldAfresh,
} from './story-titles.ts'

/**
 * Parts the blocks of a section into stories, in order; every block is in exactly one of them, but for signs without a word
 * above the first.
 */
export function partStories(all: readonly Block[], listed: TitleIndex, layout: Layout): DraftStory[] {
  const first = all.findIndex(({ text }) => hasWord(text))
  const blocks = first === -1 ? [] : all.slice(first)
  const evidence = gatherEvidence(blocks, listed, layout)
  const stories: DraftStory[] = []
  let at = 0
  while (at < blocks.length) at += take(evidence, at, stories)
  return stories
}

type Step =
  | { kind: 'kicker' | 'title' | 'label' | 'body' }
  /** A story begins at this block, and its title is lost. */
  | { kind: 'lost' }
  | { kind: 'retitle'; from: number }

/** Puts the block at an index where it belongs, and returns how many blocks that took. */
function take(evidence: Evidence, at: number, stories: DraftStory[]): number {
  const block = evidence.blocks[at]
  if (block === undefined) return 1
  const current = stories.at(-1)
  const step = decide(evidence, at, current)
  switch (step.kind) {
    case 'kicker': {
      const title = titleBelowKicker(evidence, at)
      stories.push({ kicker: block, title, parts: [], lost: title.length === 0 ? block : null })
      return 1 + title.length
    }
    case 'title':
      stories.push({ kicker: null, title: [block], parts: [], lost: null })
      return 1
    case 'lost':
      stories.push({ kicker: null, title: [], parts: [partFrom(evidence, at)], lost: block })
      return 1
    case 'retitle': {
      const [title, ...body] = current?.parts.at(-1)?.blocks.splice(step.from - at) ?? []
      const parts = body.length === 0 ? [] : [{ label: null, blocks: body }]
      stories.push({
        kicker: null,
        title: title === undefined ? [] : [title],
        parts: [...parts, partFrom(evidence, at)],
        lost: null,
      })
      return 1
    }
    case 'label':
      current?.parts.push(partFrom(evidence, at))
      return 1
    case 'body':
      addToBody(stories, block)
      return 1
    default:
      return step satisfies never
  }
}

function decide(evidence: Evidence, at: number, current: DraftStory | undefined): Step {
  const shape = evidence.shapes[at]
  if (!hasWord(evidence.blocks[at]?.text ?? '')) return { kind: 'body' }
  if (shape === 'kicker') return { kind: 'kicker' }
  if (isMeetingAmongMeetings(evidence, at)) return { kind: 'body' }
  switch (shape) {
    case 'label':
      return stepAtLabel(evidence, at, current)
    case 'subheading':
      if (leadsInBelowLabel(evidence, at, current)) return { kind: 'body' }
      return isTitleAfterAll(evidence, at, current) ? { kind: 'title' } : stepAtLabel(evidence, at, current)
    case 'opening':
      return opensUntitled(evidence, at, current) ? { kind: 'lost' } : { kind: 'body' }
    case 'phrase':
      if (!isTitle(evidence, at, current)) return { kind: 'body' }
      return isInnerHeading(evidence, at, current) ? { kind: 'label' } : { kind: 'title' }
    case 'pointer':
      return isCallingTitle(evidence, at, current) || isStoppedTitle(evidence, at, current)
        ? { kind: 'title' }
        : { kind: 'body' }
    case 'sentence':
      return isStoppedTitle(evidence, at, current) || isTellingTitle(evidence, at, current)
        ? { kind: 'title' }
        : { kind: 'body' }
    default:
      return { kind: 'body' }
  }
}

/**
 * "Most care leavers are worried about their rent": a sentence without its full stop, right above the opening of a story that would
 * otherwise have lost its title.
 */
function isTellingTitle(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  return evidence.shapes[at + 1] === 'opening' && isToldAfresh(evidence, at) && opensUntitled(evidence, at + 1, current)
}

/** "Details" / "The panel heard:" and a list: the label would be empty, so the blocks below it are its text. */
function leadsInBelowLabel({ blocks, layout }: Evidence, at: number, current: DraftStory | undefined): boolean {
  const part = current?.parts.at(-1)
  const isEmpty = part?.label != null && part.blocks.length === 0 && layout.labels.keys.has(part.label.key)
  return isEmpty && (blocks[at]?.text.endsWith(':') ?? false)
}

/** "QA Network: Contact …" beside another such line; alone it might be a title. */
function isMeetingAmongMeetings({ blocks, meetings, layout }: Evidence, at: number): boolean {
  const [above, below] = [blocks[at - 1], blocks[at + 1]].map(block => isBareMeetingLine(block?.text ?? ''))
  if (meetings[at] === true) return meetings[at - 1] === true || meetings[at + 1] === true || above === true
  if (meetings[at - 1] !== true || (meetings[at + 1] !== true && below !== true)) return false
  return isBareMeetingLine(blocks[at]?.text ?? '') && !layout.labels.keys.has(blocks[at]?.key ?? '')
}

/** "Programme:", and the title below it, up to the next label; wrapped over more lines only where a label ends it. */
function titleBelowKicker({ blocks, shapes, layout }: Evidence, kicker: number): Block[] {
  const ends = (shape: Shape | undefined) =>
    shape === undefined || shape === 'label' || shape === 'kicker' || shape === 'list'
  if (ends(shapes[kicker + 1]) || !hasWord(blocks[kicker + 1]?.text ?? '')) return []
  const goesOn = (at: number) =>
    isWrapped(blocks[at - 1]?.text ?? '', blocks[at]?.text ?? '') ||
    (layout.subheadings === 'closed' && shapes[at] === 'phrase')
  let end = kicker + 2
  while (end < kicker + 4 && !ends(shapes[end]) && goesOn(end)) end += 1
  return shapes[end] === 'label' ? blocks.slice(kicker + 1, end) : blocks.slice(kicker + 1, kicker + 2)
}

/** "On 3 April X published …" below a story that is complete (it has had its opening and its label): another begins here. */
function opensUntitled(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  if (current === undefined || evidence.layout.subheadings === 'closed') return false
  if (!hasLabel(current) || !hasBody(current)) return false
  if (evidence.shapes[at + 1] === 'label') return true
  return openingBlock(current, evidence) !== undefined && evidence.shapes[at - 1] !== 'label'
}

/** The part that a block opens: as its label, or as its first paragraph. */
function partFrom({ blocks, shapes }: Evidence, at: number): DraftStory['parts'][number] {
  const block = blocks[at]
  if (block === undefined) throw new Error('no block is here')
  return shapes[at] === 'opening' ? { label: null, blocks: [block] } : { label: block, blocks: [] }
}

function addToBody(stories: DraftStory[], block: Block): void {
  const story = stories.at(-1)
  if (story === undefined)
    stories.push({ kicker: null, title: [], parts: [{ label: null, blocks: [block] }], lost: null })
  else if (story.parts.length === 0) story.parts.push({ label: null, blocks: [block] })
  else story.parts.at(-1)?.blocks.push(block)
}
