/** Pagefind's files of an index, and the texts beside them. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { hashIn } from './facet-table.ts'
import { withPlaces } from './pagefind-metadata.ts'
import type { SearchRecord } from './records/records.ts'
import { blockSign } from './spelling.ts'
import { type ShownText, textFiles } from './texts.ts'

/** What of a record Pagefind indexes. */
export type IndexedRecord = Pick<
  SearchRecord,
  'address' | 'title' | 'text' | 'summary' | 'names' | 'also' | 'addresses'
>

/**
 * Writes an index of the records into `folder`, and answers with the hash that distinguishes it from any other index. The
 * ids that a search in it gives are places in `records`, to the base of 36. Rejects with Pagefind's own words where it
 * complains, and where its files are not as they were in the version that is pinned.
 */
export async function writePagefind(records: readonly IndexedRecord[], folder: string): Promise<string> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = chunkSize
  const { index, errors } = await createIndex({ forceLanguage: 'en', maxFragments })
  if (index === undefined) throw new Error(`the search index could not be started: ${errors.join('; ')}`)
  const added = await addRecords(index, records)
  const written = await index.writeFiles({ outputPath: folder })
  await index.deleteIndex()
  const faults = [...added, ...written.errors]
  if (faults.length > 0) throw new Error(`the search index could not be written: ${faults.join('; ')}`)
  await placesForIds(records, folder)
  await Promise.all(unused.map(name => rm(join(folder, name), { recursive: true, force: true })))
  await minify(join(folder, 'pagefind.js'))
  const hash = hashIn(JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8')))
  await writeTexts(records, { hash, folder })
  return hash
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
  for (const [name, text] of textFiles(hash, records, shown)) await writeFile(join(folder, name), text)
}

async function minify(script: string): Promise<void> {
  const { code } = await transform(await readFile(script), { format: 'esm', minify: true, charset: 'utf8' })
  await writeFile(script, code)
}

/**
 * How many places of words make a file of the index. A search fetches for each word the file that has it, with whatever
 * else is in there: 20 kB with Pagefind's own 20,000. Smaller files than these cost more in their list, which every
 * search needs, than they save. A later Pagefind may not know the variable: a test tells.
 */
const chunkSize = '1000'

/** Pagefind's own texts of the records tell their ids, and then go: in a few files that takes no time. */
const maxFragments = 20

/** Ends Pagefind's process, which otherwise stays, so that a watching build need not start it anew. */
export const closeIndexer = async (): Promise<void> => {
  await close()
}

/** Awaiting each record in turn costs a fifth more; all that are on their way at one time stand in memory twice. */
const recordsAtOnce = 500

/** Answers with what Pagefind complains about. */
async function addRecords(index: PagefindIndex, records: readonly IndexedRecord[]): Promise<string[]> {
  const faults: string[] = []
  for (let from = 0; from < records.length; from += recordsAtOnce) {
    const some = records.slice(from, from + recordsAtOnce)
    for (const { errors } of await Promise.all(some.map(record => addRecord(index, record)))) faults.push(...errors)
  }
  return faults
}

/**
 * Only what is read out of the text of a hit goes into Pagefind: it searches every `meta` field, so that a date or a
 * kind there would be found as a word. "names" and "also" are fields for that very reason: searched, and never shown.
 */
const addRecord = (index: PagefindIndex, record: IndexedRecord) => {
  const { address, title, names, also, addresses } = record
  const meta = { title, ...(names && { names }), ...(also && { also }), ...(addresses && { addresses }) }
  return index.addCustomRecord({ url: address, content: contentOf(record), language: 'en', meta })
}

/**
 * Pagefind folds line breaks; the page parts the blocks again at this sign, and no phrase is found across it. Pagefind
 * drops a record without a word of text; a person whom prose alone names has none.
 */
const contentOf = ({ text, title }: IndexedRecord): string =>
  (text === '' ? title : text).replaceAll('¶', ' ').replaceAll('\n', ` ${blockSign} `)

/** Texts, interfaces and a worker of Pagefind's own, and the search of languages that the archive does not have. */
const unused = [
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
]

async function placesForIds(records: readonly IndexedRecord[], folder: string): Promise<void> {
  const placeOf = new Map(records.map(({ address }, place) => [address, place]))
  const places = new Map<string, number>()
  for (const file of await readdir(join(folder, 'fragment')))
    for (const [id, { url }] of await fragmentsOf(folder, file)) places.set(id, placeOf.get(url) ?? -1)
  const name = (await readdir(folder)).find(file => file.endsWith('.pf_meta')) ?? 'pagefind.pf_meta'
  const metadata = withPlaces(gunzipSync(await readFile(join(folder, name))), places)
  await writeFile(join(folder, name), gzipSync(metadata, { level: 9 }))
}

type Fragment = { url: string }

/** Pagefind's texts in one of its files, by id: of several records, or of the one that the file is named for. */
async function fragmentsOf(folder: string, file: string): Promise<[string, Fragment][]> {
  const text = gunzipSync(await readFile(join(folder, 'fragment', file))).toString('utf8')
  const content = JSON.parse(text.slice(text.indexOf('{')))
  return file.startsWith('en_group_') ? Object.entries<Fragment>(content) : [[file.replace(/\..*$/u, ''), content]]
}
