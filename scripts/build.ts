/** `npm run build`: the whole site in `_site/`. Exit status 1: something could not be used, and `_site/` is as it was. */
import { join } from 'node:path'
import { closeIndexer } from '../src/search/index.ts'
import { runBuild } from './build/run-build.ts'
import { siteFolder } from './build/site-folder.ts'

const root = process.cwd()
const started = performance.now()
const { diagnostics, report } = await runBuild({
  root,
  content: join(root, 'content'),
  folder: siteFolder(join(root, '_site')),
  pathPrefix: process.env.PATH_PREFIX ?? null,
})
await closeIndexer()
for (const d of diagnostics) console.log(`${d.severity}[${d.code}] ${d.at.file}:${d.at.line}:${d.at.column} ${d.message}`)
console.log(report, Math.round(performance.now() - started), 'ms')
if (report === null) process.exitCode = 1
