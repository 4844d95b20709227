/**
 * Filters, counts and sorts what the words found. Several values in one facet widen the search, several facets narrow it.
 * The number beside a value says how many hits choosing it would give, with every other facet as it is.
 */
import { sectionKinds } from '../../../update/update.ts'
import { dateOfDay, type FacetTable, kinds, type NamedRecord, type Row } from '../../facet-table.ts'
import type { FacetName, SearchState, Sort } from './address.ts'
import { eachFacet, facetNames } from './address.ts'
import type { DayRange } from './dates.ts'
import { placesNamed } from './names.ts'
import { type Limit, type NameField, type Query, yearsOf } from './query.ts'

/** A record that the words found: its place in the table and how well it fits (higher is better). */
export type Match = { place: number; score: number }
export type FacetCount = { value: string; label: string; count: number; chosen: boolean }
export type Selection = { state: SearchState; table: FacetTable }
/** A name that the field does not have, and the names it does have; empty if that would be a long list. */
export type UnknownName = { field: NameField; name: string; values: string[] }
export type Refined = {
  matches: Match[]
  counts: Record<FacetName, FacetCount[]>
  unknownNames: UnknownName[]
}

export function refine(found: readonly Match[], query: Query, { state, table }: Selection): Refined {
  const limits = query.limits.map(limit => resolve(limit, table))
  const within = found.filter(({ place }) => {
    const row = table.rows[place]
    return row !== undefined && allows(limits, row)
  })
  const tests = facetTests(state, table)
  const failures = within.map(({ place }) => failedFacets(table.rows[place], tests))
  const matches = within.filter((_, index) => failures[index]?.length === 0)
  const counts = eachFacet(name => {
    // A facet's own choice does not narrow its own counts: hits that fail only this facet still count.
    const counted = within.filter((_, index) => failures[index]?.every(failed => failed === name))
    return countsOf(name, counted, { state, table })
  })
  const unknownNames = limits.flatMap(({ unknown }) => unknown ?? [])
  return { matches: sorted(matches, state.sort, table), counts, unknownNames }
}

/** A limit with its name resolved to a test. */
type ResolvedLimit = { limit: Limit; passes: (row: Row) => boolean; unknown: UnknownName | null }

function resolve(limit: Limit, table: FacetTable): ResolvedLimit {
  if (!('name' in limit)) return { limit, passes: timeTest(limit), unknown: null }
  const { field, name } = limit
  const list = listOf(field, table)
  const places = new Set(list === null ? startingWith(name, wordsFor(field)) : placesNamed(name, list))
  const values = list === null ? wordsFor(field).map(capital) : list.length > mostNamed ? [] : list.map(one => one.name)
  return {
    limit,
    passes: row => placesOf(field, row).some(place => places.has(place)),
    unknown: places.size === 0 ? { field, name, values } : null,
  }
}
/** A longer list of possible names is no help. */
const mostNamed = 40

function timeTest(limit: Exclude<Limit, { name: string }>): ResolvedLimit['passes'] {
  if (limit.field === 'year') {
    const { from, to } = yearsOf(limit)
    return row => row.years.some(year => (from ?? year) <= year && year <= (to ?? year))
  }
  return row => (limit.field !== 'month' || isDated(row)) && isWithin(row.day, limit)
}

const isWithin = (day: number, { from, to }: DayRange): boolean => (from ?? day) <= day && day <= (to ?? day)

/** A person, network or topic has the day of its latest mention, so it belongs to no month. */
const isDated = ({ kind }: Row): boolean => ['story', 'publication', 'update'].includes(kinds[kind] ?? '')

const wordsFor = (field: NameField): readonly string[] => (field === 'kind' ? kinds : sectionKinds)

function listOf(field: NameField | FacetName, table: FacetTable): NamedRecord[] | null {
  if (field === 'publisher' || field === 'mentions' || field === 'mention') return table.publishers
  return field === 'network' ? table.networks : field === 'topic' ? table.topics : null
}

