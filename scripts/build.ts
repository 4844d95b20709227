/** `npm run build`: the whole site in `_site/`. Exit status 1: something could not be used; the rest is published. */
import { join } from 'node:path'
import { closeIndexer } from '../src/search/index.ts'
import { buildSite } from '../src/site/build-site.ts'
import { counted, printComplaints } from '../src/site/complaints.ts'
import { optimiseLess } from '../src/site/engine.ts'
import { siteFolder } from '../src/site/site-folder.ts'
import { projectReader } from '../src/site/sources.ts'

// A signal is then handled between two steps, never within one: nothing of the site is left half-written.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

optimiseLess()
const root = process.cwd()
const folder = siteFolder(join(root, '_site'))
const started = performance.now()
const pathPrefix = process.env.PATH_PREFIX ?? null
// Called once and let go: what it remembers for a next call is as large as the archive.
const { sources, diagnostics } = await projectReader({
  root,
  content: join(root, 'content'),
  cache: folder.cache,
  pathPrefix,
}).prepare()
printComplaints(diagnostics)
if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1
if (sources === null) {
  console.log(`${counted(diagnostics)}: the site stays as it was`)
} else {
  const { pages, written, kept, removed } = await buildSite(root, folder, sources)
  await closeIndexer()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${counted(diagnostics)}`)
  console.log(
    `_site: ${pages} pages; ${written} files written, ${kept} kept, ${removed.length} removed, in ${seconds} s`,
  )
}
