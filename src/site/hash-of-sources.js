/** What the program is made of, as hashes. Plain JavaScript: they decide whether the rest must be compiled. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Of everything in the project at `root` that a command can be compiled from, and of what compiles it. */
export const hashOfSources = root =>
  hashOfFiles(root, ['src', 'templates', 'scripts', '.eleventy.ts', 'tsconfig.json', 'package-lock.json'])

/** Of the names and bytes of these files below `root`, and of all files in these folders. */
export function hashOfFiles(root, paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(path => filesAt(root, path)).sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex').slice(0, 16)
}

function filesAt(root, path) {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap(({ name }) => filesAt(root, join(path, name)))
}
