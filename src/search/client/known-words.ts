/** Which words the archive has, and which of its words somebody may have meant. */
import type { Index } from './find.ts'
import { listsFor, nearestWord, readWordList, type WordCount } from './suggest.ts'
import { isPlain, type Term, termOf } from './terms.ts'

/** A word that nothing has, and what was searched for in its stead (null: nothing near). */
export type Correction = { typed: string; instead: string | null }
/** A word that is rare where a near one is common: not replaced, asked about. */
export type Doubt = { typed: string; instead: string }

/** More words than these are a sentence or a long name, perhaps of something that the archive never had. */
export const many = 3

/**
 * Spares the part of the index that would have the word where none of the archive's begins like it; its ending does not
 * count, because the index has "banking" as "bank". Of words that begin with a digit there is no list.
 */
async function isKnownByList(word: string, index: Index): Promise<boolean> {
  const list = await listedUnder(word, index)
  const beginning = word.slice(0, Math.min(5, word.length - 2))
  const isForeign = /^[a-z]/u.test(word) && !list.some(listed => listed.word.startsWith(beginning))
  return !isForeign && isKnownByIndex(word, index)
}

/** Whether the archive has the word, or at least longer ones that begin with it. */
const isKnownByIndex = async (word: string, index: Index): Promise<boolean> =>
  (await index.search(`"${word}"`)).length > 0 || (await longerWords(word, index)).length > 0

/**
 * Those of the archive's words that begin with this one, the most frequent first. Pagefind looks for them only in what
 * it happens to have fetched, and falls back on shorter words ("safegaurding" → "safe").
 */
export const longerWords = async (word: string, index: Index): Promise<string[]> =>
  (await listedUnder(word, index)).map(entry => entry.word).filter(longer => longer.startsWith(word))

/** The terms with the words that nothing has put right, or left out. A concept needs no word of it to be known. */
export async function spelled(terms: Term[], index: Index): Promise<{ known: Term[]; corrections: Correction[] }> {
  const isKnown = terms.length > many ? isKnownByList : isKnownByIndex
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
  let instead: string | null = null
  // In turn, because the first list nearly always has it.
  for (const name of listsFor(typed)) instead ??= nearestWord(typed, readWordList(await index.wordList(name)))
  return { typed, instead }
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
