/**
 * When two items are the same story. Appearances are read in the order of the updates; each joins the story it fits best
 * or is a first appearance, so that a later update never changes an earlier story.
 *
 * Candidates share a title, a publication or runs of words, and are at most half a year old, so that the cost grows with the
 * number of items.
 */
import type { Item } from '../../update/update.ts'
import { daysIn, editionOf, sameSpelling, titleKey, withoutPassing } from '../publications/titles.ts'
import { type Paragraph, paragraphTexts } from './paragraphs.ts'
import { likeness, type Shingles, shinglesOf } from './shingles.ts'

/** What identifies a story. */
export type StoryText = {
  /** The title without "NOW BOOKING" and days, folded; "" where the text has none. */
  key: string
  /** The title is another line's: of a list, say. */
  isSupplied: boolean
  edition: string
  passing: readonly string[]
  /** Days that title and text name. A search through all of the text, and few stories are asked for it. */
  days: () => readonly string[]
  shingles: Shingles
}

/** An item as it is in one update. `day` counts days from any fixed day; `publications` are those it is about. */
export type Appearance = {
  update: number
  day: number
  kind: Item['kind']
  text: StoryText
  publications: readonly string[]
}

export function storyText(item: Item, paragraphs: readonly Paragraph[]): StoryText {
  const { core, passing } = withoutPassing(item.title ?? '')
  const key = titleKey(core)
  return storyTextOf(item, {
    key,
    edition: editionOf(key),
    passing,
    shingles: shinglesOf(paragraphs.flatMap(({ words }) => words)),
  })
}

/** With the slow parts already worked out. */
export const storyTextOf = (item: Item, found: Omit<StoryText, 'isSupplied' | 'days'>): StoryText => ({
  isSupplied: item.titleSource === 'supplied',
  days: () => [item.title ?? '', ...paragraphTexts(item)].flatMap(daysIn),
  ...found,
})

type StoryForm = StoryText & Pick<Appearance, 'kind' | 'publications'>
type BlockKey = string | number
type Blocks = Map<BlockKey, Open[]>
type Open = { index: number; update: number; since: number; day: number; first: StoryForm; last: StoryForm }

/** After this long without it, a story with the same title is news: many are yearly. */
const longestSilence = 200
/** An item repeated for longer starts a new story once a year, so that "repeated in" never names every update. */
const longestRun = 370
const candidatesPerBlock = 6

/**
 * Groups appearances (oldest update first) into stories, in the order of their first appearances. An update has each story at
 * most once.
 */
export function groupAppearances<One extends Appearance>(appearances: readonly One[]): [One, ...One[]][] {
  const blocks: Blocks = new Map()
  const stories: [One, ...One[]][] = []
  for (const appearance of appearances) {
    const form = { ...appearance.text, kind: appearance.kind, publications: appearance.publications }
    const keys = blockKeys(form)
    const match = bestOf(candidates(blocks, keys, appearance), form)
    const open = match ?? { index: stories.length, update: 0, since: appearance.day, day: 0, first: form, last: form }
    open.update = appearance.update
    open.day = appearance.day
    open.last = form
    for (const key of keys) remember(blocks, key, open)
    const story = stories[open.index]
    if (story === undefined) stories.push([appearance])
    else story.push(appearance)
  }
  return stories
}

/** The title, each publication, and the six smallest shingles: two texts that share most runs share one of these. */
const blockKeys = (story: StoryForm): BlockKey[] => [
  ...(story.key === '' ? [] : [`t${story.key}`]),
  ...story.publications.map(id => `p${id}`),
  ...story.shingles.subarray(0, 6),
]

function candidates(blocks: Blocks, keys: readonly BlockKey[], { update, day }: Appearance): Set<Open> {
  const found = new Set<Open>()
  for (const key of keys)
    for (const open of blocks.get(key) ?? [])
      if (open.update !== update && day - open.day <= longestSilence && day - open.since <= longestRun) found.add(open)
  return found
}

