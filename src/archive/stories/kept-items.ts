/** What an update's items say, as plain data, kept between processes. */

import type { Item } from '../../update/update.ts'
import { zip } from '../../update/zip.ts'
import type { MentionsByKind } from '../names/naming.ts'
import { type StoryText, storyTextOf } from './group-appearances.ts'

/** What an item says, whatever names are known: its story's text and the publications it is about. */
export type ItemReading = { story: StoryText; publications: string[] }

export type KeptItems = {
  /** In the order of the update, as are `named`. */
  readings: KeptReading[]
  /** `Names.madeOf` when `named` was found. */
  names: string
  named: MentionsByKind[]
}
type KeptReading = Pick<StoryText, 'key' | 'edition' | 'passing'> & { shingles: string; publications: string[] }

/** By a hash of all that the items are read from. */
export type KeptItemsMemory = {
  get: (hash: string) => KeptItems | undefined
  set: (hash: string, kept: KeptItems) => unknown
}

export const keptReading = ({
  story: { key, edition, passing, shingles },
  publications,
}: ItemReading): KeptReading => ({
  key,
  edition,
  passing,
  shingles: Buffer.from(shingles.buffer, shingles.byteOffset, shingles.byteLength).toString('base64'),
  publications,
})

/** The items are those that it was read of. */
export const readingsFrom = (items: readonly Item[], { readings }: KeptItems): ItemReading[] =>
  zip(items, readings).map(([item, { key, edition, passing, shingles, publications }]) => {
    const bytes = Uint8Array.from(Buffer.from(shingles, 'base64'))
    return {
      story: storyTextOf(item, { key, edition, passing, shingles: new Uint32Array(bytes.buffer) }),
      publications,
    }
  })

export const nothingKept: KeptItemsMemory = { get: () => undefined, set: () => {} }
