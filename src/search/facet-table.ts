/**
 * What the search page filters, counts and sorts by: one small table for the whole archive, fetched once. Pagefind's
 * own filters are not used: they count wrong where several values of one facet are chosen and cannot be combined with
 * phrases and exclusions; and at 700 updates this table is smaller than they are, and twice as fast to build.
 *
 * The rows stand in the order of the records in Pagefind's index, which the page gets from Pagefind without asking for
 * more. This file is plain code: the browser loads its reading half.
 */

/** One record as the page knows it before its text is fetched. */
export type Row = {
  /** Place in `kinds`. */
  kind: number
  /** Days since 1 January 1970. */
  day: number
  update: number
  years: number[]
  /** Places in `sections`, in `FacetTable.publishers` and in `FacetTable.networks`. */
  sections: number[]
  publishers: number[]
  networks: number[]
}
export const kinds = ['story', 'publication', 'person', 'network'] as const
export const sections = ['notices', 'updates', 'reminders', 'publications', 'contacts'] as const

/** A publisher or network: what facets show, and all the names that a query may use for it. */
export type Named = { id: string; name: string; variants: string[] }

export type FacetTable = {
  publishers: Named[]
  networks: Named[]
  /** Several ways to say one thing, for the query: the token first, then the forms. */
  concepts: string[][]
  rows: Row[]
  /** Places of rows whose record has changed or gone: only while somebody edits. */
  stale: number[]
}

/** As published: columns, because they compress to less than half of what rows do. */
export type PackedTable = {
  /**
   * The first and last id in the order of the index, and their number: a table and an index of two builds do not go
   * together. One for the index, and one for the change beside it where there is one.
   */
  ends: string[][]
  stale: number[]
  publishers: string[][]
  networks: string[][]
  concepts: string[][]
  /** Numbers and days of the updates, ascending, each less the one before. */
  updates: [number, number][]
  /** A digit each: a place in `kinds`. */
  kind: string
  /** Each less the one before. */
  day: number[]
  /** How many updates later than the first one on or after its day: 0 for what is sorted by the day of its telling. */
  lag: (number | 0)[]
  /** Bits, by place in `sections`. */
  section: number[]
  /** Years other than that of the day. */
  years: (number[] | 0)[]
  publisher: (number | number[])[]
  network: (number | number[])[]
}

/** Tells one index's ids from another's. */
export const endsOf = (ids: readonly string[]): string[] => [ids[0] ?? '', ids.at(-1) ?? '', String(ids.length)]

type Packing = { ends: string[][]; updates: [number, number][] }

export function packTable(table: FacetTable, { ends, updates }: Packing): PackedTable {
  const { publishers, networks, concepts, rows, stale } = table
  const places = new Map(updates.map(([number], place) => [number, place]))
  return {
    ends,
    stale,
    publishers: publishers.map(({ id, name, variants }) => [id, name, ...variants]),
    networks: networks.map(({ id, name, variants }) => [id, name, ...variants]),
    concepts,
    updates: updates.map(([number, day], place) => [
      number - (updates[place - 1]?.[0] ?? 0),
      day - (updates[place - 1]?.[1] ?? 0),
    ]),
    kind: rows.map(row => row.kind).join(''),
    day: rows.map((row, place) => row.day - (rows[place - 1]?.day ?? 0)),
    lag: rows.map(row => (places.get(row.update) ?? 0) - firstAt(updates, row.day)),
    section: rows.map(row => row.sections.reduce((bits, section) => bits | (1 << section), 0)),
    years: rows.map(row => orZero(row.years.filter(year => year !== yearOf(row.day)))),
    publisher: rows.map(row => packed(row.publishers)),
    network: rows.map(row => packed(row.networks)),
  }
}

export function unpackTable(table: PackedTable): FacetTable {
  const named = ([id = '', name = '', ...variants]: string[]): Named => ({ id, name, variants })
  const days = summed(table.day)
  const updateDays = summed(table.updates.map(([, day]) => day))
  const updates = summed(table.updates.map(([number]) => number)).map((number, place): [number, number] => [
    number,
    updateDays[place] ?? 0,
  ])
  return {
    publishers: table.publishers.map(named),
    networks: table.networks.map(named),
    concepts: table.concepts,
    stale: table.stale,
    rows: days.map((day, place) => ({
      kind: Number(table.kind[place]),
      day,
      update: updates[firstAt(updates, day) + (table.lag[place] ?? 0)]?.[0] ?? 0,
      years: [yearOf(day), ...(table.years[place] || [])],
      sections: sections.flatMap((_, section) => ((table.section[place] ?? 0) & (1 << section) ? [section] : [])),
      publishers: unpacked(table.publisher[place]),
      networks: unpacked(table.network[place]),
    })),
  }
}

/** Differences back to values. */
function summed(differences: readonly number[]): number[] {
  let value = 0
  return differences.map(difference => {
    value += difference
    return value
  })
}

const millisecondsOfDay = 86_400_000
export const dayOf = (date: string): number => Date.parse(date) / millisecondsOfDay
export const dateOf = (day: number): Date => new Date(day * millisecondsOfDay)
export const yearOf = (day: number): number => dateOf(day).getUTCFullYear()

/** The place of the first update on or after the day; the last place where there is none. Binary search. */
function firstAt(updates: readonly [number, number][], day: number): number {
  let low = 0
  let high = updates.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((updates[middle]?.[1] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

const orZero = <T>(values: T[]): T[] | 0 => (values.length === 0 ? 0 : values)
/** Most records have one publisher or none: -1 none, a place, or several places. */
const packed = (places: number[]): number | number[] => (places.length > 1 ? places : (places[0] ?? -1))
const unpacked = (places: number | number[] | undefined): number[] =>
  Array.isArray(places) ? places : places === undefined || places < 0 ? [] : [places]
