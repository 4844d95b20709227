/** The titles of stories and publications, A–Z. */
import type { Archive } from '../src/archive/archive.ts'
import { addressOf } from '../src/publish/addresses.ts'
import { perArchive } from '../src/publish/per-archive.ts'
import { grouped } from './grouped.ts'
import { isListOfDates, publisherLinks, storyLine } from './lines.ts'
import { letterOf, sortTitle } from './wording.ts'

export type TitleEntry = { to: string; title: string; note: string }

/** By letter ("0-9" first), then by title without its article. Stories without a title, and the weekly lists of dates, are in no A–Z. */
export const entriesByLetter = perArchive((archive: Archive): [letter: string, entries: TitleEntry[]][] => {
  const sorted = [...storyEntries(archive), ...publicationEntries(archive)]
    .map(entry => ({ entry, by: sortTitle(entry.title) }))
    .sort((a, b) => (a.by === b.by ? (a.entry.to < b.entry.to ? -1 : 1) : a.by < b.by ? -1 : 1))
    .map(({ entry }) => entry)
  return [...grouped(sorted, ({ title }) => letterOf(title))].sort(([a], [b]) => (a < b ? -1 : 1))
})

export const countsByLetter = (archive: Archive): { letter: string; count: number }[] =>
  entriesByLetter(archive).map(([letter, { length }]) => ({ letter, count: length }))

function* storyEntries(archive: Archive): Generator<TitleEntry> {
  for (const story of archive.stories.values()) {
    const line = story.title === null || isListOfDates(archive, story) ? null : storyLine(archive, story)
    if (line) yield { to: line.to, title: line.title, note: `Story, Update ${line.update}` }
  }
}

function* publicationEntries(archive: Archive): Generator<TitleEntry> {
  for (const publication of archive.publications.values()) {
    const by = publisherLinks(archive, publication.publishers).map(({ text }) => text)
    yield {
      to: addressOf.publication(publication),
      title: publication.title,
      note: [...by, publication.year].join(', '),
    }
  }
}
