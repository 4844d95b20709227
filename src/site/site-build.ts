/** What happens around Eleventy: reads the content before the pages; makes the rest and replaces the site after them. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileOf, type Rendering } from '../../templates/define-page.tsx'
import { addressOf } from '../publish/addresses.ts'
import { databaseOf } from '../publish/data/database.ts'
import { datasets } from '../publish/data/datasets.ts'
import { publishedFiles } from '../publish/published-files.ts'
import { closeIndexer, indexFolder, writeIndex } from '../search/index.ts'
import { assets } from './assets.ts'
import { hashOf, hashOnce, versionsOf } from './hashes.ts'
import { type Lock, takeLock } from './lock.ts'
import type { Progress } from './messages/progress.ts'
import { turns } from './serve/turns.ts'
import {
  isMadeOf,
  openSite,
  type SiteChange,
  type SiteFolder,
  settle,
  stage,
  stagedFiles,
  wholeSite,
} from './site-folder.ts'
import type { Prepared, ProjectReader, SiteSources } from './sources.ts'

/** Counts of files; `kept` files did not change. `removed` has paths below the site. */
export type BuildReport = { pages: number; written: number; kept: number; removed: string[] }

export type SiteBuild = {
  /**
   * Imports and reads the content. If it cannot be used, nothing is rendered and the site does not change. Rejects with
   * `LockHeld` if another build does not end.
   */
  begin: (folder: SiteFolder, order: IndexOrder) => Promise<Prepared>
  /** What the pages are made from; null: nothing is to be made. */
  rendering: () => Rendering | null
  /** Brings in what Eleventy has staged. Data, feeds and the index stay as they are until `finish`. */
  showPages: () => BuildReport | null
  /** Makes everything else and brings it in. null: nothing was to be made, or the build was abandoned. */
  finish: () => Promise<BuildReport | null>
  /** Ends a `finish` that is under way as soon as may be: what it has not brought in is left to the next build. */
  abandon: () => void
}

/** 'beside the pages': sooner done. 'after the pages': pages show sooner. */
export type IndexOrder = 'beside the pages' | 'after the pages'

/** For one build, or for many in one process. */
export function siteBuild(root: string, reader: ProjectReader, onProgress: OnProgress = () => {}): SiteBuild {
  let running: Running | null = null
  let lock: Lock | null = null
  process.on('exit', () => running?.giveUp())
  return {
    async begin(folder, order) {
      // A build that failed while rendering still holds it.
      lock ??= await takeLock(join(folder.cache, 'lock'))
      running = null
      const prepared = await reader.prepare()
      if (prepared.sources === null) release()
      else running = await buildOf(root, { folder, sources: prepared.sources, order, onProgress })
      return prepared
    },
    rendering: () => running?.rendering ?? null,
    showPages: () => running?.showPages() ?? null,
    async finish() {
      const finishing = running
      try {
        return (await finishing?.finish()) ?? null
      } catch (error) {
        if (finishing?.abandoned.signal.aborted) return null
        throw error
      } finally {
        running = null
        release()
      }
    },
    abandon: () => running?.abandoned.abort(),
  }

  function release() {
    lock?.release()
    lock = null
  }
}

type Running = {
  /** null: all pages are as they were. */
  rendering: Rendering | null
  abandoned: AbortController
  showPages: () => BuildReport
  finish: () => Promise<BuildReport>
  giveUp: () => void
}

