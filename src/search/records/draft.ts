/** A search record before contact details are removed and concepts are added. */
import type { Archive, Network, Publication, Publisher, Topic } from '../../archive/archive.ts'
import { dateOfUpdate } from '../../publish/find-in-archive.ts'
import { plain } from '../../update/markdown.ts'
import type { IsoDate, Markdown } from '../../update/update.ts'
import { withoutContactDetails } from '../contact-details.ts'
import type { SearchRecord } from './search-record.ts'

export type RecordDraft = Omit<SearchRecord, 'also' | 'names' | 'addresses'> & {
  names: string[]
  also: string[]
  /** Web addresses, and addresses on this site, that find the record when pasted into the search box. */
  addresses: string[]
}

export const clean = (text: string): string => inOneLine(withoutContactDetails(text))

/** Each run of white space becomes one space. Single spaces do not match: that takes a third of the time. */
const inOneLine = (text: string): string => text.replace(/\s{2,}|[^\S ]/gu, ' ').trim()

/** Paragraphs and list entries, each on one line, so that phrases are found across line breaks in the text. */
export const textBlocks = (markdown: Markdown): string[] =>
  markdown
    .split(/\n\s*\n|\n(?=\s*(?:[-*+•]|\d{1,3}[.)])\s)/u)
    .map(block => inOneLine(plain(block)))
    .filter(block => block !== '')

/** Each wording of the listing once: a publication is listed for weeks, mostly in the same words. */
export const listingWords = (publication: Publication): string[] =>
  unique(unique(publication.listings.map(listing => listing.text)).map(text => textBlocks(text).join('\n')))

export const publisherIds = ({ publishers }: Publication): string[] => unique(publishers.map(({ id }) => id))

/** The date of an update, or of the latest if the archive does not have that one. */
export const dayOfUpdate = (update: number, archive: Archive): IsoDate => dateOfUpdate(archive, update) ?? archive.asOf

export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

export const years = (dates: readonly IsoDate[]): number[] =>
  unique(dates.map(date => Number(date.slice(0, 4)))).sort((a, b) => a - b)

/** All names of a publisher, network or topic, the preferred one first. A topic has only one: its forms are too many. */
export const namesOfRecord = (record: Publisher | Network | Topic): string[] => {
  const full = 'fullName' in record ? [record.shortName, record.fullName] : []
  const variants = 'variants' in record ? record.variants : []
  return unique([record.name, ...full.filter(name => name !== null), ...variants])
}
