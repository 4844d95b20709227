/**
 * `npm run check`: everything there is to say about the content, without building or importing. `--json` for machines.
 * Exit status 1: something cannot be used; 2: the command itself was not understood.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { diagnosticsAsJson, renderSummary } from '../src/diagnostics/render.ts'
import { checkContent } from '../src/site/check-content.ts'
import { printComplaints } from '../src/site/complaints.ts'

const asJson = wantsJson()
if (asJson !== null) {
  const root = process.cwd()
  const { diagnostics, withoutTopic } = await checkContent({
    root,
    content: join(root, 'content'),
    cache: join(root, '.cache'),
  })
  if (asJson) {
    console.log(diagnosticsAsJson(diagnostics))
  } else {
    printComplaints(diagnostics)
    if (withoutTopic.length > 0) console.log(`${listOf(withoutTopic)}\n`)
    console.log(renderSummary(diagnostics))
  }
  if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1
}

function listOf(stories: { update: number; title: string }[]): string {
  const lines = stories.map(({ update, title }) => `  ${update}  ${title}`)
  const hint = 'Words that name a topic are in content/authorities/topics.yaml, under `forms`.'
  return [`Stories without a topic (${stories.length}):`, ...lines, hint].join('\n')
}

function wantsJson(): boolean | null {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json
  } catch (error) {
    console.error(`${(error as Error).message}\nusage: npm run check [-- --json]`)
    process.exitCode = 2
    return null
  }
}
