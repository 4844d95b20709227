/** Writes the search index of the built site: Pagefind's files, the facet table and the word lists, in one folder. */

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive, Network, Publisher, Topic } from '../archive/archive.ts'
import { sectionKinds } from '../update/update.ts'
import { dayNumber, type FacetTable, kinds, type NamedRecord, packTable, type Row } from './facet-table.ts'
import { closeIndexer, writePagefind } from './pagefind-files.ts'
import { clean, namesOfRecord } from './records/draft.ts'
import { searchRecords } from './records/records.ts'
import type { SearchRecord } from './records/search-record.ts'
import { silentWords } from './silent-words.ts'
import type { Concept } from './spelling.ts'
import { ordinaryWords, wordCounts, wordLists } from './word-list.ts'

/** The index's folder in the site; the page passes it to the script (`data-index`). */
export const indexFolder = 'pagefind'

/** Everything that the index is made from. Equal content makes equal files, byte for byte. */
export type SearchContent = {
  records: SearchRecord[]
  publishers: NamedRecord[]
  networks: NamedRecord[]
  topics: NamedRecord[]
  concepts: Concept[]
}

/** Collects what goes into the index. `vocabulary`: the sector's shorthand, from `readVocabulary`. */
export function searchContent(archive: Archive, vocabulary: readonly Concept[]): SearchContent {
  const namedRecord = (record: Publisher | Network | Topic): NamedRecord => {
    // A publisher whose name is read from "jo@example.org published …".
    const [name = '', ...variants] = namesOfRecord(record).map(clean)
    return { id: record.id, name, variants }
  }
  return {
    records: searchRecords(archive, vocabulary),
    publishers: [...archive.publishers.values()].map(namedRecord),
    networks: [...archive.networks.values()].map(namedRecord),
    topics: [...archive.topics.values()].map(namedRecord),
    concepts: [...vocabulary],
  }
}

export { closeIndexer }

/**
 * Writes the whole index into `folder`, replacing what was there. Rejects with Pagefind's own message if it reports an
 * error or its files are not as this version expects. Nothing that an editor writes can cause either. Rejects soon after
 * `signal` aborts: the index is no longer wanted.
 */
export async function writeIndex(content: SearchContent, folder: string, signal?: AbortSignal): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const records = inOrder(content.records)
  const hash = await writePagefind(records, folder, signal)
  const counts = wordCounts(records)
  const often = Math.max(20, records.length / 8)
  const frequent = new Set(counts.filter(([, count]) => count > often).map(([word]) => word))
  const table = { ...tableOf(content, records), silent: new Set(silentWords), frequent }
  await mkdir(join(folder, 'words'), { recursive: true })
  await writeFile(join(folder, 'facets.json'), JSON.stringify(packTable(table, hash)))
  const lists = [...wordLists(counts), ...ordinaryWords(counts)]
  for (const [name, text] of lists) await writeFile(join(folder, 'words', name), text)
}

/** By kind and day: similar rows next to each other make a smaller table. */
const inOrder = (records: readonly SearchRecord[]): SearchRecord[] =>
  [...records].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      compared(a.date, b.date) ||
      a.update - b.update ||
      compared(a.address, b.address),
  )
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function tableOf(
  content: SearchContent,
  records: readonly SearchRecord[],
): Pick<FacetTable, 'publishers' | 'networks' | 'topics' | 'concepts' | 'rows'> {
  const publishers = used(
    content.publishers,
    records.flatMap(record => [...record.publishers, ...record.mentions]),
  )
  const networks = used(
    content.networks,
    records.flatMap(record => record.networks),
  )
  const topics = used(
    content.topics,
    records.flatMap(record => record.topics),
  )
  const at = { publishers: placesById(publishers), networks: placesById(networks), topics: placesById(topics) }
  const rows = records.map(
    (record): Row => ({
      kind: kinds.indexOf(record.kind),
      day: dayNumber(record.date),
      update: record.update,
      years: record.years,
      sections: record.sections.map(section => sectionKinds.indexOf(section)),
      publishers: record.publishers.flatMap(id => at.publishers.get(id) ?? []),
      mentions: record.mentions.flatMap(id => at.publishers.get(id) ?? []),
      networks: record.networks.flatMap(id => at.networks.get(id) ?? []),
      topics: record.topics.flatMap(id => at.topics.get(id) ?? []),
    }),
  )
  const concepts = content.concepts.map(({ token, forms }) => [token, ...forms])
  return { publishers, networks, topics, concepts, rows }
}

const used = (all: readonly NamedRecord[], ids: readonly string[]): NamedRecord[] => {
  const mentioned = new Set(ids)
  return all.filter(({ id }) => mentioned.has(id))
}
const placesById = (all: readonly NamedRecord[]): Map<string, number> =>
  new Map(all.map(({ id }, place) => [id, place]))
