/** Filtering, counting and sorting: right with every combination, held against the plainest reckoning. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FacetName, facetNames, noFacets, type SearchState } from '../../src/search/client/query/address.ts'
import { parseQuery } from '../../src/search/client/query/query.ts'
import { refine } from '../../src/search/client/query/refine.ts'
import {
  dateOfDay,
  dayNumber,
  type FacetTable,
  kinds,
  packTable,
  type Row,
  unpackTable,
  yearOf,
} from '../../src/search/facet-table.ts'
import { sectionKinds } from '../../src/update/update.ts'

const named = (id: string) => ({ id, name: id.toUpperCase(), variants: [] })
const publishers = ['dfe', 'lga', 'eef', 'nspcc'].map(named)
const networks = ['ad-education', 'early-help'].map(named)
const topics = ['attendance', 'send'].map(named)
const updates: [number, number][] = [
  [389, dayNumber('2020-02-07')],
  [593, dayNumber('2024-01-26')],
  [654, dayNumber('2025-03-21')],
  [681, dayNumber('2025-10-10')],
]

const places = (count: number) => fc.uniqueArray(fc.nat(count - 1), { maxLength: count }).map(all => all.sort())
const row: fc.Arbitrary<Row> = fc
  .record({
    kind: fc.nat(kinds.length - 1),
    day: fc.integer({ min: dayNumber('2019-01-01'), max: dayNumber('2025-12-31') }),
    update: fc.constantFrom(...updates.map(([number]) => number)),
    others: fc.uniqueArray(fc.integer({ min: 2026, max: 2030 }), { maxLength: 2 }),
    sections: places(sectionKinds.length),
    publishers: places(publishers.length),
    mentions: places(publishers.length),
    networks: places(networks.length),
    topics: places(topics.length),
  })
  .map(({ others, ...rest }) => ({ ...rest, years: [yearOf(rest.day), ...others.sort()] }))
const rows = fc.array(row, { maxLength: 40 })
const tableOf = (all: Row[]): FacetTable => ({
  publishers,
  networks,
  topics,
  concepts: [],
  silent: new Set(['of', 'the']),
  frequent: new Set(['children']),
  rows: all,
})

const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 })
const facets: fc.Arbitrary<SearchState['facets']> = fc.record({
  kind: some(kinds),
  year: some(['2020', '2024', '2025', '2027']),
  publisher: some(publishers.map(({ id }) => id)),
  network: some(networks.map(({ id }) => id)),
  mention: some(publishers.map(({ id }) => id)),
  topic: some(topics.map(({ id }) => id)),
  month: some(['2020-02', '2024-01', '2025-03']),
  section: some(sectionKinds),
})

/** A row's values, said without the code under test. */
const valuesOf = (name: FacetName, one: Row): string[] =>
  ({
    kind: [kinds[one.kind] ?? ''],
    year: one.years.map(String),
    publisher: one.publishers.map(place => publishers[place]?.id ?? ''),
    network: one.networks.map(place => networks[place]?.id ?? ''),
    mention: one.mentions.map(place => publishers[place]?.id ?? ''),
    topic: one.topics.map(place => topics[place]?.id ?? ''),
    month: one.kind < 2 || one.kind === 5 ? [dateOfDay(one.day).toISOString().slice(0, 7)] : [],
    section: one.sections.map(place => sectionKinds[place] ?? ''),
  })[name]
const passes = (one: Row, chosen: SearchState['facets']) =>
  facetNames.every(name => chosen[name].length === 0 || valuesOf(name, one).some(value => chosen[name].includes(value)))

const search = (all: Row[], state: Partial<SearchState> = {}, typed = '') =>
  refine(
    all.map((_, place) => ({ place, score: place % 3 })),
    parseQuery(typed),
    { state: { text: typed, facets: noFacets, sort: 'relevance', page: 1, ...state }, table: tableOf(all) },
  )

