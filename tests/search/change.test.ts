/** An index, and the small change beside it, asked as the search page's worker asks them. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { closeIndexer, searchContent, writeIndex, writeIndexChange } from '../../src/search/index.ts'
import { fetchFromDisk, found } from '../support/index-on-disk.ts'
import { smallArchive } from '../support/small-archive.ts'

const top = mkdtempSync(join(tmpdir(), 'search-change-'))
beforeAll(fetchFromDisk)
afterAll(async () => {
  vi.unstubAllGlobals()
  await closeIndexer()
  rmSync(top, { recursive: true, force: true })
})

const firstStory = (archive: Archive) => {
  const [section] = archive.updates[0]?.sections.filter(({ kind }) => kind === 'updates') ?? []
  return section?.kind === 'updates' ? section.items[0] : undefined
}
const contentOf = (archive: Archive) => searchContent(archive, [])

test('what is new is found, what has changed is found anew, what has gone is not', async () => {
  const folder = join(top, 'site')
  const written = await writeIndex(contentOf(smallArchive()), folder)
  expect(await found(folder, '?q=rise')).toEqual(['/updates/701/#flood-defences'])
  expect(await found(folder, '?q=formula')).toEqual(['/publications/2026/#undated'])

  const archive = smallArchive()
  const story = firstStory(archive)
  story?.parts.splice(0, 9, { heading: null, label: null, text: 'Voles dig' })
  const publications = new Map(archive.publications)
  publications.delete('undated')
  expect(await writeIndexChange(contentOf({ ...archive, publications }), written, folder)).toBe(true)
  expect(await found(folder, '?q=voles')).toEqual(['/updates/701/#flood-defences'])
  expect(await found(folder, '?q=rise')).toEqual([])
  expect(await found(folder, '?q=formula')).toEqual([])
  expect(await found(folder, '?publisher=river-board')).toHaveLength(2)
  expect((await found(folder, '?q=ada')).includes('/contacts/ada-brook/')).toBe(true)

  expect(await writeIndexChange(contentOf(smallArchive()), written, folder)).toBe(true)
  expect(readdirSync(folder)).not.toContain('change')
  expect(await found(folder, '?q=rise')).toEqual(['/updates/701/#flood-defences'])
  expect(await found(folder, '?q=voles')).toEqual([])
})

test('a change of much is left to a whole index', async () => {
  const folder = join(top, 'much')
  const written = await writeIndex(contentOf(smallArchive()), folder)
  const before = readdirSync(folder).sort()
  const others = smallArchive()
  for (const person of others.people.values()) person.name = `${person.name} Esq.`
  expect(await writeIndexChange(contentOf(others), written, folder)).toBe(false)
  expect(readdirSync(folder).sort()).toEqual(before)
})

test('a table of another build is refused', async () => {
  const [one, two] = [join(top, 'one'), join(top, 'two')]
  await writeIndex(contentOf(smallArchive()), one)
  const archive = smallArchive()
  archive.updates.pop()
  const stories = new Map(archive.stories)
  stories.delete('dates')
  await writeIndex(contentOf({ ...archive, stories }), two)
  const table = await readFile(join(one, 'facets.json'))
  await writeFile(join(two, 'facets.json'), table)
  await expect(found(two, '?q=rise')).rejects.toThrow('not of one build')
})
