/** Messages that an editor has looked at and means to leave. */
import { expect, test } from 'vitest'
import { asReviewed, sortReviewed, withoutReviewed, withReviewed } from '../../src/archive/content/reviewed.ts'
import { diagnose, type Place } from '../../src/diagnostics/diagnostic.ts'

const at = (file: string, source: string): Place => ({ file, line: 5, column: 1, length: source.length, source })
const lost = { ...diagnose('lost-title', at('content/raw/this week.txt', 'Details'), { supplied: null }), update: 654 }
const other = diagnose('lost-title', at('content/updates/655.md', 'Details'), { supplied: null })
const error = diagnose('no-masthead', at('content/raw/x.txt', 'Details'), {})

test('a message is set aside with its reason, and others stay', () => {
  const text = withReviewed('# Looked at.\n', asReviewed(lost, { why: 'It has "none": we asked', nth: 1 }))
  expect(text).toContain('why: \'It has "none": we asked\'')
  const { open, setAside } = sortReviewed([lost, other, error], text)
  expect(setAside).toEqual([lost])
  expect(open).toEqual([other, error])
})

test('it comes back when its line changes, and the entry is named', () => {
  const text = withReviewed('', asReviewed(lost, { why: 'fine', nth: 1 }))
  const changed = { ...lost, at: at('content/raw/this week.txt', 'Details of it') }
  const { open, setAside } = sortReviewed([changed], text)
  expect(setAside).toEqual([])
  expect(open.map(({ code, at }) => `${code} ${at.file}:${at.line}`)).toEqual([
    'lost-title content/raw/this week.txt:5',
    'reviewed-is-gone content/reviewed.yaml:3',
  ])
})

test('an error is never set aside, and a broken file is named', () => {
  expect(sortReviewed([error], withReviewed('', asReviewed(error, { why: 'no', nth: 1 }))).setAside).toEqual([])
  expect(sortReviewed([], '- { code: x }').open.map(({ code }) => code)).toEqual(['yaml-value', 'yaml-value'])
  expect(sortReviewed([lost], '').open).toEqual([lost])
})

test('of two messages about the same words in one update each is set aside by itself', () => {
  const second = { ...lost, at: { ...lost.at, line: 84 } }
  const text = withReviewed('', asReviewed(second, { why: 'fine', nth: 2 }))
  expect(sortReviewed([lost, second], text)).toEqual({ open: [lost], setAside: [second] })
})

test('an entry can be deleted, and what is around it stays', () => {
  const one = withReviewed('# Looked at.\n', asReviewed(lost, { why: 'fine', nth: 1 }))
  const both = withReviewed(one, asReviewed(other, { why: 'fine, too', nth: 1 }))
  expect(withoutReviewed(both, 8)).toBe(one)
  expect(withoutReviewed(both, 4)).toBe(both.replace(one.slice('# Looked at.\n'.length), ''))
  expect(withoutReviewed('', 1)).toBeNull()
})
