/**
 * Text that was UTF-8, was read as Windows-1252 and saved again: "â€™" for "’". Two tests tell it from text that only looks
 * odd: its characters, as bytes, are UTF-8 again, and what they then say can be English prose.
 * (fix-utf8 knows a fixed table, without "Â" + NBSP and pictures, and normalises the rest of the text as well.)
 */
import iconv from 'iconv-lite'

/** Characters that Windows-1252 has for the bytes 80 to FF; browsers leave five of those as control characters. */
const HIGH = '\u0080-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const RUN = new RegExp(`[${HIGH}]{2,}`, 'g')
/** UTF-8 of one character of two to four bytes, each byte a character. */
const UTF8 = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/gu
/** Accented letters, quotes, dashes, bullets, currency, arrows, pictures. Not "ɔ", which “CAFÉ” would else give: É + ”. */
const PLAUSIBLE =
  /^[\u00A0-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u02C6\u02DC\u2010-\u205F\u20AC\u2122\u2190-\u27BF\u{1F000}-\u{1FAFF}]$/u

/** Whether a text has two such characters side by side: most have none, and are right. */
export const mayBeMojibake = (text: string): boolean => text.search(RUN) !== -1

/** The text repaired, and the first index at which it was wrong: -1 where it was right. What was spoilt twice is repaired twice. */
export function repairMojibake(text: string): { text: string; first: number } {
  let first = -1
  const repaired = text.replace(RUN, (run: string, index: number) => {
    const { text, first: wrongAt } = repairRun(run)
    if (first === -1 && wrongAt !== -1) first = index + wrongAt
    return text
  })
  return first === -1 ? { text, first } : { text: repairMojibake(repaired).text, first }
}

function repairRun(run: string): { text: string; first: number } {
  let repaired = ''
  let done = 0
  let first = -1
  for (const { 0: bytes, index } of asBytes(run).matchAll(UTF8)) {
    const character = Buffer.from(bytes, 'latin1').toString('utf8')
    if (!PLAUSIBLE.test(character)) continue
    if (first === -1) first = index
    repaired += run.slice(done, index) + character
    done = index + bytes.length
  }
  return { text: repaired + run.slice(done), first }
}

/** One character for each byte that the run had. */
const asBytes = (run: string): string =>
  run.replace(/[^\0-\u00FF]/gu, character => iconv.encode(character, 'win1252').toString('latin1'))
