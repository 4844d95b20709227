/**
 * What the documents, pages and mails of content/raw say, read before anything is planned: Word and mail are read
 * asynchronously, and slowly. Each is kept in the cache, and its text beside that, where an editor can look at it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import { keep, kept } from '../../files/kept.ts'
import { writeWhole } from '../../files/whole-file.ts'
import { ingest, isPlainText } from '../../ingest/ingest.ts'
import { type Ingested, placeOfFile, type RawFile, refused } from '../../ingest/ingested.ts'
import { RAW, rawFiles } from './raw-files.ts'

/** What a raw file says; null for one that is plain text, or has come in since. */
export type IngestedFiles = (name: string, bytes: Uint8Array) => Ingested | null

/** Reads what `rawDir` holds. `version`: of the program; what another one has read is read again. */
export async function ingestRaw(
  { rawDir, cacheDir, shownAs = RAW }: { rawDir: string; cacheDir: string; shownAs?: string },
  version: string,
): Promise<IngestedFiles> {
  const known = new Map<string, Ingested>()
  for (const name of rawFiles(rawDir).names) {
    const bytes = readFileSync(join(rawDir, name))
    if (isPlainText(bytes)) continue
    const key = keyOf(name, bytes)
    const file = join(cacheDir, 'ingested', `${hashOf(key, version)}.json`)
    const before = kept<Ingested>(file)
    const read = before ?? (await ingestedOrNamed({ file: `${shownAs}/${name}`, bytes }))
    if (before === undefined) keep(file, read)
    if (read.text !== null) showText(join(cacheDir, 'read', `${name}.txt`), read.text)
    known.set(key, read)
  }
  return (name, bytes) => known.get(keyOf(name, bytes)) ?? null
}

/** One document that the program fails on does not stop the others. */
async function ingestedOrNamed(raw: RawFile): Promise<Ingested> {
  try {
    return await ingest(raw)
  } catch (error) {
    return refused(diagnose('program-fault', placeOfFile(raw.file), { what: String(error) }))
  }
}

/** Where the text of a raw file that is none can be looked at, as an editor would type it. */
export const shownTextOf = (name: string): string => `.cache/read/${name}.txt`

const hashOf = (...parts: (string | Uint8Array)[]): string => {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}
const keyOf = (name: string, bytes: Uint8Array): string => hashOf(name, bytes)

function showText(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeWhole(path, text)
}
