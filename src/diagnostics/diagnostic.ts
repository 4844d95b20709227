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
export type Code = keyof typeof catalogue
type Arguments = { [C in Code]: Parameters<(typeof catalogue)[C]['say']>[0] }
const entries: { [C in Code]: { severity: Severity; say: (args: Arguments[C]) => Words } } = catalogue

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
export function diagnose<C extends Code>(code: C, at: Place, args: Arguments[C]): Diagnostic {
  const { severity, say } = entries[code]
  const { message, hint, answers } = say(args)
  return { code, severity, at, message, hint, ...(answers && { answers }) }
}
