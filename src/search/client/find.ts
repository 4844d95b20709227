/**
 * Which records a query's words find, and how well each fits. Pagefind answers single questions (these words, this
 * phrase); this file asks them and puts the answers together, so that phrases, exclusions and several ways to say one
 * thing can be mixed, and a slip of the finger still leads somewhere.
 */
import { type Concept, conceptFinder, wordsOf } from '../spelling.ts'
import type { Query } from './query.ts'
import { listsFor, nearestWord, readWordList, type WordCount } from './suggest.ts'

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
  /** Words that nothing has, and what was searched for in their stead (null: nothing near). */
  corrections: { typed: string; instead: string | null }[]
  /** Words that are rare where a near one is common: not replaced, asked about. */
  doubts: { typed: string; instead: string }[]
  /** What to mark in the texts: words and phrases, with the other forms of what they mean. */
  marks: string[]
}

export type Look = { index: Index; concepts: readonly Concept[] }

/** With fewer hits than this a word also stands for longer ones that begin with it ("child", "children"). */
const few = 4

export async function find(query: Query, look: Look): Promise<Finding> {
  const { index } = look
  const terms = termsOf(query.words.flatMap(wordsOf), look)
  const excluded = await excludedBy(query, index)
  if (terms.length + query.phrases.length === 0) {
    const all = await index.all()
    return { ...nothing, hits: without(new Map(all.map(found => [found.id, { found, score: 0 }])), excluded) }
  }
  const { known, corrections } = await spelled(terms, index)
  const wanted: Wanted = { terms: known, phrases: query.phrases }
  const { hits, isRelaxed } = await match(wanted, index)
  const left = without(hits, excluded)
  const doubts =
    left.size < few
      ? await doubtsAbout(
          known.filter(isPlain).flatMap(({ words }) => words),
          index,
        )
      : []
  return { hits: left, isRelaxed, corrections, doubts, marks: marksOf(wanted) }
}

/** One thing that the query asks for: a word, or several that name a concept together. */
type Term = { words: string[]; concepts: Concept[] }
type Wanted = { terms: Term[]; phrases: string[] }
const nothing: Finding = { hits: new Map(), isRelaxed: false, corrections: [], doubts: [], marks: [] }
const isPlain = ({ concepts }: Term): boolean => concepts.length === 0

/** Words that say nothing are left out where others are there, but not before "Department for Education" is known. */
function termsOf(words: readonly string[], { concepts }: Look): Term[] {
  const stretches = conceptFinder(concepts).within(words)
  const terms = words.flatMap((word, place): Term[] => {
    const meant = stretches.filter(({ from, to }) => from <= place && place < to)
    const [first] = meant
    if (first === undefined) return [{ words: [word], concepts: [] }]
    if (place !== first.from) return []
    return [{ words: telling(words.slice(first.from, first.to)), concepts: meant.map(({ concept }) => concept) }]
  })
  const said = terms.filter(term => !isPlain(term) || term.words.some(word => !silent.has(word)))
  return said.length > 0 ? said : terms
}

/** The terms with the words that nothing has put right, or left out. A concept needs no word of it to be known. */
async function spelled(terms: Term[], index: Index): Promise<{ known: Term[]; corrections: Finding['corrections'] }> {
  const checked = await Promise.all(
    terms.map(async (term): Promise<{ term: Term | null; correction: Finding['corrections'] }> => {
      const [word = ''] = term.words
      if (!isPlain(term) || (await isKnown(word, index))) return { term, correction: [] }
      const { typed, instead } = await correct(word, index)
      const better = instead === null ? null : { words: [instead], concepts: [] }
      return { term: better, correction: [{ typed, instead }] }
    }),
  )
  return {
    known: checked.flatMap(({ term }) => term ?? []),
    corrections: checked.flatMap(({ correction }) => correction),
  }
}

const telling = (words: readonly string[]): string[] => {
  const said = words.filter(word => !silent.has(word))
  return said.length > 0 ? said : [...words]
}
const silent = new Set(
  'a about an and any are as at be been by can did do does for from had has have how i in into is it its of on or our s so that the their them then there these they this to was we were what when where which who why will with you your'.split(
    ' ',
  ),
)

/** One thing that a hit must have: the ids that have it, and each record's own score for it. */
type Clause = Map<string, Found>

/** Whether the archive has the word, or at least longer ones that begin with it. */
async function isKnown(word: string, index: Index): Promise<boolean> {
  if ((await index.search(`"${word}"`)).length > 0) return true
  // Pagefind falls back on shorter words ("safegaurding" → "safe"): its having results says nothing.
  const listed = await listedUnder(word.slice(0, 1), index)
  return listed.some(entry => entry.word.startsWith(word))
}

