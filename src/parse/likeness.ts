import { tellingWords, wordsOf } from './wording.ts'

/**
 * How much of a title's telling words a text holds: `share` from 0 to 1, where words that few of the update's titles have weigh
 * more; `words` counts those held, `rare` those of them that no other title has.
 */
type Coverage = { share: number; words: number; rare: number }

/** A title that the publication list prints; `main` is its first line, where a subtitle stands on a line of its own. */
export type ListedTitle = { title: string; main: string }

/** A listed title with its words counted once, so that comparing it with every story stays cheap. */
export type Candidate = ListedTitle & { words: ReadonlySet<string>; flat: string }

/** The titles that the publication list prints, and by which of their words they are found. */
export type Listed = { counts: ReadonlyMap<string, number>; byWord: ReadonlyMap<string, readonly Candidate[]> }

/** Makes titles findable by their words; a title that the list prints twice counts once. */
export function indexTitles(titles: readonly ListedTitle[]): Listed {
  const candidates = titles.map(
    (listed): Candidate => ({
      ...listed,
      words: new Set(tellingWords(listed.title)),
      flat: wordsOf(listed.title).join(' '),
    }),
  )
  const byWord = new Map<string, Candidate[]>()
  for (const candidate of new Map(candidates.map(title => [title.flat, title])).values()) {
    for (const word of candidate.words) {
      const found = byWord.get(word)
      if (found === undefined) byWord.set(word, [candidate])
      else found.push(candidate)
    }
  }
  return { counts: new Map([...byWord].map(([word, found]) => [word, found.length])), byWord }
}

/** The listed titles that share a word with others. */
export const titlesWith = ({ byWord }: Listed, words: Iterable<string>): Candidate[] => [
  ...new Set([...words].flatMap(word => byWord.get(word) ?? [])),
]

/** The listed titles that have a word which no other has, and which stands among these. */
export const titlesMarkedBy = ({ byWord }: Listed, words: Iterable<string>): Candidate[] => [
  ...new Set(
    [...words].flatMap(word => {
      const found = byWord.get(word)
      return found?.length === 1 ? found : []
    }),
  ),
]

/** What of a title's telling words a text has. `counts`: how many of the update's listed titles hold each word. */
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

/** Enough of a title for a text to be about it. */
export const isStrong = (coverage: Coverage): boolean =>
  coverage.share >= 0.5 && coverage.words >= 3 && coverage.rare >= 1
