/**
 * Which lines of two versions of a text are the same. node-diff3 compares every pair of equal lines, and every second line of an
 * update is blank: so lines that each version has just once are paired first, and it only sees what is between them.
 */
import { LCS } from 'node-diff3'

/** A line of the one version, and the same line of the other; both from 0. */
export type Pair = readonly [from: number, to: number]

/** In order of both versions. */
export function alignedLines(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = []
  align({ before, after }, { from: [0, before.length], to: [0, after.length], depth: 0 }, pairs)
  return pairs
}

/** What lies between the same lines. Each range is from a line up to, and without, another. */
export type Change = { from: Range; to: Range }
type Range = readonly [start: number, end: number]

/** Where two versions differ, in order. */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = []
  let [from, to] = [0, 0]
  for (const [nextFrom, nextTo] of [...alignedLines(before, after), [before.length, after.length] as const]) {
    if (nextFrom > from || nextTo > to) changes.push({ from: [from, nextFrom], to: [to, nextTo] })
    from = nextFrom + 1
    to = nextTo + 1
  }
  return changes
}

type Texts = { before: readonly string[]; after: readonly string[] }
type Stretch = { from: Range; to: Range; depth: number }

/** Lines that part a stretch may be parted again; no text needs more. */
const DEEPEST = 12
/** Pairs of equal lines in one stretch. With more, a text repeats itself without end, and only its ends are compared. */
const MOST_PAIRS = 400_000

function align(texts: Texts, stretch: Stretch, pairs: Pair[]): void {
  const { before, after } = texts
  let [start, end] = stretch.from
  let [startTo, endTo] = stretch.to
  while (start < end && startTo < endTo && before[start] === after[startTo]) pairs.push([start++, startTo++])
  const tail: Pair[] = []
  while (start < end && startTo < endTo && before[end - 1] === after[endTo - 1]) tail.push([--end, --endTo])
  if (start < end && startTo < endTo)
    alignMiddle(texts, { from: [start, end], to: [startTo, endTo], depth: stretch.depth }, pairs)
  for (const pair of tail.reverse()) pairs.push(pair)
}

function alignMiddle(texts: Texts, { from, to, depth }: Stretch, pairs: Pair[]): void {
  const anchors = depth < DEEPEST ? uniquePairs(texts, { from, to, depth }) : []
  if (anchors.length === 0) {
    for (const [a, b] of repeatedPairs(texts.before.slice(...from), texts.after.slice(...to)))
      pairs.push([from[0] + a, to[0] + b])
    return
  }
  let [start, startTo] = [from[0], to[0]]
  for (const [a, b] of anchors) {
    align(texts, { from: [start, a], to: [startTo, b], depth: depth + 1 }, pairs)
    pairs.push([a, b])
    start = a + 1
    startTo = b + 1
  }
  align(texts, { from: [start, from[1]], to: [startTo, to[1]], depth: depth + 1 }, pairs)
}

/** Lines that are once in each, without those that have changed places. */
function uniquePairs({ before, after }: Texts, { from, to }: Stretch): Pair[] {
  const placesBefore = singlePlaces(before, from)
  const placesAfter = singlePlaces(after, to)
  const pairs = [...placesBefore].flatMap(([line, a]): Pair[] => {
    const b = placesAfter.get(line)
    return b === undefined ? [] : [[a, b]]
  })
  return longestInOrder(pairs.sort(([a], [b]) => a - b))
}

function singlePlaces(lines: readonly string[], [start, end]: Range): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (let at = start; at < end; at++) {
    const line = lines[at] ?? ''
    if (places.has(line)) repeated.add(line)
    else places.set(line, at)
  }
  for (const line of repeated) places.delete(line)
  return places
}

/** The most pairs that are in the same order in both; `pairs` are in order of the first. */
function longestInOrder(pairs: readonly Pair[]): Pair[] {
  // For each length, the pair that ends a run of it soonest.
  const ends: number[] = []
  const previous: number[] = []
  for (const [index, [, to]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < to) low = middle + 1
      else high = middle
    }
    previous[index] = ends[low - 1] ?? -1
    ends[low] = index
  }
  const longest: Pair[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) longest.push(pairs[index] ?? [0, 0])
  return longest.reverse()
}

function repeatedPairs(before: string[], after: string[]): Pair[] {
  const counts = new Map<string, number>()
  for (const line of before) counts.set(line, (counts.get(line) ?? 0) + 1)
  const pairs = after.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0)
  if (pairs > MOST_PAIRS) return []
  const found: Pair[] = []
  for (let pair: Chain | null = LCS(before, after); pair !== null && pair.buffer1index >= 0; pair = pair.chain)
    found.push([pair.buffer1index, pair.buffer2index])
  return found.reverse()
}

/** The longest run of equal lines, from its end. */
type Chain = { buffer1index: number; buffer2index: number; chain: Chain | null }
