/** What a command prints when there is much to say. */
import { afterEach, expect, test, vi } from 'vitest'
import { type Diagnostic, diagnose } from '../../../src/diagnostics/diagnostic.ts'
import { diagnosticPrinter } from '../../../src/site/messages/print-diagnostics.ts'

const printed: string[] = []
vi.spyOn(console, 'log').mockImplementation(text => printed.push(text))
afterEach(() => printed.splice(0))

const warnings = Array.from({ length: 30 }, (_, at): Diagnostic => {
  const place = { file: 'content/raw/700.txt', line: at + 1, column: 1, length: 1, source: 'a line' }
  return { ...diagnose('list-missing', place, {}), update: 700 }
})

test('a first import prints twenty messages, and how many there are', () => {
  diagnosticPrinter('npm run check shows them all')({ diagnostics: warnings, setAside: [], imported: [700] })
  const text = printed.join('\n')
  expect(text.match(/^warning/gmu)).toHaveLength(20)
  expect(printed.at(-1)).toBe('30 warnings (only the first 20 are above): npm run check shows them all')
})

test('nothing imported, nothing printed but the count', () => {
  diagnosticPrinter('npm run check shows them all')({ diagnostics: warnings, setAside: [], imported: [] })
  expect(printed).toEqual(['30 warnings: npm run check shows them all'])
})
