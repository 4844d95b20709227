/** How words are compared: what an editor would call the same words, however they were typed. */

// Text beyond this has ligatures, full-width letters and the like, which only a normal form makes comparable.
const unusual = /[^\x20-\x7e‘’“”–—…•£é]/u
const quotes: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '`': "'", '´': "'", '“': '"', '”': '"' }

const fold = (text: string) =>
  (unusual.test(text) ? text.normalize('NFKC') : text)
    .toLowerCase()
    .replace(/[‘’`´“”]/gu, mark => quotes[mark] ?? mark)
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\s*&\s*|\s+/gu, space => (space.includes('&') ? ' and ' : ' '))
    .trim()

/** A heading or label as it is compared: "TOOLS and Templates :" is "Tools & Templates". */
export const headingKey = (text: string): string => fold(text).replace(/[\s:–-]+$/u, '')

export const sameWords = (a: string, b: string): boolean => headingKey(a) === headingKey(b)

/** Longer than any heading or label of any layout. */
const longestPhrase = 60

/** The key of a line that may be a heading or label: short, and a capital first ("programme" at a line's start is none); else ''. */
export const lineKey = (text: string): string =>
  text.length <= longestPhrase && /^[^\p{L}]{0,3}\p{Lu}/u.test(text) ? headingKey(text) : ''

/** Lines that a layout knows: `keys` are compared with `lineKey`, so case, quotes, colon, and "&" for "and" do not matter. */
export type Phrases = { words: readonly string[]; keys: ReadonlySet<string> }
export const phrases = (...words: string[]): Phrases => ({ words, keys: new Set(words.map(headingKey)) })

/** The words of a text, folded, without punctuation; "children's" is "children". */
export function wordsOf(text: string): string[] {
  const plain = (unusual.test(text) ? text.normalize('NFKC') : text)
    .toLowerCase()
    .replace(/['‘’`´](?:s\b)?/gu, '')
    .replaceAll('&', ' and ')
  // Latin letters are told faster than letters of any script, and few texts have others.
  return plain.match(/[^\n -\u024f\u2000-\u20ff]/u) === null
    ? (plain.match(/[a-z0-9\u00b5-\u024f]+/g) ?? [])
    : (plain.match(/[\p{L}\p{N}]+/gu) ?? [])
}

const smallWords = new Set(
  'a an and are as at be been by can for from has have here how i in into is it its new of on or our out over published report that the their them they this those to up was we were what which who will with you your'.split(
    ' ',
  ),
)
/** The words that tell what a text is about, a plural counted as its singular. */
export const tellingWords = (text: string): string[] =>
  wordsOf(text)
    .filter(word => !smallWords.has(word) && word.length > 1)
    .map(word => (word.length > 4 ? word.replace(/ies$/u, 'y').replace(/s$/u, '') : word))
