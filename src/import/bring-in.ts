/** Files from anywhere → content/raw: an update is copied there, a WordPress export becomes a page for each update in it. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { writeWhole } from '../files/whole-file.ts'
import { type FileKind, kindOfFile } from '../ingest/formats/kind-of-file.ts'
import { MOST_EXPORT_BYTES, readExport } from '../ingest/formats/wordpress-export.ts'
import { ingest } from '../ingest/ingest.ts'
import { placeOfFile } from '../ingest/ingested.ts'
import { recogniseLayout } from '../parse/layouts/layouts.ts'
import { type Masthead, readMasthead } from '../parse/sections/masthead.ts'
import { readLines } from '../parse/text/lines.ts'
import { rawFiles } from './raw/raw-files.ts'

export type BringIn = {
  /** As typed, from anywhere. */
  files: readonly string[]
  rawDir: string
  /** Called after each post of an export. */
  onProgress?: (done: number, of: number) => void
}

export type BroughtIn = {
  /** Names below content/raw that were written, and those that were there already with the same bytes. */
  written: string[]
  unchanged: string[]
  /** Posts of an export that are not updates, and why. */
  leftOut: { title: string; because: string }[]
  diagnostics: Diagnostic[]
}

/** Writes whole files, and never over another. One that cannot be used does not stop the rest. */
export async function bringIn(job: BringIn): Promise<BroughtIn> {
  const result: BroughtIn = { written: [], unchanged: [], leftOut: [], diagnostics: [] }
  const known = new Set(rawFiles(job.rawDir).names.map(name => readFileSync(join(job.rawDir, name)).toString('base64')))
  for (const file of job.files) {
    if (!existsSync(file) || !statSync(file).isFile()) {
      result.diagnostics.push(diagnose('no-such-file', placeOfFile(file), { file }))
      continue
    }
    const { size } = statSync(file)
    if (size > MOST_EXPORT_BYTES) {
      result.diagnostics.push(diagnose('huge-file', placeOfFile(file), { bytes: size }))
      continue
    }
    const bytes = readFileSync(file)
    if (kindOfFile(bytes).kind === 'export') await bringInExport({ file, bytes }, job, result)
    else if (known.has(bytes.toString('base64'))) result.unchanged.push(basename(file))
    else await bringInUpdate({ file, bytes }, job, result)
  }
  return result
}

type File = { file: string; bytes: Uint8Array }
type MastheadReading = { masthead: Masthead | null; diagnostics: Diagnostic[] }

async function bringInUpdate(raw: File, { rawDir }: BringIn, result: BroughtIn): Promise<void> {
  const { masthead, diagnostics } = await mastheadIn(raw)
  if (masthead === null) return void result.diagnostics.push(...diagnostics)
  const { kind } = kindOfFile(raw.bytes)
  const ending = kind === 'export' || kind === 'refused' ? extname(raw.file) : ENDINGS[kind]
  const name = `${masthead.number}${ending}`
  put({ name, bytes: raw.bytes, from: raw.file }, rawDir, result)
}

const ENDINGS: Record<Exclude<FileKind['kind'], 'export' | 'refused'>, string> = {
  text: '.txt',
  page: '.html',
  word: '.docx',
  mail: '.eml',
}

async function bringInExport({ file, bytes }: File, job: BringIn, result: BroughtIn): Promise<void> {
  const found = readExport(bytes)
  if (found === null) return void result.diagnostics.push(diagnose('damaged-export', placeOfFile(file), {}))
  const { posts, leftOut } = found
  result.leftOut.push(...leftOut)
  const postOf = new Map<number, number>()
  for (const [index, post] of posts.entries()) {
    const page = { file: `post ${post.id}`, bytes: Buffer.from(post.html) }
    const { masthead, diagnostics } = await mastheadIn(page)
    const because = reasonToLeaveOut({ masthead, diagnostics }, postOf)
    if (masthead === null || because !== null) result.leftOut.push({ title: post.title, because: because ?? '' })
    else {
      postOf.set(masthead.number, post.id)
      put(
        { name: `${masthead.date.slice(0, 4)}/${masthead.number}.html`, bytes: page.bytes, from: `post ${post.id}` },
        job.rawDir,
        result,
      )
    }
    job.onProgress?.(index + 1, posts.length)
  }
  if (postOf.size === 0)
    result.diagnostics.push(diagnose('export-without-updates', placeOfFile(file), { posts: posts.length }))
}

function reasonToLeaveOut(
  { masthead, diagnostics }: MastheadReading,
  postOf: ReadonlyMap<number, number>,
): string | null {
  if (masthead === null)
    return diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'it is not an update'
  const other = postOf.get(masthead.number)
  return other === undefined ? null : `update ${masthead.number} is already post ${other} of this export`
}

/** Which update it is; everything else is read when it is imported. */
async function mastheadIn(raw: File): Promise<MastheadReading> {
  const { text, diagnostics } = await ingest(raw)
  if (text === null) return { masthead: null, diagnostics }
  const lines = readLines(text, raw.file)
  return readMasthead(lines, recogniseLayout(lines))
}

type Arrival = { name: string; bytes: Uint8Array; from: string }

/** Never replaces a different file of that name: only the editor can say which is right. */
function put({ name, bytes, from }: Arrival, rawDir: string, result: BroughtIn): void {
  const path = join(rawDir, name)
  if (existsSync(path)) {
    if (readFileSync(path).equals(bytes)) return void result.unchanged.push(name)
    return void result.diagnostics.push(diagnose('raw-file-differs', placeOfFile(`content/raw/${name}`), { from }))
  }
  writeWhole(path, bytes)
  result.written.push(name)
}
