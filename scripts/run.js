/**
 * `node scripts/run.js build`: runs scripts/build.ts, or another of the program's commands. esbuild makes one file of it,
 * in `.cache/program/`, whenever a source has changed: to load hundreds of modules of TypeScript one by one took every
 * command two seconds of the processor.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , command = '', ...args] = process.argv
const folder = join('.cache', 'program')
const name = command.replaceAll('/', '-')
const file = `${name}.${hashOfSources().slice(0, 16)}.mjs`

if (!existsSync(join('scripts', `${command}.ts`))) {
  console.error(`there is no command "${command}"; package.json has those that there are`)
  process.exit(1)
}
if (!existsSync(join(folder, file))) await compile()
// A fault is then told by its place in the sources.
process.setSourceMapsEnabled(true)
process.argv = [process.argv[0], join('scripts', `${command}.ts`), ...args]
await import(pathToFileURL(join(folder, file)).href)

function hashOfSources() {
  const sources = ['src', 'templates', 'scripts'].flatMap(top =>
    readdirSync(top, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(?:tsx?|js)$/u.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name)),
  )
  const hash = createHash('sha256')
  for (const source of [...sources.sort(), '.eleventy.ts', 'tsconfig.json', 'package-lock.json'])
    hash.update(`${source}\0`).update(readFileSync(source)).update('\0')
  return hash.digest('hex')
}

async function compile() {
  const { build } = await import('esbuild')
  const part = join(folder, `${file}.${process.pid}.part`)
  try {
    await build({
      entryPoints: [join('scripts', `${command}.ts`)],
      outfile: part,
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      format: 'esm',
      sourcemap: 'inline',
      sourcesContent: false,
    })
  } catch {
    // esbuild has told what is wrong, and where.
    process.exit(1)
  }
  for (const old of readdirSync(folder))
    if (old.startsWith(`${name}.`) && !old.endsWith('.part')) rmSync(join(folder, old), { force: true })
  renameSync(part, join(folder, file))
}
