/** The tables of the real archive join by their ids, and the data package says what is there. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { publishedFiles } from '../../src/publish/published-files.ts'
import { recordsOf } from '../support/read-csv.ts'
import { realArchive } from '../support/real-archive.ts'

const archive = realArchive()
const files = new Map(Array.from(publishedFiles(archive), ({ address, content }) => [address, content()]))
const text = (name: string) => files.get(`/data/${name}`) ?? ''
const rows = (name: string) => recordsOf(text(name))
const idsIn = (name: string) =>
  new Set<string>((name.endsWith('.csv') ? rows(name) : JSON.parse(text(name))).map(({ id }: { id: string }) => id))

describe('the tables', () => {
  test.each([
    ['publications.csv', 'publisher_ids', 'publishers.csv'],
    ['publications.csv', 'story_ids', 'stories.csv'],
    ['publications.csv', 'topic_ids', 'topics.json'],
    ['stories.csv', 'publication_ids', 'publications.csv'],
    ['stories.csv', 'publisher_ids', 'publishers.csv'],
    ['stories.csv', 'network_ids', 'networks.json'],
    ['stories.csv', 'person_ids', 'contacts.csv'],
    ['meetings.csv', 'network_id', 'networks.json'],
    ['meetings.csv', 'contact_ids', 'contacts.csv'],
    ['contacts.csv', 'network_ids', 'networks.json'],
  ])('%s joins by %s to %s', (table, column, other) => {
    const known = idsIn(other)
    const named = rows(table).flatMap(row => row[column]?.split('; ').filter(Boolean) ?? [])
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(id => !known.has(id))).toEqual([])
  })

  test('have the records of the lists beside them, each once', () => {
    for (const kind of ['publications', 'publishers', 'stories', 'meetings']) {
      const ids = rows(`${kind}.csv`).map(({ id }) => id)
      expect(ids, kind).toEqual(JSON.parse(text(`${kind}.json`)).map(({ id }: { id: string }) => id))
    }
  })

  test('names each publisher beside its id', () => {
    const names = new Map(rows('publishers.csv').map(({ id, name }) => [id, name]))
    for (const { publishers = '', publisher_ids = '' } of rows('publications.csv')) {
      expect(publishers).toBe(
        publisher_ids
          .split('; ')
          .map(id => names.get(id) ?? '')
          .join('; '),
      )
    }
  })
})

type Field = { name: string; type: string; description: string }
type Resource = {
  name: string
  path: string
  bytes: number
  hash: string
  schema?: { fields: Field[]; primaryKey: string[] }
}

describe('the data package', () => {
  const { name, resources }: { name: string; resources: Resource[] } = JSON.parse(text('datapackage.json'))

  test('lists every file beside it, as it is', () => {
    expect(name).toMatch(/^[a-z0-9._-]+$/u)
    const beside = [...files.keys()].filter(
      address => /^\/data\/[^/]+$/u.test(address) && !address.endsWith('datapackage.json'),
    )
    expect(resources.map(({ path }) => `/data/${path}`).sort()).toEqual(beside.sort())
    expect(new Set(resources.map(resource => resource.name)).size).toBe(resources.length)
    for (const { name, path, bytes, hash } of resources) {
      expect(name).toMatch(/^[a-z0-9._-]+$/u)
      const file = Buffer.from(text(path))
      expect(bytes, path).toBe(file.byteLength)
      expect(hash, path).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`)
    }
  })

  test('describes the columns of each table in their order, and what is in them', () => {
    const tables = resources.filter(({ path }) => path.endsWith('.csv'))
    expect(tables).toHaveLength(5)
    const forms: Record<string, RegExp> = { integer: /^\d*$/u, date: /^(?:\d{4}-\d\d-\d\d)?$/u, string: /^/u }
    for (const { path, schema } of tables) {
      const fields = schema?.fields ?? []
      const records = rows(path)
      expect(Object.keys(records[0] ?? {}), path).toEqual(fields.map(field => field.name))
      for (const { name, type, description } of fields) {
        expect(description.length, name).toBeGreaterThan(3)
        for (const record of records) expect(record[name], `${path} ${name}`).toMatch(forms[type] ?? /never/u)
      }
      for (const key of schema?.primaryKey ?? []) {
        expect(new Set(records.map(record => record[key])).size, path).toBe(records.length)
      }
    }
  })
})
