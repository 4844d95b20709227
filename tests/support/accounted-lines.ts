/** Adds up the lines of a raw text: where in its Update each of them is. */

import { readLines } from '../../src/parse/text/lines.ts'
import { listMark } from '../../src/parse/text/lists.ts'
import { plain } from '../../src/update/markdown.ts'
import type { Section, Update } from '../../src/update/update.ts'

export type Account = {
  masthead: number
  headings: number
  notices: number
  stories: number
  publications: number
  contacts: number
  foot: number
  blank: number
  /** Lines that are nowhere. */
  lost: string[]
}

/** The "o" before a deeper entry is its mark. */
const withoutWordMark = (words: string) => words.replace(/^o /u, '')

type Printed = { place: Exclude<keyof Account, 'blank' | 'lost'>; text: string }

/** How many lines of a text are in each part of its update. A line counts each time that it is printed. */
export function accountFor(raw: string, update: Update): Account {
  const account: Account = {
    masthead: 0,
    headings: 0,
    notices: 0,
    stories: 0,
    publications: 0,
    contacts: 0,
    foot: 0,
    blank: 0,
    lost: [],
  }
  const pieces = printedIn(update)
  for (const { text } of readLines(raw, 'raw')) {
    if (text === '') account.blank += 1
    else if (flat(text) === flat(update.heading)) account.masthead += 1
    else {
      const words = flat(text.slice(listMark(text)?.mark.length ?? 0))
      const piece =
        pieces.find(candidate => candidate.text.includes(words)) ??
        pieces.find(candidate => candidate.text.includes(withoutWordMark(words)))
      if (piece === undefined) account.lost.push(text)
      else {
        piece.text = piece.text.replace(piece.text.includes(words) ? words : withoutWordMark(words), '\n')
        account[piece.place] += 1
      }
    }
  }
  return account
}

/** All that an Update holds of printed text. Whole sections first, so that a heading is not taken for words of a story. */
function printedIn(update: Update): Printed[] {
  return [
    { place: 'masthead' as const, text: flat(update.heading) },
    ...update.sections.flatMap(printedInSection),
    { place: 'foot' as const, text: shown(update.foot) },
  ]
}

function printedInSection(section: Section): Printed[] {
  const heading = section.heading === null ? [] : [{ place: 'headings' as const, text: flat(section.heading) }]
  switch (section.kind) {
    case 'notices':
      return [
        ...heading,
        ...[section.lead, section.text].map(text => ({ place: 'notices' as const, text: shown(text) })),
      ]
    case 'updates':
    case 'reminders':
      return [
        ...heading,
        ...section.items.flatMap(item =>
          [
            item.kicker ?? '',
            item.titleSource === 'printed' ? (item.title ?? '') : '',
            ...item.parts.flatMap(part => [part.heading ?? '', shown(part.text)]),
          ].map(text => ({ place: 'stories' as const, text: flat(text) })),
        ),
      ]
    case 'publications':
      // One stretch: a line on which two entries were fused is in two of them.
      return [
        ...heading,
        { place: 'publications' as const, text: section.entries.map(entry => shown(entry.text)).join(' ') },
      ]
    case 'contacts':
      return [
        ...heading,
        ...section.entries.flatMap(entry =>
          entry.lines.map(text => ({ place: 'contacts' as const, text: flat(text) })),
        ),
      ]
    default:
      return section satisfies never
  }
}

/** Every printed word of an Update, as often as it is there, without Markdown's marks. */
export const wordsOfUpdate = (update: Update): Map<string, number> =>
  countWords(
    [
      update.heading,
      ...update.sections.flatMap(section => [section.heading ?? '', ...textsOf(section)]),
      update.foot,
    ].join('\n'),
  )

function textsOf(section: Section): string[] {
  switch (section.kind) {
    case 'notices':
      return [section.lead, section.text]
    case 'updates':
    case 'reminders':
      return section.items.flatMap(item => [
        item.kicker ?? '',
        item.titleSource === 'printed' ? (item.title ?? '') : '',
        ...item.parts.flatMap(part => [part.heading ?? '', part.text]),
      ])
    case 'publications':
      return section.entries.map(entry => entry.text)
    case 'contacts':
      return section.entries.flatMap(entry => entry.lines)
    default:
      return section satisfies never
  }
}

export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  // A "+" replaces the "o" that Word prints before deeper entries.
  const shown = text.replace(/^ *\+ /gmu, 'o ')
  for (const [word] of shown.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const flat = (text: string) => text.replace(/\s+/gu, ' ').trim()
const shown = (markdown: string) => flat(plain(markdown))
