/** How the lines of a text flow: where a line break ends a paragraph, and where a page's width alone made it. */
import { isCutInAddress } from './addresses.ts'
import { isBlank, type Line } from './lines.ts'

export type Flow = {
  /** No blank lines between paragraphs (as copied from the old pages): a line is a paragraph, unless it is wrapped. */
  dense: boolean
  /** The column at which a machine broke the lines of a dense text; null where none did. */
  width: number | null
}

/** Reads off a text how it flows. */
export function flowOf(lines: readonly Line[]): Flow {
  const full = lines.filter(line => !isBlank(line))
  const gaps = lines.filter((line, index) => isBlank(line) && index > 0 && !isBlank(lines[index - 1] ?? line)).length
  // Between the two are texts with some blank lines; lines longer than any wrapping show that a text is not wrapped.
  const dense = gaps < full.length * 0.12 || (gaps < full.length * 0.35 && full.some(line => line.text.length > 130))
  return { dense, width: dense ? widthOf(full.map(line => line.text)) : null }
}

const opensSmall = /^\p{Ll}/u
/** Enough to decide: a text wraps all its paragraphs or none. */
const mostBreaks = 200

/**
 * The width at which a machine broke the lines: wherever a line begins in the middle of a sentence, the line above it is no
 * longer than that, and would have been with one word more.
 */
function widthOf(lines: readonly string[]): number | null {
  const breaks = lines
    .flatMap((line, index) => {
      const above = lines[index - 1]
      const goesOn = above !== undefined && opensSmall.test(line) && !/[.!?:;]["”’)]*$/u.test(above)
      return goesOn ? [{ from: above.length, to: above.length + 1 + (line.split(' ', 1)[0]?.length ?? 0) }] : []
    })
    .slice(0, mostBreaks)
  if (breaks.length < 3) return null
  const [best] = breaks
    .map(({ from: width }) => ({ width, fits: breaks.filter(({ from, to }) => from <= width && width < to).length }))
    .sort((a, b) => b.fits - a.fits || b.width - a.width)
  if (best === undefined || best.fits < breaks.length * 0.75 || best.width < 40 || best.width > 130) return null
  return lines.filter(line => line.length > best.width).length <= lines.length * 0.1 ? best.width : null
}

/** Whether the first word of a line would not have fitted on the line above it. */
export const isFull = (above: string, line: string, width: number): boolean =>
  above.length + 1 + (line.split(' ', 1)[0]?.length ?? 0) > width

const connective =
  /(?:,|[-–—]|\b(?:of|the|a|an|and|or|in|on|to|for|with|by|from|at|as|is|are|that|which|their|its|our|into|between))$/u
const months = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const dayAtEnd = /\b\d{1,2}(?:st|nd|rd|th)?$/u
const monthAtStart = new RegExp(String.raw`^${months}\b`, 'u')
const monthAtEnd = new RegExp(String.raw`\b${months}$`, 'u')

/** … published 6 / September 2019 by DfE · … published by Ofsted 10 June / 2021 */
const isCutInDate = (above: string, line: string): boolean =>
  (monthAtStart.test(line) && dayAtEnd.test(above)) || (/^(?:19|20)\d{2}\b/u.test(line) && monthAtEnd.test(above))

// … 10am / - 12.30pm, face to face
const hourAtEnd = /(?<![\d/.])\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\.?)?$/iu
const hourAtStart = /^[-–—]\s*\d{1,2}(?:[.:]\d{2}|\s?[ap]\.?m\b)/iu

/** Whether a line break is within hours: the dash at the start of the line is not the mark of a list. */
export const isCutInHours = (above: string, line: string): boolean => hourAtStart.test(line) && hourAtEnd.test(above)

/** Whether a line break was made by a page's width alone: the sentence runs across it. */
export function isWrapped(above: string, line: string): boolean {
  if (isCutInAddress(above, line)) return true
  if (isCutInBracket(above, line)) return true
  if (/[.!?:;]["”’)]*$/u.test(above)) return false
  return /^[a-z(]/u.test(line) || connective.test(above) || isCutInDate(above, line)
}

/** … (South East Sector-Led Improvement / Programme) */
const isCutInBracket = (above: string, line: string): boolean =>
  above.lastIndexOf('(') > above.lastIndexOf(')') && /^[^()]{1,80}\)/u.test(line)

/** Whether a paragraph runs across a blank line (of a text that has one below every line): "… what it means for" / "local authorities". */
export const runsAcrossGap = (above: string, line: string, gap: number): boolean =>
  gap === 1 &&
  opensSmall.test(line) &&
  !line.includes('@') &&
  isWrapped(above, line) &&
  (above.length >= 45 || connective.test(above))
