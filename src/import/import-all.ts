/** content/raw → content/updates on disk: reads both, plans, and writes what can be used. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import { clearParts, writeWhole } from '../files/whole-file.ts'
import type { Update } from '../update/update.ts'
import { stillToDo } from './plan/dealt-with.ts'
import { hashOfText, type ImportRecord, readImportRecord, writeImportRecord } from './plan/import-record.ts'
import { type ImportPlan, planImport, type Standing, type Wishes } from './plan/plan-import.ts'
import { type RawJob, type RawTexts, readRawTexts } from './raw/raw-texts.ts'
import { type RawReading, unknownWishes } from './raw/read-raw.ts'

export type ImportJob = RawJob & {
  updatesDir: string
  wishes?: Wishes
  /** The raw texts, where they have been read already. */
  texts?: RawTexts
}

export type ImportResult = {
  /** Numbers of the Markdown files that were written; of those that stayed; of records whose update is gone. */
  written: number[]
  unchanged: number[]
  removed: number[]
  /** An error among them means that one file could not be used; its earlier version stays. */
  diagnostics: Diagnostic[]
  /** The files just written that hold nothing but the raw text's words: there is no need to read them again. */
  fresh: { name: string; markdown: string; update: Update }[]
  /** The text of an update and the Markdown that import makes of it; null where no raw text is that update. */
  freshOf: FreshOf
  mastheadOf: MastheadOf
}

export type FreshOf = (number: number) => { text: string; markdown: string } | null
/** Where a raw text has the heading of an update; null where no raw text is that update. */
export type MastheadOf = (number: number) => Place | null

const noWishes: Wishes = { force: new Set(), keep: new Set() }

/** The messages import would give, and the files it would write. Writes only its cache. */
export function planAll(job: ImportJob): {
  plan: ImportPlan
  standing: Standing
  diagnostics: Diagnostic[]
  freshOf: FreshOf
  mastheadOf: MastheadOf
} {
  const { updatesDir, wishes = noWishes } = job
  const { readings, diagnostics: passedOver } = job.texts ?? readRawTexts(job)
  const updates = readings.flatMap(({ raw }) => (raw === null ? [] : [raw]))
  const unread = new Set(readings.filter(({ raw }) => raw === null).map(({ name }) => name))
  const standing = { ...standingIn(updatesDir), unread }
  const plan = planImport(updates, standing, wishes)
  const diagnostics = [
    ...passedOver,
    ...readings.flatMap(reading => openDiagnostics(reading, standing)),
    ...plan.diagnostics,
    ...unknownWishes(wishes, updates),
  ]
  const rawOf = (number: number) => updates.find(update => update.number === number)
  const freshOf = (number: number) => rawOf(number)?.fresh() ?? null
  return { plan, standing, diagnostics, freshOf, mastheadOf: number => rawOf(number)?.at ?? null }
}

/** The messages about a raw text that no one has dealt with in the Markdown yet. */
function openDiagnostics({ raw, diagnostics: said }: RawReading, { markdown }: Standing): Diagnostic[] {
  const diagnostics = raw === null ? said : said.map(one => ({ ...one, update: raw.number }))
  const current = raw === null ? undefined : markdown.get(raw.number)
  if (raw === null || current === undefined || hashOfText(current) === raw.hash) return diagnostics
  return stillToDo(diagnostics, raw.fresh(), current)
}

/**
 * Brings `updatesDir` up to date. An unchanged file costs one hash. What an editor saves meanwhile is
 * planned for again, and never overwritten.
 */
export function importAll(job: ImportJob, attempts = 3): ImportResult {
  const { plan, standing, diagnostics, freshOf, mastheadOf } = planAll(job)
  const { updatesDir } = job
  // If the command names an update that is not there, do nothing.
  if (diagnostics.some(({ code }) => code === 'nothing-to-import'))
    return { written: [], unchanged: [], removed: [], diagnostics, fresh: [], freshOf, mastheadOf }
  mkdirSync(join(updatesDir, RECORDS), { recursive: true })
  for (const written of [updatesDir, join(updatesDir, RECORDS)]) clearParts(written)
  const write = plan.write.filter(({ number, markdown }) => {
    const path = join(updatesDir, `${number}.md`)
    return replaceWith(path, markdown, () => textAt(path) === (standing.markdown.get(number) ?? null))
  })
  const written = new Set(write.map(({ number }) => number))
  const overtaken = new Set(plan.write.map(({ number }) => number).filter(number => !written.has(number)))
  const records = plan.records.filter(({ number }) => !overtaken.has(number))
  for (const { number, record } of records) writeRecord(updatesDir, number, record)
  const again = overtaken.size > 0 && attempts > 1 ? importAll(job, attempts - 1) : null
  return {
    written: [...written, ...(again?.written ?? [])],
    unchanged: again?.unchanged.filter(number => !written.has(number)) ?? plan.unchanged,
    removed: records.filter(({ record }) => record === null).map(({ number }) => number),
    diagnostics: again?.diagnostics ?? diagnostics,
    freshOf: again?.freshOf ?? freshOf,
    mastheadOf: again?.mastheadOf ?? mastheadOf,
    fresh: [
      ...write.flatMap(({ number, markdown, update }) =>
        update === null ? [] : [{ name: `${number}.md`, markdown, update }],
      ),
      ...(again?.fresh ?? []),
    ],
  }
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
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const number = pattern.exec(name)?.[1]
    const text = number === undefined ? null : textAt(join(folder, name))
    if (text !== null) texts.set(Number(number), text)
  }
  return texts
}

/** With "\n" for line ends; null where there is no such file. */
function textAt(path: string): string | null {
  if (!existsSync(path) || !statSync(path).isFile()) return null
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
}

function writeRecord(folder: string, number: number, record: ImportRecord | null): void {
  const path = join(folder, RECORDS, `${number}.lines`)
  if (record === null) rmSync(path, { force: true })
  else replaceWith(path, writeImportRecord(record))
}

/** Touches no file that holds the text already. Returns whether the file now holds it. */
function replaceWith(path: string, text: string, mayReplace = () => true): boolean {
  return (existsSync(path) && readFileSync(path, 'utf8') === text) || writeWhole(path, text, mayReplace)
}
