/**
 * The built site on disk. A build stages what is new and then brings it in, file by file: each is whole at any moment, one
 * whose bytes are the same is not touched, and one without a source goes. A build that fails, is stopped or finds the disk
 * full before that leaves the site unchanged.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf } from '../files/error-code.ts'
import { keep, kept } from '../files/kept.ts'
import { moveTo } from '../files/whole-file.ts'

export type SiteFolder = {
  /** The site itself: `_site`. */
  site: string
  /** Files of the running build, at the paths that they will have in the site. The site itself where nothing is staged. */
  staged: string
  /** Where builds keep the manifest. */
  cache: string
}

/** Each file of a site (path with "/") and the key of what it was made of: equal key, equal bytes. */
export type Manifest = ReadonlyMap<string, string>

/** Under this name, which no file has, a manifest holds the key of all that the site was made of. */
export const wholeSite = ''

/** The site as a build finds it. `manifest` holds what builds have made and no one has removed; `files` is all there is. */
export type OpenSite = { manifest: Manifest; made: Manifest; files: ReadonlySet<string> }

/** Clears what an earlier build left. */
export function openSite(folder: SiteFolder): OpenSite {
  if (folder.staged === folder.site) return { manifest: new Map(), made: new Map(), files: new Set() }
  clear(folder, stagedFiles(folder, ''))
  return siteOf(readManifest(folder), filesBelow(folder.site), [])
}

/** Whether a build of all that `key` is of has made just the files that are there. */
export const isMadeOf = ({ made, manifest, files }: OpenSite, key: string): boolean =>
  made.get(wholeSite) === key && manifest.size === made.size - 1 && manifest.size === files.size

/** Writes one file of the site to be. */
export function stage({ staged }: SiteFolder, file: string, content: string | Uint8Array): void {
  const path = join(staged, file)
  inItsFolder(path, () => writeFileSync(path, content))
}

/** Makes the folder only if it is not there: most are, and asking for each of ten thousand files takes half a second. */
function inItsFolder(path: string, put: () => void): void {
  try {
    put()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    mkdirSync(dirname(path), { recursive: true })
    put()
  }
}

/** What the running build has staged so far, in one folder of the site or (`''`) in all. */
export const stagedFiles = ({ staged }: SiteFolder, folder: string): string[] =>
  filesBelow(join(staged, folder)).map(file => join(folder, file).replaceAll('\\', '/'))

/** `site` is how the next build, or the next part of this one, finds it. */
export type Settled = { written: number; removed: string[]; site: OpenSite }

/** Everything that a build changes at once: what it staged, and what the site is to be. */
export type SiteChange = { staged: readonly string[]; next: Manifest }

/**
 * Makes the site what `next` says: staged files come in, files that it does not name go. Synchronous, so that no signal is
 * handled in between. Should the machine stop all the same, the next build makes again what this one was changing: until
 * all is in place the manifest is without it.
 */
export function settle(folder: SiteFolder, { staged, next }: SiteChange, { manifest, files }: OpenSite): Settled {
  const removed = folder.staged === folder.site ? [] : [...files].filter(file => !next.has(file))
  const site = siteOf(next, [...files, ...staged], removed)
  if (folder.staged === folder.site) return { written: staged.length, removed, site }
  const fresh = [...staged].sort().filter(file => !isSame(join(folder.site, file), join(folder.staged, file)))
  const changing = new Set([...staged, ...removed])
  if (changing.size > 0) keepManifest(folder, new Map([...manifest].filter(([file]) => !changing.has(file))))
  // New files first and removed ones last: wherever this is cut off, no link of a page leads nowhere.
  for (const isThere of [false, true]) for (const file of fresh) if (files.has(file) === isThere) bringIn(folder, file)
  for (const file of removed) removeFile(folder.site, file)
  keepManifest(folder, next)
  clear(folder, staged)
  return { written: fresh.length, removed, site }
}

function siteOf(made: Manifest, present: readonly string[], removed: readonly string[]): OpenSite {
  const files = new Set(present)
  for (const file of removed) files.delete(file)
  return { made, manifest: new Map([...made].filter(([file]) => files.has(file))), files }
}

function bringIn({ site, staged }: SiteFolder, file: string): void {
  const path = join(site, file)
  inItsFolder(path, () => moveTo(path, join(staged, file)))
}

/** Keeps the folders, because Eleventy remembers which it has made. */
function clear(folder: SiteFolder, files: readonly string[]): void {
  for (const file of files) rmSync(join(folder.staged, file), { force: true })
}

const manifestFile = ({ cache }: SiteFolder): string => join(cache, 'manifest.json')

const keepManifest = (folder: SiteFolder, manifest: Manifest): void =>
  keep(
    manifestFile(folder),
    [...manifest].sort(([a], [b]) => (a < b ? -1 : 1)),
  )

function readManifest(folder: SiteFolder): Manifest {
  return new Map(kept<[string, string][]>(manifestFile(folder)))
}

function isSame(one: string, other: string): boolean {
  return existsSync(one) && statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other))
}

/** Takes the file away, and the folders that it leaves empty. */
function removeFile(site: string, file: string): void {
  rmSync(join(site, file), { force: true })
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    // Checking first would read a folder of a thousand files a thousand times.
    if (!removedIfEmpty(join(site, folder))) return
  }
}

function removedIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) return false
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
