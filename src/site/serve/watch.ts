/** Watching what the site is made from. */
import { mkdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { watch } from 'chokidar'

/** `content`: the builder reads it again. `program`: the builder itself must start again. */
export type Change = { kind: 'content' | 'program'; event: 'written' | 'removed'; file: string }

const contentPaths = ['content']
const programPaths = ['src', 'templates', 'scripts/build', 'scripts/import', '.eleventy.ts', 'package-lock.json']

/** Reports changes together once they have come to rest: a file that is still being written is not one yet. */
export function watchProject(root: string, report: (changes: Change[]) => void): { close: () => Promise<void> } {
  mkdirSync(join(root, 'content', 'updates'), { recursive: true })
  let changes: Change[] = []
  let timer: NodeJS.Timeout | undefined
  const note = (change: Change) => {
    changes.push(change)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const reported = changes
      changes = []
      report(reported)
    }, 30)
  }
  const watchers = (['content', 'program'] as const).map(kind => {
    const paths = kind === 'content' ? contentPaths : programPaths
    const watcher = watch(paths, {
      cwd: root,
      ignoreInitial: true,
      ignored: isPassing,
      awaitWriteFinish: { stabilityThreshold: 80, pollInterval: 20 },
    })
    for (const event of ['add', 'change'] as const) watcher.on(event, file => note({ kind, event: 'written', file }))
    watcher.on('unlink', file => note({ kind, event: 'removed', file: relative('', file) }))
    return watcher
  })
  const close = async () => {
    clearTimeout(timer)
    await Promise.all(watchers.map(watcher => watcher.close()))
  }
  return { close }
}

/** Files that editors and browsers make for a moment: "~$656.docx", ".656.txt.swp", "656.txt.part", "#656.txt#". */
function isPassing(path: string): boolean {
  const name = basename(path)
  return /^(?:\.(?!eleventy\.ts)|~|#)|(?:~|\.swp|\.tmp|\.part|\.crdownload)$/u.test(name) && name !== '.' && name !== ''
}
