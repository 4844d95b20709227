/**
 * "More on this": up to four stories and publications that share a publication, topics or a publisher with a story or a
 * publication. Only what the archive held before it: a later update changes no older page.
 */
import type { Archive, Publication, Story } from '../src/archive/archive.ts'
import { addressOf } from '../src/publish/addresses.ts'
import { displayTitle } from '../src/publish/bibliography/reference.ts'
import { itemOf } from '../src/publish/find-in-archive.ts'
import { perArchive } from '../src/publish/per-archive.ts'
import type { IsoDate, IsoMonth } from '../src/update/update.ts'

export type MoreLine = { to: string; title: string; what: 'story' | 'publication'; date: IsoDate | IsoMonth | null }

const most = 4
/** Of each topic, publisher and publication only the latest before it are looked at: a topic has hundreds. */
const lookedAt = 20

/** Something that may be shown, with what decides whether it is. `at`: the update that first had it. */
type Candidate = {
  key: string
  at: number
  topics: readonly string[]
  publishers: readonly string[]
  publications: readonly string[]
  line: () => MoreLine
}

export function moreOnStory(archive: Archive, story: Story): MoreLine[] {
  return moreOn(archive, ofStory(archive, story), new Set(story.publications.map(publicationKey)))
}

export function moreOnPublication(archive: Archive, publication: Publication): MoreLine[] {
  return moreOn(archive, ofPublication(publication), new Set(publication.stories.map(storyKey)))
}

/** `shown`: what the page shows of it anyway. */
function moreOn(archive: Archive, one: Candidate, shown: ReadonlySet<string>): MoreLine[] {
  const index = indexOf(archive)
  const candidates = new Set(keysOf(one).flatMap(key => before(index.get(key) ?? [], one.at)))
  const scored = Array.from(candidates, candidate => ({ candidate, score: likeness(one, candidate) }))
    .filter(({ candidate: { key }, score }) => score >= enough && key !== one.key && !shown.has(key))
    .sort(
      (a, b) => b.score - a.score || b.candidate.at - a.candidate.at || (a.candidate.key < b.candidate.key ? -1 : 1),
    )
    .slice(0, most)
  return scored.sort((a, b) => b.candidate.at - a.candidate.at).map(({ candidate }) => candidate.line())
}

/** One publication in common, or what it is about first; a publisher alone is not enough. */
const enough = 4

/** Called for some hundred candidates of each story: no functions are made within (docs/performance.md, "Habits"). */
function likeness(one: Candidate, other: Candidate): number {
  const [topic] = one.topics
  const isFirst = topic !== undefined && topic === other.topics[0]
  const publishers = Math.min(1, common(one.publishers, other.publishers))
  return (
    8 * common(one.publications, other.publications) +
    3 * common(one.topics, other.topics) +
    (isFirst ? 2 : 0) +
    publishers
  )
}

function common(some: readonly string[], others: readonly string[]): number {
  let count = 0
  for (const id of some) if (others.includes(id)) count += 1
  return count
}

const storyKey = (id: string): string => `story/${id}`
const publicationKey = (id: string): string => `publication/${id}`

const keysOf = ({ topics, publishers, publications }: Candidate): string[] => [
  ...topics.map(id => `topic ${id}`),
  ...publishers.map(id => `publisher ${id}`),
  ...publications.map(id => `publication ${id}`),
]

/** The last of an ascending list that came before update `at`. */
function before(list: readonly Candidate[], at: number): readonly Candidate[] {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return list.slice(Math.max(0, low - lookedAt), low)
}

const indexOf = perArchive(archive => {
  // A publication that a story is about is found as that story.
  const all = [
    ...Array.from(archive.stories.values(), story => ofStory(archive, story)),
    ...Array.from(archive.publications.values())
      .filter(({ stories }) => stories.length === 0)
      .map(ofPublication),
  ].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  const index = new Map<string, Candidate[]>()
  for (const candidate of all)
    for (const key of keysOf(candidate)) {
      const list = index.get(key)
      if (list === undefined) index.set(key, [candidate])
      else list.push(candidate)
    }
  return index
})

function ofStory(archive: Archive, story: Story): Candidate {
  const [first] = story.appearances
  const line = (): MoreLine => {
    const item = first === undefined ? null : itemOf(archive, first.update, first.item)
    return {
      to: first === undefined ? addressOf.updates() : addressOf.item(first.update, first.item),
      title: displayTitle({ ...story, parts: item?.parts ?? [] }),
      what: 'story',
      date: first?.date ?? null,
    }
  }
  const { id, topics, publishers, publications } = story
  return { key: storyKey(id), at: first?.update ?? 0, topics, publishers, publications, line }
}

function ofPublication(publication: Publication): Candidate {
  const { id, topics, publishers, updates, title, date } = publication
  return {
    key: publicationKey(id),
    at: updates[0] ?? 0,
    topics,
    publishers: publishers.map(mention => mention.id),
    publications: [id],
    line: () => ({ to: addressOf.publication(publication), title, what: 'publication', date }),
  }
}
