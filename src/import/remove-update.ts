/** Takes an update out of the archive: its raw text, its Markdown, and the record of what import wrote. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readImportRecord } from './plan/import-record.ts'
import { RAW } from './raw/raw-files.ts'

/** The files that were removed, as an editor would type them; empty where the archive has no such update. */
export function removeUpdate(root: string, number: number): string[] {
  const markdown = `content/updates/${number}.md`
  const record = `content/updates/.imported/${number}.lines`
  const written = existsSync(join(root, record)) ? readImportRecord(readFileSync(join(root, record), 'utf8')) : null
  const files = [...(written === null ? [] : [`${RAW}/${written.raw}`]), markdown, record]
  const there = files.filter(file => existsSync(join(root, file)))
  for (const file of there) rmSync(join(root, file))
  return there
}
