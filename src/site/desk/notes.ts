/** Messages as the desk shows them: in sentences, with a place and what to do. */
import { createHash } from 'node:crypto'
import type { Answer } from '../../diagnostics/catalogue.ts'
import { type Diagnostic, updateOf } from '../../diagnostics/diagnostic.ts'

export type Note = {
  /** Changes only with the message or its line. */
  id: string
  code: string
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
  update: number | null
  answers: readonly Answer[]
}

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
    update: updateOf(diagnostic),
    answers,
  }
}

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
  words.replace(/^\p{Ll}/u, first => first.toUpperCase()).replace(/(?<![.?!:…")\]}])$/u, '.')

/** How many notes each group has, most first; then by name. */
export function countsBy<Key extends string | number>(notes: readonly Note[], keyOf: (note: Note) => Key | null) {
  const counts = new Map<Key, number>()
  for (const note of notes) {
    const key = keyOf(note)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Array.from(counts, ([key, count]) => ({ key, count }))
}
