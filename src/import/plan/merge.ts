/**
 * Corrections by hand and a fresh import of the same update, brought together line by line (diff3). Of the text that
 * import wrote before, only a fingerprint of each line is needed, because merging compares lines for equality.
 */
import { hash } from 'node:crypto'
import { diff3Merge } from 'node-diff3'

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
  const regions = diff3Merge(mine.map(fingerprint), [...base], theirs.map(fingerprint))
  const collisions = regions.flatMap(({ conflict }) =>
    conflict === undefined
      ? []
      : [{ line: conflict.aIndex + 1, corrected: wordsOf(conflict.a), fresh: wordsOf(conflict.b) }],
  )
  if (collisions.length > 0) return { text: null, collisions }
  return { text: wordsOf(regions.flatMap(({ ok }) => ok ?? [])).join('\n'), collisions: [] }
}

const linesOf = (text: string): string[] => text.split('\n')
