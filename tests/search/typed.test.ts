/** What people type, and what they get: right words, slips, names, dates, numbers, addresses and questions. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeIndexer, writeIndex } from '../../src/search/index.ts'
import type { SearchRecord } from '../../src/search/records/search-record.ts'
import { addressWord, ownAddressKey, webAddressKey } from '../../src/search/web-address.ts'
import { aRecord, fetchFromDisk, firstAnswer } from '../support/search/index-on-disk.ts'

const folder = mkdtempSync(join(tmpdir(), 'search-typed-'))
const stories: [name: string, title: string, text: string, more?: Partial<SearchRecord>][] = [
  ['otters', 'Otters return', 'Otters build holts', { date: '2025-03-21' }],
  ['weirs', 'Weirs in autumn', 'Water over reeds', { date: '2024-10-04', update: 640, years: [2024] }],
  ['custody', 'Custody', 'Young anglers locked up', { also: 'hmip', publishers: ['hmip'] }],
  ['notes', 'Notes of the march meeting', 'Evans was there', {}],
  ['cafe', 'A café by the river', 'Crème and scones', { addresses: addressWord('example.org/reports/a') }],
]
const record = (name: string, more: Partial<SearchRecord>): SearchRecord => aRecord({ address: `/${name}`, ...more })
beforeAll(async () => {
  fetchFromDisk()
  const records = [
    ...stories.map(([name, title, text, more = {}]) => record(name, { title, text, ...more })),
    record('evans', { kind: 'person', title: 'Mark Evans', text: 'Warden', date: '2025-03-21' }),
    record('reeds', {
      kind: 'network',
      title: 'Reed Wardens',
      text: 'Old prose about wardens',
      summary: 'Contact: Ada Brook.',
      networks: ['reeds'],
      names: 'reedwardens',
    }),
    record('topic', { kind: 'topic', title: 'Water quality', text: 'Rivers', also: 'otters weirs', topics: ['water'] }),
    record('u654', {
      kind: 'update',
      title: 'Update 654, 21 March 2025',
      text: 'Portal ZX240',
      summary: 'Otters return; Custody',
      date: '2025-03-21',
    }),
    record('u640', {
      kind: 'update',
      title: 'Update 640, 4 October 2024',
      text: '',
      summary: 'Weirs in autumn',
      date: '2024-10-04',
      update: 640,
      years: [2024],
    }),
  ]
  const publishers = [{ id: 'hmip', name: 'HM Inspectorate of Prisons', variants: ['HMIP'] }]
  const networks = [{ id: 'reeds', name: 'Reed Wardens', variants: [] }]
  const topics = [{ id: 'water', name: 'Water quality', variants: [] }]
  await writeIndex({ records, publishers, networks, topics, concepts: [] }, folder)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await closeIndexer()
  rmSync(folder, { recursive: true, force: true })
})

const answer = (query: string) => firstAnswer(folder, `?q=${encodeURIComponent(query)}`)
const first = async (query: string) => (await answer(query)).hits[0]?.address.slice(1)

describe('a word that the archive does not have', () => {
  test('is put right where it is no word', async () => {
    const { finding, hits } = await answer('ottres')
    expect(finding.corrections).toEqual([{ typed: 'ottres', instead: 'otters', isSearched: true }])
    expect(hits[0]?.address).toBe('/otters')
    expect((await answer('"ottres"')).total).toBe(0)
  })

  test.each(['cracked', 'boats', 'walnut', 'customs'])(
    '%s is right, and is offered what is near at most',
    async word => {
      const { finding, hits } = await answer(`${word} otters`)
      expect(finding.corrections.filter(({ isSearched }) => isSearched)).toEqual([])
      expect(hits[0]?.address).toBe('/otters')
    },
  )

  test('is no guess where the rest of the query finds something without it', async () => {
    const { finding, hits } = await answer('ottres scones')
    expect(finding.corrections).toEqual([{ typed: 'ottres', instead: 'otters', isSearched: false }])
    expect(hits.map(({ address }) => address)).toEqual(['/cafe'])
  })

  test('finds a publisher whose name has it', async () => {
    expect(await first('prison')).toBe('custody')
    expect((await answer('prison')).finding.corrections).toEqual([])
  })

  test('may be the beginning of another, and a slip in a name at the same time', async () => {
    const { finding, hits } = await answer('marc evans')
    expect(hits[0]?.address).toBe('/evans')
    expect(finding.doubts).toEqual([{ typed: 'marc', instead: 'mark' }])
  })
})

test.each([
  ['cafe', 'cafe'],
  ['café creme', 'cafe'],
  ['update 654', 'u654'],
  ['no. 640', 'u640'],
  ['latest newsletter', 'u654'],
  ['21 march 2025', 'u654'],
  ['19/3/25', 'u654'],
  ['october 2024', 'u640'],
  ['october 2024 weirs', 'weirs'],
  ['ZX240', 'u654'],
  ['who runs the reed wardens', 'reeds'],
  ['when do the reed wardens meet?', 'reeds'],
  ['kind:topic weirs', 'topic'],
  ['water quality', 'topic'],
  ['otters', 'otters'],
  ['scones OR holts', 'cafe'],
  ['person:evans', 'evans'],
  ['https://www.example.org/reports/a/?utm_source=mail#page=2', 'cafe'],
  ['https://other.example/newsletters/update-no-640-4th-october-2024/', 'u640'],
])('«%s» finds first %s', async (query, name) => expect(await first(query)).toBe(name))

test('an update that the archive does not have is reported, with those beside it', async () => {
  const { notes, hits } = await answer('update 656')
  expect(notes).toEqual([{ kind: 'no-update', number: 656 }])
  expect(hits.map(({ address }) => address)).toEqual(['/u654', '/u640'])
})

test('a time without records is reported', async () => {
  expect((await answer('easter 2019')).notes).toEqual([{ kind: 'date', said: 'easter 2019', rest: '', isFound: false }])
})

test.each(['😀', '"', '-'])('«%s» asks for nothing, and finds nothing', async query => {
  expect(await answer(query)).toMatchObject({ total: 0, notes: [{ kind: 'nothing' }] })
})

test('a field with an unknown name says which names it could have', async () => {
  const { unknownNames } = await answer('topic:fire kind:song')
  expect(unknownNames).toMatchObject([
    { name: 'fire', values: ['Water quality'] },
    { name: 'song', values: ['Story', 'Publication', 'Person', 'Network', 'Topic', 'Update'] },
  ])
})

test('a network shows its contact, an update its stories', async () => {
  const snippet = async (query: string) =>
    (await answer(query)).hits[0]?.snippet
      .map(({ text }) => text)
      .join('')
      .trim()
  expect(await snippet('reed wardens')).toBe('Contact: Ada Brook.')
  expect(await snippet('update 654')).toBe('Otters return; Custody')
  expect(await snippet('ZX240')).toBe('Portal ZX240')
})

test('web addresses are one however they are written', () => {
  const ways = ['https://www.example.org/a/', 'http://example.org/a#top', 'www.example.org/a?utm_medium=x']
  expect(new Set(ways.map(webAddressKey))).toEqual(new Set(['example.org/a']))
  expect(webAddressKey('https://example.org/a?id=2')).toBe('example.org/a?id=2')
  expect(webAddressKey('example')).toBeNull()
  const own = [
    'https://a.example/archive/updates/654/#story',
    '/updates/654/#story:~:text=b',
    'http://b.example/updates/654?x=1#story',
  ]
  expect(new Set(own.map(ownAddressKey))).toEqual(new Set(['/updates/654/#story']))
})
