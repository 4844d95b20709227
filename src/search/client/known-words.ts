/** Which words the archive has, and which of its words somebody may have meant. */
import type { Index } from './find.ts'
import { listsFor, nearestWord, readWordList, type WordCount } from './suggest.ts'
import { isPlain, type Term, termOf } from './terms.ts'

/** A word that nothing has, and what was searched for in its stead (null: nothing near). */
export type Correction = { typed: string; instead: string | null }
/** A word that is rare where a near one is common: not replaced, asked about. */
export type Doubt = { typed: string; instead: string }

/** Whether the archive has the word, or at least longer ones that begin with it. */
export const isKnown = async (word: string, index: Index): Promise<boolean> =>
  (await index.search(`"${word}"`)).length > 0 || (await isBeginning(word, index))

/** Pagefind falls back on shorter words ("safegaurding" → "safe"), so that its having results says nothing. */
export const isBeginning = async (word: string, index: Index): Promise<boolean> =>
  (await listedUnder(word, index)).some(entry => entry.word.startsWith(word))

/** The terms with the words that nothing has put right, or left out. A concept needs no word of it to be known. */
export async function spelled(terms: Term[], index: Index): Promise<{ known: Term[]; corrections: Correction[] }> {
  const checked = await Promise.all(
    terms.map(async (term): Promise<{ term: Term | null; correction: Correction[] }> => {
      const [word = ''] = term.words
      if (!isPlain(term) || (await isKnown(word, index))) return { term, correction: [] }
      const { typed, instead } = await correct(word, index)
      const better = instead === null ? null : termOf(instead)
      return { term: better, correction: [{ typed, instead }] }
    }),
  )
  return {
    known: checked.flatMap(({ term }) => term ?? []),
    corrections: checked.flatMap(({ correction }) => correction),
  }
}

async function correct(typed: string, index: Index): Promise<Correction> {
  const lists = await Promise.all(listsFor(typed).map(name => index.wordList(name)))
  return { typed, instead: nearestWord(typed, lists.flatMap(readWordList)) }
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

async function listedUnder(word: string, index: Index): Promise<WordCount[]> {
  const [list] = listsFor(word.slice(0, 1))
  return list === undefined ? [] : readWordList(await index.wordList(list))
}
