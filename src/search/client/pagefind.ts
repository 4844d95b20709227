/** Pagefind's JavaScript API as the `Index` that `find` asks, and everything else that the page fetches. */
import { endsOf, type FacetTable, type PackedTable, unpackTable } from '../facet-table.ts'
import type { Found, Index } from './find.ts'

/** What of Pagefind's API is used: https://pagefind.app/docs/api/ */
type Pagefind = { search(term: string | null): Promise<{ results: Found[] }> }
type PagefindModule = { createInstance(options: object): Pagefind }

export type Loaded = {
  index: Index
  table: FacetTable
  /** The row of each of Pagefind's ids. */
  places: ReadonlyMap<string, number>
}

/**
 * Weights found by trying (tests/browser/search-queries.ts): a title that has all the words outweighs any text, and
 * long stories are not put behind short entries.
 */
const ranking = {
  metaWeights: { title: 6, names: 7, also: 0.8 },
  pageLength: 0.4,
  termSaturation: 1.2,
  termSimilarity: 2,
}

/** Fetches what every search needs. Rejects where the network or the index fails. */
export async function load(folder: string): Promise<Loaded> {
  const [module, packed] = await Promise.all([
    import(`${folder}pagefind.js`) as Promise<PagefindModule>,
    // Asked for anew each time (304 where nothing changed): a table older than the index would name the wrong records.
    fetchText(`${folder}facets.json`, 'no-cache').then(text => JSON.parse(text) as PackedTable),
  ])
  // This is a worker already: one of Pagefind's own would be one more file to fetch.
  const indexes = packed.ends.map((_, part) =>
    module.createInstance({ basePath: folder + (part === 0 ? '' : 'change/'), noWorker: true, ranking }),
  )
  const askEach = (term: string | null) => Promise.all(indexes.map(async index => (await index.search(term)).results))
  const ask = async (term: string | null): Promise<Found[]> => (await askEach(term)).flat()
  // The order of the index, which is that of the table.
  const all = await askEach(null)
  const ids = all.map(part => part.map(({ id }) => id))
  if (String(ids.map(endsOf)) !== String(packed.ends)) throw new Error('the table and the index are not of one build')
  const stale = new Set(packed.stale)
  const places = new Map(ids.flat().flatMap((id, place) => (stale.has(place) ? [] : [[id, place]])))
  return { index: remembering(ask, all.flat(), folder), table: unpackTable(packed), places }
}

/** One search asks the same small question more than once, and somebody who types asks it again. */
function remembering(ask: (term: string) => Promise<Found[]>, all: Found[], folder: string): Index {
  const answers = new Map<string, Promise<Found[]>>()
  const lists = new Map<string, Promise<string>>()
  return {
    search: term => remembered(answers, term, () => ask(term)),
    all: async () => all,
    wordList: name => remembered(lists, name, () => fetchText(`${folder}words/${name}`)),
  }
}

function remembered<T>(answers: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const known = answers.get(key)
  if (known) return known
  if (answers.size > 200) answers.clear()
  const answer = ask()
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer
}

/** "" for what the site does not have (a letter that no word begins with); rejects where the network fails. */
async function fetchText(address: string, cache: RequestCache = 'default'): Promise<string> {
  const response = await fetch(address, { cache })
  if (response.status === 404) return ''
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}
