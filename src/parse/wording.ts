/** How words are compared: what an editor would call the same words, however they were typed. */

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’`´]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\s*&\s*/gu, ' and ')
    .replace(/\s+/gu, ' ')
    .trim()

/** A heading or label as it is compared: "TOOLS and Templates :" is "Tools & Templates". */
export const headingKey = (text: string): string => fold(text).replace(/[\s:–-]+$/u, '')

export const sameWords = (a: string, b: string): boolean => headingKey(a) === headingKey(b)

/** Whether a printed line is a known heading or label: the same words, and a capital first ("programme" at a line's start is none). */
export const isHeading = (printed: string, known: string): boolean =>
  printed.length <= known.length + 6 && /^[^\p{L}]*\p{Lu}/u.test(printed) && sameWords(printed, known)

/** The words of a text, folded, without punctuation; "children's" is "children". */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/'s?\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

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
