/** The search page's script, as one file for browsers. */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export type Script = { fileName: string; code: string }

/**
 * Bundles and minifies src/search/client. The name carries the content's hash ("search.1f3a9c2e.js"), so that a host
 * may keep it for ever. Rejects where the source does not compile.
 */
export async function bundleClient(): Promise<Script> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('client/main.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    // Safari 16.4, Chrome and Edge 111, Firefox 113: what the index's own script needs.
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.text ?? ''
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8)
  return { fileName: `search.${hash}.js`, code }
}
