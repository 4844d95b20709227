/** The program as one hash. Plain JavaScript: it decides whether the rest must be compiled. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of everything in the project at `root` that a command can be compiled from, and of what compiles it. */
export function hashOfSources(root) {
  const sources = ['src', 'templates', 'scripts'].flatMap(top =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:tsx?|js)$/u.test(name))
      .map(name => join(top, name)),
  )
  const hash = createHash('sha256')
  for (const source of [...sources.sort(), '.eleventy.ts', 'tsconfig.json', 'package-lock.json'])
    hash
      .update(`${source}\0`)
      .update(readFileSync(join(root, source)))
      .update('\0')
  return hash.digest('hex').slice(0, 16)
}
