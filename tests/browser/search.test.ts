/** The search page in a real browser, over the real archive. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, colourFaults } from './accessibility.ts'
import { launchBrowser } from './browser.ts'
import { answered, ask, hitAddresses, type SearchSite, serveSearchSite } from './search-site.ts'

let site: SearchSite
let browser: Browser
const contexts: BrowserContext[] = []
beforeAll(async () => {
  browser = await launchBrowser()
  site = await serveSearchSite()
})
afterEach(async () => {
  for (const context of contexts.splice(0)) {
    // A request may still be on its way: of the page's picture, say.
    for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' })
    await context.close()
  }
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(site.address + path)
  return page
}

describe('a hit', () => {
  test('shows its kind, date, update and publisher, and the words in it', async () => {
    const page = await open('search/?q=absence%20lifetime%20earnings')
    await answered(page)
    const hit = page.locator('.hit').first()
    expect(await hit.locator('.hit-facts').innerText()).toBe('Story 21 March 2025 · Update 654 · DfE')
    expect(await hit.locator('h3 mark').allInnerTexts()).toEqual(['absence', 'lifetime earnings'])
    expect(await page.title()).toMatch(/^absence lifetime earnings – Search/u)
  })

  test('leads to the story itself, with the words marked there', async () => {
    const page = await open('search/?q=receipt%20of%20benefits')
    await answered(page)
    await page.locator('a.hit-link').first().click()
    await page.waitForURL(/updates\/654\/#the-impact-of-school-absence/u)
    const story = page.locator('#the-impact-of-school-absence-on-lifetime-earnings')
    await story.waitFor()
    // The browser looks for the words once the page has settled.
    const sentence = 'main >> text=Being in receipt of benefits increases by 2.7'
    await expect.poll(() => isInView(page, sentence)).toBe(true)
    await expect.poll(() => markedPixels(page)).toBeGreaterThan(500)
    await page.goto(`${site.address}updates/654/`)
    expect(await markedPixels(page)).toBe(0)
  })

  test('of another form of the word is marked as in the text', async () => {
    const page = await open('search/?q=EHCP')
    await answered(page)
    expect(await page.locator('.hit').first().locator('.hit-snippet mark').allInnerTexts()).toEqual(['EHC plan'])
  })
})

const isInView = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate(element => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })

/** Pixels of the colour that marks the words of a text directive (tokens.css: --mark). */
async function markedPixels(page: Page): Promise<number> {
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate(async base64 => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] }
    let count = 0
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === 255 && data[at + 1] === 235 && data[at + 2] === 153) count++
    return count
  }, picture)
}

describe('results', () => {
  test('appear while typing, and are announced to screen readers', async () => {
    const page = await open('search/')
    await page.locator('#search-query').pressSequentially('kinsh', { delay: 30 })
    await answered(page)
    await page.locator('#search-query').pressSequentially('ip care', { delay: 30 })
    await page.waitForFunction(() =>
      document.querySelector('#search-status')?.textContent?.includes('for kinship care'),
    )
    expect((await hitAddresses(page, site.address))[0]).toBe('/networks/kinship-care-network/')
    await page.goBack()
    await page.waitForFunction(() => !document.querySelector('.search-hits'))
    expect(await page.inputValue('#search-query')).toBe('')
  })

  test('a mistyped word is put right, and can be taken over', async () => {
    const page = await open('search/?q=safegaurding')
    await answered(page)
    expect(await page.locator('#search-status').innerText()).toMatch(
      /^Did you mean safeguarding\? \d+ results for safeguarding/u,
    )
    await page.locator('.search-advice a').first().click()
    await page.waitForURL(/q=safeguarding$/u)
    await answered(page)
    expect(await page.locator('.search-advice').count()).toBe(0)
  })

  test('an update is reached by its number', async () => {
    const page = await open('search/?q=update%20654')
    await answered(page)
    expect(await page.locator('.search-advice').count()).toBe(0)
    await page.locator('a.hit-link').first().click()
    await page.waitForURL(/\/archive\/updates\/654\/$/u)
  })

  test('where nothing has all the words, those that have most of them', async () => {
    const page = await open('search/?q=absence%20lifetime%20earnings%20kinship')
    await answered(page)
    expect(await page.locator('.search-advice').innerText()).toContain('Nothing has all of these words')
    expect((await hitAddresses(page, site.address))[0]).toContain('the-impact-of-school-absence')
  })
})

