/**
 * What holds of every text, however its lines were shuffled, glued, cut, wrapped or encoded: parsing ends, keeps every word,
 * and gives places inside the file. What it made is the same after a trip through its Markdown file.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { decode } from '../../src/ingest/decode.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { readUpdateFile, writeUpdateFile } from '../../src/update/file/update-file.ts'
import type { Update } from '../../src/update/update.ts'
import { countWords, wordsOfUpdate } from '../support/accounted-lines.ts'

const textsIn = (folder: string) =>
  readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.txt') && !name.includes('expected') && !name.includes('real'))
    .map(name => readFileSync(join(import.meta.dirname, folder, name), 'utf8'))
const texts = [...textsIn('../../content/raw'), ...textsIn('../golden')]
const pool = [...new Set(texts.flatMap(text => text.split('\n')))]
const mastheads = pool.filter(line => /^update no/iu.test(line))
const headings = ['Updates', 'Reminders From Previous Weeks', 'Tools & Templates', 'Contact Details', 'Newsletters']
const labels = ['Programme:', 'Update:', 'Action Required:', 'Details', 'Headlines', 'Network dates:', 'Reminder']

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pool) },
  { weight: 2, arbitrary: fc.constantFrom('', ...headings, ...labels) },
  { weight: 1, arbitrary: fc.constantFrom(...pool).chain(text => fc.nat(text.length).map(at => text.slice(at))) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...pool), fc.constantFrom(...pool)).map(([a, b]) => a + b) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map(text => text.replace(/[\r\n\u2028\u2029\u0085]/gu, ' ')),
  },
)
const body = fc.array(line, { minLength: 0, maxLength: 30 })
/** Lines of real updates in any order, with a masthead somewhere among them. */
const shuffled = fc
  .tuple(body, fc.constantFrom(...mastheads), body, fc.constantFrom('\n', '\n\n'))
  .map(([above, masthead, below, gap]) => [...above, masthead, ...below].join(gap))
/** A stretch of one update, wrapped at some width, with or without its blank lines. */
const rewrapped = fc
  .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 20, max: 120 }), fc.boolean())
  .map(([text, seed, width, dense]) => {
    const lines = text.split('\n').filter(each => !dense || each !== '')
    const from = seed % lines.length
    const stretch = lines.slice(from, from + 40).flatMap(each => wrap(each, width))
    return [text.split('\n').find(each => /^update no/iu.test(each)), ...stretch].join('\n')
  })
/** A whole update in which a few lines are cut, doubled, moved, merged or exchanged for others. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), line), { minLength: 1, maxLength: 6 }),
  )
  .map(([text, edits]) => {
    const lines = text.split('\n')
    for (const [seed, how, other] of edits) {
      const at = seed % lines.length
      const here = lines[at] ?? ''
      if (how === 0) lines.splice(at, 1)
      else if (how === 1) lines.splice(at, 0, here)
      else if (how === 2) lines.splice(at, 1, other)
      else if (how === 3) lines.splice(at, 0, other)
      else if (how === 4) lines.splice(at, 2, `${here}${lines[at + 1] ?? ''}`)
      else if (how === 5)
        lines.splice(at, 1, here.slice(0, seed % (here.length + 1)), here.slice(seed % (here.length + 1)))
      else lines.splice((seed * 7) % lines.length, 0, ...lines.splice(at, 3))
    }
    return lines.join('\n')
  })
const anyText = fc.oneof(shuffled, rewrapped, mutated)

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

describe('every text', () => {
  it('keeps all its words, and its messages point inside it', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { update, diagnostics } = parseUpdate(text, 'any.txt')
        expectInside(diagnostics, text)
        if (update === null) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
        else expect(lostWords(text, update)).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  it('is the same after a trip through its Markdown file, and parses the same twice', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { update } = parseUpdate(text, 'any.txt')
        fc.pre(update !== null)
        if (update === null) return
        const { update: again, diagnostics } = readUpdateFile(writeUpdateFile(update), 'any.md')
        // Import has already reported everything; without changes there is nothing more to do.
        expect(diagnostics).toEqual([])
        expect(again).toEqual(update)
        expect(parseUpdate(text, 'any.txt').update).toEqual(update)
      }),
      { numRuns: 600 },
    )
  })

  it('says the same in every encoding and with every line end', () => {
    const encodings = fc.constantFrom(
      (text: string) => iconv.encode(text, 'utf8', { addBOM: true }),
      (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true }),
      (text: string) => iconv.encode(text, 'utf-16be', { addBOM: true }),
      (text: string) => iconv.encode(text.replaceAll('\n', '\r\n'), 'utf8'),
      (text: string) => iconv.encode(text.replaceAll('\n', '\r'), 'utf8'),
    )
    // Whole texts: whether a file is UTF-16, or text at all, depends on all of it.
    fc.assert(
      fc.property(fc.constantFrom(...texts), encodings, (text, encode) => {
        const decoded = decode(encode(text), 'any.txt').text
        expect(parseUpdate(decoded ?? '', 'any.txt')).toEqual(parseUpdate(text, 'any.txt'))
      }),
      { numRuns: 60 },
    )
  })
})

/**
 * The words of a text that its update lacks, as often as they are missing. A masthead that is printed again is said once, and
 * a web address that a line end cuts ("https://ex", "ample.org/plan") may be whole again.
 */
function lostWords(text: string, update: Update): string[] {
  const held = wordsOfUpdate(update)
  const heading = countWords(update.heading)
  const left = JSON.stringify(update).includes('address of a reader left out') ? text.replace(/\S+@\S+/gu, '') : text
  const isLost = ([word, count]: [string, number]) => (heading.has(word) ? 1 : count) > (held.get(word) ?? 0)
  const withWholeAddresses = countWords(left.replace(/(?<=https?:\S*)\n+(?=\S)/gu, ''))
  return [...countWords(left)]
    .filter(isLost)
    .map(([word]) => word)
    .filter(word => isLost([word, withWholeAddresses.get(word) ?? 0]))
}

function expectInside(diagnostics: readonly Diagnostic[], text: string): void {
  const lines = text.split(/\r\n|\r|\n|\u2028|\u2029|\u0085/u)
  for (const { at } of diagnostics) {
    const source = lines[at.line - 1]
    expect(at.source).toBe(source)
    expect(at.column).toBeGreaterThanOrEqual(1)
    expect(at.length).toBeGreaterThanOrEqual(1)
    expect(at.column - 1 + at.length).toBeLessThanOrEqual(Math.max(1, source?.length ?? 0))
  }
}