describe('facets', () => {
  test('several values widen within a facet, several facets narrow', () => {
    fc.assert(
      fc.property(rows, facets, (all, chosen) => {
        const found = search(all, { facets: chosen }).matches.map(({ place }) => place)
        const expected = all.flatMap((one, place) => (passes(one, chosen) ? [place] : []))
        expect(new Set(found)).toEqual(new Set(expected))
      }),
    )
  })

  test('each number is what choosing only that value in its facet would give', () => {
    fc.assert(
      fc.property(rows, facets, (all, chosen) => {
        const { counts } = search(all, { facets: chosen })
        for (const name of facetNames)
          for (const { value, count } of counts[name])
            expect(count).toBe(search(all, { facets: { ...chosen, [name]: [value] } }).matches.length)
      }),
    )
  })

  test('a chosen value stays in sight when nothing has it', () => {
    const { counts, matches } = search([], { facets: { ...noFacets, publisher: ['dfe'] } })
    expect(matches).toEqual([])
    expect(counts.publisher).toEqual([{ value: 'dfe', label: 'DFE', count: 0, chosen: true }])
  })
})

describe('limits of the query', () => {
  const base: Row = {
    kind: 0,
    day: dayNumber('2024-05-01'),
    update: 654,
    years: [2024],
    sections: [1],
    publishers: [0],
    mentions: [],
    networks: [],
    topics: [],
  }
  const all: Row[] = [
    base,
    { ...base, publishers: [1], years: [2025] },
    { ...base, kind: 1, publishers: [0, 1], years: [2020] },
    { ...base, kind: 2, publishers: [], mentions: [0], networks: [0], topics: [1], years: [2020, 2025] },
  ]
  const found = (typed: string) =>
    search(all, {}, typed)
      .matches.map(({ place }) => place)
      .sort()
  test.each([
    ['publisher:dfe', [0, 2]],
    ['publisher:dfe publisher:lga', [0, 1, 2]],
    ['publisher:dfe -publisher:lga', [0]],
    ['publisher:dfe year:2020..2023', [2]],
    ['year:2025', [1, 3]],
    ['year:..2020', [2, 3]],
    ['-year:2020', [0, 1]],
    ['network:"ad education"', [3]],
    ['mentions:dfe', [3]],
    ['topic:send', [3]],
    ['month:2024-05 kind:publication', [2]],
    ['before:2024-05', []],
    ['after:2024-05 before:2024-06 publisher:lga', [1, 2]],
    ['after:1/5/24', []],
    ['kind:people', []],
    ['kind:person', [3]],
    ['kind:stories -publisher:lga', [0]],
    ['section:updates kind:publications', [2]],
  ])('%s', (typed, expected) => expect(found(typed)).toEqual(expected))

  test('the first and the last day of a time belong to it', () => {
    const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01']
    const rows = days.map(day => ({ ...base, day: dayNumber(day) }))
    const daysOf = (typed: string) =>
      search(rows, {}, typed)
        .matches.map(({ place }) => days[place])
        .sort()
    expect(daysOf('month:2024')).toEqual(['2024-01-01', '2024-12-31'])
    expect(daysOf('month:2024-12')).toEqual(['2024-12-31'])
    expect(daysOf('before:2024')).toEqual(['2023-12-31'])
    expect(daysOf('after:2024')).toEqual(['2024-01-01', '2024-12-31', '2025-01-01'])
    expect(daysOf('after:31/12/2024')).toEqual(['2025-01-01'])
  })

  test('an unknown name finds nothing and is reported', () => {
    expect(search(all, {}, 'publisher:nobody year:2025')).toMatchObject({
      matches: [],
      unknownNames: [{ field: 'publisher', name: 'nobody' }],
    })
  })
})

test('sorting: by score with the newer first, by day with the better first', () => {
  const day = (date: string, publisher: number): Row => ({
    kind: 0,
    day: dayNumber(date),
    update: 681,
    years: [Number(date.slice(0, 4))],
    sections: [],
    publishers: [publisher],
    mentions: [],
    networks: [],
    topics: [],
  })
  // Scores are 0, 1, 2, 0.
  const all = [day('2025-01-01', 0), day('2024-01-01', 0), day('2024-01-01', 0), day('2026-01-01', 0)]
  const order = (sort: SearchState['sort']) => search(all, { sort }).matches.map(({ place }) => place)
  expect(order('relevance')).toEqual([2, 1, 3, 0])
  expect(order('newest')).toEqual([3, 0, 2, 1])
  expect(order('oldest')).toEqual([2, 1, 0, 3])
})

test('the table comes out of its packing as it went in', () => {
  fc.assert(
    fc.property(rows, all => {
      const table = tableOf(all)
      const packed = packTable(table, 'en_1')
      expect(unpackTable(JSON.parse(JSON.stringify(packed)))).toEqual(table)
    }),
  )
})
