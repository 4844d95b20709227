import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { datasets, updateDataset } from '../../src/publish/data/datasets.ts'
import { publishersData } from '../../src/publish/data/record-data.ts'
import { type SchemaName, schemas } from '../../src/publish/data/schemas.ts'
import { publishedFiles } from '../../src/publish/published-files.ts'
import { smallArchive } from '../support/small-archive.ts'

const files = new Map(Array.from(publishedFiles(smallArchive()), file => [file.address, file]))
const text = (address: string) => files.get(address)?.content() ?? ''
const json = (address: string) => JSON.parse(text(address))

describe('the published JSON', () => {
  test.each(Object.keys(schemas).filter(name => name !== 'update') as SchemaName[])('%s.json fits its schema', name => {
    const records = json(`/data/${name}.json`)
    expect(records.length).toBeGreaterThan(0)
    expect(schemas[name].safeParse(records).error).toBeUndefined()
  })

  test.each([701, 702])('the data of update %i fits its schema', number => {
    expect(schemas.update.safeParse(json(`/updates/${number}/index.json`)).error).toBeUndefined()
  })

  test('each schema is beside the data as JSON Schema', () => {
    for (const name of Object.keys(schemas)) {
      const schema = json(`/data/schemas/${name}.json`)
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
      expect(schema.type).toBe(name === 'update' ? 'object' : 'array')
    }
    expect(z.fromJSONSchema(json('/data/schemas/update.json')).safeParse(json('/updates/701/index.json')).success).toBe(
      true,
    )
  })

  test('an update has the sections of the contract, and usual headings where none was printed', () => {
    const { sections, previous, next, url } = json('/updates/701/index.json')
    expect({ previous, next, url }).toEqual({ previous: null, next: 702, url: '/updates/701/' })
    expect(sections.map((section: { kind: string; heading: string }) => [section.kind, section.heading])).toEqual([
      ['notices', 'Newsletters'],
      ['updates', 'Updates'],
      ['reminders', 'Reminders:'],
      ['publications', 'Tools & Templates'],
      ['contacts', 'Contact Details'],
    ])
    expect(sections[0].text).toBe('Three herons by a pond\n\nOur plan can be found here')
  })

  test('a story has its parts without the colons, its publications and its other updates', () => {
    const [story, untitled] = json('/updates/702/index.json').sections[1].items
    expect(story.parts.map((part: { label: string }) => part.label)).toEqual([null, 'Findings show'])
    expect(story).toMatchObject({ publications: ['flood-report'], firstIn: 701, repeats: [702] })
    expect(untitled).toMatchObject({ title: null, titleSource: 'none' })
  })

  test('a meeting names a person by id, else what was printed', () => {
    const { meetings } = json('/updates/702/index.json').sections[2].items[0]
    expect(meetings.map((meeting: { contact: string | null }) => meeting.contact)).toEqual([
      null,
      'ada-brook',
      'desk@example.org',
      null,
    ])
    expect(json('/data/meetings.json')[1]).toMatchObject({
      network: 'otters-and-weirs',
      start: '10:00',
      updates: [701, 702],
    })
  })

  test('a meeting has all its contacts, the first also by itself, and its status', () => {
    const [, , , undated] = json('/updates/702/index.json').sections[2].items[0].meetings
    expect(undated).toMatchObject({ date: null, lastDate: null, contacts: [], status: 'planned', cancelled: false })
    expect(json('/data/meetings.json')[2]).toMatchObject({
      contact: 'desk@example.org',
      contacts: ['desk@example.org'],
      status: 'cancelled',
      cancelled: true,
    })
  })

  test('a story has its deadlines', () => {
    const [story] = json('/updates/702/index.json').sections[1].items
    expect(story.deadlines).toEqual([
      { label: 'Returns', date: '2026-03-20', time: '12:00', text: 'Returns by 20 March, 12 noon' },
    ])
  })

  test('a person who is withheld is left out', () => {
    expect(json('/updates/701/index.json').sections[4].entries).toHaveLength(1)
    for (const { address, content } of files.values()) expect(content(), address).not.toContain('Withheld Role')
  })

  test('a publisher’s other names begin with the one spelt out', () => {
    const archive = smallArchive()
    const board = archive.publishers.get('river-board')
    if (board) Object.assign(board, { fullName: 'Board of Rivers', variants: ['Rivers Board', 'Board of Rivers'] })
    expect(publishersData(archive)[0]?.variants).toEqual(['Board of Rivers', 'Rivers Board'])
  })

  test('a record is the same in all its updates', () => {
    expect(json('/data/publications.json')[0]).toMatchObject({
      id: 'flood-report',
      publishers: ['river-board'],
      url: '/publications/2026/flood-report/',
      updates: [701, 702],
      items: ['flood-defences'],
    })
    expect(json('/data/networks.json')[0]).toMatchObject({ contacts: ['ada-brook'], variants: ['Otters'] })
    expect(json('/data/publishers.json')[0]).toMatchObject({ count: 2, url: '/publishers/river-board/' })
    expect(json('/data/people.json')[0].emails).toEqual(['ada.brook@example.org', 'old.ada@example.org'])
  })
})

describe('the list of published files', () => {
  test('names each address once, and every dataset', () => {
    const addresses = Array.from(publishedFiles(smallArchive()), ({ address }) => address)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const { address, schema } of datasets(smallArchive())) {
      expect(addresses).toContain(address)
      if (schema !== null) expect(addresses).toContain(schema)
    }
  })

  test('says the same of the same archive', () => {
    for (const { address, content, inputs } of publishedFiles(smallArchive())) {
      expect(content()).toBe(files.get(address)?.content())
      expect(JSON.stringify(inputs)).toBe(JSON.stringify(files.get(address)?.inputs))
    }
  })

  test('has everything that changes a file in its inputs', () => {
    const changed = smallArchive()
    const person = changed.people.get('ada-brook')
    const meeting = changed.meetings.get('otters-and-weirs-2026-03-27')
    if (person) person.name = 'Ada Brook-Fen'
    if (meeting) meeting.text = 'Otters, new words'
    for (const section of changed.updates[1]?.sections ?? []) {
      if (section.kind === 'updates') for (const item of section.items) item.title = 'Another title'
    }
    for (const file of publishedFiles(changed)) {
      const before = files.get(file.address)
      const inputsAlike = file.inputs !== null && JSON.stringify(file.inputs) === JSON.stringify(before?.inputs)
      if (inputsAlike) expect(file.content(), file.address).toBe(before?.content())
    }
    expect(changed.people.get('ada-brook')?.name).toBe('Ada Brook-Fen')
  })

  test('shows a sample of each dataset that is part of it', () => {
    const archive = smallArchive()
    for (const { title, sample } of [...datasets(archive), updateDataset(archive)].filter(set => set !== null)) {
      expect(sample().length, title).toBeGreaterThan(20)
      expect(sample().split('\n').length, title).toBeLessThanOrEqual(25)
    }
  })

  test('can be made of an empty archive', () => {
    const empty = { ...smallArchive(), updates: [], formerAddresses: [] }
    for (const kind of ['people', 'networks', 'publishers', 'publications', 'stories', 'meetings'] as const) {
      Object.assign(empty, { [kind]: new Map() })
    }
    for (const { address, content } of publishedFiles(empty)) expect(content(), address).toBeTypeOf('string')
  })
})
