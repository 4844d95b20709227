/** The whole way from content to site: archive → pages, published files, search index → staged → `_site/`. */
import { join } from 'node:path'
import { fileOf } from '../../templates/define-page.tsx'
import type { Archive } from '../archive/archive.ts'
import { publishedFiles } from '../publish/published-files.ts'
import { indexFolder, type SearchContent, writeIndex } from '../search/index.ts'
import { type Assets, assets } from './assets.ts'
import { hashOf, hashOnce } from './hashes.ts'
import { withLock } from './lock.ts'
import {
  addressesOf,
  loadPageFiles,
  type PageContext,
  type PageFile,
  type PageMemory,
  type PlannedPage,
  planPages,
  renderPages,
} from './pages.ts'
import { lockOf, type OpenSite, openSite, publishStaged, type SiteFolder, stage, stagedFiles } from './site-folder.ts'
import { takingTurns } from './taking-turns.ts'

/** What a site is made from. */
export type SiteSources = {
  archive: Archive
  /** Of the archive: takes a while to make, and is asked for where the index is made. */
  search: () => SearchContent
  /** Changes whenever `search()` would. */
  searchVersion: string
  /** Of the program: whatever was made by another one is made anew. */
  version: string
  /** Begins and ends with a slash. */
  pathPrefix: string
}

/** Files by their paths below the site. `kept`: as they were, neither made nor written again. */
export type BuildReport = { pages: number; written: number; kept: number; removed: string[] }

/**
 * Brings the site up to date. The same sources give the same bytes, whatever the site held before; only what differs is
 * made and written. Rejects, and leaves the site as it was, where a template or the indexer fails.
 */
export async function buildSite(root: string, folder: SiteFolder, sources: SiteSources): Promise<BuildReport> {
  return withLock(lockOf(folder), async () => {
    const build = open(root, folder, sources)
    // Pagefind is a process of its own: it works while this one renders.
    const [pages] = await Promise.all([stageReadingSide(build), stageIndex(build)])
    return publish(build, pages)
  })
}

export type SiteRefresher = {
  /** Brings the site up to date in two steps: pages come in first, then what stands beside them and the index. Yields after each. */
  refresh: (sources: SiteSources) => AsyncGenerator<BuildReport>
  /**
   * Does for nobody what a change will ask for: a first build may have had nothing to render and nothing to index.
   * Somebody's first change then finds everything loaded and read. The cost grows with the archive; it yields between two
   * steps, where whoever has something better to do may leave it.
   */
  rehearse: (sources: SiteSources) => AsyncGenerator<void>
}

/** For whoever waits for a page, again and again. A changed program needs another process, and so another refresher. */
export function siteRefresher(root: string, folder: SiteFolder): SiteRefresher {
  const memory: PageMemory = new Map()
  const loaded = assets(root)
  // A fault in them is told where they are awaited; content that cannot be used may come first.
  loaded.catch(() => {})
  return { refresh, rehearse }

  async function* refresh(sources: SiteSources): AsyncGenerator<BuildReport> {
    const { first, later } = await pageFilesInTurn(root)
    const laterPages = addressesOf(later, sources.archive)
    let pages: string[] = []
    let made: ReadonlySet<string> = new Set()
    yield await withLock(lockOf(folder), async () => {
      const build = open(root, folder, sources)
      pages = [...(await stagePages(build, first, stageAssets(build, await loaded), memory)), ...laterPages]
      made = new Set(build.next.keys())
      forget(memory, pages)
      const lasting = new Set(laterPages.map(fileOf))
      keep(build, file => !made.has(file) && (!isPage(file) || lasting.has(file)))
      return publish(build, pages.length)
    })
    yield await withLock(lockOf(folder), async () => {
      const build = open(root, folder, sources)
      keep(build, file => made.has(file))
      const stageBeside = async () => {
        await stagePages(build, later, contextOf(build, await loaded), memory)
        await stagePublishedFiles(build, pages)
      }
      await Promise.all([stageBeside(), stageIndex(build)])
      return publish(build, 0)
    })
  }

  async function* rehearse(sources: SiteSources): AsyncGenerator<void> {
    const context = contextOf({ sources }, await loaded)
    const { first } = await pageFilesInTurn(root)
    const { archive, version, search } = sources
    const pages: PlannedPage[] = []
    for (const page of planPages(first, { archive, version: hashOf(version, context), memory })) {
      pages.push(page)
      if (pages.length % 100 === 0) yield
    }
    const some = pages.filter((_, nth) => nth % Math.ceil(pages.length / rehearsedPages) === 0)
    for (let from = 0; from < some.length; from += pagesAtOnce) {
      yield
      await renderPages(some.slice(from, from + pagesAtOnce), context, () => {})
    }
    yield
    search()
  }
}

/** From all over the site; more of them would teach V8 nothing new. */
const rehearsedPages = 80
/** Of those: as many as nobody minds to wait for. */
const pagesAtOnce = 20

