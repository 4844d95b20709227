import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { publishedFiles } from '../../src/publish/published-files.ts'
import { xml } from '../../src/publish/xml.ts'
import { smallArchive } from '../support/small-archive.ts'

const files = new Map(Array.from(publishedFiles(smallArchive()), ({ address, content }) => [address, content]))
const text = (address: string) => files.get(address)?.() ?? ''
const atom = parseAtomFeed(text('/feed.xml'))
const json = parseJsonFeed(text('/feed.json'))
const SITE = 'https://example.org/archive'

describe('the feeds of the archive', () => {
  test('name the site, its publisher and themselves', () => {
    expect(atom).toMatchObject({
      id: `${SITE}/`,
      title: { value: 'The Friday Update archive' },
      authors: [{ name: 'SESLIP' }],
    })
    expect(atom.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ['self', `${SITE}/feed.xml`],
      ['alternate', `${SITE}/`],
    ])
    expect(JSON.parse(text('/feed.json')).version).toBe('https://jsonfeed.org/version/1.1')
    expect(json).toMatchObject({
      home_page_url: `${SITE}/`,
      feed_url: `${SITE}/feed.json`,
      language: 'en-GB',
      authors: [{ name: 'SESLIP' }],
    })
  })

  test('hold the updates, latest first, under permanent ids and with their own dates', () => {
    const ids = [`${SITE}/updates/702/`, `${SITE}/updates/701/`]
    expect(atom.entries?.map(({ id }) => id)).toEqual(ids)
    expect(json.items?.map(({ id }) => id)).toEqual(ids)
    expect(text('/feed.xml')).toContain('<updated>2026-03-13T12:00:00Z</updated>')
    expect(JSON.parse(text('/feed.json')).items[1]).toMatchObject({
      url: ids[1],
      title: 'UPDATE NO 701 06 March 2026',
      date_published: '2026-03-06T12:00:00Z',
      summary: 'Flood defences & <b>you</b>: what “works” · Eels return · Dates',
    })
  })

  test('carry the stories as HTML whose links lead to the site from anywhere', () => {
    const html = JSON.parse(text('/feed.json')).items[0].content_html
    expect(html).toContain(
      `<a href="${SITE}/updates/702/#flood-defences">Flood defences &amp; &lt;b&gt;you&lt;/b&gt;: what “works”</a>`,
    )
    expect(html).toContain(`<a href="${SITE}/updates/701/">plan</a>`)
    expect(html).toContain('<a href="https://example.org/a_b?c=1&amp;d=2">')
    expect(html).toContain('<h4>Findings show:</h4>')
    expect(html).toContain('<em>rise</em>')
    expect(html).toContain('<p>1. is no list</p>')
    expect(html).toContain('[Eels return]')
    for (const [, href] of html.matchAll(/href="([^"]*)"/gu)) expect(href).toMatch(/^https:\/\//u)
    expect(atom.entries?.[0]?.content?.value?.trim()).toBe(html.replace('\u000b', '').trim())
  })

  test('carry no contact details', () => {
    for (const address of ['/feed.xml', '/feed.json'])
      expect(text(address)).not.toMatch(/ada\.brook@|960001|Reed Warden/u)
  })
})

describe('the feed of a network', () => {
  const feed = parseAtomFeed(text('/networks/otters-and-weirs/feed.xml'))
  const titles = feed.entries?.map(({ title }) => title?.value)

  test('has its stories, and each of its meetings once', () => {
    expect(feed.links?.[0]?.href).toBe(`${SITE}/networks/otters-and-weirs/feed.xml`)
    expect(titles).toContain('Flood defences & <b>you</b>: what “works”')
    expect(titles).toContain('Otters, weirs & “holts”, 27 March 2026')
    expect(titles).toContain('Cancelled: Otters, weirs & “holts”, 5 June 2026, 14:00')
    expect(titles).toHaveLength(4)
    expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(feed.entries?.length)
  })

  test('shows a meeting that moved as changed, not as new', () => {
    const [moved] = feed.entries ?? []
    expect(moved).toMatchObject({
      id: `${SITE}/networks/otters-and-weirs/#otters-and-weirs-2026-03-29`,
      published: '2026-03-06T12:00:00Z',
      updated: '2026-03-13T12:00:00Z',
    })
    expect(moved?.links?.[0]?.href).toBe(`${SITE}/updates/702/#dates`)
  })

  test('is a feed even if it has no entries yet', () => {
    expect(parseAtomFeed(text('/networks/silent/feed.xml'))).toMatchObject({ updated: '2026-03-13T12:00:00Z' })
  })
})

describe('the feed of a publisher', () => {
  const feed = parseAtomFeed(text('/publishers/river-board/feed.xml'))

  test('has the stories about it, and its publications without a story', () => {
    expect(feed.entries?.map(({ id }) => id)).toEqual([
      `${SITE}/updates/701/#flood-defences`,
      `${SITE}/publications/2026/#awkward`,
    ])
  })
})

describe('XML', () => {
  test('is well-formed whatever the text', () => {
    const awkward = ']]> <a b="c">&amp;\' \u0000\u000b\uD800 😀 true'
    const written = xml({ feed: { '@a': awkward, title: awkward, '@flag': 'true' } })
    expect(written).toContain('flag="true"')
    expect(written).toContain('<title>]]&gt; &lt;a b=&quot;c&quot;&gt;&amp;amp;&apos;  😀 true</title>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 §2.2 forbids these.
    expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u)
  })
})