function remember(blocks: Blocks, key: BlockKey, open: Open): void {
  const list = blocks.get(key)
  if (list === undefined) blocks.set(key, [open])
  else if (!list.includes(open)) {
    list.push(open)
    if (list.length > candidatesPerBlock) list.shift()
  }
}

function bestOf(found: Iterable<Open>, story: StoryForm): Open | undefined {
  let best: { open: Open; score: number } | undefined
  for (const open of found) {
    const last = likenessOfStories(open.last, story)
    const score = open.first === open.last ? last : Math.max(last, likenessOfStories(open.first, story))
    if (
      score > 0 &&
      (best === undefined || score > best.score || (score === best.score && open.index > best.open.index))
    )
      best = { open, score }
  }
  return best?.open
}

/** 0: two stories. Above 0: one story; higher is surer. */
function likenessOfStories(earlier: StoryForm, later: StoryForm): number {
  const text = likeness(earlier.shingles, later.shingles)
  // A list of dates is the same only while it says the same: else one "story" would be in every update.
  if (earlier.kind === 'network-dates' || later.kind === 'network-dates')
    return earlier.kind === later.kind && text.ofAll === 1 ? 2 : 0
  if (haveOtherPublications(earlier, later)) return 0
  if (earlier.key === '' || later.key === '') return text.ofShorter >= 0.6 ? text.ofShorter : 0
  if (sameSpelling(earlier.key, later.key)) return sameTitle(earlier, later) ? 1 + text.ofAll : 0
  // "Children in custody" lost its title, and the list supplies "Children in custody 2024–25".
  if (earlier.isSupplied || later.isSupplied) return text.ofShorter >= 0.6 ? text.ofShorter : 0
  if (earlier.edition !== later.edition) return text.ofAll >= 0.9 ? text.ofAll : 0
  // A word of the title changed; a text that is mostly a standing invitation ("Please register using …") is not enough.
  const titles = sharedWords(earlier.key, later.key)
  const enough = titles >= 0.5 ? 0.35 : titles >= 0.25 ? 0.6 : 0.8
  return text.ofAll >= enough ? text.ofAll : 0
}

/** "… to December 2024" and "… to March 2025" may be the same words about two releases. */
const haveOtherPublications = (earlier: StoryForm, later: StoryForm): boolean =>
  earlier.publications.length > 0 &&
  later.publications.length > 0 &&
  !earlier.publications.some(id => later.publications.includes(id))

/**
 * Equal titles need one more thing in common, because "Family Justice Observatory" heads something new each time: some
 * text, a publication, a day that both name, or "NOW BOOKING" at one of them; five words and more say enough alone.
 */
function sameTitle(earlier: StoryForm, later: StoryForm): boolean {
  const text = likeness(earlier.shingles, later.shingles).ofShorter
  if (text >= 0.2) return true
  if (namesAnotherDay(earlier, later)) return false
  return (
    earlier.publications.some(id => later.publications.includes(id)) ||
    earlier.passing.length + later.passing.length > 0 ||
    later.key.split(' ').length >= 5 ||
    shareDay(earlier, later)
  )
}

function shareDay(earlier: StoryForm, later: StoryForm): boolean {
  const days = new Set(earlier.days())
  return days.size > 0 && later.days().some(day => days.has(day))
}

/** "AD Safeguarding Network – next meeting 6 March" and "– next meeting 5 June" announce two meetings. */
function namesAnotherDay(earlier: StoryForm, later: StoryForm): boolean {
  const [before, after] = [earlier.passing.flatMap(daysIn), later.passing.flatMap(daysIn)]
  return before.length > 0 && after.length > 0 && !before.some(day => after.includes(day))
}

function sharedWords(a: string, b: string): number {
  const [one, other] = [new Set(a.split(' ')), new Set(b.split(' '))]
  const shared = [...one].filter(word => other.has(word)).length
  return shared / (one.size + other.size - shared)
}
