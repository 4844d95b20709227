/** What a search record is made of, before contact details are taken out and its concepts are added. */
import type { Archive, ArchivedItem, Publication } from '../../archive/archive.ts'
import { plain } from '../../update/markdown.ts'
import type { IsoDate, Markdown } from '../../update/update.ts'
import { withoutContactDetails } from '../contact-details.ts'
import type { SearchRecord } from './records.ts'

export type Draft = Omit<SearchRecord, 'also' | 'names' | 'addresses'> & {
  names: string[]
  also: string[]
  /** Web addresses, and addresses of this site, that lead to the record when somebody pastes them. */
  addresses: string[]
}

/** What the drafts look up. */
export type ArchiveLookup = {
  archive: Archive
  dates: ReadonlyMap<number, IsoDate>
  /** By site-relative address. */
  items: ReadonlyMap<string, ArchivedItem>
}

export const clean = (text: string): string => inOneLine(withoutContactDetails(text))

/** Every run of white space is one blank. A single blank, which nearly all are, is no match: that is a third of the time. */
const inOneLine = (text: string): string => text.replace(/\s{2,}|[^\S ]/gu, ' ').trim()

/** Paragraphs and list entries, each on one line however the print was wrapped: no phrase ends at the edge of a page. */
export const blocksOf = (markdown: Markdown): string[] =>
  markdown
    .split(/\n\s*\n|\n(?=\s*(?:[-*+•]|\d{1,3}[.)])\s)/u)
    .map(block => inOneLine(plain(block)))
    .filter(block => block !== '')

/** A publication is listed for weeks, mostly in the same words. */
export const listingWords = (publication: Publication): string[] =>
  unique(unique(publication.listings.map(listing => listing.text)).map(text => blocksOf(text).join('\n')))

export const publisherIds = ({ publishers }: Publication): string[] => unique(publishers.map(({ id }) => id))

export const dateOf = (update: number, lookup: ArchiveLookup): IsoDate =>
  lookup.dates.get(update) ?? lookup.archive.asOf

export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

export const years = (dates: readonly IsoDate[]): number[] =>
  unique(dates.map(date => Number(date.slice(0, 4)))).sort((a, b) => a - b)
