/**
 * Where one story ends and the next begins. Nothing in a text says so for certain; a block's shape, what stands before and
 * after it, and the update's own list of publications are the evidence.
 */
import type { Block } from './blocks.ts'
import type { Layout } from './layouts/layout.ts'
import { type Candidate, type Coverage, candidateOf, countWords, coverageOf } from './likeness.ts'
import { isBareMeetingLine, isMeetingLine } from './meetings.ts'
import { type Shape, shapeOf } from './shapes.ts'
import { headingKey, tellingWords } from './wording.ts'

/** A story as blocks. `lost` names the block at which a title must have stood. */
export type DraftStory = {
  kicker: Block | null
  title: Block[]
  parts: { label: Block | null; blocks: Block[] }[]
  lost: Block | null
}

/** What every decision looks at: the blocks of a section, their shapes, and the titles that the publication list prints. */
type Evidence = {
  blocks: readonly Block[]
  shapes: readonly Shape[]
  titles: readonly Candidate[]
  counts: ReadonlyMap<string, number>
  layout: Layout
}

/** Parts the blocks of a section into stories, in order; every block is in exactly one of them. */
export function partStories(blocks: readonly Block[], titles: readonly string[], layout: Layout): DraftStory[] {
  const candidates = titles.map(candidateOf)
  const evidence: Evidence = {
    blocks,
    shapes: blocks.map(block => shapeOf(block, layout)),
    titles: candidates,
    counts: countWords(candidates),
    layout,
  }
  const stories: DraftStory[] = []
  let at = 0
  while (at < blocks.length) {
    const block = blocks[at]
    if (block === undefined) break
    const current = stories.at(-1)
    const step = decide(evidence, at, current)
    if (step.kind === 'kicker') {
      const title = titleBelowKicker(evidence, at)
      stories.push({ kicker: block, title, parts: [], lost: title.length === 0 ? block : null })
      at += title.length
    } else if (step.kind === 'title') stories.push({ kicker: null, title: [block], parts: [], lost: null })
    else if (step.kind === 'label') current?.parts.push({ label: block, blocks: [] })
    else if (step.kind === 'lost')
      stories.push({ kicker: null, title: [], parts: [{ label: block, blocks: [] }], lost: block })
    else if (step.kind === 'lost-before')
      stories.push({ kicker: null, title: [], parts: [{ label: null, blocks: [block] }], lost: block })
    else if (step.kind === 'retitle')
      stories.push({ kicker: null, title: takeLast(current), parts: [{ label: block, blocks: [] }], lost: null })
    else addToBody(stories, block)
    at += 1
  }
  return stories
}

type Step = { kind: 'kicker' | 'title' | 'label' | 'lost' | 'lost-before' | 'retitle' | 'body' }

function decide(evidence: Evidence, at: number, current: DraftStory | undefined): Step {
  const shape = evidence.shapes[at]
  if (shape === 'kicker') return { kind: 'kicker' }
  if (isMeetingAmongMeetings(evidence, at)) return { kind: 'body' }
  if (shape === 'label') return labelStep(evidence, at, current)
  if (shape === 'opening' && current !== undefined && opensUntitled(evidence, at, current))
    return { kind: 'lost-before' }
  if (shape === 'phrase' && startsStory(evidence, at, current))
    return isInnerHeading(evidence, at, current) ? { kind: 'label' } : { kind: 'title' }
  if (shape === 'sentence' && isStoppedTitle(evidence, at, current)) return { kind: 'title' }
  return { kind: 'body' }
}

/** "QA Network: Contact …" beside another such line; alone it might be a title. */
function isMeetingAmongMeetings({ blocks, layout }: Evidence, at: number): boolean {
  const [above = '', text = '', below = ''] = [blocks[at - 1], blocks[at], blocks[at + 1]].map(
    block => block?.text ?? '',
  )
  const known = layout.labels.some(label => headingKey(label) === headingKey(text))
  if (isMeetingLine(text)) return isMeetingLine(above) || isMeetingLine(below) || isBareMeetingLine(above)
  return isBareMeetingLine(text) && !known && isMeetingLine(above) && (isMeetingLine(below) || isBareMeetingLine(below))
}

