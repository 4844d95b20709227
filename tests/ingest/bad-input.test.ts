/** Files that cannot be read: each is named with what to do, nothing else is touched, and memory stays bounded. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { kindOfFile } from '../../src/ingest/formats/kind-of-file.ts'
import { zipped } from '../../src/ingest/formats/zip.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { linkedLines } from '../support/forms/linked-lines.ts'
import { asMail, mailOf } from '../support/forms/mail-form.ts'
import { docxOf } from '../support/forms/word-form.ts'

const read = async (bytes: Uint8Array) => {
  const { text, diagnostics } = await ingest({ file: 'content/raw/file', bytes })
  return { text, codes: diagnostics.map(({ code }) => code), hints: diagnostics.map(({ hint }) => hint).join('\n') }
}
const compound = (part: string) =>
  Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600), Buffer.from(part, 'utf16le')])
const TEXT = 'Update no 700 6th February 2026\n\nOur plan can be found here\n'

describe('another format is named, with how to get one that can be read', () => {
  test.each([
    ['a locked .docx', compound('EncryptedPackage'), 'remove the password'],
    ['a .doc', compound('WordDocument'), 'save it as .docx'],
    ['a .msg', compound('__substg1.0_0037001F'), 'save it as .eml'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'Word document'],
    ['an .rtf', Buffer.from('{\\rtf1 Update}'), 'save it as .docx'],
    [
      'an .odt',
      Buffer.concat([
        Buffer.from('PK\u0003\u0004', 'latin1'),
        Buffer.alloc(26),
        Buffer.from('mimetypeapplication/vnd.oasis.opendocument.text'),
      ]),
      'save it as .docx',
    ],
    ['another zip file', zipped(new Map([['a.txt', Buffer.from('x')]])), 'unpack it'],
  ])('%s', async (_, bytes, remedy) => {
    const { text, codes, hints } = await read(bytes)
    expect([text, codes]).toEqual([null, ['unreadable-format']])
    expect(hints).toContain(remedy)
  })
})

describe('a damaged file is refused', () => {
  const mail = asMail(linkedLines(TEXT))
  test.each([
    ['a mail that stops in the middle', mail.subarray(0, mail.length - 200), 'cut-off-mail'],
    ['a .docx that stops in the middle', docxOf('<w:p/>').subarray(0, 900), 'damaged-document'],
    ['a .docx whose XML is cut off', docxOf('<w:p><w:r>'), 'damaged-document'],
    ['a page nested 200,000 deep', Buffer.from(`<html><body>${'<div>'.repeat(200_000)}x`), 'tangled-page'],
    ['a page of 50 MB', Buffer.alloc(50_000_000, '<p>x</p>'), 'huge-file'],
    ['a .docx of 100 MB', Buffer.concat([docxOf('<w:p/>'), Buffer.alloc(100_000_000)]), 'huge-file'],
    ['an empty page', Buffer.from('<!doctype html><html><body></body></html>'), 'empty-file'],
  ])('%s', async (_, bytes, code) => {
    const { text, codes } = await read(bytes)
    expect([text, codes]).toEqual([null, [code]])
  })

  test('a .docx that unpacks to far more than it says', async () => {
    const bomb = swollen(60_000_000)
    expect(bomb.length).toBeLessThan(200_000)
    expect(kindOfFile(bomb).kind).toBe('word')
    expect((await read(bomb)).codes).toEqual(['swollen-document'])
  })
})

/** One part, packed, whose table of contents claims that it is small. */
function swollen(size: number): Buffer {
  const name = Buffer.from('word/document.xml')
  const packed = deflateRawSync(Buffer.alloc(size, 32))
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(8, 4)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(100, 18)
  facts.writeUInt16LE(name.length, 22)
  const table = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), facts, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, name, packed, table, end])
}

test('a file is recognised by its content, not its name', async () => {
  expect(kindOfFile(Buffer.from('From: the programme\nSubject: none\n\nUpdate no 700')).kind).toBe('text')
  expect(kindOfFile(mailOf({ subject: 'x', text: 'y' })).kind).toBe('mail')
  expect(kindOfFile(Buffer.from('\uFEFF<!-- saved --><html>')).kind).toBe('page')
  expect(kindOfFile(Buffer.from('<p>Update no 700</p>')).kind).toBe('page')
  expect(kindOfFile(Buffer.from('Update no 700 <b>', 'utf16le')).kind).toBe('text')
})
