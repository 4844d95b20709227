/**
 * Which records a query's words find, and how well each fits. Pagefind answers single questions (these words, this
 * phrase). This file combines the answers, so that phrases, exclusions and synonyms can be mixed and typing errors are
 * corrected.
 */
import { searchWords } from '../../spelling.ts'
import type { Query } from '../query/query.ts'
import { isPlain, marksOf, mostSpecific, termOf, termsOf, type Wanted } from '../query/terms.ts'
import { type ClauseMatches, few, type Gathered, gather, recordsBy, wayOf } from './gather.ts'
import { type Correction, type Doubt, doubtsAbout, spelled } from './known-words.ts'
import type { Hit, Index, Sources } from './search-index.ts'

export type Finding = {
  hits: Map<number, Hit>
  /** No record has all the words: these have some of them. */
  isRelaxed: boolean
  /** Words that were not searched for, because there were too many. */
  leftOut: string[]
  corrections: Correction[]
  doubts: Doubt[]
  /** Words and phrases to mark in the texts, with their other forms. */
  marks: string[]
}

/** Rejects if the index cannot be fetched. */
export async function find(query: Query, sources: Sources): Promise<Finding> {
  const { index, vocabulary, names } = sources
  const terms = termsOf(query.words.flatMap(searchWords), vocabulary)
  const excluded = await excludedBy(query, index)
  if (terms.length + query.phrases.length + query.choices.length === 0) {
    const all = new Map(index.all.map(found => [found.place, { found, score: 0 }]))
    return { ...nothing, hits: without(all, excluded) }
  }
  const { kept, leftOut } = mostSpecific(terms, vocabulary)
  const { phrases, choices } = query
  const spelt = await spelled(kept, index, names)
  const { wanted, corrections, gathered } = await surest({ terms: spelt.terms, phrases, choices }, spelt, sources)
  const left = without(gathered.hits, excluded)
  const plainWords = wanted.terms.filter(isPlain).flatMap(({ words }) => words)
  const isDoubtful = left.size < few || spelt.begun.length > 0
  const doubts = isDoubtful ? await doubtsAbout(plainWords, spelt.begun, index) : []
  const meant = await instead(
    wanted,
    doubts.filter(({ typed }) => spelt.begun.includes(typed)),
    sources,
  )
  const hits = new Map([...left, ...without(meant, excluded)])
  return {
    hits,
    isRelaxed: gathered.isRelaxed && meant.size === 0,
    leftOut,
    corrections,
    doubts,
    marks: marksOf(wanted),
  }
}

/**
 * "marc evans": "marc" may be the start of "march" or a slip for "mark". Records with the similar word and all the other
 * words are found too, and come first.
 */
async function instead(wanted: Wanted, doubts: readonly Doubt[], sources: Sources): Promise<Map<number, Hit>> {
  if (doubts.length === 0 || wanted.terms.length < 2) return new Map()
  const nearest = new Map(doubts.map(({ typed, instead }) => [typed, instead]))
  const terms = wanted.terms.map(term => {
    const near = nearest.get(term.words[0] ?? '')
    return near === undefined ? term : termOf(near)
  })
  const { hits, isRelaxed } = await gather({ ...wanted, terms }, sources)
  return isRelaxed
    ? new Map()
    : new Map([...hits].map(([place, hit]) => [place, { ...hit, score: hit.score + preferred }]))
}
const preferred = 1000

/** A correction is a guess: if no record has it together with the other words, it is dropped and only offered. */
async function surest(
  wanted: Wanted,
  { corrections }: { corrections: Correction[] },
  sources: Sources,
): Promise<{ wanted: Wanted; corrections: Correction[]; gathered: Gathered }> {
  const gathered = await gather(wanted, sources)
  const guessed = new Set(corrections.flatMap(({ isSearched, instead }) => (isSearched ? instead : [])))
  const sure = { ...wanted, terms: wanted.terms.filter(({ words: [word] }) => !guessed.has(word ?? '')) }
  const isSure = !gathered.isRelaxed && gathered.hits.size > 0
  if (isSure || guessed.size === 0 || sure.terms.length + sure.phrases.length + sure.choices.length === 0)
    return { wanted, corrections, gathered }
  const rest = await gather(sure, sources)
  if (rest.isRelaxed || rest.hits.size === 0) return { wanted, corrections, gathered }
  const offered = corrections.map(correction => ({ ...correction, isSearched: false }))
  return { wanted: sure, corrections: offered, gathered: rest }
}

export const nothing: Finding = {
  hits: new Map(),
  isRelaxed: false,
  leftOut: [],
  corrections: [],
  doubts: [],
  marks: [],
}

const excludedBy = (query: Query, index: Index): Promise<ClauseMatches[]> =>
  Promise.all(query.without.map(piece => recordsBy(wayOf(piece), index, 'narrow')))

const without = (hits: Map<number, Hit>, excluded: readonly ClauseMatches[]): Map<number, Hit> =>
  new Map([...hits].filter(([place]) => !excluded.some(records => records.has(place))))
