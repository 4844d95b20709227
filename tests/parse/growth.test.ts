/** Time grows with the text and not faster: four times the text may take twelve times as long here; sixteen is quadratic. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseUpdate } from '../../src/parse/parse-update.ts'

const real = (number: number) => readFileSync(join(import.meta.dirname, `../../content/raw/${number}.txt`), 'utf8')
const between = (text: string, from: string, to: string) =>
  text.slice(text.indexOf(from) + from.length, text.indexOf(to))

const masthead = 'Update no 681 10th October 2025\n\n'
const stories = between(real(681), '\nUpdates\n', '\nReminders From')
const publications = between(real(681), '\nTools & Templates\n', '\nContact Details\n\nSESLIP Consultant;')
const contacts = real(681).slice(real(681).lastIndexOf('Contact Details') + 'Contact Details'.length)
const dates = between(real(593), 'Network dates:\n', 'Safeguarding children with disabilities')

/** Every long word of its own, so that titles, slugs and publications differ from copy to copy. */
const differing = (text: string, copy: number) => text.replace(/\b[A-Z][a-z]{4,}\b/gu, word => `${word}${copy}`)
const copies = (text: string, count: number) =>
  Array.from({ length: count }, (_, copy) => differing(text, copy)).join('\n')

const shapes: Record<string, (size: number) => string> = {
  'stories and publications': size =>
    `${masthead}Updates\n\n${copies(stories, size)}\nTools & Templates\n${copies(publications, size)}`,
  contacts: size => `${masthead}Contact Details\n${contacts.repeat(size)}`,
  'labels behind an address': size =>
    `${masthead}Contact Details\n\nLead: Robin Sample (Kent)\nr@example.org ${'tel: '.repeat(size * 30)}x`,
  'network dates': size =>
    `${masthead}Updates\n\nFuture dates for network meetings\n\nNetwork dates:\n${dates.repeat(size)}`,
  phrases: size => `${masthead}Updates\n\n${'A phrase of words\n\n'.repeat(size * 100)}`,
  'labels and no titles': size => `${masthead}Updates\n\n${'Details\n\nThis is said.\n\n'.repeat(size * 100)}`,
  headings: size => `${masthead}${'Updates\n\nContact Details\n\n'.repeat(size * 60)}`,
  'a list': size => `${masthead}Updates\n\nA story\n\n${'• an entry of words\n'.repeat(size * 100)}`,
  'one long line': size => `${masthead}Updates\n\nA story\n\n${'words, and (more) words: '.repeat(size * 400)}`,
}

const seconds = (text: string): number => {
  const start = process.cpuUsage()
  parseUpdate(text, 'long.txt')
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
/** The best of three: what else the machine does takes time, and never gives any. */
const best = (text: string) => Math.min(...Array.from({ length: 3 }, () => seconds(text)))

describe('four times the text', () => {
  test.each(Object.entries(shapes))('%s', (_name, textOf) => {
    seconds(textOf(4))
    const [small, large] = [best(textOf(8)), best(textOf(32))]
    expect(large).toBeLessThan(Math.max(small, 0.02) * 12)
  })
})

// A line of one thing again and again is where a careless pattern takes the square of its length.
const units = [
  ...[
    ' ',
    'a',
    '(',
    ')',
    '()',
    '[',
    ']',
    ':',
    '.',
    '. ',
    ', ',
    '-',
    '–',
    '_',
    '=',
    '|',
    '#',
    '*',
    '“',
    '”',
    '"',
    '’',
    '/',
  ],
  ...['\t', '@', 'a@b.cc ', 'http://a.b/', '1 ', '10:00 ', '07700 ', 'A ', 'Aa: ', 'May ', 'On 1 May ', '1 and '],
  ...[
    'or ',
    'tel: ',
    '26 and ',
    '26, ',
    'Update no 1 ',
    'here ',
    'published by ',
    'and ',
    'from A ',
    'next meeting of A ',
    'details below ',
  ],
]
/** The same long line in a story, in a publication, in the dates of a network and in the contacts, alone and behind a name. */
const textOf = (line: string) =>
  `${masthead}Updates\n\nTitle\n\n${line}\n\nTools & Templates\n\nOn 1 May A published ${line}\n\nReminders\n\nT\n\nNetwork dates:\n\nA: ${line}\n\nContact Details\n\n${line}\n\nData Lead: Robin Sample ${line} x\nrobin.sample@example.org\n`

describe('four times the length of a line of', () => {
  test.each(units)('%j', unit => {
    const lineOf = (length: number) => `${unit.repeat(length / unit.length)}!`
    seconds(textOf(lineOf(1000)))
    const [small, large] = [seconds(textOf(lineOf(8000))), seconds(textOf(lineOf(32_000)))]
    const most = Math.max(small, 0.05) * 12
    // What else the machine does is slow once; a pattern is slow each time.
    expect(large < most ? large : seconds(textOf(lineOf(32_000)))).toBeLessThan(most)
  })
})
