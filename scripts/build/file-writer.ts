/** Files are written while the work goes on: what the system takes for each of thousands is a sixth of a build. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export type FileWriter = {
  /** Begins to write a file, its folder too. Resolves when there is room for another one, mostly at once. */
  write: (path: string, content: string | Uint8Array) => Promise<void>
  /** Resolves once everything is written. Rejects where something could not be. */
  finish: () => Promise<void>
}

/** So many at a time: contents wait in memory. */
const mostAtOnce = 32

export function fileWriter(): FileWriter {
  const running = new Set<Promise<void>>()
  const folders = new Map<string, Promise<unknown>>()
  const faults: unknown[] = []
  const folderOf = (path: string): Promise<unknown> => {
    const folder = dirname(path)
    const made = folders.get(folder) ?? mkdir(folder, { recursive: true })
    folders.set(folder, made)
    return made
  }
  const put = async (path: string, content: string | Uint8Array): Promise<void> => {
    await folderOf(path)
    await writeFile(path, content)
  }
  return {
    async write(path, content) {
      const writing = put(path, content)
        .catch(fault => {
          faults.push(fault)
        })
        .finally(() => running.delete(writing))
      running.add(writing)
      if (running.size >= mostAtOnce) await Promise.race(running)
    },
    async finish() {
      await Promise.all(running)
      if (faults.length > 0) throw faults[0]
    },
  }
}
