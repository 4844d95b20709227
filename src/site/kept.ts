/** What a build need not make again, in `.cache`. Whatever there is missing, cut off or not as it was written is as none. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../files/whole-file.ts'
import { hashOf } from './hashes.ts'
import { isRunning } from './lock.ts'

/** A value of JSON as a file that says what it should be. */
export function keep(file: string, value: unknown): void {
  const text = JSON.stringify(value)
  writeWhole(file, `${hashOf(text)}\n${text}`)
}

/** undefined: there is none that can be trusted. */
export function kept<Value>(file: string): Value | undefined {
  const text = textOf(file)
  const end = text.indexOf('\n')
  const json = text.slice(end + 1)
  return end > 0 && text.slice(0, end) === hashOf(json) ? JSON.parse(json) : undefined
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

export type KeptValues<Value> = {
  get: (hash: string) => Value | undefined
  set: (hash: string, value: Value) => void
  /** As asking for it, where it is not needed now. */
  keep: (hash: string) => void
  /** Forgets what has not been asked for since this was last called. */
  forgetUnused: () => void
}

/** One file for each value. Another `version` knows nothing of them. */
export function keptIn<Value>(folder: string, version: string): KeptValues<Value> {
  let used = new Set<string>()
  const nameOf = (hash: string): string => `${version}-${hash}.json`
  return {
    get(hash) {
      used.add(hash)
      return kept<Value>(join(folder, nameOf(hash)))
    },
    set(hash, value) {
      used.add(hash)
      keep(join(folder, nameOf(hash)), value)
    },
    keep(hash) {
      used.add(hash)
    },
    forgetUnused() {
      const names = new Set([...used].map(nameOf))
      for (const name of existsSync(folder) ? readdirSync(folder) : [])
        if (!names.has(name) && !isBeingWritten(name)) rmSync(join(folder, name), { force: true })
      used = new Set()
    },
  }
}

/** By a process that still runs. */
function isBeingWritten(name: string): boolean {
  const writer = /\.(\d+)\.part$/u.exec(name)?.[1]
  return writer !== undefined && isRunning(Number(writer))
}

/** The same, which also keeps the values in this process: asking again gives the same one. */
export function remembering<Value>(kept: KeptValues<Value>): KeptValues<Value> {
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
