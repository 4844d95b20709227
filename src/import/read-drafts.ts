/** content/drafts: updates that `npm start` shows and builds leave out. They are read like raw texts, and never imported. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Update } from '../update/update.ts'
import type { RawUpdate } from './plan/plan-import.ts'
import type { IngestedFiles } from './raw/ingest-raw.ts'
import { rawFiles } from './raw/raw-files.ts'
import { rawMemory } from './raw/raw-memory.ts'
import { type Parse, readRaw } from './raw/read-raw.ts'

export const DRAFTS = 'content/drafts'

/** `text` was read, and `markdown` is what import would make of it. */
export type Draft = { file: string; update: Update; text: string; markdown: string }

export type DraftJob = {
  draftsDir: string
  /** What is remembered of unchanged texts goes here; it may be deleted at any time. */
  cacheDir: string
  parse: Parse
  parserVersion: string
  ingested: IngestedFiles
  /** Numbers that the archive has: a draft of one of them is named and left out. */
  taken: ReadonlySet<number>
}

/** The drafts by number, and what is wrong with them. An error means that one of them cannot be shown, and no more. */
export function readDrafts(job: DraftJob): { drafts: Draft[]; diagnostics: Diagnostic[] } {
  const memory = rawMemory(job.cacheDir, job.parserVersion)
  const files = rawFiles(job.draftsDir, DRAFTS)
  const taken = new Set(job.taken)
  const drafts: Draft[] = []
  const diagnostics = [...files.diagnostics]
  for (const name of files.names) {
    const bytes = readFileSync(join(job.draftsDir, name))
    const file = { folder: DRAFTS, name, bytes, ingested: job.ingested(name, bytes) }
    const { raw, diagnostics: said } = readRaw(file, job.parse, memory)
    diagnostics.push(...(raw === null ? said : said.map(one => ({ ...one, update: raw.number }))))
    if (raw === null) continue
    if (taken.has(raw.number)) diagnostics.push(diagnose('draft-number-taken', raw.at, { number: raw.number }))
    else drafts.push(draftOf(name, raw))
    taken.add(raw.number)
  }
  memory.save()
  return { drafts: drafts.sort((a, b) => a.update.number - b.update.number), diagnostics }
}

function draftOf(file: string, raw: RawUpdate): Draft {
  const { update, text, markdown } = raw.fresh()
  return { file, update, text, markdown }
}
