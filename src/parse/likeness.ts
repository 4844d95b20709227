import { tellingWords, wordsOf } from './wording.ts'

/**
 * How much of a title's telling words a text holds, from 0 to 1; words that few of the update's titles share weigh more.
 * `rare` counts the shared words that no other title has.
 */
export type Coverage = { share: number; words: number; rare: number }

/** A title with its words counted once, so that comparing it with every story stays cheap. */
export type Candidate = { title: string; words: Set<string>; flat: string }

export const candidateOf = (title: string): Candidate => ({
  title,
  words: new Set(tellingWords(title)),
  flat: wordsOf(title).join(' '),
})

/** How many of the titles hold each word. */
export function countWords(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { words } of candidates) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

export function coverageOf(
  candidate: Candidate,
  text: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): Coverage {
  let [held, all, words, rare] = [0, 0, 0, 0]
  for (const word of candidate.words) {
    const weight = Math.log(1 + counts.size / (counts.get(word) ?? 1))
    all += weight
    if (!text.has(word)) continue
    held += weight
    words += 1
    if ((counts.get(word) ?? 1) === 1) rare += 1
  }
  return { share: all === 0 ? 0 : held / all, words, rare }
}
