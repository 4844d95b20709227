import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readImportRecord, recordOf, writeImportRecord } from '../../src/import/plan/import-record.ts'
import { fingerprints, merge } from '../../src/import/plan/merge.ts'

const BASE = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].join('\n')
const between = (corrected: string, fresh: string) => merge(corrected, fingerprints(BASE), fresh)

describe('changes that do not touch each other go together', () => {
  test.each([
    ['a word each', BASE.replace('two', 'TWO'), BASE.replace('six', 'SIX'), 'one TWO three four five SIX seven'],
    [
      'a line added, a line gone',
      BASE.replace('two', 'two\n2½'),
      BASE.replace('\nsix', ''),
      'one two 2½ three four five seven',
    ],
    ['both ends', `zero\n${BASE}`, `${BASE}\neight`, 'zero one two three four five six seven eight'],
    ['the same change', BASE.replace('two', 'TWO'), BASE.replace('two', 'TWO'), 'one TWO three four five six seven'],
  ])('%s', (_name, corrected, fresh, expected) => {
    expect(between(corrected, fresh)).toEqual({ text: expected.replaceAll(' ', '\n'), collisions: [] })
  })
})

test('changes of the same lines collide, and nothing is merged', () => {
  const corrected = BASE.replace('two\nthree', 'TWO').replace('six', 'SIX')
  expect(between(corrected, BASE.replace('three', 'drei'))).toEqual({
    text: null,
    collisions: [{ line: 2, corrected: ['TWO'], fresh: ['two', 'drei'] }],
  })
})

describe('a line that has only gained a link', () => {
  const base = 'The report is here\ntwo'
  const fresh = 'The report is [here](https://example.org/report)\ntwo'
  const merged = (corrected: string, newer = fresh) => merge(corrected, fingerprints(base), newer)

  test('gives it to the line as corrected', () => {
    expect(merged('The full report is here\ntwo')).toEqual({
      text: 'The full report is [here](https://example.org/report)\ntwo',
      collisions: [],
    })
  })

  test('collides where the correction no longer has the words, or the line has changed as well', () => {
    expect(merged('The report has gone\ntwo').text).toBeNull()
    expect(merged('The full report is here\ntwo', fresh.replace('The', 'Our')).text).toBeNull()
  })
})

test('a line that one removed and the other changed is shown as nothing against something', () => {
  expect(between(BASE.replace('two\n', ''), BASE.replace('two', 'TWO')).collisions).toEqual([
    { line: 2, corrected: [], fresh: ['TWO'] },
  ])
})

test('a text of many lines, half of them blank, and one that repeats itself, are merged', () => {
  for (const lineAt of [(at: number) => `Line ${at}`, () => 'A line of words']) {
    const base = Array.from({ length: 30_000 }, (_, at) => (at % 2 === 0 ? lineAt(at) : '')).join('\n')
    const merged = merge(`First\n${base}`, fingerprints(base), `${base}\nLast`)
    expect(merged.text === `First\n${base}\nLast`).toBe(true)
  }
})

const lines = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', '', '- e', '### f'), { maxLength: 20 })
  .map(all => all.join('\n'))

test('a side without changes leaves the other’s text as it is', () => {
  fc.assert(
    fc.property(lines, lines, (base, changed) => {
      expect(merge(base, fingerprints(base), changed).text).toBe(changed)
      expect(merge(changed, fingerprints(base), base).text).toBe(changed)
      expect(merge(changed, fingerprints(base), changed).text).toBe(changed)
    }),
  )
})

test('no line is lost: what is merged holds every line that either side added', () => {
  fc.assert(
    fc.property(lines, lines, lines, (base, corrected, fresh) => {
      const { text } = merge(`${corrected}\nmine`, fingerprints(base), `theirs\n${fresh}`)
      if (text !== null) expect(text.split('\n')).toEqual(expect.arrayContaining(['mine', 'theirs']))
    }),
  )
})

test('what is recorded of a written text is read again', () => {
  fc.assert(
    fc.property(lines, text => {
      const record = recordOf('Update no 654 (final).txt', text)
      expect(readImportRecord(writeImportRecord(record))).toEqual(record)
    }),
  )
  expect(readImportRecord('anything else\nat all')).toBeNull()
})
