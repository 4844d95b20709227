/** The query language, the address, and what a typed name means. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  facetNames,
  isEmpty,
  readAddress,
  type SearchState,
  writeAddress,
} from '../../src/search/client/query/address.ts'
import { named } from '../../src/search/client/query/names.ts'
import { parseQuery } from '../../src/search/client/query/query.ts'

const parsed = (typed: string) => {
  const { words, phrases, without, limits } = parseQuery(typed)
  return { words, phrases, without: without.map(({ text }) => text), limits: limits.map(shown) }
}
const shown = (limit: ReturnType<typeof parseQuery>['limits'][number]) =>
  `${limit.not ? '-' : ''}${limit.field}:${limit.field === 'year' ? `${limit.from}..${limit.to}` : limit.name}`

describe('the query language', () => {
  test('words, phrases, exclusions and limits mix in any order', () => {
    expect(parsed('absence "lifetime earnings" -primary publisher:DfE -"key stage" grade year:2020..2022')).toEqual({
      words: ['absence', 'grade'],
      phrases: ['lifetime earnings'],
      without: ['primary', 'key stage'],
      limits: ['publisher:DfE', 'year:2020..2022'],
    })
  })

  test('names of several words stand in quotes, curly ones too', () => {
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
    expect(parsed('"one"')).toEqual({ words: ['one'], phrases: [], without: [], limits: [] })
  })

  test('no text fails, and no word is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), typed => {
        const { words, phrases, without, limits } = parsed(typed)
        const kept = [...words, ...phrases, ...without, ...limits].join(' ')
        for (const word of typed.match(/[a-z]{3,}/gu) ?? []) expect(kept).toContain(word)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the address', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).filter(text => text.trim() === text)
  const values = fc.uniqueArray(word, { maxLength: 3 })
  const state: fc.Arbitrary<SearchState> = fc.record({
    text: word,
    facets: fc.record({ kind: values, year: values, publisher: values, network: values, section: values }),
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
    expect(named(typed, all).map(place => all[place]?.id)).toEqual(ids)
  })
})
