/** Phrases with the commonest words in them, which no index of ours has by themselves; and queries of very many words. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeIndexer, writeIndex } from '../../src/search/index.ts'
import { conceptOf } from '../../src/search/spelling.ts'
import { aRecord, fetchFromDisk, firstAnswer } from '../support/search/index-on-disk.ts'

const folder = mkdtempSync(join(tmpdir(), 'search-phrases-'))
const texts: Record<string, [title: string, text: string]> = {
  care: ['Otters', 'A plan for children in care\nand schools'],
  carer: ['Weirs', 'Children in the care of the state'],
  nation: ['State of the nation: “the (wet) year”', 'Rivers rise.'],
  nations: ['Nation of the state', 'Health & care for all'],
  plain: ['Reeds', 'Health care, children and care; their end of the'],
}
beforeAll(async () => {
  fetchFromDisk()
  const records = Object.entries(texts).map(([name, [title, text]]) => aRecord({ address: `/${name}`, title, text }))
  const concepts = [conceptOf(['CIC', 'children in care'])]
  await writeIndex({ records, publishers: [], networks: [], topics: [], concepts }, folder)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await closeIndexer()
  rmSync(folder, { recursive: true, force: true })
})

const answer = (query: string) => firstAnswer(folder, `?q=${encodeURIComponent(query)}`)
const names = async (query: string) => (await answer(query)).hits.map(({ address }) => address.slice(1)).sort()

test.each<[query: string, found: string[]]>([
  ['"children in care"', ['care']],
  ['"in the care of the state"', ['carer']],
  // One of them at the end is not searched for: the visitor may still be typing.
  ['"children in"', ['care', 'carer', 'plain']],
  ['"state of the nation"', ['nation']],
  ['"of the state"', ['carer', 'nations']],
  ['"the wet year"', ['nation']],
  ['"health and care"', ['nations']],
  ['"health & care"', ['nations']],
  ['"of the"', ['carer', 'nation', 'nations', 'plain']],
  ['"care and schools"', []],
  ['children -"in care"', ['carer', 'plain']],
  ['state "of the nation"', ['nation']],
  // Not what begins with "the" either.
  ['children -the', ['care', 'carer', 'plain']],
  ['rivers -rise-of-the-then', ['nation']],
  ['in the otters', ['care']],
])('%s', async (query, found) => expect(await names(query)).toEqual(found))

test('the words of a phrase are marked where they are shown', async () => {
  const [hit] = (await answer('"children in care"')).hits
  expect(hit?.snippet).toContainEqual({ text: 'children in care', isMarked: true })
})

test('only the commonest words ask for nothing, so everything is found', async () => {
  expect((await answer('the of')).total).toBe(5)
})

test('of very many words, the most specific are searched for and the others are named', async () => {
  const { total, finding } = await answer('nation 654 year of rivers rise children')
  expect(finding.leftOut).toEqual(['year', 'rise'])
  expect(finding.isRelaxed && total > 0).toBe(true)
  expect((await answer('nation 654 year of rivers')).finding.leftOut).toEqual([])
})