type OnProgress = (progress: Progress) => void
type Making = { folder: SiteFolder; sources: SiteSources; order: IndexOrder; onProgress: OnProgress }

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its functions share the state of one build
async function buildOf(root: string, { folder, sources, order, onProgress }: Making): Promise<Running> {
  const { archive, version, pathPrefix } = sources
  const abandoned = new AbortController()
  let site = openSite(folder)
  const madeOf = hashOf(version, sources.searchVersion, pathPrefix)
  // Then nothing is made; templates of Eleventy's own come in all the same.
  const isUnchanged = isMadeOf(site, madeOf)
  /** Grows by every file of the site to be, with the key of what it is made of. */
  const next = new Map(isUnchanged ? site.manifest : [])
  /** Of those: what must be made, until it has come in. */
  const due = new Set<string>()
  const pages = [...next.keys()].filter(file => file.endsWith('.html'))
  const report: { written: number; removed: string[] } = { written: 0, removed: [] }
  const rendered = { done: 0, of: 0 }
  const turn = turns()
  const context = isUnchanged ? null : await stageAssets()
  const pagesVersion = hashOf(version, context)
  const index = order === 'beside the pages' && !isUnchanged ? stageIndexOnce() : null
  // Handled where it is awaited; the pages come first.
  index?.catch(() => {})
  const rendering = context === null ? null : { archive, context, isDue: isPageDue, onPage }
  return { rendering, showPages, finish, abandoned, giveUp }

  async function stageAssets(): Promise<Rendering['context']> {
    const { files, ...addresses } = await assets(root)
    for (const { address, content } of files) stageOne(fileOf(address), hashOf(content), () => content)
    return { site: archive.site, pathPrefix, ...addresses }
  }

  function isPageDue(address: string, props: unknown): boolean {
    pages.push(address)
    const isOne = isDue(fileOf(address), hashOf(pagesVersion, address, props))
    if (isOne) rendered.of += 1
    return isOne
  }

  function onPage(): Promise<void> | null {
    rendered.done += 1
    onProgress({ what: 'pages made', ...rendered })
    return order === 'after the pages' ? turn() : null
  }

  function showPages(): BuildReport {
    const rest = [...site.manifest].filter(([file]) => !next.has(file) && !file.endsWith('.html'))
    const pagesOnly = noted()
    bringIn({ ...pagesOnly, next: new Map([...rest, ...pagesOnly.next]) })
    return total()
  }

  async function finish(): Promise<BuildReport> {
    if (!isUnchanged) await stageTheRest()
    const change = noted()
    const isMade = [...change.next.values()].every(key => key !== '')
    bringIn(isMade ? { ...change, next: new Map([...change.next, [wholeSite, madeOf]]) } : change)
    return total()
  }

  /** Pagefind is a process of its own, so it begins first. Both have ended when this does, so neither writes into a later build. */
  async function stageTheRest(): Promise<void> {
    const ended = await Promise.allSettled([index ?? stageIndex(), stageFiles()])
    for (const part of ended) if (part.status === 'rejected') throw part.reason
  }

  async function stageFiles(): Promise<void> {
    await stagePublishedFiles()
    abandoned.signal.throwIfAborted()
    await stageDatabase()
  }

  async function stagePublishedFiles(): Promise<void> {
    let nth = 0
    for (const { address, inputs, content } of publishedFiles(archive, pages)) {
      // Let Pagefind and page requests take a turn.
      if (++nth % 20 === 0) await setImmediate()
      abandoned.signal.throwIfAborted()
      const text = inputs === null ? content() : null
      stageOne(
        fileOf(address),
        text === null ? hashOf(version, hashOnce(inputs ?? [])) : hashOf(text),
        () => text ?? content(),
      )
    }
  }

  async function stageDatabase(): Promise<void> {
    if (archive.site.database === null) return
    const lists = datasets(archive).map(({ content }) => content())
    const key = hashOf(version, ...lists, ...archive.updates.map(hashOnce))
    const file = fileOf(addressOf.database())
    if (isDue(file, key)) stage(folder, file, await databaseOf(archive))
  }

  /** Ends Pagefind's process with its only index. */
  async function stageIndexOnce(): Promise<void> {
    try {
      await stageIndex()
    } finally {
      await closeIndexer()
    }
  }

  /** Pagefind makes the whole index or none of it. */
  async function stageIndex(): Promise<void> {
    const key = hashOf(version, sources.searchVersion)
    const last = [...site.made].filter(([file]) => file.startsWith(`${indexFolder}/`))
    if (last.length > 0 && last.every(([file, made]) => made === key && site.files.has(file))) {
      for (const [file] of last) next.set(file, key)
      return
    }
    await writeIndex(sources.search(), join(folder.staged, indexFolder), abandoned.signal)
    for (const file of stagedFiles(folder, indexFolder)) next.set(file, key)
  }

  function stageOne(file: string, key: string, content: () => string | Uint8Array): void {
    if (isDue(file, key)) stage(folder, file, content())
  }

  /** Notes a file of the site to be, and says whether it must be made. */
  function isDue(file: string, key: string): boolean {
    if (next.has(file)) throw new Error(`two pages or files of the site are at ${file}`)
    next.set(file, key)
    if (site.manifest.get(file) === key) return false
    due.add(file)
    return true
  }

  /** All files of the site to be, with those that templates and plug-ins of Eleventy's own have staged. */
  function noted(): SiteChange {
    const staged = new Set(stagedFiles(folder, ''))
    for (const file of staged) if (!next.has(file)) next.set(file, 'staged by Eleventy')
    // Eleventy does not write a page with `--dryrun`: it still has to be made.
    for (const file of due) if (!staged.has(file)) next.set(file, '')
    due.clear()
    // A source that was saved since this process began may be in it or not.
    const isTrusted = versionsOf(root).program === version
    return { staged: [...staged], next: isTrusted ? next : new Map(Array.from(next.keys(), file => [file, ''])) }
  }

  function bringIn(change: SiteChange): void {
    const settled = settle(folder, change, site)
    site = settled.site
    report.written += settled.written
    report.removed.push(...settled.removed)
  }

  function total(): BuildReport {
    return { pages: pages.length, kept: next.size - report.written, ...report }
  }

  function giveUp(): void {
    if (folder.staged !== folder.site) rmSync(folder.staged, { recursive: true, force: true })
  }
}
