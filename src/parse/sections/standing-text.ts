import type { Layout } from '../layouts/layout.ts'
import type { Block } from '../text/blocks.ts'
import { shapeOf } from '../text/shapes.ts'
import type { Masthead } from './masthead.ts'

// If you have any news that you would like included in our Friday Update … · Our Impact Report … can be found here
const standing =
  /\b(?:friday update|details below\)|apply to be a seslip consultant|business portal|look-?out for good ideas|main section icons|workstreams|can be found here|if you (?:would like|have any|want)|sign up to|subscribe|unsubscribe|privacy|welcome to)\b|^(?:if you|our |we |at seslip|the seslip|this (?:week|is)|happy |welcome|dear |hello|there (?:will|is) (?:be )?no)/i

/** Where no line opens the stories: the block at which they begin, after the text that stands in every update. */
export function firstStory(blocks: readonly Block[], masthead: Masthead, layout: Layout): number {
  const number = (block: Block) => block.lines[0]?.number ?? 0
  const border = masthead.lines[0]?.number ?? 0
  const below = blocks.findIndex(block => number(block) > border)
  if (below < 0) return blocks.length
  // Where standing text stands above the masthead (2018–22), the masthead itself is the border.
  if (below > 0) return below
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]
    const next = blocks[at + 1]
    if (block === undefined || isStanding(block)) continue
    const shape = shapeOf(block, layout)
    if (shape === 'kicker' || shape === 'label' || shape === 'subheading' || shape === 'opening') return at
    if (shape === 'phrase' && next !== undefined && !isStanding(next) && shapeOf(next, layout) !== 'phrase') return at
  }
  return blocks.length
}

const isStanding = (block: Block): boolean => standing.test(block.text)
