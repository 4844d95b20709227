/** By what the build tells that something is as it was. */
import { hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Of texts, bytes or values of JSON: equal values in equal order give equal hashes. */
export function hashOf(...values: unknown[]): string {
  return hash('sha256', values.map(asText).join('\u0000')).slice(0, 32)
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Uint8Array) return hash('sha256', value)
  return JSON.stringify(value) ?? ''
}

const knownHashes = new WeakMap<object, string>()

/** Of a value that is asked for more than once and never changed: an update of the archive, which is long. */
export function hashOnce(value: object): string {
  const hash = knownHashes.get(value) ?? hashOf(value)
  knownHashes.set(value, hash)
  return hash
}

/** What turns content into a site: the version of Node too, whose tables of languages and time zones show in pages. */
export const hashOfProgram = (root: string): string =>
  hashOfSources(root, ['src', 'templates', 'scripts/build', 'scripts/run.js', '.eleventy.ts', 'package-lock.json'])

/** What turns the Markdown of an update into an Update. */
export const hashOfReader = (root: string): string =>
  hashOfSources(root, ['src/update', 'src/diagnostics', 'src/archive/read-content.ts', 'package-lock.json'])

/** What reads the items of an update: whom they name, which works they tell about. */
export const hashOfArchivist = (root: string): string =>
  hashOfSources(root, ['src/archive', 'src/update', 'package-lock.json'])

/** What turns a raw text into Markdown. */
export const hashOfParser = (root: string): string =>
  hashOfSources(root, ['src/parse', 'src/update', 'src/diagnostics', 'scripts/import', 'package-lock.json'])

function hashOfSources(root: string, sources: string[]): string {
  const files = sources.flatMap(source => filesIn(root, source)).sort()
  return hashOf(process.version, ...files.flatMap(file => [file, readFileSync(join(root, file), 'utf8')]))
}

function filesIn(root: string, path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
}
