/** What was read once is not read again, in this process or a later one, as long as neither text nor reader has changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from './lock.ts'

export type KeptMemory<Value> = {
  get: (hash: string) => Value | undefined
  set: (hash: string, value: Value) => void
  /** As asking for it, where nobody needs the value now. */
  keep: (hash: string) => void
  /** Forgets what nobody has asked for since this was last called. */
  forgetUnused: () => void
}

/** Keeps each value, of JSON, as a file. Another `version` knows nothing of them. A file that cannot be read is as none. */
export function keptIn<Value>(folder: string, version: string): KeptMemory<Value> {
  let used = new Set<string>()
  const nameOf = (hash: string): string => `${version}-${hash}.json`
  const fileOf = (hash: string): string => join(folder, nameOf(hash))
  return {
    get(hash) {
      used.add(hash)
      return read<Value>(fileOf(hash))
    },
    set(hash, value) {
      used.add(hash)
      mkdirSync(folder, { recursive: true })
      // Another process may be keeping the same value.
      const part = `${fileOf(hash)}.${process.pid}.part`
      writeFileSync(part, JSON.stringify(value))
      renameSync(part, fileOf(hash))
    },
    keep(hash) {
      used.add(hash)
    },
    forgetUnused() {
      const kept = new Set([...used].map(nameOf))
      const names = existsSync(folder) ? readdirSync(folder) : []
      for (const name of names)
        if (!kept.has(name) && !isBeingWritten(name)) rmSync(join(folder, name), { force: true })
      used = new Set()
    },
  }
}

/** The same, which also keeps the values in this process: whoever asks again gets the same one. */
export function memoryIn<Value>(folder: string, version: string): KeptMemory<Value> {
  const kept = keptIn<Value>(folder, version)
  let known = new Map<string, Value>()
  let used = new Map<string, Value>()
  return {
    get(hash) {
      const value = used.get(hash) ?? known.get(hash) ?? kept.get(hash)
      kept.keep(hash)
      if (value !== undefined) used.set(hash, value)
      return value
    },
    set(hash, value) {
      used.set(hash, value)
      kept.set(hash, value)
    },
    keep: kept.keep,
    forgetUnused() {
      known = used
      used = new Map()
      kept.forgetUnused()
    },
  }
}

/** By a process that still runs. */
function isBeingWritten(name: string): boolean {
  const writer = /\.(\d+)\.part$/u.exec(name)?.[1]
  return writer !== undefined && isRunning(Number(writer))
}

function read<Value>(file: string): Value | undefined {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  } catch {
    return undefined
  }
}
