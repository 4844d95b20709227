/** One record of the search: what it finds, shows and filters by. */
import type { IsoDate, SectionKind } from '../../update/update.ts'

export type RecordKind = 'story' | 'publication' | 'person' | 'network' | 'topic' | 'update'

export type SearchRecord = {
  kind: RecordKind
  /** Site-relative, unique: "/updates/654/#the-impact-of-school-absence-on-lifetime-earnings". */
  address: string
  /** As the site shows it; a supplied title is in square brackets. */
  title: string
  /** The printed words as plain text, one line a block. */
  text: string
  /** Shown instead of the text if none of its words were searched for; not searched itself. "": none. */
  summary: string
  /** Other names for the title: a person's or network's variants, "ehcp" if the title has "EHC plan". */
  names: string
  /** Words that find the record but are not in its text: "ehcp" for "EHC plan", the update's number, the year. */
  also: string
  /** The web addresses that find it, as words (`addressWord`). */
  addresses: string
  /** The day of the appearance that it links to, of publication, or of the last mention. Used for sorting. */
  date: IsoDate
  /** The update that the hit names: of the appearance that it links to, of the first listing, or of the last mention. */
  update: number
  /** The year of `date`, and the years of other appearances; ascending. */
  years: number[]
  sections: SectionKind[]
  /** Ids. `mentions`: publishers that it names but that did not publish it. */
  publishers: string[]
  mentions: string[]
  networks: string[]
  topics: string[]
}
