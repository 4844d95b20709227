/** Which entries of "Tools & Templates" a story of the same update tells about. */
import type { Item, TitleSource } from '../update/update.ts'
import { wordsOf } from './names.ts'
import type { Paragraph } from './paragraphs.ts'
import { sameSpelling, titleKey } from './titles.ts'

/** An entry of the same update, folded once for all its stories. */
export type ListedWork = { id: string; key: string; ends: readonly [string, string]; sentence: string }

/** `text` is the entry's whole text, `title` the title within it. */
export function listedWork(id: string, { title, text }: { title: string; text: string }): ListedWork {
  const key = titleKey(title)
  const words = key.split(' ')
  const sentence = wordsOf(text.split(/(?<=[.!?])\s/u, 1)[0] ?? '').join(' ')
  return { id, key, ends: [words[0] ?? '', words.at(-1) ?? ''], sentence }
}

/** What of an item can tell about a work, folded: its title, and the paragraphs that speak of publishing. */
export type TellingText = {
  title: string
  paragraphs: readonly string[]
  words: ReadonlySet<string>
}

/** "published", "has launched", "publsihed": what makes a paragraph tell about a work instead of only naming it. */
const publishing = /\b(?:p[ubl]+[a-z]*sh|launch|releas|handed down|invit|issu|updat|premier|produc)/iu

export function tellingText(item: Item, paragraphs: readonly Paragraph[]): TellingText {
  const title = titleKey(item.title ?? '')
  const told = paragraphs.filter(({ text }) => publishing.test(text))
  return {
    title,
    paragraphs: told.map(({ words }) => ` ${words.join(' ')} `),
    words: new Set([...title.split(' '), ...told.flatMap(({ words }) => words)]),
  }
}

/**
 * A story tells about an entry when its title carries the entry's title (in spite of a slip), or a paragraph of it that
 * speaks of publishing does, or carries the entry's very sentence. To name "Keeping Children Safe in Education" in
 * passing is not to tell about it. Ids, each once, in the entries' order.
 */
export function worksToldBy(text: TellingText, listed: readonly ListedWork[], titleSource: TitleSource): string[] {
  const told = listed.filter(
    work =>
      isInTitle(work, text) ||
      (titleSource === 'supplied' && work.key.startsWith(text.title)) ||
      text.paragraphs.some(paragraph => isInParagraph(work, paragraph, text)),
  )
  return [...new Set(told.map(work => work.id))]
}

function isInTitle(work: ListedWork, text: TellingText): boolean {
  const { title } = text
  if (title === '' || work.key === '') return false
  if (title === work.key || sameSpelling(work.key, title)) return true
  return isTelling(work, text) && ` ${title} `.includes(` ${work.key} `)
}

const isInParagraph = (work: ListedWork, paragraph: string, text: TellingText): boolean =>
  (isTelling(work, text) && paragraph.includes(` ${work.key} `)) ||
  (work.sentence !== '' && paragraph.includes(` ${work.sentence} `))

/** "Annual Report" or "a briefing" could be anybody's. The first and last word are looked up first: most works fail there. */
const isTelling = ({ key, ends: [first, last] }: ListedWork, { words }: TellingText): boolean =>
  words.has(first) && words.has(last) && key.length >= 15 && key.split(' ').length >= 3
