/** Every kind of page in real Chromium: accessibility, reflow, keyboard, print. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onePerKind } from '../support/site/rendered-pages.ts'
import { crowdedYear, smallArchive } from '../support/small-archive.ts'
import { accessibilityFaults } from './accessibility.ts'
import { launchBrowser, servePiecemeal } from './browser.ts'
import { pagesFor, type RenderedSite, serveRendered } from './rendered-site.ts'

const rendered = pagesFor(smallArchive())
const kinds = onePerKind(rendered.filter(({ kind }) => kind !== 'redirect'))
let browser: Browser
let site: RenderedSite

beforeAll(async () => {
  const crowded = pagesFor(crowdedYear(2027)).filter(({ address }) => address === '/publications/2027/')
  site = await serveRendered([...rendered, ...crowded])
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Opens the page in a fresh context and hands it over. */
async function visit(address: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(site.at(address))
  await look(page)
  await context.close()
}

// Two pairs try both widths and both colour schemes.
describe.each([
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const)('at $width pixels, $colorScheme', ({ width, colorScheme }) => {
  let page: Page
  const said: string[] = []

  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' })
    page = await context.newPage()
    page.on('console', message => said.push(message.text()))
    page.on('pageerror', error => said.push(String(error)))
  })
  afterAll(() => page.context().close())

  test.each(kinds)(
    '"$kind" has no accessibility fault, no sideways scroll and a silent console',
    async ({ kind, address }) => {
      await page.goto(site.at(address))
      const picture = `screenshots/tests/${kind}-${width}-${colorScheme}.png`
      if (process.env.SCREENSHOTS) await page.screenshot({ path: picture, fullPage: true })
      await openFolds(page)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await overflow(page)).toEqual([])
      if (width === 320) {
        await page.addStyleTag({ content: TEXT_SPACING })
        expect(await overflow(page)).toEqual([])
      }
      expect(said).toEqual([])
    },
  )
})

/** What a reader may set, and must not lose text by: WCAG 1.4.12. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'

/** What is folded away must be as good as the rest. */
const openFolds = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })

/** The page may not scroll sideways, and no text may be cut; what scrolls within itself on purpose is fine. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      element => element.getBoundingClientRect().right > width,
    )
    return wide.map(element => element.outerHTML.slice(0, 120))
  })

// Both at the same time: most of it is waiting.
test.concurrent.each([320, 1280])('over a slow line what is read stays where it is, at %i pixels', async width => {
  const slow = await servePiecemeal(site.folder)
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  const shifted: string[] = []
  for (const { kind, address } of kinds) {
    await page.goto(slow.origin + address)
    const shift = await layoutShift(page)
    if (shift >= GOOD_SHIFT) shifted.push(`${kind}: ${shift}`)
  }
  await page.close()
  await slow.close()
  expect(shifted).toEqual([])
})

/** What moved while the page came up, as browsers score it: up to here it is good (Core Web Vitals, CLS). */
const GOOD_SHIFT = 0.1

const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let sum = 0
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 50))
      }),
  )

test('on a phone nothing of the header moves down when what comes after it arrives', () =>
  visit('/updates/702/', { viewport: { width: 320, height: 800 } }, async page => {
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('.site-header .bar > *')].map(part => part.getBoundingClientRect().top),
    )
    expect(tops).toHaveLength(3)
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
  }))

describe('the folded months of a year', () => {
  const openMonths = (page: Page) =>
    page.locator('details.group[open]').evaluateAll(groups => groups.map(group => group.querySelector('[id]')?.id))

  test('are one open on a phone, and open when a link leads into them', () =>
    visit('/publications/2027/', { viewport: { width: 320, height: 800 } }, async page => {
      expect(await openMonths(page)).toEqual(['month_2027-12'])
      const entry = page.locator('#month_2027-03 li').first()
      expect(await entry.isVisible()).toBe(false)
      await page.evaluate(
        id => {
          location.hash = id ?? ''
        },
        await entry.getAttribute('id'),
      )
      await entry.waitFor({ state: 'visible' })
      expect(await openMonths(page)).toEqual(['month_2027-12', 'month_2027-03'])
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      expect(height).toBeLessThan(6000)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('#month_2027-07 li').first().isVisible()).toBe(true)
    }))

  test('are all open on a wide screen, and without script still open one by one', async () => {
    await visit('/publications/2027/', { viewport: { width: 1280, height: 800 } }, async page => {
      expect(await openMonths(page)).toHaveLength(12)
    })
    const noScript = { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false }
    await visit('/publications/2027/', noScript, async page => {
      expect(await page.locator('details.group[open]').count()).toBe(1)
      await page.locator('summary', { hasText: 'June 2027' }).click()
      expect(await page.locator('#month_2027-06 li').first().isVisible()).toBe(true)
    })
  })

  test.each(['light', 'dark'] as const)('have no accessibility fault, open or closed, %s', colorScheme =>
    visit('/publications/2027/', { viewport: { width: 320, height: 800 }, colorScheme }, async page => {
      expect(await accessibilityFaults(page)).toEqual([])
    }),
  )
})