async function match(wanted: Wanted, index: Index): Promise<{ hits: Map<string, Hit>; isRelaxed: boolean }> {
  const clauses = clausesOf(wanted)
  const narrow = await Promise.all(clauses.map(ways => anyOf(ways, index, 'narrow')))
  const scores = await jointScores(wanted, index)
  const strict = intersection(narrow, scores)
  if (strict.size >= few || narrow.length === 0) return { hits: strict, isRelaxed: false }
  const wide = await Promise.all(clauses.map(ways => anyOf(ways, index, 'wide')))
  const widened = intersection(wide, scores)
  if (widened.size > 0) return { hits: widened, isRelaxed: false }
  return { hits: mostOf(wide), isRelaxed: wide.length > 1 }
}

/** A way to say one thing: words that must all be there, or one phrase. */
type Way = { words: string[] } | { phrase: string }

/** For each thing that the query asks for, the ways in which the archive may say it. */
const clausesOf = ({ terms, phrases }: Wanted): Way[][] => [
  ...terms.map(({ words, concepts }) => [{ words }, ...concepts.map(({ token }) => ({ words: [token] }))]),
  ...phrases.map(phrase => [{ phrase }]),
]

async function anyOf(ways: readonly Way[], index: Index, breadth: 'narrow' | 'wide'): Promise<Clause> {
  const found = await Promise.all(ways.map(way => waysOf(way, index, breadth)))
  const all: Clause = new Map()
  for (const clause of found) for (const [id, record] of clause) if (!all.has(id)) all.set(id, record)
  return all
}

async function waysOf(way: Way, index: Index, breadth: 'narrow' | 'wide'): Promise<Clause> {
  if ('phrase' in way) return byId(await index.search(`"${wordless(way.phrase)}"`))
  const clauses = await Promise.all(way.words.map(word => recordsWith(word, index, breadth)))
  const [first = new Map(), ...others] = clauses
  return new Map([...first].filter(([id]) => others.every(other => other.has(id))))
}

async function recordsWith(word: string, index: Index, breadth: 'narrow' | 'wide'): Promise<Clause> {
  const exact = byId(await index.search(`"${word}"`))
  if (exact.size > 0 && (breadth === 'narrow' || word.length < few)) return exact
  const longer = byId(await index.search(word))
  return new Map([...longer, ...exact])
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

async function excludedBy(query: Query, index: Index): Promise<Set<string>> {
  const clauses = await Promise.all(
    query.without.map(({ text, isPhrase }) =>
      isPhrase ? waysOf({ phrase: text }, index, 'narrow') : waysOf({ words: wordsOf(text) }, index, 'narrow'),
    ),
  )
  return new Set(clauses.flatMap(clause => [...clause.keys()]))
}

const without = (hits: Map<string, Hit>, excluded: ReadonlySet<string>): Map<string, Hit> =>
  new Map([...hits].filter(([id]) => !excluded.has(id)))

const byId = (found: readonly Found[]): Clause => new Map(found.map(record => [record.id, record]))
/** A phrase for Pagefind, which must not meet quotes inside of it. */
const wordless = (phrase: string): string => phrase.replaceAll('"', ' ').trim()

const listedUnder = async (letter: string, index: Index): Promise<WordCount[]> =>
  /[a-z]/u.test(letter) ? readWordList(await index.wordList(`${letter}.txt`)) : []

async function correct(typed: string, index: Index): Promise<{ typed: string; instead: string | null }> {
  const lists = await Promise.all(listsFor(typed).map(name => index.wordList(name)))
  return { typed, instead: nearestWord(typed, lists.flatMap(readWordList)) }
}

/** A word that stands in one or two records, where one like it stands in ten times as many, may be a slip of both. */
async function doubtsAbout(words: readonly string[], index: Index): Promise<Finding['doubts']> {
  const asked = await Promise.all(
    words
      .filter(word => word.length > few)
      .map(async typed => {
        const list = await listedUnder(typed.slice(0, 1), index)
        const own = list.find(({ word }) => word === typed)?.count ?? 0
        const instead = nearestWord(
          typed,
          list.filter(({ word, count }) => count >= 10 * Math.max(1, own) && !word.startsWith(typed)),
        )
        return instead === null ? [] : [{ typed, instead }]
      }),
  )
  return asked.flat()
}

/** What to mark: the words and phrases, and every form of what they mean: "EHC plan" for "EHCP". */
const marksOf = ({ terms, phrases }: Wanted): string[] => [
  ...new Set([
    ...terms.flatMap(term =>
      isPlain(term) ? term.words : [term.words.join(' '), ...term.concepts.flatMap(({ forms }) => forms)],
    ),
    ...phrases,
  ]),
]
