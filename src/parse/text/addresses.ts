/** Web and e-mail addresses that a page's width broke over two lines. */
import { LinkifyIt } from 'linkify-it'
import type { Line } from './lines.ts'

const linkify = new LinkifyIt()

const lastWord = /(?<!\S)\S+$/u
const firstWord = /^\S+/u
const mayBeCut = /@|:\/\/|www\./iu

/**
 * Whether a line break is inside an address: "https://example.org/elective-" / "home-education", "home.education@" / "example.org",
 * "home.education" / "@example.org". Only where the two together are an address, and the first alone is not, or leads on.
 */
export function isCutInAddress(above: string, line: string): boolean {
  const end = lastWord.exec(above)?.[0] ?? ''
  const start = firstWord.exec(line)?.[0] ?? ''
  if (start.startsWith('@') ? !/[\p{L}\d]$/u.test(end) : !mayBeCut.test(end)) return false
  if (/[>)\]”"]$/u.test(end)) return false
  return end.includes('://') || end.includes('www.') ? webGoesOn(end, start) : mailGoesOn(end, start)
}

function mailGoesOn(end: string, start: string): boolean {
  const whole = mailIn(end + start)
  if (whole === null || whole.length <= end.replace(/^\W+/u, '').length) return false
  if (end.endsWith('@') || start.startsWith('@') || end.endsWith('-')) return true
  // "a.name@example." / "org"; "a.name@example.gov." / "uk"
  return end.endsWith('.') && /^[a-z]/u.test(start) && (mailIn(end.slice(0, -1)) === null || /^uk\b/u.test(start))
}

const mailIn = (text: string): string | null =>
  (linkify.match(text) ?? []).find(({ schema, text: found }) => schema === 'mailto:' || found.includes('@'))?.text ??
  null

function webGoesOn(end: string, start: string): boolean {
  if (!/^[\p{Ll}\d/?&=#%_~+-]/u.test(start) || /[,;:]$/u.test(end)) return false
  // No address ends in these.
  if (/[-_=&?%+~#]$/u.test(end)) return true
  // What follows looks like the rest of one, not like a word: "publications/elective", "education-2026.pdf".
  const rest = start.replace(/[.,;:)\]>”"]+$/u, '')
  const isPath = /^[^\s/]*(?:\/[^\s/]+)+\/?$/u.test(rest) && !/^(?:and|his|her|he|she|n|w|c)\//iu.test(rest)
  return isPath
    ? !/[.]$/u.test(end) || /[a-z]/u.test(rest)
    : /(?:\/|[^.])$/u.test(end) && /^[\w%-]+-[\w%-]+(?:-[\w%-]+)+$|\.(?:pdf|html?|aspx?|php|docx?|xlsx?)$/iu.test(rest)
}

/** The lines, with those that an address runs across joined. */
export function joinedTexts(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    if (above !== undefined && isCutInAddress(above, line)) joined[joined.length - 1] = above + line
    else joined.push(line)
  }
  return joined
}

/** The same, each with the line on which it begins. */
export function joinedLines(lines: readonly Line[]): { line: Line; text: string }[] {
  const joined: { line: Line; text: string }[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    if (above !== undefined && isCutInAddress(above.text, line.text)) above.text += line.text
    else joined.push({ line, text: line.text })
  }
  return joined
}
