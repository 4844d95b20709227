/** Which words the archive has, and which of them the visitor may have meant. */

import { baseForms, conceptOf, formKey } from '../../spelling.ts'
import { isPlain, type Term, termOf } from '../query/terms.ts'
import type { Index, NamedRecords } from './search-index.ts'
import { nearestWord, readWordList, type WordCount } from './suggest.ts'

/** A word that no record has, the archive's nearest word (null: none is near), and whether that was searched for. */
export type Correction = { typed: string; instead: string | null; isSearched: boolean }
/** A rare word that looks like a common one: not replaced, but offered as "did you mean". */
export type Doubt = { typed: string; instead: string }

/** More words than this are a sentence or a long name, perhaps of something that is not in the archive. */
export const many = 3

/**
 * The archive's words that begin with this one, the most frequent first. Pagefind searches only the parts of the index
 * that it has fetched, and falls back on shorter words ("safegaurding" → "safe").
 */
export const longerWords = async (word: string, index: Index): Promise<string[]> =>
  (await listedUnder(word, index)).map(entry => entry.word).filter(longer => longer.startsWith(word))

/** A term as typed, corrected, or left out (null). `isBegun`: the archive only has longer words that begin with it. */
type Checked = { term: Term | null; correction: Correction | null; isBegun: boolean }

/**
 * The terms, with words that the archive does not have corrected or left out. An ordinary English word is not a mistake:
 * it is left out, and the nearest word is offered. A concept is kept even if none of its words are in the archive.
 */
export async function spelled(
  terms: Term[],
  index: Index,
  names: NamedRecords,
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

type SpellingSources = { index: Index; names: NamedRecords; isLong: boolean }

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

/** "prison" is part of the name "HM Inspectorate of Prisons". Only names with variants: records are found by those. */
const namesWith = (word: string, names: NamedRecords): NamedRecords =>
  names.filter(({ name, variants }) => variants.length > 0 && ` ${formKey(name)} `.includes(` ${formKey(word)} `))

/** Tries words with the same first letter, which is nearly always right, then the second ("asfeguarding"). */
async function nearestKnown(typed: string, index: Index, letters: number): Promise<string | null> {
  let nearest: string | null = null
  for (const letter of typed.slice(0, letters)) nearest ??= nearestWord(typed, await listedUnder(letter, index))
  return nearest
}

/** Whether it is an ordinary English word, or a form of one or of the archive's. */
async function isOrdinary(word: string, index: Index): Promise<boolean> {
  const [own, others] = await Promise.all([listedUnder(word, index), list(word.slice(0, 2), 'english-', index)])
  const known = new Set([...own, ...others].map(entry => entry.word))
  return [word, ...baseForms(word)].some(form => known.has(form))
}

/** Words in few records or none, one slip away from a word that is in ten times as many. */
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

/** Words with the same first letter. There is no list of words that begin with a digit. */
const listedUnder = ([letter = '']: string, index: Index): Promise<WordCount[]> => list(letter, '', index)

async function list(letters: string, prefix: '' | 'english-', index: Index): Promise<WordCount[]> {
  return /^[a-z]/u.test(letters) ? readWordList(await index.wordList(`${prefix}${letters}.txt`)) : []
}
