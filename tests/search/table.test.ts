/** The table that goes with an index, read as the search page's worker reads it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { closeIndexer, searchContent, writeIndex } from '../../src/search/index.ts'
import { fetchFromDisk, found } from '../support/search/index-on-disk.ts'
import { smallArchive } from '../support/small-archive.ts'

const top = mkdtempSync(join(tmpdir(), 'search-table-'))
beforeAll(fetchFromDisk)
afterAll(async () => {
  vi.unstubAllGlobals()
  await closeIndexer()
  rmSync(top, { recursive: true, force: true })
})

const contentOf = (archive: Archive) => searchContent(archive, [])

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
