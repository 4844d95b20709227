/** How alike two texts are: their runs of four words, hashed. Cheap enough for every story of every update. */

/** Ascending, each once. Texts of fewer than four words have one shingle, an empty text none. */
export type Shingles = Uint32Array

const runLength = 4

/** `words` as `foldedWords` gives them. */
export function shinglesOf(words: readonly string[]): Shingles {
  if (words.length === 0) return new Uint32Array()
  const hashes = new Uint32Array(words.length)
  for (let at = 0; at < words.length; at++) hashes[at] = hashOf(words[at] ?? '')
  const runs = new Uint32Array(Math.max(1, words.length - runLength + 1))
  for (let at = 0; at < runs.length; at++) runs[at] = hashOfRun(hashes, at)
  return eachOnce(runs.sort())
}

function eachOnce(sorted: Uint32Array): Uint32Array {
  let count = 0
  for (const run of sorted) if (count === 0 || run !== sorted[count - 1]) sorted[count++] = run
  return sorted.slice(0, count)
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function hashOfRun(hashes: Uint32Array, start: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < Math.min(start + runLength, hashes.length); at++)
    hash = Math.imul(hash ^ (hashes[at] ?? 0), 0x01000193) ^ (hash >>> 13)
  return hash >>> 0
}

/** `ofAll`: shared runs in all runs (Jaccard). `ofShorter`: how much of the shorter text the longer one holds. */
export function likeness(a: Shingles, b: Shingles): { ofAll: number; ofShorter: number } {
  if (a.length === 0 || b.length === 0) return { ofAll: 0, ofShorter: 0 }
  // Reminders repeat a text to the letter, which is then read once.
  if (a === b) return { ofAll: 1, ofShorter: 1 }
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] ?? 0, b[j] ?? 0]
    if (one === other) shared++
    if (one <= other) i++
    if (other <= one) j++
  }
  return { ofAll: shared / (a.length + b.length - shared), ofShorter: shared / Math.min(a.length, b.length) }
}
