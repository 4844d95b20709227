/** The builder of `npm start`: builds whenever it is told to, and stays, so that a build starts warm. */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { renderDiagnostic } from '../../src/diagnostics/render.ts'
import { type SiteSources, siteRefresher } from '../../src/site/build-site.ts'
import type { FromBuilder } from '../../src/site/serve/messages.ts'
import { siteFolder } from '../../src/site/site-folder.ts'
import { projectReader } from '../../src/site/sources.ts'

const root = process.cwd()
const folder = siteFolder(join(root, '_site'))
const pathPrefix = process.env.PATH_PREFIX ?? null
const reader = projectReader({ root, content: join(root, 'content'), cache: folder.cache, pathPrefix })
const refresher = siteRefresher(root, folder)

const tell = (message: FromBuilder) => process.send?.(message)

/** Somebody waits for a build. */
let isWanted = false
let rehearsal: Promise<void> | null = null

process.on('message', async () => {
  isWanted = true
  await rehearsal
  const sources = await build()
  isWanted = false
  tell({ kind: 'done' })
  if (sources !== null) rehearsal ??= rehearse(sources)
})

// Ctrl-C reaches this process as well; it goes when the server lets go of it, between two steps of a build.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))

/** Never rejects: what fails is told, with what had come in by then. Answers what the site is made from now. */
async function build(): Promise<SiteSources | null> {
  let published: 'nothing' | 'pages' = 'nothing'
  try {
    const started = performance.now()
    const { sources, diagnostics } = await reader.prepare()
    const complaints = diagnostics.map(diagnostic => ({
      severity: diagnostic.severity,
      text: renderDiagnostic(diagnostic),
    }))
    tell({ kind: 'read', complaints })
    if (sources === null) return null
    for await (const { pages, written, removed } of refresher.refresh(sources)) {
      const seconds = (performance.now() - started) / 1000
      const what = published === 'nothing' ? 'pages' : 'search'
      tell({ kind: 'published', what, pages, changed: written + removed.length, seconds })
      published = 'pages'
    }
    return sources
  } catch (error) {
    tell({
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      published,
    })
    return null
  }
}

/** Once: somebody's first change then does not wait for what is slow when it is done for the first time. Never rejects. */
async function rehearse(sources: SiteSources): Promise<void> {
  try {
    for await (const _ of refresher.rehearse(sources)) {
      // Whatever has come meanwhile is heard first.
      await setTimeout(1)
      if (isWanted) return
    }
    reader.rehearse()
  } catch {
    // A template that throws was told when the site was built; or it will be.
  }
  tell({ kind: 'rehearsed' })
}
