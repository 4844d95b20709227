/**
 * The search index never holds an e-mail address or a phone number, whatever the site shows elsewhere.
 * If in doubt, the text is removed: a number missing from the index does no harm.
 */
import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { withDetailsReplaced } from '../archive/gate/secrets.ts'

/** "kim@example.org", also with full-width signs, spaces around the @, or spelt out: "kim (at) example dot org". */
const plainAddress = /[^\s@＠<>()[\],;:"“”]+\s?[@＠]\s?[\p{L}\p{N}][\p{L}\p{N}.．-]*[\p{L}\p{N}]/gu
const at = String.raw`\s*[[({<]\s*at\s*[\])}>]\s*|\s+at\s+(?=[\p{L}\p{N}-]+\s+dot\s)`
const dot = String.raw`\s*[[({<]\s*dot\s*[\])}>]\s*|\s+dot\s+|\.`
const spelledAddress = new RegExp(
  String.raw`[\p{L}\p{N}._+-]+(?:\s+dot\s+[\p{L}\p{N}_+-]+)*(?:${at})[\p{L}\p{N}-]+(?:(?:${dot})[\p{L}\p{N}-]+)+`,
  'giu',
)
const mailto = /\b(?:mailto|tel|sms):\S+/giu

const digit = String.raw`[\s()（）./‐‑‒–—−·-]{0,3}\p{Nd}`
const alone = (pattern: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`, 'gu')
/** "+44 (0)7700 900123", "(+44) 7700 900123", "0044 7700 900123". */
const international = alone(`(?:[+＋]|[0０][0０](?=${digit}))(?:${digit}){9,13}`)
/** "07700 900123", "01632-960-123", "(01632) 960 123", "0 7 7 0 0 …": eleven digits, or ten. */
const national = [alone(`[0０](?:${digit}){10}`), alone(`[0０](?:${digit}){9}`)]
/** "7700 900123", "44 7700 900123": valid in Britain once the missing 0 or + is added. */
const bare = alone(`[1-9１-９](?:${digit}){8,11}`)
const date = /^\p{Nd}{2}([/.-])\p{Nd}{2}\1\p{Nd}{4}/u

/** A quick test that rules out most texts. Patterns of plain characters are four times as fast. */
const mayHaveAddress = /[@＠]|\bdot\b|[[({<]\s*at\s*[\])}>]|(?:mailto|tel|sms):/i
const mayHaveNumber = (text: string): boolean =>
  mayHaveOtherDigits.test(text) ? anyNumber.test(text) : plainNumber.test(text)
/** No digits but 0 to 9 are in these blocks: Latin, Greek, Cyrillic, Hebrew, and punctuation. */
const mayHaveOtherDigits = /[^\0-\u065f\u2000-\u20ff]/
const anyNumber = /\p{Nd}(?:\P{Nd}{0,3}\p{Nd}){8}/u
const plainNumber = /[0-9](?:[^0-9]{0,3}[0-9]){8}/

/** The text with each address and number replaced by a space. Plain text in, plain text out. */
export function withoutContactDetails(text: string): string {
  const left = withoutPlain(text)
  // What the gate finds where a site shows none, in forms that only a reader sees through: "jo<b>@</b>example.org".
  return mayBeDisguised(left) ? withDetailsReplaced(left, ' ') : left
}

const mayBeDisguised = (text: string): boolean =>
  mayHaveNumber(text) || (text.includes('@') && /[<&[*_`\u0080-\uffff]/u.test(text)) || /&(?:#|commat)|%40/u.test(text)

function withoutPlain(text: string): string {
  const addressless = mayHaveAddress.test(text)
    ? text.replace(mailto, ' ').replace(plainAddress, ' ').replace(spelledAddress, ' ')
    : text
  if (!mayHaveNumber(addressless)) return addressless
  return [international, ...national]
    .reduce((rest, shape) => rest.replace(shape, number => (date.test(number) ? number : ' ')), addressless)
    .replace(bare, number => (isPhoneNumber(number) ? ' ' : number))
}

const isPhoneNumber = (printed: string): boolean => {
  const digits = printed.normalize('NFKC').replace(/\D/gu, '')
  return isValidPhoneNumber(`0${digits}`, 'GB') || (digits.startsWith('44') && isValidPhoneNumber(`+${digits}`))
}
