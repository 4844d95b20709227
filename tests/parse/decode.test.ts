import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/ingest/decode.ts'

const TEXT = 'Update no 700 6th February 2026\n\nThe Children’s Commissioner – “Café” costs £5…\n\n  • one\n'
const encoded = (encoding: string, text = TEXT, addBOM = false) => iconv.encode(text, encoding, { addBOM })
const read = (bytes: Uint8Array) => decode(bytes, 'content/raw/700.txt')
const diagnosticsOf = (bytes: Uint8Array) =>
  read(bytes).diagnostics.map(({ code, severity, at }) => `${severity}[${code}] ${at.line}:${at.column}`)

describe('a text is read in any encoding it was saved in', () => {
  test.each([
    ['UTF-8', encoded('utf8')],
    ['UTF-8 with a mark', encoded('utf8', TEXT, true)],
    ['UTF-16, little end first, with a mark', encoded('utf16-le', TEXT, true)],
    ['UTF-16, big end first, with a mark', encoded('utf16-be', TEXT, true)],
    ['UTF-16 without a mark', encoded('utf16-le')],
    ['UTF-16, big end first, without a mark', encoded('utf16-be')],
    ['Windows-1252', encoded('win1252')],
    ['UTF-8 with CRLF', encoded('utf8', TEXT.replaceAll('\n', '\r\n'))],
    ['Windows-1252 with CR', encoded('win1252', TEXT.replaceAll('\n', '\r'))],
    ['a view into a larger buffer', new Uint8Array(Buffer.concat([Buffer.from('xx'), encoded('utf8')])).subarray(2)],
  ])('%s', (_name, bytes) => {
    expect(read(bytes)).toEqual({ text: TEXT, diagnostics: [] })
  })

  test('the real updates: as they are, without a message', () => {
    for (const file of readdirSync('content/raw').filter(name => /^(?:389|593|654|681)\.txt$/u.test(name))) {
      const bytes = readFileSync(`content/raw/${file}`)
      expect(read(bytes)).toEqual({ text: bytes.toString('utf8').replace(/\r\n?/gu, '\n'), diagnostics: [] })
    }
  })
})

describe('characters that were spoilt on the way are repaired, and said', () => {
  const spoilt = (text: string) => iconv.decode(iconv.encode(text, 'utf8'), 'win1252')

  test.each([
    ['’ – “ ‘ … • £ é ½ € ™', spoilt('’ – “ ‘ … • £ é ½ € ™')],
    ['a closing quote, of which a byte is a control character', 'â€œThe endâ€\u009d'],
    ['a space that does not break', 'Â\u00a0x'],
    ['spoilt twice', spoilt(spoilt('don’t'))],
  ])('%s', (_name, text) => {
    const { text: repaired, diagnostics } = read(encoded('utf8', `First\n${text}\n`))
    expect(repaired).not.toMatch(/[âÂÃ]/u)
    expect(diagnostics.map(({ code, at }) => `${code} ${at.line}`)).toEqual(['repaired-text 2'])
  })

  test('to what they were', () => {
    expect(read(encoded('utf8', spoilt('It’s ‘£5’ – é…'))).text).toBe('It’s ‘£5’ – é…')
  })

  test.each(['“CAFÉ”', 'À’', 'Ångström’s Ü…', 'São Paulo – Ñandú', 'crème brûlée', 'e\u0301', 'naïve Â'])(
    'text that is right stays: %s',
    text => {
      expect(read(encoded('utf8', text))).toEqual({ text, diagnostics: [] })
    },
  )

  test('control characters used as quotes, and Word’s bullet', () => {
    const { text, diagnostics } = read(encoded('utf8', 'It\u0092s\n\uF0B7 one'))
    expect(text).toBe('It’s\n• one')
    expect(diagnostics.map(({ code, at, message }) => [code, at.line, at.column, message])).toEqual([
      ['repaired-text', 1, 3, expect.stringContaining('2 lines')],
    ])
  })
})

describe('what is doubtful is shown', () => {
  test('Windows-1252 pasted into UTF-8: both are read right', () => {
    const bytes = Buffer.concat([encoded('utf8', 'Café – a\r\nb '), encoded('win1252', '“x”')])
    expect(read(bytes).text).toBe('Café – a\nb “x”')
    expect(diagnosticsOf(bytes)).toEqual(['warning[mixed-encodings] 2:3'])
  })

  test('characters that were lost before', () => {
    expect(diagnosticsOf(encoded('utf8', 'One\nIt\uFFFDs and it\uFFFDs'))).toEqual(['warning[lost-character] 2:3'])
    expect(diagnosticsOf(Buffer.from([0x41, 0x81, 0x42]))).toEqual(['warning[lost-character] 1:2'])
  })

  test.each([
    ['first', [0x00, 0xd8]],
    ['second', [0x00, 0xdc]],
  ])('the %s half of a character of UTF-16', (_name, half) => {
    const halved = Buffer.concat([encoded('utf16-le', 'It ', true), Buffer.from(half), encoded('utf16-le', 's')])
    expect(read(halved).text).toBe('It \uFFFDs')
    expect(diagnosticsOf(halved)).toEqual(['warning[lost-character] 1:4'])
  })

  test('a Macintosh’s quotes', () => {
    expect(diagnosticsOf(encoded('macroman', 'One\nThey don’t'))).toEqual(['warning[improbable-character] 2:9'])
  })

  test('control characters', () => {
    expect(diagnosticsOf(encoded('utf8', 'One\n\u0007two'))).toEqual(['warning[improbable-character] 2:1'])
  })
})

describe('what cannot be an update is an error', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'empty-file', 1],
    ['nothing but white space', Buffer.from('\uFEFF \r\n\t\n'), 'empty-file', 1],
    ['bytes that are zero', Buffer.from('One\nTwo\0three'), 'binary-file', 2],
    ['random bytes', Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919) % 256)), 'binary-file', null],
    ['one line of megabytes', Buffer.from('word '.repeat(300_000)), 'endless-line', 1],
    ['a hundred thousand lines', Buffer.from('word\n'.repeat(500_000)), 'huge-file', 1],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'not-plain-text', 1],
    ['a Word document', Buffer.from('PK\u0003\u0004\0\0'), 'not-plain-text', 1],
    ['RTF', Buffer.from('{\\rtf1\\ansi One}'), 'not-plain-text', 1],
    ['a web page', Buffer.from('\n<!DOCTYPE html><p>One'), 'not-plain-text', 1],
  ])('%s', (_name, bytes, code, line) => {
    const { text, diagnostics } = read(bytes)
    expect(text).toBeNull()
    expect(diagnostics.map(each => [each.severity, each.code])).toEqual([['error', code]])
    if (line !== null) expect(diagnostics[0]?.at.line).toBe(line)
  })
})

test('no bytes crash it, and every message points inside the file', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: 'binary' }).map(text => encoded('utf8', text)),
      ),
      bytes => {
        const { text, diagnostics } = read(bytes)
        expect(text === null).toBe(diagnostics.some(({ severity }) => severity === 'error'))
        for (const { at } of diagnostics) {
          expect(at.line).toBeGreaterThan(0)
          if (at.source !== null) expect(at.column).toBeLessThanOrEqual(at.source.length + 1)
        }
        if (text !== null) expect(text).not.toContain('\r')
      },
    ),
    { numRuns: 2000 },
  )
})
