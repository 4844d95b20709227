/**
 * When two spellings of a name are the same name. `nameKey` folds what typing varies and nothing that could part two
 * bodies: a typo needs a variant in the authority file, because an edition looks more like its successor than
 * "Oftsed" like "Ofsted".
 */
import slugify from '@sindresorhus/slugify'

/** "Vulnerability Knowledge and Practice Programme (VKPP)", "West Midlands ADCS Network (the RIIA)". */
const trailingAcronym = /\s*\((?:the )?(?=[^()]*\p{Lu}[^()]*\p{Lu})[\p{L}\d&/-]{2,12}\)$/u
/** "Foundations (previously the What Works Centre for Families and Children)". */
const trailingHistory = /\s*\((?:previously|formerly|now|was|then)\b[^()]*\)$/iu
/** "S.E. Region" and "SE Region" are one spelling. */
const dottedInitial = /(?<=(?<![\p{L}\p{N}])\p{L})\.(?=\p{L}(?![\p{L}\p{N}])|\s|$)/gu
const apostrophes = /['’‘ʼ`´]/g

/** The words of a text, folded: NFKC, lower case, no apostrophes, "&" read as "and". Everything else parts words. */
export function foldedWords(text: string): string[] {
  const isPlain = plainText.test(text)
  const folded = (isPlain ? text : text.normalize('NFKC')).replace(apostrophes, '')
  const joined = folded.includes('&') ? folded.replaceAll('&', ' and ') : folded
  return joined.toLowerCase().match(isPlain ? plainWord : word) ?? []
}

/** Nearly all words of a newsletter: to fold them anyway, and to look for the letters of all scripts, took twice as long. */
const plainText = /^[\t\n\r !-~‘’“”–—…•]*$/u
const plainWord = /[a-z0-9]+/g
const word = /[\p{L}\p{N}]+/gu

/** Equal for two spellings that differ in case, quotes, dashes, a leading "the", "&" or a trailing acronym alone. */
export function nameKey(printed: string): string {
  const bare = printed.normalize('NFKC').trim().replace(trailingHistory, '').replace(trailingAcronym, '')
  const words = foldedWords(bare.replace(dottedInitial, ''))
  return (words[0] === 'the' && words.length > 1 ? words.slice(1) : words).join(' ')
}

/** "Philip (Phil) Simpkins", "Philip “Phil” Simpkins". */
const nicknamed =
  /^(?<forenames>.*\p{L})\s+[("“‘'](?<nickname>\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*)?)[)"”’']\s+(?<surname>\p{L}.*)$/u

/** What a person whose nickname is printed in brackets is called without them: by the nickname, and by the forename. */
export function namesWithoutBrackets(printed: string): string[] {
  const { forenames, nickname, surname } = nicknamed.exec(printed.trim())?.groups ?? {}
  return surname === undefined ? [] : [`${nickname} ${surname}`, `${forenames} ${surname}`]
}

const longestSlug = 60
const slugging = {
  decamelize: false,
  customReplacements: [
    ['’', ''],
    ["'", ''],
    ['&', ' and '],
  ] satisfies [string, string][],
}
/** What `foldedWords` makes of nearly all titles is a slug already, but for its spaces. */
const almostSlug = /^[a-z0-9]+(?: [a-z0-9]+)*$/u

/** A slug of whole words, at most 60 characters; "" where the text has no Latin letter or digit. */
export function slugOf(text: string): string {
  const slug = almostSlug.test(text) ? text.replaceAll(' ', '-') : slugify(text, slugging)
  if (slug.length <= longestSlug) return slug
  const cut = slug.slice(0, longestSlug + 1)
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : slug.slice(0, longestSlug)
}

/** "ring-07700-900123-now" → "ring-now"; days ("07-02-2020-10-30") stay. */
export const slugWithoutNumbers = (slug: string): string =>
  /\d(?:-?\d){8}/u.test(slug)
    ? slug.replace(dayOrNumber, found => (/^\d\d-\d\d-/u.test(found) ? found : '')).replace(looseHyphens, '')
    : slug
const dayOrNumber = /(?<![a-z0-9])(?:\d{2}-\d{2}-\d{4}(?:-\d{1,2}){0,4}|(?:0|44-?0?)(?:-?\d){9,10})(?![a-z0-9])/gu
const looseHyphens = /^-+|-+$|-+(?=-)/gu
