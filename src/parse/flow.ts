/** How the lines of a text flow: where a line break ends a paragraph, and where a page's width alone made it. */
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
  // Between the two are texts with blank lines here and there; lines longer than anybody wraps at tell.
  const dense = gaps < full.length * 0.12 || (gaps < full.length * 0.35 && full.some(line => line.text.length > 130))
  return { dense, width: dense ? widthOf(full.map(line => line.text)) : null }
}

/** The nearest that lines come to the width at which they were broken: a word of this length went to the next line. */
const ragged = 14

/** Lines broken by a machine are about equally long, and most of the lines below them begin in the middle of a sentence. */
function widthOf(lines: readonly string[]): number | null {
  const lengths = lines.map(line => line.length).sort((a, b) => b - a)
  // One or two lines may be longer than the rest: an address, a table's row.
  const width = lengths[Math.floor(lengths.length * 0.04)] ?? 0
  if (width < 40 || width > 130) return null
  const near = lines
    .slice(0, -1)
    .flatMap((line, index) => (line.length > width - ragged && line.length <= width ? [lines[index + 1] ?? ''] : []))
  const goingOn = near.filter(next => /^[\p{Ll}\d(]/u.test(next)).length
  return near.length >= 3 && goingOn >= near.length * 0.5 ? width : null
}

/** Whether the first word of a line would not have fitted on the line above it. */
export const isFull = (above: string, line: string, width: number): boolean =>
  above.length + 1 + (line.split(' ', 1)[0]?.length ?? 0) > width

const connective =
  /(?:,|[-–—]|\b(?:of|the|a|an|and|or|in|on|to|for|with|by|from|at|as|is|are|that|which|their|its|our|into|between))$/u
// … published 6 / September 2019 by DfE
const cutDate = /\b\d{1,2}(?:st|nd|rd|th)?$/u
const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u

/** Whether a line break was made by a page's width alone: the sentence runs across it. */
export function isWrapped(above: string, line: string): boolean {
  if (isCutInBracket(above, line)) return true
  if (/[.!?:;]["”’)]*$/u.test(above)) return false
  return /^[a-z(]/u.test(line) || connective.test(above) || (cutDate.test(above) && month.test(line))
}

/** … (South East Sector-Led Improvement / Programme) */
const isCutInBracket = (above: string, line: string): boolean =>
  above.lastIndexOf('(') > above.lastIndexOf(')') && /^[^()]{1,80}\)/u.test(line)
