/** The first hits of searches that mark words: the page that opens is at its story, wide and narrow. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { realArchive } from '../support/real-archive.ts'
import { queryAnswers } from '../support/search/query-answers.ts'
import { launchBrowser } from './browser.ts'
import { pagesFor, type RenderedSite, serveRendered } from './rendered-site.ts'

const { first, harder } = await queryAnswers()
vi.unstubAllGlobals()
const firstHits = [...first, ...harder].flatMap(({ answer }) => answer.hits.slice(0, 1))
/** Those that mark words on their page, each once: the first marked word decides where the page scrolls to. */
const links = [
  ...new Set(
    firstHits
      .filter(({ directive }) => directive !== '')
      .map(({ address, directive }) => `${address}${address.includes('#') ? '' : '#'}${directive}`),
  ),
]

let site: RenderedSite
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
  site = await serveRendered(pagesFor(realArchive()))
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('there are many', () => expect(links.length).toBeGreaterThan(60))

// Half the links are tried wide and half narrow, at the same time: most of it is waiting until a page has settled.
test.concurrent.each([
  { width: 1280, tried: links.filter((_, nth) => nth % 2 === 0) },
  { width: 390, tried: links.filter((_, nth) => nth % 2 === 1) },
])('each lands where it leads, at $width pixels', async ({ width, tried }) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  const astray: string[] = []
  for (const link of tried) {
    const landed = await landing(page, link)
    if (landed !== null) astray.push(`${link}: ${landed}`)
  }
  expect(astray).toEqual([])
})

/** Follows the link; null: the page is at the story that the address names, or at its top. */
async function landing(page: Page, link: string): Promise<string | null> {
  // From one place to another of the same page, the browser would not load it again.
  if (new URL(page.url()).pathname === new URL(site.at(link)).pathname) await page.goto(site.at('/favicon.svg'))
  await page.goto(site.at(link))
  const id = decodeURIComponent(/#([^:]*)/u.exec(link)?.[1] ?? '')
  // The browser looks for marked words when the page has settled, and scrolls then: it must be there, and stay.
  for (let nth = 0, stood = 0; nth < 1000; nth++) {
    stood = (await page.evaluate(standsAt, id)) ? stood + 1 : 0
    if (stood === 4) return null
    await page.waitForTimeout(40)
  }
  return `${await page.evaluate(() => Math.round(scrollY))} px down, not at ${id || 'the top'}`
}

/** Whether the heading of the story is in sight, or the story fills the middle of the window. */
function standsAt(id: string): boolean {
  if (id === '') return scrollY === 0
  const story = document.getElementById(id)
  if (story === null) return false
  const { top, bottom } = (story.closest('article') ?? story).getBoundingClientRect()
  const isInSight = top >= 0 && top < innerHeight
  return isInSight || (top < innerHeight / 2 && bottom > innerHeight / 2)
}