/** A label goes on with the story above it, unless it repeats one of that story's, or speaks of another publication. */
function labelStep(evidence: Evidence, at: number, current: DraftStory | undefined): Step {
  if (current === undefined) return { kind: 'lost' }
  const key = headingKey(evidence.blocks[at]?.text ?? '')
  const labels = current.parts.flatMap(part => (part.label === null ? [] : [headingKey(part.label.text)]))
  const first = evidence.layout.labels[0]
  // 593 and 654 print "Network dates:" above each of two columns of one list.
  if (
    labels.includes(key) &&
    isMeetingLine(evidence.blocks[at - 1]?.text ?? '') &&
    isMeetingLine(evidence.blocks[at + 1]?.text ?? '')
  )
    return { kind: 'label' }
  const restarts =
    labels.includes(key) ||
    (first !== undefined && evidence.layout.subheadings === 'closed' && labels.length > 0 && key === headingKey(first))
  if (restarts) return { kind: endsInTitle(evidence, at, current) ? 'retitle' : 'lost' }
  return speaksOfAnother(evidence, at, current) ? { kind: 'lost' } : { kind: 'label' }
}

/** "Programme:", and the title below it, up to the next label; wrapped over more lines only where a label ends it. */
function titleBelowKicker({ blocks, shapes }: Evidence, kicker: number): Block[] {
  const ends = (shape: Shape | undefined) =>
    shape === undefined || shape === 'label' || shape === 'kicker' || shape === 'list'
  if (ends(shapes[kicker + 1])) return []
  let end = kicker + 2
  while (end < kicker + 4 && shapes[end] === 'phrase') end += 1
  return shapes[end] === 'label' ? blocks.slice(kicker + 1, end) : blocks.slice(kicker + 1, kicker + 2)
}

const hasBody = (story: DraftStory | undefined) => story !== undefined && (story.parts.at(-1)?.blocks.length ?? 0) > 0
const hasLabel = (story: DraftStory | undefined) => story?.parts.some(part => part.label !== null) ?? false

/** A phrase is a title where the story above it has had its say and something that only a title has below it follows. */
function startsStory(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const { blocks, shapes } = evidence
  const next = shapes[at + 1]
  if (next === undefined || next === 'kicker') return false
  if (current !== undefined && !hasBody(current)) return false
  if (/^[a-z]/u.test(blocks[at + 1]?.text ?? '')) return false
  if (isInRun(evidence, at) && next !== 'opening' && !isListed(evidence, at)) return false
  if (next === 'phrase') return titledMoreThan(evidence, at, at + 1, current)
  if (next === 'label')
    return (
      current === undefined ||
      hasLabel(current) ||
      !current.parts.some(part => part.blocks.some(block => shapeOf(block, evidence.layout) === 'opening'))
    )
  if (next === 'list') return isListed(evidence, at) || (evidence.layout.subheadings === 'closed' && hasLabel(current))
  if (
    current !== undefined &&
    hasOnlyOpening(evidence, current) &&
    next !== 'opening' &&
    next !== 'label' &&
    !isListed(evidence, at)
  )
    return false
  if (next === 'pointer') return current === undefined || hasLabel(current) || isListed(evidence, at)
  return true
}

/** One of three phrases in a row or more is a line of a list that lost its marks. */
function isInRun({ shapes }: Evidence, at: number): boolean {
  let [first, last] = [at, at]
  while (shapes[first - 1] === 'phrase') first -= 1
  while (shapes[last + 1] === 'phrase') last += 1
  return last - first >= 2
}

/** Below its first sentence a story has more to say, unless that is all that stories of this look have. */
function hasOnlyOpening(evidence: Evidence, story: DraftStory): boolean {
  const [part, ...others] = story.parts
  const [opening, ...more] = part?.blocks ?? []
  return (
    evidence.layout.subheadings === 'open' &&
    others.length === 0 &&
    more.length === 0 &&
    opening !== undefined &&
    shapeOf(opening, evidence.layout) === 'opening'
  )
}

/** Of two phrases in a row, whether the first is the title: the one that what follows is about; the nearer where neither is. */
function titledMoreThan(evidence: Evidence, first: number, second: number, current: DraftStory | undefined): boolean {
  const after = wordsAfter(evidence, second)
  const [a, b] = [first, second].map(at => likeness(evidence, at, after))
  if (a === undefined || b === undefined) return false
  return current === undefined ? a >= b : a > b + 0.15
}

const wordsAfter = ({ blocks }: Evidence, at: number) =>
  new Set(
    tellingWords(
      blocks
        .slice(at + 1, at + 4)
        .map(block => block.text)
        .join(' ')
        .slice(0, 1500),
    ),
  )

