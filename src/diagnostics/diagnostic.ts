import { type Answer, catalogue, type Words } from './catalogue.ts'

/** A stretch of one line of one file. Lines and columns count from 1; columns and lengths are UTF-16 code units. */
export type Place = {
  /** Path as the editor would type it from the project's top: `content/raw/656.txt`. */
  file: string
  line: number
  column: number
  length: number
  /** The whole line, for the message to show; null where there is none to show (an empty or binary file). */
  source: string | null
}

/** `note`: something was done, and there is nothing to do about it. */
export type Severity = 'error' | 'warning' | 'note'
type Catalogue = typeof catalogue
export type Code = keyof Catalogue
type Arguments<C extends Code> = Parameters<Catalogue[C]['say']>[0]

/** One complaint: what, where, and what to do. `error` means that the input cannot be used. */
export type Diagnostic = {
  code: Code
  severity: Severity
  at: Place
  message: string
  hint: string
  /** The number of the update that a raw text is; of Markdown files the name says it. */
  update?: number
  /** What the editor's desk can write for them, likeliest first. */
  answers?: Answer[]
}

/** The number of the update that a complaint is about; null where it is about none, or about a text without a number. */
export function updateOf({ at, update }: Pick<Diagnostic, 'at' | 'update'>): number | null {
  const { number } = /^content\/updates\/(?<number>\d+)\.md$/u.exec(at.file)?.groups ?? {}
  return update ?? (number === undefined ? null : Number(number))
}

/** Makes a complaint of the catalogue; the compiler holds the arguments to the code. */
export function complain<C extends Code>(code: C, at: Place, args: Arguments<C>): Diagnostic {
  const entry = catalogue[code]
  const { message, hint, answers } = (entry.say as (a: Arguments<C>) => Words)(args)
  return { code, severity: entry.severity, at, message, hint, ...(answers && { answers }) }
}
