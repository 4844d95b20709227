import { literal } from '../../update/markdown.ts'
import type { Markdown } from '../../update/update.ts'
import { joinedTexts } from './addresses.ts'
import type { Block } from './blocks.ts'
import { isWrapped } from './flow.ts'
import type { Line } from './lines.ts'
import { goesOnWithList, listOf } from './lists.ts'
import { markdownTable } from './tables.ts'

/** One paragraph or entry whose lines are one flow of words: the breaks stay, but mean nothing. */
export const proseOf = (lines: readonly string[]): Markdown => joinedTexts(lines).map(literal).join('\n')

/** A stretch of blocks as Markdown: paragraphs, lists and tables, a blank line between. Every character is literal. */
export function markdownOf(blocks: readonly Block[]): Markdown {
  return gatherLists(blocks).map(markdownOfGroup).join('\n\n')
}

function markdownOfGroup({ kind, lines }: Group): Markdown {
  switch (kind) {
    case 'list':
      return listOf(lines)
    case 'table':
      return markdownTable(lines)
    case 'text':
      return paragraphOf(joinedTexts(lines.map(({ text }) => text)))
    default:
      return kind satisfies never
  }
}

type Group = { kind: Block['kind']; lines: Line[] }

/** List entries that blank lines part are one list all the same, as long as they are of one sort. */
function gatherLists(blocks: readonly Block[]): Group[] {
  const groups: Group[] = []
  for (const { kind, lines } of blocks) {
    const last = groups.at(-1)
    if (kind === 'list' && last?.kind === 'list' && goesOnWithList(last.lines, lines)) last.lines.push(...lines)
    else groups.push({ kind, lines: [...lines] })
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
