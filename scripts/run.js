/**
 * `node scripts/run.js build`: runs scripts/build.ts, or another of the program's commands. esbuild makes one file of it,
 * in `.cache/program/`, whenever a source has changed: to load hundreds of modules of TypeScript one by one took every
 * command two seconds of the processor.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashOfSources } from '../src/site/hash-of-sources.js'

const [, , command = '', ...args] = process.argv
const folder = join('.cache', 'program')
const name = command.replaceAll('/', '-')

if (!existsSync(join('scripts', `${command}.ts`))) {
  console.error(`there is no command "${command}"; package.json has those that there are`)
  process.exit(1)
}
const version = await compiledVersion()
// What the program makes is known by its sources; they may have changed since this was read (src/site/hashes.ts).
process.env.PROGRAM_VERSION = version
// A fault is then told by its place in the sources.
process.setSourceMapsEnabled(true)
process.argv = [process.argv[0], join('scripts', `${command}.ts`), ...args]
await import(pathToFileURL(fileOf(version)).href)

function fileOf(version) {
  return join(folder, `${name}.${version}.mjs`)
}

async function compiledVersion() {
  for (;;) {
    const version = hashOfSources('.')
    const file = fileOf(version)
    if (existsSync(file)) return version
    const part = `${file}.${process.pid}.part`
    await compile(part)
    if (hashOfSources('.') !== version) {
      // A source that was saved meanwhile may be in it or not.
      rmSync(part)
      continue
    }
    for (const old of readdirSync(folder).filter(old => old.startsWith(`${name}.`)))
      if (!old.endsWith('.part')) rmSync(join(folder, old), { force: true })
    renameSync(part, file)
  }
}

async function compile(file) {
  const { build } = await import('esbuild')
  try {
    await build({
      entryPoints: [join('scripts', `${command}.ts`)],
      outfile: file,
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      format: 'esm',
      sourcemap: 'inline',
      sourcesContent: false,
    })
  } catch (error) {
    // esbuild has told what is wrong in the sources, and where.
    if (!error.errors?.length) throw error
    process.exit(1)
  }
}
