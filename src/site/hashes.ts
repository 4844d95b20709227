/** Hashes that decide whether something must be made again. */
import { createHash, hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Of texts, bytes or values of JSON: equal values in equal order give equal hashes. */
export function hashOf(...values: unknown[]): string {
  return hash('sha256', values.map(asText).join('\u0000')).slice(0, 32)
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Uint8Array) return hash('sha256', value)
  return value === undefined ? '' : JSON.stringify(value)
}

const knownHashes = new WeakMap<object, string>()

/** Of a value that is asked for more than once and never changed: an update of the archive, which is long. */
export function hashOnce(value: object): string {
  const hash = knownHashes.get(value) ?? hashOf(value)
  knownHashes.set(value, hash)
  return hash
}

/** What another version of the program made is made again. */
export type Versions = {
  /** Of what turns content into a site. */
  program: string
  /** Of what turns a raw text into Markdown. */
  parser: string
  /** Of what turns the Markdown of an update into an Update. */
  reader: string
  /** Of what reads an update's items: which publications they are about, and whom they name. */
  archivist: string
}

const sourcesOf: Record<keyof Versions, string[]> = {
  program: ['src', 'templates', '.eleventy.ts', 'eleventy.config.js'],
  parser: ['src/ingest', 'src/parse', 'src/import', 'src/update', 'src/diagnostics'],
  reader: ['src/update', 'src/diagnostics', 'src/archive/content'],
  archivist: ['src/archive', 'src/update'],
}

/** Of the sources below `root`, the libraries, and Node, whose tables of languages and time zones show in pages. */
export function versionsOf(root: string): Versions {
  const versionOf = (sources: readonly string[]) =>
    hashOf(process.version, hashOfFiles(root, [...sources, 'package-lock.json']))
  const { program, parser, reader, archivist } = sourcesOf
  return {
    program: versionOf(program),
    parser: versionOf(parser),
    reader: versionOf(reader),
    archivist: versionOf(archivist),
  }
}

function hashOfFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(path => filesAt(root, path)).sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function filesAt(root: string, path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path)).flatMap(name => filesAt(root, `${path}/${name}`))
}
