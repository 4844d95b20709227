/** Which lines of a raw text and of its Markdown are the same, whatever signs either needs around the words. */
import { LCS } from 'node-diff3'

/** From the lines of the one to those of the other, both from 0; in order, blank lines left out. */
export function sameLines(text: readonly string[], markdown: readonly string[]): Map<number, number> {
  const before = saying(text)
  const after = saying(markdown)
  const keys = (lines: typeof before) => lines.map(({ letters }) => letters)
  const same = new Map<number, number>()
  for (let pair: Pair | null = LCS(keys(before), keys(after)); pair !== null; pair = pair.chain) {
    const [from, to] = [before[pair.buffer1index], after[pair.buffer2index]]
    if (from !== undefined && to !== undefined) same.set(from.line, to.line)
  }
  return same
}

/** The longest common run of lines, from its end. */
type Pair = { buffer1index: number; buffer2index: number; chain: Pair | null }

const saying = (lines: readonly string[]) =>
  lines.map((text, line) => ({ line, letters: lettersOf(text) })).filter(({ letters }) => letters !== '')

/** Letters and digits alone, without what links lead to. */
export const lettersOf = (text: string): string =>
  text
    .replace(/\]\([^)]*\)/gu, ']')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
