/**
 * `npm run bench`: what builds of made-up archives cost, beside what others need for less. `-- 100 700` measures these
 * sizes alone; `--rounds 5` takes the median of more. Ratios within one run are what counts: machines differ.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureEditing } from './bench/editing.ts'
import { type Measured, measure, median } from './bench/measure.ts'
import { layOutEleventy, layOutHugo, layOutLowerBound, layOutProject } from './bench/projects.ts'
import { printReport, type SizeReport } from './bench/report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 700, 2000, 7000]
const root = process.cwd()
const typescript = ['--import', 'tsx']

/** What `npm run` would run under this name, without npm. */
function ofScript(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return scripts[name].split(' ').slice(1)
}

const reports: SizeReport[] = []
for (const size of sizes) {
  const top = mkdtempSync(join(tmpdir(), `friday-update-bench-${size}-`))
  try {
    reports.push(await measureSize(size, top))
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}
printReport(reports)

async function measureSize(size: number, top: string): Promise<SizeReport> {
  const ours = join(top, 'ours')
  mkdirSync(ours)
  const { bytes, next } = layOutProject(root, ours, size)
  const built = ['_site', '.cache', join('content', 'updates')].map(name => join(ours, name))
  const build = () => measure(ours, ofScript('build'))
  const cold = await rounds(build, () => setAside(built, top))
  const unchanged = await rounds(build, () => {})
  writeFileSync(join(ours, 'content', 'raw', next.name), next.text)
  const oneMore = await build()
  rmSync(join(ours, 'content', 'raw', next.name))
  rmSync(join(ours, 'content', 'updates', next.name.replace('.txt', '.md')))
  await build()
  const editing = await measureEditing(ours, next)
  const peers = await measurePeers(top, join(ours, 'content', 'updates'))
  const parse = await parseSpeed(ours)
  return { size, bytes, cold, unchanged, oneMore, editing, parse, ...peers }
}

async function measurePeers(top: string, updates: string) {
  const [bare, eleventy, hugo] = ['bare', 'eleventy', 'hugo'].map(name => join(top, name)) as [string, string, string]
  layOutLowerBound(root, bare, updates)
  layOutEleventy(root, eleventy, updates)
  const command = [...typescript, 'node_modules/@11ty/eleventy/cmd.cjs', '--config=.eleventy.ts', '--quiet']
  const site = (folder: string) => () => setAside([join(folder, '_site')], top)
  return {
    lowerBound: await rounds(() => measure(bare, ['lower-bound.mjs']), site(bare)),
    eleventy: await rounds(() => measure(eleventy, command), site(eleventy)),
    pagefind: await rounds(
      () => measure(eleventy, ['node_modules/pagefind/lib/runner/bin.cjs', '--site', '_site']),
      () => setAside([join(eleventy, '_site', 'pagefind')], top),
    ),
    hugo: hasHugo() ? await measureHugo(hugo, updates, top) : null,
  }
}

async function measureHugo(folder: string, updates: string, top: string): Promise<Measured> {
  layOutHugo(root, folder, updates)
  const run = join(folder, 'hugo.mjs')
  writeFileSync(run, "import { execFileSync } from 'node:child_process'\nexecFileSync('hugo', ['--quiet'])\n")
  return rounds(
    () => measure(folder, ['hugo.mjs']),
    () => setAside([join(folder, 'public')], top),
  )
}

function hasHugo(): boolean {
  try {
    execFileSync('hugo', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Megabytes of raw text a second, by one process that has warmed up. */
async function parseSpeed(folder: string): Promise<number> {
  const output = execFileSync(process.execPath, [...typescript, 'scripts/bench/parse-speed.ts'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return Number(output)
}

async function rounds(run: () => Promise<Measured>, before: () => void): Promise<Measured> {
  const measured: Measured[] = []
  for (let round = 0; round < Number(values.rounds); round += 1) {
    before()
    measured.push(await run())
  }
  return median(measured)
}

/**
 * Out of the way, to be deleted with everything else at the end. Some file systems (ext4 without a journal) look long for
 * the place of a new file for minutes after many were deleted: a sixth of a build's time, where the one before went first.
 */
function setAside(folders: readonly string[], top: string): void {
  const aside = mkdtempSync(join(top, 'aside-'))
  for (const [nth, folder] of folders.entries()) if (existsSync(folder)) renameSync(folder, join(aside, String(nth)))
}
