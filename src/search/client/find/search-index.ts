/** What a search asks: the index, the vocabulary and the names. */
import type { NamedRecord } from '../../facet-table.ts'
import type { ShownText } from '../../texts.ts'
import type { Vocabulary } from '../query/terms.ts'

/** What Pagefind says about a record that it found. */
export type FoundRecord = {
  /** Its row in the table. */
  place: number
  score: number
  /** Positions in the text of the words found, from 0; in any order, with repeats. */
  words: number[]
}

/** The index. Every method rejects if it cannot be fetched. */
export type Index = {
  /** Records with all the words (or longer words that begin with them); in quotes, records with that phrase. */
  search(words: string): Promise<FoundRecord[]>
  all: FoundRecord[]
  /** undefined: the table has no such place. */
  text(place: number): Promise<ShownText | undefined>
  /** A word list by file name; "" where there is none. */
  wordList(name: string): Promise<string>
}

export type Hit = { found: FoundRecord; score: number }

/** The names of publishers and networks. */
export type NamedRecords = readonly NamedRecord[]
export type Sources = { index: Index; vocabulary: Vocabulary; names: NamedRecords }
