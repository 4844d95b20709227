/**
 * An index in two parts, so that one week more does not make all of it anew: what updates of long ago told, which stays as
 * it is for years, and what the newest told, with all people and networks, whose records change from week to week.
 */
import { createHash } from 'node:crypto'
import { rememberedOf } from '../archive/remembered.ts'
import { kinds } from './facet-table.ts'
import type { IndexedRecord } from './pagefind-files.ts'
import type { SearchRecord } from './records.ts'

/** Where a part stands below the index's folder. The newest has the script that loads the others. */
export type PartFolder = '' | 'earlier/'

export type IndexPart = {
  folder: PartFolder
  /** How many records stand in the parts before it. */
  from: number
  records: SearchRecord[]
  /** Equal where everything that Pagefind is given is equal. */
  version: string
}

/** The earlier part ends at every such update, and is then made anew: every fifteen months or so. */
const period = 64
/** So many updates at least are not in it: what they told is still repeated, listed and corrected. */
const unsettled = 32

/** The first update of the newest part, of all in their order; null: they are too few for two parts. */
export function firstOfNewest(updates: readonly { number: number }[]): number | null {
  const earlier = Math.floor((updates.length - unsettled) / period) * period
  return earlier > 0 ? (updates[earlier]?.number ?? null) : null
}

/** The parts, each in the order of its index; empty ones are left out, but for the newest. `newest` is `firstOfNewest`. */
export function partsOf(records: readonly SearchRecord[], newest: number | null): IndexPart[] {
  const [earlier, recent]: SearchRecord[][] = [[], []]
  for (const record of inOrder(records)) (isSettled(record, newest) ? earlier : recent)?.push(record)
  const all = [
    { folder: 'earlier/', from: 0, records: earlier ?? [] },
    { folder: '', from: earlier?.length ?? 0, records: recent ?? [] },
  ] as const
  return all
    .filter(({ folder, records }) => folder === '' || records.length > 0)
    .map(part => ({ ...part, version: versionOf(part.from, part.records) }))
}

const isSettled = ({ kind, update }: SearchRecord, newest: number | null): boolean =>
  newest !== null && update < newest && (kind === 'story' || kind === 'publication')

/** By kind and day, because a table of neighbours that are alike is a small one. */
export const inOrder = (records: readonly SearchRecord[]): SearchRecord[] =>
  [...records].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      compared(a.date, b.date) ||
      a.update - b.update ||
      compared(a.address, b.address),
  )
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of what Pagefind indexes; the rest of a record stands in the table, which is written anew each time. */
export const hashOfIndexed = rememberedOf(({ address, title, text, names, also }: IndexedRecord): string =>
  createHash('sha256')
    .update(JSON.stringify([address, title, text, names, also]))
    .digest('base64url')
    .slice(0, 16),
)

function versionOf(from: number, records: readonly SearchRecord[]): string {
  const hash = createHash('sha256').update(`${from}\n`)
  for (const record of records) hash.update(hashOfIndexed(record))
  return hash.digest('base64url').slice(0, 16)
}
