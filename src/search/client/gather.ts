/** Puts Pagefind's answers to single questions together: which records have everything that is asked for, or most. */
import { wordsOf } from '../spelling.ts'
import type { Found, Hit, Index } from './find.ts'
import { isBeginning } from './known-words.ts'
import { oneByOne, type Wanted } from './terms.ts'

/** With fewer hits than this a word also stands for longer ones that begin with it ("child", "children"). */
export const few = 4

/** One thing that a hit must have: the records that have it, by id, with their scores for it alone. */
type Clause = Map<string, Found>
/** `narrow`: the word itself, in any of its forms. `wide`: longer words, too. */
type Breadth = 'narrow' | 'wide'

/** The records that have all of it; where there is none, `isRelaxed`: those that have at least half. */
export async function gather(wanted: Wanted, index: Index): Promise<{ hits: Map<string, Hit>; isRelaxed: boolean }> {
  const narrow = await clausesOf(wanted, index, 'narrow')
  const scores = await jointScores(wanted, index)
  const strict = intersection(narrow, scores)
  if (strict.size >= few || narrow.length === 0) return { hits: strict, isRelaxed: false }
  const widened = intersection(await clausesOf(wanted, index, 'wide'), scores)
  if (widened.size > 0) return { hits: widened, isRelaxed: false }
  const single = await clausesOf({ ...wanted, terms: oneByOne(wanted.terms) }, index, 'wide')
  return { hits: mostOf(single), isRelaxed: single.length > 1 }
}

/** The records with a phrase, or with all of some words: for what a query excludes. */
export async function recordsWithAll(text: { words: string[] } | { phrase: string }, index: Index): Promise<string[]> {
  return [...(await recordsBy(text, index, 'narrow')).keys()]
}

/** A way to say one thing: words that must all be there, or one phrase. */
type Way = { words: string[] } | { phrase: string }

/** For each thing that the query asks for, the records that say it in one of its ways. */
function clausesOf({ terms, phrases }: Wanted, index: Index, breadth: Breadth): Promise<Clause[]> {
  const ways: Way[][] = [
    ...terms.map(({ words, typed, concepts }) => [
      { words: breadth === 'wide' ? typed : words },
      ...concepts.map(({ token }) => ({ words: [token] })),
    ]),
    ...phrases.map(phrase => [{ phrase }]),
  ]
  return Promise.all(ways.map(some => anyOf(some, index, breadth)))
}

async function anyOf(ways: readonly Way[], index: Index, breadth: Breadth): Promise<Clause> {
  const found = await Promise.all(ways.map(way => recordsBy(way, index, breadth)))
  const all: Clause = new Map()
  for (const clause of found) for (const [id, record] of clause) if (!all.has(id)) all.set(id, record)
  return all
}

async function recordsBy(way: Way, index: Index, breadth: Breadth): Promise<Clause> {
  if ('phrase' in way) return byId(await index.search(`"${way.phrase.replaceAll('"', ' ').trim()}"`))
  const [first = new Map(), ...others] = await Promise.all(way.words.map(word => recordsWith(word, index, breadth)))
  return new Map([...first].filter(([id]) => others.every(other => other.has(id))))
}

async function recordsWith(word: string, index: Index, breadth: Breadth): Promise<Clause> {
  const exact = byId(await index.search(`"${word}"`))
  // "LAC" is not short for "lack".
  if (exact.size > 0 && (breadth === 'narrow' || word.length < few)) return exact
  if (!(await isBeginning(word, index))) return exact
  return new Map([...byId(await index.search(word)), ...exact])
}

/** Pagefind's own ranking of all the words at once, as typed and with the one word for what they mean. */
async function jointScores({ terms, phrases }: Wanted, index: Index): Promise<Map<string, Found>> {
  const quoted = phrases.flatMap(wordsOf)
  const typed = [...terms.flatMap(({ words }) => words), ...quoted].join(' ')
  const short = [...terms.flatMap(({ words, concepts: [concept] }) => concept?.token ?? words), ...quoted].join(' ')
  const questions = [...new Set([typed, short])]
  if (typed.includes(' ') && phrases.length === 0) questions.push(`"${typed}"`)
  const scores = new Map<string, Found>()
  for (const found of await Promise.all(questions.map(question => index.search(question))))
    for (const record of found) {
      const known = scores.get(record.id)
      // Side by side, as typed, counts for more than scattered.
      if (known) scores.set(record.id, { ...known, score: Math.max(known.score, record.score) + known.score / 2 })
      else scores.set(record.id, record)
    }
  return scores
}

function intersection(clauses: readonly Clause[], scores: ReadonlyMap<string, Found>): Map<string, Hit> {
  const [first = new Map<string, Found>(), ...others] = clauses
  const hits = new Map<string, Hit>()
  for (const [id, found] of first) {
    if (!others.every(other => other.has(id))) continue
    const joint = scores.get(id)
    const alone = clauses.reduce((sum, clause) => sum + (clause.get(id)?.score ?? 0), 0) / 10
    const words = [...new Set([...(joint?.words ?? []), ...clauses.flatMap(clause => clause.get(id)?.words ?? [])])]
    hits.set(id, { found: { ...(joint ?? found), words: words.sort((a, b) => a - b) }, score: joint?.score ?? alone })
  }
  return hits
}

/** Where nothing has everything: what has at least half, those with more of it first. */
function mostOf(clauses: readonly Clause[]): Map<string, Hit> {
  const hits = new Map<string, Hit & { has: number }>()
  for (const clause of clauses)
    for (const [id, found] of clause) {
      const before = hits.get(id)
      const words = [...new Set([...(before?.found.words ?? []), ...found.words])].sort((a, b) => a - b)
      // A word that few records have says more than one that many have.
      const score = (before?.score ?? 0) + 10 + found.score + 20 / clause.size
      hits.set(id, { found: { ...found, words }, score, has: (before?.has ?? 0) + 1 })
    }
  const enough = Math.max(1, Math.ceil(clauses.length / 2))
  return new Map([...hits].filter(([, { has }]) => has >= enough))
}

const byId = (found: readonly Found[]): Clause => new Map(found.map(record => [record.id, record]))
