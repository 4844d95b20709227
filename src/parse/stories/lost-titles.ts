/**
 * The publication that a story without a title must be about, though it takes up none of its words: the only one left of the
 * publisher that it names ("This report from the CSPRP …"), or of the day that it names.
 */
import type { IsoDate, PublicationEntry } from '../../update/update.ts'
import { dateOf } from '../dates/dates.ts'
import { findDays } from '../dates/days.ts'
import { readStatement } from '../publications/statements.ts'
import type { Block } from '../text/blocks.ts'
import { coverageOf, indexTitles, titlesWith } from '../text/likeness.ts'
import { distinctiveOf, wordsOf } from '../text/wording.ts'
import type { DraftStory } from './evidence.ts'

/** An update's date, the entries of its list, and the blocks of all its stories. */
export type Surroundings = { date: IsoDate; entries: readonly PublicationEntry[]; blocks: readonly Block[] }

/** The title of the only entry left for a story; null if none or several are left. */
export function onlyTitleLeft(story: DraftStory, around: Surroundings): string | null {
  const opening = story.parts
    .flatMap(part => part.blocks)
    .slice(0, 2)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, longestOpening)
  const named = around.entries.filter(entry => speaksOfPublishing.test(opening) && namesPublisher(opening, entry))
  const ofDay = around.entries.filter(entry => namesDay(opening, entry, around.date))
  for (const entries of [named, ofDay]) {
    const left = untold(entries, story, around)
    if (left !== null) return left
  }
  return null
}

/** A story says in its first sentences what it is about. */
const longestOpening = 600
const speaksOfPublishing =
  /\b(?:reports?|guid(?:e|ance)|reviews?|study|survey|research|papers?|briefings?|analysis|toolkit|resources?|strategy|framework|statistics|data|figures|findings|publications?|bulletin|film|podcast|publish\w*|launch\w*|releas\w*)\b/iu

/** The only one of the entries that no other story has; one listed twice is one. */
function untold(entries: readonly PublicationEntry[], story: DraftStory, { blocks }: Surroundings): string | null {
  const titles = new Set(entries.map(({ title }) => title))
  if (titles.size === 0) return null
  const own = new Set(story.parts.flatMap(part => part.blocks))
  const others = blocks.filter(block => !own.has(block))
  const index = indexTitles([...titles].map(title => ({ title, main: title })))
  const used = new Set<string>()
  for (const { text } of others) {
    const all = wordsOf(text)
    const words = new Set(distinctiveOf(all))
    const flat = ` ${all.join(' ')} `
    for (const candidate of titlesWith(index, words))
      if (flat.includes(` ${candidate.flat} `) || (text.length <= 250 && coverageOf(candidate, words).share >= 0.6))
        used.add(candidate.title)
  }
  const [only, second] = [...titles].filter(title => !used.has(title))
  return second === undefined ? (only ?? null) : null
}

/** By its name, by the initials that its name has or that the list prints behind it, or by the name of which the list has initials. */
function namesPublisher(text: string, { publishers, text: printed }: PublicationEntry): boolean {
  return publishers.some(publisher => {
    if (publisher.length < 3) return false
    if (new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(publisher)}(?![\p{L}\p{N}])`, 'u').test(text)) return true
    const initials = initialsOf(publisher)
    const acronyms = text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}]*\p{Lu}[\p{L}]*(?![\p{L}\p{N}])/gu) ?? []
    if (acronyms.some(acronym => initials.includes(acronym) || printed.includes(`(${acronym})`))) return true
    return (text.match(capitals) ?? []).some(name => initialsOf(name).includes(publisher))
  })
}
const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
/** "Child Safeguarding Practice Review Panel", "Department for Education" */
const capitals = /\p{Lu}[\p{L}’']+(?:\s(?:(?:for|of|and|on|in|the)\s){0,2}\p{Lu}[\p{L}’']+)+/gu

/** "CSPRP" of the Child Safeguarding Practice Review Panel; "DfE" and "DE" of the Department for Education. Three letters at least. */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s-]+/u).filter(word => /^\p{L}/u.test(word))
  const all = words.map(word => word.charAt(0)).join('')
  const large = words
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => word.charAt(0))
    .join('')
  return [...new Set([all, large])].filter(initials => initials.length >= 3)
}

/** Whether a text names the day of an entry, and no other publisher than the entry's beside it. */
function namesDay(text: string, entry: PublicationEntry, update: IsoDate): boolean {
  const dates = findDays(text).map(day => dateOf(day, 'publication', update))
  if (!dates.some(dated => dated.kind === 'date' && dated.date === entry.date)) return false
  const publishers = readStatement(text)?.publishers ?? []
  return (
    publishers.length === 0 || publishers.some(name => entry.publishers.includes(name) || namesPublisher(name, entry))
  )
}
