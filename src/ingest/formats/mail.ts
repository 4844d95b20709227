/** A saved mail → lines and links: of its HTML where it has some, because its plain text has lost the links. */
import PostalMime, { type Email } from 'postal-mime'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import { withPlainLineEnds } from '../../update/line-ends.ts'
import { readable } from '../decode.ts'
import { withFirstLine, withoutFirstLines } from '../html/shift-lines.ts'
import { mastheadOf } from '../html/update-in-page.ts'
import { type Ingested, placeOfFile, type RawFile, refused } from '../ingested.ts'
import { readHtml } from './page.ts'
import { cleanedText } from './plain-text.ts'
import { readWord } from './word.ts'

/** With its attachments. */
const MOST_BYTES = 50_000_000

export async function readMail({ file, bytes }: RawFile): Promise<Ingested> {
  const at = placeOfFile(file)
  if (bytes.length > MOST_BYTES) return refused(diagnose('huge-file', at, { bytes: bytes.length }))
  if (isCutOff(bytes)) return refused(diagnose('cut-off-mail', at, {}))
  const mail = await parsed(bytes)
  if (mail === null) return refused(diagnose('damaged-document', at, {}))
  const body = readBody(mail, file)
  // The mail says "please find attached", and the newsletter is the attachment.
  const attached = body.text === null || !hasMasthead(body.text) ? await readAttachment(mail, file) : null
  return attached ?? withSubject(withoutEnvelope(body), mail.subject ?? '')
}

async function parsed(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 20 })
  } catch {
    return null
  }
}

function readBody({ html, text }: Email, file: string): Ingested {
  if (html !== undefined && html.trim() !== '') return { ...readHtml(html, file), origin: null }
  const read = readable(withPlainLineEnds(text ?? ''), file)
  return read.text === null ? refused(...read.diagnostics) : cleanedText({ ...read, text: read.text }, file)
}

async function readAttachment({ attachments }: Email, file: string): Promise<Ingested | null> {
  for (const { filename, content } of attachments) {
    if (!/\.docx$/iu.test(filename ?? '') || typeof content === 'string') continue
    const read = await readWord({ file, bytes: new Uint8Array(content) })
    if (read.text !== null && hasMasthead(read.text)) return read
  }
  return null
}

/** A mail of several parts ends with a line that says so. */
function isCutOff(bytes: Uint8Array): boolean {
  const head =
    Buffer.from(bytes.subarray(0, 65_536))
      .toString('latin1')
      .split(/\r?\n\r?\n/u, 1)[0] ?? ''
  const boundary =
    /^content-type:\s*multipart\/[^;]+;(?:[^"\n]|\r?\n\s|"[^"]*")*?boundary\s*=\s*"?(?<boundary>[^";\r\n]+)"?/imu.exec(
      head,
    )?.groups?.boundary
  return boundary !== undefined && !Buffer.from(bytes).includes(`--${boundary.trim()}--`)
}

const linesOf = (text: string): string[] => text.split('\n')
const hasMasthead = (text: string): boolean => linesOf(text).some(isMasthead)
const isMasthead = (line: string): boolean => line.length <= 100 && mastheadOf(line) !== null && !ENVELOPE.test(line)

/** A forwarded mail has its envelope above its text, in the languages that Outlook writes here: no reader needs it. */
const ENVELOPE =
  /^\s*>*\s*\*?(?:from|sent|to|cc|bcc|date|subject|reply-to|importance|attachments)\*?:|^\s*(?:-+\s*(?:original|forwarded) message|begin forwarded message)/iu

function withoutEnvelope(read: Ingested): Ingested {
  if (read.text === null) return read
  const lines = linesOf(read.text)
  const first = lines.findIndex(isMasthead)
  const above = lines.slice(0, first === -1 ? 40 : first)
  const last = above.findLastIndex(line => ENVELOPE.test(line))
  return last === -1 ? read : { ...read, ...withoutFirstLines({ ...read, text: read.text }, last + 1) }
}

/** The subject says which update it is where the text does not. */
function withSubject(read: Ingested, subject: string): Ingested {
  const masthead = mastheadOf(subject)
  if (read.text === null || masthead === null || hasMasthead(read.text)) return read
  return { ...read, ...withFirstLine({ ...read, text: read.text }, masthead) }
}
