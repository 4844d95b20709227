/** Writes Pagefind's index files, and the texts beside them. */
import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { hashIn } from './facet-table.ts'
import { withPlaces } from './pagefind-metadata.ts'
import type { SearchRecord } from './records/search-record.ts'
import { blockSign } from './spelling.ts'
import { type ShownText, textFiles } from './texts.ts'

/** The parts of a record that Pagefind indexes. */
export type IndexedRecord = Pick<
  SearchRecord,
  'address' | 'title' | 'text' | 'summary' | 'names' | 'also' | 'addresses'
>

/**
 * Writes an index of the records into `folder`, and returns the hash that identifies it. Searches return places in
 * `records`, in base 36, as ids. Rejects with Pagefind's own message if it reports an error, or if its files differ from
 * those of the pinned version; or when `signal` aborts.
 */
export async function writePagefind(
  records: readonly IndexedRecord[],
  folder: string,
  signal?: AbortSignal,
): Promise<string> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = chunkSize
  const { index, errors } = await createIndex({ forceLanguage: 'en', maxFragments })
  if (index === undefined) throw new Error(`the search index could not be started: ${errors.join('; ')}`)
  const { files, faults } = await filled(index, records, signal).finally(() => index.deleteIndex())
  if (faults.length > 0) throw new Error(`the search index could not be made: ${faults.join('; ')}`)
  placesForIds(records, files)
  files.set('pagefind.js', await minified(textOf(files, 'pagefind.js')))
  const hash = hashIn(JSON.parse(textOf(files, 'pagefind-entry.json')))
  await writeFiles(folder, files)
  await writeTexts(records, { hash, folder })
  return hash
}

/** By path, with "/". */
type Files = Map<string, Uint8Array>

const textOf = (files: Files, path: string): string => Buffer.from(files.get(path) ?? []).toString('utf8')

/**
 * Pagefind hands its files over rather than write them: on a full disk it would print its own trace, end, and leave us waiting. With
 * Pagefind's error messages.
 */
async function filled(
  index: PagefindIndex,
  records: readonly IndexedRecord[],
  signal?: AbortSignal,
): Promise<{ files: Files; faults: string[] }> {
  const faults: string[] = []
  for (let from = 0; from < records.length; from += recordsAtOnce) {
    signal?.throwIfAborted()
    const some = records.slice(from, from + recordsAtOnce)
    for (const { errors } of await Promise.all(some.map(record => addRecord(index, record)))) faults.push(...errors)
  }
  signal?.throwIfAborted()
  const { files, errors } = await index.getFiles()
  const byPath = files.map(({ path, content }): [string, Uint8Array] => [path.replaceAll('\\', '/'), content])
  return { files: new Map(byPath), faults: [...faults, ...errors] }
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  const used = [...files].filter(([path]) => !unused.has(path.split('/')[0] ?? ''))
  for (const below of new Set(used.map(([path]) => dirname(path))))
    await mkdir(join(folder, below), { recursive: true })
  for (const [path, content] of used) writeFileSync(join(folder, path), content)
}

async function writeTexts(
  records: readonly IndexedRecord[],
  { hash, folder }: { hash: string; folder: string },
): Promise<void> {
  await mkdir(join(folder, 'texts', hash), { recursive: true })
  const shown = (record: IndexedRecord): ShownText => {
    const { address, title, summary } = record
    return summary === '' ? [address, title, contentOf(record)] : [address, title, contentOf(record), summary]
  }
  // Thousands of small files: waiting for each would take three times as long.
  for (const [name, text] of textFiles(hash, records, shown)) writeFileSync(join(folder, name), text)
}

async function minified(script: string): Promise<Uint8Array> {
  const { code } = await transform(script, { format: 'esm', minify: true, charset: 'utf8' })
  return Buffer.from(code)
}

/**
 * How many word positions go into one file of the index. For each word, a search fetches the whole file that has it: 20 kB
 * with Pagefind's default of 20,000. With smaller files than these, the list of files, which every search needs, grows by
 * more than is saved. A later Pagefind may not know the variable: a test would fail.
 */
const chunkSize = '1000'

/** We read the records' ids from Pagefind's own texts, then delete them: quick if they are in a few files. */
const maxFragments = 20

/** Ends Pagefind's process. Until then it stays open, so that a watching build does not restart it each time. */
export const closeIndexer = async (): Promise<void> => {
  await close()
}

/** Awaiting records one by one takes a fifth longer, but every record being added is in memory twice. */
const recordsAtOnce = 500

/**
 * Pagefind searches every `meta` field, so a date or a kind there would be found as a word. "names" and "also" are
 * fields for that very reason: searched, but never shown.
 */
const addRecord = (index: PagefindIndex, record: IndexedRecord) => {
  const { address, title, names, also, addresses } = record
  const meta = { title, ...(names && { names }), ...(also && { also }), ...(addresses && { addresses }) }
  return index.addCustomRecord({ url: address, content: contentOf(record), language: 'en', meta })
}

/**
 * Pagefind folds line breaks, so this sign separates the blocks, and no phrase is found across it. Pagefind drops records
 * without text, such as a person who is only named in prose, so those get their title.
 */
const contentOf = ({ text, title }: IndexedRecord): string =>
  (text === '' ? title : text).replaceAll('¶', ' ').replaceAll('\n', ` ${blockSign} `)

/** Pagefind's own texts, user interfaces and worker, and its support for other languages. */
const unused = new Set([
  'fragment',
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
  'pagefind-worker.js',
  'wasm.unknown.pagefind',
])

function placesForIds(records: readonly IndexedRecord[], files: Files): void {
  const placeOf = new Map(records.map(({ address }, place) => [address, place]))
  const places = new Map<string, number>()
  for (const [path, content] of files)
    if (path.startsWith('fragment/'))
      for (const [id, { url }] of fragmentsIn(basename(path), content)) places.set(id, placeOf.get(url) ?? -1)
  const [name, packed] = [...files].find(([path]) => path.endsWith('.pf_meta')) ?? ['pagefind.pf_meta', gzipSync('')]
  files.set(name, gzipSync(withPlaces(gunzipSync(packed), places), { level: 9 }))
}

type Fragment = { url: string }

/** The texts in one of Pagefind's files, by id: of several records, or of the one that the file is named after. */
function fragmentsIn(file: string, packed: Uint8Array): [string, Fragment][] {
  const text = gunzipSync(packed).toString('utf8')
  const content = JSON.parse(text.slice(text.indexOf('{')))
  return file.startsWith('en_group_') ? Object.entries<Fragment>(content) : [[file.replace(/\..*$/u, ''), content]]
}
