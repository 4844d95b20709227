/**
 * From what the words found to what the page shows: filter, count, sort. Several values in one facet widen, several
 * facets narrow; the number beside a value tells how many hits choosing it would give, with every other facet as it is.
 */
import { type FacetTable, kinds, type Named, type Row, sections } from '../../facet-table.ts'
import type { FacetName, SearchState, Sort } from './address.ts'
import { facetNames } from './address.ts'
import { named } from './names.ts'
import type { Limit, NameLimit, Query } from './query.ts'

/** A record that the words found: its place in the table and how well it fits (higher is better). */
export type Match = { place: number; score: number }
export type FacetCount = { value: string; label: string; count: number; chosen: boolean }
export type Look = { state: SearchState; table: FacetTable }
export type Refined = {
  matches: Match[]
  counts: Record<FacetName, FacetCount[]>
  /** Names in `publisher:` and `network:` that nothing has. */
  unknownNames: string[]
}

export function refine(found: readonly Match[], query: Query, { state, table }: Look): Refined {
  const limits = query.limits.map(limit => resolve(limit, table))
  const unknownNames = limits.flatMap(({ limit, isUnknown }) =>
    isUnknown && limit.field !== 'year' ? [limit.name] : [],
  )
  const within = found.filter(({ place }) => {
    const row = table.rows[place]
    return row !== undefined && allows(limits, row)
  })
  const tests = facetTests(state, table)
  const failures = within.map(({ place }) => failedFacets(table.rows[place], tests))
  const matches = within.filter((_, index) => failures[index]?.length === 0)
  const counts = Object.fromEntries(
    facetNames.map(name => {
      // A facet's own choice does not narrow its own numbers: hits that fail it alone still count.
      const counted = within.filter((_, index) => failures[index]?.every(failed => failed === name))
      return [name, countsOf(name, counted, { state, table })]
    }),
  ) as Refined['counts']
  return { matches: sorted(matches, state.sort, table), counts, unknownNames }
}

/** A limit of the query with its name resolved: what it lets through. `places` empty: nothing has such a name. */
type ResolvedLimit = { limit: Limit; passes: (row: Row) => boolean; isUnknown: boolean }

function resolve(limit: Limit, table: FacetTable): ResolvedLimit {
  if (limit.field === 'year') {
    const { from, to } = limit
    const passes = (row: Row) => row.years.some(year => (from ?? year) <= year && year <= (to ?? year))
    return { limit, passes, isUnknown: false }
  }
  const places = new Set(placesNamed(limit, table))
  return {
    limit,
    passes: row => placesOf(limit.field, row).some(place => places.has(place)),
    isUnknown: places.size === 0,
  }
}

function placesNamed({ field, name }: NameLimit, table: FacetTable): number[] {
  if (field === 'publisher' || field === 'network') return named(name, tabled(field, table))
  return startingWith(name, field === 'kind' ? kinds : sections)
}

/** "stories" and "story" are one kind, "pub" is short for another. */
const startingWith = (said: string, all: readonly string[]): number[] => {
  const stem = said.toLowerCase().replace(/(?:ies|y|s)$/u, '')
  return all.flatMap((value, place) => (value.startsWith(stem) ? [place] : []))
}

function placesOf(field: NameLimit['field'], row: Row): readonly number[] {
  if (field === 'publisher') return row.publishers
  if (field === 'network') return row.networks
  return field === 'kind' ? [row.kind] : row.sections
}

/** One limit of each field must let a row through, and none of those with a minus. */
function allows(limits: readonly ResolvedLimit[], row: Row): boolean {
  const fields = new Set(limits.filter(({ limit }) => !limit.not).map(({ limit }) => limit.field))
  return (
    [...fields].every(field =>
      limits.some(({ limit, passes }) => limit.field === field && !limit.not && passes(row)),
    ) && !limits.some(({ limit, passes }) => limit.not && passes(row))
  )
}

/** Reads a row's values of a facet, as they stand in the address. */
function valuesOf(name: FacetName, table: FacetTable): (row: Row) => string[] {
  if (name === 'year') return row => row.years.map(String)
  const all = name === 'kind' ? kinds : name === 'section' ? sections : tabled(name, table).map(({ id }) => id)
  return row => placesOf(name, row).map(place => all[place] ?? '')
}

const tabled = (name: 'publisher' | 'network', table: FacetTable): Named[] =>
  name === 'publisher' ? table.publishers : table.networks

type FacetTest = { name: FacetName; passes: (row: Row) => boolean }

const facetTests = ({ facets }: SearchState, table: FacetTable): FacetTest[] =>
  facetNames
    .filter(name => facets[name].length > 0)
    .map(name => {
      const values = valuesOf(name, table)
      return { name, passes: row => values(row).some(value => facets[name].includes(value)) }
    })

const failedFacets = (row: Row | undefined, tests: readonly FacetTest[]): FacetName[] =>
  tests.flatMap(({ name, passes }) => (row !== undefined && passes(row) ? [] : [name]))

function countsOf(name: FacetName, matches: readonly Match[], { state, table }: Look): FacetCount[] {
  const counts = new Map<string, number>(state.facets[name].map(value => [value, 0]))
  const values = valuesOf(name, table)
  for (const { place } of matches) {
    const row = table.rows[place]
    if (row) for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const labels = labelsOf(name, table)
  return [...counts]
    .map(([value, count]) => ({
      value,
      label: labels.get(value) ?? sectionLabels[value] ?? capital(value),
      count,
      chosen: state.facets[name].includes(value),
    }))
    .sort((a, b) =>
      name === 'year' ? Number(b.value) - Number(a.value) : b.count - a.count || (a.label < b.label ? -1 : 1),
    )
}

/** What a kind is called: "Story". */
export const capital = (value: string): string => value.charAt(0).toUpperCase() + value.slice(1)

/** Sections that are called by another name than their value. */
const sectionLabels: Record<string, string> = { publications: 'Tools & Templates', contacts: 'Contact Details' }

const labelsOf = (name: FacetName, table: FacetTable): Map<string, string> =>
  new Map(name === 'publisher' || name === 'network' ? tabled(name, table).map(({ id, name }) => [id, name]) : [])

/** Relevance: by score, the newer of two equals first. Days: the better of two equals first. */
function sorted(matches: Match[], sort: Sort, table: FacetTable): Match[] {
  const day = ({ place }: Match) => table.rows[place]?.day ?? 0
  const byDay = (a: Match, b: Match) => (sort === 'oldest' ? day(a) - day(b) : day(b) - day(a))
  const byScore = (a: Match, b: Match) => b.score - a.score
  const [first, second] = sort === 'relevance' ? [byScore, byDay] : [byDay, byScore]
  return matches.sort((a, b) => first(a, b) || second(a, b) || a.place - b.place)
}
