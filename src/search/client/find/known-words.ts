/** Which words the archive has, and which of its words somebody may have meant. */

import { isPlain, type Term, termOf } from '../query/terms.ts'
import type { Index } from './find.ts'
import { nearestWord, readWordList, type WordCount } from './suggest.ts'

/** A word that nothing has, and what was searched for in its stead (null: nothing near). */
export type Correction = { typed: string; instead: string | null }
/** A word that is rare where a near one is common: not replaced, asked about. */
export type Doubt = { typed: string; instead: string }

/** More words than these are a sentence or a long name, perhaps of something that the archive never had. */
export const many = 3

/** Whether the archive has the word, or at least longer ones that begin with it. */
const isKnown = async (word: string, index: Index): Promise<boolean> =>
  (await index.search(`"${word}"`)).length > 0 || (await longerWords(word, index)).length > 0

/**
 * Those of the archive's words that begin with this one, the most frequent first. Pagefind looks for them only in what
 * it happens to have fetched, and falls back on shorter words ("safegaurding" → "safe").
 */
export const longerWords = async (word: string, index: Index): Promise<string[]> =>
  (await listedUnder(word, index)).map(entry => entry.word).filter(longer => longer.startsWith(word))

/** The terms with the words that nothing has put right, or left out. A concept needs no word of it to be known. */
export async function spelled(terms: Term[], index: Index): Promise<{ known: Term[]; corrections: Correction[] }> {
  const checked = await Promise.all(
    terms.map(async (term): Promise<{ term: Term | null; correction: Correction[] }> => {
      const [word = ''] = term.words
      if (!isPlain(term) || (await isKnown(word, index))) return { term, correction: [] }
      const instead = await nearestKnown(word, index, terms.length > many ? 1 : 2)
      return { term: instead === null ? null : termOf(instead), correction: [{ typed: word, instead }] }
    }),
  )
  return {
    known: checked.flatMap(({ term }) => term ?? []),
    corrections: checked.flatMap(({ correction }) => correction),
  }
}

/** By its first letter, which nearly always has it, then by its second ("asfeguarding"). */
async function nearestKnown(typed: string, index: Index, letters: number): Promise<string | null> {
  let nearest: string | null = null
  for (const letter of typed.slice(0, letters)) nearest ??= nearestWord(typed, await listedUnder(letter, index))
  return nearest
}

/** A word that stands in one or two records, where one that is a single slip away stands in ten times as many. */
export async function doubtsAbout(words: readonly string[], index: Index): Promise<Doubt[]> {
  const asked = await Promise.all(
    words
      .filter(word => word.length >= shortest)
      .map(async typed => {
        const list = await listedUnder(typed, index)
        const own = list.find(({ word }) => word === typed)?.count ?? 1
        const common = list.filter(({ word, count }) => count >= 10 * own && !word.startsWith(typed))
        const instead = nearestWord(typed, common, 1)
        return instead === null ? [] : [{ typed, instead }]
      }),
  )
  return asked.flat()
}
/** Too many short words are one letter apart. */
const shortest = 6

/** Words with the same first letter; of those that begin with a digit there is no list. */
async function listedUnder([letter = '']: string, index: Index): Promise<WordCount[]> {
  return /[a-z]/u.test(letter) ? readWordList(await index.wordList(`${letter}.txt`)) : []
}
