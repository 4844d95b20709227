/** By what the build tells that something is as it was. */
import { hash } from 'node:crypto'
import { hashOfFiles, hashOfSources } from './hash-of-sources.js'

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

/** By what the program tells what it has made from what another one has. */
export type Versions = {
  /** Of what turns content into a site. */
  program: string
  /** Of what turns a raw text into Markdown. */
  parser: string
  /** Of what turns the Markdown of an update into an Update. */
  reader: string
  /** Of what reads an update's items: which works they tell about, whom they name. */
  archivist: string
}

const sourcesOf: Record<keyof Versions, string[]> = {
  program: ['src', 'templates', 'scripts/run.js', '.eleventy.ts'],
  parser: ['src/ingest', 'src/parse', 'src/import', 'src/update', 'src/diagnostics'],
  reader: ['src/update', 'src/diagnostics', 'src/archive/content'],
  archivist: ['src/archive', 'src/update'],
}

/**
 * Of the sources below `root`, the libraries, and Node, whose tables of languages and time zones show in pages. The
 * sources may have changed since this process was made of them: what it makes is then known as no other program's.
 */
export function versionsOf(root: string): Versions {
  const hashes = Object.entries(sourcesOf).map(
    ([what, sources]) => [what, hashOfFiles(root, [...sources, 'package-lock.json'])] as const,
  )
  const madeOf = process.env.PROGRAM_VERSION ?? null
  const outdated = madeOf === null || madeOf === hashOfSources(root) ? null : madeOf
  return Object.fromEntries(hashes.map(([what, hash]) => [what, hashOf(process.version, hash, outdated)])) as Versions
}
