/** What was read once is not read again, in this process or a later one, as long as neither text nor reader has changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type KeptMemory<Value> = {
  get: (hash: string) => Value | undefined
  set: (hash: string, value: Value) => void
  /** Forgets what nobody has asked for since this was last called. */
  forgetUnused: () => void
}

/** Keeps each value, of JSON, as a file. Another `version` knows nothing of them. A file that cannot be read is as none. */
export function memoryIn<Value>(folder: string, version: string): KeptMemory<Value> {
  mkdirSync(folder, { recursive: true })
  const values = new Map<string, Value>()
  let used = new Set<string>()
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
      writeFileSync(`${fileOf(hash)}.part`, JSON.stringify(value))
      renameSync(`${fileOf(hash)}.part`, fileOf(hash))
    },
    forgetUnused() {
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
