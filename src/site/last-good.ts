/** What each Markdown file said when it could last be read, so that a broken file keeps its page. */
import type { LastGood, ReadUpdate } from '../archive/content/read-content.ts'
import { keep, kept } from '../files/kept.ts'
import type { KeptValues } from './kept.ts'

/** `file` keeps the hash of the last good reading by name; the readings themselves are among those kept anyway. */
export function lastGoodIn(file: string, readings: KeptValues<ReadUpdate>): LastGood & { save: () => void } {
  const hashes = new Map(kept<[string, string][]>(file) ?? [])
  let isChanged = false
  return {
    of(name) {
      const hash = hashes.get(name)
      return hash === undefined ? null : (readings.get(hash)?.update ?? null)
    },
    note(name, hash) {
      isChanged ||= hashes.get(name) !== hash
      hashes.set(name, hash)
    },
    save() {
      if (isChanged) keep(file, [...hashes])
      isChanged = false
    },
  }
}