describe('facets', () => {
  test('widen within, narrow across, and their numbers come true', async () => {
    const page = await open('search/?q=children')
    await answered(page)
    const total = await hitCount(page)
    await page.check('#facet-publisher-dfe')
    await page.waitForURL(/publisher=dfe/u)
    await answered(page)
    const dfe = await facetNumber(page, 'publisher-dfe')
    expect(await hitCount(page)).toBe(dfe)
    expect(dfe).toBeLessThan(total)
    const other = await page.locator('input[id^=facet-publisher-]:not(:checked)').first().getAttribute('id')
    await page.check(`#${other}`)
    await page.waitForURL(url => url.searchParams.getAll('publisher').length === 2)
    await answered(page)
    const both = await hitCount(page)
    expect(both).toBeGreaterThan(dfe)
    const promised = await facetNumber(page, 'year-2025')
    await page.check('#facet-year-2025')
    await page.waitForURL(/year=2025/u)
    await answered(page)
    expect(await hitCount(page)).toBe(promised)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('facet-year-2025')
    await page.click('#facet-clear')
    await answered(page)
    expect(await hitCount(page)).toBe(total)
  })

  test('alone list everything of a publisher, from other pages', async () => {
    const page = await open('search/?publisher=nspcc')
    await answered(page)
    expect(await hitAddresses(page, site.address)).toContain(
      '/updates/654/#disguised-compliance-nspcc-learning-from-case-reviews',
    )
  })

  test('sorting by day turns the order round', async () => {
    const page = await open('search/?q=plan&sort=newest')
    await answered(page)
    const days = () => page.$$eval('.hit time', times => times.map(time => time.getAttribute('datetime') ?? ''))
    const newest = await days()
    expect(newest).toEqual([...newest].sort().reverse())
    await page.selectOption('#search-sort', 'oldest')
    await page.waitForURL(/sort=oldest/u)
    await answered(page)
    const oldest = await days()
    expect(oldest).toEqual([...oldest].sort())
  })
})

const hitCount = async (page: Page) =>
  Number.parseInt((await page.locator('#search-heading').innerText()).replace(',', ''), 10) || 0
const facetNumber = async (page: Page, facet: string) =>
  Number(await page.locator(`label[for="facet-${facet}"] .facet-count`).innerText())

describe('the address', () => {
  test('Back, Forward and reload bring back results and place', async () => {
    const page = await open('search/?q=children')
    await answered(page)
    await page.locator('.search-pages a[rel=next]').click()
    await page.waitForURL(/page=2/u)
    await answered(page)
    const second = await hitAddresses(page, site.address)
    await page.evaluate(() => scrollTo(0, 700))
    await page.waitForTimeout(300)
    const place = await page.evaluate(() => scrollY)
    expect(place).toBeGreaterThan(300)
    await page
      .locator('a.hit-link')
      .last()
      .evaluate(link => (link as HTMLElement).click())
    await page.waitForURL(url => !url.pathname.endsWith('/search/'))
    await page.goBack()
    await answered(page)
    expect(await hitAddresses(page, site.address)).toEqual(second)
    await page.waitForFunction(wanted => Math.abs(scrollY - wanted) < 3, place)
    await page.reload()
    await answered(page)
    expect(await hitAddresses(page, site.address)).toEqual(second)
    await page.waitForFunction(wanted => Math.abs(scrollY - wanted) < 3, place)
    await page.goBack()
    await page.waitForURL(url => !url.search.includes('page=2'))
    await page.waitForFunction(() => document.querySelector('#search-heading')?.textContent?.includes('page 1'))
    await page.goForward()
    await page.waitForFunction(() => document.querySelector('#search-heading')?.textContent?.includes('page 2'))
  })

  test('a page beyond the last shows the last', async () => {
    const page = await open('search/?q=kinship&page=99')
    await answered(page)
    expect(await page.locator('a.hit-link').count()).toBeGreaterThan(0)
  })
})

describe('with only the keyboard', () => {
  test('from any page to the story', async () => {
    const page = await open('updates/681/')
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('site-search')
    await page.keyboard.type('and/or racism')
    expect(await page.inputValue('#site-search')).toBe('and/or racism')
    await page.fill('#site-search', 'racism podcast')
    await page.keyboard.press('Enter')
    await page.waitForURL(/search\/\?q=racism\+podcast/u)
    await answered(page)
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-query')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Podcast: Racism in social work')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-query')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/updates\/593\/#podcast-racism-in-social-work/u)
  })

  test('the / key can be turned off, for all pages', async () => {
    const page = await open('search/')
    await page.uncheck('#slash-choice')
    await page.goto(`${site.address}updates/681/`)
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await page.goto(`${site.address}search/`)
    expect(await page.isChecked('#slash-choice')).toBe(false)
    await page.check('#slash-choice')
    await page.goto(`${site.address}updates/681/`)
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('site-search')
  })
})

test('without script the form leads to indexes of everything', async () => {
  const page = await open('updates/654/', { javaScriptEnabled: false })
  await page.fill('#site-search', 'absence')
  await page.press('#site-search', 'Enter')
  await page.waitForURL(/search\/\?q=absence/u)
  expect(await page.locator('#search-help').isVisible()).toBe(true)
  for (const way of ['updates/', 'networks/', 'publishers/'])
    expect(await page.locator(`#search-help a[href="/archive/${way}"]`).count()).toBeGreaterThan(0)
})

