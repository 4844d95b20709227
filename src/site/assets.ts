/** What pages load: the stylesheet and the search page's script, small, and under addresses that change with them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { bundle } from 'lightningcss'
import { bundleClient, type Script } from '../search/bundle.ts'
import { hashOf } from './hashes.ts'

export type Asset = { address: string; content: Uint8Array }

/** Site-relative addresses of what the head of a page names, and all files to publish. */
export type Assets = {
  stylesheet: string
  searchStylesheet: string
  searchScript: string | null
  shareScript: string
  files: Asset[]
}

const folder = join('templates', 'assets')

export async function assets(root: string): Promise<Assets> {
  const styles = (name: string) => named(name, 'css', bundleStylesheet(join(root, folder, `${name}.css`)))
  const [stylesheet, searchStylesheet] = [styles('site'), styles('search')]
  const { page, worker } = await bundleClient(root)
  const share = named('share', 'js', await minified(readFileSync(join(root, folder, 'share.js'), 'utf8')))
  const files = [stylesheet, searchStylesheet, script(page), script(worker), share, ...pictures(root)]
  return {
    stylesheet: stylesheet.address,
    searchStylesheet: searchStylesheet.address,
    searchScript: script(page).address,
    shareScript: share.address,
    files,
  }
}

const script = ({ fileName, code }: Script): Asset => ({ address: `/assets/${fileName}`, content: Buffer.from(code) })

/** Its address changes with its content, so that hosts may let browsers keep it for ever. */
function named(name: string, ending: string, content: Uint8Array): Asset {
  const version = hashOf(Buffer.from(content).toString('utf8')).slice(0, 10)
  return { address: `/assets/${name}.${version}.${ending}`, content }
}

const minified = async (source: string): Promise<Uint8Array> =>
  Buffer.from((await transform(source, { minify: true, target: 'es2022' })).code)

/** A stylesheet and what it imports. */
const bundleStylesheet = (filename: string): Uint8Array => bundle({ filename, minify: true }).code

/** Pictures go at the top of the site, where browsers look for them. */
function pictures(root: string): Asset[] {
  const from = join(root, folder, 'pictures')
  return readdirSync(from)
    .sort()
    .map(name => ({ address: `/${name}`, content: readFileSync(join(from, name)) }))
}
