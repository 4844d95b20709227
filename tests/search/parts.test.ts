/** The index in two parts: what long ago was told stays as it is, and a search finds both. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeIndexer, type SearchContent, writeIndex, writeIndexChange } from '../../src/search/index.ts'
import { firstOfNewest, partsOf } from '../../src/search/parts.ts'
import type { SearchRecord } from '../../src/search/records.ts'
import { aRecord, fetchFromDisk, firstAnswer, found } from '../support/index-on-disk.ts'
import { copyProject } from '../support/project-copy.ts'

const recordOf = (update: number, more: Partial<SearchRecord> = {}): SearchRecord =>
  aRecord({
    address: `/updates/${update}/#story`,
    title: `Story number${update}`,
    text: `Otters build weirs\nnumber${update} tells of ${update < 610 ? 'reeds' : 'voles'}`,
    date: `20${String(update - 590).padStart(2, '0')}-03-06`,
    update,
    ...more,
  })
const records = [
  ...Array.from({ length: 20 }, (_, nth) => recordOf(600 + nth)),
  recordOf(601, { kind: 'person', address: '/contacts/ada/', title: 'Ada Brook' }),
]
const contentOf = (records: SearchRecord[]): SearchContent => ({
  records,
  publishers: [],
  networks: [],
  concepts: [],
  newest: 610,
})

const top = mkdtempSync(join(tmpdir(), 'search-parts-'))
const folder = join(top, 'index')
beforeAll(async () => {
  fetchFromDisk()
  await writeIndex(contentOf(records), folder)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await closeIndexer()
  rmSync(top, { recursive: true, force: true })
})

test('the newest part is about more than half a year, and about less than two', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), count => {
      const updates = Array.from({ length: count }, (_, nth) => ({ number: 10 + nth }))
      const first = firstOfNewest(updates)
      const newest = first === null ? count : count + 10 - first
      expect(newest).toBeLessThan(96)
      if (first !== null) expect(newest).toBeGreaterThanOrEqual(32)
    }),
  )
})

test('people stand in the newest part, and nothing new changes the earlier one', () => {
  const [earlier, newest] = partsOf(records, 610)
  expect(earlier?.records.map(({ update }) => update)).toEqual([600, 601, 602, 603, 604, 605, 606, 607, 608, 609])
  expect(newest?.from).toBe(10)
  expect(newest?.records.map(({ kind }) => kind)).toContain('person')
  const [same, other] = partsOf([...records, recordOf(620)], 610)
  expect(same?.version).toBe(earlier?.version)
  expect(other?.version).not.toBe(newest?.version)
  expect(partsOf(records, null).map(({ folder }) => folder)).toEqual([''])
})

test('a search finds what stands in either, each with its own text', async () => {
  expect((await firstAnswer(folder, '?q=otters')).total).toBe(21)
  for (const update of [600, 609, 610, 619])
    expect(await found(folder, `?q=number${update}`)).toEqual([`/updates/${update}/#story`])
  expect((await firstAnswer(folder, '?q=%22build+weirs%22+-reeds')).total).toBe(10)
  expect(await found(folder, '?q=ada')).toEqual(['/contacts/ada/'])
})

test('what runs the search is fetched once', async () => {
  const { fetched } = await firstAnswer(folder, '?q=otters')
  expect(fetched.filter(file => file.endsWith('.pagefind'))).toHaveLength(1)
  expect(readdirSync(join(folder, 'earlier')).filter(name => /\.(?:js|pagefind)$/u.test(name))).toEqual([])
})

test('a change stands beside both', async () => {
  const written = await writeIndex(contentOf(records), folder)
  const changed = records.map(record => (record.update === 602 ? { ...record, text: 'Herons wait' } : record))
  expect(await writeIndexChange(contentOf([...changed, recordOf(620)]), written, folder)).toBe(true)
  expect(await found(folder, '?q=herons')).toEqual(['/updates/602/#story'])
  expect(await found(folder, '?q=number620')).toEqual(['/updates/620/#story'])
  expect(await found(folder, '?q=number602')).toEqual(['/updates/602/#story'])
  expect((await firstAnswer(folder, '?q=otters')).total).toBe(21)
})

describe('npm run build, of more than 191 updates', () => {
  const copy = copyProject()
  const { at, bytesOf, run } = copy
  const write = (number: number): void => {
    const day = new Date(Date.UTC(2019, 0, 4 + 7 * (number - 300)))
    const date = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    const text = `Update no ${number} ${date}\n\nUpdates\n\nOtters in week ${number}\n\nOn 2 April DfE published Otters in week ${number}\n`
    writeFileSync(at(`content/raw/${number}.txt`), text)
  }
  const earlier = () =>
    readdirSync(at('_site/pagefind/earlier'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.includes('.'))
      .sort()
      .map(name => `${name} ${statSync(at('_site/pagefind/earlier', name)).mtimeMs}`)
  const coldBytes = async () => {
    for (const name of ['_site', '.cache']) rmSync(at(name), { recursive: true })
    expect(await run('build')).toMatchObject({ status: 0 })
    return bytesOf('_site')
  }
  beforeAll(async () => {
    for (const name of ['raw', 'updates']) {
      for (const file of readdirSync(at('content', name))) rmSync(at('content', name, file), { recursive: true })
    }
    for (let number = 300; number < 500; number += 1) write(number)
    expect(await run('build')).toMatchObject({ status: 0 })
  })
  afterAll(copy.remove)

  test('one update more leaves the earlier part as it is; what it holds is what a build from nothing makes', async () => {
    const before = earlier()
    expect(before.length).toBeGreaterThan(40)
    write(500)
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(earlier()).toEqual(before)
    const warm = bytesOf('_site')
    expect(warm).toEqual(await coldBytes())
  })

  test('a part of which a file was removed is made anew', async () => {
    const before = bytesOf('_site')
    const name = Object.keys(before).find(file => file.startsWith('pagefind/earlier/index/')) ?? ''
    rmSync(at('_site', name))
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(bytesOf('_site')).toEqual(before)
  })

  test('a word corrected in an old update is found, and the earlier part is what a build from nothing makes', async () => {
    const file = at('content/updates/310.md')
    const text = copy.read('content/updates/310.md')
    writeFileSync(file, text.replaceAll('Otters in week 310', 'Herons in week 310'))
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(bytesOf('_site')).toEqual(await coldBytes())
    expect(await found(at('_site/pagefind'), '?q=herons')).toHaveLength(1)
  })
})
