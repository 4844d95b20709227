/** Pagefind's own files of an index: records in, ids out. */
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import type { SearchRecord } from './records.ts'
import { blockSign } from './spelling.ts'

/** What of a record Pagefind indexes. */
export type IndexedRecord = Pick<SearchRecord, 'address' | 'title' | 'text' | 'names' | 'also'>

/**
 * Writes an index of the records into `folder`, and answers Pagefind's ids of them, in the same order. Rejects with
 * Pagefind's own words where it complains.
 */
export async function writePagefind(records: readonly IndexedRecord[], folder: string): Promise<string[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' })
  if (index === undefined) throw new Error(`the search index could not be begun: ${errors.join('; ')}`)
  // Awaiting each record in turn costs a fifth more.
  const added = await Promise.all(records.map(record => addRecord(index, record)))
  const written = await index.writeFiles({ outputPath: folder })
  await index.deleteIndex()
  const faults = [...added.flatMap(answer => answer.errors), ...written.errors]
  if (faults.length > 0) throw new Error(`the search index could not be written: ${faults.join('; ')}`)
  await Promise.all(unused.map(name => rm(join(folder, name), { force: true })))
  return idsInOrder(records, folder)
}

/** Ends Pagefind's process, which otherwise stays, so that a watching build need not start it anew. */
export const closeIndexer = async (): Promise<void> => {
  await close()
}

/**
 * Only what is read out of the text of a hit goes into Pagefind: it searches every `meta` field, so that a date or a
 * kind there would be found as a word. "names" and "also" are fields for that very reason: searched, and never shown.
 */
const addRecord = (index: PagefindIndex, { address, text, title, names, also }: IndexedRecord) =>
  index.addCustomRecord({
    url: address,
    // Pagefind drops a record without a word of text; a person whom prose alone names has none.
    content: inBlocks(text === '' ? title : text),
    language: 'en',
    meta: { title, ...(names && { names }), ...(also && { also }) },
  })

/** Pagefind folds line breaks; the page parts the blocks again at this sign, and no phrase is found across it. */
const inBlocks = (text: string): string => text.replaceAll('¶', ' ').replaceAll('\n', ` ${blockSign} `)

/** Interfaces and a worker of Pagefind's own, and the search of languages that the archive does not have. */
const unused = [
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

/**
 * The ids by which Pagefind knows the records, in the order of its index: its metadata lists them first of all. Rejects
 * where that order is not the order in which the records were added, on which the table rests.
 */
async function idsInOrder(records: readonly IndexedRecord[], folder: string): Promise<string[]> {
  const names = await readdir(folder)
  const metadata = names.find(name => name.endsWith('.pf_meta'))
  if (metadata === undefined) throw new Error('the search index was written without metadata')
  const text = gunzipSync(await readFile(join(folder, metadata))).toString('latin1')
  const ids = (text.match(/en_[0-9a-f]{7,}/gu) ?? []).slice(0, records.length)
  // To look at every one would cost as much as a tenth of the index.
  const step = Math.max(1, Math.floor(records.length / 50))
  for (let place = 0; place < records.length; place += step) {
    const path = join(folder, 'fragment', `${ids[place]}.pf_fragment`)
    const fragment = gunzipSync(await readFile(path)).toString('utf8')
    const { url }: { url: string } = JSON.parse(fragment.slice(fragment.indexOf('{')))
    if (url !== records[place]?.address) throw new Error(`the search index has ${url} out of order`)
  }
  return ids
}
