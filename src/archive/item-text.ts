/** What is computed of an item's words alone: once, however often reminders repeat them to the letter. */
import type { Item } from '../update/update.ts'
import { paragraphsOf } from './paragraphs.ts'
import { type StoryText, storyText } from './repeats.ts'
import { type TellingText, tellingText } from './tellings.ts'

export type ItemText = {
  /** All that it says, in reading order: where names are looked for. */
  said: string
  telling: TellingText
  story: StoryText
}

/** A reader with a memory, for the length of one build. */
export function itemReader(): (item: Item) => ItemText {
  const known = new Map<string, ItemText>()
  return item => {
    const said = saidBy(item)
    const text = known.get(said) ?? computed(item, said)
    known.set(said, text)
    return text
  }
}

function computed(item: Item, said: string): ItemText {
  const paragraphs = paragraphsOf(item)
  return { said, telling: tellingText(item, paragraphs), story: storyText(item, paragraphs) }
}

/** NUL parts kicker, title and text, so that two items with one memory are alike in all three. */
const saidBy = ({ kicker, title, parts }: Item): string =>
  [kicker ?? '', title ?? '', ...parts.map(part => `${part.heading ?? ''}\n\n${part.text}`)].join('\n\n\0')
