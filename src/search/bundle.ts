/** The search page's scripts, as files for browsers. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'

export type Script = { fileName: string; code: string }

/**
 * Bundles and minifies src/search/client: the page's script and the worker that it starts, both for one folder. Their
 * names have a hash of the content ("search.1f3a9c2e.js"), so browsers may cache them for ever. Rejects if the source
 * does not compile.
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
    // Safari 16.4, Chrome and Edge 111, Firefox 114: needed for module workers and for Pagefind's script.
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
