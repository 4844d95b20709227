/** What a search fetches: only what it needs of a large index, wherever that is. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeIndexer, type SearchContent, writeIndex } from '../../src/search/index.ts'
import type { SearchRecord } from '../../src/search/records/search-record.ts'
import { aRecord, fetchFromDisk, firstAnswer, found } from '../support/search/index-on-disk.ts'

const top = mkdtempSync(join(tmpdir(), 'search-cost-'))
const folder = join(top, 'index')
const count = 1500

/** "bafe", "dolu": four hundred words, thirty in each record, and one word of its own. */
const wordOf = (nth: number) => `${'bdfglmnprt'[nth % 10]}a${'cdfgklmnprstvz'[nth % 14]}${'aeiou'[nth % 5]}${nth % 400}`
function recordOf(nth: number): SearchRecord {
  const words = Array.from({ length: 30 }, (_, word) => wordOf((nth * 7 + word * word * 13) % 400))
  const beginning = nth % 3 === 0 ? 'child' : nth % 3 === 1 ? 'children' : 'childhood'
  const text = [...words, beginning, `own${nth}x`].join(' ')
  return aRecord({ address: `/updates/654/#story-${nth}`, title: `Story ${nth}`, text })
}
const records = Array.from({ length: count }, (_, nth) => recordOf(nth))
const content: SearchContent = { records, publishers: [], networks: [], topics: [], concepts: [] }

beforeAll(async () => {
  fetchFromDisk()
  await writeIndex(content, folder)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await closeIndexer()
  rmSync(top, { recursive: true, force: true })
})

const bytesOf = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0)
const filesBelow = (top: string) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json'))
const parts = (files: readonly string[]) => files.filter(file => file.endsWith('.pf_index'))

test('each record is found at its own place, with its own text', async () => {
  for (let nth = 0; nth < count; nth += 211)
    expect(await found(folder, `?q=own${nth}x`)).toEqual([`/updates/654/#story-${nth}`])
})

test('a text that another build has written is not shown for one of this', async () => {
  const { hits, fetched } = await firstAnswer(folder, '?q=own211x')
  const text = fetched.find(file => file.includes('/texts/')) ?? ''
  const others = records.map(record => ({ ...record, title: `Other ${record.title}` }))
  await writeIndex({ ...content, records: others }, join(top, 'other'))
  expect(hits).toHaveLength(1)
  expect(existsSync(text)).toBe(true)
  expect(existsSync(text.replace(folder, join(top, 'other')))).toBe(false)
})

test('the files are small and few', () => {
  const sizes = readdirSync(join(folder, 'index')).map(file => statSync(join(folder, 'index', file)).size)
  expect(Math.max(...sizes)).toBeLessThan(6000)
  expect(filesBelow(join(folder, 'texts'))).toHaveLength(count / 2)
  const metadata = readdirSync(folder).find(file => file.endsWith('.pf_meta')) ?? ''
  // Four bytes for a record, and what the list of parts takes.
  expect(statSync(join(folder, metadata)).size).toBeLessThan(4 * count + 15 * sizes.length)
})

test('a word takes one small part of the index', async () => {
  const { total, fetched } = await firstAnswer(folder, `?q=${wordOf(33)}`)
  expect(total).toBeGreaterThan(10)
  expect(parts(fetched)).toHaveLength(1)
  expect(bytesOf(parts(fetched))).toBeLessThan(6000)
})

test('a long name that no record has fetches no part of the index', async () => {
  const name = 'Royal Botanic Commission for Historical Manuscripts and Ancient Monuments'
  const { total, fetched, finding } = await firstAnswer(folder, `?q=${encodeURIComponent(name)}`)
  expect(total).toBe(0)
  expect(finding.corrections.map(({ typed }) => typed)).toContain('manuscripts')
  expect(parts(fetched)).toEqual([])
})

test('of a long query, words that are there in another form are searched for', async () => {
  const { total } = await firstAnswer(
    folder,
    `?q=${encodeURIComponent('royal botanic historical monuments childhoods')}`,
  )
  expect(total).toBe(count / 3)
})

test('the beginning of a word finds longer words, whatever parts of the index they are in', async () => {
  expect((await firstAnswer(folder, '?q=chil')).total).toBe(count)
  expect((await firstAnswer(folder, '?q=childr')).total).toBe(count / 3)
})
