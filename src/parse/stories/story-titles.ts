/** Whether a block is the title of a story: what it looks like, what the story above still lacks, and what is below it. */

import { callsOnTopic, isHeadline, isStopped, isSubheading, type Shape, titleness } from '../text/shapes.ts'
import {
  bodyOf,
  type DraftStory,
  type Evidence,
  hasBody,
  hasLabel,
  isLineOfList,
  isListed,
  isListedAfresh,
  openingBlock,
  shareTakenUp,
  wordsAt,
  wordsBetween,
} from './evidence.ts'

/** What only a title has right below it: the sentence that opens a story, or the day of an event. */
const opensStory = (shape: Shape | undefined) => shape === 'opening' || shape === 'day'

/** Whether a phrase is a title: the story above it has had its say, and something follows that a title may have below it. */
export function isTitle(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const { blocks, shapes } = evidence
  const next = shapes[at + 1]
  if (next === undefined || next === 'kicker') return false
  if (current !== undefined && !hasBody(current)) return false
  if (isSetApart(evidence, at)) return true
  if (/^[a-z]/u.test(blocks[at + 1]?.text ?? '')) return false
  if (opensStory(next) || isListedAfresh(evidence, at, current))
    return next !== 'phrase' || isNearer(evidence, at, current)
  if (isLineOfList(evidence, at)) return endsList(evidence, at, current)
  if (current === undefined) return next !== 'phrase' || isNearer(evidence, at, current)
  if (hasOnlyOpening(evidence, current) && shareTakenUp(evidence, at) < 0.6) return false
  switch (next) {
    case 'phrase':
      return isNearer(evidence, at, current)
    case 'label':
      return hasLabel(current) || (isOpen(evidence) && openingBlock(current, evidence) === undefined)
    case 'list':
      return hasLabel(current) && (!isOpen(evidence) || !isShort(evidence, at))
    case 'pointer':
      return hasLabel(current) || bodyOf(current).length > 2
    default:
      return isLikely(evidence, at, current)
  }
}

/**
 * Whether a line above prose is a title, not prose that lost its full stop: the text below repeats its words, it looks like a
 * title, a label follows as in any story, and the story above is complete.
 */
function isLikely(evidence: Evidence, at: number, current: DraftStory): boolean {
  const text = evidence.blocks[at]?.text ?? ''
  const follows = evidence.shapes.slice(at + 2, at + 4)
  const framed = follows.some(shape => shape === 'label' || shape === 'subheading') ? 0.3 : 0
  const complete = hasLabel(current) ? 0.15 : openingBlock(current, evidence) === undefined ? 0.1 : -0.1
  const score = shareTakenUp(evidence, at) + titleness(text) + framed + complete + (text.length <= 60 ? 0.1 : 0)
  return score >= (isOpen(evidence) || hasLabel(current) ? 0.2 : 0.45)
}

/** Whether a block that looks like a sub-heading is a title after all: "Outcomes for disadvantaged pupils". */
export function isTitleAfterAll(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const next = evidence.shapes[at + 1]
  if (next === undefined || (current !== undefined && !hasBody(current))) return false
  // "Dates for network meetings" / "Network dates:"
  if (next === 'label') return true
  if (introducesWords.test(evidence.blocks[at]?.text ?? '')) return false
  // "Joint Inspections:" above an opening, where the story above has had its own.
  if (opensStory(next))
    return (
      shareTakenUp(evidence, at) >= 0.5 ||
      !(evidence.blocks[at]?.text ?? '').endsWith(':') ||
      (current !== undefined && openingBlock(current, evidence) !== undefined)
    )
  return current === undefined && (next !== 'list' || !(evidence.blocks[at]?.text ?? '').endsWith(':'))
}

/** DHSC writes: */
const introducesWords = /\s(?:writes|wrote|says|said|adds|added|explains|explained|comments|commented)\s*:$/i

