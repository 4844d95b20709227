/** Messages as the desk shows them: in sentences, with a place and what to do. */
import { createHash } from 'node:crypto'
import { type Answer, recordLine } from '../../diagnostics/catalogue.ts'
import { type Code, type Diagnostic, updateOf } from '../../diagnostics/diagnostic.ts'
import { plain } from '../../update/markdown.ts'

export type Note = {
  /** Changes only with the message or its line. */
  id: string
  code: Code
  isError: boolean
  /** What is wrong. */
  words: string
  /** What to do. */
  advice: string
  file: string
  line: number
  column: number
  /** The line, and the stretch of it that the note is about; null where there is no line to show. */
  source: { before: string; marked: string; after: string } | null
  /** What may be pasted elsewhere: the line of an authority file, or the whole line that the note is about. */
  copy: { label: string; text: string } | null
  update: number | null
  answers: readonly Answer[]
  /** Words to look for on the update's page; null where it has none of them. */
  onPage: string | null
}

/** "lost-title" → "Lost title". */
export const kindInWords = (code: string): string => asSentence(code.replaceAll('-', ' ')).replace(/\.$/u, '')

export function noteOf(diagnostic: Diagnostic): Note {
  const { code, severity, at, message, hint, answers = [] } = diagnostic
  const { file, line, column } = at
  return {
    id: idOf(diagnostic),
    code,
    isError: severity === 'error',
    words: asSentence(message),
    advice: asSentence(hint),
    file,
    line,
    column,
    source: at.source === null ? null : marked(at.source, column - 1, at.length),
    copy: copyOf(answers, at.source),
    update: updateOf(diagnostic),
    answers,
    onPage: wordsOnPage(diagnostic),
  }
}

function copyOf(answers: readonly Answer[], source: string | null): Note['copy'] {
  const record = answers.find(answer => answer.kind === 'new-record')
  if (record !== undefined) return { label: `Copy the line for ${record.file}`, text: recordLine(record) }
  return source === null || source.trim() === '' ? null : { label: 'Copy this line', text: source.trim() }
}

/** The beginning of a raw text's line, or the marked words of the Markdown: a line there may have marks or be a fact. */
function wordsOnPage({ at }: Diagnostic): string | null {
  if (at.source === null || updateOf({ at }) === null) return at.source === null ? null : firstWords(at.source)
  return firstWords(at.source.slice(at.column - 1, at.column - 1 + at.length))
}

const firstWords = (line: string): string | null =>
  plain(line.trim())
    .replace(/^(?:[-–•*·o]|\d+[.)])\s+/u, '')
    .split(/\s+/u)
    .slice(0, 8)
    .join(' ') || null

export const idOf = ({ code, at, message }: Diagnostic): string =>
  createHash('sha256')
    .update([code, at.file, at.line, at.column, at.source ?? '', message].join('\0'))
    .digest('hex')
    .slice(0, 12)

/** A long line is cut around what it is about. */
function marked(source: string, from: number, length: number): NonNullable<Note['source']> {
  const around = 160
  const before = source.slice(0, from)
  const after = source.slice(from + length)
  return {
    before: before.length > around ? `…${before.slice(-around)}` : before,
    marked: source.slice(from, from + length),
    after: after.length > around ? `${after.slice(0, around)}…` : after,
  }
}

/** "no section is called …" → "No section is called … ." */
const asSentence = (words: string): string =>
  words.replace(/^\p{Ll}/u, first => first.toUpperCase()).replace(/(?<![.?!:…)\]}])$/u, '.')

/** How many notes each group has, most first; then by name. */
export function countsBy<Key extends string | number>(notes: readonly Note[], keyOf: (note: Note) => Key | null) {
  const counts = new Map<Key, number>()
  for (const note of notes) {
    const key = keyOf(note)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Array.from(counts, ([key, count]) => ({ key, count }))
}