/** "stories" means "story"; "pub" means "publication". */
const startingWith = (said: string, all: readonly string[]): number[] => {
  const stem = said.toLowerCase().replace(/(?:ies|y|s)$/u, '')
  return stem === '' ? [] : all.flatMap((value, place) => (value.startsWith(stem) ? [place] : []))
}

function placesOf(field: NameField | FacetName, row: Row): readonly number[] {
  if (field === 'publisher') return row.publishers
  if (field === 'mentions' || field === 'mention') return row.mentions
  if (field === 'network') return row.networks
  if (field === 'topic') return row.topics
  return field === 'kind' ? [row.kind] : row.sections
}

/** A row must pass one limit of each field, and none of those with a minus. */
function allows(limits: readonly ResolvedLimit[], row: Row): boolean {
  const fields = new Set(limits.filter(({ limit }) => !limit.not).map(({ limit }) => limit.field))
  return (
    [...fields].every(field =>
      limits.some(({ limit, passes }) => limit.field === field && !limit.not && passes(row)),
    ) && !limits.some(({ limit, passes }) => limit.not && passes(row))
  )
}

/** Reads a row's values of a facet, as they are in the address. */
function valuesOf(name: FacetName, table: FacetTable): (row: Row) => string[] {
  if (name === 'year') return row => row.years.map(String)
  if (name === 'month') return row => (isDated(row) ? [dateOfDay(row.day).toISOString().slice(0, 7)] : [])
  const all = listOf(name, table)?.map(({ id }) => id) ?? (name === 'kind' ? kinds : sectionKinds)
  return row => placesOf(name, row).map(place => all[place] ?? '')
}

type FacetTest = { name: FacetName; passes: (row: Row) => boolean }

const facetTests = ({ facets }: SearchState, table: FacetTable): FacetTest[] =>
  facetNames
    .filter(name => facets[name].length > 0)
    .map(name => {
      const values = valuesOf(name, table)
      return { name, passes: row => values(row).some(value => facets[name].includes(value)) }
    })

const failedFacets = (row: Row | undefined, tests: readonly FacetTest[]): FacetName[] =>
  row === undefined ? [] : tests.filter(({ passes }) => !passes(row)).map(({ name }) => name)

function countsOf(name: FacetName, matches: readonly Match[], { state, table }: Selection): FacetCount[] {
  const counts = new Map<string, number>(state.facets[name].map(value => [value, 0]))
  const values = valuesOf(name, table)
  for (const { place } of matches) {
    const row = table.rows[place]
    if (row) for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const labels = new Map(listOf(name, table)?.map(({ id, name }) => [id, name]))
  const isTime = name === 'year' || name === 'month'
  return [...counts]
    .map(([value, count]) => ({
      value,
      label: labels.get(value) ?? (name === 'month' ? monthLabel(value) : (sectionLabels[value] ?? capital(value))),
      count,
      chosen: state.facets[name].includes(value),
    }))
    .sort((a, b) => (isTime ? (a.value < b.value ? 1 : -1) : b.count - a.count || (a.label < b.label ? -1 : 1)))
}

/** "story" → "Story". */
export const capital = (value: string): string => value.charAt(0).toUpperCase() + value.slice(1)

/** "2025-03" → "March 2025". A value that is not a month, from an edited address, stays as it is. */
const monthLabel = (value: string): string =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(value) ? monthFormat.format(new Date(value)) : value
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Labels of sections that differ from their value. */
const sectionLabels: Record<string, string> = { publications: 'Tools & Templates', contacts: 'Contact Details' }

/** By relevance, the later of two equals comes first; by day, the better match. */
function sorted(matches: Match[], sort: Sort, table: FacetTable): Match[] {
  const day = ({ place }: Match) => table.rows[place]?.day ?? 0
  const byDay = (a: Match, b: Match) => (sort === 'oldest' ? day(a) - day(b) : day(b) - day(a))
  const byScore = (a: Match, b: Match) => b.score - a.score
  const [first, second] = sort === 'relevance' ? [byScore, byDay] : [byDay, byScore]
  return matches.sort((a, b) => first(a, b) || second(a, b) || a.place - b.place)
}
