/**
 * Which records a text names. One scan, whatever the number of names: the words of all names form a tree, and the text
 * is walked from each capital letter or digit. Spelling and case must be exact: "Become" and "LGA" are names, "become" is not.
 */
import { nameKey } from './names.ts'

/** A name to look for, and what it means. `id` is the record's, `kind` whatever tells kinds of records apart. */
export type Sought<K extends string> = { name: string; kind: K; id: string }
export type FoundName<K extends string> = { printed: string; kind: K; id: string }

type Step<K extends string> = { next: Map<string, Step<K>>; ends: Sought<K>[] }

const wordStart = /(?<![\p{L}\p{N}])[\p{Lu}\p{N}][\p{L}\p{N}]*/gu
const wordAfter = /[^\p{L}\p{N}]{0,4}?([\p{L}\p{N}]+)/uy

/**
 * Prepares the scan. It answers with each record once, in reading order; the longest name wins; a name that two records
 * share names no one; nor does "the Fostering Network" where one record is called "Fostering Network" and another "The
 * Fostering Network".
 */
export function nameScanner<K extends string>(sought: readonly Sought<K>[]): (text: string) => FoundName<K>[] {
  const root: Step<K> = { next: new Map(), ends: [] }
  for (const name of sought) plant(root, name)
  const contested = contestedKeys(sought)
  return text => {
    const found = new Map<string, FoundName<K>>()
    let from = 0
    for (const start of text.matchAll(wordStart)) {
      if (start.index < from) continue
      const hit = longestFrom(root, { text, at: start.index, first: start[0] })
      if (hit === undefined) continue
      from = hit.end
      const { kind, id } = hit.sought
      const printed = closed(text, start.index, hit.end).replace(/\\?\n/gu, ' ').replaceAll('\\', '')
      if (contested.has(nameKey(printed)) && /\bthe\s+$/iu.test(text.slice(Math.max(0, start.index - 5), start.index)))
        continue
      if (!found.has(`${kind}/${id}`)) found.set(`${kind}/${id}`, { printed, kind, id })
    }
    return [...found.values()]
  }
}

/** The stretch with the bracket that closes it: "West Midlands ADCS Network (the RIIA)". */
const closed = (text: string, start: number, end: number): string => {
  const stretch = text.slice(start, end)
  return /\([^)]*$/u.test(stretch) && text[end] === ')' ? `${stretch})` : stretch
}

const namePart = /[\p{L}\p{N}]+/gu

function plant<K extends string>(root: Step<K>, sought: Sought<K>): void {
  let step = root
  for (const [part] of sought.name.normalize('NFC').matchAll(namePart)) {
    const known = step.next.get(part)
    const next = known ?? { next: new Map(), ends: [] }
    if (known === undefined) step.next.set(part, next)
    step = next
  }
  if (step !== root && !step.ends.some(({ kind, id }) => kind === sought.kind && id === sought.id))
    step.ends.push(sought)
}

type Walk = { text: string; at: number; first: string }

function longestFrom<K extends string>(
  root: Step<K>,
  { text, at, first }: Walk,
): { sought: Sought<K>; end: number } | undefined {
  let step = root.next.get(first)
  let end = at + first.length
  let best: { sought: Sought<K>; end: number } | undefined
  while (step !== undefined) {
    const [only, second] = step.ends
    if (only !== undefined && second === undefined) best = { sought: only, end }
    wordAfter.lastIndex = end
    const word = step.next.size === 0 ? null : wordAfter.exec(text)
    if (word === null || isBreak(text, end, word[0])) break
    step = step.next.get(word[1] ?? '')
    end = wordAfter.lastIndex
  }
  return best
}

/** A sentence or paragraph ends before the next word; the dots of "S.E. Region" end none. */
const isBreak = (text: string, end: number, next: string): boolean =>
  /[!?;]\s|\n\s*\n/u.test(next) || (/\.\s/u.test(next) && !initial.test(text.slice(end - 2, end)))
const initial = /(?<![\p{L}\p{N}])\p{L}$/u

function contestedKeys<K extends string>(sought: readonly Sought<K>[]): Set<string> {
  const owner = new Map<string, string>()
  const contested = new Set<string>()
  for (const { name, kind, id } of sought) {
    const key = nameKey(name)
    const known = owner.get(key)
    if (known === undefined) owner.set(key, `${kind}/${id}`)
    else if (known !== `${kind}/${id}`) contested.add(key)
  }
  return contested
}
