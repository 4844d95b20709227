/** Lists: the marks before entries, and how deep each entry lies. */
import { literal } from '../../update/markdown.ts'
import type { Markdown } from '../../update/update.ts'
import { joinedTexts } from './addresses.ts'
import type { Line } from './lines.ts'

// Few lines begin with any of these; no other line has a mark.
const opensLikeMark = /^(?:[•·▪▫◦●○‣⁃∙*§➢➤►▶✓✔❖■□◆◇\uf0b7\uf0a7\d–—-]|\(?[a-z]{1,4}\)\s)/u
const bulletMark = /^(?:[•·▪▫◦●○‣⁃∙*➢➤►▶✓✔❖■□◆◇\uf0b7\uf0a7]\s*|[-§]\s+|[–—]\s+(?=[\p{Lu}\d‘“]))(?=\S)/u
const numberMark = /^(?<number>\d{1,2})[.)]\s+(?=\S)/u

// a) · (b) · (iv): the letter is kept as a word of its entry, since lists of a web page or of Markdown have no letters.
const letterMark = /^(?:\(?[a-z]\)|\(?[ivx]{2,4}\))\s+(?=\S)/u

/** "• entry", "- entry", "1. entry" → the mark ('' before "a) entry"); null for any other line. */
export function listMark(text: string): { mark: string; ordered: boolean } | null {
  if (!opensLikeMark.test(text)) return null
  if (letterMark.test(text)) return { mark: '', ordered: false }
  const number = numberMark.exec(text)
  const mark = number ?? bulletMark.exec(text)
  return mark === null ? null : { mark: mark[0], ordered: number !== null }
}

// Word writes its second level as an "o"; behind a dash a deeper entry may begin with a small letter.
const deeperMark = /^[o–—]\s+(?=\S)/u
// "a. entry", "iv. entry", below another entry
const deeperLetter = /^(?:[a-z]|[ivx]{2,4})\.\s+(?=\S)/u

/** The mark of an entry inside a list, where more marks count than on a single line. */
function entryMark(text: string): ReturnType<typeof listMark> {
  const mark = listMark(text) ?? (deeperLetter.test(text) ? { mark: '', ordered: false } : deeperMark.exec(text))
  return mark === null || 'mark' in mark ? mark : { mark: mark[0], ordered: false }
}

/** "o with a deputy", "    – for court": an entry only because it is below others. */
export function isDeeperEntry(line: Line, list: Line): boolean {
  if (listMark(list.text) === null || listMark(line.text) !== null) return false
  if (deeperLetter.test(line.text)) return columnOf(line) > columnOf(list)
  if (!deeperMark.test(line.text)) return false
  return line.text.startsWith('o') || columnOf(line) > columnOf(list) + 1
}

/** An entry with the wrapped lines that go on with it. */
type Entry = { mark: string; ordered: boolean; lines: string[]; entries: Entry[] }

/** Entries as "- " or "1. ", deeper ones below the one above them; numbers that do not count up are kept as the words they are. */
export function listOf(lines: readonly Line[]): Markdown {
  const entries = treeOf(lines)
  return everyNumberCounts(entries) ? markdownOf(entries) : lines.map(({ text }) => literal(text)).join('\\\n')
}

type Level = { column: number; sign: string; ordered: boolean; entries: Entry[] }

function treeOf(lines: readonly Line[]): Entry[] {
  const roots: Entry[] = []
  const levels: Level[] = []
  let last: Entry | undefined
  for (const line of lines) {
    const found = entryMark(line.text)
    if (found === null) {
      last?.lines.push(line.text)
      continue
    }
    const level = { column: columnOf(line), sign: signOf(found.mark, line.text), ordered: found.ordered }
    while (levels.length > 1 && isAbove(level, levels)) levels.pop()
    const top = levels.at(-1)
    if (top === undefined || (last !== undefined && isBelow(level, top))) {
      const entries = top === undefined ? roots : (top.entries.at(-1)?.entries ?? roots)
      levels.push({ ...level, entries })
    }
    last = { ...found, lines: [line.text.slice(found.mark.length)], entries: [] }
    levels.at(-1)?.entries.push(last)
  }
  return roots
}

type Place = Omit<Level, 'entries'>

/** Nearer the margin than the innermost level; or at the same place, with the mark of a level further out. */
function isAbove(entry: Place, levels: readonly Level[]): boolean {
  const top = levels.at(-1)
  if (top === undefined) return false
  if (entry.column < top.column - 1) return true
  if (isBelow(entry, top) || isAlike(entry, top)) return false
  return levels.slice(0, -1).some(level => isAlike(entry, level) && Math.abs(entry.column - level.column) <= 1)
}

const isAlike = (a: Place, b: Place): boolean => (a.ordered ? b.ordered : a.sign === b.sign)

/** Further from the margin; or at the same place, with a mark that is used for deeper entries. */
function isBelow(entry: Place, top: Level): boolean {
  if (entry.column > top.column + 1) return true
  if (entry.column < top.column - 1 || entry.ordered) return false
  return top.ordered || (deeper.has(entry.sign) && !deeper.has(top.sign))
}
const deeper = new Set(['o', '◦', '○', '▫', '‣', '⁃', '-', 'a)', 'i)'])

/** What entries of one level have in common; a letter or small Roman number for all of its kind. */
const signOf = (mark: string, text = ''): string =>
  mark === '' ? (/^\(?[ivx]{1,4}[.)]/u.test(text) ? 'i)' : 'a)') : mark.trim().replace(/[–—]/u, '-')
/** How far from the margin a line begins; a tab counts as four. */
const columnOf = ({ raw, indent }: Line): number => raw.slice(0, indent).replaceAll('\t', '    ').length

/** Whether the numbers of each list count up one by one. */
function everyNumberCounts(entries: readonly Entry[]): boolean {
  const numbers = entries.filter(({ ordered }) => ordered).map(({ mark }) => Number.parseInt(mark, 10))
  const counts =
    numbers.length === 0 ||
    (numbers.length === entries.length && numbers.every((number, at) => number === (numbers[0] ?? 0) + at))
  return counts && entries.every(entry => everyNumberCounts(entry.entries))
}

function markdownOf(entries: readonly Entry[]): Markdown {
  return entries
    .map(({ mark, ordered, lines, entries: below }) => {
      const sign = ordered ? `${Number.parseInt(mark, 10)}. ` : signOf(mark) === 'o' ? '+ ' : '- '
      const text = [...joinedTexts(lines).map(literal), ...(below.length === 0 ? [] : markdownOf(below).split('\n'))]
      return sign + text.join(`\n${' '.repeat(sign.length)}`)
    })
    .join('\n')
}

/** Whether the lines of a list block go on with the list above: of one sort, or deeper. */
export function goesOnWithList(above: readonly Line[], lines: readonly Line[]): boolean {
  const [first, next] = [above[0], lines[0]]
  if (first === undefined || next === undefined) return false
  return listMark(first.text)?.ordered === listMark(next.text)?.ordered || columnOf(next) > columnOf(first) + 1
}
