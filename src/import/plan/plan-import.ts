/**
 * What an import should write, decided from values alone: what the raw texts say now, what is in the Markdown
 * files, and what import wrote there before. A correction by hand is never overwritten.
 */
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'
import type { TextLink } from '../../ingest/ingested.ts'
import { readUpdateFile } from '../../update/file/update-file.ts'
import { placeOfLine } from '../../update/locate.ts'
import type { Update } from '../../update/update.ts'
import { hashOfText, type ImportRecord, recordOf } from './import-record.ts'
import { type Collision, merge } from './merge.ts'

/** A raw text as the parser reads it now. */
export type RawUpdate = {
  /** The raw file's name. */
  name: string
  number: number
  /** The masthead's place in the raw text. */
  at: Place
  /** The hash of its Markdown. */
  hash: string
  /** The text that was read, and its Markdown; asked for only where it is needed. */
  fresh: () => { markdown: string; update: Update; text: string; links: TextLink[] }
}

/** What is in content/updates, by number. Texts have "\n" for line ends. */
export type Standing = {
  markdown: ReadonlyMap<number, string>
  records: ReadonlyMap<number, ImportRecord>
  /** The raw files that are there but could not be read, so their numbers are unknown. */
  unread: ReadonlySet<string>
}

/** Updates to import again (`force`), or to accept as they are (`keep`), whatever has changed. */
export type Wishes = { force: ReadonlySet<number>; keep: ReadonlySet<number> }

export type ImportPlan = {
  /** `update` is null where the text holds corrections, and has to be read. */
  write: { number: number; markdown: string; update: Update | null }[]
  /** null: the record has lost both its raw text and its Markdown. */
  records: { number: number; record: ImportRecord | null }[]
  unchanged: number[]
  diagnostics: Diagnostic[]
}

/** Decides for each update by itself. Two raw texts for one number are an error, and neither is used. */
export function planImport(updates: readonly RawUpdate[], standing: Standing, wishes: Wishes): ImportPlan {
  const byNumber = new Map<number, RawUpdate[]>()
  for (const update of updates) byNumber.set(update.number, [...(byNumber.get(update.number) ?? []), update])
  const plans = [...byNumber].map(([number, [first, ...others]]) => {
    if (first === undefined) return nothing
    if (others.length === 0) return planUpdate(first, standing, wishes)
    const diagnostics = others.map(({ at }) => diagnose('raw-number-twice', at, { number, other: first.at.file }))
    return { ...nothing, diagnostics }
  })
  const gone = [...standing.records].filter(([number]) => !byNumber.has(number))
  return joined([...plans, ...gone.map(([number, record]) => planOrphan(number, record, standing))])
}

const nothing: ImportPlan = { write: [], records: [], unchanged: [], diagnostics: [] }

const joined = (plans: readonly ImportPlan[]): ImportPlan => ({
  write: plans.flatMap(({ write }) => write),
  records: plans.flatMap(({ records }) => records),
  unchanged: plans.flatMap(({ unchanged }) => unchanged),
  diagnostics: plans.flatMap(({ diagnostics }) => diagnostics),
})

function planUpdate(raw: RawUpdate, standing: Standing, { force, keep }: Wishes): ImportPlan {
  const { number } = raw
  const current = standing.markdown.get(number)
  const record = standing.records.get(number)
  if (current === undefined || force.has(number)) return writeFresh(raw, current)
  if (keep.has(number)) return remember(raw)
  if (record === undefined) return adopt(raw, current)
  const edited = hashOfText(current) !== record.written
  const changed = raw.hash !== record.written
  if (changed) return edited ? bringTogether(raw, current, record) : writeFresh(raw, current)
  const renamed = record.raw === raw.name ? [] : [{ number, record: { ...record, raw: raw.name } }]
  return { ...nothing, records: renamed, unchanged: [number] }
}

function writeFresh(raw: RawUpdate, current: string | undefined): ImportPlan {
  const { markdown, update } = raw.fresh()
  const { records } = remember(raw)
  if (markdown === current) return { ...nothing, records, unchanged: [raw.number] }
  return { ...nothing, write: [{ number: raw.number, markdown, update }], records }
}

/** From now on, what differs from the fresh text counts as a correction by hand. */
const remember = ({ number, name, fresh }: RawUpdate): ImportPlan => ({
  ...nothing,
  records: [{ number, record: recordOf(name, fresh().markdown) }],
  unchanged: [number],
})

/** A Markdown file of which nothing is recorded was written by hand, or its record was lost. */
function adopt(raw: RawUpdate, current: string): ImportPlan {
  const plan = remember(raw)
  if (hashOfText(current) === raw.hash) return plan
  const diagnostic = diagnose('unrecorded-markdown', topOf(raw.number), { number: raw.number, raw: raw.at.file })
  return { ...plan, diagnostics: [diagnostic] }
}

function bringTogether(raw: RawUpdate, current: string, record: ImportRecord): ImportPlan {
  const { number } = raw
  const { markdown } = raw.fresh()
  const { text, collisions } = merge(current, record.lines, markdown)
  if (text === null) {
    const diagnostics = collisions.map(collision => collisionDiagnostic(collision, current, raw))
    return { ...nothing, unchanged: [number], diagnostics }
  }
  const { diagnostics: faults } = readUpdateFile(text, fileOf(number))
  const fault = faults.find(({ severity }) => severity === 'error')
  if (fault !== undefined) {
    const reason = `${fault.message} (line ${fault.at.line} of what both would make)`
    return {
      ...nothing,
      unchanged: [number],
      diagnostics: [diagnose('merge-unfit', topOf(number), { number, reason })],
    }
  }
  const { records } = remember(raw)
  return { ...nothing, write: text === current ? [] : [{ number, markdown: text, update: null }], records }
}

function collisionDiagnostic({ line, corrected, fresh }: Collision, current: string, raw: RawUpdate): Diagnostic {
  const place = placeOfLine(current, fileOf(raw.number), line)
  return diagnose('colliding-correction', place, { number: raw.number, corrected, fresh })
}

/** A record without a raw text: the Markdown stays, because only the editor can say whether that is intended. */
function planOrphan(number: number, record: ImportRecord, { markdown, unread }: Standing): ImportPlan {
  if (unread.has(record.raw)) return { ...nothing, unchanged: markdown.has(number) ? [number] : [] }
  if (!markdown.has(number)) return { ...nothing, records: [{ number, record: null }] }
  const diagnostic = diagnose('raw-gone', topOf(number), { number, raw: `content/raw/${record.raw}` })
  return { ...nothing, unchanged: [number], diagnostics: [diagnostic] }
}

const fileOf = (number: number): string => `content/updates/${number}.md`
const topOf = (number: number): Place => ({ file: fileOf(number), line: 1, column: 1, length: 1, source: null })
