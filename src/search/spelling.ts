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
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`´]/gu, '')
    .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))|(?<=\p{N})[.,](?=\p{N})/gu, '')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** "Plans" and "plan" are one word; "bus" and "analysis" stay as they are. */
const singular = (word: string): string => (/[^aiousy]s$/u.test(word) && word.length > 3 ? word.slice(0, -1) : word)

/** Equal for two forms that differ in case, punctuation, accents or a plural alone. */
export const formKey = (form: string): string => wordsOf(form).map(singular).join(' ')

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
  const byKey = new Map<string, Concept[]>()
  let longest = 0
  for (const concept of concepts)
    for (const key of new Set(concept.forms.map(formKey))) {
      if (key === '') continue
      byKey.set(key, [...(byKey.get(key) ?? []), concept])
      longest = Math.max(longest, key.split(' ').length)
    }
  return {
    within(words) {
      const keys = words.map(singular)
      const found: { concept: Concept; from: number; to: number }[] = []
      for (let from = 0; from < keys.length; from++) {
        for (let length = Math.min(longest, keys.length - from); length > 0; length--) {
          const concepts = byKey.get(keys.slice(from, from + length).join(' '))
          if (concepts === undefined) continue
          for (const concept of concepts) found.push({ concept, from, to: from + length })
          from += length - 1
          break
        }
      }
      return found
    },
  }
}

/** Stands between the blocks of an indexed text. */
export const blockSign = '¶'
