/**
 * Corrections by hand and a fresh import of the same update, brought together line by line (diff3). Of the text that
 * import wrote before, only a fingerprint of each line is needed, because merging compares lines for equality.
 */
import { hash } from 'node:crypto'
import { diff3Merge } from 'node-diff3'
import { linkWords } from '../../update/link-words.ts'
import { linksWrittenIn } from '../../update/markdown.ts'

/** One for each line, in order; eight characters of a hash, so that two lines of an update never share one. */
export function fingerprints(text: string): string[] {
  // Every second line is blank.
  const blank = fingerprint('')
  return linesOf(text).map(line => (line === '' ? blank : fingerprint(line)))
}

const fingerprint = (line: string): string => hash('sha1', line, 'base64url').slice(0, 8)

/** Where both changed the same lines: `line` counts in the text as corrected; either side may have no line left. */
export type Collision = { line: number; corrected: string[]; fresh: string[] }
export type Merged = { text: string; collisions: [] } | { text: null; collisions: Collision[] }

/** `base`: the fingerprints of what both started from. Either all goes together, or nothing is merged. */
export function merge(corrected: string, base: readonly string[], fresh: string): Merged {
  const mine = linesOf(corrected)
  const theirs = linesOf(fresh)
  const lines = new Map([...theirs, ...mine].map(line => [fingerprint(line), line]))
  const wordsOf = (prints: readonly string[]) => prints.map(print => lines.get(print) ?? '')
  const all = [mine.map(fingerprint), [...base], theirs.map(fingerprint)] as const
  const { before, behind } = alike(all)
  const [a, o, b] = all.map(prints => prints.slice(before, prints.length - behind))
  const regions = diff3Merge(a ?? [], o ?? [], b ?? [])
  const merged: string[] = []
  const collisions: Collision[] = []
  for (const { ok, conflict } of regions) {
    if (conflict === undefined) {
      merged.push(...wordsOf(ok ?? []))
      continue
    }
    const sides = { corrected: wordsOf(conflict.a), fresh: wordsOf(conflict.b) }
    const linked = withLinksGained(sides, conflict.o)
    if (linked === null) collisions.push({ line: before + conflict.aIndex + 1, ...sides })
    else merged.push(...linked)
  }
  if (collisions.length > 0) return { text: null, collisions }
  return {
    text: [...mine.slice(0, before), ...merged, ...mine.slice(mine.length - behind)].join('\n'),
    collisions: [],
  }
}

/** How many lines all begin and end with: diff3 takes the square of what is between. */
function alike(all: readonly (readonly string[])[]): { before: number; behind: number } {
  const [first = []] = all
  const shortest = Math.min(...all.map(({ length }) => length))
  let before = 0
  while (before < shortest && all.every(prints => prints[before] === first[before])) before += 1
  let behind = 0
  while (behind < shortest - before && all.every(prints => prints.at(-1 - behind) === first.at(-1 - behind)))
    behind += 1
  return { before, behind }
}

/** Corrected lines with the links that the fresh ones gained, where these changed in nothing else; null where they did. */
function withLinksGained({ corrected, fresh }: Omit<Collision, 'line'>, base: readonly string[]): string[] | null {
  if (corrected.length !== fresh.length || fresh.length !== base.length) return null
  const lines = fresh.map((line, at) => {
    const mine = corrected[at] ?? ''
    if (fingerprint(line) === base[at]) return mine
    if (fingerprint(mine) === base[at]) return line
    const links = linksWrittenIn(line)
    if (links.length === 0 || fingerprint(line.replace(writtenLink, '$<words>')) !== base[at]) return null
    if (!links.every(({ words }) => ` ${wordsOnly(mine)} `.includes(` ${wordsOnly(words)} `))) return null
    const linked = linkWords(mine, links)
    return linksWrittenIn(linked).length < links.length ? null : linked
  })
  return lines.every(line => line !== null) ? lines : null
}

const wordsOnly = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

const writtenLink = /\[(?<words>(?:\\.|[^\]\\])*)\]\((?:<[^>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/gu

const linesOf = (text: string): string[] => text.split('\n')
