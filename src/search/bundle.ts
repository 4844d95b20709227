/** The search page's scripts, as files for browsers. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'

export type Script = { fileName: string; code: string }

/**
 * Bundles and minifies src/search/client: the page's script, and that of the worker which it starts, to stand in one
 * folder. The names carry the content's hash ("search.1f3a9c2e.js"), so that a host may keep them for ever. Rejects where
 * the source does not compile.
 */
export async function bundleClient(root: string): Promise<{ page: Script; worker: Script }> {
  const worker = named('search-worker', await bundle(join(root, client, 'main-worker.ts'), {}))
  const page = named(
    'search',
    await bundle(join(root, client, 'main.ts'), { WORKER_FILE: JSON.stringify(worker.fileName) }),
  )
  return { page, worker }
}

const client = join('src', 'search', 'client')

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    define,
    // Safari 16.4, Chrome and Edge 111, Firefox 114: what a worker made of modules and the index's own script need.
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

function named(name: string, code: string): Script {
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8)
  return { fileName: `${name}.${hash}.js`, code }
}