function likeness(evidence: Evidence, at: number, after: ReadonlySet<string>): number {
  const words = tellingWords(evidence.blocks[at]?.text ?? '')
  const shared = words.filter(word => after.has(word)).length / Math.max(1, words.length)
  return Math.max(shared, isListed(evidence, at) ? 0.9 : 0)
}

/** Whether the publication list prints a title much like this phrase. */
function isListed(evidence: Evidence, at: number): boolean {
  const phrase = new Set(tellingWords(evidence.blocks[at]?.text ?? ''))
  return evidence.titles.some(title => title.words.size > 1 && coverageOf(title, phrase, evidence.counts).share >= 0.6)
}

/** Two or three words in the middle of a story, which what follows does not take up: a sub-heading ("Ofsted’s role"), no title. */
function isInnerHeading(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const text = evidence.blocks[at]?.text ?? ''
  if (current === undefined || evidence.layout.subheadings === 'closed' || text.split(' ').length > 4) return false
  if (evidence.shapes[at + 1] === 'opening' || evidence.shapes[at + 1] === 'day' || isListed(evidence, at)) return false
  return likeness(evidence, at, wordsAfter(evidence, at)) < 0.3
}

/** A title that reads as a sentence ("There is no place like home."): short, and what opens a story stands right below it. */
function isStoppedTitle(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const { blocks, shapes } = evidence
  const block = blocks[at]
  if (block === undefined || shapes[at + 1] !== 'opening' || (current !== undefined && !hasBody(current))) return false
  const short = block.text.length < 100 && /^\p{Lu}[^.]*\.?$/u.test(block.text)
  return short && likeness(evidence, at, wordsAfter(evidence, at)) >= 0.5
}

/** A label's text that is about a listed publication, and the story above it is not: the title between them was lost. */
function speaksOfAnother(evidence: Evidence, at: number, current: DraftStory): boolean {
  if (evidence.layout.subheadings === 'closed' || !hasBody(current)) return false
  const end = evidence.shapes.findIndex(
    (shape, index) =>
      index > at && (shape === 'label' || shape === 'kicker' || shape === 'phrase' || shape === 'opening'),
  )
  const region = new Set(
    tellingWords(
      evidence.blocks
        .slice(at, end < 0 ? undefined : end)
        .map(block => block.text)
        .join(' '),
    ),
  )
  const above = new Set(tellingWords(textOf(current)))
  return evidence.titles.some(title => {
    const [there, here] = [coverageOf(title, region, evidence.counts), coverageOf(title, above, evidence.counts)]
    return isStrong(there) && there.share - here.share >= 0.4
  })
}

export const isStrong = (coverage: Coverage): boolean =>
  coverage.share >= 0.5 && coverage.words >= 3 && coverage.rare >= 1

/** "On 3 April X published …" below a story that is complete (it has had its opening and its label): another begins here. */
function opensUntitled(evidence: Evidence, at: number, current: DraftStory): boolean {
  if (evidence.layout.subheadings === 'closed' || !hasLabel(current) || !hasBody(current)) return false
  if (evidence.shapes[at + 1] === 'label') return true
  const opened = current.parts.some(part => part.blocks.some(block => shapeOf(block, evidence.layout) === 'opening'))
  return opened && evidence.shapes[at - 1] !== 'label'
}

/** Whether the last block of a story can be the title of the next: a phrase that stands at its end, right above the label. */
function endsInTitle(evidence: Evidence, at: number, current: DraftStory): boolean {
  const blocks = current.parts.at(-1)?.blocks ?? []
  return blocks.length > 1 && evidence.shapes[at - 1] === 'phrase' && blocks.at(-1) === evidence.blocks[at - 1]
}
function takeLast(story: DraftStory | undefined): Block[] {
  const block = story?.parts.at(-1)?.blocks.pop()
  return block === undefined ? [] : [block]
}

function addToBody(stories: DraftStory[], block: Block): void {
  const story = stories.at(-1)
  if (story === undefined)
    stories.push({ kicker: null, title: [], parts: [{ label: null, blocks: [block] }], lost: null })
  else if (story.parts.length === 0) story.parts.push({ label: null, blocks: [block] })
  else story.parts.at(-1)?.blocks.push(block)
}

/** All words of a story on one line. */
export const textOf = (story: DraftStory): string =>
  [...story.title, ...story.parts.flatMap(part => [...(part.label === null ? [] : [part.label]), ...part.blocks])]
    .map(block => block.text)
    .join(' ')
