/** Files are written while the work goes on: what the system takes for each of thousands is a sixth of a build. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export type FileWriter = {
  /** Begins to write a file, its folder too. Resolves when there is room for another one, mostly at once. */
  write: (path: string, content: string | Uint8Array) => Promise<void>
  /** Resolves once everything is written. Rejects where something could not be. */
  finish: () => Promise<void>
}

type Put = (path: string, content: string | Uint8Array) => Promise<void>

/** For files that somebody may be reading: whoever does finds the old content or the new one. */
export const inItsPlace: Put = async (path, content) => {
  await writeFile(`${path}.part`, content)
  await rename(`${path}.part`, path)
}

/** So many at a time: contents wait in memory. */
const mostAtOnce = 32

/** `put` writes one file, whose folder is there. */
export function fileWriter(put: Put = writeFile): FileWriter {
  const running = new Set<Promise<void>>()
  const folders = new Map<string, Promise<unknown>>()
  const faults: unknown[] = []
  const folderOf = (path: string): Promise<unknown> => {
    const folder = dirname(path)
    const made = folders.get(folder) ?? mkdir(folder, { recursive: true })
    folders.set(folder, made)
    return made
  }
  return {
    async write(path, content) {
      const writing = folderOf(path)
        .then(() => put(path, content))
        .catch(fault => {
          faults.push(fault)
        })
        .finally(() => running.delete(writing))
      running.add(writing)
      if (running.size >= mostAtOnce) await Promise.race(running)
    },
    async finish() {
      await Promise.all(running)
      folders.clear()
      const [fault] = faults.splice(0)
      if (fault !== undefined) throw fault
    },
  }
}
