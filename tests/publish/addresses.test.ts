import { describe, expect, test } from 'vitest'
import { absolute, addressOf, pathPrefix, siteUnder } from '../../src/publish/addresses.ts'
import {
  newsletterAddress,
  oldPostAddresses,
  redirects,
  redirectsFile,
} from '../../src/publish/site-files/redirects.ts'
import { headersFile, openSearchDescription, robotsText, webManifest } from '../../src/publish/site-files/site-files.ts'
import { lastingPages, sitemapFiles } from '../../src/publish/site-files/sitemap.ts'
import { smallArchive } from '../support/small-archive.ts'

const archive = smallArchive()
const { site } = archive
const atRoot = smallArchive({ url: 'https://www.example.org' })

describe('addresses', () => {
  test('are absolute under a prefix and at the root', () => {
    expect(absolute(site, addressOf.update(701))).toBe('https://example.org/archive/updates/701/')
    expect(absolute(atRoot.site, addressOf.home())).toBe('https://www.example.org/')
    expect([pathPrefix(site), pathPrefix(atRoot.site)]).toEqual(['/archive', ''])
    for (const path of ['/old/news/', '/old/news', 'old/news/']) {
      expect(absolute(siteUnder(atRoot.site, path), '/updates/')).toBe('https://www.example.org/old/news/updates/')
    }
    expect(siteUnder(site, '/').url).toBe('https://example.org')
  })
})

describe('old addresses', () => {
  test.each([
    ['Update no 656 4th April 2025', '/newsletters/update-no-656-4th-april-2025/'],
    ['UPDATE NO 389 07 February 2020', '/newsletters/update-no-389-07-february-2020/'],
    ['Update No. 707 – Friday 10 April 2026', '/newsletters/update-no-707-friday-10-april-2026/'],
  ])('the newsletter %j stood at %s', (heading, address) => expect(newsletterAddress(heading)).toBe(address))

  test('lead each to where the thing is now', () => {
    expect(redirects(archive)).toEqual([
      { from: '/newsletters/update-no-702-13th-march-2026/', to: '/updates/702/' },
      { from: '/newsletters/update-no-701-06-march-2026/', to: '/updates/701/' },
      { from: '/contacts/a-brook/', to: '/contacts/ada-brook/' },
    ])
    expect(oldPostAddresses(site)).toEqual({ 8851: '/updates/702/' })
  })

  test('lead nowhere from a place that is taken, or to themselves', () => {
    const twice = {
      ...archive,
      formerAddresses: [
        { from: '/newsletters/update-no-701-06-march-2026/', to: '/updates/702/' },
        { from: '/updates/701/', to: '/updates/701/' },
        { from: '/people/ada', to: '/contacts/ada-brook/' },
      ],
    }
    expect(redirects(twice).map(({ from, to }) => [from, to])).toEqual([
      ['/newsletters/update-no-702-13th-march-2026/', '/updates/702/'],
      ['/newsletters/update-no-701-06-march-2026/', '/updates/701/'],
      ['/people/ada/', '/contacts/ada-brook/'],
    ])
  })

  test('are listed for hosts with and without a slash, in other spellings of the day, and with or without www', () => {
    const rules = redirectsFile(archive).trim().split('\n')
    expect(rules[0]).toBe('https://www.example.org/* https://example.org/:splat 301!')
    expect(redirectsFile(atRoot)).toMatch(
      /^https:\/\/example\.org\/\* https:\/\/www\.example\.org\/:splat 301!\n\/ p=8851 \/updates\/702\/ 301\n/u,
    )
    for (const day of ['06', '6', '6th']) {
      for (const slash of ['', '/']) {
        expect(rules).toContain(
          `/archive/newsletters/update-no-701-${day}-march-2026${slash} /archive/updates/701/ 301`,
        )
      }
    }
    for (const day of ['13th', '13'])
      expect(rules).toContain(`/archive/newsletters/update-no-702-${day}-march-2026 /archive/updates/702/ 301`)
    const sources = rules.map(rule => rule.split(/ \/archive\/(?!.* \/archive)/u)[0])
    expect(new Set(sources).size).toBe(sources.length)
  })

  test.each([
    ['1', '1st'],
    ['02', '2nd'],
    ['11', '11th'],
    ['12', '12th'],
    ['13', '13th'],
    ['21', '21st'],
    ['23', '23rd'],
  ])('%s March has the spelling %s as well', (day, ordinal) => {
    const updates = archive.updates.map(update => ({
      ...update,
      heading: `Update no ${update.number} ${day} March 2026`,
    }))
    expect(redirectsFile({ ...archive, updates })).toContain(`/newsletters/update-no-701-${ordinal}-march-2026 `)
  })
})

