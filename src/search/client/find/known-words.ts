/** Which words the archive has, and which of its words somebody may have meant. */

import { baseForms, conceptOf, formKey } from '../../spelling.ts'
import { isPlain, type Term, termOf } from '../query/terms.ts'
import type { Index, Names } from './find.ts'
import { nearestWord, readWordList, type WordCount } from './suggest.ts'

/** A word that nothing has, the archive's word nearest to it (null: none is near), and whether that was searched for. */
export type Correction = { typed: string; instead: string | null; isSearched: boolean }
/** A word that is rare where a near one is common: not replaced, asked about. */
export type Doubt = { typed: string; instead: string }

/** More words than these are a sentence or a long name, perhaps of something that the archive never had. */
export const many = 3

/**
 * Those of the archive's words that begin with this one, the most frequent first. Pagefind looks for them only in what
 * it happens to have fetched, and falls back on shorter words ("safegaurding" → "safe").
 */
export const longerWords = async (word: string, index: Index): Promise<string[]> =>
  (await listedUnder(word, index)).map(entry => entry.word).filter(longer => longer.startsWith(word))

/** What became of each term: as typed, as corrected, or left out (null). `isBegun`: only longer words begin with it. */
type Checked = { term: Term | null; correction: Correction | null; isBegun: boolean }

/**
 * The terms with the words that nothing has put right, or left out. A word of ordinary English is right, though the
 * archive has it not: it is left out, and what is near is offered. A concept needs no word of it to be known.
 */
export async function spelled(
  terms: Term[],
  index: Index,
  names: Names,
): Promise<{ terms: Term[]; corrections: Correction[]; begun: string[] }> {
  const checked = await Promise.all(
    terms.map(term => (isPlain(term) ? check(term, { index, names, isLong: terms.length > many }) : asTyped(term))),
  )
  return {
    terms: checked.flatMap(({ term }) => term ?? []),
    corrections: checked.flatMap(({ correction }) => correction ?? []),
    begun: checked.flatMap(({ term, isBegun }) => (isBegun && term ? term.words : [])),
  }
}

const asTyped = (term: Term): Checked => ({ term, correction: null, isBegun: false })

type SpellingSources = { index: Index; names: Names; isLong: boolean }

async function check(term: Term, { index, names, isLong }: SpellingSources): Promise<Checked> {
  const [word = ''] = term.words
  if ((await index.search(`"${word}"`)).length > 0) return asTyped(term)
  const named = namesWith(word, names)
  if (named.length > 0) return asTyped({ ...term, concepts: named.map(one => conceptOf([one.name, ...one.variants])) })
  if ((await longerWords(word, index)).length > 0) return { ...asTyped(term), isBegun: true }
  const instead = await nearestKnown(word, index, isLong ? 1 : 2)
  const isSearched = instead !== null && !(await isOrdinary(word, index))
  return { term: isSearched ? termOf(instead) : null, correction: { typed: word, instead, isSearched }, isBegun: false }
}

/** "prison" stands in the name of HM Inspectorate of Prisons; one that has other names, by which it is found. */
const namesWith = (word: string, names: Names): Names =>
  names.filter(({ name, variants }) => variants.length > 0 && ` ${formKey(name)} `.includes(` ${formKey(word)} `))

/** By its first letter, which nearly always has it, then by its second ("asfeguarding"). */
async function nearestKnown(typed: string, index: Index, letters: number): Promise<string | null> {
  let nearest: string | null = null
  for (const letter of typed.slice(0, letters)) nearest ??= nearestWord(typed, await listedUnder(letter, index))
  return nearest
}

/** Whether it is a word of ordinary English, or a form of one or of the archive's. */
async function isOrdinary(word: string, index: Index): Promise<boolean> {
  const [own, others] = await Promise.all([listedUnder(word, index), list(word.slice(0, 2), 'english-', index)])
  const known = new Set([...own, ...others].map(entry => entry.word))
  return [word, ...baseForms(word)].some(form => known.has(form))
}

/** A word that stands in one or two records, or in none, where one that is a single slip away stands in ten times as many. */
export async function doubtsAbout(words: readonly string[], begun: readonly string[], index: Index): Promise<Doubt[]> {
  const asked = await Promise.all(
    words
      .filter(word => word.length >= shortest || begun.includes(word))
      .map(async typed => {
        const list = await listedUnder(typed, index)
        const own = list.find(({ word }) => word === typed)?.count ?? 0
        const common = list.filter(({ word, count }) => count >= 10 * own && !word.startsWith(typed))
        const instead = typed.length < 4 ? null : nearestWord(typed, common, 1)
        return instead === null ? [] : [{ typed, instead }]
      }),
  )
  return asked.flat()
}
/** Too many short words are one letter apart. */
const shortest = 6

/** Words with the same first letter; of those that begin with a digit there is no list. */
const listedUnder = ([letter = '']: string, index: Index): Promise<WordCount[]> => list(letter, '', index)

async function list(letters: string, prefix: '' | 'english-', index: Index): Promise<WordCount[]> {
  return /^[a-z]/u.test(letters) ? readWordList(await index.wordList(`${prefix}${letters}.txt`)) : []
}
