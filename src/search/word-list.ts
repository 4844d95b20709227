/**
 * The archive's own words, for "did you mean": one small text for each first letter, fetched only when somebody types
 * a word that nothing has. A line is a word and, where it is more than one, the number of records that have it.
 */
import { printWords } from './print-words.ts'
import type { SearchRecord } from './records.ts'

type Printed = Pick<SearchRecord, 'title' | 'text' | 'names' | 'also'>

/** How many records have each word, the most frequent first. */
export function wordCounts(records: Iterable<Printed>): [word: string, records: number][] {
  const counts = new Map<string, number>()
  for (const record of records) for (const word of wordsIn(record)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(byCount)
}

/** Each word once. */
const wordsIn = ({ title, text, names, also }: Printed): string[] =>
  [...new Set(printWords(`${title}\n${text}\n${names}\n${also}`))].filter(word => suggestible.test(word))

/** File name → text: "s.txt" → "safeguarding 31\nsafe 12\n…", in the order of the counts. */
export function wordLists(counts: readonly [word: string, records: number][]): Map<string, string> {
  const lists = new Map<string, string[]>()
  for (const [word, count] of counts) {
    const file = `${word[0]}.txt`
    const list = lists.get(file) ?? []
    list.push(count > 1 ? `${word} ${count}` : word)
    lists.set(file, list)
  }
  return new Map([...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, list]) => [file, `${list.join('\n')}\n`]))
}

/** Nobody mistypes "2024" into another year and wants to be told; nor is a word of one letter any help. */
const suggestible = /^[a-z][a-z0-9]+$/u
const byCount = ([a, m]: [string, number], [b, n]: [string, number]): number => n - m || (a < b ? -1 : 1)
