/** What an editor should look at although the text could be read: words that promise something which is not there. */
import { distance } from 'fastest-levenshtein'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Update } from '../update/update.ts'
import { daySlips } from './dates/day-slips.ts'
import type { Layout } from './layouts/layout.ts'
import type { RawSection } from './sections/sections.ts'
import type { Block } from './text/blocks.ts'
import { type Line, placeOf } from './text/lines.ts'
import { listMark } from './text/lists.ts'
import { matchesOf } from './text/matches.ts'
import { shapeOf } from './text/shapes.ts'
import { headingKey } from './text/wording.ts'

/** All observations on one update, in no particular order. */
export function observe(update: Update, sections: readonly RawSection[], layout: Layout): Diagnostic[] {
  const stories = sections.filter(section => section.kind === 'updates' || section.kind === 'reminders')
  const lines = sections
    .filter(section => section.kind !== 'contacts')
    .flatMap(section => section.blocks.flatMap(block => block.lines))
  return [
    ...missingContacts(update, lines),
    ...sections.filter(withLists).flatMap(section => missingLists(section.blocks, layout)),
    ...stories.flatMap(section => shortLists(section.blocks)),
    ...stories.flatMap(section => misspeltLabels(section.blocks, layout)),
    ...daySlips(lines),
  ]
}

/** 389 announces a list in its last publication, and has none. */
const withLists = ({ kind }: RawSection) => kind === 'updates' || kind === 'reminders' || kind === 'publications'

const toldBelow = /(?:^|[.;:?!])(?<clause>[^.;:?!]*?)\bdetails\s+(?:for both\s+)?(?:are\s+)?below\b/gu
const askedFor =
  /\b(?:contact|from|let|with|to|or|and|ask|by|email)\s+(?<name>\p{Lu}[\p{L}’'-]+(?:\s+(?:\(\p{L}+\)(?=\s\p{Lu})|\p{Lu}[\p{L}’'-]+)){1,3})/gu

/** "please contact Diane Williamson (details below)", and no such contact below. */
function missingContacts(update: Update, lines: readonly Line[]): Diagnostic[] {
  const contacts = update.sections.flatMap(section => {
    if ('items' in section) return section.items.flatMap(item => item.contacts)
    return section.kind === 'contacts' ? section.entries : []
  })
  const pointing = lines.filter(({ text }) => text.includes('below'))
  if (contacts.length === 0 || pointing.length === 0) return []
  const names = contacts.map(({ name }) => headingKey(name.slice(0, 200)).split(/[\s()]+/u))
  const isListed = (printed: string) => {
    const words = headingKey(printed).split(' ')
    return names.some(name => words.every(word => name.includes(word)))
  }
  const reported = new Set<string>()
  return pointing.flatMap(line =>
    matchesOf(toldBelow, line.text)
      .flatMap(match => matchesOf(askedFor, match.groups?.clause ?? ''))
      .map(match => match.groups?.name ?? '')
      .filter(name => !isListed(name) && !reported.has(name) && reported.add(name))
      .map(name => diagnose('details-missing', placeOf(line, name), { name, nearest: nearestOf(contacts, name) })),
  )
}

/** The contact of the same update whose name is spelt almost like it. */
function nearestOf(contacts: readonly { name: string }[], printed: string): string | null {
  const near = contacts.filter(({ name }) => {
    const words = [name, printed].map(one => headingKey(one.slice(0, 80)).split(' '))
    return words[0]?.length === words[1]?.length && distance(headingKey(name.slice(0, 80)), headingKey(printed)) <= 2
  })
  return new Set(near.map(({ name }) => name)).size === 1 ? (near[0]?.name ?? null) : null
}

/** A line that ends with a colon promises what follows it; a label, a heading or the end follows. */
function missingLists(blocks: readonly Block[], layout: Layout): Diagnostic[] {
  return blocks.flatMap((block, index) => {
    const line = block.lines.at(-1)
    if (line === undefined || !line.text.endsWith(':') || block.kind !== 'text') return []
    const shape = shapeOf(block, layout)
    if (shape === 'label' || shape === 'subheading' || shape === 'kicker') return []
    const next = blocks[index + 1]
    const follows = next === undefined ? null : shapeOf(next, layout)
    return follows === null || follows === 'label' || follows === 'subheading' || follows === 'kicker'
      ? [diagnose('list-missing', placeOf(line, lastWords(line.text)), {})]
      : []
  })
}
const lastWords = (text: string) => text.split(' ').slice(-5).join(' ')

const counted =
  /\b(?<count>[2-9]|1\d|two|three|four|five|six|seven|eight|nine|ten)\b(?=\s+(?:\p{L}+\s+){0,4}(?:publications|reports|documents|releases|findings|areas|recommendations|workshops|dates|papers|briefings|guides|themes|principles))/iu
const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "4 recent DfE publications", and a list of two. */
function shortLists(blocks: readonly Block[]): Diagnostic[] {
  return blocks.flatMap((block, index) => {
    const line = block.lines[0]
    const leads = block.kind === 'text' && (block.text.endsWith(':') || block.text.length < 60)
    const match = leads ? counted.exec(block.text) : null
    if (line === undefined || match === null) return []
    const list = listBelow(blocks, index + 1)
    if (list.length === 0) return []
    const said = match.groups?.count ?? ''
    const promised = Number(said) || numbers.indexOf(said.toLowerCase())
    const there = list.filter(({ text }) => listMark(text) !== null).length
    return there < promised ? [diagnose('list-short', placeOf(line, said), { promised, there })] : []
  })
}

/** The lines of the list that begins at a block, or right behind it. Entries may be parted by blank lines. */
function listBelow(blocks: readonly Block[], at: number): Line[] {
  const first = blocks[at]?.kind === 'list' ? at : at + 1
  let end = first
  while (blocks[end]?.kind === 'list') end += 1
  return blocks.slice(first, end).flatMap(({ lines }) => lines)
}

/** "Headlnes": no label that is known, but a slip of one. */
function misspeltLabels(blocks: readonly Block[], layout: Layout): Diagnostic[] {
  const known = layout.labels.list.filter(({ words }) => words.length >= 6)
  return blocks.flatMap(({ lines }) => {
    const [line, ...more] = lines
    if (line === undefined || more.length > 0 || line.text.length < 6 || line.text.length > 30) return []
    const { key } = line
    if (key === '' || layout.labels.keys.has(key)) return []
    const nearest = known.find(label => isSlip(label.key, key))?.words
    return nearest === undefined ? [] : [diagnose('unknown-label', placeOf(line), { printed: line.text, nearest })]
  })
}

/** "Headlnes", "Headliens". */
const isSlip = (label: string, key: string): boolean =>
  Math.abs(label.length - key.length) <= 1 &&
  (distance(label, key) === 1 || (distance(label, key) === 2 && sortedLetters(label) === sortedLetters(key)))

const sortedLetters = (word: string): string => [...word].sort().join('')
