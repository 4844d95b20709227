/** An item's text by paragraphs, each with its folded words. */
import type { Item } from '../../update/update.ts'
import { foldedWords } from '../names/names.ts'

export type Paragraph = { text: string; words: readonly string[] }

export const paragraphsOf = (item: Item): Paragraph[] =>
  paragraphTexts(item).map(text => ({ text, words: foldedWords(text) }))

export const paragraphTexts = (item: Item): string[] => item.parts.flatMap(part => part.text.split(/\n\s*\n/u))
