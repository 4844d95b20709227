/** Queries that ask for one place rather than for words: an update by its number, a pasted web address, a date. */
import { type FacetTable, kinds, type Row } from '../../facet-table.ts'
import { addressWord, ownAddressKey, webAddressKey } from '../../web-address.ts'
import { dateIn, type FoundDate } from '../query/dates.ts'
import type { Query } from '../query/query.ts'
import type { Index } from './search-index.ts'

/** What the page says about a query that asks for a place. */
export type SearchNote =
  /** Nothing in the text can be searched for. */
  | { kind: 'nothing' }
  | { kind: 'no-update'; number: number }
  | { kind: 'address'; isFound: boolean }
  /** `rest`: the query without the date. `isFound`: whether the archive has anything from that time. */
  | { kind: 'date'; said: string; rest: string; isFound: boolean }

/** The update that a query names by its number, and its places in the table. */
export type UpdateAsked = { number: number; places: number[]; isAlone: boolean }

/**
 * "update 654", "no 654", "654", "latest update": the update's own record, then everything published in it. If the
 * archive does not have it, the two nearest updates. null: the query asks for something else.
 */
export function updateAsked(typed: string, { rows }: FacetTable): UpdateAsked | null {
  const text = typed.trim()
  const { word, asked } =
    /^(?:friday\s+)?(?<word>(?:update|newsletter|issue)\s*)?(?:no\.?\s*|number\s*|#)?(?<asked>\d{1,4})$/iu.exec(text)
      ?.groups ?? {}
  const isLatest =
    /^(?:the )?(?:latest|newest|last|current|(?:most )?recent)(?: friday)? (?:update|newsletter|issue)$/iu.test(text)
  const all = [...rows.entries()].filter(([, row]) => isKind(row, 'update')).sort(([, a], [, b]) => b.day - a.day)
  const number = isLatest ? all[0]?.[1].update : asked === undefined ? undefined : Number(asked)
  if (number === undefined) return null
  const itself = all.filter(([, row]) => row.update === number)
  if (itself.length === 0 && word === undefined) return null
  const near = [...all].sort(([, a], [, b]) => Math.abs(a.update - number) - Math.abs(b.update - number)).slice(0, 2)
  const within = [...rows.entries()].filter(([, row]) => row.update === number && isPrinted(row))
  const places = (itself.length === 0 ? near : [...itself, ...within]).map(([place]) => place)
  return { number, places, isAlone: word !== undefined || isLatest }
}

/** The records that a pasted web address leads to; null: the text is not an address. */
export async function addressAsked(typed: string, index: Index): Promise<number[] | null> {
  const text = typed.trim()
  const keys = [webAddressKey(text), ownAddressKey(text)].filter(key => key !== null)
  if (/\s/u.test(text) || !/^(?:https?:\/\/|www\.|\/)/iu.test(text) || keys.length === 0) return null
  const found = await Promise.all(keys.map(key => index.search(`"${addressWord(key)}"`)))
  return [...new Set(found.flat().map(({ place }) => place))]
}

/** The words at the end of an address that leads to no record: "…/keeping-children-safe-in-education--2". */
export const wordsOfAddress = (typed: string): string =>
  (/[^/?#]+(?=\/?(?:\?.*)?$)/u.exec(typed.replace(/^https?:\/\/[^/]*/iu, ''))?.[0] ?? '').replace(/[-_.]+|\d+$/gu, ' ')

/** The date in a query's words. A long query is more likely a title that has a date in it. */
export function dateAsked({ words }: Query): FoundDate | null {
  const date = dateIn(words.join(' '))
  return date !== null && date.rest.split(' ').length <= mostBeside ? date : null
}
const mostBeside = 5

/**
 * The found records from that time. For a day without an update, the update of that week counts: people remember the day
 * they read it.
 */
export function ofTime(found: ReadonlySet<number>, date: FoundDate, { rows }: FacetTable): number[] {
  const update = date.isDay ? date.from : null
  const places = [...found].filter(place => {
    const row = rows[place]
    if (row === undefined || !(isPrinted(row) || isKind(row, 'update'))) return false
    const isWithin = date.from <= row.day && row.day <= date.to
    return isWithin || (update !== null && isKind(row, 'update') && update < row.day && row.day < update + 7)
  })
  return places
}

/** Puts updates first, oldest first, before everything else. */
export const updatesFirst = (places: readonly number[], { rows }: FacetTable): number[] => {
  const updates = places.filter(place => isKind(rows[place], 'update'))
  return [
    ...updates.sort((a, b) => (rows[a]?.day ?? 0) - (rows[b]?.day ?? 0)),
    ...places.filter(place => !updates.includes(place)),
  ]
}

const isKind = (row: Row | undefined, kind: (typeof kinds)[number]): boolean => kinds[row?.kind ?? -1] === kind
const isPrinted = (row: Row): boolean => isKind(row, 'story') || isKind(row, 'publication')
