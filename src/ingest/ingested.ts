/** What every form of a newsletter comes to: the lines that the parser reads, and the links in them. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Origin } from '../update/update.ts'

/** Lines and columns count from 1; columns and lengths are UTF-16 code units of `text`. The address is safe and clean. */
export type TextLink = { line: number; column: number; length: number; address: string }

export type Ingested = {
  /** With "\n" for line ends; null where the file cannot be used, and the diagnostics say why. */
  text: string | null
  links: TextLink[]
  origin: Origin | null
  diagnostics: Diagnostic[]
}

export type RawFile = {
  /** For messages: "content/raw/656.docx". */
  file: string
  bytes: Uint8Array
}

export const refused = (...diagnostics: Diagnostic[]): Ingested => ({
  text: null,
  links: [],
  origin: null,
  diagnostics,
})

/** The place of a message about a whole file. */
export const placeOfFile = (file: string) => ({ file, line: 1, column: 1, length: 1, source: null })
