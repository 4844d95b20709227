/**
 * Which messages about a raw text an editor has dealt with in the Markdown. A message is about one story, meeting,
 * publication or contact; where its words or its facts have been corrected by hand, someone has looked at it.
 */
import { diffIndices } from 'node-diff3'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { lettersOf, sameLines } from './same-lines.ts'

/** `text` was read, `markdown` is what import makes of it, `current` is the Markdown file. Errors are never dropped. */
export function stillToDo(
  diagnostics: readonly Diagnostic[],
  { text, markdown }: { text: string; markdown: string },
  current: string,
): Diagnostic[] {
  if (!diagnostics.some(({ severity }) => severity === 'warning')) return [...diagnostics]
  const lines = markdown.split('\n')
  const isTouched = touchedLines(lines, current.split('\n'))
  const same = sameLines(text.split(/\r\n|\r|\n/u), lines)
  const blocks = blocksOf(lines).sort((a, b) => a.length - b.length)
  return diagnostics.filter(({ severity, at }) => {
    const line = severity === 'error' ? null : lastAtOrAbove(same, at.line - 1)
    const block = line === null ? undefined : blocks.find(block => block.includes(line))
    return block === undefined || !block.some(isTouched)
  })
}

/** Where the line is in the Markdown, or the last line above that is there. */
function lastAtOrAbove(same: ReadonlyMap<number, number>, line: number): number | null {
  for (let at = line; at >= 0; at--) {
    const found = same.get(at)
    if (found !== undefined) return found
  }
  return null
}

/** Whether a fresh line was changed or taken out, or has a new line right below it. */
function touchedLines(fresh: string[], current: string[]): (line: number) => boolean {
  const touched = new Set<number>()
  for (const { buffer1 } of diffIndices(fresh, current)) {
    const [from, count] = buffer1
    if (count === 0) touched.add(from - 1)
    for (let line = from; line < from + count; line++) touched.add(line)
  }
  return line => touched.has(line)
}

/** Line numbers (from 0) of the Markdown that belong together: the words in the body and their facts above it. */
type LineNumbers = number[]

/** In the form in which `write-update-file.ts` writes them. */
function blocksOf(lines: readonly string[]): LineNumbers[] {
  const bodyFrom = lines.indexOf('---', 1) + 1
  const facts = factsIn(lines.slice(0, bodyFrom))
  const items = facts.items.values()
  const blocks: LineNumbers[] = []
  /** The story around; null outside of one. */
  let story: LineNumbers | null = null
  let paragraph: LineNumbers | null = null
  for (let line = bodyFrom; line < lines.length; line++) {
    const text = lines[line] ?? ''
    if (/^##? /u.test(text)) story = null
    if (text.startsWith('### ')) {
      story = items.next().value ?? []
      blocks.push(story)
    }
    story?.push(line)
    if (text.trim() === '') paragraph = null
    else if (paragraph !== null && !text.startsWith('- ')) paragraph.push(line)
    else {
      paragraph = [line, ...facts.about(text)]
      if (story === null || paragraph.length > 1) blocks.push(paragraph)
    }
  }
  return blocks
}

type Facts = {
  /** The lines of each story, in order. */
  items: LineNumbers[]
  /** The lines of a meeting, publication or contact that this line of the body names. */
  about: (text: string) => number[]
}

function factsIn(lines: readonly string[]): Facts {
  const items: LineNumbers[] = []
  const named: { line: number; words: string }[] = []
  for (const [line, text] of lines.entries()) {
    const { words } = /^ +- \{.*?\b(?:label|title|name): "(?<words>(?:\\.|[^"\\])+)"/u.exec(text)?.groups ?? {}
    if (words !== undefined) named.push({ line, words: lettersOf(words) })
    if (/^ {6}- id:/u.test(text)) items.push([line])
    else if (/^ {8}/u.test(text)) items.at(-1)?.push(line)
  }
  return {
    items,
    about(text) {
      const said = lettersOf(text)
      return named.filter(({ words }) => words !== '' && said.includes(words)).map(({ line }) => line)
    },
  }
}