/** The kinds of page by when they come in. */
async function pageFilesInTurn(root: string): Promise<{ first: PageFile[]; later: PageFile[] }> {
  const all = await loadPageFiles(root)
  const comesLater = ({ definition }: PageFile) => definition.comesWith === 'files'
  return { first: all.filter(file => !comesLater(file)), later: all.filter(comesLater) }
}

/** Pages that are gone. */
function forget(memory: PageMemory, pages: readonly string[]): void {
  const present = new Set(pages)
  for (const address of memory.keys()) if (!present.has(address)) memory.delete(address)
}

type Build = {
  root: string
  folder: SiteFolder
  sources: SiteSources
  site: OpenSite
  /** Grows by every file of the site to be. */
  next: Map<string, string>
  /** Those of `next` that are written. */
  stale: Set<string>
}

const open = (root: string, folder: SiteFolder, sources: SiteSources): Build => ({
  root,
  folder,
  sources,
  site: openSite(folder),
  next: new Map(),
  stale: new Set(),
})

function keep({ site, next }: Build, isKept: (file: string) => boolean): void {
  for (const [file, key] of site.manifest) if (isKept(file)) next.set(file, key)
}

function publish({ folder, site, next, stale }: Build, pages: number): BuildReport {
  const { removed } = publishStaged(folder, next, site)
  return { pages, written: stale.size, kept: next.size - stale.size, removed }
}

/** Notes a file of the site to be; tells whether it must be made. */
function isStale({ site, next, stale }: Build, file: string, key: string): boolean {
  if (next.has(file)) throw new Error(`two pages or files of the site stand at ${file}`)
  next.set(file, key)
  if (site.manifest.get(file) === key) return false
  stale.add(file)
  return true
}

/** Everything but the index; returns how many pages there are. */
async function stageReadingSide(build: Build): Promise<number> {
  const context = stageAssets(build, await assets(build.root))
  const addresses = await stagePages(build, await loadPageFiles(build.root), context, null)
  await stagePublishedFiles(build, addresses)
  return addresses.length
}

function stageAssets(build: Build, assets: Assets): PageContext {
  for (const { address, content } of assets.files) {
    const file = fileOf(address)
    if (isStale(build, file, hashOf(content))) stage(build.folder, file, content)
  }
  return contextOf(build, assets)
}

const contextOf = (
  { sources }: Pick<Build, 'sources'>,
  { stylesheet, searchScript, shareScript }: Assets,
): PageContext => ({
  site: sources.archive.site,
  pathPrefix: sources.pathPrefix,
  stylesheet,
  searchScript,
  shareScript,
})

/** Pages that are rendered at one time: their props and their HTML are held in memory together. */
const batchSize = 200

/** Returns the addresses of the pages. */
async function stagePages(
  build: Build,
  pageFiles: readonly PageFile[],
  context: PageContext,
  memory: PageMemory | null,
): Promise<string[]> {
  const { archive, version } = build.sources
  const turns = takingTurns(20)
  const addresses: string[] = []
  let batch: PlannedPage[] = []
  const render = async () => {
    if (batch.length > 0) await renderPages(batch, context, (file, html) => stage(build.folder, file, html))
    batch = []
  }
  for (const page of planPages(pageFiles, { archive, version: hashOf(version, context), memory })) {
    await turns()
    addresses.push(page.address)
    if (isStale(build, page.file, page.key)) batch.push(page)
    if (batch.length === batchSize) await render()
  }
  await render()
  return addresses
}

async function stagePublishedFiles(build: Build, pages: string[]): Promise<void> {
  const { archive, version } = build.sources
  const turns = takingTurns(20)
  for (const { address, inputs, content } of publishedFiles(archive, pages)) {
    await turns()
    const file = fileOf(address)
    if (inputs !== null) {
      if (isStale(build, file, hashOf(version, hashOnce(inputs)))) stage(build.folder, file, content())
      continue
    }
    const text = content()
    if (isStale(build, file, hashOf(text))) stage(build.folder, file, text)
  }
}

/** The key ends with the number of files, so that an index of which one was removed is made again. */
async function stageIndex(build: Build): Promise<void> {
  const { folder, sources, site, next, stale } = build
  const version = hashOf(sources.version, sources.searchVersion)
  const made = [...site.manifest].filter(([file]) => isIndex(file))
  if (made.length > 0 && made.every(([, key]) => key === `${version} ${made.length}`)) return keep(build, isIndex)
  await writeIndex(sources.search(), join(folder.staged, indexFolder))
  const files = stagedFiles(folder, indexFolder)
  for (const file of files) {
    next.set(file, `${version} ${files.length}`)
    stale.add(file)
  }
}

const isPage = (file: string): boolean => file.endsWith('.html')
const isIndex = (file: string): boolean => file.startsWith(`${indexFolder}/`)
