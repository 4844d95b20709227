import { literal } from '../../update/markdown.ts'
import type { Markdown } from '../../update/update.ts'
import { type Block, listMark } from './blocks.ts'
import { isWrapped } from './flow.ts'

/** One paragraph or entry whose lines are one flow of words: the breaks stay, but mean nothing. */
export const proseOf = (lines: readonly string[]): Markdown => lines.map(literal).join('\n')

/** A stretch of blocks as Markdown: paragraphs and lists, a blank line between. Every character is literal. */
export function markdownOf(blocks: readonly Block[]): Markdown {
  return gatherLists(blocks)
    .map(group => (group.kind === 'list' ? listOf(group.lines) : paragraphOf(group.lines)))
    .join('\n\n')
}

type Group = { kind: Block['kind']; lines: string[] }

/** List entries that blank lines part are one list all the same, as long as they are of one sort. */
function gatherLists(blocks: readonly Block[]): Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    const lines = block.lines.map(line => line.text)
    const sameList =
      block.kind === 'list' &&
      last?.kind === 'list' &&
      listMark(last.lines[0] ?? '')?.ordered === listMark(lines[0] ?? '')?.ordered
    if (sameList && last !== undefined) last.lines.push(...lines)
    else groups.push({ kind: block.kind, lines })
  }
  return groups
}

/** A break that the editor meant stays one ("\"); one that a page's width made does not. */
function paragraphOf(lines: readonly string[]): Markdown {
  const widest = Math.max(...lines.map(line => line.length))
  // Where no sentence runs across any break, each line is meant (681: a team on each line), full or not.
  const flows = lines.some((line, index) => index > 0 && isWrapped(lines[index - 1] ?? '', line))
  return lines
    .map((line, index) => {
      const next = lines[index + 1]
      if (next === undefined) return literal(line)
      const full = flows && lines.length > 2 && widest > 55 && line.length + 1 + next.indexOf(' ') > widest * 0.95
      return literal(line) + (isWrapped(line, next) || full ? '\n' : '\\\n')
    })
    .join('')
}

/** Entries as "- " or "1. "; numbers that do not count up from one another are kept as the words they are. */
function listOf(lines: readonly string[]): Markdown {
  const entries: { mark: string; ordered: boolean; lines: string[] }[] = []
  for (const line of lines) {
    const mark = listMark(line)
    if (mark === null) entries.at(-1)?.lines.push(line)
    else entries.push({ lines: [line.slice(mark.mark.length)], ...mark })
  }
  const numbers = entries.map(entry => Number.parseInt(entry.mark, 10))
  const counts = entries.every((entry, index) => entry.ordered && numbers[index] === (numbers[0] ?? 0) + index)
  if (!counts && entries.some(entry => entry.ordered)) return lines.map(literal).join('\\\n')
  return entries
    .map((entry, index) => {
      const mark = counts ? `${numbers[index]}. ` : '- '
      return mark + entry.lines.map(literal).join(`\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}
