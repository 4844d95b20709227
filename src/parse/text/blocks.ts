import { joinedTexts } from './addresses.ts'
import { type Flow, flowOf, isCutInHours, isFull, isWrapped, runsAcrossGap } from './flow.ts'
import { isBlank, type Line } from './lines.ts'
import { isDeeperEntry, listMark } from './lists.ts'
import { isOpening } from './openings.ts'
import { areOfOneTable } from './tables.ts'

/**
 * What a reader sees as one thing: a paragraph, a heading or title (on one line or wrapped over several), a run of list
 * entries, or the rows of a table. `text` is its words on one line; `key`, what it is compared with labels by ('' where it has several lines).
 */
export type Block = {
  kind: 'text' | 'list' | 'table'
  lines: Line[]
  text: string
  key: string
  /** How many blank lines are above it. */
  gap: number
}

/** Groups lines into blocks. `standsAlone` says which lines are always a block of their own (headings, labels). */
export function groupBlocks(lines: readonly Line[], standsAlone: (line: Line) => boolean): Block[] {
  const flow = flowOf(lines)
  const names = namesInLowerCase(lines)
  const runs: { lines: Line[]; alone: boolean; gap: number }[] = []
  let gap = 0
  for (const line of lines) {
    const run = runs.at(-1)
    const above = run?.lines.at(-1)
    if (!isBlank(line)) {
      const alone = standsAlone(line)
      const joins = run !== undefined && above !== undefined && !alone && !run.alone && !names.has(openingWords(line))
      const list = run?.lines[0]
      const isDeeper = list !== undefined && isDeeperEntry(line, list)
      if (joins && (isDeeper || goesOn(line, { above, gap, flow }))) run.lines.push(line)
      else runs.push({ lines: [line], alone, gap })
    }
    gap = isBlank(line) ? gap + 1 : 0
  }
  return runs.map(run => toBlock(run.lines, run.gap))
}

/** The two words with which a line begins, where only the second has a capital: "upon Reflection"; '' for nearly all lines. */
const openingWords = ({ text }: Line): string =>
  /^(?!(?:the|an?|of|and|or|in|on|for|to|by|from|with|at|as)\s)\p{Ll}+ \p{Lu}[\p{L}’'-]+/u.exec(text)?.[0] ?? ''

/** Such words that open more than one paragraph are a name, and no middle of a sentence. */
function namesInLowerCase(lines: readonly Line[]): Set<string> {
  const seen = new Set<string>()
  const names = new Set<string>()
  for (const [index, line] of lines.entries()) {
    const words = index === 0 || isBlank(lines[index - 1] ?? line) ? openingWords(line) : ''
    if (words !== '' && seen.has(words)) names.add(words)
    seen.add(words)
  }
  return names
}

export const toBlock = (lines: Line[], gap = 0): Block => ({
  kind: kindOf(lines),
  lines,
  text: joinedTexts(lines.map(line => line.text)).join(' '),
  key: lines.length === 1 ? (lines[0]?.key ?? '') : '',
  gap,
})

function kindOf([first, second]: readonly Line[]): Block['kind'] {
  if (first !== undefined && second !== undefined && areOfOneTable(first, second)) return 'table'
  return listMark(first?.text ?? '') === null ? 'text' : 'list'
}

/** Whether a line goes on with the block of the line above it. Rows of a table do so across a blank line as well. */
function goesOn(line: Line, { above, gap, flow }: { above: Line; gap: number; flow: Flow }): boolean {
  if (areOfOneTable(above, line)) return true
  return gap > 0 ? runsAcrossGap(above.text, line.text, gap) : belongsTo(line, above, flow)
}

/** Whether a line goes on with the block of the line above it, with no blank line between. */
function belongsTo(line: Line, above: Line, flow: Flow): boolean {
  const wrapped = isWrapped(above.text, line.text) || (flow.width !== null && isFull(above.text, line.text, flow.width))
  if (isCutInHours(above.text, line.text)) return true
  const mark = listMark(line.text)
  // A list begins with 1: "… 9.30 to / 11. More from …" is a wrapped line.
  const opensList = mark !== null && !(mark.ordered && Number.parseInt(mark.mark, 10) > 1)
  if (mark !== null && listMark(above.text) !== null) return true
  if (opensList) return false
  if (listMark(above.text) !== null) return wrapped
  if (isOpening(line.text)) return false
  return flow.dense ? wrapped : !isTitleAbove(above.text, line.text)
}

/** "Understanding attendance" above a paragraph that follows without a blank line. */
const isTitleAbove = (above: string, line: string): boolean =>
  above.length <= 110 &&
  line.length > above.length * 1.6 &&
  line.length > 110 &&
  !/[.,;:]$/u.test(above) &&
  !isWrapped(above, line)
