/** The same newsletter as text, web page, Word document and mail is the same update, and every link is where it was. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { weaveLinks } from '../../src/import/raw/weave-links.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { readUpdateFile, writeUpdateFile } from '../../src/update/file/update-file.ts'
import { linksIn } from '../../src/update/markdown.ts'
import { asHtml, asWordHtml, asWordPressPage } from '../support/forms/html-forms.ts'
import { type LinkedLine, linkedLines } from '../support/forms/linked-lines.ts'
import { asMail } from '../support/forms/mail-form.ts'
import { asDocx } from '../support/forms/word-form.ts'

const forms: Record<string, (lines: readonly LinkedLine[]) => Buffer> = {
  'a web page': asHtml,
  'a WordPress page with menus and a sidebar': asWordPressPage,
  'Word’s HTML': asWordHtml,
  'a Word document': asDocx,
  'an Outlook mail': asMail,
}
const texts = readdirSync('content/raw').filter(name => /^(?:389|593|654|681)\.txt$/u.test(name))

/** Runs of spaces are one in HTML, and characters that no one sees are left out. */
const folded = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/[\u200B\u00AD]/gu, ' ')
      .replace(/ {2,}/gu, ' ')
      .replaceAll(' "', '"'),
  )

describe.each(Object.entries(forms))('%s', (_, form) => {
  test.each(texts)('%s', async name => {
    const raw = readFileSync(`content/raw/${name}`, 'utf8')
    const lines = linkedLines(raw)
    const sent = lines.flatMap(({ links }) => links.map(({ address }) => address))
    const { text, links, diagnostics } = await ingest({ file: name, bytes: form(lines) })
    const { update } = parseUpdate(text ?? '', name)
    if (text === null || update === null) throw new Error(JSON.stringify(diagnostics))
    expect(folded(update)).toEqual(folded(parseUpdate(raw, name).update))

    const woven = weaveLinks(update, text, links)
    expect(woven.lost).toEqual([])
    const file = writeUpdateFile(woven.update)
    expect(readUpdateFile(file, name)).toEqual({ update: woven.update, diagnostics: [] })
    const onPage = linksIn(file.slice(file.indexOf('\n---\n') + 5)).map(({ address }) => address)
    expect(onPage.filter(address => address.startsWith('https://example.org/page-')).sort()).toEqual(sent.sort())
    // Nothing is left of who received the e-mail.
    expect(text + file).not.toContain('reader')
  })
})
