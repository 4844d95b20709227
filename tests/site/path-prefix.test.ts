/** What may be the path that the site is under. */
import { expect, test } from 'vitest'
import { asPathPrefix, faultOfPathPrefix } from '../../src/site/path-prefix.ts'

test.each(['archive', '/archive', 'archive/', '/archive/', '//archive//'])('%s is a path', path => {
  expect(faultOfPathPrefix(path)).toBeNull()
  expect(asPathPrefix(path)).toBe('/archive/')
})

test('none is no fault', () => expect(faultOfPathPrefix(undefined)).toBeNull())

test.each([
  ['C:/Program Files/Git/preview/', 'write PATH_PREFIX=preview'],
  ['https://example.org/preview/', 'Give only the path'],
  ['/pre view/', 'such as PATH_PREFIX=/preview/'],
  ['/../up/', 'such as PATH_PREFIX=/preview/'],
])('%s is refused, with what to write instead', (prefix, hint) => {
  expect(faultOfPathPrefix(prefix)).toContain(`PATH_PREFIX is "${prefix}", which is not a path.`)
  expect(faultOfPathPrefix(prefix)).toContain(hint)
})
