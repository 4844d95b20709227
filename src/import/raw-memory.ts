/** What the parser made of a raw text, as long as neither has changed. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'

/** `raw` is null where the text could not be read; `hash` is that of the Markdown it becomes. */
export type Remembered = { raw: { number: number; at: Place; hash: string } | null; diagnostics: Diagnostic[] }

export type RawMemory = {
  /** By the hash of name and bytes. */
  get: (key: string) => Remembered | undefined
  set: (key: string, value: Remembered) => void
  /** Keeps what was asked for or set; anything else belongs to a file that has changed or gone. */
  save: () => void
}

/** One file in `folder`. Another version of the parser, or a file that cannot be read, remembers nothing. */
export function rawMemory(folder: string, version: string): RawMemory {
  const path = join(folder, 'import.json')
  const known = read(path, version)
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
      if (!changed && used.size === known.size) return
      mkdirSync(folder, { recursive: true })
      writeFileSync(`${path}.part`, JSON.stringify({ version, texts: [...used] }))
      renameSync(`${path}.part`, path)
    },
  }
}

function read(path: string, version: string): Map<string, Remembered> {
  try {
    const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
    return new Map(kept?.version === version ? kept.texts : [])
  } catch {
    return new Map()
  }
}
