/** Tables as they are pasted: a row on each line, its cells parted by tabs, or by strokes as we write a web page's. */
import { literal } from '../../update/markdown.ts'
import type { Markdown } from '../../update/update.ts'
import type { Line } from './lines.ts'

/** The cells between the tabs or strokes of a line, every kind of space as a plain one; cells in front may be empty. */
export const cellsOf = ({ raw }: Pick<Line, 'raw'>): string[] =>
  (raw.includes('\t') ? raw.trimEnd().split('\t') : withoutFrame(raw.trim()).split(stroke)).map(cell =>
    cell.replace(/\s+/gu, ' ').trim(),
  )
const stroke = /(?:^|\s)\|(?=\s|$)/u
/** "| Age | Fee |" */
const withoutFrame = (row: string): string => (row.startsWith('| ') && row.endsWith(' |') ? row.slice(1, -1) : row)

const listMarkAlone = /^(?:[•·▪▫◦●○‣⁃∙*o§–—-]|\d{1,2}[.)])$/u

/**
 * A line of two cells or more. "•⇥An entry" and "1.⇥An entry" are lines of lists; "Date:⇥5 May" says one thing, and so does a line that
 * was only indented.
 */
export function isRow(line: Line): boolean {
  if (line.text === '' || !(line.raw.includes('\t') || line.raw.includes(' |'))) return false
  const [first = '', ...more] = cellsOf(line).filter(cell => cell !== '')
  return more.length > 0 && !listMarkAlone.test(first) && !/^[•·▪▫◦●○‣⁃∙]/u.test(first) && !first.endsWith(':')
}

/** Whether two rows, one below the other, belong to one table: they have about as many cells. */
export const areOfOneTable = (above: Line, line: Line): boolean =>
  isRow(above) && isRow(line) && Math.abs(cellsOf(above).length - cellsOf(line).length) <= 1

/** Rows as a table of GitHub's dialect. Its head is the first row where that names what is below it, else empty. */
export function markdownTable(lines: readonly Line[]): Markdown {
  const rows = squared(lines.map(cellsOf))
  const [first = [], ...below] = rows
  const [head, body] = isHead(first, below) ? [first, below] : [first.map(() => ''), rows]
  return [head, first.map(() => '---'), ...body].map(rowOf).join('\n')
}

const rowOf = (cells: readonly string[]): Markdown =>
  `| ${cells.map(cell => (cell === '---' ? cell : escaped(literal(cell)))).join(' | ')} |`
/** A stroke would part the cell, behind a backslash as well. */
const escaped = (cell: Markdown): Markdown => cell.replaceAll('|', '\\|')

/** Every row with as many cells as the longest; empty cells in front of all rows are indentation. */
function squared(rows: readonly string[][]): string[][] {
  const indents = rows.map(row => row.findIndex(cell => cell !== ''))
  const indent = Math.min(...indents)
  const width = Math.max(...rows.map(row => row.length)) - indent
  return rows.map(row => Array.from({ length: width }, (_, index) => row[index + indent] ?? ''))
}

/** Names of columns are short and have no number; below them are numbers, addresses, or more words. */
function isHead(first: readonly string[], below: readonly string[][]): boolean {
  if (below.length === 0 || first.some(cell => /[\d@]|:\/\//u.test(cell) || cell.length > 40)) return false
  if (below.some(row => row.some(cell => /[\d@]/u.test(cell)))) return true
  const length = (row: readonly string[]) => row.join('').length
  return length(first) * 1.5 < below.reduce((sum, row) => sum + length(row), 0) / below.length
}
