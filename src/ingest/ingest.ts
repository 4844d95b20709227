/** Any file that an editor has → the text that the parser reads, with its links. Recognised by content, not by name. */
import { diagnose } from '../diagnostics/diagnostic.ts'
import { kindOfFile } from './formats/kind-of-file.ts'
import { readMail } from './formats/mail.ts'
import { readPage } from './formats/page.ts'
import { readText } from './formats/plain-text.ts'
import { readWord } from './formats/word.ts'
import { type Ingested, placeOfFile, type RawFile, refused } from './ingested.ts'

/** Whether a file is the text itself, and is read without `ingest`. */
export const isPlainText = (bytes: Uint8Array): boolean => kindOfFile(bytes).kind === 'text'

/**
 * Never throws for what is in a file. The text has a line for each line of the newsletter; links are given by line
 * and column. Reports what cannot be used, what had to be left out, and addresses that were unwrapped or are lost.
 */
export async function ingest(raw: RawFile): Promise<Ingested> {
  const found = kindOfFile(raw.bytes)
  switch (found.kind) {
    case 'text':
      return readText(raw)
    case 'page':
      return readPage(raw)
    case 'word':
      return readWord(raw)
    case 'mail':
      return readMail(raw)
    case 'export':
      return refused(diagnose('export-among-raw', placeOfFile(raw.file), { file: raw.file }))
    case 'refused':
      return refused(diagnose('unreadable-format', placeOfFile(raw.file), { name: found.name, remedy: found.remedy }))
    default:
      return found satisfies never
  }
}
