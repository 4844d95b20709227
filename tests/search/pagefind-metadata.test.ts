/** Pagefind's metadata, which has no documented format: what another version might do to it. */
import { readFileSync } from 'node:fs'
import { decode, encode } from 'cborg'
import { expect, test } from 'vitest'
import { withPlaces } from '../../src/search/pagefind-metadata.ts'

const metadata = (version: string, pages: unknown[] = [['en_5d4f564', 7, 'en_group_1']]) =>
  Buffer.concat([Buffer.from('pagefind_dcd'), encode([version, pages, [['a', 'b', 'en_1']], [], [], ['title']])])
const { pagefind } = JSON.parse(readFileSync('package.json', 'utf8')).dependencies

test('of the pinned version has places for ids, and is else as it was', () => {
  const placed = withPlaces(metadata(pagefind), new Map([['en_5d4f564', 37]]))
  expect(placed.subarray(0, 12).toString()).toBe('pagefind_dcd')
  expect(decode(placed.subarray(12))).toEqual([pagefind, [['11', 7, '']], [['a', 'b', 'en_1']], [], [], ['title']])
})

test.each([
  ['another version', metadata('1.7.0')],
  ['another shape', metadata(pagefind, [['en_5d4f564', 7]])],
  ['no CBOR', Buffer.from('pagefind_dcd\x86')],
  ['another beginning', Buffer.from('pagefind_xyz')],
  [
    'a page too many',
    metadata(
      pagefind,
      ['en_5d4f564', 'en_2'].map(id => [id, 7, '']),
    ),
  ],
  ['a page too few', metadata(pagefind, [])],
])('%s is reported with the version that works', (_, content) => {
  expect(() => withPlaces(content, new Map([['en_5d4f564', 37]]))).toThrow(
    new RegExp(String.raw`is not as Pagefind ${pagefind} writes it: .*\n.*"npm ci"`, 's'),
  )
})
