import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameValue } from '../../src/archive/same-value.ts'

test('two values are the same where their JSON is', () => {
  // Few names and values, so that many pairs are alike.
  const value = fc.letrec(tie => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, 0, 1, '', 'a', true),
      fc.array(tie('any'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('a', 'b', '0'), tie('any'), { maxKeys: 2 }),
    ),
  })).any
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(sameValue(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      expect(sameValue(one, structuredClone(one))).toBe(true)
    }),
  )
})

test.each([
  [[], {}],
  [{ a: undefined }, {}],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [null, {}],
])('%j and %j are not', (one, other) => {
  expect(sameValue(one, other)).toBe(false)
  expect(sameValue(other, one)).toBe(false)
})
