/**
 * Which spellings are the same search word. Used both to index the archive and, in the browser, to search it, so it
 * imports nothing.
 */

/** Several ways to say one thing, and the one word for all of them in the index. */
export type Concept = {
  /** One lower-case word: "ehcp". It is added, unseen, to every record that has one of the forms. */
  token: string
  /** As people write them: "EHCP", "EHC plan", "education, health and care plan". */
  forms: string[]
}

/**
 * The words of a text for searching: lower case, without accents and apostrophes. "&" is "and", "S.E." is one word,
 * "987,000" and "13.4" are one number each; hyphens and dashes separate words.
 */
export const searchWords = (text: string): string[] =>
  withoutPoints(text.normalize('NFKD').replace(/[\p{M}'’‘ʼ`´]/gu, ''))
    .replaceAll('&', ' and ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Removes the points in "S.E." and "13.4". The pattern begins with the sign itself, because most text has neither. */
export const withoutPoints = (text: string): string =>
  text.replace(/\.(?<=(?<!\p{L})\p{L}\.)(?=\p{L}(?!\p{L}))|[.,](?<=\p{N}[.,])(?=\p{N})/gu, '')

/** "Plans" and "plan" are one word; "bus" and "analysis" stay as they are. */
const singular = (word: string): string => (/[^aiousy]s$/u.test(word) && word.length > 3 ? word.slice(0, -1) : word)

/** Equal for forms that differ only in case, punctuation, accents or a plural. */
export const formKey = (form: string): string => searchWords(form).map(singular).join(' ')

/** Possible base forms of a word: "bullying" → "bully", "exclusions" → "exclusion", "chaired" → "chair". */
export const baseForms = (word: string): string[] =>
  endings
    .filter(ending => word.endsWith(ending) && word.length - ending.length > 2)
    .map(ending => word.slice(0, -ending.length))
    .flatMap(base => [base, `${base}e`, base.replace(/i$/u, 'y'), base.replace(/(.)\1$/u, '$1')])
const endings = ['s', 'es', 'ed', 'd', 'ing', 'ings', 'er', 'ers', 'ly']

/**
 * The concept for a preferred name and its variants. Its token is that name if it is one word ("Ofsted"), else the first
 * acronym ("PAC"), else all words of the name run together: "fostering" alone would match far more than a network.
 */
export function conceptOf(names: readonly string[]): Concept {
  const [preferred = ''] = names
  const oneWord = [preferred, ...names.filter(name => acronym.test(name))].find(name => searchWords(name).length === 1)
  return { token: searchWords(oneWord ?? preferred).join(''), forms: [...names] }
}
const acronym = /^\P{Lu}*\p{Lu}\P{Lu}*\p{Lu}/u

/** Finds concepts by the words of their forms. */
export type ConceptFinder = {
  /** Every concept that the words name, with its position `[from, to)`. The longest form wins at each place. */
  within(words: readonly string[]): { concept: Concept; from: number; to: number }[]
}

/** Prepares concepts to be found. If two share a form ("SEND19", a network and a term), both are found. */
export function conceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const byFirstWord = new Map<string, Form[]>()
  for (const concept of concepts)
    for (const key of new Set(concept.forms.map(formKey))) {
      const [first = '', ...rest] = key.split(' ')
      if (first === '') continue
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { concept, rest }])
    }
  for (const forms of byFirstWord.values()) forms.sort((a, b) => b.rest.length - a.rest.length)
  return {
    within(words) {
      const keys = words.map(singular)
      const found: ReturnType<ConceptFinder['within']> = []
      for (let from = 0; from < keys.length; from++) {
        const said = (byFirstWord.get(keys[from] ?? '') ?? []).filter(({ rest }) =>
          rest.every((word, nth) => keys[from + 1 + nth] === word),
        )
        const longest = said[0]?.rest.length ?? 0
        for (const { concept, rest } of said)
          if (rest.length === longest) found.push({ concept, from, to: from + 1 + longest })
        from += longest
      }
      return found
    },
  }
}
/** A form, as the words after its first. */
type Form = { concept: Concept; rest: string[] }

/** Punctuation around the word is allowed: "(the", "of,". Each of these takes 15 to 26 kB of the index at 700 updates. */
export const isCommonest = (word: string): boolean => /^\W*(?:a|and|&|for|in|of|on|the|to)\W*$/i.test(word)

/** Separates the blocks of an indexed text. */
export const blockSign = '¶'
