/** The query language, the address, and what a typed name means. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FacetName,
  facetNames,
  isEmpty,
  readAddress,
  type SearchState,
  writeAddress,
} from '../../src/search/client/query/address.ts'
import { type DayRange, dateIn, spanNamed } from '../../src/search/client/query/dates.ts'
import { placesNamed } from '../../src/search/client/query/names.ts'
import { asksNothing, parseQuery, yearsOf } from '../../src/search/client/query/query.ts'
import { dateOfDay } from '../../src/search/facet-table.ts'

const isoDay = (day: number | null) => day && dateOfDay(day).toISOString().slice(0, 10)

const parsed = (typed: string) => {
  const { words, phrases, without, limits } = parseQuery(typed)
  return { words, phrases, without: without.map(({ text }) => text), limits: limits.map(shown) }
}
const shown = (limit: ReturnType<typeof parseQuery>['limits'][number]) =>
  `${limit.not ? '-' : ''}${limit.field}:${'name' in limit ? limit.name : spanShown(limit)}`
const spanShown = (limit: DayRange & { field: string }) => {
  if (limit.field !== 'year') return `${isoDay(limit.from)}..${isoDay(limit.to)}`
  const { from, to } = yearsOf(limit)
  return `${from}..${to}`
}

describe('the query language', () => {
  test('words, phrases, exclusions and limits mix in any order', () => {
    expect(parsed('absence "lifetime earnings" -primary publisher:DfE -"key stage" grade year:2020..2022')).toEqual({
      words: ['absence', 'grade'],
      phrases: ['lifetime earnings'],
      without: ['primary', 'key stage'],
      limits: ['publisher:DfE', 'year:2020..2022'],
    })
  })

  test('names of several words are in quotes, curly ones too', () => {
    expect(parsed('network:"AD Education" publisher:“Children’s Commissioner”').limits).toEqual([
      'network:AD Education',
      'publisher:Children’s Commissioner',
    ])
  })

  test.each([
    ['year:2020', '2020..2020'],
    ['year:2020..', '2020..null'],
    ['year:..2022', 'null..2022'],
    ['year:2022..2020', '2020..2022'],
    ['YEAR: 2021', '2021..2021'],
    ['-year:2021', '2021..2021'],
  ])('%s means %s', (typed, years) => {
    expect(parsed(typed).limits.map(limit => limit.replace(/^-?year:/u, ''))).toEqual([years])
  })

  test('a minus takes away limits as well as words', () => {
    expect(parsed('-publisher:Ofsted -kind:person').limits).toEqual(['-publisher:Ofsted', '-kind:person'])
  })

  test('what is no query language is words', () => {
    expect(parsed('multi-agency year:soon – publisher: "" -').words).toEqual(['multi-agency', 'soon'])
    expect(parsed('"unfinished phrase').phrases).toEqual(['unfinished phrase'])
    expect(parsed('"one"')).toEqual({ words: [], phrases: ['one'], without: [], limits: [] })
  })

  test('no text fails, and no word is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), typed => {
        const { words, phrases, choices, without, limits } = parseQuery(typed)
        const pieces = [...choices.flat(), ...without].map(({ text }) => text)
        const kept = [...words, ...phrases, ...pieces, ...limits.map(shown)].join(' ')
        for (const word of typed.match(/[a-z]{3,}/gu) ?? []) expect(kept).toContain(word)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('operators', () => {
  const both = (typed: string) => {
    const { words, phrases, choices, without } = parseQuery(typed)
    return {
      words,
      phrases,
      choices: choices.map(some => some.map(({ text }) => text)),
      without: without.map(({ text }) => text),
    }
  }
  test.each([
    ['a NOT b', { words: ['a'], phrases: [], choices: [], without: ['b'] }],
    ['a NOT "b c" d', { words: ['a', 'd'], phrases: [], choices: [], without: ['b c'] }],
    ['a AND b', { words: ['a', 'b'], phrases: [], choices: [], without: [] }],
    ['x a OR b', { words: ['x'], phrases: [], choices: [['a', 'b']], without: [] }],
    ['a OR "b c" OR d', { words: [], phrases: [], choices: [['a', 'b c', 'd']], without: [] }],
    // What is not between two words is a word like any other, and so is what is not in capitals.
    ['OR b NOT', { words: ['OR', 'b', 'NOT'], phrases: [], choices: [], without: [] }],
    ['a or b and not c', { words: ['a', 'or', 'b', 'and', 'not', 'c'], phrases: [], choices: [], without: [] }],
  ])('%s', (typed, expected) => expect(both(typed)).toEqual(expected))

  test.each(['😀', '"', '-', '" "', '...'])('%s asks for nothing', typed => {
    expect(asksNothing(parseQuery(typed))).toBe(true)
  })
})

describe('times', () => {
  const span = (text: string) => {
    const found = dateIn(text)
    return found && `${isoDay(found.from)}..${isoDay(found.to)} ${found.rest}`.trim()
  }
  test.each([
    ['21 march 2025', '2025-03-21..2025-03-21'],
    ['update of 21st of March, 2025', '2025-03-21..2025-03-21 update of'],
    ['Friday 21 March 2025', '2025-03-21..2025-03-21'],
    ['March 21 2025', '2025-03-21..2025-03-21'],
    ['21/3/25', '2025-03-21..2025-03-21'],
    ['21.03.2025 absence', '2025-03-21..2025-03-21 absence'],
    ['2025-03-21', '2025-03-21..2025-03-21'],
    ['absence mar 2025', '2025-03-01..2025-03-31 absence'],
    ['2025 february', '2025-02-01..2025-02-28'],
    ['december 2024', '2024-12-01..2024-12-31'],
    ['2025-03', '2025-03-01..2025-03-31'],
    // Easter Sunday was on 31 March in 2024, on 20 April in 2025, and will be on 5 April in 2026.
    ['easter 2024', '2024-03-24..2024-04-07'],
    ['easter 2025', '2025-04-13..2025-04-27'],
    ['easter 2026', '2026-03-29..2026-04-12'],
    ['autumn 2024', '2024-09-01..2024-11-30'],
    ['christmas 2024', '2024-12-18..2024-12-31'],
  ])('%s', (text, expected) => expect(span(text)).toBe(expected))

  test.each(['2022-23', '2010-11', '16/17', '13.4%', 'may', '1.5.2', 'march', '12/13/2025', 'section 47'])(
    '%s is none',
    text => expect(dateIn(text)).toBeNull(),
  )

  test('fields take a day, a month or a year', () => {
    expect(parsed('month:2025-03 before:2024 after:21/3/25').limits).toEqual([
      'month:2025-03-01..2025-03-31',
      'before:null..2023-12-31',
      'after:2025-03-22..null',
    ])
    // A year ends on 31 December.
    expect(parsed('month:2025 after:2024').limits).toEqual(['month:2025-01-01..2025-12-31', 'after:2024-01-01..null'])
    expect(parsed('before:soon').words).toEqual(['soon'])
    expect(spanNamed('march 2025 or so')).toBeNull()
  })
})

describe('the address', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).filter(text => text.trim() === text)
  const values = fc.uniqueArray(word, { maxLength: 3 })
  const state: fc.Arbitrary<SearchState> = fc.record({
    text: word,
    facets: fc.record(Object.fromEntries(facetNames.map(name => [name, values])) as Record<FacetName, typeof values>),
    sort: fc.constantFrom('relevance', 'newest', 'oldest'),
    page: fc.integer({ min: 1, max: 99 }),
  })

  test('holds every state whole', () => {
    fc.assert(
      fc.property(state, one => {
        expect(readAddress(writeAddress(one))).toEqual(one)
      }),
    )
  })

  test('is as a person would write it', () => {
    const one = readAddress('?q=absence&year=2025&year=2024&publisher=dfe&sort=newest&page=2')
    expect(one.facets.year).toEqual(['2025', '2024'])
    expect(writeAddress(one)).toBe('?q=absence&year=2025&year=2024&publisher=dfe&sort=newest&page=2')
  })

  test('of nothing is empty, and nonsense is left out', () => {
    const none = readAddress('?q=&page=-3&sort=sideways&year=')
    expect(isEmpty(none)).toBe(true)
    expect(writeAddress(none)).toBe('')
    expect(facetNames.every(name => none.facets[name].length === 0)).toBe(true)
  })
})

describe('a typed name', () => {
  const all = [
    { id: 'dfe', name: 'DfE', variants: ['Department for Education'] },
    { id: 'childrens-commissioner', name: 'Children’s Commissioner', variants: [] },
    { id: 'the-fostering-network', name: 'The Fostering Network', variants: [] },
    { id: 'fostering-times', name: 'Fostering Times', variants: [] },
  ]
  test.each([
    ['dfe', ['dfe']],
    ['the Department for Education', ['dfe']],
    ["children's commissioner", ['childrens-commissioner']],
    ['commissioner', ['childrens-commissioner']],
    ['Fostering Network', ['the-fostering-network']],
    ['fostering', ['the-fostering-network', 'fostering-times']],
    ['nobody', []],
    ['fost', ['the-fostering-network', 'fostering-times']],
  ])('%s', (typed, ids) => {
    expect(placesNamed(typed, all).map(place => all[place]?.id)).toEqual(ids)
  })
})
