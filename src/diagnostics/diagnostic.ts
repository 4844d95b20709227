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

/** `note`: we did something, and the editor need do nothing. */
export type Severity = 'error' | 'warning' | 'note'
type Catalogue = typeof catalogue
export type Code = keyof Catalogue
type Arguments<C extends Code> = Parameters<Catalogue[C]['say']>[0]

/** One message: what, where, and what to do. `error` means that the input cannot be used. */
export type Diagnostic = {
  code: Code
  severity: Severity
  at: Place
  message: string
  hint: string
  /** The number of a raw text's update; for Markdown files the name has it. */
  update?: number
  /** What the desk can write for the editor, likeliest first. */
  answers?: Answer[]
}

/** The update that a message is about; null if it is about none, or about a text without a number. */
export function updateOf({ at, update }: Pick<Diagnostic, 'at' | 'update'>): number | null {
  const { number } = /^content\/updates\/(?<number>\d+)\.md$/u.exec(at.file)?.groups ?? {}
  return update ?? (number === undefined ? null : Number(number))
}

/** Makes a message of the catalogue; the compiler checks the arguments for each code. */
export function diagnose<C extends Code>(code: C, at: Place, args: Arguments<C>): Diagnostic {
  const entry = catalogue[code]
  const { message, hint, answers } = (entry.say as (a: Arguments<C>) => Words)(args)
  return { code, severity: entry.severity, at, message, hint, ...(answers && { answers }) }
}
