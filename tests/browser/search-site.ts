/** The real archive, built and served under a path, for the tests of its search page. */
import type { Page } from 'playwright-core'
import { copyProject } from '../support/site/project-copy.ts'
import { serveBuiltSite } from './browser.ts'

export type SearchSite = {
  /** "http://localhost:1234/archive/" */
  address: string
  /** The policy that `_headers` sets. */
  policy: string
  close: () => Promise<void>
}

export async function serveSearchSite(): Promise<SearchSite> {
  const copy = copyProject()
  const { status, output } = await copy.run('build', { PATH_PREFIX: '/archive/' })
  if (status !== 0) throw new Error(output)
  const { address, close } = await serveBuiltSite(copy.at('_site'), '/archive/')
  const policy = /Content-Security-Policy: (.*)/u.exec(copy.read('_site/_headers'))?.[1] ?? ''
  return {
    address,
    policy,
    close: async () => {
      await close()
      copy.remove()
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
