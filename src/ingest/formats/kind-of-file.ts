/** What a file is, by its first bytes: its name may be wrong. */

export type FileKind =
  | { kind: 'text' | 'page' | 'word' | 'mail' | 'export' }
  /** A format that is not read here; `remedy` says how to get one that is. */
  | { kind: 'refused'; name: string; remedy: string }

const refuse = (name: string, remedy: string): FileKind => ({ kind: 'refused', name, remedy })

const SAVE_AS_DOCX = 'open it in Word and save it as .docx'
const COPY_OUT = 'find the Word document, web page or email it was made from, or copy its text into a .txt file'

export function kindOfFile(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8192))
  const latin = start.toString('latin1')
  if (latin.startsWith('PK\u0003\u0004') || latin.startsWith('PK\u0005\u0006')) return zipKind(bytes, latin)
  if (latin.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return compoundKind(bytes)
  if (latin.includes('%PDF-', 0) && latin.indexOf('%PDF-') < 1024) return refuse('a PDF', COPY_OUT)
  if (latin.startsWith('{\\rtf')) return refuse('rich text (RTF)', SAVE_AS_DOCX)
  // UTF-16 has a zero beside each letter: what is looked for are letters of ASCII.
  const letters = latin.replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/u, '').replaceAll('\0', '')
  if (isExport(letters)) return { kind: 'export' }
  if (isPage(letters)) return { kind: 'page' }
  return { kind: isMail(letters) ? 'mail' : 'text' }
}

function zipKind(bytes: Uint8Array, start: string): FileKind {
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument'))
    return refuse('an OpenDocument text (.odt)', SAVE_AS_DOCX)
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (names.includes('word/document')) return { kind: 'word' }
  return refuse(
    'a zip file without a whole Word document',
    'if it is a Word document, it is damaged: save or copy it again; otherwise unpack it and import the files inside',
  )
}

/** Word before 2007, Outlook's own mails and locked documents are all "compound files": their parts have names in UTF-16. */
function compoundKind(bytes: Uint8Array): FileKind {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string) => whole.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage'))
    return refuse(
      'a password-protected document',
      'open it in Word, remove the password (File, Info, Protect Document) and save it',
    )
  if (has('__substg1.0_') || has('__properties_version1.0'))
    return refuse(
      'an Outlook message (.msg)',
      'open it in Outlook and save it as .eml or .html, or copy its text into a Word document',
    )
  if (has('WordDocument')) return refuse('an old Word document (.doc)', SAVE_AS_DOCX)
  return refuse('a document from an old Office program', SAVE_AS_DOCX)
}

const isExport = (start: string): boolean =>
  /<rss\b[^>]*xmlns:wp=/u.test(start) || /wordpress\.org\/export\//u.test(start)

/** A document, or a piece of one as a browser or WordPress hands it over. */
const isPage = (start: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table|ul|ol|figure|span|font|center|blockquote|style|link)\b/iu.test(
    start,
  )

const HEADERS =
  /^(?:from|to|cc|bcc|subject|date|sender|reply-to|received|mime-version|message-id|content-type|content-transfer-encoding|return-path|delivered-to|thread-topic|thread-index|accept-language|importance|list-id|dkim-signature|x-[\w-]+|arc-[\w-]+|authentication-results)$/iu
const SURE_HEADERS = /^(?:received|mime-version|message-id|content-type|return-path|delivered-to)$/iu

/** Begins with a block of mail headers, one of them a header that no one types. */
function isMail(start: string): boolean {
  const lines = start.replace(/^(?:From \S.*\r?\n)?/u, '').split(/\r\n?|\n/u)
  const names: string[] = []
  for (const line of lines) {
    if (/^[ \t]/u.test(line) && names.length > 0) continue
    const name = /^(?<name>[\w-]+):/u.exec(line)?.groups?.name
    if (name === undefined) break
    names.push(name)
  }
  return names.filter(name => HEADERS.test(name)).length >= 2 && names.some(name => SURE_HEADERS.test(name))
}
