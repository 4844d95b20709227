import { readStatement } from '../publications/statements.ts'
import { type Candidate, coverageOf, isStrong, type TitleIndex, titlesWith } from '../text/likeness.ts'
import { distinctiveOf, wordsOf } from '../text/wording.ts'
import { type DraftStory, textOfStory } from './evidence.ts'
import { onlyTitleLeft, type Surroundings } from './lost-titles.ts'

/**
 * The title that another line of the same update supplies for a story that lost its own: the publication in its first
 * sentence; or else the listed one whose words its text repeats and that no titled story is about (`titled`: the words of
 * their titles); or else the only one left of the publisher or day that it names. null if there is none.
 */
export function supplyTitle(
  story: DraftStory,
  { listed, ...around }: Surroundings & { listed: TitleIndex },
  titled: readonly ReadonlySet<string>[],
): string | null {
  const all = wordsOf(textOfStory(story))
  const words = new Set(distinctiveOf(all))
  const flat = ` ${all.join(' ')} `
  const best = titlesWith(listed, words)
    .flatMap(candidate => {
      const share = shareOf(candidate, { words, flat })
      return share === null ? [] : [{ candidate, share }]
    })
    .filter(({ candidate }) => !titled.some(title => coverageOf(candidate, title).share >= 0.6))
    .sort((a, b) => b.share - a.share)[0]
  const quoted = best !== undefined && best.share >= 1
  return (quoted ? null : reportedTitle(story)) ?? best?.candidate.main ?? mainOf(onlyTitleLeft(story, around), listed)
}

const mainOf = (title: string | null, listed: TitleIndex): string | null =>
  title === null
    ? null
    : (titlesWith(listed, distinctiveOf(wordsOf(title))).find(one => one.title === title)?.main ?? title)

/** The title of the publication that a story's sentences report. */
function reportedTitle(story: DraftStory): string | null {
  for (const block of story.parts.flatMap(part => part.blocks)) {
    const statement = block.kind === 'text' ? readStatement(block.text) : null
    if (statement?.sense != null) return statement.isNamed ? statement.title : null
  }
  return null
}

/** How much a story takes up of a title, 1 where it quotes it; null where it is not about it. */
function shareOf(candidate: Candidate, text: { words: ReadonlySet<string>; flat: string }): number | null {
  const coverage = coverageOf(candidate, text.words)
  // What quotes a title has all its words.
  const whole = coverage.words >= 2 && coverage.words === candidate.words.size
  if (whole && text.flat.includes(` ${candidate.flat} `)) return 1
  return isStrong(coverage) ? coverage.share : null
}
