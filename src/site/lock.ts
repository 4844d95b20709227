/** One build of a site at a time: `npm run build` waits while `npm start` is building, and the other way round. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { codeOf } from '../files/error-code.ts'
import { isRunning } from '../files/running.ts'

/** A process. `started` tells it from a later one with the same id; null where the system does not say. */
const ownerShape = z.object({ host: z.string(), pid: z.number(), started: z.string().nullable(), since: z.string() })
type Owner = z.infer<typeof ownerShape>

export type Lock = { release: () => void }

/** Its message names the process that holds the lock, and what to do. */
export class LockHeld extends Error {}

export type Patience = { sayAfter: number; giveUpAfter: number; say: (line: string) => void }
const patience: Patience = { sayAfter: 2_000, giveUpAfter: 60_000, say: console.log }

/**
 * Waits until no other process holds the lock file. One without a live owner is void: an empty one, one of another
 * machine, one whose process is gone. Released by `release`, when the process ends, and on Ctrl-C. Rejects with
 * `LockHeld` after a minute.
 */
export async function takeLock(file: string, { sayAfter, giveUpAfter, say }: Patience = patience): Promise<Lock> {
  mkdirSync(dirname(file), { recursive: true })
  const started = Date.now()
  let said = false
  while (!taken(file)) {
    const waited = Date.now() - started
    const holder = shown(ownerIn(file))
    if (waited >= giveUpAfter) {
      throw new LockHeld(
        `another build (${holder}) is still running after ${Math.round(waited / 1000)} seconds: stop it, or wait and try again (if there is none, delete ${file})`,
      )
    }
    if (waited >= sayAfter && !said) say(`waiting for another build (${holder})`)
    said ||= waited >= sayAfter
    await setTimeout(100)
  }
  return held(file)
}

function held(file: string): Lock {
  const release = () => {
    process.off('exit', release)
    for (const signal of signals) process.off(signal, stop)
    if (isOurs(ownerIn(file))) rmSync(file, { force: true })
  }
  process.on('exit', release)
  for (const signal of signals) process.on(signal, stop)
  return { release }
}

const signals = ['SIGINT', 'SIGTERM'] as const

/** A listener stops Node from ending on a signal, so end here, unless another listener does. */
function stop(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 1) process.exit(signal === 'SIGINT' ? 130 : 143)
}

const us: Owner = { host: hostname(), pid: process.pid, started: startOf(process.pid), since: '' }
const isOurs = (owner: Owner | null): boolean => owner !== null && owner.pid === us.pid && owner.host === us.host

function taken(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify({ ...us, since: new Date().toISOString() }), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (!isAlive(ownerIn(file)) && !isBeingWritten(file)) giveWay(file)
    return false
  }
}

/** Renames first, so that of two processes that find a void lock, only one removes it, and never the other's new lock. */
function giveWay(file: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (isAlive(ownerIn(aside))) renameSync(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  rmSync(aside, { force: true })
}

/** null where the file is gone or does not say. */
function ownerIn(file: string): Owner | null {
  try {
    return ownerShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Its owner has made the file and not filled it in yet. */
function isBeingWritten(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && stats.size === 0 && Date.now() - stats.mtimeMs < 1_000
}

function isAlive(owner: Owner | null): boolean {
  if (owner === null || owner.host !== us.host || !isRunning(owner.pid)) return false
  return owner.started === null || startOf(owner.pid) === owner.started
}

/** When a process began, in the system's own units; null where it does not say. */
function startOf(pid: number): string | null {
  try {
    // proc(5): the 22nd field; the second is a name in brackets, which may hold spaces.
    if (process.platform === 'linux')
      return (
        readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /su, '')
          .split(' ')[19] ?? null
      )
    if (process.platform === 'win32') return null
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

const shown = (owner: Owner | null): string =>
  owner === null ? 'process unknown' : `process ${owner.pid}, since ${owner.since}`
