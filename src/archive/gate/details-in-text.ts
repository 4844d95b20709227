/** Email addresses and telephone numbers in flattened text: shapes rather than validity, since a misprinted number is someone's too. */
import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import type { Stretch } from './withheld-names.ts'

const stretchesOf = (text: string, pattern: RegExp): Stretch[] =>
  [...text.matchAll(pattern)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    found: match[0],
  }))

// Each pattern begins where a run of its characters does: else a long run would be read again from each of its characters.
/** "[at]", "(@)", "{at}", with a space or line end around it or not. */
const bracketedAt = String.raw`\s?[[({]\s?(?:at|@)\s?[\])}]\s?`
const bracketedDot = String.raw`\s?[[({]\s?(?:dot|\.)\s?[\])}]\s?`
/** Also "jo.bloggs [at] example.org", "jo.bloggs @ example.org", and an address over two lines; not "10 @ 10.30", "Tuesday @ 10.30am". */
const email = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+'’-])(?:mailto:)?[\p{L}\p{N}._%+'’-]+(?:\s{0,2}@\s{0,2}|${bracketedAt})(?!\d{1,2}\.\d{2}(?:[ap]m|hrs?)?(?![\p{L}\p{N}-]|\.\p{L}))[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?=[\p{N}-]*\p{L})[\p{L}\p{N}-]+`,
  'giu',
)

/** `found` is the address alone, with its "@". */
export const emailsIn = (text: string): Stretch[] =>
  /@|[[({]\s?at\s?[\])}]/iu.test(text)
    ? stretchesOf(text, email).map(hit => ({ ...hit, found: undisguised(hit.found) }))
    : []

/** "jo{at}example.org", "jo%40example.org", "jo&#64;example.org"; a sign that no address has ("jo@exa´mple.org"). */
const withAnySign = new RegExp(
  String.raw`(?:"[^"\n]{1,64}"|(?<![^\s<>()[\]{},;:"“”@])[^\s<>()[\]{},;:"“”@]+)(?:@|${bracketedAt}|%(?:25)*40|&(?:#64|#x40|commat);)[^\s<>()[\]{},;:"“”@]*[\p{L}\p{N}](?:${bracketedDot}[\p{L}\p{N}-]+)*`,
  'giu',
)
/** "jo at example dot org". */
const inWords = /(?<![\p{L}\p{N}._+'’-])[\p{L}\p{N}._+'’-]+ at [\p{L}\p{N}-]+(?: dot [\p{L}\p{N}-]+)+/giu

/** What is written so that programs do not find it, or was spoilt on the way. It may have a word too many. */
export function disguisedEmailsIn(text: string): Stretch[] {
  if (!/@|%40|%2540|[[({]\s?at\s?[\])}]|&(?:#64|#x40|commat);| dot /iu.test(text)) return []
  const prose = withoutWebAddresses(text)
  return [withAnySign, inWords].flatMap(shape => stretchesOf(prose, shape))
}

/** The address that is meant: "jo [at] example dot org" is "jo@example.org". */
export const undisguised = (found: string): string =>
  found
    .replace(/^mailto:/iu, '')
    .replace(/\s*[[({]\s?(?:at|@)\s?[\])}]\s*|\s+(?:at|@)\s+|%(?:25)*40|&(?:#64|#x40|commat);/iu, '@')
    .replace(/\s*[[({]\s?(?:dot|\.)\s?[\])}]\s*| dot /giu, '.')

/** "https://example.org/@kent" is no mailbox. Every character keeps its place. */
const withoutWebAddresses = (text: string): string => text.replace(webAddress, address => '·'.repeat(address.length))
const webAddress = /\b(?:https?:\/\/|www\.)\S+/giu

const manyDigits = /\d(?:\D{0,3}\d){8}/u
/** Dashes of any kind, spaces and dots are in days and hours too. */
const sign = '[ .‐-―−-]'
const numbers = [
  // "07700 900123", "(01632) 960-123"
  new RegExp(`(?<![\\d£$])\\(?0(?:${sign}?[()]?${sign}?\\d){8,10}(?!\\d)`, 'gu'),
  // "+44 (0)1632 960123"
  new RegExp(
    `(?<![\\d£$])(?:\\+|00)\\d{1,3}[ ./‐-―−-]?(?:\\(0\\)${sign}?)?(?:[ ./‐-―−-]?\\(?\\d\\)?){8,11}(?!\\d)`,
    'gu',
  ),
  // "07700/900123", "07700 - 900 - 123", "07700_900_123", over two lines: ten or eleven digits, three of them together first.
  /(?<![\d£$])\(?0\d{2}(?:[\s‐-―−/\\_*~|=.,:()·•-]{0,3}\d){7,8}(?!\d)/gu,
  // "7700 900123", as a table of numbers leaves it; "44 7700 900123".
  /(?<![\d£$.,/-])(?:44[ .-]?)?7\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)/gu,
]

/** "https://wa.me/447700900123" opens a chat with that number. */
const chat =
  /(?:\bhttps?:\/\/)?\b(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?phone=)(?:\+|%2b)?\d{8,15}[^\s<>"()[\]]*/giu

/** Also any other number that libphonenumber finds, except inside a web address. */
export function phonesIn(text: string): Stretch[] {
  const western = text.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, digit => String(digit.charCodeAt(0) % 16))
  if (!manyDigits.test(western)) return []
  const prose = withoutWebAddresses(western)
  // The library is slow on lists of figures.
  const candidates = /(?<!\d)0|\+/u.test(prose) ? findPhoneNumbersInText(prose, 'GB') : []
  const known = candidates
    .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt, found: prose.slice(startsAt, endsAt) }))
    .filter(({ found }) => /^\(?(?:0|\+)/u.test(found))
  return [...known, ...numbers.flatMap(shape => stretchesOf(prose, shape)), ...stretchesOf(western, chat)]
}
