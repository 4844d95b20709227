import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignedLines, changesBetween } from '../../src/import/plan/line-alignment.ts'

const version = fc.array(fc.constantFrom('', '', '', 'a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 40 })

test('pairs are the same lines, in order; what is between them is a change', () => {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const pairs = alignedLines(before, after)
      for (const [nth, [from, to]] of pairs.entries()) {
        expect(before[from]).toBe(after[to])
        const [lastFrom, lastTo] = pairs[nth - 1] ?? [-1, -1]
        expect(from > lastFrom && to > lastTo).toBe(true)
      }
      const changed = changesBetween(before, after)
      const count = (side: 'from' | 'to') => changed.reduce((sum, { [side]: [start, end] }) => sum + end - start, 0)
      expect([count('from'), count('to')]).toEqual([before.length - pairs.length, after.length - pairs.length])
    }),
  )
})

test('a version and itself have no change; a line that moved is one that went and one that came', () => {
  const lines = ['one', '', 'two', '', 'three', '', 'four']
  expect(changesBetween(lines, lines)).toEqual([])
  expect(changesBetween(lines, ['two', '', 'one', '', 'three', '', 'four'])).toHaveLength(2)
})

test('thousands of the same line, changed all over, are compared by their ends alone', () => {
  const before = Array.from({ length: 20_000 }, () => 'the same')
  const after = before.flatMap((line, at) => (at % 7 === 3 ? ['another', line] : [line]))
  const pairs = alignedLines(before, after)
  expect(pairs.length).toBeGreaterThan(3)
  expect(pairs.every(([from, to]) => before[from] === after[to])).toBe(true)
})
