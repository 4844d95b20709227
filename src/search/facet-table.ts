/**
 * What the search page filters, counts and sorts by, and the names and words that it knows: one small table for the whole
 * archive, fetched once. Pagefind's own filters miscount when several values of one facet are chosen, and cannot be
 * combined with phrases and exclusions. At 700 updates this table is also smaller, and twice as fast to build.
 *
 * The rows are in the order of the records in the index, whose ids are their places. The browser loads this file, so it
 * imports nothing.
 */
/** What the page knows about a record before it fetches the text. */
export type Row = {
  /** Place in `kinds`. */
  kind: number
  /** Days since 1 January 1970. */
  day: number
  update: number
  years: number[]
  /** Places in `sectionKinds` and in the table's lists. `mentions`: publishers that it names but that did not publish it. */
  sections: number[]
  publishers: number[]
  mentions: number[]
  networks: number[]
  topics: number[]
}
export const kinds = ['story', 'publication', 'person', 'network', 'topic', 'update'] as const

/** A publisher, network or topic: its name in facets, and all the names that a query may use. */
export type NamedRecord = { id: string; name: string; variants: string[] }

export type FacetTable = {
  publishers: NamedRecord[]
  networks: NamedRecord[]
  topics: NamedRecord[]
  /** Concepts: the token first, then the forms. */
  concepts: string[][]
  /** Words that are left out of a search ("the"). */
  silent: ReadonlySet<string>
  /** Words that are in too many records to narrow a search. */
  frequent: ReadonlySet<string>
  rows: Row[]
}

/** The table as published: columns, because they compress to less than half the size of rows. */
export type PackedTable = {
  /**
   * The hash of the index that the table belongs to. A table and an index from different builds do not match: the same
   * place is a different record.
   */
  hash: string
  publishers: string[][]
  networks: string[][]
  topics: string[][]
  concepts: string[][]
  /** Separated by spaces. */
  silent: string
  frequent: string
  /** One digit each: a place in `kinds`. */
  kind: string
  /** Differences from the value before. */
  day: number[]
  update: number[]
  /** Years other than the day's own. */
  years: (number[] | 0)[]
  /** One word each, one letter a value: "a" for the first in `sectionKinds`, `publishers`, `networks` or `topics`. */
  section: string
  publisher: string
  mention: string
  network: string
  topic: string
}

/** The hash of an index, from the first of Pagefind's files that a search fetches. */
export const hashIn = (entry: { languages: { en: { hash: string } } }): string => entry.languages.en.hash

export function packTable(table: FacetTable, hash: string): PackedTable {
  const { rows, silent, frequent, publishers, networks, topics, ...rest } = table
  return {
    ...rest,
    hash,
    silent: [...silent].join(' '),
    frequent: [...frequent].join(' '),
    publishers: publishers.map(packedName),
    networks: networks.map(packedName),
    topics: topics.map(packedName),
    kind: rows.map(row => row.kind).join(''),
    day: differences(rows.map(row => row.day)),
    update: differences(rows.map(row => row.update)),
    years: rows.map(row => orZero(row.years.filter(year => year !== yearOf(row.day)))),
    section: lettered(rows.map(row => row.sections)),
    publisher: lettered(rows.map(row => row.publishers)),
    mention: lettered(rows.map(row => row.mentions)),
    network: lettered(rows.map(row => row.networks)),
    topic: lettered(rows.map(row => row.topics)),
  }
}

export function unpackTable(table: PackedTable): FacetTable {
  const update = summed(table.update)
  const columns = [table.section, table.publisher, table.mention, table.network, table.topic]
  const [section, publisher, mention, network, topic] = columns.map(placesIn)
  return {
    publishers: table.publishers.map(unpackedName),
    networks: table.networks.map(unpackedName),
    topics: table.topics.map(unpackedName),
    concepts: table.concepts,
    silent: new Set(table.silent.split(' ')),
    frequent: new Set(table.frequent.split(' ')),
    rows: summed(table.day).map((day, place) => ({
      kind: Number(table.kind[place]),
      day,
      update: update[place] ?? 0,
      years: [yearOf(day), ...(table.years[place] || [])],
      sections: section?.[place] ?? [],
      publishers: publisher?.[place] ?? [],
      mentions: mention?.[place] ?? [],
      networks: network?.[place] ?? [],
      topics: topic?.[place] ?? [],
    })),
  }
}

const packedName = ({ id, name, variants }: NamedRecord): string[] => [id, name, ...variants]
const unpackedName = ([id = '', name = '', ...variants]: string[]): NamedRecord => ({ id, name, variants })

const differences = (values: readonly number[]): number[] =>
  values.map((value, place) => value - (values[place - 1] ?? 0))

/** Turns differences back into values. */
function summed(differences: readonly number[]): number[] {
  let value = 0
  return differences.map(difference => {
    value += difference
    return value
  })
}

const firstLetter = 97
const lettered = (places: readonly number[][]): string =>
  places.map(some => String.fromCharCode(...some.map(place => firstLetter + place))).join(' ')
const placesIn = (words: string): number[][] =>
  words.split(' ').map(word => Array.from(word, letter => letter.charCodeAt(0) - firstLetter))

const millisecondsOfDay = 86_400_000
export const dayNumber = (date: string): number => Date.parse(date) / millisecondsOfDay
export const dateOfDay = (day: number): Date => new Date(day * millisecondsOfDay)
export const yearOf = (day: number): number => dateOfDay(day).getUTCFullYear()

const orZero = <T>(values: T[]): T[] | 0 => (values.length === 0 ? 0 : values)
