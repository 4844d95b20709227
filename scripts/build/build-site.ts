/** The whole way from content to site: archive → pages, published files, search index → staged → `_site/`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from '../../src/archive/archive.ts'
import { publishedFiles } from '../../src/publish/published-files.ts'
import {
  indexFolder,
  type SearchContent,
  type WrittenIndex,
  writeIndex,
  writeIndexChange,
} from '../../src/search/index.ts'
import { fileOf } from '../../templates/define-page.tsx'
import { type Assets, assets } from './assets.ts'
import { hashOf, hashOnce } from './hashes.ts'
import { withLock } from './lock.ts'
import {
  loadEleventy,
  loadPageFiles,
  type PageContext,
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
  /** Changes whenever `search()` would, and costs less. */
  searchVersion: () => string
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

/**
 * The same in two steps, again and again, for whoever waits for a page: pages come in first, then what stands beside
 * them and the index. Yields after each. A changed program needs another process, and so another refresher.
 */
export function siteRefresher(root: string, folder: SiteFolder): (sources: SiteSources) => AsyncGenerator<BuildReport> {
  const memory: PageMemory = new Map()
  const loaded = assets(root)
  // A fault in them is told where they are awaited; content that cannot be used may come first.
  loaded.catch(() => {})
  return async function* refresh(sources) {
    let pages: string[] = []
    let made: ReadonlySet<string> = new Set()
    yield await withLock(lockOf(folder), async () => {
      const build = open(root, folder, sources)
      pages = await stagePages(build, stageAssets(build, await loaded), memory)
      made = new Set(build.next.keys())
      forget(memory, pages)
      keep(build, file => !made.has(file) && !isPage(file))
      return publish(build, pages.length)
    })
    yield await withLock(lockOf(folder), async () => {
      const build = open(root, folder, sources)
      keep(build, file => made.has(file))
      await Promise.all([stagePublishedFiles(build, pages), stageIndexChange(build)])
      return publish(build, 0)
    })
    // The first build may have had nothing to render; the next one then finds everything loaded.
    await loadEleventy()
  }
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
  const addresses = await stagePages(build, context, null)
  await stagePublishedFiles(build, addresses)
  return addresses.length
}

function stageAssets(build: Build, { stylesheet, searchScript, files }: Assets): PageContext {
  const { archive, pathPrefix } = build.sources
  for (const { address, content } of files) {
    const file = fileOf(address)
    if (isStale(build, file, hashOf(content))) stage(build.folder, file, content)
  }
  return { site: archive.site, pathPrefix, stylesheet, searchScript }
}

/** Pages that are rendered at one time: their props and their HTML are held in memory together. */
const batchSize = 200

/** Returns the addresses of all pages. */
async function stagePages(build: Build, context: PageContext, memory: PageMemory | null): Promise<string[]> {
  const { archive, version } = build.sources
  const pageFiles = await loadPageFiles(build.root)
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

/** The index is one: Pagefind writes it whole, so that it is kept whole or made anew. */
async function stageIndex({ folder, sources, site, next, stale }: Build): Promise<void> {
  const version = hashOf(sources.version, sources.searchVersion())
  const kept = [...site.manifest].filter(([file]) => isIndex(file))
  if (kept.length > 0 && kept.every(([, key]) => key === indexKey(version, kept.length))) {
    for (const [file, key] of kept) next.set(file, key)
    return
  }
  const written = await writeIndex(sources.search(), join(folder.staged, indexFolder))
  const files = stagedFiles(folder, indexFolder)
  const key = indexKey(version, files.length)
  for (const file of files) {
    next.set(file, key)
    stale.add(file)
  }
  const lasting = files.filter(isLasting).length
  writeFileSync(
    wholeIndexFile(folder),
    JSON.stringify({ program: sources.version, key, lasting, written } satisfies WholeIndex),
  )
}

/** The last index that was written whole, for a change to be told against. */
type WholeIndex = { program: string; key: string; lasting: number; written: WrittenIndex }
const wholeIndexFile = ({ cache }: SiteFolder): string => join(cache, 'search-index.json')

/** While somebody waits: only what has changed is indexed, beside the whole. The next `npm run build` makes it whole again. */
async function stageIndexChange(build: Build): Promise<void> {
  const { folder, sources, site, next, stale } = build
  const last = [...site.manifest]
  const version = hashOf(sources.version, sources.searchVersion())
  const current = last.filter(([name]) => isIndex(name) && !isLasting(name))
  if (current.length > 0 && current.every(([, key]) => key.startsWith(version))) return keep(build, isIndex)
  const file = wholeIndexFile(folder)
  const whole: WholeIndex | null = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  const kept = last.filter(([name, key]) => isIndex(name) && isLasting(name) && key === whole?.key)
  const isUsable = whole !== null && whole.program === sources.version && kept.length === whole.lasting
  const staged = join(folder.staged, indexFolder)
  if (!isUsable || !(await writeIndexChange(sources.search(), whole.written, staged))) return stageIndex(build)
  for (const [name, key] of kept) next.set(name, key)
  const key = `${version} beside ${whole.key}`
  for (const name of stagedFiles(folder, indexFolder)) {
    next.set(name, key)
    stale.add(name)
  }
}

/** What a change leaves as it is. */
const isLasting = (file: string): boolean => !/\/(?:facets\.json$|words\/|change\/)/u.test(file)
const isPage = (file: string): boolean => file.endsWith('.html')
const isIndex = (file: string): boolean => file.startsWith(`${indexFolder}/`)
/** With the number of files, so that one which somebody removed is missed. */
const indexKey = (version: string, files: number): string => `${version} of ${files}`
