/** Reads all raw texts: the long part of an import. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { IngestedFiles } from './ingest-raw.ts'
import { joinForms } from './join-forms.ts'
import { rawFiles } from './raw-files.ts'
import { rawMemory } from './raw-memory.ts'
import { type Parse, type RawReading, readRaw } from './read-raw.ts'

export type RawJob = {
  rawDir: string
  /** Keeps what unchanged raw texts say; it may be deleted at any time. */
  cacheDir: string
  parse: Parse
  /** A hash of the parser's source: a changed parser reads every text again. */
  parserVersion: string
  /** What the documents, pages and emails say; without it, only plain text is read. */
  ingested?: IngestedFiles
}

export type RawTexts = {
  readings: RawReading[]
  /** About the files that are passed over. */
  diagnostics: Diagnostic[]
}

/** Called after each text. */
export type OnRead = (done: number, of: number) => void

export function readRawTexts(job: RawJob): RawTexts {
  const steps = reading(job)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** How long a page request may have to wait, in milliseconds. */
const turn = 50

/** The same, but lets others take a turn now and then: a page request that asks how far it is. */
export async function readRawTextsInTurns(job: RawJob, onRead: OnRead): Promise<RawTexts> {
  const steps = reading(job)
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    onRead(step.value.done, step.value.of)
    if (performance.now() - since < turn) continue
    await setImmediate()
    since = performance.now()
  }
}

function* reading(job: RawJob): Generator<{ done: number; of: number }, RawTexts> {
  const { rawDir, parse, ingested = () => null } = job
  const memory = rawMemory(job.cacheDir, job.parserVersion)
  const { names, diagnostics } = rawFiles(rawDir)
  const read: RawReading[] = []
  for (const name of names) {
    const bytes = readFileSync(join(rawDir, name))
    read.push(readRaw({ name, bytes, ingested: ingested(name, bytes) }, parse, memory))
    yield { done: read.length, of: names.length }
  }
  const readings = joinForms(read, memory)
  memory.save()
  return { readings, diagnostics }
}