describe('the sitemap', () => {
  test('lists the pages with the dates of their updates', () => {
    const others = ['/search/', '/404.html', '/newsletters/update-no-701-06-march-2026/', '/privacy/']
    const [file] = sitemapFiles(archive, [...lastingPages(archive), ...others])
    const dates = new Map(
      [...(file?.content ?? '').matchAll(/<loc>([^<]*)<\/loc>\s*(?:<lastmod>([^<]*)<\/lastmod>)?/gu)].map(
        ([, page, date]) => [page, date],
      ),
    )
    const dateOf = (address: string) => dates.get(absolute(site, address))
    expect(dateOf('/updates/701/')).toBe('2026-03-06')
    expect(dateOf('/updates/2026/')).toBe('2026-03-13')
    expect(dateOf('/contacts/ada-brook/')).toBe('2026-03-13')
    expect(dateOf('/publishers/health-and-water/')).toBe('2026-03-06')
    expect(dateOf('/publications/2026/')).toBe('2026-03-13')
    expect(dates.has(absolute(site, '/networks/silent/'))).toBe(true)
    expect(dateOf('/networks/silent/')).toBeUndefined()
    expect(dates.has(absolute(site, '/privacy/'))).toBe(true)
    for (const page of others.slice(0, 3)) expect(dates.has(absolute(site, page)), page).toBe(false)
  })

  test('is parted where it has more pages than one file may', () => {
    const files = sitemapFiles(archive, ['/a/', '/b/', '/c/'], 2)
    expect(files.map(({ address }) => address)).toEqual(['/sitemap.xml', '/sitemap-1.xml', '/sitemap-2.xml'])
    expect(files[0]?.content).toContain('<loc>https://example.org/archive/sitemap-2.xml</loc>')
    expect(files[2]?.content).toContain('<loc>https://example.org/archive/c/</loc>')
  })
})

describe('files that browsers, crawlers and hosts look for', () => {
  test('work under the prefix', () => {
    expect(robotsText(site)).toContain('Disallow: /archive/search/\n')
    expect(robotsText(site)).toContain('Sitemap: https://example.org/archive/sitemap.xml\n')
    expect(openSearchDescription(site)).toContain('template="https://example.org/archive/search/?q={searchTerms}"')
    expect(JSON.parse(webManifest(site))).toMatchObject({
      start_url: './',
      short_name: 'Friday Update',
      name: site.title,
    })
    expect(headersFile(site)).toMatch(
      /^\/archive\/\*\n {2}Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-/u,
    )
    expect(headersFile(site)).not.toContain('unsafe-inline')
    for (const folder of ['assets', 'pagefind/index', 'pagefind/texts'])
      expect(headersFile(atRoot.site)).toContain(
        `\n/${folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
      )
  })

  test('keep the names of a search engine short enough', () => {
    const long = openSearchDescription({
      ...site,
      title: 'The extraordinarily long name of an archive that nobody can remember',
    })
    expect(/<ShortName>(.*)<\/ShortName>/u.exec(long)?.[1]?.length).toBeLessThanOrEqual(16)
    expect(/<LongName>(.*)<\/LongName>/u.exec(long)?.[1]).toBe('The extraordinarily long name of an archive that')
  })
})
