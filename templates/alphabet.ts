/** The titles of stories and publications, A–Z. */
import type { Archive } from '../src/archive/archive.ts'
import { addressOf } from '../src/publish/addresses.ts'
import { perArchive } from '../src/publish/per-archive.ts'
import { grouped } from './grouped.ts'
import { isListOfDates, publisherLinks, storyLine } from './lines.ts'
import type { Link } from './site-context.tsx'
import { letterOf, sortTitle } from './wording.ts'

/** A title, and everything that has it: a publication ("DfE, 2025") before the stories about it ("Update 654"). */
export type TitleEntry = { title: string; places: [Link, ...Link[]] }

type Titled = Link & { title: string; by: string }

/** By letter ("0-9" first), then by title without its article. Stories without a title, and the weekly lists of dates, are in no A–Z. */
export const entriesByLetter = perArchive((archive: Archive): [letter: string, entries: TitleEntry[]][] => {
  const sorted = [...publications(archive), ...stories(archive)].sort(
    (a, b) => compare(a.by, b.by) || compare(a.to, b.to),
  )
  const entries = [...grouped(sorted, ({ by }) => by).values()].flatMap(entryOf)
  return [...grouped(entries, ({ title }) => letterOf(title))].sort(([a], [b]) => compare(a, b))
})

export const countsByLetter = (archive: Archive): { letter: string; count: number }[] =>
  entriesByLetter(archive).map(([letter, { length }]) => ({ letter, count: length }))

/** A title that was supplied has brackets on the page: without them it is the same title. */
const keyOf = (title: string): string => sortTitle(title).replace(/[^\p{L}\p{N}]+$/u, '')

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function entryOf([first, ...others]: Titled[]): TitleEntry[] {
  const place = ({ to, text }: Titled): Link => ({ to, text })
  return first === undefined ? [] : [{ title: first.title, places: [place(first), ...others.map(place)] }]
}

function* stories(archive: Archive): Generator<Titled> {
  for (const story of archive.stories.values()) {
    const line = story.title === null || isListOfDates(archive, story) ? null : storyLine(archive, story)
    if (line) yield { title: line.title, by: keyOf(line.title), to: line.to, text: `Update ${line.update}` }
  }
}

function* publications(archive: Archive): Generator<Titled> {
  for (const publication of archive.publications.values()) {
    const { title, year } = publication
    const names = publisherLinks(archive, publication.publishers).map(({ text }) => text)
    yield {
      title,
      by: keyOf(title),
      to: addressOf.publication(publication),
      text: [...names, year].join(', '),
    }
  }
}
