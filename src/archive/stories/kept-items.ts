/** What an update's items say, as plain data, kept between processes. */
import type { Item } from '../../update/update.ts'
import type { MentionsByKind } from '../names/naming.ts'
import { type StoryText, storyTextOf } from './repeats.ts'

/** What an item says, whatever names are known: its story's text and the publications it is about. */
export type Told = { story: StoryText; publications: string[] }

export type KeptItems = {
  /** In the order of the update, as are `named`. */
  told: KeptTold[]
  /** `Names.madeOf` when `named` was found. */
  names: string
  named: MentionsByKind[]
}
type KeptTold = Pick<StoryText, 'key' | 'edition' | 'passing'> & { shingles: string; publications: string[] }

/** By a hash of all that the items are read from. */
export type KeptItemsMemory = {
  get: (hash: string) => KeptItems | undefined
  set: (hash: string, kept: KeptItems) => unknown
}

export const keptTold = ({ story: { key, edition, passing, shingles }, publications }: Told): KeptTold => ({
  key,
  edition,
  passing,
  shingles: Buffer.from(shingles.buffer, shingles.byteOffset, shingles.byteLength).toString('base64'),
  publications,
})

/** The items are those that it was read of. */
export const toldAgain = (items: readonly Item[], { told }: KeptItems): Told[] =>
  items.map((item, at) => {
    const { key, edition, passing, shingles, publications } = told[at] as KeptTold
    const bytes = Uint8Array.from(Buffer.from(shingles, 'base64'))
    return {
      story: storyTextOf(item, { key, edition, passing, shingles: new Uint32Array(bytes.buffer) }),
      publications,
    }
  })

export const nothingKept: KeptItemsMemory = { get: () => undefined, set: () => {} }
