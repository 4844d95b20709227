/** Files that others may read at any moment: they find the old file or the new one, never a part. */

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf } from './error-code.ts'
import { isRunning } from './running.ts'

/**
 * Writes beside the file first, then takes its place. Makes the folder if need be; leaves nothing behind if it fails.
 * `mayReplace` is asked right before; false leaves the file alone. Returns whether the file now holds the content.
 */
export function writeWhole(path: string, content: string | Uint8Array, mayReplace = () => true): boolean {
  mkdirSync(dirname(path), { recursive: true })
  const part = `${path}.${process.pid}.part`
  try {
    writeFileSync(part, content)
    const may = mayReplace()
    if (may) moveTo(path, part)
    else rmSync(part)
    return may
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** Removes what `writeWhole` leaves in a folder when its process is killed. */
export function clearParts(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const writer = /\.(?<pid>\d+)\.part$/u.exec(name)?.groups?.pid
    if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(folder, name), { force: true })
  }
}

/**
 * Moves a file to where another one may be. On Windows that fails while a virus scanner or an editor has either of them
 * open, which takes moments: it is tried again for a few seconds.
 */
export function moveTo(target: string, file: string, move: (from: string, to: string) => void = renameSync): void {
  for (let wait = 10; ; wait *= 2) {
    try {
      move(file, target)
      return
    } catch (error) {
      if (wait > longestWait || !held.has(codeOf(error))) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
    }
  }
}

/** In milliseconds. All waits together are twice as long: five seconds. */
const longestWait = 2560
const held = new Set(['EPERM', 'EBUSY', 'EACCES'])
