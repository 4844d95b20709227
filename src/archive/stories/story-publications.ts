/** Which entries of "Tools & Templates" a story in the same update is about. */
import type { Item, PublicationEntry, TitleSource } from '../../update/update.ts'
import { foldedWords } from '../names/names.ts'
import { sameSpelling, titleKey, titleWords } from '../publications/titles.ts'
import type { Paragraph } from './paragraphs.ts'

/** An entry of the same update, folded once for all its stories. `ends`: the first and last word of its title. */
export type FoldedEntry = {
  id: string
  key: string
  ends: readonly [string, string]
  isDistinctive: boolean
  sentence: string
  /** The words that say what it is about. */
  distinctive: ReadonlySet<string>
  /** Its publishers as a text may name them: by name or initials. */
  publishers: readonly string[]
}

/** `text` is the entry's whole text, `title` the title within it, `publishers` as printed. */
export function foldedEntry(
  id: string,
  { title, text, publishers }: Pick<PublicationEntry, 'title' | 'text' | 'publishers'>,
): FoldedEntry {
  const key = titleKey(title)
  const words = key.split(' ')
  return {
    id,
    key,
    ends: [words[0] ?? '', words.at(-1) ?? ''],
    // "Annual Report" or "a briefing" could be anyone's.
    isDistinctive: key.length >= 15 && words.length >= 3,
    sentence: foldedWords(text.split(/(?<=[.!?])\s/u, 1)[0] ?? '').join(' '),
    distinctive: titleWords(key),
    publishers: publishers.flatMap(name => [` ${foldedWords(name).join(' ')} `, ...initialsOf(name)]),
  }
}

/** The parts of an item that can be about a publication, folded: its title, and the paragraphs that speak of publishing. */
export type PublicationText = {
  title: string
  paragraphs: string
  words: ReadonlySet<string>
  /** All that it says, on one line. */
  all: string
  /** The words of its title that say what it is about, and those of its title and first paragraph. */
  titled: ReadonlySet<string>
  opening: ReadonlySet<string>
}

/** "published", "has launched", "publsihed": signs that a paragraph is about a publication, and does not only name it. */
const publishing = /\b(?:p[ubl]+[a-z]*sh|launch|releas|handed down|invit|issu|updat|premier|produc)/iu

export function publicationText(item: Item, paragraphs: readonly Paragraph[]): PublicationText {
  const title = titleKey(item.title ?? '')
  const published = paragraphs.filter(({ text }) => publishing.test(text))
  const opening = [title, ...(paragraphs[0]?.words ?? [])].join(' ')
  return {
    all: ` ${[title, ...paragraphs.map(({ words }) => words.join(' '))].join(' ')} `,
    titled: titleWords(title),
    opening: titleWords(opening),
    title,
    paragraphs: published.map(({ words }) => ` ${words.join(' ')} `).join('¶'),
    words: new Set([...title.split(' '), ...published.flatMap(({ words }) => words)]),
  }
}

/** Where the title comes from, and the publications that the story's own sentences name. */
type Own = { titleSource: TitleSource; own: readonly string[] }

/**
 * A story is about an entry when its title carries the entry's title (in spite of a slip), or a paragraph of it that
 * speaks of publishing does, or carries the entry's very sentence. To name "Keeping Children Safe in Education" in
 * passing does not count. A story that is about none in this way may be about one in other words. Ids, each once, in the
 * entries' order.
 */
export function publicationsAbout(
  text: PublicationText,
  listed: readonly FoldedEntry[],
  { titleSource, own }: Own,
): string[] {
  const found = new Set<string>()
  for (const publication of listed) if (isAbout(text, publication, titleSource)) found.add(publication.id)
  for (const id of own) found.add(id)
  if (found.size > 0 || titleSource !== 'printed') return [...found]
  const otherwise = namedInOtherWords(text, listed)
  return otherwise === null ? [] : [otherwise]
}

/**
 * The entry whose title has nearly all its words in the story's title and first paragraph, two of them in the title, and whose
 * publisher the story names. null where none has, or two have.
 */
function namedInOtherWords(text: PublicationText, listed: readonly FoldedEntry[]): string | null {
  const found = new Set<string>()
  for (const { id, distinctive, publishers } of listed) {
    if (distinctive.size < 2 || publishers.every(name => !text.all.includes(name))) continue
    const words = [...distinctive]
    const held = words.filter(word => text.opening.has(word)).length
    const titled = words.filter(word => text.titled.has(word)).length
    if (titled >= 2 && held >= 0.75 * words.length && titled >= 0.5 * text.titled.size) found.add(id)
  }
  const [only, second] = found
  return second === undefined ? (only ?? null) : null
}

/** "Child Safeguarding Practice Review Panel" → " csprp "; of one word, or fewer than three letters, none. */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s-]+/u).filter(word => /^\p{L}/u.test(word))
  const initials = words.filter(word => /^\p{Lu}/u.test(word)).map(word => word.charAt(0).toLowerCase())
  return initials.length >= 3 ? [` ${initials.join('')} `] : []
}

function isAbout(text: PublicationText, publication: FoldedEntry, titleSource: TitleSource): boolean {
  const { title, paragraphs, words } = text
  const { key, ends, isDistinctive, sentence } = publication
  if (key === '') return false
  if (title !== '' && (sameSpelling(key, title) || (titleSource === 'supplied' && key.startsWith(title)))) return true
  // Most publications fail here, and cost no search through the text.
  if (!words.has(ends[0]) || !words.has(ends[1])) return false
  if (isDistinctive && (` ${title} `.includes(` ${key} `) || paragraphs.includes(` ${key} `))) return true
  return sentence !== '' && paragraphs.includes(` ${sentence} `)
}
