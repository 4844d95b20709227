import { isBlank, type Line } from './lines.ts'

/**
 * What a reader sees as one thing: a paragraph, a heading or title (on one line or wrapped over several), or a run of list
 * entries. `text` is its words on one line.
 */
export type Block = { kind: 'text' | 'list'; lines: Line[]; text: string }

const bulletMark = /^(?:[•·▪▫◦●○‣⁃∙*\uf0b7\uf0a7]\s*|-\s+|[–—]\s+(?=[\p{Lu}\d‘“]))(?=\S)/u
const numberMark = /^(?<number>\d{1,2})[.)]\s+(?=\S)/u
const opening =
  /^On\s+(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?(?:the\s+)?\d{1,2}\s?(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,}/u

/** "• entry", "- entry", "1. entry" → the mark; null for any other line. */
export function listMark(text: string): { mark: string; ordered: boolean } | null {
  const mark = bulletMark.exec(text) ?? numberMark.exec(text)
  return mark === null ? null : { mark: mark[0], ordered: numberMark.test(text) }
}

/** "On 7 March NSPCC published …": the way in which the newsletter opens a story or a publication. */
export const isOpening = (text: string): boolean => opening.test(text)

/**
 * Groups lines into blocks. `standsAlone` tells the lines that are a block whatever their neighbours (headings, labels).
 *
 * A text with blank lines between its paragraphs may wrap a paragraph over several lines; a text without them (as copied
 * from the old pages) has one paragraph a line. Which of the two a text is, is read off the text.
 */
export function groupBlocks(lines: readonly Line[], standsAlone: (line: Line) => boolean): Block[] {
  const dense = isDense(lines)
  const runs: Line[][] = []
  let previous: Line | null = null
  for (const line of lines) {
    if (!isBlank(line)) {
      const joins =
        previous !== null && !standsAlone(line) && !standsAlone(previous) && belongsTo(line, previous, dense)
      const run = runs.at(-1)
      if (joins && run !== undefined) run.push(line)
      else runs.push([line])
    }
    previous = isBlank(line) ? null : line
  }
  return runs.map(run => ({
    kind: listMark(run[0]?.text ?? '') === null ? 'text' : 'list',
    lines: run,
    text: run.map(line => line.text).join(' '),
  }))
}

/** Whether nearly every line is a paragraph of its own: hardly a blank line, and lines longer than anybody wraps at. */
function isDense(lines: readonly Line[]): boolean {
  const full = lines.filter(line => !isBlank(line)).length
  const gaps = lines.filter((line, index) => isBlank(line) && index > 0 && !isBlank(lines[index - 1] ?? line)).length
  return gaps < full * 0.35 && lines.some(line => line.text.length > 130)
}

/** Whether a line goes on with the block of the line above it, with no blank line between. */
function belongsTo(line: Line, above: Line, dense: boolean): boolean {
  const listed = listMark(line.text) !== null
  if (listed) return listMark(above.text) !== null
  if (listMark(above.text) !== null) return isWrapped(above.text, line.text)
  if (isOpening(line.text)) return /\b(?:published|and|on|of|the|to|in|by|from|until)$/u.test(above.text)
  if (dense) return isWrapped(above.text, line.text)
  return !isTitleAbove(above.text, line.text)
}

/** Whether a line break was made by a page's width alone: the sentence runs across it. */
export function isWrapped(above: string, line: string): boolean {
  if (/[.!?:;]["”’)]*$/u.test(above)) return false
  return (
    /^[a-z(]/u.test(line) ||
    /(?:,|[-–—]|\b(?:of|the|a|an|and|or|in|on|to|for|with|by|from|at|as|is|are|that|which|their|its|our|into|between))$/u.test(
      above,
    )
  )
}

/** "Understanding attendance" above a paragraph that follows without a blank line. */
const isTitleAbove = (above: string, line: string): boolean =>
  above.length <= 110 &&
  line.length > above.length * 1.6 &&
  line.length > 110 &&
  !/[.,;:]$/u.test(above) &&
  !isWrapped(above, line)
