/** The builder of `npm start`: builds whenever it is told to, and stays, so that a build starts warm. */
import { join } from 'node:path'
import { renderDiagnostic } from '../../src/diagnostics/render.ts'
import { siteRefresher } from '../build/build-site.ts'
import { siteFolder } from '../build/site-folder.ts'
import { projectReader } from '../build/sources.ts'
import type { FromBuilder } from './messages.ts'

const root = process.cwd()
const folder = siteFolder(join(root, '_site'))
const pathPrefix = process.env.PATH_PREFIX ?? null
const reader = projectReader({ root, content: join(root, 'content'), cache: folder.cache, pathPrefix })
const refresher = siteRefresher(root, folder)

const tell = (message: FromBuilder) => process.send?.(message)

process.on('message', () => {
  build().finally(() => tell({ kind: 'done' }))
})

// Ctrl-C reaches this process as well; it goes when the server lets go of it, between two steps of a build.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))

let isRehearsed = false

/** Never rejects: what fails is told, with what had come in by then. */
async function build(): Promise<void> {
  let published: 'nothing' | 'pages' = 'nothing'
  try {
    const started = performance.now()
    const { sources, diagnostics } = await reader.prepare()
    const complaints = diagnostics.map(diagnostic => ({
      severity: diagnostic.severity,
      text: renderDiagnostic(diagnostic),
    }))
    tell({ kind: 'read', complaints })
    if (sources === null) return
    for await (const { pages, written, removed } of refresher.refresh(sources)) {
      const seconds = (performance.now() - started) / 1000
      const what = published === 'nothing' ? 'pages' : 'search'
      tell({ kind: 'published', what, pages, changed: written + removed.length, seconds })
      published = 'pages'
    }
    if (isRehearsed) return
    isRehearsed = true
    // Somebody's first change then does not wait for what is slow when it is done for the first time.
    await refresher.rehearse(sources)
    reader.rehearse()
  } catch (error) {
    tell({
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      published,
    })
  }
}
