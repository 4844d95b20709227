/** What is computed of an item's words alone: once, however often reminders repeat them to the letter. */

import { remembered } from '../../update/remembered.ts'
import type { Item } from '../../update/update.ts'
import { type StoryText, storyText } from './group-appearances.ts'
import { paragraphsOf, paragraphTexts } from './paragraphs.ts'
import { type PublicationText, publicationText } from './story-publications.ts'

export type ItemText = {
  publication: PublicationText
  story: StoryText
}

/** Reads equal items once. */
export const itemReader = (): ((item: Item) => ItemText) => remembered(readItem, wordsAndTitle)

function readItem(item: Item): ItemText {
  const paragraphs = paragraphsOf(item)
  return { publication: publicationText(item, paragraphs), story: storyText(item, paragraphs) }
}

/** A title that another line supplies counts for less than the same words in print. */
const wordsAndTitle = (item: Item): string => `${item.titleSource}\0${saidBy(item)}`

/**
 * All that it says, in reading order: where names are looked for. NUL parts kicker, title and text, so that two items with
 * one memory are alike in all three.
 */
export const saidBy = ({ kicker, title, parts }: Item): string =>
  [kicker ?? '', title ?? '', ...parts.map(part => `${part.heading ?? ''}\n\n${part.text}`)].join('\n\n\0')

const openingLength = 200

/** The first paragraph, and as many more as it takes to be more than a line such as "On 4 April DfE published …". */
export function openingOf(item: Item): string {
  let opening = ''
  for (const paragraph of paragraphTexts(item)) {
    if (opening.length >= openingLength) break
    opening += `${paragraph}\n\n`
  }
  return opening
}
