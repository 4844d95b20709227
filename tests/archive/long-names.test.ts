import { expect, test } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readContent } from '../../src/archive/content/read-content.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { aSite } from '../support/sample-updates.ts'

test('a name of hundreds of capitals takes no longer than another', () => {
  const text = `Update no 681 10th October 2025\n\nTools & Templates\n\nOn 16 September The Law C${'C'.repeat(200)}ommission published Families\n`
  const { update } = parseUpdate(text, 'content/raw/681.txt')
  if (update === null) throw new Error('no update')
  const { authorities } = readContent('tests/small-content')
  expect(buildArchive({ updates: [update], authorities, site: aSite() }).archive.publications.size).toBe(1)
})
