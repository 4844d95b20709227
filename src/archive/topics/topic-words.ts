/** The words of a text as topics are looked for: folded, plurals as singulars, abbreviations as they are. */

/** `word`: folded, without the ending of a plural. `capitals`: the abbreviation that it may be, "SEND", "YOIs" as "YOI". */
export type Token = { word: string; capitals: string | null }

const apostrophes = /['’‘ʼ`´]/gu
/** Markdown: the address of a link is not part of the text. */
const linkTarget = /\]\([^)\s]*\)|https?:\/\/\S+/gu
const wordPattern = /[\p{L}\p{N}]+/gu
const abbreviation = /^\p{Lu}[\p{Lu}\p{N}]+s?$/u

export function tokensOf(text: string): Token[] {
  const words = text.normalize('NFKC').replace(linkTarget, ' ').replace(apostrophes, '').match(wordPattern) ?? []
  return words.map(word => ({
    word: singular(word.toLowerCase()),
    capitals: abbreviation.test(word) ? word.replace(/s$/u, '') : null,
  }))
}

/** "families" → "family", "homes" → "home", "childrens" → "children"; "ss" and "us" end no plural. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/u.test(word)) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}

/** Equal for two forms that the finder takes for one. */
export const topicKey = (form: string): string =>
  tokensOf(form)
    .map(({ word, capitals }) => capitals ?? word)
    .join(' ')