test('no page but the search page loads the search', async () => {
  const page = await open('')
  const scripts: string[] = []
  page.on('request', request => {
    if (/\/assets\/search|\/pagefind\//u.test(request.url())) scripts.push(request.url())
  })
  for (const path of ['', 'updates/654/', 'contacts/', 'publications/2025/'])
    await page.goto(site.address + path, { waitUntil: 'networkidle' })
  expect(scripts).toEqual([])
  await page.goto(`${site.address}search/?q=absence`)
  await answered(page)
  expect(scripts).not.toEqual([])
})

describe('when things go wrong', () => {
  test('says that you are offline, and trying again works', async () => {
    const page = await open('search/')
    await page.context().setOffline(true)
    await ask(page, 'absence')
    expect(await page.locator('#search-results').innerText()).toContain('You are offline')
    expect(await page.locator('#search-status').innerText()).toContain('offline')
    expect(await page.locator('#search-help').isVisible()).toBe(true)
    await page.context().setOffline(false)
    await page.click('#search-again')
    await page.waitForSelector('.search-hits')
  })

  test('a lost connection between two searches is no empty result', async () => {
    const page = await open('search/?q=absence')
    await answered(page)
    await page.route(/\.pf_index|words\//u, route => route.abort())
    await ask(page, 'zebra')
    await page.waitForSelector('#search-again')
    await page.unroute(/\.pf_index|words\//u)
    await page.click('#search-again')
    await page.waitForSelector('#search-heading')
  })

  test('a missing index is an error with a way on', async () => {
    const page = await open('search/')
    await page.route('**/pagefind/**', route => route.fulfill({ status: 500, body: '' }))
    await ask(page, 'absence')
    expect(await page.locator('#search-results').innerText()).toContain('Search is not available')
  })
})

test('works under the security policy of `_headers`, without console messages', async () => {
  const context = await browser.newContext()
  contexts.push(context)
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(String(error)))
  await page.route('**/*', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': site.policy } })
  })
  expect(site.policy).toContain("script-src 'self'")
  await page.goto(`${site.address}search/?q=absence`)
  await answered(page)
  expect(await page.locator('.hit').count()).toBeGreaterThan(0)
  await page.goto(`${site.address}updates/654/`)
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('site-search')
  expect(said).toEqual([])
})

describe('in every state', () => {
  const states: Record<string, (page: Page) => Promise<void>> = {
    empty: async () => {},
    results: page => ask(page, 'children'),
    'one result': page => ask(page, '"professional curiosity"'),
    'facets chosen and opened': async page => {
      await ask(page, 'children')
      if (!(await page.locator('.facets').getAttribute('open')))
        await page.evaluate(() => document.querySelector('.facets')?.setAttribute('open', ''))
      await page.check('#facet-year-2025')
      await page.waitForURL(/year=2025/u)
      await answered(page)
      await page.click('#more-publisher')
    },
    'did you mean': page => ask(page, 'safegaurding'),
    'no results': page => ask(page, 'zzzzzz publisher:nobody'),
    error: async page => {
      await page.route('**/pagefind/**', route => route.abort())
      await ask(page, 'absence')
    },
    loading: async page => {
      await page.route('**/pagefind/**', () => {})
      await page.fill('#search-query', 'absence')
      await page.waitForSelector('text=Searching …')
    },
  }
  test.each(Object.entries(states))(
    '%s: accessible, nothing too small to touch, nothing too wide',
    async (_, reach) => {
      const page = await open('search/', { viewport: { width: 320, height: 700 }, colorScheme: 'dark' })
      await reach(page)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await outOfShape(page)).toEqual([])
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await colourFaults(page)).toEqual([])
      expect(await outOfShape(page)).toEqual([])
    },
  )
})

/** What is too small to touch, and whether the page is wider than its window. */
const outOfShape = async (page: Page): Promise<string[]> => {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [...(await tooSmall(page)), ...(excess > 0 ? [`${excess} px too wide`] : [])]
}

/** Controls below 24 by 24 CSS pixels; a checkbox counts with its label, a link within a sentence not at all (WCAG 2.5.8). */
const tooSmall = (page: Page) =>
  page.$$eval('#search-page :is(a, button, label, select, summary), #search-form :is(input, button)', controls =>
    controls
      .filter(control => !control.closest('.search-advice') && control.getClientRects().length > 0)
      .map(control => ({ box: control.getBoundingClientRect(), html: control.outerHTML.slice(0, 90) }))
      .filter(({ box }) => box.height < 24 || box.width < 24)
      .map(({ box, html }) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`),
  )
