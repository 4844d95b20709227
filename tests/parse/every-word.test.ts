/** Raw text → Markdown → archive → page: every word is there, in the printed order. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readContent } from '../../src/archive/content/read-content.ts'
import { decode } from '../../src/ingest/decode.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { readUpdateFile, writeUpdateFile } from '../../src/update/file/update-file.ts'
import { renderedPages } from '../support/site/rendered-pages.ts'

const texts = ['content/raw', 'tests/golden']
  .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`))
  .filter(file => /^content\/raw\/.*\.txt$|\/raw\.txt$/u.test(file))
  .sort()
const { authorities, site } = readContent('content')

/** Only letters and figures: a reader would not miss quotes, dashes and spaces. */
const wordsOf = (text: string): string[] => text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []

function textOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? ''
  return main
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gu, ' ')
    .replace(/<\/?(?:a|em|strong|b|i|span|time|cite)\b[^>]*>/gu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&#39;/gu, "'")
    .replace(/&amp;/gu, '&')
}

function pageOf(text: string, file: string): string {
  const { update } = parseUpdate(text, file)
  if (update === null) throw new Error(`${file} cannot be read`)
  const { update: again } = readUpdateFile(writeUpdateFile(update), 'content/updates/1.md')
  if (again === null || site === null || authorities === null) throw new Error(`${file} cannot be read again`)
  const { archive } = buildArchive({ updates: [again], authorities, site })
  const page = renderedPages(archive).find(({ address }) => address === `/updates/${update.number}/`)
  return textOf(page?.html ?? '')
}

/** Words of the first text that the second lacks, each counted as often as it is missing. */
function missing(printed: string[], shown: string[]): string[] {
  const left = new Map<string, number>()
  for (const word of shown) left.set(word, (left.get(word) ?? 0) + 1)
  return printed.filter(word => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}

/** The lines that are out of order: each is looked for from where the last one ended. */
function outOfOrder(lines: string[], page: string): string[] {
  let from = 0
  return lines.filter(line => {
    const at = page.indexOf(line, from)
    if (at >= 0) from = at + line.length
    return at < 0
  })
}

test.each(texts)('%s', file => {
  const text = decode(readFileSync(file), file).text ?? ''
  const page = pageOf(text, file)
  expect(missing(wordsOf(text), wordsOf(page))).toEqual([])

  // The masthead is the page's heading, wherever the text prints it; the standing text is below it. A line of two fused
  // entries is two on the page, so a line is found by its first words.
  const masthead = /^\s*(?:friday\s+)?update\b[^\n]{0,40}\d/iu
  const inOrder = wordsOf(page).join(' ')
  const lines = text
    .split(/\r\n|\r|\n/u)
    .filter(line => !masthead.test(line))
    .map(line => wordsOf(line).slice(0, 8).join(' '))
    .filter(line => line.includes(' '))
  expect(outOfOrder(lines, inOrder)).toEqual([])
})
