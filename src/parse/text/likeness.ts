import { distinctiveOf, wordsOf } from './wording.ts'

/**
 * How much of a title's distinctive words a text holds: `share` from 0 to 1, where words that few of the update's titles have weigh
 * more; `words` counts those held, `rare` those of them that no other title has.
 */
type Coverage = { share: number; words: number; rare: number }

/** A title in the publication list; `main` is its first line, if a subtitle has a line of its own. */
export type ListedTitle = { title: string; main: string }

/** The weight of a distinctive word of a title; `rare`: no other title has it. */
type Weight = { weight: number; rare: boolean }
/** A listed title with its words counted and weighed once, so that comparing it with every story stays cheap. */
export type Candidate = ListedTitle & { words: ReadonlyMap<string, Weight>; weight: number; flat: string }

/** The titles in the publication list, by each of their distinctive words. */
export type TitleIndex = ReadonlyMap<string, readonly Candidate[]>

/** Makes titles findable by their words; a title that the list prints twice counts once. */
export function indexTitles(titles: readonly ListedTitle[]): TitleIndex {
  const distinct = new Map(
    titles.map(listed => {
      const words = wordsOf(listed.title)
      return [words.join(' '), { listed, distinctive: new Set(distinctiveOf(words)) }] as const
    }),
  )
  const counts = new Map<string, number>()
  for (const { distinctive } of distinct.values())
    for (const word of distinctive) counts.set(word, (counts.get(word) ?? 0) + 1)
  const byWord = new Map<string, Candidate[]>([...counts.keys()].map(word => [word, []]))
  const weights = new Map([...counts].map(([word, count]) => [word, weightOf(count, counts.size)]))
  for (const [flat, { listed, distinctive }] of distinct) {
    const words = new Map([...distinctive].map(word => [word, weights.get(word) ?? weightOf(1, counts.size)]))
    const weight = [...words.values()].reduce((sum, word) => sum + word.weight, 0)
    const candidate = { words, weight, flat, ...listed }
    for (const word of distinctive) byWord.get(word)?.push(candidate)
  }
  return byWord
}

/** A word that `count` titles have weighs more the fewer they are; `all`: how many words the titles have together. */
const weightOf = (count: number, all: number): Weight => ({ weight: Math.log(1 + all / count), rare: count === 1 })

/** The listed titles that share a word with others. */
export function titlesWith(listed: TitleIndex, words: Iterable<string>): Candidate[] {
  const found = new Set<Candidate>()
  for (const word of words) for (const title of listed.get(word) ?? []) found.add(title)
  return [...found]
}

/** The listed titles that have one of these words and share it with no other title. */
export function titlesMarkedBy(listed: TitleIndex, words: Iterable<string>): Candidate[] {
  const found = new Set<Candidate>()
  for (const word of words) {
    const titles = listed.get(word)
    if (titles?.length === 1) for (const title of titles) found.add(title)
  }
  return [...found]
}

/** Which of a title's distinctive words a text has. */
export function coverageOf(candidate: Candidate, text: ReadonlySet<string>): Coverage {
  let [held, words, rare] = [0, 0, 0]
  for (const [word, known] of candidate.words) {
    if (!text.has(word)) continue
    held += known.weight
    words += 1
    if (known.rare) rare += 1
  }
  return { share: candidate.weight === 0 ? 0 : held / candidate.weight, words, rare }
}

/** Enough of a title for a text to be about it. */
export const isStrong = (coverage: Coverage): boolean =>
  coverage.share >= 0.5 && coverage.words >= 3 && coverage.rare >= 1
