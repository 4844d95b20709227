/** A raw text beside the Markdown that was made of it, line by line. */
import { changesBetween } from '../../import/plan/line-alignment.ts'
import { sameLines } from '../../import/plan/same-lines.ts'
import { LINE_END } from '../../update/line-ends.ts'

export type ComparedLine = {
  /** From 1. */
  number: number
  text: string
  /** The line of the other side with the same words; null where there is none. */
  other: number | null
  /** What the program worked out for itself: "year from the date of the update". */
  inferred: string[]
  /** The line is not as import wrote it. */
  isCorrected: boolean
  /** What import wrote here and someone changed or took out. */
  was: string[]
}

export type Comparison = { raw: ComparedLine[]; markdown: ComparedLine[] }

/** What is compared: `fresh` is what import makes of the text, `current` what the file says now. */
export type Compared = {
  text: string
  fresh: string
  current: string
  /** Names that are read as another: as printed, with the record's name. */
  names: ReadonlyMap<string, string>
}

export function compare({ text, fresh, current, names }: Compared): Comparison {
  const raw = text.split(LINE_END)
  const markdown = current.split('\n')
  const same = sameLines(raw, markdown)
  const back = new Map(Array.from(same, ([from, to]) => [to, from]))
  const { corrected, was } = corrections(fresh.split('\n'), markdown)
  return {
    raw: raw.map((words, at) => lineOf(words, at, same.get(at))),
    markdown: markdown.map((words, at) => ({
      ...lineOf(words, at, back.get(at)),
      isCorrected: corrected.has(at),
      was: was.get(at) ?? [],
      inferred: inferredIn(words, names),
    })),
  }
}

/** Lines of the current file that were changed or added, and above which of its lines others were. */
function corrections(fresh: string[], current: string[]): { corrected: Set<number>; was: Map<number, string[]> } {
  const corrected = new Set<number>()
  const was = new Map<number, string[]>()
  for (const { from, to } of changesBetween(fresh, current)) {
    for (let line = to[0]; line < to[1]; line++) corrected.add(line)
    const lost = fresh.slice(...from).filter(line => line.trim() !== '')
    if (lost.length > 0) was.set(Math.min(to[0], current.length - 1), lost)
  }
  return { corrected, was }
}

const lineOf = (text: string, at: number, other: number | undefined): ComparedLine => ({
  number: at + 1,
  text,
  other: other === undefined ? null : other + 1,
  inferred: [],
  isCorrected: false,
  was: [],
})

/** As `write-update-file.ts` writes what the text itself does not say. */
const inferences: { sign: RegExp; words: string }[] = [
  { sign: /yearFrom: "update date"/u, words: 'year from the date of the update' },
  { sign: /yearFrom: "weekday"/u, words: 'year from the weekday' },
  { sign: /^### \[untitled\]$/u, words: 'the title is missing' },
  { sign: /^### \[(?!untitled\]$).+\]$/u, words: 'title from another line of the update' },
]

const factWithNames = /^ +- \{.*\b(?:publishers: \[(?<publishers>[^\]]*)\]|label: (?<label>"(?:\\.|[^"\\])*"))/u

function inferredIn(line: string, names: ReadonlyMap<string, string>): string[] {
  const { publishers = '', label = '' } = factWithNames.exec(line)?.groups ?? {}
  const variants = [...names].filter(([printed]) => `${publishers} ${label}`.includes(JSON.stringify(printed)))
  return [
    ...inferences.filter(({ sign }) => sign.test(line)).map(({ words }) => words),
    ...variants.map(([printed, name]) => `“${printed}” is ${name}`),
  ]
}