describe('with only the keyboard', () => {
  test('an update is read in page order, the skip link first', () =>
    visit('/updates/702/', { viewport: { width: 1280, height: 800 }, reducedMotion: 'no-preference' }, async page => {
      const reached: { text: string; visible: boolean }[] = []
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab')
        reached.push(await page.evaluate(focusState))
      }
      expect(reached[0]?.text).toBe('Skip to the content')
      expect(reached.filter(({ visible }) => !visible)).toEqual([])
      const texts = reached.map(({ text }) => text)
      const order = ['Updates', 'Search', 'Standing notices', 'Eels return', 'First']
      const places = order.map(word => texts.findIndex((text, index) => text.startsWith(word) && index > 0))
      expect(places.slice(0, 3)).toEqual(places.slice(0, 3).toSorted((a, b) => a - b))
    }))

  test('the way past the header leads to the content', () =>
    visit('/updates/702/', {}, async page => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main_')
    }))

  test('the notices, folded, open by Enter', () =>
    visit('/updates/702/', {}, async page => {
      const summary = page.locator('.notices summary')
      expect(await page.locator('.notices details').getAttribute('open')).toBeNull()
      await summary.focus()
      await page.keyboard.press('Enter')
      expect(await page.getByText('Three herons by a pond').isVisible()).toBe(true)
    }))
})

function focusState() {
  const element = document.activeElement as HTMLElement
  const { top, bottom, width, height } = element.getBoundingClientRect()
  const { outlineStyle } = getComputedStyle(element)
  const text = (element.textContent || element.id).trim()
  const inView = bottom > 0 && top < window.innerHeight
  return { text, visible: width > 0 && height > 0 && inView && outlineStyle !== 'none' }
}

test('without script every page can be read, and the search box leads to the indexes', () =>
  visit('/', { javaScriptEnabled: false }, async page => {
    await page.fill('#site-search', 'otters')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\/\?q=otters$/u)
    for (const way of ['By year', 'By network', 'By publisher', 'A–Z']) {
      expect(await page.getByRole('heading', { name: way }).isVisible()).toBe(true)
    }
    // Chromium shows <noscript> only where scripts are off for good, which a test cannot ask of it.
    expect(await page.locator('noscript').textContent()).toContain('Search needs JavaScript')
  }))

test('in forced colours nothing disappears', () =>
  visit('/updates/', { forcedColors: 'active' }, async page => {
    expect(await page.locator('.wordmark .week').evaluate(week => getComputedStyle(week).fill)).not.toBe('none')
    expect(await accessibilityFaults(page)).toEqual([])
    const borderOf = (place: string) =>
      page.locator(`.site-nav a${place}`).evaluate(link => getComputedStyle(link).borderBottomColor)
    expect(await borderOf('[aria-current]')).not.toBe(await borderOf(':not([aria-current]) >> nth=0'))
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(await borderOf(':not([aria-current]) >> nth=0')).toBe(paper)
  }))

test('an update prints on A4: notices too, no navigation, addresses of links in the text', () =>
  visit('/updates/702/', {}, async page => {
    await page.emulateMedia({ media: 'print' })
    for (const chrome of [
      '.skip',
      '.site-header',
      '.breadcrumbs',
      '.contents',
      '.neighbours',
      '.share',
      '.site-footer',
    ]) {
      expect(await page.locator(chrome).first().isVisible(), chrome).toBe(false)
    }
    expect(await page.getByText('Rivers rise again').isVisible()).toBe(true)
    const after = (words: string) =>
      page
        .locator('.prose a', { hasText: words })
        .first()
        .evaluate(link => getComputedStyle(link, '::after').content)
    expect(await after('The guide')).toContain('https://example.org/guide')
    // An address that is printed anyway does not follow itself.
    expect(await after('https://example.org/a_b')).toBe('none')
    const sizeIn = (section: string) =>
      page
        .locator(`${section} .story p`)
        .first()
        .evaluate(text => Number.parseFloat(getComputedStyle(text).fontSize))
    expect(await sizeIn('.reminders'), 'reminders are no larger than news').toBeLessThanOrEqual(
      await sizeIn('.updates'),
    )
    const facts = page.locator('.story .facts').first()
    expect(await facts.evaluate(part => getComputedStyle(part).breakBefore)).toBe('avoid')
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  }))

test('a redirect page goes on by itself', () =>
  visit('/newsletters/update-no-702-13th-march-2026/', { javaScriptEnabled: false }, async page => {
    await page.waitForURL(/\/updates\/702\/$/u)
  }))

test.each(['/?p=8851', '/404.html?p=8851'])('%s of the old site goes on to its update', address =>
  visit(address, {}, async page => {
    await page.waitForURL(/\/updates\/702\/$/u)
  }),
)

test('an unknown number stays on the page with all ways to browse', () =>
  visit('/?p=12', {}, async page => {
    await page.waitForURL(/\/404\.html\?p=12$/u)
    expect(await page.getByRole('heading', { name: 'Followed an old link?' }).isVisible()).toBe(true)
  }))

test('a story’s address and a citation can be copied, and a screen reader says so', () =>
  visit('/updates/702/', { permissions: ['clipboard-read', 'clipboard-write'] }, async page => {
    await page.getByRole('link', { name: /^Copy link to Flood/u }).click()
    await page.getByRole('status').getByText('Link copied').waitFor({ state: 'attached' })
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    expect(await copied()).toMatch(/\/updates\/702\/#flood-defences$/u)
    await page.getByRole('link', { name: /^Cite Flood/u }).click()
    await page.locator('#flood-defences').getByRole('button', { name: 'Copy the citation' }).click()
    await page.getByRole('status').getByText('Text copied').waitFor({ state: 'attached' })
    expect(await copied()).toContain('Friday Update 702')
  }))

test('without script the same links lead to the story, and the citation is there to read', () =>
  visit('/updates/702/', { javaScriptEnabled: false }, async page => {
    expect(await page.getByRole('link', { name: /^Link to Flood/u }).getAttribute('href')).toBe(
      '/updates/702/#flood-defences',
    )
    await page.getByRole('link', { name: /^Cite Flood/u }).click()
    expect(await page.locator('#flood-defences').textContent()).toContain('Available at: https://example.org')
  }))
