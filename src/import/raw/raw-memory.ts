/** What the parser made of a raw text, as long as neither has changed. */
import { join } from 'node:path'
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts'
import { keep, kept } from '../../files/kept.ts'

/** `raw` is null where the text could not be read; `hash` is that of the Markdown it becomes. */
export type Remembered = { raw: { number: number; at: Place; hash: string } | null; diagnostics: Diagnostic[] }

export type RawMemory = {
  /** By the hash of name and bytes. */
  get: (key: string) => Remembered | undefined
  set: (key: string, value: Remembered) => void
  /** Keeps what was asked for or set; anything else belongs to a file that has changed or gone. */
  save: () => void
}

/** One file in `folder`. What another version of the parser kept is not used. */
export function rawMemory(folder: string, version: string): RawMemory {
  const path = join(folder, 'import.json')
  const before = kept<{ version: string; texts: [string, Remembered][] }>(path)
  const known = new Map(before?.version === version ? before.texts : [])
  const used = new Map<string, Remembered>()
  let changed = false
  return {
    get(key) {
      const value = known.get(key)
      if (value !== undefined) used.set(key, value)
      return value
    },
    set(key, value) {
      used.set(key, value)
      changed = true
    },
    save() {
      if (changed || used.size !== known.size) keep(path, { version, texts: [...used] })
    },
  }
}
