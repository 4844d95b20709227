/**
 * `npm run import`: brings content/updates up to date with content/raw. Corrections by hand are kept.
 * `npm run import -- FILE…` adds files from anywhere first: updates, or a WordPress export of them.
 * `--force 654` imports that update again from its raw text, `--keep 654` accepts its file as it is. Exit status 1: something could not
 * be used, and content/updates keeps its earlier version; 2: the command was not understood.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { updateOf } from '../src/diagnostics/diagnostic.ts'
import { bringIn } from '../src/import/bring-in.ts'
import { importAll } from '../src/import/import-all.ts'
import { ingestRaw } from '../src/import/raw/ingest-raw.ts'
import { readRawTextsInTurns } from '../src/import/raw/raw-texts.ts'
import { parseUpdate } from '../src/parse/parse-update.ts'
import { endOnFault } from '../src/site/faults.ts'
import { versionsOf } from '../src/site/hashes.ts'
import { printNews } from '../src/site/messages/print-diagnostics.ts'
import { progressLine } from '../src/site/messages/progress.ts'

const root = process.cwd()
endOnFault(root)
const rawDir = join(root, 'content/raw')
const cacheDir = join(root, '.cache')
const asked = askedFor(process.argv.slice(2))
if (asked !== null) {
  const line = progressLine()
  const sayProgress = (what: string) => (done: number, of: number) => line.show({ what, done, of })
  const brought = await bringIn({ files: asked.files, rawDir, onProgress: sayProgress('posts read') })
  const parserVersion = versionsOf(root).parser
  const ingested = await ingestRaw({ rawDir, cacheDir }, parserVersion)
  const job = { rawDir, cacheDir, parse: parseUpdate, parserVersion, ingested }
  const texts = await readRawTextsInTurns(job, sayProgress('updates read'))
  line.clear()
  const imported = importAll({ ...job, texts, updatesDir: join(root, 'content/updates'), wishes: asked.wishes })
  const { written, unchanged, removed } = imported
  const diagnostics = [...brought.diagnostics, ...imported.diagnostics]
  const now = new Set(written)
  const due = diagnostics.filter(one => one.severity !== 'warning' || now.has(updateOf(one) ?? Number.NaN))
  printNews({ due, all: diagnostics, setAside: 0, whereToSeeAll: 'npm run check shows them all' })
  for (const { title, because } of brought.leftOut) console.log(`left out: "${title}", because ${because}`)
  for (const name of brought.written) console.log(`added: content/raw/${name}`)
  if (brought.unchanged.length > 0) console.log(`${brought.unchanged.length} already in content/raw`)
  for (const number of written) console.log(`written: content/updates/${number}.md`)
  for (const number of removed)
    console.log(`removed from the import records: update ${number}, which has no raw text or Markdown any more`)
  console.log(`${written.length} written, ${unchanged.length} unchanged`)
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    console.log(
      'the errors above name what could not be imported; content/updates still has the earlier version, if there was one',
    )
    process.exitCode = 1
  }
}

function askedFor(args: string[]) {
  const numbers = { type: 'string', multiple: true } as const
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { force: numbers, keep: numbers },
      allowPositionals: true,
    })
    return { files: positionals, wishes: { force: numbersOf(values.force), keep: numbersOf(values.keep) } }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    console.error(`${problem}\nusage: npm run import [-- FILE…] [-- --force 654] [-- --keep 654]`)
    process.exitCode = 2
    return null
  }
}

/** "654,655" and "--force 654 --force 655" alike. */
function numbersOf(values: readonly string[] = []): ReadonlySet<number> {
  const words = values.flatMap(value => value.split(','))
  const wrong = words.find(word => !/^\d+$/u.test(word))
  if (wrong !== undefined) throw new Error(`"${wrong}" is not the number of an update`)
  return new Set(words.map(Number))
}
