/**
 * `npm run check`: every message about the content, without building or importing. `-- 656` shows one update, `-- --new`
 * what has changed since the last commit, `-- --json` gives JSON.
 * Exit status 1: something cannot be used; 2: the command was not understood.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Diagnostic, updateOf } from '../src/diagnostics/diagnostic.ts'
import { diagnosticsAsJson, renderSummary } from '../src/diagnostics/render.ts'
import { endOnFault } from '../src/site/faults.ts'
import { checkContent } from '../src/site/messages/check-content.ts'
import { printDiagnostics } from '../src/site/messages/print-diagnostics.ts'

const root = process.cwd()
endOnFault(root)
const wishes = wishesOf(process.argv.slice(2))
if (wishes !== null) {
  const { open, setAside, withoutTopic } = await checkContent({
    root,
    content: join(root, 'content'),
    cache: join(root, '.cache'),
  })
  const diagnostics = open.filter(wishes.isWanted)
  if (wishes.asJson) {
    console.log(diagnosticsAsJson(diagnostics))
  } else {
    printDiagnostics(diagnostics)
    if (withoutTopic.length > 0) console.log(`${listOf(withoutTopic)}\n`)
    console.log(renderSummary(diagnostics))
    if (setAside.length > 0) console.log(`  ${setAside.length} set aside in content/reviewed.yaml`)
  }
  if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1
}

function listOf(stories: { update: number; title: string }[]): string {
  const lines = stories.map(({ update, title }) => `  ${update}  ${title}`)
  const hint = 'To give a story a topic, add words from it to `forms` in content/authorities/topics.yaml.'
  return [`Stories without a topic (${stories.length}):`, ...lines, hint].join('\n')
}

function wishesOf(args: string[]): { asJson: boolean; isWanted: (diagnostic: Diagnostic) => boolean } | null {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({ args, options: { json: flag, new: flag }, allowPositionals: true })
    const wrong = positionals.find(word => !/^\d+$/u.test(word))
    if (wrong !== undefined) throw new Error(`"${wrong}" is not the number of an update`)
    const numbers = new Set(positionals.map(Number))
    const changed = values.new ? changedSinceCommit() : null
    const isChanged = (one: Diagnostic) => changed === null || isAbout(one, changed)
    return {
      asJson: values.json,
      isWanted: one => (numbers.size === 0 || numbers.has(updateOf(one) ?? Number.NaN)) && isChanged(one),
    }
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nusage: npm run check [-- 656] [-- --new] [-- --json]`,
    )
    process.exitCode = 2
    return null
  }
}

/** The file itself has changed, or the Markdown of its update. */
function isAbout(diagnostic: Diagnostic, changed: ReadonlySet<string>): boolean {
  return changed.has(diagnostic.at.file) || changed.has(`content/updates/${updateOf(diagnostic)}.md`)
}

function changedSinceCommit(): ReadonlySet<string> {
  try {
    const git = ['-c', 'core.quotePath=false', 'status', '--porcelain=v1', '-z', '-uall', '--', 'content']
    const entries = execFileSync('git', git, { cwd: root, encoding: 'utf8' }).split('\0')
    return new Set(entries.map(entry => entry.slice(3)))
  } catch {
    throw new Error(
      '--new needs Git to find what has changed since the last commit, but Git is not installed, or this is not a repository',
    )
  }
}
