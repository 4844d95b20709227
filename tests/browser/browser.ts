/** A real Chromium for the tests, if there is one. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright-core'
import { type ServedSite, serveSite } from '../support/site/serve-site.ts'

/** Milliseconds until something on a page counts as missing: a machine with much else to do is slow. */
const PATIENCE = 300_000

/** Starts Chromium without a window. Rejects with what to do where none can be found. */
export async function launchBrowser(): Promise<Browser> {
  // Without --no-sandbox Chromium refuses to run as root, as it does in containers; it only sees our own pages.
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    timeout: PATIENCE,
  })
  browser.on('context', context => context.setDefaultTimeout(PATIENCE))
  return browser
}

/** Serves a built site on a free port: `address` is its home page. */
export const serveBuiltSite = (site: string, pathPrefix = '/'): Promise<ServedSite> =>
  serveSite({ site, pathPrefix, port: 0 })

/**
 * Serves a built site as a slow line would: a page's first parts come one by one, long enough apart for the browser to
 * paint in between; the rest, which no screen shows yet, at once.
 */
export async function servePiecemeal(site: string): Promise<ServedSite> {
  const whole = await serveBuiltSite(site)
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', whole.address))
    const type = answer.headers.get('content-type') ?? ''
    response.writeHead(answer.status, { 'content-type': type })
    const body = Buffer.from(await answer.arrayBuffer())
    if (type.startsWith('text/html')) {
      for (const piece of piecesOf(body.toString())) {
        response.write(piece)
        await setTimeout(40)
      }
      response.end()
    } else response.end(body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    address: `${origin}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await whole.close()
    },
  }
}

/** The page up to where its first twelve parts end, and its rest. */
function piecesOf(html: string): string[] {
  const ends = [...html.matchAll(/<\/(?:div|form|h1|header|nav|section|ul)>/gu)].slice(0, 12)
  const cuts = [0, ...ends.map(end => end.index + end[0].length), html.length]
  return cuts.slice(1).map((cut, i) => html.slice(cuts[i], cut))
}

function findChromium(): string {
  return chosen() ?? installed() ?? playwrights() ?? fromDebian() ?? giveUp()
}

function chosen(): string | null {
  const path = process.env.CHROMIUM_PATH
  if (!path) return null
  if (existsSync(path)) return path
  throw new Error(`CHROMIUM_PATH is ${path}, and there is no such file. Set it to a Chrome or Chromium, or unset it.`)
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

function installed(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  const onPath = folders.flatMap(folder => names.map(name => join(folder, name)))
  return [...onPath, ...elsewhere].find(path => existsSync(path)) ?? null
}

function playwrights(): string | null {
  const path = chromium.executablePath()
  return path !== '' && existsSync(path) ? path : null
}

/** On Debian and its kin, as root (a fresh container): installs it. */
function fromDebian(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log('no Chrome or Chromium found: installing Chromium with apt-get')
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 120_000 })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore', timeout: 300_000 })
  } catch {
    return null
  }
  return installed()
}

function giveUp(): never {
  throw new Error(
    [
      'The browser tests need Chrome or Chromium, and none was found. Any of these will do:',
      '  install Chrome, or Chromium (Debian, Ubuntu: apt-get install chromium)',
      '  npx playwright-core install chromium',
      '  CHROMIUM_PATH=/path/to/chrome npm test',
    ].join('\n'),
  )
}
