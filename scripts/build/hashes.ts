/** By what the build tells that something is as it was. */
import { hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Of texts or values of JSON: equal values in equal order give equal hashes. */
export function hashOf(...values: unknown[]): string {
  return hash('sha256', values.map(asText).join('\u0000')).slice(0, 32)
}
const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** Whatever stands in the project's top and decides how content becomes a site. */
const sources = ['src', 'templates', 'scripts/build', '.eleventy.ts', 'package-lock.json']

/** Of the program itself, the version of Node included, whose tables of languages and time zones show in pages. */
export function hashOfProgram(root: string): string {
  const files = sources.flatMap(source => filesIn(root, source)).sort()
  return hashOf(process.version, ...files.flatMap(file => [file, readFileSync(join(root, file), 'utf8')]))
}

function filesIn(root: string, path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
}
