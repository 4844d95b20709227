/** Which entries of "Tools & Templates" a story of the same update tells about. */
import type { Item, TitleSource } from '../../update/update.ts'
import { wordsOf } from '../names/names.ts'
import { sameSpelling, titleKey } from '../publications/titles.ts'
import type { Paragraph } from './paragraphs.ts'

/** An entry of the same update, folded once for all its stories. `ends`: the first and last word of its title. */
export type FoldedEntry = {
  id: string
  key: string
  ends: readonly [string, string]
  isTelling: boolean
  sentence: string
}

/** `text` is the entry's whole text, `title` the title within it. */
export function foldedEntry(id: string, { title, text }: { title: string; text: string }): FoldedEntry {
  const key = titleKey(title)
  const words = key.split(' ')
  return {
    id,
    key,
    ends: [words[0] ?? '', words.at(-1) ?? ''],
    // "Annual Report" or "a briefing" could be anybody's.
    isTelling: key.length >= 15 && words.length >= 3,
    sentence: wordsOf(text.split(/(?<=[.!?])\s/u, 1)[0] ?? '').join(' '),
  }
}

/** What of an item can tell about a publication, folded: its title, and the paragraphs that speak of publishing. */
export type TellingText = {
  title: string
  paragraphs: string
  words: ReadonlySet<string>
}

/** "published", "has launched", "publsihed": what makes a paragraph tell about a publication instead of only naming it. */
const publishing = /\b(?:p[ubl]+[a-z]*sh|launch|releas|handed down|invit|issu|updat|premier|produc)/iu

export function tellingText(item: Item, paragraphs: readonly Paragraph[]): TellingText {
  const title = titleKey(item.title ?? '')
  const told = paragraphs.filter(({ text }) => publishing.test(text))
  return {
    title,
    paragraphs: told.map(({ words }) => ` ${words.join(' ')} `).join('¶'),
    words: new Set([...title.split(' '), ...told.flatMap(({ words }) => words)]),
  }
}

/**
 * A story tells about an entry when its title carries the entry's title (in spite of a slip), or a paragraph of it that
 * speaks of publishing does, or carries the entry's very sentence. To name "Keeping Children Safe in Education" in
 * passing is not to tell about it. Ids, each once, in the entries' order.
 */
export function publicationsToldBy(
  text: TellingText,
  listed: readonly FoldedEntry[],
  titleSource: TitleSource,
): string[] {
  const told = new Set<string>()
  for (const publication of listed) if (isToldBy(text, publication, titleSource)) told.add(publication.id)
  return [...told]
}

function isToldBy(text: TellingText, publication: FoldedEntry, titleSource: TitleSource): boolean {
  const { title, paragraphs, words } = text
  const { key, ends, isTelling, sentence } = publication
  if (key === '') return false
  if (title !== '' && (sameSpelling(key, title) || (titleSource === 'supplied' && key.startsWith(title)))) return true
  // Most publications fail here, and cost no search through the text.
  if (!words.has(ends[0]) || !words.has(ends[1])) return false
  if (isTelling && (` ${title} `.includes(` ${key} `) || paragraphs.includes(` ${key} `))) return true
  return sentence !== '' && paragraphs.includes(` ${sentence} `)
}
