/** What a query asks for, thing by thing: words, and words that together name something. */
import { type Concept, conceptFinder } from '../spelling.ts'

/** One thing that the query asks for: a word, or several that name a concept together. */
export type Term = {
  /** What to search for first. */
  words: string[]
  /** What was typed, without words that say nothing. */
  typed: string[]
  concepts: Concept[]
}
/** A word by itself. */
export const termOf = (word: string): Term => ({ words: [word], typed: [word], concepts: [] })
export type Wanted = { terms: Term[]; phrases: string[] }
export const isPlain = ({ concepts }: Term): boolean => concepts.length === 0

/** Words that say nothing are left out where others are there, but not before "Department for Education" is known. */
export function termsOf(words: readonly string[], concepts: readonly Concept[]): Term[] {
  const stretches = conceptFinder(concepts).within(words)
  const terms = words.flatMap((word, place): Term[] => {
    const meant = stretches.filter(({ from, to }) => from <= place && place < to)
    const [first] = meant
    if (first === undefined) return [termOf(word)]
    if (place !== first.from) return []
    const typed = telling(words.slice(first.from, first.to))
    // The one word brings what prints any form of it, and three words would be three parts of the index to fetch.
    const isLong = typed.length > 2
    return [{ words: isLong ? [first.concept.token] : typed, typed, concepts: meant.map(({ concept }) => concept) }]
  })
  const said = terms.filter(term => !isPlain(term) || term.words.some(word => !silent.test(word)))
  return said.length > 0 ? said : terms
}

const telling = (words: readonly string[]): string[] => {
  const said = words.filter(word => !silent.test(word))
  return said.length > 0 ? said : [...words]
}
const silent =
  /^(?:a|about|an|and|are|as|at|be|by|can|did|do|does|for|from|had|has|have|how|i|in|is|it|its|of|on|or|our|s|so|that|the|their|they|this|to|was|we|what|when|where|which|who|will|with)$/u

/** The words of the terms one by one, whatever they mean together. */
export const oneByOne = (terms: readonly Term[]): Term[] => terms.flatMap(({ typed }) => typed.map(termOf))

/** What to mark: the words and phrases, and every form of what they mean: "EHC plan" for "EHCP". */
export const marksOf = ({ terms, phrases }: Wanted): string[] => [
  ...new Set([
    ...terms.flatMap(term =>
      isPlain(term) ? term.words : [term.typed.join(' '), ...term.concepts.flatMap(({ forms }) => forms)],
    ),
    ...phrases,
  ]),
]
