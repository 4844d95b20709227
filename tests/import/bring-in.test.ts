/** Files from anywhere, and WordPress exports, on their way to content/raw and to the addresses they had. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readContent } from '../../src/archive/content/read-content.ts'
import { bringIn } from '../../src/import/bring-in.ts'
import { importAll } from '../../src/import/import-all.ts'
import { ingestRaw } from '../../src/import/raw/ingest-raw.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { oldPostAddresses, redirects } from '../../src/publish/site-files/redirects.ts'
import { asHtmlBody } from '../support/forms/html-forms.ts'
import { linkedLines } from '../support/forms/linked-lines.ts'
import { asDocx } from '../support/forms/word-form.ts'
import { aSite } from '../support/sample-updates.ts'

const textOf = (number: number) => `Update no ${number} 6th March 2026

Newsletters

Our plan can be found here

Updates

Otters are back

On 2 March The River Board published The state of the rivers

Contact Details

Keeper: Ada Brook (The River Board)

ada.brook@example.org
`

const post = (id: number, fields: { title: string; html: string; type?: string; status?: string }) => `<item>
<title><![CDATA[${fields.title}]]></title><link>https://old.example.org/newsletters/post-${id}/</link>
<content:encoded><![CDATA[${fields.html}]]></content:encoded><wp:post_id>${id}</wp:post_id>
<wp:status>${fields.status ?? 'publish'}</wp:status><wp:post_type>${fields.type ?? 'post'}</wp:post_type></item>`

const exportOf = (...items: string[]) => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:wxr_version>1.2</wp:wxr_version>${items.join('\n')}</channel></rss>`

const modern = asHtmlBody(linkedLines(textOf(701)).slice(2))
/** The classic editor's: no `<p>`, a caption as a shortcode, a relative link. */
const classic = textOf(702)
  .split('\n')
  .slice(2)
  .join('\n')
  .replace('here', '<a href="/plan.pdf?utm_source=x">here</a>')
  .replace('Newsletters', '[caption id="a" width="3"]<img src="x.jpg" alt=""> Two otters[/caption]\n\nNewsletters')
const EXPORT = exportOf(
  post(8850, { title: 'A new website', html: '<p>Hello</p>' }),
  post(8851, { title: 'Update no 701 6th March 2026', html: modern }),
  post(8852, { title: 'Update no 702 6th March 2026', html: classic }),
  post(8853, { title: 'Update no 703 6th March 2026', html: modern, status: 'draft' }),
  post(8854, { title: 'Update no 702 6th March 2026', html: modern }),
  post(8855, { title: 'About', html: '<p>x</p>', type: 'page' }),
)

let folder: string
let rawDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bring-in-'))
  rawDir = join(folder, 'raw')
  mkdirSync(rawDir)
})
afterEach(() => rmSync(folder, { recursive: true }))

const bring = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return bringIn({ files: [join(folder, name)], rawDir })
}
const importRaw = async () =>
  importAll({
    rawDir,
    updatesDir: join(folder, 'updates'),
    cacheDir: join(folder, 'cache'),
    parse: parseUpdate,
    parserVersion: '1',
    ingested: await ingestRaw({ rawDir, cacheDir: join(folder, 'cache') }, '1'),
  })

test('an export becomes a page for each update, once; the other posts are named', async () => {
  const first = await bring('export.xml', EXPORT)
  expect(first.written).toEqual(['2026/701.html', '2026/702.html'])
  expect(first.leftOut).toEqual([
    { id: 8853, title: 'Update no 703 6th March 2026', because: 'it is not published (draft)' },
    { title: 'A new website', because: "cannot find the update's number and date" },
    { title: 'Update no 702 6th March 2026', because: 'update 702 is already post 8852 of this export' },
  ])
  expect(first.diagnostics).toEqual([])
  const again = await bring('export.xml', EXPORT)
  expect(again).toMatchObject({ written: [], unchanged: ['2026/701.html', '2026/702.html'], diagnostics: [] })
})

test('its updates have their links, their captions, and their old addresses', async () => {
  await bring('export.xml', EXPORT)
  const { written, diagnostics } = await importRaw()
  expect(written).toEqual([701, 702])
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const classicFile = readFileSync(join(folder, 'updates/702.md'), 'utf8')
  expect(classicFile).toContain('Our plan can be found [here](https://old.example.org/plan.pdf)')
  expect(classicFile).toContain('\nTwo otters\n')
  expect(classicFile).toContain('origin: { post: "8852", address: "https://old.example.org/newsletters/post-8852/" }')
  const { updates, authorities } = readContent(folder)
  const { archive } = buildArchive({ updates, authorities, site: aSite() })
  expect(oldPostAddresses(archive.site)).toEqual({ 8851: '/updates/701/', 8852: '/updates/702/' })
  expect(redirects(archive)).toContainEqual({ from: '/newsletters/post-8852/', to: '/updates/702/' })
  expect((await importRaw()).written).toEqual([])
})

test('an update is copied under its number, and never over another file', async () => {
  const bytes = asDocx(linkedLines(textOf(704)))
  expect((await bring('Friday (final).docx', bytes)).written).toEqual(['704.docx'])
  expect(readFileSync(join(rawDir, '704.docx'))).toEqual(bytes)
  expect((await bring('copy.docx', bytes)).unchanged).toEqual(['copy.docx'])
  const other = await bring('other.docx', asDocx(linkedLines(textOf(704).replace('Otters', 'Beavers'))))
  expect(other.diagnostics.map(({ code, at }) => `${code} ${at.file}`)).toEqual([
    'raw-file-differs content/raw/704.docx',
  ])
  expect(readFileSync(join(rawDir, '704.docx'))).toEqual(bytes)
})

test.each([
  ['a file that is not there', null, 'no-such-file'],
  ['a text that is no update', 'Hello', 'no-masthead'],
  ['an export without updates', exportOf(post(1, { title: 'x', html: 'y' })), 'export-without-updates'],
  ['an export that is cut off', EXPORT.slice(0, -200), 'damaged-export'],
])('%s is named, and nothing is written', async (_, content, code) => {
  const { diagnostics } =
    content === null ? await bringIn({ files: [join(folder, 'nowhere.docx')], rawDir }) : await bring('file', content)
  expect(diagnostics.map(one => one.code)).toEqual([code])
  expect(readdirSync(rawDir)).toEqual([])
})
