/**
 * Two lists of what people type: whether the search finds what they mean, gives no wrong correction, and whether the page
 * that the first hit opens is at its story, wide and narrow.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { harderQueries } from './harder-queries.ts'
import { type SearchQuery, searchQueries } from './search-queries.ts'
import { ask, hitAddresses, type SearchSite, serveSearchSite } from './search-site.ts'

let site: SearchSite
let browser: Browser
beforeAll(async () => {
  // First, so that a missing browser is said before a site is built for it.
  browser = await launchBrowser()
  site = await serveSearchSite()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const widths = [1280, 390]
const newPage = async (width: number): Promise<Page> =>
  (await browser.newContext({ viewport: { width, height: 800 } })).newPage()

type Result = SearchQuery & { place: number; isEmpty: boolean; wrong: string | null; astray: string[] }

describe.each([
  ['the first list', searchQueries],
  ['the harder list', harderQueries],
])('%s', (name, queries) => {
  test('finds what people mean, and each first hit lands on it', async () => {
    const searchPage = await newPage(1280)
    const hitPages = await Promise.all(widths.map(newPage))
    await searchPage.goto(`${site.address}search/`)
    const results: Result[] = []
    // Half the landings are wide and half narrow: both of each would take twice as long.
    for (const [at, query] of queries.entries())
      results.push(await resultOf(query, searchPage, hitPages[at % hitPages.length] ?? searchPage))
    const found = (most: number) => results.filter(({ place }) => place >= 0 && place < most).length / results.length
    const empty = results.filter(({ isEmpty }) => isEmpty)
    const wrong = results.filter(result => result.wrong !== null)
    const astray = results.flatMap(result => result.astray)
    console.log(
      `${name}: ${results.length} queries, success@1 ${percent(found(1))}, @3 ${percent(found(3))}, ` +
        `empty ${empty.length}, wrong corrections ${wrong.length}, landings astray ${astray.length}`,
    )
    for (const { need, query, place, wrong, astray } of results)
      if (place !== 0 || wrong !== null || astray.length > 0)
        console.log(`  ${need} «${query}»: hit ${place + 1 || 'none'} ${[wrong ?? '', ...astray].join(' ')}`)
    expect(results.length).toBeGreaterThanOrEqual(120)
    expect(found(1)).toBeGreaterThanOrEqual(0.95)
    expect(found(3)).toBeGreaterThanOrEqual(0.99)
    expect({ empty, wrong, astray }).toEqual({ empty: [], wrong: [], astray: [] })
  })
})

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

async function resultOf(query: SearchQuery, searchPage: Page, hitPage: Page): Promise<Result> {
  await ask(searchPage, query.query)
  const addresses = await hitAddresses(searchPage, site.address)
  const status = await searchPage.locator('#search-status').innerText()
  const isCorrected = status.startsWith('Did you mean')
  const [first] = await searchPage.locator('a.hit-link').all()
  const href = (await first?.getAttribute('href')) ?? null
  const astray = href === null ? null : await landing(hitPage, href)
  return {
    ...query,
    place: addresses.findIndex(address => isMeant(address, query.finds)),
    isEmpty: first === undefined,
    wrong: isCorrected && query.need !== 'typo' ? status : null,
    astray: astray === null ? [] : [astray],
  }
}

/** An update is meant as a whole where nothing of it is named. */
function isMeant(address: string, finds: string): boolean {
  if (/^\/updates\/\d+\/$/u.test(finds)) return address === finds
  // A publication has a page of its own, and its line in the list of its year.
  const flat = (text: string) => text.replace('/#', '/')
  return flat(address).includes(flat(finds))
}

/** Follows the hit's link; null: the page is at the story that the address names, or at its top. */
async function landing(page: Page, href: string): Promise<string | null> {
  await page.goto('about:blank')
  await page.goto(new URL(href, site.address).href)
  const id = decodeURIComponent(/#([^:]*)/u.exec(href)?.[1] ?? '')
  // The browser looks for marked words when the page has settled, and scrolls then: it must be there, and stay.
  for (let nth = 0, stood = 0; nth < 1000; nth++) {
    stood = (await standsAt(page, id)) ? stood + 1 : 0
    if (stood === 4) return null
    await page.waitForTimeout(40)
  }
  const { width } = page.viewportSize() ?? { width: 0 }
  return `at ${width} px: ${await page.evaluate(() => Math.round(scrollY))} px down, not at ${id || 'the top'}`
}

/** Whether the heading of the story is in sight, or the story fills the middle of the window. */
const standsAt = (page: Page, id: string): Promise<boolean> =>
  page.evaluate(id => {
    if (id === '') return scrollY === 0
    const story = document.getElementById(id)
    if (story === null) return false
    const { top, bottom } = (story.closest('article') ?? story).getBoundingClientRect()
    const isInSight = top >= 0 && top < innerHeight
    return isInSight || (top < innerHeight / 2 && bottom > innerHeight / 2)
  }, id)
