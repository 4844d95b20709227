/** What a build need not make again, in `.cache`. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keep, kept } from '../files/kept.ts'
import { isRunning } from '../files/running.ts'

export type KeptValues<Value> = {
  get: (hash: string) => Value | undefined
  set: (hash: string, value: Value) => void
  /** Marks the value as used without reading it. */
  keep: (hash: string) => void
  /** Deletes what has not been used since the last call. */
  forgetUnused: () => void
}

/** One file for each value. Each `version` has values of its own. */
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

/** Also keeps values in memory: asking again gives the same object. */
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
