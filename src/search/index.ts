/** The search index in the built site: Pagefind's files, the facet table and the word lists, all under one folder. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import type { Archive, Network, Publisher } from '../archive/archive.ts'
import { dayOf, type FacetTable, kinds, type Named, packTable, type Row, sections } from './facet-table.ts'
import { namesOf, type SearchRecord, searchRecords } from './records.ts'
import { blockSign, type Concept } from './spelling.ts'
import { wordLists } from './word-list.ts'

/** Where the index stands in the site; the page tells the script (`data-index`). */
export const indexFolder = 'pagefind'

/** Everything that the index is made of. */
export type SearchContent = {
  records: SearchRecord[]
  publishers: Named[]
  networks: Named[]
  concepts: Concept[]
  /** Number and date of every update, ascending. */
  updates: { number: number; date: string }[]
}

/** What the archive has for the index. Plain data: equal content makes equal files, byte for byte. */
export function searchContent(archive: Archive, vocabulary: readonly Concept[]): SearchContent {
  const named = (record: Publisher | Network): Named => {
    const [name = '', ...variants] = namesOf(record)
    return { id: record.id, name, variants }
  }
  return {
    records: searchRecords(archive, vocabulary),
    publishers: [...archive.publishers.values()].map(named),
    networks: [...archive.networks.values()].map(named),
    concepts: [...vocabulary],
    updates: archive.updates.map(({ number, date }) => ({ number, date })),
  }
}

export type IndexReport = { records: number; files: number; bytes: number }

/**
 * Writes the index into `folder` (made if need be; what stood there goes). Rejects with Pagefind's own words where it
 * complains: nothing that an editor writes makes it do so.
 */
export async function writeIndex(content: SearchContent, folder: string): Promise<IndexReport> {
  await rm(folder, { recursive: true, force: true })
  const records = inOrder(content.records)
  await writePagefind(records, folder)
  const ids = await idsInOrder(records, folder)
  await writeFile(join(folder, 'facets.json'), JSON.stringify(facetTable(content, records, ids)))
  await mkdir(join(folder, 'words'), { recursive: true })
  for (const [name, text] of wordLists(content.records)) await writeFile(join(folder, 'words', name), text)
  return report(content.records.length, folder)
}

/** Ends Pagefind's process, which `writeIndex` leaves running so that a watching build need not start it anew. */
export const closeIndexer = async (): Promise<void> => {
  await close()
}

async function writePagefind(records: readonly SearchRecord[], folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' })
  if (index === undefined) throw new Error(`the search index could not be begun: ${errors.join('; ')}`)
  // Awaiting each record in turn costs a fifth more.
  const added = await Promise.all(records.map(record => addRecord(index, record)))
  const written = await index.writeFiles({ outputPath: folder })
  await index.deleteIndex()
  const faults = [...added.flatMap(answer => answer.errors), ...written.errors]
  if (faults.length > 0) throw new Error(`the search index could not be written: ${faults.join('; ')}`)
  await Promise.all(unused.map(name => rm(join(folder, name), { force: true })))
}

/**
 * Only what is read out of the text of a hit goes into Pagefind: it searches every `meta` field, so that a date or a
 * kind there would be found as a word. "names" and "also" are fields for that very reason: searched, and never shown.
 */
const addRecord = (index: PagefindIndex, { address, text, title, names, also }: SearchRecord) =>
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
async function idsInOrder(records: readonly SearchRecord[], folder: string): Promise<string[]> {
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

function facetTable(content: SearchContent, records: readonly SearchRecord[], ids: readonly string[]) {
  const publishers = used(
    content.publishers,
    records.flatMap(record => record.publishers),
  )
  const networks = used(
    content.networks,
    records.flatMap(record => record.networks),
  )
  const places = { publishers: placesById(publishers), networks: placesById(networks) }
  const rows = records.map(
    (record): Row => ({
      kind: kinds.indexOf(record.kind),
      day: dayOf(record.date),
      update: record.update,
      years: record.years,
      sections: record.sections.map(section => sections.indexOf(section)),
      publishers: record.publishers.flatMap(id => places.publishers.get(id) ?? []),
      networks: record.networks.flatMap(id => places.networks.get(id) ?? []),
    }),
  )
  const concepts = content.concepts.map(({ token, forms }) => [token, ...forms])
  const table: FacetTable = { publishers, networks, concepts, rows }
  return packTable(table, { ids, updates: content.updates.map(({ number, date }) => [number, dayOf(date)]) })
}

/** The order of the index: by kind and day, because a table of neighbours that are alike is a small one. */
const inOrder = (records: readonly SearchRecord[]): SearchRecord[] =>
  [...records].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      compared(a.date, b.date) ||
      a.update - b.update ||
      compared(a.address, b.address),
  )
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const used = (all: readonly Named[], ids: readonly string[]): Named[] => {
  const mentioned = new Set(ids)
  return all.filter(({ id }) => mentioned.has(id))
}
const placesById = (all: readonly Named[]): Map<string, number> => new Map(all.map(({ id }, place) => [id, place]))

async function report(records: number, folder: string): Promise<IndexReport> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  const sizes = await Promise.all(files.map(async entry => (await readFile(join(entry.parentPath, entry.name))).length))
  return { records, files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
