/** Lines of text as they come out of a document, with the links that are open meanwhile. */
import type { TextLink } from '../ingested.ts'

/** In a document a paragraph is a line: a line end within it is a space. */
const SPACES = /([ \t\r\n\v\f\u0085\u00A0\u2028\u2029]+)/u
const SPACE = new RegExp(`^${SPACES.source}`, 'u')

export type LineWriter = {
  /** Words, with the spaces between them; several spaces are one. */
  write: (words: string) => void
  /** Goes to a new line; nothing happens where the line has no words yet. */
  endLine: () => void
  /** A blank line before what comes next. */
  gap: () => void
  /** What the next line begins with, once it has words: "• ". */
  mark: (text: string) => void
  openLink: (address: string) => void
  closeLink: () => void
  /** Whether the line has words. */
  isEmpty: () => boolean
  finish: () => { text: string; links: TextLink[] }
}

export function lineWriter(): LineWriter {
  const lines: string[] = []
  const links: TextLink[] = []
  let line = ''
  let waitingMark = ''
  let needsGap = false
  let open: { address: string; from: number | null } | null = null
  return { write, endLine, gap, mark, openLink, closeLink, isEmpty: () => line === '', finish }

  function write(words: string): void {
    for (const piece of words.split(SPACES)) {
      if (piece === '') continue
      if (SPACE.test(piece)) {
        if (line !== '' && !line.endsWith(' ')) line += ' '
        continue
      }
      if (line === '') begin()
      if (open !== null) open.from ??= line.length
      line += piece
    }
  }

  function begin(): void {
    if (needsGap && lines.length > 0 && lines.at(-1) !== '') lines.push('')
    needsGap = false
    line = waitingMark
    waitingMark = ''
  }

  function endLine(): void {
    if (line === '') return
    closeSegment()
    lines.push(line.trimEnd())
    line = ''
  }

  function gap(): void {
    endLine()
    needsGap = true
  }

  function mark(text: string): void {
    endLine()
    waitingMark = text
  }

  function openLink(address: string): void {
    closeSegment()
    open = { address, from: null }
  }

  function closeLink(): void {
    closeSegment()
    open = null
  }

  /** A link that goes over several lines is one link on each. */
  function closeSegment(): void {
    if (open === null || open.from === null) return
    const length = line.trimEnd().length - open.from
    const last = links.at(-1)
    const goesOn = last?.line === lines.length + 1 && last.address === open.address
    // Word cuts a link wherever its letters change their look: "Keeping children" + " safe".
    if (goesOn && line.slice(last.column - 1 + last.length, open.from).trim() === '')
      last.length = open.from + length - last.column + 1
    else links.push({ line: lines.length + 1, column: open.from + 1, length, address: open.address })
    open.from = null
  }

  function finish(): { text: string; links: TextLink[] } {
    endLine()
    return { text: lines.length === 0 ? '' : `${lines.join('\n')}\n`, links }
  }
}
