/** The build in Eleventy's terms: what its configuration wires up (`.eleventy.ts`). */
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Rendering } from '../../templates/define-page.tsx'
import { faultText, goOnUnread } from './faults.ts'
import { hashOf } from './hashes.ts'
import { diagnosticPrinter } from './messages/print-diagnostics.ts'
import { type Progress, progressLine } from './messages/progress.ts'
import { pageWrites } from './page-writes.ts'
import { asPathPrefix, faultOfPathPrefix } from './path-prefix.ts'
import { type LastBuild, type Middleware, middlewares } from './serve/middlewares.ts'
import { type BuildReport, siteBuild } from './site-build.ts'
import type { SiteFolder } from './site-folder.ts'
import { type Prepared, projectReader } from './sources.ts'

/** Options of Eleventy's dev server; `ready` gets the server. */
export type ServerOptions = {
  domDiff: boolean
  messageOnStart: (server: { localhostUrl: string }) => false
  middleware: Middleware[]
  ready: (server: { dir: string }) => void
}

export type EleventyBuild = {
  /** Where Eleventy writes. */
  staged: string
  /** The path its dev server serves the site under. */
  pathPrefix: string
  serverOptions: ServerOptions
  /** The result of the last build. */
  lastBuild: () => LastBuild
  rendering: () => Rendering | null
  /** The files that a watching Eleventy is about to build for. If the last import wrote all of them, its build has them already, and nothing is made. */
  changed: (files: readonly string[]) => void
  /** Never rejects because of the content: what cannot be used is named, and the exit status is 1. */
  begin: (job: { output: string; outputMode: string }) => Promise<void>
  end: () => Promise<void>
  /** The build has failed and Eleventy is about to end: the site has not changed. */
  hasFailed: () => boolean
}

const UNCHANGED = 'the site has not changed'

const nothingBuilt: LastBuild = {
  state: 'not read yet',
  diagnostics: [],
  setAside: [],
  updates: [],
  imported: [],
  drafts: [],
  archive: null,
  freshOf: () => null,
}

/** If nothing can be used, the site still has the pages of the build before. */
function lastBuildOf(
  { sources, diagnostics, setAside, drafts, freshOf }: Prepared,
  { before, imported }: { before: LastBuild; imported: readonly number[] },
): LastBuild {
  const updates = sources?.archive.updates.map(({ number, date, heading }) => ({ number, date, heading }))
  return {
    state: sources === null ? 'not usable' : 'being made',
    diagnostics,
    setAside,
    updates: updates ?? before.updates,
    imported: [...imported],
    drafts: drafts.map(({ file, update }) => ({ file, number: update.number, heading: update.heading })),
    archive: sources?.archive ?? before.archive,
    freshOf: number => drafts.find(({ update }) => update.number === number) ?? freshOf(number),
  }
}

/** The folders and the address of a build: the published site and what `npm start` shows are apart. */
type Places = {
  isWatching: boolean
  /** What the build keeps for the next one. */
  home: string
  site: string
  staged: string
  /** null: where the site's own web address says. */
  pathPrefix: string | null
}

function placesOf(root: string, env: NodeJS.ProcessEnv): Places {
  const isWatching = env.ELEVENTY_RUN_MODE !== undefined && env.ELEVENTY_RUN_MODE !== 'build'
  const cache = join(root, '.cache')
  // What `npm start` shows may have drafts in it, so it goes in another folder and is never published.
  const home = isWatching ? join(cache, 'preview') : cache
  return {
    isWatching,
    home,
    // Not below .cache: the dev server serves no file in a folder whose name begins with a dot.
    site: join(root, isWatching ? '_preview' : '_site'),
    staged: join(home, 'staged'),
    // While someone writes, the site is at the top unless PATH_PREFIX says otherwise.
    pathPrefix: env.PATH_PREFIX ?? (isWatching ? '/' : null),
  }
}

