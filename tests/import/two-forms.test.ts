/** An update whose text is there, and whose document is found later: its links come in, and no correction goes. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importAll } from '../../src/import/import-all.ts'
import { ingestRaw } from '../../src/import/raw/ingest-raw.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { linksIn } from '../../src/update/markdown.ts'
import { asHtml } from '../support/forms/html-forms.ts'
import { linkedLines } from '../support/forms/linked-lines.ts'
import { asDocx } from '../support/forms/word-form.ts'

const text = readFileSync('content/raw/654.txt', 'utf8')
const lines = linkedLines(text)
const sent = lines.flatMap(({ links }) => links.map(({ address }) => address))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'two-forms-'))
  mkdirSync(join(folder, 'raw'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const drop = (name: string, content: string | Buffer) => writeFileSync(join(folder, 'raw', name), content)
const file = () => join(folder, 'updates/654.md')
const run = async () =>
  importAll({
    rawDir: join(folder, 'raw'),
    updatesDir: join(folder, 'updates'),
    cacheDir: join(folder, 'cache'),
    parse: parseUpdate,
    parserVersion: '1',
    ingested: await ingestRaw({ rawDir: join(folder, 'raw'), cacheDir: join(folder, 'cache') }, '1'),
  })
const linksThere = () =>
  linksIn(readFileSync(file(), 'utf8').split('\n---\n')[1] ?? '')
    .map(({ address }) => address)
    .filter(address => address.startsWith('https://example.org/page-'))
const codes = (found: { diagnostics: { code: string }[] }) => found.diagnostics.map(({ code }) => code)

test('the text keeps its words and gets the document’s links', async () => {
  drop('654.txt', text)
  await run()
  const before = readFileSync(file(), 'utf8')
  writeFileSync(file(), before.replace('Three children playing happily together', 'Three children playing'))
  drop('654.docx', asDocx(lines))
  const found = await run()
  expect(codes(found)).not.toContain('forms-differ')
  expect(found.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(found.written).toEqual([654])
  expect(linksThere().sort()).toEqual([...sent].sort())
  expect(readFileSync(file(), 'utf8')).toContain('\nThree children playing\n')
  expect((await run()).written).toEqual([])
})

test.each([
  ['a page.html', asHtml],
  ['a document.docx', asDocx],
])('where the words of %s differ, both are shown, and those of the text are used', async (name, form) => {
  drop('654.txt', text)
  drop(name, form(linkedLines(text.replace('around 400 at any one time', 'around 500 at any one time'))))
  const found = await run()
  const diagnostic = found.diagnostics.find(({ code }) => code === 'forms-differ')
  expect(diagnostic?.at.file).toBe(`content/raw/${name}`)
  expect(diagnostic?.message).toMatch(/around 500 at any[\s\S]*around 400 at any/u)
  expect(readFileSync(file(), 'utf8')).toContain('around 400 at any one time')
  expect(linksThere()).toHaveLength(sent.length)
  expect(codes(await run())).toContain('forms-differ')
})

test('two of one form are still an error', async () => {
  drop('654.txt', text)
  drop('again.txt', `${text}\n`)
  expect(codes(await run())).toContain('raw-number-twice')
})
