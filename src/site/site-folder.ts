/**
 * The built site on disk, replaced as one: a build stages what has changed, and `publishStaged` brings it in. A build
 * that fails or is stopped before that leaves the last good site; one that is cut off within it is completed by the next.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type SiteFolder = {
  /** The site itself: `_site`. */
  site: string
  /** What builds remember. */
  cache: string
  /** Files of the running build, at the paths that they will have in the site. */
  staged: string
}

/** Each file of a site (path with "/") and the key of what it was made of: equal key, equal bytes. */
export type Manifest = ReadonlyMap<string, string>

/** Where the builds of one site stage and remember: `.cache` beside it, on the same disk. */
export function siteFolder(site: string): SiteFolder {
  const cache = join(dirname(site), '.cache')
  return { site, cache, staged: join(cache, 'staged') }
}

/** What a build holds while it stages and publishes. */
export const lockOf = ({ cache }: SiteFolder): string => join(cache, 'lock')

/** The site as a build finds it. `manifest` lists what builds have made and nobody has removed; `files` is all there is. */
export type OpenSite = { manifest: Manifest; files: ReadonlySet<string> }

/** Completes what an earlier build left, and tells what the site holds. */
export function openSite(folder: SiteFolder): OpenSite {
  mkdirSync(folder.cache, { recursive: true })
  if (existsSync(pendingFile(folder))) settle(folder, new Set(filesBelow(folder.site)))
  for (const left of [folder.staged, replaced(folder)]) rmSync(left, { recursive: true, force: true })
  const files = new Set(filesBelow(folder.site))
  return { manifest: new Map([...readManifest(manifestFile(folder))].filter(([file]) => files.has(file))), files }
}

/** Writes one file of the site to be. */
export function stage({ staged }: SiteFolder, file: string, content: string | Uint8Array): void {
  const path = join(staged, file)
  try {
    writeFileSync(path, content)
  } catch (error) {
    // Most files stand beside a page, whose folder is there.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}

/** What the running build has written so far into one folder of the site to be. */
export const stagedFiles = ({ staged }: SiteFolder, folder: string): string[] =>
  filesBelow(join(staged, folder)).map(file => `${folder}/${file}`)

/**
 * Makes the site what `manifest` says: staged files come in, files that it does not name go; returns those. Synchronous,
 * so that no signal is handled in between; the pending manifest is what the next build completes it by, should the
 * machine stop.
 */
export function publishStaged(folder: SiteFolder, manifest: Manifest, { files }: OpenSite): { removed: string[] } {
  writeFileSync(`${pendingFile(folder)}.part`, JSON.stringify([...manifest].sort(byFile)))
  renameSync(`${pendingFile(folder)}.part`, pendingFile(folder))
  return settle(folder, files)
}

const manifestFile = ({ cache }: SiteFolder): string => join(cache, 'manifest.json')
const pendingFile = ({ cache }: SiteFolder): string => join(cache, 'pending.json')
const byFile = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1)

/** `files` are those of the site. */
function settle(folder: SiteFolder, files: ReadonlySet<string>): { removed: string[] } {
  const manifest = readManifest(pendingFile(folder))
  const removed = [...files].filter(file => !manifest.has(file))
  for (const file of removed) removeFile(folder.site, file)
  rmSync(replaced(folder), { recursive: true, force: true })
  if (existsSync(folder.site)) moveIn(folder, manifest)
  else renameSync(folder.staged, folder.site)
  renameSync(pendingFile(folder), manifestFile(folder))
  for (const left of [folder.staged, replaced(folder)]) rmSync(left, { recursive: true, force: true })
  return { removed }
}

/** Folders of the site that gave way, until they are deleted. */
const replaced = ({ cache }: SiteFolder): string => join(cache, 'replaced')

/** A folder of which everything is new (the search index: thousands of files) is moved as one. */
function moveIn(folder: SiteFolder, manifest: Manifest): void {
  const staged = filesBelow(folder.staged)
  const [moved, wanted] = [filesByFolder(staged), filesByFolder(manifest.keys())]
  const whole = new Set<string>()
  for (const file of staged) {
    const outermost = foldersOf(file).find(name => moved.get(name) === wanted.get(name))
    if (outermost !== undefined) whole.add(outermost)
    else put(folder, file)
  }
  for (const [nth, name] of [...whole].entries()) {
    if (existsSync(join(folder.site, name))) {
      mkdirSync(replaced(folder), { recursive: true })
      renameSync(join(folder.site, name), join(replaced(folder), String(nth)))
    }
    put(folder, name)
  }
}

function put({ staged, site }: SiteFolder, path: string): void {
  const target = join(site, path)
  mkdirSync(dirname(target), { recursive: true })
  renameSync(join(staged, path), target)
}

/** "updates/656/index.html" → "updates", "updates/656". */
const foldersOf = (file: string): string[] => [...file.matchAll(/\//gu)].map(({ index }) => file.slice(0, index))

function filesByFolder(files: Iterable<string>): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const file of files) for (const name of foldersOf(file)) numbers.set(name, (numbers.get(name) ?? 0) + 1)
  return numbers
}

/** Takes the file away, and the folders that it leaves empty. */
function removeFile(site: string, file: string): void {
  rmSync(join(site, file), { force: true })
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    // To ask first what is left in it would read a folder of a thousand files a thousand times.
    if (!removedIfEmpty(join(site, folder))) return
  }
}

function removedIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/** Paths below the folder, with "/"; none where there is no such folder. */
function filesBelow(folder: string): string[] {
  const files: string[] = []
  const collect = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.isDirectory()) collect(`${below}${entry.name}/`)
      else files.push(`${below}${entry.name}`)
    }
  }
  if (existsSync(folder)) collect('')
  return files
}

/** A manifest that is absent or cannot be read is as none: everything is written anew. */
function readManifest(file: string): Manifest {
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, string][])
  } catch {
    return new Map()
  }
}
