/** content/raw → content/updates on the disk: reads what is there, lets the plan decide, writes all of it or nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Update } from '../update/update.ts'
import { type ImportRecord, readImportRecord, writeImportRecord } from './import-record.ts'
import { type ImportPlan, planImport, type Standing, type Wishes } from './plan-import.ts'
import { rawMemory } from './raw-memory.ts'
import { type Parse, readRaw, unknownWishes } from './read-raw.ts'

export type ImportJob = {
  rawDir: string
  updatesDir: string
  /** What is remembered of unchanged raw texts goes here; it may be deleted at any time. */
  cacheDir: string
  parse: Parse
  /** A hash of the parser's source: what another parser has read is read again. */
  parserVersion: string
  wishes?: Wishes
}

export type ImportResult = {
  /** Numbers of the Markdown files that were written; of those that stayed; of records whose update is gone. */
  written: number[]
  unchanged: number[]
  removed: number[]
  /** With an error among them nothing was written. */
  diagnostics: Diagnostic[]
  /** The files just written that hold nothing but the raw text's words: there is no need to read them again. */
  fresh: { name: string; markdown: string; update: Update }[]
}

const noWishes: Wishes = { force: new Set(), keep: new Set() }

/** What import has to say, and would write; writes nothing but its memory. */
export function planAll({ rawDir, updatesDir, cacheDir, parse, parserVersion, wishes = noWishes }: ImportJob): {
  plan: ImportPlan
  diagnostics: Diagnostic[]
} {
  const memory = rawMemory(cacheDir, parserVersion)
  const readings = rawFiles(rawDir).map(name =>
    readRaw({ name, bytes: readFileSync(join(rawDir, name)) }, parse, memory),
  )
  const updates = readings.flatMap(({ raw }) => (raw === null ? [] : [raw]))
  const unread = new Set(readings.filter(({ raw }) => raw === null).map(({ name }) => name))
  const plan = planImport(updates, { ...standingIn(updatesDir), unread }, wishes)
  const diagnostics = [
    ...readings.flatMap(reading => reading.diagnostics),
    ...plan.diagnostics,
    ...unknownWishes(wishes, updates),
  ]
  memory.save()
  return { plan, diagnostics }
}

/** Brings `updatesDir` up to date. Costs a hash for each file whose raw text, parser and Markdown are as they were. */
export function importAll(job: ImportJob): ImportResult {
  const { plan, diagnostics } = planAll(job)
  const { updatesDir } = job
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    return { written: [], unchanged: [], removed: [], diagnostics, fresh: [] }
  }
  mkdirSync(join(updatesDir, RECORDS), { recursive: true })
  for (const { number, markdown } of plan.write) writeWhole(join(updatesDir, `${number}.md`), markdown)
  for (const { number, record } of plan.records) writeRecord(updatesDir, number, record)
  return {
    written: plan.write.map(({ number }) => number),
    unchanged: plan.unchanged,
    removed: plan.records.filter(({ record }) => record === null).map(({ number }) => number),
    diagnostics,
    fresh: plan.write.flatMap(({ number, markdown, update }) =>
      update === null ? [] : [{ name: `${number}.md`, markdown, update }],
    ),
  }
}

/** What an editor dropped; not what the system or a program that is still writing left beside it. */
const rawFiles = (folder: string): string[] =>
  filesIn(folder).filter(
    name => !/^(?:[.~]|thumbs\.db$|desktop\.ini$)|(?:~|\.(?:part|tmp|crdownload|swp))$/iu.test(name),
  )

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile())
  return files.map(({ name }) => name).sort(new Intl.Collator('en', { numeric: true }).compare)
}

// ── content/updates ──

const RECORDS = '.imported'

function standingIn(folder: string): Omit<Standing, 'unread'> {
  const markdown = textsByNumber(folder, /^(\d+)\.md$/u)
  const records = new Map<number, ImportRecord>()
  for (const [number, text] of textsByNumber(join(folder, RECORDS), /^(\d+)\.lines$/u)) {
    const record = readImportRecord(text)
    if (record !== null) records.set(number, record)
  }
  return { markdown, records }
}

function textsByNumber(folder: string, pattern: RegExp): Map<number, string> {
  const texts = new Map<number, string>()
  for (const name of filesIn(folder)) {
    const number = pattern.exec(name)?.[1]
    if (number === undefined) continue
    texts.set(
      Number(number),
      readFileSync(join(folder, name), 'utf8')
        .replace(/^\uFEFF/u, '')
        .replace(/\r\n?/gu, '\n'),
    )
  }
  return texts
}

function writeRecord(folder: string, number: number, record: ImportRecord | null): void {
  const path = join(folder, RECORDS, `${number}.lines`)
  if (record === null) rmSync(path, { force: true })
  else writeWhole(path, writeImportRecord(record))
}

/** Beside the file first, then in its place: whoever reads it finds the old text or the new one. */
function writeWhole(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  const part = `${path}.${process.pid}.part`
  writeFileSync(part, text)
  renameSync(part, path)
}
