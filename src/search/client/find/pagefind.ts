/** Wraps Pagefind's JavaScript API as the `Index` that `find` uses, and fetches everything else that the page needs. */
import { type FacetTable, hashIn, type PackedTable, unpackTable } from '../../facet-table.ts'
import { type ShownText, textAt } from '../../texts.ts'
import type { FoundRecord, Index } from './search-index.ts'

/** The part of Pagefind's API that we use: https://pagefind.app/docs/api/ */
type Pagefind = {
  search(term: string): Promise<{ results: { id: string; score: number; words: number[] }[] }>
}
type PagefindModule = { createInstance(options: object): Pagefind }

export type Loaded = { index: Index; table: FacetTable }

/**
 * Weights found by experiment (tests/support/search/search-queries.ts): a title with all the words outweighs any text, and long
 * stories do not rank below short entries.
 */
const ranking = {
  metaWeights: { title: 6, names: 7, also: 0.8, addresses: 1 },
  pageLength: 0.4,
  termSaturation: 1.2,
  termSimilarity: 2,
}

type PagefindEntry = Parameters<typeof hashIn>[0]

/** Fetches what every search needs. Rejects if the network or the index fails. */
export async function load(folder: string): Promise<Loaded> {
  const [module, packed, entry]: [PagefindModule, PackedTable, PagefindEntry] = await Promise.all([
    import(`${folder}pagefind.js`),
    fetchJson<PackedTable>(`${folder}facets.json`),
    fetchJson<PagefindEntry>(`${folder}pagefind-entry.json`),
  ])
  if (hashIn(entry) !== packed.hash) throw new Error('the table and the index are not of one build')
  // This already runs in a worker: Pagefind's own would be one more file to fetch.
  const pagefind = module.createInstance({ basePath: folder, noWorker: true, ranking })
  return indexOf(pagefind, packed, folder)
}

function indexOf(pagefind: Pagefind, packed: PackedTable, folder: string): Loaded {
  const table = unpackTable(packed)
  const ask = async (term: string): Promise<FoundRecord[]> =>
    (await pagefind.search(term)).results.map(({ id, ...found }) => ({ ...found, place: Number.parseInt(id, 36) }))
  const wordList = remembering(fetchText)
  const shownTexts = remembering(fetchJson<ShownText[]>)
  const index: Index = {
    search: remembering(ask),
    all: table.rows.map((_, place) => ({ place, score: 0, words: [] })),
    wordList: name => wordList(`${folder}words/${name}`),
    async text(place) {
      const { file, nth } = textAt(packed.hash, place)
      return (await shownTexts(folder + file))[nth]
    },
  }
  return { index, table }
}

/** A cache: one search asks the same question several times, and each keystroke asks it again. */
function remembering<T>(ask: (question: string) => Promise<T>): (question: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return question => {
    const cached = answers.get(question)
    if (cached !== undefined) return cached
    if (answers.size > 500) answers.clear()
    const answer = ask(question)
    answers.set(question, answer)
    answer.catch(() => answers.delete(question))
    return answer
  }
}

/**
 * "" if the site does not have the file (no word begins with that letter); rejects if the network fails. Always
 * revalidated (304 if unchanged): a file older than the index would describe other records.
 */
async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { cache: 'no-cache' })
  if (response.status === 404) return ''
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}

const fetchJson = async <T>(address: string): Promise<T> => JSON.parse(await fetchText(address))
