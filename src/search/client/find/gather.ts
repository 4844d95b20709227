/** Combines Pagefind's answers to single questions: which records have everything asked for, or most of it. */

import { isCommonest, searchWords } from '../../spelling.ts'
import type { QueryPiece } from '../query/query.ts'
import { mostSpecific, oneByOne, type Wanted } from '../query/terms.ts'
import { longerWords, many } from './known-words.ts'
import { recordsWithPhrase, specificWords } from './phrases.ts'
import type { FoundRecord, Hit, Index, Sources } from './search-index.ts'

/** With fewer hits than this, longer words that begin with the typed one count too ("child", "children"). */
export const few = 4

/** The records that have one of the things asked for, by place, with their scores for it alone. */
export type ClauseMatches = Map<number, FoundRecord>
/** `narrow`: the word itself, in any of its forms. `wide`: longer words too. */
type Breadth = 'narrow' | 'wide'

/** The records that have everything asked for; if there are none, those with at least half of it (`isRelaxed`). */
export type Gathered = { hits: Map<number, Hit>; isRelaxed: boolean }

export async function gather(wanted: Wanted, { index, vocabulary }: Sources): Promise<Gathered> {
  const narrow = await clausesOf(wanted, index, 'narrow')
  const scores = await jointScores(wanted, index)
  const strict = intersection(narrow, scores)
  if (strict.size >= few || narrow.length === 0) return { hits: strict, isRelaxed: false }
  const words = oneByOne(wanted.terms)
  // Looking up longer words for every one of many words would fetch too much of the index.
  const isLong = words.length > many
  if (isLong && strict.size > 0) return { hits: strict, isRelaxed: false }
  const some = await clausesOf({ ...wanted, terms: mostSpecific(wanted.terms, vocabulary).kept }, index, 'narrow')
  const widened = intersection(isLong ? some : await clausesOf(wanted, index, 'wide'), scores)
  if (widened.size > 0) return { hits: widened, isRelaxed: false }
  return { hits: mostOf(some), isRelaxed: some.length > 1 }
}

/** One way to say something: words that must all be there, or a phrase. */
type Way = { words: string[] } | { phrase: string }
export const wayOf = ({ text, isPhrase }: QueryPiece): Way =>
  isPhrase ? { phrase: text } : { words: searchWords(text).filter(word => !isCommonest(word)) }

/** For each thing asked for, the records that say it in any way. */
function clausesOf({ terms, phrases, choices }: Wanted, index: Index, breadth: Breadth): Promise<ClauseMatches[]> {
  const ways: Way[][] = [
    ...terms.map(({ words, typed, concepts }) => [
      { words: breadth === 'wide' ? typed : words },
      ...concepts.map(({ token }) => ({ words: [token] })),
    ]),
    ...phrases.map(phrase => [{ phrase }]),
    ...choices.map(some => some.map(wayOf)),
  ]
  return Promise.all(ways.map(some => anyOf(some, index, breadth)))
}

async function anyOf(ways: readonly Way[], index: Index, breadth: Breadth): Promise<ClauseMatches> {
  const found = await Promise.all(ways.map(way => recordsBy(way, index, breadth)))
  const all: ClauseMatches = new Map()
  for (const clause of found) for (const [place, record] of clause) if (!all.has(place)) all.set(place, record)
  return all
}

/** The records that say it this way. */
export async function recordsBy(way: Way, index: Index, breadth: Breadth): Promise<ClauseMatches> {
  if ('phrase' in way) return byPlace(await recordsWithPhrase(way.phrase, index))
  const [first = new Map(), ...others] = await Promise.all(way.words.map(word => recordsWith(word, index, breadth)))
  return new Map([...first].filter(([place]) => others.every(other => other.has(place))))
}

async function recordsWith(word: string, index: Index, breadth: Breadth): Promise<ClauseMatches> {
  const exact = byPlace(await index.search(`"${word}"`))
  // "LAC" is not short for "lack".
  if (exact.size > 0 && (breadth === 'narrow' || word.length < few)) return exact
  const longer = (await longerWords(word, index)).slice(0, mostLonger)
  const found = await Promise.all(longer.map(begun => index.search(`"${begun}"`)))
  return new Map([...found.reverse().flatMap(records => [...byPlace(records)]), ...exact])
}
/** Each may need another part of the index. */
const mostLonger = 5

/** Pagefind's ranking of all the words together: as typed, and with each concept replaced by its token. */
async function jointScores({ terms, phrases, choices }: Wanted, index: Index): Promise<Map<number, FoundRecord>> {
  const quoted = phrases.flatMap(specificWords)
  const typed = [...terms.flatMap(({ words }) => words), ...quoted].join(' ')
  const short = [...terms.flatMap(({ words, concepts: [concept] }) => concept?.token ?? words), ...quoted].join(' ')
  const either = choices.flat().map(({ text }) => [typed, ...searchWords(text)].join(' ').trim())
  const questions = [...new Set(either.length > 0 ? either : [typed, short])]
  if (typed.includes(' ') && phrases.length + choices.length === 0) questions.push(`"${typed}"`)
  const scores = new Map<number, FoundRecord>()
  for (const found of await Promise.all(questions.map(question => index.search(question))))
    for (const record of found) {
      const earlier = scores.get(record.place)
      // Words next to each other, as typed, count for more than scattered ones.
      if (earlier)
        scores.set(record.place, { ...earlier, score: Math.max(earlier.score, record.score) + earlier.score / 2 })
      else scores.set(record.place, record)
    }
  return scores
}

function intersection(clauses: readonly ClauseMatches[], scores: ReadonlyMap<number, FoundRecord>): Map<number, Hit> {
  const [first = new Map<number, FoundRecord>(), ...others] = clauses
  const hits = new Map<number, Hit>()
  for (const [place, found] of first) {
    if (!others.every(other => other.has(place))) continue
    const joint = scores.get(place)
    const alone = clauses.reduce((sum, clause) => sum + (clause.get(place)?.score ?? 0), 0) / 10
    const words = [joint, ...clauses.map(clause => clause.get(place))].flatMap(one => one?.words ?? [])
    hits.set(place, { found: { ...(joint ?? found), words }, score: joint?.score ?? alone })
  }
  return hits
}

/** The records with at least half of what was asked for, those with the most first. */
function mostOf(clauses: readonly ClauseMatches[]): Map<number, Hit> {
  const hits = new Map<number, Hit & { has: number }>()
  for (const clause of clauses)
    for (const [place, found] of clause) {
      const before = hits.get(place)
      const words = [...(before?.found.words ?? []), ...found.words]
      // A rare word counts for more than a common one.
      const score = (before?.score ?? 0) + 10 + found.score + 20 / clause.size
      hits.set(place, { found: { ...found, words }, score, has: (before?.has ?? 0) + 1 })
    }
  const enough = Math.max(1, Math.ceil(clauses.length / 2))
  return new Map([...hits].filter(([, { has }]) => has >= enough))
}

const byPlace = (found: readonly FoundRecord[]): ClauseMatches => new Map(found.map(record => [record.place, record]))
