/** `node --import tsx tests/browser/build-to.ts FOLDER PREFIX`: builds the real archive into FOLDER/_site, for a test to serve. */
import { join } from 'node:path'
import { closeIndexer } from '../../src/search/index.ts'
import { buildSite } from '../../src/site/build-site.ts'
import { siteFolder } from '../../src/site/site-folder.ts'
import { projectReader } from '../../src/site/sources.ts'

const [top = '', pathPrefix = '/'] = process.argv.slice(2)
const root = process.cwd()
const folder = siteFolder(join(top, '_site'))
const { sources, diagnostics } = await projectReader({
  root,
  content: join(root, 'content'),
  cache: folder.cache,
  pathPrefix,
}).prepare()
if (sources === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
await buildSite(root, folder, sources)
await closeIndexer()
