/** The real archive, published: every file holds to its standard, and every id and address in it leads somewhere. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type SchemaName, schemas } from '../../src/publish/data/schemas.ts'
import { publishedFiles } from '../../src/publish/published-files.ts'
import { realArchive } from '../support/real-archive.ts'

const archive = realArchive()
const files = new Map(Array.from(publishedFiles(archive), ({ address, content }) => [address, content()]))
const named = (pattern: RegExp) => [...files].filter(([address]) => pattern.test(address))
const json = (address: string) => JSON.parse(files.get(address) ?? '')

/** Every value under this key, at any depth. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner].flat() : []),
    ...valuesOf(inner, key),
  ])
}

describe('the published archive', () => {
  test('fits its schemas', () => {
    const updates = named(/^\/updates\/\d+\/index\.json$/u)
    expect(updates).toHaveLength(archive.updates.length)
    for (const [address] of updates) expect(schemas.update.safeParse(json(address)).error, address).toBeUndefined()
    for (const name of Object.keys(schemas).filter(name => name !== 'update') as SchemaName[]) {
      expect(schemas[name].safeParse(json(`/data/${name}.json`)).error, name).toBeUndefined()
    }
  })

  test('fits its JSON Schemas, as a validator that knows nothing of us compiles them', () => {
    const ajv = new Ajv2020()
    addFormats.default(ajv)
    for (const name of Object.keys(schemas)) {
      const schema = json(`/data/schemas/${name}.json`)
      expect(schema.$id).toBe(`${archive.site.url}/data/schemas/${name}.json`)
      expect(schema.title).toMatch(/of the Friday Update archive$/u)
      const validate = ajv.compile(schema)
      const data =
        name === 'update' ? named(/^\/updates\/\d+\/index\.json$/u) : named(new RegExp(`^/data/${name}.json$`, 'u'))
      expect(data.length, name).toBeGreaterThan(0)
      for (const [address, text] of data) {
        validate(JSON.parse(text))
        expect(validate.errors, address).toBeNull()
      }
    }
  })

  test('names no record that it does not hold', () => {
    const all = [...named(/\.json$/u)]
      .filter(([address]) => !address.includes('/schemas/'))
      .map(([, text]) => JSON.parse(text))
    const held: [string, ReadonlyMap<string, unknown>][] = [
      ['person', archive.people],
      ['people', archive.people],
      ['contacts', archive.people],
      ['network', archive.networks],
      ['publishers', archive.publishers],
      ['publication', archive.publications],
      ['publications', archive.publications],
      ['meeting', archive.meetings],
      ['story', archive.stories],
    ]
    for (const [key, records] of held) {
      // A meeting's contact may be an address of someone unknown.
      const ids = valuesOf(all, key).filter(id => typeof id === 'string' && !id.includes('@'))
      expect(ids.length, key).toBeGreaterThan(0)
      for (const id of ids) expect(records.has(String(id)), `${key} ${id}`).toBe(true)
    }
    const items = new Set(
      archive.updates.flatMap(({ number, sections }) =>
        sections.flatMap(section =>
          'items' in section ? section.items.map(({ id }) => `/updates/${number}/#${id}`) : [],
        ),
      ),
    )
    for (const url of valuesOf(all, 'url')) {
      if (String(url).startsWith('/updates/') && String(url).includes('#'))
        expect(items.has(String(url)), String(url)).toBe(true)
    }
  })

  test('has each meeting with a date in the calendars, once', () => {
    const dated = [...archive.meetings.values()].filter(({ date }) => date !== null)
    for (const [address, text] of named(/\.ics$/u)) {
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
      const ids = events.map(event => String(event.getFirstPropertyValue('uid')))
      expect(new Set(ids).size, address).toBe(ids.length)
      if (address === '/calendar.ics') expect(ids).toHaveLength(dated.length)
    }
    expect(named(/^\/networks\/[^/]+\/(?!meetings)[^/]+\.ics$/u)).toHaveLength(dated.length)
  })

  test('has a feed for itself and for each network, topic and publisher', () => {
    const feeds = named(/feed\.xml$/u)
    expect(feeds).toHaveLength(1 + archive.networks.size + archive.topics.size + archive.publishers.size)
    for (const [address, text] of feeds) {
      const ids = (parseAtomFeed(text).entries ?? []).map(({ id }) => id)
      expect(new Set(ids).size, address).toBe(ids.length)
    }
    expect(parseJsonFeed(files.get('/feed.json') ?? '').items).toHaveLength(Math.min(20, archive.updates.length))
  })

  test('gives every publication to reference managers, title and all', () => {
    const entries = new Cite(files.get('/data/publications.bib') ?? '').data as { id: string; title: string }[]
    expect(entries.map(({ id, title }) => [id, title])).toEqual(
      Array.from(archive.publications.values(), ({ id, title }) => [id, title]),
    )
  })
})

test('the manifest names icons that are there, of the size that it says', () => {
  const { icons } = json('/manifest.webmanifest')
  const drawn = icons.filter(({ type }: { type: string }) => type === 'image/png')
  expect(drawn.map(({ sizes, purpose }: { sizes: string; purpose?: string }) => [sizes, purpose])).toEqual([
    ['192x192', undefined],
    ['512x512', undefined],
    ['512x512', 'maskable'],
  ])
  for (const { src, sizes } of drawn) {
    // PNG: width and height are in bytes 16 to 23.
    const bytes = readFileSync(join('templates/assets/pictures', src))
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
  }
})
