/** How words are compared: what an editor would call the same words, however they were typed. */

// Text beyond this has ligatures, full-width letters and the like, which only a normal form makes comparable.
const unusual = /[^\x20-\x7e‘’“”–—…•£é]/
const quotes: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '`': "'", '´': "'", '“': '"', '”': '"' }

// Most headings have none of the signs that are written in several ways: asking once is less than replacing each.
const variants = /[‘’`´“”‐‑‒–—−&]|\s\s|[^\S ]/

function fold(text: string): string {
  const lower = (unusual.test(text) ? text.normalize('NFKC') : text).toLowerCase()
  return (variants.test(lower) ? withoutVariants(lower) : lower).trim()
}

const withoutVariants = (lower: string): string =>
  lower
    .replace(/[‘’`´“”]/gu, mark => quotes[mark] ?? mark)
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\s*&\s*|\s+/gu, space => (space.includes('&') ? ' and ' : ' '))

/** Whether a text says anything: "’" and "☎" have no letter or figure. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** A heading or label as it is compared: "TOOLS and Templates :" is "Tools & Templates". */
export const headingKey = (text: string): string => fold(text).replace(/(?<![\s:–-])[\s:–-]+$/u, '')

export const sameWords = (a: string, b: string): boolean => headingKey(a) === headingKey(b)

/** Longer than any heading or label of any layout. */
const longestPhrase = 60

/** The key of a line that may be a heading or label: short, with a capital first (so not "programme"); else ''. */
export const lineKey = (text: string): string =>
  text.length <= longestPhrase && capitalFirst.test(text) ? headingKey(text) : ''
const capitalFirst = /^[^\p{L}]{0,3}\p{Lu}/u

/** Lines that a layout knows: `keys` are compared with `lineKey`, so case, quotes, colon, and "&" for "and" do not matter. */
export type Phrases = { list: readonly Phrase[]; keys: ReadonlySet<string> }
export type Phrase = { words: string; key: string }
export function phrases(...known: string[]): Phrases {
  const list = known.map(words => ({ words, key: headingKey(words) }))
  return { list, keys: new Set(list.map(({ key }) => key)) }
}

/** The words of a text, folded, without punctuation; "children's" is "children". */
export function wordsOf(text: string): string[] {
  const mayBeForeign = unusual.test(text)
  const plain = (mayBeForeign ? text.normalize('NFKC') : text)
    .toLowerCase()
    .replace(/['‘’`´](?:s\b)?/gu, '')
    .replaceAll('&', ' and ')
  // Latin letters are recognised faster than letters of any script, and few texts have others.
  return plain.match(mayBeForeign && otherScripts.test(plain) ? wordOfAnyScript : latinWord) ?? []
}
const otherScripts = /[^\n -\u024f\u2000-\u20ff]/
const latinWord = /[a-z0-9\u00b5-\u024f]+/g
const wordOfAnyScript = /[\p{L}\p{N}]+/gu

const smallWords = new Set(
  'a an and are as at be been by can for from has have here how i in into is it its new of on or our out over published report that the their them they this those to up was we were what which who will with you your'.split(
    ' ',
  ),
)
/** The words that show what a text is about, a plural counted as its singular. */
export const distinctiveWords = (text: string): string[] => distinctiveOf(wordsOf(text))

/** … of words that are folded already. */
export const distinctiveOf = (words: readonly string[]): string[] =>
  words.filter(word => word.length > 1 && !smallWords.has(word)).map(word => (word.length > 4 ? singular(word) : word))

const singular = (word: string): string => {
  if (!word.endsWith('s')) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}
