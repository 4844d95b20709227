/** What was read once is not read again, in this process or a later one, as long as neither text nor reader has changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileWriter, inItsPlace } from './file-writer.ts'

export type KeptMemory<Value> = {
  get: (hash: string) => Value | undefined
  set: (hash: string, value: Value) => void
  /** Writes what is new, and forgets what nobody has asked for since this was last called. */
  settle: () => Promise<void>
}

/** Keeps each value, of JSON, as a file. Another `version` knows nothing of them. A file that cannot be read is as none. */
export function memoryIn<Value>(folder: string, version: string): KeptMemory<Value> {
  mkdirSync(folder, { recursive: true })
  const values = new Map<string, Value>()
  let used = new Set<string>()
  const unwritten = new Set<string>()
  const writer = fileWriter(inItsPlace)
  const nameOf = (hash: string): string => `${version}-${hash}.json`
  const fileOf = (hash: string): string => join(folder, nameOf(hash))
  return {
    get(hash) {
      used.add(hash)
      const value = values.get(hash) ?? read<Value>(fileOf(hash))
      if (value !== undefined) values.set(hash, value)
      return value
    },
    set(hash, value) {
      used.add(hash)
      values.set(hash, value)
      unwritten.add(hash)
    },
    async settle() {
      for (const hash of unwritten) await writer.write(fileOf(hash), JSON.stringify(values.get(hash)))
      await writer.finish()
      unwritten.clear()
      for (const hash of values.keys()) if (!used.has(hash)) values.delete(hash)
      const kept = new Set([...used].map(nameOf))
      for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name))
      used = new Set()
    },
  }
}

function read<Value>(file: string): Value | undefined {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  } catch {
    return undefined
  }
}
