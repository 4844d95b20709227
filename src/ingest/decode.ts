/** Bytes of a text file → text with plain line ends. What cannot be decoded is reported, never dropped. */
import iconv from 'iconv-lite'
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import { countInvisible, invisible, withoutInvisible } from '../diagnostics/invisible.ts'
import { withPlainLineEnds } from '../update/line-ends.ts'
import { mayBeMojibake, repairMojibake } from './mojibake.ts'

/** A real update has 12 to 17 thousand bytes, its longest line some 1,500 characters. */
const MOST_BYTES = 2_000_000
const LONGEST_LINE = 50_000

type Decoded = { text: string | null; diagnostics: Diagnostic[] }

/**
 * Decodes a raw text: by its byte order mark, else UTF-16 by where its zero bytes are, else UTF-8, else Windows-1252.
 * Line ends of every kind (`line-ends.ts`) become "\n". Characters that were clearly spoilt on the way are repaired, and those that no one
 * sees are left out. `text` is null where the file cannot be the text of an update.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const nowhere = { file, line: 1, column: 1, length: 1, source: null }
  if (bytes.length > MOST_BYTES) return failed(diagnose('huge-file', nowhere, { bytes: bytes.length }))
  const kind = otherFormat(bytes)
  if (kind !== null) return failed(diagnose('not-plain-text', nowhere, { kind }))
  const { text: decoded, foreign } = characters(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const received = withPlainLineEnds(decoded)
  const read = readable(received, file)
  return read.text === null ? read : { ...read, diagnostics: [...mixed(received, file, foreign), ...read.diagnostics] }
}

/** What `decode` does once bytes are characters: for text that another program has decoded. Line ends are "\n". */
export function readable(received: string, file: string): Decoded {
  const nowhere = { file, line: 1, column: 1, length: 1, source: null }
  const zero = received.indexOf('\0')
  if (zero !== -1) return failed(diagnose('binary-file', { ...placeAt(received, file, zero), source: null }, {}))
  if (received.trim() === '') return failed(diagnose('empty-file', nowhere, {}))
  const endless = received.length <= LONGEST_LINE ? -1 : longLine(received)
  if (endless !== -1) return failed(endlessLine(received, file, endless))
  // Half of a character of UTF-16 is none: no web address can hold it.
  const { text: whole, diagnostics } = repaired(received.replace(/\p{Cs}/gu, '\uFFFD'), file)
  const text = withoutInvisible(whole)
  return { text, diagnostics: [...diagnostics, ...unseen(whole, file), ...doubtful(text, file)] }
}

/** Characters of bytes that do not say what they are, or say it wrongly. */
export const charactersOf = (bytes: Uint8Array): string =>
  characters(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).text

const longLine = (text: string): number => text.split('\n').findIndex(line => line.length > LONGEST_LINE)

const failed = (diagnostic: Diagnostic): Decoded => ({ text: null, diagnostics: [diagnostic] })

function endlessLine(text: string, file: string, index: number): Diagnostic {
  const source = text.split('\n')[index] ?? ''
  const place = { file, line: index + 1, column: 1, length: 1, source: source.slice(0, 200) }
  return diagnose('endless-line', place, { characters: source.length })
}

/** Documents of another program, whose text would be lost in markup. */
function otherFormat(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 64))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/u, '')
    .trimStart()
  if (start.startsWith('%PDF-')) return 'a PDF'
  if (start.startsWith('PK\u0003\u0004')) return 'a Word document or another zip file'
  if (start.startsWith('\xD0\xCF\x11\xE0')) return 'an old Word document'
  if (start.startsWith('{\\rtf')) return 'rich text (RTF)'
  return /^<(?:!doctype html|html)\b/iu.test(start) ? 'a web page' : null
}

// ── bytes → characters ──

/** `foreign`: the indices of characters that were decoded differently from the rest. */
type Characters = { text: string; foreign: number[] }

