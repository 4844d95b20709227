/** A saved web page, Word's HTML, or the HTML of a mail → lines and links. */
import iconv from 'iconv-lite'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { charactersOf, readable } from '../decode.ts'
import type { HtmlLines } from '../html/html-lines.ts'
import { baseOf, originOf } from '../html/page-origin.ts'
import { parsePage } from '../html/parse-page.ts'
import { updateInPage } from '../html/update-in-page.ts'
import { type Ingested, placeOfFile, type RawFile, refused } from '../ingested.ts'

/** A saved page has half a megabyte at most; one with its pictures inside, a few. */
const MOST_BYTES = 10_000_000

export function readPage({ file, bytes }: RawFile): Ingested {
  if (bytes.length > MOST_BYTES) return refused(diagnose('huge-file', placeOfFile(file), { bytes: bytes.length }))
  return readHtml(decodedPage(bytes), file)
}

/** `html` of any origin; its line ends do not matter. */
export function readHtml(html: string, file: string): Ingested {
  try {
    const document = parsePage(withoutPictures(html))
    const found = updateInPage(document, baseOf(document, html))
    const { text, diagnostics } = readable(found.text, file)
    if (text === null) return refused(...diagnostics)
    const links = text === found.text ? found.links : realigned(found, text)
    return { text, links, origin: originOf(document), diagnostics: [...diagnostics, ...aboutAddresses(found, file)] }
  } catch (error) {
    // Elements nested ten thousand deep: no real page has that.
    if (error instanceof RangeError) return refused(diagnose('tangled-page', placeOfFile(file), {}))
    throw error
  }
}

/** Pictures that are inside the file are most of it. */
const withoutPictures = (html: string): string =>
  html.replace(/\bdata:image\/[\w.+-]+;base64,[A-Za-z\d+/=\s]{100,}/gu, '')

/** UTF-8 where it is UTF-8; else as the page says ("windows-1252"); else as most likely. */
function decodedPage(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const said = /<meta[^>]+charset\s*=\s*["']?\s*(?<charset>[\w-]+)/iu.exec(start)?.groups?.charset
  const isUtf16 = /^(?:\xFF\xFE|\xFE\xFF)|\0/u.test(start)
  if (said === undefined || isUtf16 || /^utf-?(?:8|16)/iu.test(said) || !iconv.encodingExists(said))
    return charactersOf(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // What calls itself ISO 8859-1 on the web is Windows-1252.
    return iconv.decode(Buffer.from(bytes), /^(?:iso-?8859-?1|latin-?1|us-ascii)$/iu.test(said) ? 'win1252' : said)
  }
}

/** Repairing a line changes its length: its links are found again by their words. */
function realigned(found: HtmlLines, text: string): Ingested['links'] {
  const [before, after] = [found.text.split('\n'), text.split('\n')]
  return found.links.flatMap(link => {
    const [was = '', is = ''] = [before[link.line - 1], after[link.line - 1]]
    if (was === is) return [link]
    const head = readable(was.slice(0, link.column - 1) || ' ', '').text?.length ?? 0
    const words = readable(was.slice(link.column - 1, link.column - 1 + link.length), '').text ?? ''
    const at = is.indexOf(words, Math.max(0, head - words.length))
    return at === -1 || words === '' ? [] : [{ ...link, column: at + 1, length: words.length }]
  })
}

/** Once for each file. */
export function aboutAddresses({ addresses, text }: Pick<HtmlLines, 'addresses' | 'text'>, file: string): Diagnostic[] {
  const { unwrapped, dropped, lost } = addresses
  const [first] = lost
  const line = first === undefined ? -1 : text.split('\n').findIndex(one => one.includes(first.words))
  const source = text.split('\n')[line] ?? null
  const at = {
    file,
    line: line + 1,
    column: (source?.indexOf(first?.words ?? '') ?? 0) + 1,
    length: first?.words.length ?? 1,
    source,
  }
  return [
    ...(unwrapped + dropped.length === 0
      ? []
      : [diagnose('cleaned-addresses', placeOfFile(file), { unwrapped, dropped: [...new Set(dropped)] })]),
    ...(first === undefined
      ? []
      : [
          diagnose('lost-address', line === -1 ? placeOfFile(file) : at, {
            href: first.href,
            words: first.words,
            count: lost.length,
          }),
        ]),
  ]
}
