/** The real archive, built and served under a path, for the tests of its search page. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { serveBuiltSite } from './browser.ts'

export type SearchSite = {
  /** "http://localhost:1234/archive/" */
  address: string
  /** The policy that `_headers` tells hosts to send. */
  policy: string
  close: () => Promise<void>
}

export async function serveSearchSite(): Promise<SearchSite> {
  const top = mkdtempSync(join(tmpdir(), 'search-site-'))
  // In a process of its own: Eleventy reads its configuration past the test runner, which alone knows TypeScript here.
  execFileSync(process.execPath, ['--import', 'tsx', 'tests/browser/build-to.ts', top, '/archive/'])
  const folder = join(top, '_site')
  const { address, close } = await serveBuiltSite(folder, '/archive/')
  const policy = /Content-Security-Policy: (.*)/u.exec(readFileSync(join(folder, '_headers'), 'utf8'))?.[1] ?? ''
  return {
    address,
    policy,
    close: async () => {
      await close()
      rmSync(top, { recursive: true, force: true })
    },
  }
}

/** Types into the search page's box, sends it, and waits for the answer. */
export async function ask(page: Page, query: string): Promise<void> {
  await page.fill('#search-query', query)
  await page.press('#search-query', 'Enter')
  await answered(page)
}

export async function answered(page: Page): Promise<void> {
  await page.waitForSelector('#search-results:not([aria-busy]) h2')
}

/** Site-relative addresses of the hits on the page, without the marks for the browser. */
export const hitAddresses = (page: Page, address: string): Promise<string[]> =>
  page.$$eval(
    'a.hit-link',
    (links, root) => links.map(link => (link as HTMLAnchorElement).href.replace(root, '/').replace(/#?:~:.*$/u, '')),
    address,
  )
