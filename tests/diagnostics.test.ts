import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnose, type Place } from '../src/diagnostics/diagnostic.ts'
import { diagnosticsAsJson, inReadingOrder, renderDiagnostic, renderSummary } from '../src/diagnostics/render.ts'

const at = (source: string | null, column: number, length: number): Place => ({
  file: 'content/raw/656.txt',
  line: 182,
  column,
  length,
  source,
})
const render = (place: Place) => renderDiagnostic(diagnose('unreadable-time', place, { printed: '20-1' }))
/** The line as shown, and the part above the carets, where every character is one column wide. */
const pointedAt = (place: Place): string => {
  const [, , , text = '', carets = ''] = render(place).split('\n')
  return text.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)
}

test('a message says what, where and what to do', () => {
  expect(render(at('Lead Members Group: 28 March 20-1 in person', 30, 4))).toBe(
    [
      'warning[unreadable-time]: cannot read "20-1" as a time',
      ' --> content/raw/656.txt:182:30',
      '    |',
      '182 | Lead Members Group: 28 March 20-1 in person',
      '    |                              ^^^^',
      '    = hint: we have left the time out: if you know it, add it to the meeting in the Markdown file',
    ].join('\n'),
  )
})

test('a file without a line to show has none', () => {
  const place = { ...at(null, 1, 1), line: 1 }
  expect(renderDiagnostic(diagnose('empty-file', place, {}))).toBe(
    [
      'error[empty-file]: this file is empty',
      ' --> content/raw/656.txt:1:1',
      "  = hint: paste the update's text into it, or delete the file",
    ].join('\n'),
  )
})

describe('the carets are below the place', () => {
  test.each([
    ['in a short line', 'On 7 MarchNSPCC published', 6, 5, 'March'],
    ['at the end of a line', 'Reminders', 9, 1, 's'],
    ['after a tab', '\tReminders', 2, 9, 'Reminders'],
  ])('%s', (_name, source, column, length, marked) => {
    expect(pointedAt(at(source, column, length))).toBe(marked)
  })

  test.each([1, 25, 31, 500, 2970, 2995])('in a long line, at column %i', column => {
    const source = Array.from({ length: 600 }, (_, index) => String(index).padStart(5, '.')).join('')
    const [, , , shown = ''] = render(at(source, column, 5)).split('\n')
    expect(shown.length).toBeLessThan(120)
    expect(pointedAt(at(source, column, 5))).toBe(source.slice(column - 1, column + 4))
  })

  test('after wide characters and combining marks', () => {
    expect(
      render(at('日本 e\u0301 20-1', 7, 4))
        .split('\n')
        .slice(3, 5),
    ).toEqual(['182 | 日本 e\u0301 20-1', '    |        ^^^^'])
  })

  test.each([31, 32, 200, 201])('in a long line of pictures, at column %i: none is cut in two', column => {
    const shown = render(at('😀'.repeat(200), column, 2)).split('\n')[3] ?? ''
    expect(shown).toContain('😀…')
    expect(shown).not.toMatch(/\p{Cs}/u)
  })

  test('of a stretch that is longer than the window', () => {
    expect(render(at('x'.repeat(5000), 2, 4000)).split('\n')[4]?.length).toBeLessThan(120)
  })
})

test('nothing in a line can move the cursor or turn the writing', () => {
  const shown = render(at('a\u001B[31mb\u202Ec\rd', 1, 1))
  expect(shown).toContain('a␛[31mb�c␍d')
})

test('any place in any line can be shown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(500), fc.nat(500), (source, column, length) => {
      const line = source.replace(/[\r\n]/gu, ' ')
      const rows = render(at(line, column + 1, length + 1)).split('\n')
      expect(rows).toHaveLength(6)
      expect(rows[4]).toMatch(/^ {4}\| +\^+$/u)
      expect(rows.every(row => row.length < 260)).toBe(true)
    }),
  )
})

test('a message of several lines stays inside its frame', () => {
  const place = at('x', 1, 1)
  const rows = renderDiagnostic({ ...diagnose('unreadable-time', place, { printed: 'a' }), hint: 'one\ntwo' }).split(
    '\n',
  )
  expect(rows.slice(-2)).toEqual(['    = hint: one', '      two'])
})

const some = [
  diagnose('unreadable-time', { ...at('x', 5, 1), file: '1000.txt' }, { printed: 'a' }),
  diagnose('unreadable-time', { ...at('x', 2, 1), file: '654.txt' }, { printed: 'a' }),
  diagnose('empty-file', { ...at(null, 1, 1), file: '654.txt', line: 1 }, {}),
]

test('messages are ordered by file, as numbers, and place', () => {
  expect(inReadingOrder(some).map(({ at }) => `${at.file}:${at.line}:${at.column}`)).toEqual([
    '654.txt:1:1',
    '654.txt:182:2',
    '1000.txt:182:5',
  ])
})

test('the summary counts each message, errors first', () => {
  expect(renderSummary(some)).toBe('1 error, 2 warnings\n  1 error[empty-file]\n  2 warning[unreadable-time]')
  expect(renderSummary([])).toBe('0 errors, 0 warnings')
})

test('the JSON has one flat record for each message', () => {
  const { errors, warnings, diagnostics } = JSON.parse(diagnosticsAsJson(some))
  expect([errors, warnings]).toEqual([1, 2])
  expect(diagnostics[1]).toEqual({
    code: 'unreadable-time',
    severity: 'warning',
    file: '654.txt',
    line: 182,
    column: 2,
    length: 1,
    message: 'cannot read "a" as a time',
    hint: 'we have left the time out: if you know it, add it to the meeting in the Markdown file',
  })
})
