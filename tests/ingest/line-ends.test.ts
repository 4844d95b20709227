/** Every stage counts lines alike, whatever ends them: a message and a link name the line that they are on. */
import { expect, test } from 'vitest'
import { decode } from '../../src/ingest/decode.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { readLines } from '../../src/parse/text/lines.ts'

const ends = { CRLF: '\r\n', CR: '\r', VT: '\v', FF: '\f', NEL: '\u0085', LS: '\u2028', PS: '\u2029' }
const kinds = Object.entries(ends)

test.each(kinds)('%s in plain text', (_, end) => {
  const raw = `Update no 681 10th October 2025\n\nUpdates\n\nFirst${end}second line\n\nAD Education: Friday 31 June 2026, 10am\n`
  const { text } = decode(Buffer.from(raw), 'content/raw/681.txt')
  if (text === null) throw new Error('no text')
  const lines = text.split('\n')
  expect(lines).toHaveLength(9)
  expect(readLines(raw, 'a.txt').map(line => line.raw)).toEqual(lines)
  const { diagnostics } = parseUpdate(text, 'content/raw/681.txt')
  expect(diagnostics.length).toBeGreaterThan(0)
  for (const { at } of diagnostics) expect(lines[at.line - 1]).toBe(at.source)
})

const page = (end: string) =>
  `<!doctype html><main><p>Update no 681 10th October 2025</p><p>Updates</p><p>First${end}line</p><p>Read <a href="https://example.org/a">all of it${end}now</a> today</p></main>`
const mail = (type: string, body: string) =>
  `From: a@example.org\nSubject: Update\nMIME-Version: 1.0\nContent-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(body).toString('base64')}\n`

test.each(kinds)('%s in a page and in a mail: links are where they are said to be', async (_, end) => {
  for (const bytes of [page(end), mail('text/html', page(end))].map(text => Buffer.from(text))) {
    const { text, links } = await ingest({ file: 'content/raw/681.html', bytes })
    const lines = text?.split('\n') ?? []
    expect(readLines(text ?? '', 'a.txt').map(line => line.raw)).toEqual(lines)
    const words = links.map(({ line, column, length }) => lines[line - 1]?.slice(column - 1, column - 1 + length))
    expect(words).toEqual(['all of it now'])
  }
  const { text } = await ingest({
    file: 'a.eml',
    bytes: Buffer.from(mail('text/plain', `Update no 681 10th October 2025${end}Updates`)),
  })
  expect(text?.split('\n').filter(line => line !== '')).toEqual(['Update no 681 10th October 2025', 'Updates'])
})
