/** A Word document → the HTML that mammoth makes of it → lines and links. */
import mammoth from 'mammoth'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type Ingested, placeOfFile, type RawFile, refused } from '../ingested.ts'
import { readHtml } from './page.ts'
import { withPlainFields } from './word-fields.ts'
import { unzip, ZipFault, zipped } from './zip.ts'

/** Mostly pictures, which are not read. */
const MOST_BYTES = 50_000_000
/** Of the text alone, unpacked: a real update has 0.3 MB. */
const MOST_TEXT = 20_000_000

/** What text, links, lists and notes are in; no pictures, fonts and macros. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w./-]+\.(?:xml|rels))$/u
const NOT_READ = /^word\/(?:theme|webSettings|settings|fontTable|vbaData|people|stylesWithEffects|glossary)/u

export async function readWord({ file, bytes }: RawFile): Promise<Ingested> {
  const at = placeOfFile(file)
  if (bytes.length > MOST_BYTES) return refused(diagnose('huge-file', at, { bytes: bytes.length }))
  try {
    const parts = unzip(bytes, name => PARTS.test(name) && !NOT_READ.test(name), MOST_TEXT)
    if (!parts.has('word/document.xml')) return refused(diagnose('damaged-document', at, {}))
    for (const [name, part] of parts)
      if (/^word\/(?:document|footnotes|endnotes)\.xml$/u.test(name))
        parts.set(name, Buffer.from(withPlainFields(part.toString('utf8'))))
    const { value, messages } = await mammoth.convertToHtml({ buffer: zipped(parts) }, OPTIONS)
    // The class that Word's own HTML has, by which `htmlLines` knows how Word's paragraphs are meant.
    const html = withoutSwitches(value).replaceAll('<p>', '<p class="MsoNormal">')
    const read = readHtml(html, file)
    return { ...read, origin: null, diagnostics: [...lostContent(messages, file), ...read.diagnostics] }
  } catch (error) {
    if (error instanceof ZipFault && error.reason === 'too large') return refused(diagnose('swollen-document', at, {}))
    // What mammoth throws is about the document: its XML is cut off, or a part is missing.
    return refused(diagnose('damaged-document', at, {}))
  }
}

const OPTIONS = {
  styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
  // The picture's words are all that is shown; the picture itself is not even in the zip file any more.
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  externalFileAccess: false,
  // Where they part the others, they are the text's blank lines.
  ignoreEmptyParagraphs: false,
}

/**
 * `HYPERLINK "https://example.org" \\l "part" \\o "A tip"`: mammoth takes everything up to the last quote for the address. The
 * place in the page belongs to it, the tip does not.
 */
const withoutSwitches = (html: string): string =>
  html.replace(
    /href="(?<address>[^"]*?)&quot;(?: +\\l +&quot;(?<place>[^"&]*))?[^"]*"/gu,
    (_, address: string, place: string | undefined) => `href="${address}${place === undefined ? '' : `#${place}`}"`,
  )

/** A style that mammoth does not know changes how words look; anything else may be words that are not there. */
function lostContent(messages: readonly { message: string }[], file: string): Diagnostic[] {
  const lost = messages.map(({ message }) => message).filter(message => !HARMLESS.test(message))
  const kinds = [...new Set(lost)]
  return kinds.length === 0 ? [] : [diagnose('unread-content', placeOfFile(file), { kinds: kinds.slice(0, 5) })]
}
const HARMLESS =
  /^(?:Unrecognised (?:paragraph|run|table) style|(?:Paragraph|Run|Table) style with ID|Image of type|Ignoring complex field)/u
