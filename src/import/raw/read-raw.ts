import { hash } from 'node:crypto'
import { basename } from 'node:path/posix'
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'
import { type FileKind, kindOfFile } from '../../ingest/formats/kind-of-file.ts'
import { readText } from '../../ingest/formats/plain-text.ts'
import { type Ingested, placeOfFile, type TextLink } from '../../ingest/ingested.ts'
import { writeUpdateFile } from '../../update/file/update-file.ts'
import type { Update } from '../../update/update.ts'
import { hashOfText } from '../plan/import-record.ts'
import type { RawUpdate, Wishes } from '../plan/plan-import.ts'
import { shownTextOf } from './ingest-raw.ts'
import { RAW } from './raw-files.ts'
import type { RawMemory, Remembered } from './raw-memory.ts'
import { weaveLinks } from './weave-links.ts'

export type Parse = (text: string, file: string) => { update: Update | null; diagnostics: Diagnostic[] }

/** `raw` is null where the file could not be used; the diagnostics say why. */
export type RawReading = {
  name: string
  /** Text, page, document or mail. */
  form: FileKind['kind']
  /** Its key in the cache. */
  key: string
  raw: RawUpdate | null
  diagnostics: Diagnostic[]
}
/** `ingested`: what it says; null: it is the text itself. */
type IngestedFile = {
  /** The folder, as an editor calls it; content/raw where it is left out. */
  folder?: string
  name: string
  bytes: Uint8Array
  ingested: Ingested | null
}

/** Reads one raw file, or takes what it said from the cache. */
export function readRaw(file: IngestedFile, parse: Parse, memory: RawMemory): RawReading {
  const { name, bytes } = file
  const key = `${name} ${hash('sha256', bytes)}`
  const about = { name, key, form: file.ingested === null ? ('text' as const) : kindOfFile(bytes).kind }
  const known = memory.get(key)
  if (known !== undefined) return readingOf(about, known, () => read(file, parse).fresh)
  const { remembered, fresh } = read(file, parse)
  memory.set(key, remembered)
  return readingOf(about, remembered, () => fresh)
}

type Fresh = { markdown: string; update: Update; text: string; links: TextLink[] } | null

/** A copy, because a word cut out of the raw text keeps the whole text in memory. */
const byItself = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

function read(file: IngestedFile, parse: Parse): { remembered: Remembered; fresh: Fresh } {
  const { remembered, fresh } = parsedOrNamed(file, parse)
  return {
    remembered: byItself(remembered),
    fresh: fresh && { ...fresh, update: byItself(fresh.update) },
  }
}

/** One text that the program fails on does not stop the others. */
function parsedOrNamed(file: IngestedFile, parse: Parse): ReturnType<typeof parsed> {
  try {
    return parsed(file, parse)
  } catch (error) {
    const { folder = RAW, name } = file
    const fault = diagnose('program-fault', placeOfFile(`${folder}/${name}`), { what: String(error) })
    return { remembered: { raw: null, diagnostics: [fault] }, fresh: null }
  }
}

function parsed(
  { folder = RAW, name, bytes, ingested }: IngestedFile,
  parse: Parse,
): { remembered: Remembered; fresh: Fresh } {
  const file = `${folder}/${name}`
  const { text, links, origin, diagnostics: read } = ingested ?? readText({ file, bytes })
  if (text === null) return { remembered: { raw: null, diagnostics: read }, fresh: null }
  const { update: parsed, diagnostics: doubts } = parse(text, file)
  const said = [...read, ...(ingested === null ? doubts : doubts.map(doubt => withShownText(doubt, name)))]
  if (parsed === null) return { remembered: { raw: null, diagnostics: said }, fresh: null }
  const { update: woven, lost } = weaveLinks(parsed, text, links)
  const update = origin === null || (origin.post ?? origin.address) === null ? woven : { ...woven, origin }
  const at = mastheadPlace(text, file, update)
  const diagnostics = [...said, ...unplacedLinks(lost, text, file), ...misnamed(name, update, at)]
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    return { remembered: { raw: null, diagnostics }, fresh: null }
  }
  const markdown = writeUpdateFile(update)
  const raw = { number: update.number, at, hash: hashOfText(markdown) }
  return { remembered: { raw, diagnostics }, fresh: { markdown, update, text, links } }
}

/** A line of a document is a line of the text that was read from it. */
const withShownText = (doubt: Diagnostic, name: string): Diagnostic => ({
  ...doubt,
  hint: `${doubt.hint}\n(the lines are those of the text that was read from this file: ${shownTextOf(name)})`,
})

function unplacedLinks(lost: readonly TextLink[], text: string, file: string): Diagnostic[] {
  const [first] = lost
  if (first === undefined) return []
  const source = text.split('\n')[first.line - 1] ?? ''
  const { line, column, length } = first
  const words = source.slice(column - 1, column - 1 + length)
  return [diagnose('unplaced-links', { file, line, column, length, source }, { words, count: lost.length })]
}

type About = Pick<RawReading, 'name' | 'key' | 'form'>

function readingOf(about: About, { raw, diagnostics }: Remembered, fresh: () => Fresh): RawReading {
  const { name } = about
  if (raw === null) return { ...about, raw, diagnostics }
  const again = (): NonNullable<Fresh> => {
    const made = fresh()
    if (made === null) throw new Error(`${name} was read before and cannot be read now: delete the .cache folder`)
    return made
  }
  return { ...about, raw: { name, ...raw, fresh: again }, diagnostics }
}

function mastheadPlace(text: string, file: string, { heading, number }: Update): Place {
  const lines = text.split('\n')
  const found = lines.findIndex(line => line.replace(/\s+/gu, ' ').trim() === heading.replace(/\s+/gu, ' ').trim())
  const line = found === -1 ? lines.findIndex(line => line.includes(String(number))) : found
  const source = lines[Math.max(0, line)] ?? ''
  return { file, line: Math.max(0, line) + 1, column: 1, length: Math.max(1, source.length), source }
}

/** "654.txt", "Update no 654.txt": such a name has a number. "2025-03-21 final.txt" has none. */
const NUMBERED_NAME = /^(?:(?:seslip|friday|update|no|number)[\s._-]*)*0*(?<number>\d{1,5})(?:\.\w{1,4})?$/iu

function misnamed(name: string, { number }: Update, at: Place): Diagnostic[] {
  const named = NUMBERED_NAME.exec(basename(name))?.groups?.number
  if (named === undefined || Number(named) === number) return []
  return [diagnose('raw-number-against-file-name', at, { number, name: named })]
}

/** Asked for by name, but no raw text is that update. */
export function unknownWishes({ force, keep }: Wishes, updates: readonly { number: number }[]): Diagnostic[] {
  const known = new Set(updates.map(({ number }) => number))
  const at = { file: 'content/raw', line: 1, column: 1, length: 1, source: null }
  return [...force, ...keep]
    .filter(number => !known.has(number))
    .map(number => diagnose('nothing-to-import', at, { number }))
}
