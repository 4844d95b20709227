/** A search index on disk, and records to make one of; asked as the worker asks it, with an eye on what it fetches. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { vi } from 'vitest'
import { answerer, type SearchAnswer } from '../../../src/search/client/find/answer.ts'
import { readAddress } from '../../../src/search/client/query/address.ts'
import type { SearchRecord } from '../../../src/search/records/search-record.ts'

const fetched: string[] = []

/** Lets `fetch` read files, until `vi.unstubAllGlobals()`. */
export function fetchFromDisk(): void {
  vi.stubGlobal('fetch', async (address: string | URL) => {
    const file = fileURLToPath(new URL(String(address).replace(/\?.*$/u, '')))
    fetched.push(file)
    return readFile(file).then(
      bytes => new Response(new Uint8Array(bytes)),
      () => new Response(null, { status: 404 }),
    )
  })
}

/** The first answer after opening the page, and the files that it fetched. */
export async function firstAnswer(folder: string, search: string): Promise<SearchAnswer & { fetched: string[] }> {
  fetched.length = 0
  const answer = await answerer(pathToFileURL(`${folder}/`).href)(readAddress(search))
  return { ...(answer as SearchAnswer), fetched: [...fetched] }
}

/** The addresses that a search finds. */
export const found = async (folder: string, search: string): Promise<string[]> =>
  (await firstAnswer(folder, search)).hits.map(({ address }) => address)

/** A story that says little; what a test is about, it says itself. */
export const aRecord = (record: Partial<SearchRecord>): SearchRecord => ({
  kind: 'story',
  address: '/updates/654/#story',
  title: 'Story',
  text: '',
  summary: '',
  names: '',
  also: '',
  addresses: '',
  date: '2025-03-21',
  update: 654,
  years: [2025],
  sections: ['updates'],
  publishers: [],
  mentions: [],
  networks: [],
  topics: [],
  ...record,
})