/** Takes PATH_PREFIX, DEV_HOSTS, OPEN_FILES and Eleventy's own ELEVENTY_RUN_MODE from `env`. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its functions share the state of one process
export function eleventyBuild(root: string, env: NodeJS.ProcessEnv): EleventyBuild {
  const { isWatching, home, site, staged, pathPrefix } = placesOf(root, env)
  const fault = faultOfPathPrefix(env.PATH_PREFIX)
  const writes = pageWrites()
  goOnUnread()
  /** Another process that ends, such as Pagefind's, would leave this one with nothing to wait for: Node ends it without a word. */
  let isUnfinished = false
  let hasFailed = false
  process.on('exit', () => {
    if (isUnfinished && (process.exitCode ?? 0) === 0) fail(`the build ended too early\n${UNCHANGED}: build again`)
  })
  let progress: Progress | null = null
  let line = progressLine()
  const onProgress = (now: Progress) => {
    progress = now
    line.show(now)
  }
  const build = siteBuild(
    root,
    projectReader({
      root,
      content: join(root, 'content'),
      cache: join(root, '.cache'),
      pathPrefix: fault === null ? pathPrefix : null,
      withDrafts: isWatching,
      onProgress,
    }),
    onProgress,
  )
  const print = diagnosticPrinter(isWatching ? 'the desk shows them all' : 'npm run check shows them all')
  let lastBuild: LastBuild = nothingBuilt
  const imported: number[] = []
  /** Of the dev server. */
  let address = ''
  let started = 0
  let isDry = false
  let written: Prepared['written'] = new Map()
  /** The files that have changed are those that the last import wrote. */
  let isOurs = false
  /** What is made after the pages, while someone reads them. */
  let rest: Promise<void> = Promise.resolve()

  return {
    staged: relative(root, staged),
    pathPrefix: asPathPrefix(pathPrefix ?? '/'),
    serverOptions: serverOptions(),
    lastBuild: () => lastBuild,
    rendering: () => (isOurs ? null : build.rendering()),
    changed(files) {
      isOurs = files.length > 0 && files.every(isAsWritten)
    },
    begin,
    end,
    hasFailed: () => hasFailed && !isWatching,
  }

  function serverOptions(): ServerOptions {
    return {
      // Reload whole pages: a template's source does not show which pages it makes.
      domDiff: false,
      messageOnStart({ localhostUrl }) {
        address = localhostUrl
        return false
      },
      middleware: middlewares({
        root,
        site,
        prefix: asPathPrefix(pathPrefix ?? '/'),
        hosts: (env.DEV_HOSTS ?? '').split(/[\s,]+/u).filter(Boolean),
        openFile: env.OPEN_FILES ?? 'vscode://file/{path}:{line}:{column}',
        lastBuild: () => lastBuild,
        progress: () => progress,
      }),
      ready(server) {
        server.dir = relative(root, site)
      },
    }
  }

  async function begin({ output, outputMode }: { output: string; outputMode: string }): Promise<void> {
    if (isOurs) return
    // A new save need not wait for an index that no one will search.
    build.abandon()
    await rest
    started = performance.now()
    progress = null
    line = progressLine()
    isDry = outputMode !== 'fs'
    if (fault !== null) return fail(fault)
    writes.expectIn(resolve(root, output))
    isUnfinished = !isWatching && !isDry
    try {
      const prepared = await build.begin(
        folderFor(output),
        isWatching || isDry ? 'after the pages' : 'beside the pages',
      )
      line.clear()
      if (!isDry) print(prepared)
      const isUsable = prepared.sources !== null
      imported.push(...prepared.imported)
      written = prepared.written
      lastBuild = lastBuildOf(prepared, { before: lastBuild, imported })
      if (!isUsable) console.log('the site has not changed, because there are errors')
      if (!isWatching && prepared.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1
    } catch (error) {
      fail(`${faultText(error, root)}\n${UNCHANGED}`)
    }
  }

  function isAsWritten(file: string): boolean {
    const path = resolve(root, file)
    const hash = written.get(path)
    return hash !== undefined && existsSync(path) && hash === hashOf(readFileSync(path, 'utf8'))
  }

  function folderFor(output: string): SiteFolder {
    const wanted = resolve(root, output)
    // `--to=json`: nothing is written, and so everything is rendered.
    if (isDry) return { site: staged, staged, cache: home }
    return { site: wanted === staged ? site : wanted, staged: wanted, cache: home }
  }

  function fail(message: string): void {
    isUnfinished = false
    hasFailed = true
    console.error(message)
    process.exitCode = 1
  }

  async function end(): Promise<void> {
    line.clear()
    if (isDry || isOurs) return
    try {
      if (writes.fault() !== null) throw writes.fault()
      if (!isWatching) {
        printReport(await build.finish())
        isUnfinished = false
        return
      }
      printReport(build.showPages())
    } catch (error) {
      build.abandon()
      return fail(`${faultText(error, root)}\n${UNCHANGED}`)
    }
    if (lastBuild.state === 'being made') lastBuild = { ...lastBuild, state: 'shown' }
    rest = finish()
  }

  /** Never rejects: prints what fails, and the next build makes it again. */
  async function finish(): Promise<void> {
    try {
      // Let open pages reload first, and Eleventy say that it watches: the address is below everything else.
      await setTimeout(300)
      console.log(`the site is at ${address} and the desk at ${address}desk/ (Ctrl-C stops)`)
      if ((await build.finish()) !== null) console.log(`searchable in ${seconds()} s, at ${address}`)
    } catch (error) {
      console.error(faultText(error, root))
      console.error('the pages are up to date, but data, feeds, calendars and search are not')
    }
  }

  function printReport(report: BuildReport | null): void {
    if (report === null) return
    const { pages, written, kept, removed } = report
    console.log(
      `${isWatching ? 'the site' : '_site'}: ${pages} pages; ${written} files written, ${kept} kept, ${removed.length} removed, in ${seconds()} s`,
    )
  }

  function seconds(): string {
    return ((performance.now() - started) / 1000).toFixed(1)
  }
}
