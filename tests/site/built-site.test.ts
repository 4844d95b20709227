/**
 * A whole built site, under a path prefix: every file checked against its standard by an independent reader, every link
 * followed, every page reached. Then the same updates one by one: nothing that was there goes.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { LinkChecker, LinkState } from 'linkinator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SchemaName, schemas } from '../../src/publish/data/schemas.ts'
import { copyProject } from '../support/site/project-copy.ts'
import { type ServedSite, serveSite } from '../support/site/serve-site.ts'
import { faultsIn } from '../support/site/valid-html.ts'

const { at, read, run, bytesOf, remove } = copyProject()
const prefix = '/archive/'
let files: string[]

beforeAll(async () => {
  expect(await run('build', { PATH_PREFIX: prefix })).toMatchObject({ status: 0 })
  files = Object.keys(bytesOf('_site'))
})
afterAll(remove)

const named = (pattern: RegExp): string[] => files.filter(file => pattern.test(file))
const textOf = (file: string): string => read(`_site/${file}`)

describe('the site of the real updates', () => {
  test.each([
    ['home', 'index.html'],
    ['an update', 'updates/654/index.html'],
    ['all updates', 'updates/index.html'],
    ['a year', 'updates/2025/index.html'],
    ['networks', 'networks/index.html'],
    ['a network', 'networks/ad-education/index.html'],
    ["a network's calendar", 'networks/ad-education/meetings.ics'],
    ['contacts', 'contacts/index.html'],
    ['a person', 'contacts/mark-evans/index.html'],
    ['publications', 'publications/index.html'],
    ['publications of a year', 'publications/2025/index.html'],
    ['a publisher', 'publishers/dfe/index.html'],
    ['meetings', 'calendar/index.html'],
    ['the calendar', 'calendar.ics'],
    ['search', 'search/index.html'],
    ['the search index', 'pagefind/pagefind.js'],
    ['feeds', 'feed.xml'],
    ['the JSON feed', 'feed.json'],
    ["an update's old address", 'newsletters/update-no-654-21st-march-2025/index.html'],
    ['missing pages', '404.html'],
    ['the explanation of the data', 'data/index.html'],
    ['publications as CSV', 'data/publications.csv'],
    ['publications as BibTeX', 'data/publications.bib'],
    ['contacts as CSV', 'data/contacts.csv'],
  ])('has %s', (_what, file) => {
    expect(files).toContain(file)
  })
})

describe('every file', () => {
  test('that is a page is valid HTML', async () => {
    const pages = named(/\.html$/u)
    expect(pages.length).toBeGreaterThan(150)
    const faults = await Promise.all(
      pages.map(async file => (await faultsIn(textOf(file))).map(fault => `${file}: ${fault}`)),
    )
    expect(faults.flat()).toEqual([])
  })

  test('that is a page is no more than a browser shows at once: 150 kB and 2,000 elements', () => {
    const large = named(/\.html$/u).filter(file => {
      const html = textOf(file)
      return Buffer.byteLength(html) > 150_000 || (html.match(/<[a-z]/gu)?.length ?? 0) > 2000
    })
    expect(large).toEqual([])
  })

  test('that is a calendar is read by ical.js, each meeting under one id', () => {
    const calendars = named(/\.ics$/u)
    expect(calendars.length).toBeGreaterThan(30)
    for (const file of calendars) {
      const calendar = new ICAL.Component(ICAL.parse(textOf(file)))
      expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid'), file).toBe('Europe/London')
      const events = calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
      expect(new Set(events.map(({ uid }) => uid)).size, file).toBe(events.length)
      for (const event of events) {
        for (const name of ['dtstamp', 'dtstart', 'sequence', 'status', 'url'])
          expect(event.component.getFirstProperty(name), `${name} in ${file}`).not.toBeNull()
        expect(event.summary, file).not.toBe('')
      }
    }
  })

  test('that is a feed is read by feedsmith, each entry with id, title, dates and link', () => {
    const feeds = named(/feed\.xml$/u)
    expect(feeds.length).toBeGreaterThan(80)
    for (const file of feeds) {
      const { id, title, updated, entries = [] } = parseAtomFeed(textOf(file))
      expect([id, title, updated].every(Boolean), file).toBe(true)
      for (const entry of entries)
        expect([entry.id, entry.title, entry.published, entry.updated, entry.links?.[0]?.href].every(Boolean)).toBe(
          true,
        )
    }
    const { version, items = [] } = parseJsonFeed(textOf('feed.json')) as { version?: string; items?: unknown[] }
    expect(JSON.parse(textOf('feed.json')).version ?? version).toBe('https://jsonfeed.org/version/1.1')
    expect(items).toHaveLength(4)
  })

  test('that is data fits the schema beside it', () => {
    for (const name of Object.keys(schemas) as SchemaName[]) {
      const data = name === 'update' ? named(/^updates\/\d+\/index\.json$/u) : [`data/${name}.json`]
      expect(data.length).toBeGreaterThan(0)
      for (const file of data) expect(schemas[name].safeParse(JSON.parse(textOf(file))).error, file).toBeUndefined()
    }
  })

  test('that is a bibliography is read by citation.js, with the same number of publications in all', () => {
    for (const file of named(/publications\.(?:bib|ris)$/u)) {
      const rows = textOf(file.replace(/\.\w+$/u, '.csv')).match(/\r\n/gu)?.length ?? 0
      expect(new Cite(textOf(file)).data, file).toHaveLength(rows - 1)
    }
  })

  test('that is shown with links to the site is a picture of the size that pages say', () => {
    const png = readFileSync(at('_site/card.png'))
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630])
    expect(textOf('updates/654/index.html')).toContain(
      'property="og:image" content="https://friday-update.example.org/archive/card.png"',
    )
  })

  test('that the sitemap lists is there', () => {
    const pages = [...textOf('sitemap.xml').matchAll(/<loc>https:\/\/[^/]+\/archive\/(?<page>[^<]*)<\/loc>/gu)]
    expect(pages.length).toBeGreaterThan(150)
    for (const { groups } of pages) expect(files).toContain(`${groups?.page}index.html`)
  })
})

describe('every link', () => {
  let site: ServedSite
  let links: { url: string; parent?: string; state: string }[]

  beforeAll(async () => {
    site = await serveSite({ site: at('_site'), pathPrefix: prefix, port: 0 })
    // Canonical addresses and those of alternates name the site's own host.
    const { origin } = new URL(/^url: (?<url>\S+)/mu.exec(read('content/site.yaml'))?.groups?.url ?? '')
    const own = new RegExp(`^${origin.replaceAll('.', '\\.')}(?=/)`, 'u')
    const options = {
      checkFragments: true,
      concurrency: 50,
      urlRewriteExpressions: [{ pattern: own, replacement: site.origin }],
      linksToSkip: async (link: string) => !link.startsWith(site.origin),
    }
    // linkinator goes on from a page only while its address begins with that of the first.
    const walk = { ...options, path: site.address, recurse: true }
    const checker = new LinkChecker()
    // It looks for the anchors that it knows of when it comes to a page: on the second walk it knows of all.
    await checker.check(walk)
    const fromHome = await checker.check(walk)
    const alone = named(/^newsletters\/.*\.html$|^404\.html$/u).map(
      file => site.address + file.replace('index.html', ''),
    )
    const fromNowhere = await new LinkChecker().check({ ...options, path: alone })
    links = [...fromHome.links, ...fromNowhere.links]
  })
  afterAll(() => site?.close())

  test('leads to a page, a file or an anchor that is there', () => {
    expect(links.length).toBeGreaterThan(500)
    const broken = links.filter(({ state }) => state === LinkState.BROKEN)
    expect(broken.map(({ url, parent }) => `${parent} → ${url}`)).toEqual([])
  })

  test('stays under the path prefix', () => {
    const within = named(/\.html$/u).flatMap(file =>
      Array.from(
        textOf(file).matchAll(/\s(?:href|src|action|content)="(?:0;\s*url=)?(?<to>\/[^"]*)"/gu),
        ({ groups }) => groups?.to ?? '',
      ),
    )
    expect(within.length).toBeGreaterThan(1000)
    expect(within.filter(to => !to.startsWith(prefix))).toEqual([])
  })

  test('together reaches every page, and every file that others load', () => {
    const reached = new Set(
      links
        .filter(({ state }) => state === LinkState.OK)
        .map(({ url }) => new URL(url).pathname.slice(prefix.length).replace(/(?:^|\/)$/u, '$&index.html')),
    )
    // The manifest names its icons by addresses of its own.
    const { icons } = JSON.parse(textOf('manifest.webmanifest')) as { icons: { src: string }[] }
    for (const { src } of icons) reached.add(src.replace(/^\.?\//u, ''))
    // One meeting's file is offered while the meeting is to come.
    const offered = files.filter(
      file => !/^(?:pagefind|assets)\/|^_|^robots\.txt$|^sitemap|^networks\/[^/]+\/(?!meetings)[^/]+\.ics$/u.test(file),
    )
    expect(offered.filter(file => !reached.has(file))).toEqual([])
  })
})

/** Slugs, and nothing else, are promised to stay; ids with "_" are the page's own furniture. */
function promised(): Set<string> {
  const anchors = Object.keys(bytesOf('_site'))
    .filter(file => file.endsWith('.html'))
    .flatMap(file => [...textOf(file).matchAll(/\sid="(?<id>[^"_]+)"/gu)].map(({ groups }) => `${file}#${groups?.id}`))
  return new Set([...Object.keys(bytesOf('_site')).filter(file => !/^(?:pagefind|assets)\//u.test(file)), ...anchors])
}

test('updates that come one by one take away no address and no anchor', async () => {
  const whole = promised()
  mkdirSync(at('later'))
  const [first = '', ...later] = readdirSync(at('content/raw')).sort()
  for (const file of later) renameSync(at('content/raw', file), at('later', file))
  rmSync(at('content/updates'), { recursive: true })
  const stages: Set<string>[] = []
  for (const file of [first, ...later.slice(0, -1)]) {
    if (file !== first) renameSync(at('later', file), at('content/raw', file))
    expect(await run('build', { PATH_PREFIX: prefix })).toMatchObject({ status: 0 })
    stages.push(promised())
  }
  // With the last one it is the whole site, which was built at the beginning.
  for (const [nth, before] of stages.entries()) {
    const now = stages[nth + 1] ?? whole
    expect([...before].filter(address => !now.has(address))).toEqual([])
    expect(now.size).toBeGreaterThan(before.size)
  }
  const oldest = [...whole].filter(address => address.startsWith('updates/389/'))
  expect(oldest.length).toBeGreaterThan(1)
})
