import { type Candidate, candidateOf, coverageOf } from './likeness.ts'
import { readStatement } from './statements.ts'
import { type DraftStory, isStrong, textOf } from './stories.ts'
import { tellingWords, wordsOf } from './wording.ts'

/** A title that the publication list prints; `main` is its first line, where a subtitle stands on a line of its own. */
export type ListedTitle = { title: string; main: string }

type Known = { listed: readonly ListedTitle[]; claimed: readonly string[]; counts: ReadonlyMap<string, number> }

/**
 * The title that another line of the same update supplies for a story which lost its own: the publication that its first
 * sentence tells of, else the listed one whose words its text takes up, and which no titled story is about. null: none does.
 */
export function supplyTitle(story: DraftStory, known: Known): string | null {
  const opening = story.parts
    .flatMap(part => part.blocks)
    .find(block => readStatement(block.text)?.verb != null && block.kind === 'text')
  const told = opening === undefined ? null : readStatement(opening.text)
  const words = new Set(tellingWords(textOf(story)))
  const flat = ` ${wordsOf(textOf(story)).join(' ')} `
  const titles = known.claimed.map(title => new Set(tellingWords(title)))
  const best = known.listed
    .map(listed => ({ listed, candidate: candidateOf(listed.title) }))
    .filter(({ candidate }) => !titles.some(title => isAbout(title, candidate, known.counts)))
    .map(({ listed, candidate }) => ({ listed, ...rank(candidate, words, flat, known.counts) }))
    .filter(({ strong }) => strong)
    .sort((a, b) => b.share - a.share)[0]
  if (told !== null && told.title !== '' && (best === undefined || best.share < 1)) return told.title
  return best?.listed.main ?? null
}

const isAbout = (title: ReadonlySet<string>, candidate: Candidate, counts: ReadonlyMap<string, number>) =>
  coverageOf(candidate, title, counts).share >= 0.6

function rank(
  candidate: Candidate,
  words: ReadonlySet<string>,
  flat: string,
  counts: ReadonlyMap<string, number>,
): { share: number; strong: boolean } {
  const coverage = coverageOf(candidate, words, counts)
  const quoted = candidate.words.size >= 2 && flat.includes(` ${candidate.flat} `)
  return { share: quoted ? 1 : coverage.share, strong: quoted || isStrong(coverage) }
}
