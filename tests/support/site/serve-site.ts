/** A built site over HTTP, as a plain host of files would serve it: for `npm start` and for the tests. */
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

export type Serving = {
  /** The folder of the site. */
  site: string
  /** The path that the site is under: "/" or "/archive/". */
  pathPrefix: string
  /** The port wanted; where it is taken, the next free one. 0: any. */
  port: number
  /** Answers a request itself and returns true, or leaves it to the files. */
  before?: (request: IncomingMessage, response: ServerResponse) => boolean
  /** What becomes of an HTML page on its way out. */
  page?: (html: string) => string
}

/** `origin`: "http://localhost:8080". `address`: the site's home page. */
export type ServedSite = { origin: string; address: string; close: () => Promise<void> }

/** Serves the site to this machine only. Rejects if the port fails for any reason but being taken. */
export async function serveSite(serving: Serving): Promise<ServedSite> {
  const server = createServer((request, response) => {
    if (serving.before?.(request, response)) return
    answer(serving, request, response).catch(error => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error))
    })
  })
  await listen(server, serving.port)
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin, address: origin + serving.pathPrefix, close }
}

async function listen(server: Server, port: number): Promise<void> {
  for (let tried = port; ; tried += 1) {
    const error = await new Promise<NodeJS.ErrnoException | null>(resolve => {
      server.once('error', resolve)
      server.listen(tried, 'localhost', () => {
        server.off('error', resolve)
        resolve(null)
      })
    })
    if (error === null) return
    if (error.code !== 'EADDRINUSE' || tried >= port + 100) throw error
  }
}

async function answer({ site, pathPrefix, page }: Serving, request: IncomingMessage, response: ServerResponse) {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  const found = pathname.startsWith(pathPrefix) ? await find(site, pathname.slice(pathPrefix.length)) : null
  if (found?.kind === 'folder') {
    response.writeHead(301, { location: `${pathname}/${search}` }).end()
    return
  }
  const file = found?.path ?? join(site, '404.html')
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream'
  const bytes = await readFile(file).catch(() => Buffer.from('There is no such page.'))
  const body = page && type.startsWith('text/html') ? Buffer.from(page(bytes.toString('utf8'))) : bytes
  const zip = /\bgzip\b/u.test(String(request.headers['accept-encoding'])) && /^text|json|xml|javascript/u.test(type)
  response.writeHead(found === null ? 404 : 200, {
    'content-type': type,
    'cache-control': 'no-cache',
    ...(zip ? { 'content-encoding': 'gzip' } : {}),
  })
  response.end(request.method === 'HEAD' ? undefined : zip ? gzipSync(body) : body)
}

type SiteFile = { kind: 'file' | 'folder'; path: string } | null

/** A folder without its final slash is a case of its own: hosts redirect to it with one. */
async function find(site: string, address: string): Promise<SiteFile> {
  const decoded = decode(address)
  if (decoded === null) return null
  const path = normalize(join(site, decoded))
  if (path !== site && !path.startsWith(site.endsWith(sep) ? site : site + sep)) return null
  const stats = await stat(path).catch(() => null)
  if (stats === null) return null
  if (stats.isFile()) return { kind: 'file', path }
  const index = join(path, 'index.html')
  if (!(await stat(index).catch(() => null))?.isFile()) return null
  return decoded === '' || decoded.endsWith('/') ? { kind: 'file', path: index } : { kind: 'folder', path }
}

function decode(address: string): string | null {
  try {
    const decoded = decodeURIComponent(address)
    return decoded.includes('\u0000') ? null : decoded
  } catch {
    return null
  }
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.vcf': 'text/vcard; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}
