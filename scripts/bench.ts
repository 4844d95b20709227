/**
 * `npm run bench`: what builds of made-up archives cost, beside what others need for less. `-- 100 700` measures these
 * sizes alone; `--rounds 5` takes the median of more. Ratios within one run are what counts: machines differ.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Editing, measureEditing } from './bench/editing.ts'
import type { RawText } from './bench/made-up-updates.ts'
import { cost, type Measured, measure, median } from './bench/measure.ts'
import { layOutEleventy, layOutHugo, layOutLowerBound, layOutProject } from './bench/projects.ts'
import { printReport, type SizeReport } from './bench/report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 700, 2000, 7000]
const root = process.cwd()
const typescript = ['--import', 'tsx']

const build = ['node_modules/@11ty/eleventy/cmd.cjs']

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

/** One after the other, in each round, so that changes in speed affect all of them. */
type Round = {
  cold: Measured
  unchanged: Measured
  oneMore: Measured
  editing: Editing
  lowerBound: Measured
  eleventy: Measured
  pagefind: Measured
  hugo: Measured | null
}

async function measureSize(size: number, top: string): Promise<SizeReport> {
  const ours = join(top, 'ours')
  mkdirSync(ours)
  const { bytes, next } = layOutProject(root, ours, size)
  const rounds: Round[] = []
  while (rounds.length < Number(values.rounds)) rounds.push(await measureRound(top, ours, next))
  return { size, bytes, parse: await parseSpeed(ours), ...medians(rounds) }
}

async function measureRound(top: string, ours: string, next: RawText): Promise<Round> {
  const at = (...names: string[]) => join(ours, ...names)
  const [dropped, imported] = [
    at('content', 'raw', next.name),
    at('content', 'updates', next.name.replace('.txt', '.md')),
  ]
  setAside([at('_site'), at('.cache'), at('content', 'updates')], top)
  const cold = await measure(ours, build)
  const unchanged = await measure(ours, build)
  writeFileSync(dropped, next.text)
  const oneMore = await measure(ours, build)
  for (const file of [dropped, imported]) rmSync(file)
  await measure(ours, build)
  const editing = await measureEditing(ours, next)
  for (const file of [dropped, imported]) rmSync(file)
  return { cold, unchanged, oneMore, editing, ...(await measurePeers(top, at('content', 'updates'))) }
}

async function measurePeers(
  top: string,
  updates: string,
): Promise<Pick<Round, 'lowerBound' | 'eleventy' | 'pagefind' | 'hugo'>> {
  const peers = mkdtempSync(join(top, 'peers-'))
  const [bare, eleventy, hugo] = [join(peers, 'bare'), join(peers, 'eleventy'), join(peers, 'hugo')]
  layOutLowerBound(root, bare, updates)
  layOutEleventy(root, eleventy, updates)
  const command = [...typescript, 'node_modules/@11ty/eleventy/cmd.cjs', '--config=.eleventy.ts', '--quiet']
  return {
    lowerBound: await measure(bare, ['lower-bound.mjs']),
    eleventy: await measure(eleventy, command),
    pagefind: await measure(eleventy, ['node_modules/pagefind/lib/runner/bin.cjs', '--site', '_site']),
    hugo: hasHugo() ? await measureHugo(hugo, updates) : null,
  }
}

function measureHugo(folder: string, updates: string): Promise<Measured> {
  layOutHugo(root, folder, updates)
  const run = join(folder, 'hugo.mjs')
  writeFileSync(run, "import { execFileSync } from 'node:child_process'\nexecFileSync('hugo', ['--quiet'])\n")
  return measure(folder, ['hugo.mjs'])
}

function hasHugo(): boolean {
  try {
    execFileSync('hugo', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function medians(rounds: readonly Round[]): Round {
  const of = (read: (round: Round) => Measured) => median(rounds.map(read), cost)
  const ofHugo = rounds.map(({ hugo }) => hugo).filter(hugo => hugo !== null)
  const waited = (read: (editing: Editing) => number) =>
    median(
      rounds.map(({ editing }) => read(editing)),
      seconds => seconds,
    )
  return {
    cold: of(round => round.cold),
    unchanged: of(round => round.unchanged),
    oneMore: of(round => round.oneMore),
    editing: { visible: waited(editing => editing.visible), searchable: waited(editing => editing.searchable) },
    lowerBound: of(round => round.lowerBound),
    eleventy: of(round => round.eleventy),
    pagefind: of(round => round.pagefind),
    hugo: ofHugo.length === rounds.length ? median(ofHugo, cost) : null,
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

/**
 * Out of the way, to be deleted with everything else at the end. Some file systems (ext4 without a journal) look long for
 * the place of a new file for minutes after many were deleted: a sixth of a build's time, where the one before went first.
 */
function setAside(folders: readonly string[], top: string): void {
  const aside = mkdtempSync(join(top, 'aside-'))
  for (const [nth, folder] of folders.entries()) if (existsSync(folder)) renameSync(folder, join(aside, String(nth)))
}
