/** A raw text beside the Markdown that was made of it, line by line. */
import { diffIndices } from 'node-diff3'
import { sameLines } from '../../import/plan/same-lines.ts'

export type ComparedLine = {
  /** From 1. */
  number: number
  text: string
  /** The line of the other side with the same words; null where there is none. */
  other: number | null
  /** What the program worked out for itself: "year from the update's date". */
  inferred: string | null
  /** The line is not as import wrote it. */
  isCorrected: boolean
}

export type Comparison = { raw: ComparedLine[]; markdown: ComparedLine[] }

/** `fresh` is what import makes of the text, `current` what the file says now. */
export function compare(text: string, fresh: string, current: string): Comparison {
  const raw = text.split(/\r\n|\r|\n/u)
  const markdown = current.split('\n')
  const same = sameLines(raw, markdown)
  const back = new Map(Array.from(same, ([from, to]) => [to, from]))
  const corrected = new Set<number>()
  for (const { buffer2 } of diffIndices(fresh.split('\n'), markdown))
    for (let line = buffer2[0]; line < buffer2[0] + buffer2[1]; line++) corrected.add(line)
  return {
    raw: raw.map((words, at) => lineOf(words, at, { other: same.get(at), isCorrected: false })),
    markdown: markdown.map((words, at) => ({
      ...lineOf(words, at, { other: back.get(at), isCorrected: corrected.has(at) }),
      inferred: inferredIn(words),
    })),
  }
}

type Rest = { other: number | undefined; isCorrected: boolean }

const lineOf = (text: string, at: number, { other, isCorrected }: Rest): ComparedLine => ({
  number: at + 1,
  text,
  other: other === undefined ? null : other + 1,
  inferred: null,
  isCorrected,
})

/** As `write-update-file.ts` writes what the text itself does not say. */
const inferences: { sign: RegExp; words: string }[] = [
  { sign: /yearFrom: "update date"/u, words: 'year from the date of the update' },
  { sign: /yearFrom: "weekday"/u, words: 'year from the weekday' },
  { sign: /^### \[untitled\]$/u, words: 'the title is lost' },
  { sign: /^### \[.+\]$/u, words: 'title from another line of the update' },
]
const inferredIn = (line: string): string | null => inferences.find(({ sign }) => sign.test(line))?.words ?? null
