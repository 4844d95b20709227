/** Which lines of a raw text and of its Markdown are the same, whatever signs either needs around the words. */
import { alignedLines } from './line-alignment.ts'

/** From the lines of the one to those of the other, both from 0; in order, blank lines left out. */
export function sameLines(text: readonly string[], markdown: readonly string[]): Map<number, number> {
  const before = saying(text)
  const after = saying(markdown)
  const lettersIn = (lines: typeof before) => lines.map(({ letters }) => letters)
  const same = new Map<number, number>()
  for (const [a, b] of alignedLines(lettersIn(before), lettersIn(after))) {
    const [from, to] = [before[a], after[b]]
    if (from !== undefined && to !== undefined) same.set(from.line, to.line)
  }
  return same
}

const saying = (lines: readonly string[]) =>
  lines.map((text, line) => ({ line, letters: lettersOf(text) })).filter(({ letters }) => letters !== '')

/** Letters and digits alone, without what links lead to. */
export const lettersOf = (text: string): string =>
  text
    .replace(/\]\([^)]*\)/gu, ']')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
