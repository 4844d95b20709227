/**
 * Which records a query's words find, and how well each fits. Pagefind answers single questions (these words, this
 * phrase); this file asks them and puts the answers together, so that phrases, exclusions and several ways to say one
 * thing can be mixed, and a slip of the finger still leads somewhere.
 */
import { type Concept, wordsOf } from '../spelling.ts'
import { few, gather, recordsWithAll } from './gather.ts'
import { type Correction, type Doubt, doubtsAbout, spelled } from './known-words.ts'
import type { Query } from './query.ts'
import { isPlain, marksOf, termsOf, type Wanted } from './terms.ts'

/** What Pagefind tells of a record that it found. */
export type Found = {
  id: string
  score: number
  /** Which words of its text were found, counted from 0. */
  words: number[]
  data(): Promise<Fragment>
}
/** `raw_url`: as indexed, without the folder that Pagefind puts before `url`. */
export type Fragment = { raw_url: string; content: string; meta: Record<string, string> }

/** The index. All three reject where it cannot be reached. */
export type Index = {
  /** Records with all the words (each also as the beginning of a longer one); with quotes around, with that phrase. */
  search(words: string): Promise<Found[]>
  all(): Promise<Found[]>
  /** A word list by file name; "" where there is none. */
  wordList(name: string): Promise<string>
}

export type Hit = { found: Found; score: number }
export type Finding = {
  hits: Map<string, Hit>
  /** Nothing has all the words: these have some of them. */
  isRelaxed: boolean
  corrections: Correction[]
  doubts: Doubt[]
  /** What to mark in the texts: words and phrases, with the other forms of what they mean. */
  marks: string[]
}

export type Look = { index: Index; concepts: readonly Concept[] }

/** Rejects where the index cannot be reached. */
export async function find(query: Query, { index, concepts }: Look): Promise<Finding> {
  const terms = termsOf(query.words.flatMap(wordsOf), concepts)
  const excluded = await excludedBy(query, index)
  if (terms.length + query.phrases.length === 0) {
    const all = await index.all()
    return { ...nothing, hits: without(new Map(all.map(found => [found.id, { found, score: 0 }])), excluded) }
  }
  const { known, corrections } = await spelled(terms, index)
  const wanted: Wanted = { terms: known, phrases: query.phrases }
  const { hits, isRelaxed } = await gather(wanted, index)
  const left = without(hits, excluded)
  const plainWords = known.filter(isPlain).flatMap(({ words }) => words)
  const doubts = left.size < few ? await doubtsAbout(plainWords, index) : []
  return { hits: left, isRelaxed, corrections, doubts, marks: marksOf(wanted) }
}

const nothing: Finding = { hits: new Map(), isRelaxed: false, corrections: [], doubts: [], marks: [] }

async function excludedBy(query: Query, index: Index): Promise<Set<string>> {
  const excluded = await Promise.all(
    query.without.map(({ text, isPhrase }) =>
      recordsWithAll(isPhrase ? { phrase: text } : { words: wordsOf(text) }, index),
    ),
  )
  return new Set(excluded.flat())
}

const without = (hits: Map<string, Hit>, excluded: ReadonlySet<string>): Map<string, Hit> =>
  new Map([...hits].filter(([id]) => !excluded.has(id)))
