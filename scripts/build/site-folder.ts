/**
 * The built site on disk, replaced as one: a build stages what has changed, and `publishStaged` brings it in. A build
 * that fails or is stopped before that leaves the last good site; one that is cut off within it is completed by the next.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

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

/** Completes what an earlier build left, and tells what the site holds: files that somebody removed are not listed. */
export function openSite(folder: SiteFolder): Manifest {
  mkdirSync(folder.cache, { recursive: true })
  if (existsSync(pendingFile(folder))) settle(folder)
  rmSync(folder.staged, { recursive: true, force: true })
  const present = new Set(filesBelow(folder.site))
  return new Map([...readManifest(manifestFile(folder))].filter(([file]) => present.has(file)))
}

/** Writes one file of the site to be. */
export function stage({ staged }: SiteFolder, file: string, content: string | Uint8Array): void {
  const path = join(staged, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/** What the running build has written so far. */
export const stagedFiles = ({ staged }: SiteFolder): string[] => filesBelow(staged)

/**
 * Makes the site what `manifest` says: staged files come in, files that it does not name go; returns those. Synchronous,
 * so that no signal is handled in between; the pending manifest is what the next build completes it by, should the
 * machine stop.
 */
export function publishStaged(folder: SiteFolder, manifest: Manifest): { removed: string[] } {
  writeFileSync(`${pendingFile(folder)}.part`, JSON.stringify([...manifest].sort(byFile)))
  renameSync(`${pendingFile(folder)}.part`, pendingFile(folder))
  return settle(folder)
}

const manifestFile = ({ cache }: SiteFolder): string => join(cache, 'manifest.json')
const pendingFile = ({ cache }: SiteFolder): string => join(cache, 'pending.json')
const byFile = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1)

function settle(folder: SiteFolder): { removed: string[] } {
  const manifest = readManifest(pendingFile(folder))
  const removed = filesBelow(folder.site).filter(file => !manifest.has(file))
  for (const file of removed) removeFile(folder.site, file)
  if (existsSync(folder.site)) moveIn(folder)
  else renameSync(folder.staged, folder.site)
  renameSync(pendingFile(folder), manifestFile(folder))
  rmSync(folder.staged, { recursive: true, force: true })
  return { removed }
}

function moveIn(folder: SiteFolder): void {
  const made = new Set<string>()
  for (const file of filesBelow(folder.staged)) {
    const target = join(folder.site, file)
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true })
    made.add(dirname(target))
    renameSync(join(folder.staged, file), target)
  }
}

/** Takes the file away, and the folders that it leaves empty. */
function removeFile(site: string, file: string): void {
  rmSync(join(site, file), { force: true })
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(site, folder)).length > 0) return
    rmdirSync(join(site, folder))
  }
}

/** Paths below the folder, with "/"; none where there is no such folder. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** A manifest that is absent or cannot be read is as none: everything is written anew. */
function readManifest(file: string): Manifest {
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, string][])
  } catch {
    return new Map()
  }
}
