/**
 * Corrections by hand and a fresh import of the same update, brought together line by line (diff3). Of the text that
 * import wrote before, only a fingerprint of each line is needed, because merging compares lines for equality.
 */
import { hash } from 'node:crypto'
import { linkWords } from '../../update/link-words.ts'
import { linksWrittenIn } from '../../update/markdown.ts'
import { alignedLines } from './line-alignment.ts'

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
  const merged: string[] = []
  const collisions: Collision[] = []
  for (const { at, corrected: a, base: o, fresh: b } of threeWay(
    mine.map(fingerprint),
    base,
    theirs.map(fingerprint),
  )) {
    if (isSame(a, o) || isSame(a, b)) merged.push(...wordsOf(b))
    else if (isSame(b, o)) merged.push(...wordsOf(a))
    else {
      const sides = { corrected: wordsOf(a), fresh: wordsOf(b) }
      const linked = withLinksGained(sides, o)
      if (linked === null) collisions.push({ line: at + 1, ...sides })
      else merged.push(...linked)
    }
  }
  return collisions.length > 0 ? { text: null, collisions } : { text: merged.join('\n'), collisions: [] }
}

/** What the three versions have at one place; `at`: the first of its lines in the corrected one, from 0. */
type Place = { at: number; corrected: Prints; base: Prints; fresh: Prints }
type Prints = readonly string[]

/** Each line that all three have, and what each has between two of them. */
function* threeWay(corrected: Prints, base: Prints, fresh: Prints): Generator<Place> {
  const inCorrected = new Map(alignedLines(base, corrected))
  const inFresh = new Map(alignedLines(base, fresh))
  let [a, o, b] = [0, 0, 0]
  for (let line = 0; line <= base.length; line++) {
    const isEnd = line === base.length
    const nextA = isEnd ? corrected.length : inCorrected.get(line)
    const nextB = isEnd ? fresh.length : inFresh.get(line)
    if (nextA === undefined || nextB === undefined) continue
    yield { at: a, corrected: corrected.slice(a, nextA), base: base.slice(o, line), fresh: fresh.slice(b, nextB) }
    if (isEnd) return
    const same = base.slice(line, line + 1)
    yield { at: nextA, corrected: same, base: same, fresh: same }
    a = nextA + 1
    o = line + 1
    b = nextB + 1
  }
}

const isSame = (one: Prints, other: Prints): boolean =>
  one.length === other.length && one.every((print, index) => print === other[index])

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
