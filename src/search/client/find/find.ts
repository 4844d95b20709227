/**
 * Which records a query's words find, and how well each fits. Pagefind answers single questions (these words, this
 * phrase); this file asks them and puts the answers together, so that phrases, exclusions and several ways to say one
 * thing can be mixed, and a slip of the finger still leads somewhere.
 */
import { isCommonest, wordsOf } from '../../spelling.ts'
import type { ShownText } from '../../texts.ts'
import type { Query } from '../query/query.ts'
import { isPlain, type Known, marksOf, mostTelling, termsOf, type Wanted } from '../query/terms.ts'
import { type Clause, few, gather, recordsBy } from './gather.ts'
import { type Correction, type Doubt, doubtsAbout, spelled } from './known-words.ts'

/** What Pagefind tells of a record that it found. */
export type Found = {
  /** Its row in the table. */
  place: number
  score: number
  /** Which words of its text were found, counted from 0; in any order, some more than once. */
  words: number[]
}

/** The index. All reject where it cannot be reached. */
export type Index = {
  /** Records with all the words (each also as the beginning of a longer one); with quotes around, with that phrase. */
  search(words: string): Promise<Found[]>
  all: Found[]
  /** undefined: there is no such place. */
  text(place: number): Promise<ShownText | undefined>
  /** A word list by file name; "" where there is none. */
  wordList(name: string): Promise<string>
}

export type Hit = { found: Found; score: number }
export type Finding = {
  hits: Map<number, Hit>
  /** Nothing has all the words: these have some of them. */
  isRelaxed: boolean
  /** Words that were not searched for, because they are too many. */
  leftOut: string[]
  corrections: Correction[]
  doubts: Doubt[]
  /** What to mark in the texts: words and phrases, with the other forms of what they mean. */
  marks: string[]
}

export type Look = { index: Index; known: Known }

/** Rejects where the index cannot be reached. */
export async function find(query: Query, look: Look): Promise<Finding> {
  const { index, known } = look
  const terms = termsOf(query.words.flatMap(wordsOf), known)
  const excluded = await excludedBy(query, index)
  if (terms.length + query.phrases.length === 0) {
    const all = new Map(index.all.map(found => [found.place, { found, score: 0 }]))
    return { ...nothing, hits: without(all, excluded) }
  }
  const { told, leftOut } = mostTelling(terms, known)
  const { known: spelt, corrections } = await spelled(told, index)
  const wanted: Wanted = { terms: spelt, phrases: query.phrases }
  const { hits, isRelaxed } = await gather(wanted, look)
  const left = without(hits, excluded)
  const plainWords = spelt.filter(isPlain).flatMap(({ words }) => words)
  const doubts = left.size < few ? await doubtsAbout(plainWords, index) : []
  return { hits: left, isRelaxed, leftOut, corrections, doubts, marks: marksOf(wanted) }
}

const nothing: Finding = { hits: new Map(), isRelaxed: false, leftOut: [], corrections: [], doubts: [], marks: [] }

const excludedBy = (query: Query, index: Index): Promise<Clause[]> =>
  Promise.all(
    query.without.map(({ text, isPhrase }) =>
      recordsBy(
        isPhrase ? { phrase: text } : { words: wordsOf(text).filter(word => !isCommonest(word)) },
        index,
        'narrow',
      ),
    ),
  )

const without = (hits: Map<number, Hit>, excluded: readonly Clause[]): Map<number, Hit> =>
  new Map([...hits].filter(([place]) => !excluded.some(records => records.has(place))))