function characters(bytes: Buffer): Characters {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return whole(iconv.decode(bytes, 'utf16-le'))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return whole(iconv.decode(bytes, 'utf16-be'))
  const wide = utf16ByZeros(bytes)
  if (wide !== null) return whole(iconv.decode(bytes, wide))
  try {
    return whole(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return utf8AndWindows(bytes)
  }
}

const whole = (text: string): Characters => ({ text, foreign: [] })

/** English in UTF-16 has a zero in nearly every other byte. With zeros on both sides of the letters it is no text, and is refused. */
function utf16ByZeros(bytes: Buffer): 'utf16-le' | 'utf16-be' | null {
  const sample = bytes.subarray(0, 4096)
  if (!sample.includes(0)) return null
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = sample.length / 2
  if (odd > most * 0.6) return 'utf16-le'
  return even > most * 0.6 ? 'utf16-be' : null
}

/** One character of two to four bytes in UTF-8, or a single byte that is none. */
const HIGH_BYTES = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/gu

/**
 * Windows-1252, or UTF-8 into which bytes of Windows-1252 were pasted: each is read as what it is. (Not with
 * TextDecoder: Node 20 reads its bytes 80 to 9F, the curly quotes and dashes, as control characters.)
 */
function utf8AndWindows(bytes: Buffer): Characters {
  const latin = bytes.toString('latin1').replace(/\r\n?/gu, '\n')
  const singles: number[] = []
  let hasUtf8 = false
  let shorter = 0
  const text = latin.replace(HIGH_BYTES, (sequence: string, index: number) => {
    const encoding = sequence.length === 1 ? 'win1252' : 'utf8'
    const character = iconv.decode(Buffer.from(sequence, 'latin1'), encoding)
    if (encoding === 'win1252') singles.push(index - shorter)
    else hasUtf8 = true
    shorter += sequence.length - character.length
    return character
  })
  return { text, foreign: hasUtf8 ? singles : [] }
}

// ── what to say about them ──

function mixed(text: string, file: string, [first, ...others]: number[]): Diagnostic[] {
  if (first === undefined) return []
  return [diagnose('mixed-encodings', placeAt(text, file, first), { count: 1 + others.length })]
}

/** Repairs line by line, so that the count is one that an editor can check. */
function repaired(received: string, file: string): Decoded & { text: string } {
  if (!mayBeMojibake(received) && !LEFTOVER.test(received)) return { text: received, diagnostics: [] }
  const spoilt: { line: number; column: number; source: string }[] = []
  const lines = received.split('\n').map((source, index) => {
    const { text, first } = repairLine(source)
    if (first !== -1) spoilt.push({ line: index + 1, column: first + 1, source })
    return text
  })
  const [first] = spoilt
  if (first === undefined) return { text: received, diagnostics: [] }
  const place = { file, ...first, length: 1 }
  return { text: lines.join('\n'), diagnostics: [diagnose('repaired-text', place, { count: spoilt.length })] }
}

/** Mojibake; and what Windows-1252 or the Symbol font left behind: U+0092 for "’", U+F0B7 for "•". */
function repairLine(line: string): { text: string; first: number } {
  const { text, first } = repairMojibake(line)
  const leftover = text.search(LEFTOVER)
  if (leftover === -1) return { text, first }
  return {
    text: text.replace(new RegExp(LEFTOVER, 'gu'), left =>
      left === '\uF0B7' ? '•' : iconv.decode(Buffer.from(left, 'latin1'), 'win1252'),
    ),
    first: first === -1 ? leftover : first,
  }
}

// U+0085 stays: as a character of its own it ends a line.
const LEFTOVER = /[\x80\x82-\x84\x86-\x8C\x8E\x91-\x9C\x9E\x9F\uF0B7]/u

/** The first of the characters that no one sees, and how many there are. */
function unseen(text: string, file: string): Diagnostic[] {
  const first = text.search(invisible)
  if (first === -1) return []
  return [diagnose('invisible-characters', placeAt(text, file, first), { count: countInvisible(text) })]
}

/**
 * Lost characters (U+FFFD), control and private characters, and a capital letter with an accent in the middle of a
 * word: in "donÕt" a Macintosh's "’" was read as Windows-1252, and only a reader can tell.
 */
function doubtful(text: string, file: string): Diagnostic[] {
  const lost = [...text.matchAll(/\uFFFD/gu)]
  const odd = [...text.matchAll(IMPROBABLE)]
  return [
    ...lost
      .slice(0, 1)
      .map(({ index }) => diagnose('lost-character', placeAt(text, file, index), { count: lost.length })),
    ...odd
      .slice(0, 1)
      .map(({ 0: printed, index }) =>
        diagnose('improbable-character', placeAt(text, file, index), { printed, count: odd.length }),
      ),
  ]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const IMPROBABLE = /[\x01-\x08\x0E-\x1F\x7F\uE000-\uF8FF]|[\u00C0-\u00DE](?<=\p{Ll}.)(?=\p{Ll}|\P{L})/gu

function placeAt(text: string, file: string, index: number): Place {
  const before = text.slice(0, index).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  const source = text.slice(index - column + 1).split('\n', 1)[0] ?? ''
  return { file, line: before.length, column, length: 1, source }
}
