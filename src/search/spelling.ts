/**
 * When two spellings are one search word. Used on both sides, when the archive is indexed and when somebody searches,
 * so it holds no more than plain code: the browser loads it.
 */

/** Several ways to say one thing, and the one word that stands for all of them in the index. */
export type Concept = {
  /** One lower-case word: "ehcp". It is added, unseen, to whatever prints one of the forms. */
  token: string
  /** As people write them: "EHCP", "EHC plan", "education, health and care plan". */
  forms: string[]
}

/**
 * A text's words as search sees them: lower case, without accents and apostrophes; "&" is "and", "S.E." one word and
 * "987,000" or "13.4" one number; a hyphen or a dash parts words.
 */
export const wordsOf = (text: string): string[] =>
  withoutPoints(text.normalize('NFKD').replace(/[\p{M}'’‘ʼ`´]/gu, ''))
    .replaceAll('&', ' and ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The point of "S.E.", and of "13.4"; the pattern begins with the sign itself, because most text has neither. */
export const withoutPoints = (text: string): string =>
  text.replace(/\.(?<=(?<!\p{L})\p{L}\.)(?=\p{L}(?!\p{L}))|[.,](?<=\p{N}[.,])(?=\p{N})/gu, '')

/** "Plans" and "plan" are one word; "bus" and "analysis" stay as they are. */
const singular = (word: string): string => (/[^aiousy]s$/u.test(word) && word.length > 3 ? word.slice(0, -1) : word)

/** Equal for two forms that differ in case, punctuation, accents or a plural alone. */
export const formKey = (form: string): string => wordsOf(form).map(singular).join(' ')

/** What an inflected word may be a form of: "bullying" of "bully", "exclusions" of "exclusion", "chaired" of "chair". */
export const baseForms = (word: string): string[] =>
  endings
    .filter(ending => word.endsWith(ending) && word.length - ending.length > 2)
    .map(ending => word.slice(0, -ending.length))
    .flatMap(base => [base, `${base}e`, base.replace(/i$/u, 'y'), base.replace(/(.)\1$/u, '$1')])
const endings = ['s', 'es', 'ed', 'd', 'ing', 'ings', 'er', 'ers', 'ly']

/**
 * The concept of a preferred name and its variants. Its token is that name where it is one word ("Ofsted"), else the
 * first acronym ("PAC"), else the name's words run together: "Fostering" would stand for far more than a network.
 */
export function conceptOf(names: readonly string[]): Concept {
  const [preferred = ''] = names
  const oneWord = [preferred, ...names.filter(name => acronym.test(name))].find(name => wordsOf(name).length === 1)
  return { token: wordsOf(oneWord ?? preferred).join(''), forms: [...names] }
}
const acronym = /^\P{Lu}*\p{Lu}\P{Lu}*\p{Lu}/u

/** Finds concepts by the words of their forms. */
export type ConceptFinder = {
  /** Every concept that the words name, with the stretch of words: `[from, to)`. The longest form wins at each place. */
  within(words: readonly string[]): { concept: Concept; from: number; to: number }[]
}

/** Prepares concepts to be found. Of two concepts with one form ("SEND19" of a network and of a term) both are found. */
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
/** A form by the words after its first. */
type Form = { concept: Concept; rest: string[] }

/** With the marks around it: "(the", "of,". Each takes a large part of the index, 15 to 26 kB at 700 updates. */
export const isCommonest = (word: string): boolean => /^\W*(?:a|and|&|for|in|of|on|the|to)\W*$/i.test(word)

/** Stands between the blocks of an indexed text. */
export const blockSign = '¶'
