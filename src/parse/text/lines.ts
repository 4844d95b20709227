import type { Place } from '../../diagnostics/diagnostic.ts'
import { LINE_END } from '../../update/line-ends.ts'
import { lineKey } from './wording.ts'

/**
 * One line of a raw text. `text` is what rules look at: no space at the ends, every kind of space a plain one; '' for a line
 * that is drawn.
 */
export type Line = {
  /** Counts from 1. */
  number: number
  /** As received. */
  raw: string
  text: string
  /** How many characters of `raw` come before `text`, which has as many characters as its stretch of `raw`. */
  indent: number
  file: string
  /** What it is compared with headings and labels by; '' where it can be none. */
  key: string
}

// Word and the web leave NBSP, narrow NBSP, en and thin spaces and tabs where a space is meant.
const oddSpace = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu

/** "-------" under a heading, "* * *" between stories: plain text draws what a page has as space. */
const drawn = /^(?:[-–—―_=*~#.·•+|:]\s*){3,}$/u

/** The lines of a text, blank ones included. */
export function readLines(text: string, file: string): Line[] {
  return text.split(LINE_END).map((raw, index) => {
    const spaced = raw.replace(oddSpace, ' ')
    const words = spaced.trim()
    const text = drawn.test(words) ? '' : words
    const indent = text === '' ? spaced.length : spaced.indexOf(text)
    return { number: index + 1, raw, text, indent, file, key: lineKey(text) }
  })
}

export const isBlank = (line: Line): boolean => line.text === ''

/** The place of a line; with `printed`, the first place of those words in it. */
export function placeOf(line: Line, printed?: string): Place {
  const at = printed === undefined ? -1 : line.text.indexOf(printed)
  const found = at >= 0 && printed !== undefined && printed.length > 0
  return {
    file: line.file,
    line: line.number,
    column: line.indent + (found ? at : 0) + 1,
    length: Math.max(1, found ? printed.length : line.text.length),
    source: line.raw,
  }
}

/** The place of words that may be on any of several lines; the first line if on none. */
export function placeWithin(lines: readonly Line[], printed: string): Place {
  const line = lines.find(candidate => candidate.text.includes(printed))
  if (line !== undefined) return placeOf(line, printed)
  const first = lines[0]
  if (first === undefined) throw new Error('placeWithin needs at least one line')
  return placeOf(first)
}
