/** Which entries of "Tools & Templates" a story of the same update tells about. */
import type { Item } from '../update/update.ts'
import { wordsOf } from './names.ts'
import { sameSpelling, titleKey } from './titles.ts'

/** An entry of the same update, folded once for all its stories. */
export type ListedWork = { id: string; key: string; sentence: string }

/** `text` is the entry's whole text, `title` the title within it. */
export function listedWork(id: string, { title, text }: { title: string; text: string }): ListedWork {
  return { id, key: titleKey(title), sentence: wordsOf(text.split(/(?<=[.!?])\s/u, 1)[0] ?? '').join(' ') }
}

/** "published", "has launched", "publsihed": what makes a paragraph tell about a work instead of only naming it. */
const publishing = /\b(?:p[ubl]+[a-z]*sh|launch|releas|handed down|invit|issu|updat|premier|produc)/iu

/**
 * A story tells about an entry when its title carries the entry's title (in spite of a slip), or a paragraph of it that
 * speaks of publishing does, or carries the entry's very sentence. To name "Keeping Children Safe in Education" in
 * passing is not to tell about it. Ids, each once, in the entries' order.
 */
export function worksToldBy(item: Item, listed: readonly ListedWork[]): string[] {
  if (item.kind === 'network-dates' || listed.length === 0) return []
  const title = ` ${titleKey(item.title ?? '')} `
  const paragraphs = item.parts
    .flatMap(part => part.text.split(/\n\s*\n/u))
    .filter(paragraph => publishing.test(paragraph))
    .map(paragraph => ` ${wordsOf(paragraph).join(' ')} `)
  const told = listed.filter(
    work =>
      isInTitle(work, title) ||
      (item.titleSource === 'supplied' && work.key.startsWith(title.trim())) ||
      paragraphs.some(paragraph => isInParagraph(work, paragraph)),
  )
  return [...new Set(told.map(work => work.id))]
}

function isInTitle({ key }: ListedWork, title: string): boolean {
  if (title.trim() === '' || key === '') return false
  return title.trim() === key || (isTelling(key) && title.includes(` ${key} `)) || sameSpelling(key, title.trim())
}

const isInParagraph = ({ key, sentence }: ListedWork, paragraph: string): boolean =>
  (isTelling(key) && paragraph.includes(` ${key} `)) || (sentence !== '' && paragraph.includes(` ${sentence} `))

/** "Annual Report" or "a briefing" could be anybody's. */
const isTelling = (key: string): boolean => key.length >= 15 && key.split(' ').length >= 3
