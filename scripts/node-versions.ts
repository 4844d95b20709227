/**
 * Builds the site under each Node that the documents name and compares the bytes: `npx tsx scripts/node-versions.ts`.
 * The package `node` of the npm registry has the binaries; a version that cannot be had is named and left out.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const VERSIONS = ['20', '22', '24']
const PROGRAM = [
  ...['src', 'templates', 'content', '.eleventy.ts', 'eleventy.config.js'],
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
]

type Built = { version: string; files: Map<string, string> }

const built: Built[] = []
for (const major of VERSIONS) {
  const one = build(major)
  if (one === null) continue
  built.push(one)
  console.log(`${one.version}: ${one.files.size} files`)
}
const [first, ...others] = built
if (first === undefined || others.length === 0) fail('two versions of Node are needed to compare them')
for (const other of others) {
  const names = [...new Set([...first.files.keys(), ...other.files.keys()])].sort()
  const differing = names.filter(name => first.files.get(name) !== other.files.get(name))
  if (differing.length > 0) fail(`${first.version} and ${other.version} differ in ${differing.join(', ')}`)
}
console.log(`the same bytes under ${built.map(({ version }) => version).join(', ')}`)

/** null where that Node cannot be had. */
function build(major: string): Built | null {
  const version = run(major, process.cwd(), ['--version'])
  if (version.status !== 0) {
    console.log(`Node ${major} cannot be had here`)
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), `node-${major}-`))
  try {
    for (const name of PROGRAM) cpSync(name, join(folder, name), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction')
    const { status, stderr } = run(major, folder, [join('node_modules', '@11ty', 'eleventy', 'cmd.cjs')])
    if (status !== 0) fail(`Node ${major} does not build the site:\n${stderr}`)
    return { version: version.stdout.trim(), files: hashesOf(join(folder, '_site')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `npx` is a script of the shell on Windows. */
function run(major: string, cwd: string, args: string[]) {
  return spawnSync('npx', ['--yes', '--package', `node@${major}`, '--', 'node', ...args], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
}

function hashesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]
    }),
  )
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