const oneSentence = /^[“‘"']?[\p{Lu}\d£][^.]*\.?$/u

/**
 * A title that reads as a sentence ("There is no place like home."): short, and what opens a story is right below it; or the
 * first line of a section ("Ofsted visits: what is new", "Apply now: a place on the course").
 */
export function isStoppedTitle(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const text = evidence.blocks[at]?.text ?? ''
  const next = evidence.shapes[at + 1]
  if (text.length > longestStopped || next === undefined) return false
  if (callsOnTopic(text) && (current === undefined || hasBody(current)) && isStoryBelow(evidence, at, current))
    return true
  if (current === undefined) return opensSection(evidence, at)
  if (!hasBody(current)) return false
  if (isNameInLowerCase(evidence, at) || isSetApart(evidence, at)) return !isStopped(text) || hasLabel(current)
  if (!oneSentence.test(text)) return false
  return opensStory(next) && shareTakenUp(evidence, at) >= 0.5
}
const longestStopped = 130

/** A headline that reads as a sentence, on a line of its own below a paragraph that has ended ("Half of us are worried about rent"). */
export function isToldAfresh({ blocks, shapes }: Evidence, at: number): boolean {
  const [above, line] = [blocks[at - 1]?.text ?? '', blocks[at]]
  if (line === undefined || shapes[at] !== 'sentence' || line.lines.length > 1) return false
  return line.text.length <= longestStopped && isHeadline(line.text) && /[.!?][”’"')]*$/u.test(above)
}

/** What opens a story, or prose: at the start of a section, with a label below it, or below a story that has had its opening or label. */
function isStoryBelow(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const [next, second] = evidence.shapes.slice(at + 1, at + 3)
  if (opensStory(next)) return true
  if (next !== 'sentence') return false
  return (
    second === 'label' || current === undefined || hasLabel(current) || openingBlock(current, evidence) !== undefined
  )
}

/** The first line of a section is the title of its first story, unless it is that story's text. */
function opensSection(evidence: Evidence, at: number): boolean {
  const { text = '' } = evidence.blocks[at] ?? {}
  const next = evidence.shapes[at + 1]
  if (isSetApart(evidence, at) || isNameInLowerCase(evidence, at)) return true
  if (next === 'kicker' || next === 'label') return !isStopped(text)
  if (!isStopped(text)) return next !== 'phrase' || isNearer(evidence, at, undefined)
  const below = evidence.blocks[at + 1]?.text ?? ''
  return (
    (text.endsWith(':') && opensStory(next)) || (shareTakenUp(evidence, at) >= 0.4 && text.length < below.length * 1.2)
  )
}

/** "upon Reflection Programme" above "upon Reflection have opened …". */
function isNameInLowerCase({ blocks }: Evidence, at: number): boolean {
  const [name, below] = [at, at + 1].map(index => blocks[index]?.text.split(' ', 2).join(' '))
  return name === below && /^\p{Ll}+ \p{Lu}/u.test(name ?? '')
}

/** A line with wider gaps above and below than other paragraphs have, in a look whose stories have no headings of their own. */
function isSetApart({ blocks, widelySpaced, layout }: Evidence, at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (block === undefined || next === undefined || widelySpaced || layout.subheadings === 'open') return false
  return block.kind === 'text' && block.lines.length === 1 && block.gap > 1 && next.gap > 1
}

/**
 * A title that asks readers to act ("Contact us about fostering"), without a link: the story above is complete, and the text
 * below is built like a story, with prose and then a label that a story has once.
 */
export function isCallingTitle(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const { blocks, shapes, layout } = evidence
  const [text, key] = [blocks[at]?.text ?? '', (index: number) => blocks[index]?.key ?? '']
  if (/@|\d{4}|:\/\/|\b(?:here|below|above)\b|[.:;,]$/u.test(text)) return false
  // "Please contact the Trust if you would like a copy" goes with what is above it.
  if (/^please\b|\bif you\b/iu.test(text)) return false
  if (shapes[at + 1] !== 'sentence' && !opensStory(shapes[at + 1])) return false
  const label = [at + 2, at + 3, at + 4].find(index => shapes[index] !== 'sentence' && shapes[index] !== 'list')
  if (label === undefined || !layout.labels.keys.has(key(label))) return false
  if (current === undefined) return true
  const labels = current.parts.flatMap(part => part.label?.key ?? [])
  return hasBody(current) && labels.includes(key(label))
}

/** One word in the middle of a story, or two or three that what follows does not take up: a sub-heading ("Ofsted’s role"). */
export function isInnerHeading(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const next = evidence.shapes[at + 1]
  if (current === undefined || !isOpen(evidence)) return false
  if (opensStory(next) || isListed(evidence, at)) return false
  if (isOneOfMany(evidence, at, current)) return true
  if (!isShort(evidence, at)) return false
  if (next === 'phrase' && evidence.shapes[at + 2] === 'label') return false
  if (isNamed(evidence.blocks[at]?.text ?? '')) return false
  if (!(evidence.blocks[at]?.text ?? '').includes(' ') || isSibling(evidence, current)) return true
  return shareTakenUp(evidence, at) < 0.3
}

/** "Early Help Conference": three words with capitals are what something is called; a sub-heading has one ("Next steps"). */
const isNamed = (text: string): boolean => /^(?:\p{Lu}[\p{L}’'-]+\s){2,}\p{Lu}[\p{L}’'-]+$/u.test(text)

/** Below "Family" and "Education" another such heading is one more of them. */
function isSibling({ layout }: Evidence, { parts }: DraftStory): boolean {
  const label = parts.length > 1 ? parts.at(-1)?.label : undefined
  return (
    label != null &&
    !layout.labels.keys.has(label.key) &&
    !isSubheading(label.text) &&
    label.text.split(' ').length <= 3
  )
}

/** "39% increase in two years" below "Wasted opportunity:" and "Highest since records began:": a story with many headings has one more. */
function isOneOfMany({ blocks, shapes, layout }: Evidence, at: number, { parts }: DraftStory): boolean {
  if (shapes.slice(at + 1, at + 4).includes('label')) return false
  const own = parts.filter(({ label }) => label !== null && !layout.labels.keys.has(label.key))
  return own.length >= 2 && (blocks[at]?.text.split(' ', 7).length ?? 0) <= 6
}

const isOpen = ({ layout }: Evidence) => layout.subheadings === 'open'
const isShort = ({ blocks }: Evidence, at: number) => (blocks[at]?.text ?? '').split(' ', 4).length <= 3

/** The last line of such a run, which the paragraph below it takes up, behind a story that is complete: the next title. */
function endsList(evidence: Evidence, at: number, current: DraftStory | undefined): boolean {
  const words = wordsAt(evidence, at).length
  const complete = current !== undefined && hasLabel(current)
  return complete && words >= 3 && evidence.shapes[at + 1] === 'sentence' && shareTakenUp(evidence, at) >= 0.6
}

/** Below its first sentence a story has more to say, unless that is all that stories of this look have. */
function hasOnlyOpening(evidence: Evidence, story: DraftStory): boolean {
  const [first, ...more] = bodyOf(story)
  const shape = first === undefined ? undefined : evidence.shapeIn.get(first)
  return isOpen(evidence) && story.parts.length === 1 && more.length === 0 && opensStory(shape)
}

/** SPRING CENSUS */
const isShouted = (text: string) => /^[^\p{Ll}]{8,}$/u.test(text) && /\p{Lu}{3,}.*\s.*\p{Lu}{3,}/u.test(text)

/** Of two phrases in a row, whether the first is the title: what follows is about it; the nearer where it is about neither. */
function isNearer(evidence: Evidence, first: number, current: DraftStory | undefined): boolean {
  const [title = '', below = ''] = [first, first + 1].map(at => evidence.blocks[at]?.text)
  if (isShouted(title) && !isShouted(below)) return true
  // "Staying Close" / "Eleven authorities shared in the second round of Staying Close"
  const taken = shareTakenUp(evidence, first, wordsBetween(evidence, first + 1, first + 2))
  if (below.length > 60 && below.length > title.length * 1.5 && taken >= 0.5 && !opensStory(evidence.shapes[first + 2]))
    return true
  const after = wordsBetween(evidence, first + 2, first + 5)
  const a = shareTakenUp(evidence, first, after) + Math.min(0, titleness(title))
  const b = shareTakenUp(evidence, first + 1, after) + Math.min(0, titleness(below))
  // A title, the one line that the story opens with, and its label.
  if (evidence.shapes[first + 2] === 'label' && current !== undefined && hasLabel(current)) return a > b - 0.7
  return current === undefined ? a >= b : a > b + 0.15
}
