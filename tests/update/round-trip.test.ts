/** Raw text → Markdown → Update, on the real updates and on what could become of their lines: nothing is lost on the way. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { readUpdateFile, writeUpdateFile } from '../../src/update/file/update-file.ts'

const raw = readdirSync('content/raw').filter(name => name.endsWith('.txt'))
const texts = raw.map(name => readFileSync(`content/raw/${name}`, 'utf8'))

test.each(raw)('%s: its Markdown says what its text says, with no message', name => {
  const { update } = parseUpdate(readFileSync(`content/raw/${name}`, 'utf8'), name)
  expect(update).not.toBeNull()
  if (update !== null) expect(readUpdateFile(writeUpdateFile(update), 'x.md')).toEqual({ update, diagnostics: [] })
})

test('what is made of any lines of the real updates is read again as it was', () => {
  const line = fc.constantFrom(...texts.flatMap(text => text.split(/\r?\n/u)))
  const awkward = fc.constantFrom(
    '# of places',
    '1. x',
    '---',
    '  ',
    '[a](javascript:b)',
    '• x',
    '- y',
    'a\\',
    '### b',
    '&nbsp;',
    '"c": {',
  )
  const lines = fc.array(fc.oneof({ arbitrary: line, weight: 8 }, { arbitrary: awkward, weight: 1 }), { maxLength: 40 })
  const glued = fc.tuple(lines, fc.constantFrom('\n', '\n\n', ' ')).map(([all, by]) => all.join(by))
  fc.assert(
    fc.property(fc.array(glued, { maxLength: 3 }), parts => {
      const { update } = parseUpdate(
        `Update no 700 6th February 2026\n\n${parts.join('\n\n')}\n`,
        'content/raw/700.txt',
      )
      if (update === null) return
      const { update: read, diagnostics } = readUpdateFile(writeUpdateFile(update), 'content/updates/700.md')
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(read).toEqual(update)
    }),
    { numRuns: 150 },
  )
})
