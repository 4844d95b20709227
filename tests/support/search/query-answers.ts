/** What the search answers to both lists of queries, over the real archive. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { answerer, type SearchAnswer } from '../../../src/search/client/find/answer.ts'
import { readAddress } from '../../../src/search/client/query/address.ts'
import { closeIndexer, searchContent, writeIndex } from '../../../src/search/index.ts'
import { readSearchVocabulary } from '../../../src/site/sources.ts'
import { realArchive } from '../real-archive.ts'
import { harderQueries } from './harder-queries.ts'
import { fetchFromDisk } from './index-on-disk.ts'
import { type SearchQuery, searchQueries } from './search-queries.ts'

export type Answered = { query: SearchQuery; answer: SearchAnswer }

/** By the name of the list. `fetch` reads files afterwards, until `vi.unstubAllGlobals()`. */
export async function queryAnswers(): Promise<Record<'first' | 'harder', Answered[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'search-lists-'))
  try {
    await writeIndex(searchContent(realArchive(), readSearchVocabulary('content').concepts), folder)
    fetchFromDisk()
    const ask = answerer(pathToFileURL(`${folder}/`).href)
    return { first: await answersTo(searchQueries, ask), harder: await answersTo(harderQueries, ask) }
  } finally {
    await closeIndexer()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function answersTo(queries: readonly SearchQuery[], ask: ReturnType<typeof answerer>): Promise<Answered[]> {
  const answers: Answered[] = []
  for (const query of queries) {
    const answer = await ask(readAddress(`?${new URLSearchParams({ q: query.query })}`))
    if (answer !== null) answers.push({ query, answer })
  }
  return answers
}
