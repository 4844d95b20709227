/** The search index in the built site: Pagefind's files, the facet table and the word lists, all under one folder. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive, Network, Publisher } from '../archive/archive.ts'
import { dayOf, type FacetTable, kinds, type Named, type Part, packTable, type Row, sections } from './facet-table.ts'
import { closeIndexer, writePagefind } from './pagefind-files.ts'
import { firstOfNewest, hashOfIndexed, type IndexPart, inOrder, partsOf } from './parts.ts'
import { namesOf, type RecordMemory, recordMemory, type SearchRecord, searchRecords } from './records.ts'
import { silentWords } from './silent-words.ts'
import type { Concept } from './spelling.ts'
import { wordCounts, wordLists } from './word-list.ts'

/** Where the index stands in the site; the page tells the script (`data-index`). */
export const indexFolder = 'pagefind'

/** Everything that the index is made of. */
export type SearchContent = {
  records: SearchRecord[]
  publishers: Named[]
  networks: Named[]
  concepts: Concept[]
  /** The first update that the newest part of the index is about; null: there is one part. */
  newest: number | null
}

/** What the archive has for the index. Plain data: equal content makes equal files, byte for byte. */
export function searchContent(
  archive: Archive,
  vocabulary: readonly Concept[],
  memory: RecordMemory = recordMemory(),
): SearchContent {
  const named = (record: Publisher | Network): Named => {
    const [name = '', ...variants] = namesOf(record)
    return { id: record.id, name, variants }
  }
  return {
    records: searchRecords(archive, vocabulary, memory),
    publishers: [...archive.publishers.values()].map(named),
    networks: [...archive.networks.values()].map(named),
    concepts: [...vocabulary],
    newest: firstOfNewest(archive.updates),
  }
}

export { closeIndexer, type IndexPart, type RecordMemory, recordMemory }

/** An index as it was written whole: what a later change is told against. Plain data, to be kept between builds. */
export type WrittenIndex = {
  /** In the order of the index. */
  records: { address: string; hash: string }[]
  parts: Part[]
}

/**
 * Writes the index into `folder` (made if need be; what stood there goes), but for those parts that `kept` has already
 * elsewhere, and tells the hash of. Equal content makes equal files, byte for byte. Rejects with Pagefind's own words where
 * it complains: nothing that an editor writes makes it do so.
 */
export async function writeIndex(
  content: SearchContent,
  folder: string,
  kept: (part: IndexPart) => string | null = () => null,
): Promise<WrittenIndex> {
  await rm(folder, { recursive: true, force: true })
  const parts: Part[] = []
  const records: SearchRecord[] = []
  for (const part of partsOf(content.records, content.newest)) {
    const { folder: below, from } = part
    parts.push({ folder: below, from, hash: kept(part) ?? (await writePagefind(part, join(folder, below))) })
    records.push(...part.records)
  }
  await writeBeside(folder, content, { records, stale: [], parts })
  return { records: records.map(record => ({ address: record.address, hash: hashOfIndexed(record) })), parts }
}

/** Reads in each record what an index is made of, so that a later change of a few costs that of a few. */
export function readAhead({ records }: SearchContent): void {
  wordCounts(records)
  for (const record of records) hashOfIndexed(record)
}

/** Beyond this share of changed records a whole index is the better one. */
const mostChanged = 0.2

/**
 * Brings an index up to date for an editor who is waiting: what has changed since `written` goes into a second, small
 * index, `folder`/change, and the table names what is stale in the first. Only the files that change are written, so that
 * `folder` may be another than the index's own. Answers false, with nothing written, where too much has changed. For
 * watching builds alone: the ranking of a few records on their own is not quite that of the whole, and a word that they
 * alone have may bring others with it.
 */
export async function writeIndexChange(
  content: SearchContent,
  written: WrittenIndex,
  folder: string,
): Promise<boolean> {
  const known = new Map(written.records.map(({ address, hash }) => [address, hash]))
  const changed = inOrder(content.records).filter(record => known.get(record.address) !== hashOfIndexed(record))
  if (changed.length > mostChanged * written.records.length) return false
  const isNew = new Set(changed.map(({ address }) => address))
  const current = new Map(content.records.map(record => [record.address, record]))
  const stale = written.records.flatMap(({ address }, place) =>
    isNew.has(address) || !current.has(address) ? [place] : [],
  )
  const [any] = content.records
  const before = written.records.flatMap(({ address }) => current.get(address) ?? any ?? [])
  const parts = [...written.parts]
  await rm(join(folder, changeFolder), { recursive: true, force: true })
  if (changed.length > 0) {
    const change = { folder: changeFolder, from: before.length, records: changed } as const
    parts.push({
      folder: changeFolder,
      from: change.from,
      hash: await writePagefind(change, join(folder, changeFolder)),
    })
  }
  await writeBeside(folder, content, { records: [...before, ...changed], stale, parts })
  return true
}
const changeFolder = 'change/'

/** What the page fetches besides the parts; `rows.records` stand as in the parts, with those that are stale. */
async function writeBeside(
  folder: string,
  content: SearchContent,
  rows: { records: SearchRecord[]; stale: number[]; parts: Part[] },
): Promise<void> {
  const counts = wordCounts(content.records)
  const often = Math.max(20, content.records.length / 8)
  const frequent = new Set(counts.filter(([, count]) => count > often).map(([word]) => word))
  const table = { ...tableOf(content, rows.records), silent: new Set(silentWords), frequent, stale: rows.stale }
  await mkdir(join(folder, 'words'), { recursive: true })
  await writeFile(join(folder, 'facets.json'), JSON.stringify(packTable(table, rows.parts)))
  for (const [name, text] of wordLists(counts)) await writeFile(join(folder, 'words', name), text)
}

function tableOf(
  content: SearchContent,
  records: readonly SearchRecord[],
): Pick<FacetTable, 'publishers' | 'networks' | 'concepts' | 'rows'> {
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
  return { publishers, networks, concepts, rows }
}

const used = (all: readonly Named[], ids: readonly string[]): Named[] => {
  const mentioned = new Set(ids)
  return all.filter(({ id }) => mentioned.has(id))
}
const placesById = (all: readonly Named[]): Map<string, number> => new Map(all.map(({ id }, place) => [id, place]))
