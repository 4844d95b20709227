/**
 * The body of an update's Markdown file, taken apart by its headings and list entries. Nothing is interpreted here:
 * every piece keeps its Markdown and the line of the file on which it starts.
 */
import type { Markdown } from '../update.ts'

/** A stretch of lines below one heading. `heading` is its Markdown, null for what is before the first heading. */
export type HeadedText = {
  heading: Markdown | null
  line: number
  text: Markdown
  textLine: number
  blocks: HeadedText[]
}
/** The heading above what came from around the page, after the last section; an editor may delete all of it. */
export const footHeading = '[foot of the page]'

/** A list entry or paragraph. */
export type ListEntry = { text: Markdown; line: number }
type Lines = { lines: readonly string[]; first: number }

/**
 * `# title`, then `## section`, `### story`, `#### part`: a block holds the blocks of the next level. The text of a
 * block is what is before the first of them, without blank lines around it.
 */
export function readBlocks(body: Lines, level: number): HeadedText {
  return blockOf(null, body.first, { body, level })
}

function blockOf(heading: Markdown | null, line: number, { body, level }: { body: Lines; level: number }): HeadedText {
  const starts = level > 4 ? [] : [...body.lines.keys()].filter(index => isHeading(body.lines[index] ?? '', level))
  const blocks = starts.map((start, index) =>
    blockOf(headingOf(body.lines[start] ?? ''), body.first + start, {
      body: { lines: body.lines.slice(start + 1, starts[index + 1]), first: body.first + start + 1 },
      level: level + 1,
    }),
  )
  const lead = body.lines.slice(0, starts[0])
  const blank = lead.findIndex(text => text.trim() !== '')
  return { heading, line, text: withoutBlankEnds(lead), textLine: body.first + Math.max(0, blank), blocks }
}

const isHeading = (line: string, level: number): boolean =>
  line.startsWith('#'.repeat(level)) && /^#+(?:[ \t]|$)/u.test(line) && line[level] !== '#'

/** "## Updates ##" → "Updates". */
const headingOf = (line: string): Markdown =>
  line
    .replace(/^#+/u, '')
    .replace(/(?<=[ \t])#+[ \t]*$/u, '')
    .trim()

const withoutBlankEnds = (lines: readonly string[]): Markdown =>
  lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/gu, '')
    .replace(/^[ \t]+$/u, '')

/** Each entry of the lists at the left margin, without its mark and indentation; `- ` alone is an empty entry. */
export function listEntries(text: Markdown, first: number): ListEntry[] {
  return entriesOf(text, first).filter(entry => entry.listed)
}

/** List entries, and the paragraphs between them: for a list with a bullet missing. */
export function looseEntries(text: Markdown, first: number): ListEntry[] {
  return entriesOf(text, first)
}

const BULLET = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/u

function entriesOf(text: Markdown, first: number): (ListEntry & { listed: boolean })[] {
  const entries: (ListEntry & { listed: boolean })[] = []
  let blank = true
  for (const [index, line] of text === '' ? [] : text.split('\n').entries()) {
    const open = entries.at(-1)
    const starts = BULLET.test(line) || (/^\S/u.test(line) && (blank || open === undefined))
    if (starts || open === undefined) entries.push(entryOf(line, first + index))
    else open.text += `\n${open.listed ? line.replace(/^(?: {1,2}|\t)/u, '') : line}`
    blank = line.trim() === ''
  }
  return entries.map(entry => ({ ...entry, text: entry.text.trimEnd() }))
}

function entryOf(line: string, at: number): ListEntry & { listed: boolean } {
  const listed = BULLET.test(line)
  return { text: listed ? line.replace(BULLET, '') : line, line: at, listed }
}

/** Paragraphs: stretches of lines parted by blank ones. */
export function paragraphs(text: Markdown, first: number): ListEntry[] {
  const found: ListEntry[] = []
  let open: ListEntry | null = null
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') open = null
    else if (open !== null) open.text += `\n${line}`
    else {
      open = { text: line, line: first + index }
      found.push(open)
    }
  }
  return found
}
