/** What a query asks for: words, and groups of words that name a concept together. */
import { type Concept, conceptFinder, isCommonest } from '../../spelling.ts'
import type { QueryPiece } from './query.ts'

/** A word, or several that name a concept together. */
export type Term = {
  /** What to search for first. */
  words: string[]
  /** What was typed, without silent words. */
  typed: string[]
  concepts: Concept[]
}
/** A word by itself. */
export const termOf = (word: string): Term => ({ words: [word], typed: [word], concepts: [] })
/** `choices`: a hit must have one of each. */
export type Wanted = { terms: Term[]; phrases: string[]; choices: QueryPiece[][] }
export const isPlain = ({ concepts }: Term): boolean => concepts.length === 0

/** What the page knows about words before it searches. */
export type Vocabulary = { concepts: readonly Concept[]; silent: ReadonlySet<string>; frequent: ReadonlySet<string> }

/** Silent words are left out if there are others, but only after finding concepts such as "Department for Education". */
export function termsOf(words: readonly string[], { concepts, silent }: Vocabulary): Term[] {
  const isAsked = isQuestion(words)
  const saysNothing = (word: string) => silent.has(word) || (isAsked && inQuestions.has(word))
  const meaningful = (words: readonly string[]): string[] => {
    const said = words.filter(word => !silent.has(word))
    return said.length > 0 ? said : [...words]
  }
  const stretches = conceptFinder(concepts).within(words)
  const terms = words.flatMap((word, place): Term[] => {
    const meant = stretches.filter(({ from, to }) => from <= place && place < to)
    const [first] = meant
    if (first === undefined) return [termOf(word)]
    if (place !== first.from) return []
    const typed = meaningful(words.slice(first.from, first.to))
    // The token finds every form of the concept; many words would mean fetching many parts of the index.
    const isLong = typed.length > 2 || words.length > 6
    return [{ words: isLong ? [first.concept.token] : typed, typed, concepts: meant.map(({ concept }) => concept) }]
  })
  const said = terms.filter(term => !isPlain(term) || !term.words.every(saysNothing))
  return said.length > 0 ? said : terms.filter(({ typed }) => !typed.some(isCommonest))
}

/** "who runs …", "when is the next …". */
export const isQuestion = ([first = '', second = '']: readonly string[]): boolean =>
  opensQuestion.has(first) && second !== ''
const opensQuestion = new Set(
  'are can did do does how is next tell what whats when whens where which who whom whos whose why'.split(' '),
)
/** Words of a question that do not say what it is about. */
const inQuestions = new Set([
  ...opensQuestion,
  ...'chairs contact convenes find happening held i leads many me meet meeting meetings meets much my next responsible runs should speak talk there you'.split(
    ' ',
  ),
])

/** Each needs another part of the index. */
const mostTerms = 4

/**
 * Keeps the most specific of many terms: names and numbers, then the longest words; a frequent word only if there are not
 * two others. `leftOut`: the rest, as typed.
 */
export function mostSpecific(terms: readonly Term[], { frequent }: Vocabulary): { kept: Term[]; leftOut: string[] } {
  const weight = ({ concepts, typed: [word = ''] }: Term) =>
    concepts.length > 0 || /\d{3}/.test(word) ? 99 : frequent.has(word) ? 0 : word.length
  const most = [...terms]
    .sort((a, b) => weight(b) - weight(a))
    .filter((term, nth) => nth < (weight(term) ? mostTerms : 2))
  const kept = terms.length > mostTerms ? terms.filter(term => most.includes(term)) : [...terms]
  return { kept, leftOut: terms.flatMap(term => (kept.includes(term) ? [] : term.typed)) }
}

/** The terms split into single words, without their concepts. */
export const oneByOne = (terms: readonly Term[]): Term[] => terms.flatMap(({ typed }) => typed.map(termOf))

/** What to mark: the words and phrases, and all their other forms ("EHC plan" for "EHCP"). */
export const marksOf = ({ terms, phrases, choices }: Wanted): string[] => [
  ...new Set([
    ...terms.flatMap(term =>
      isPlain(term) ? term.words : [term.typed.join(' '), ...term.concepts.flatMap(({ forms }) => forms)],
    ),
    ...phrases,
    ...choices.flatMap(some => some.map(({ text }) => text)),
  ]),
]
