/** What all updates list, and what their stories say was published, resolved and grouped into publications. */
import { literal } from '../../update/markdown.ts'
import type { Item, PublicationEntry, ReportedPublication, Update } from '../../update/update.ts'
import type { Mention } from '../archive.ts'
import type { Identities } from '../names/identities.ts'
import { type GroupedPublication, groupPublications, type Listing } from './group-publications.ts'

/** One listing, and the id of the publication that it is of. */
export type ReadListing = { publication: string; listing: Listing }

export type ReadPublications = {
  groups: GroupedPublication[]
  /** What an entry lists, and by whom it was published as resolved. */
  listingOf: ReadonlyMap<PublicationEntry, ReadListing>
  /** What the sentences of a story say was published. */
  reportedIn: ReadonlyMap<Item, readonly ReadListing[]>
}

export function readPublications(updates: readonly Update[], identities: Identities): ReadPublications {
  const read = updates.flatMap(update => [...listedIn(update, identities), ...saidIn(update, identities)])
  const { publications, idOfListing } = groupPublications(read.map(({ listing }) => listing))
  const listingOf = new Map<PublicationEntry, ReadListing>()
  const reportedIn = new Map<Item, ReadListing[]>()
  for (const [at, { listing, item }] of read.entries()) {
    const found = { publication: idOfListing[at] ?? '', listing }
    if (item === null) listingOf.set(listing.entry, found)
    else reportedIn.set(item, [...(reportedIn.get(item) ?? []), found])
  }
  return { groups: publications, listingOf, reportedIn }
}

type PrintedListing = { listing: Listing; item: Item | null }

const listedIn = (update: Update, identities: Identities): PrintedListing[] =>
  update.sections.flatMap(section =>
    section.kind === 'publications'
      ? section.entries.map(entry => ({ listing: listingOf(update, { entry, from: 'list' }, identities), item: null }))
      : [],
  )

const saidIn = (update: Update, identities: Identities): PrintedListing[] =>
  update.sections.flatMap(section =>
    section.kind === 'updates' || section.kind === 'reminders'
      ? section.items.flatMap(item =>
          item.publications.map(reported => ({
            listing: listingOf(update, { entry: entryOf(reported), from: 'story' }, identities),
            item,
          })),
        )
      : [],
  )

const entryOf = ({ date, yearFrom, publishers, title, text }: ReportedPublication): PublicationEntry => ({
  date,
  yearFrom,
  publishers,
  title,
  text: literal(text),
})

const listingOf = (
  update: Update,
  { entry, from }: Pick<Listing, 'entry' | 'from'>,
  identities: Identities,
): Listing => ({
  update: update.number,
  year: Number(update.date.slice(0, 4)),
  entry,
  publishers: entry.publishers.flatMap(printed => publishersIn(printed, identities)),
  from,
})

/** "Coram and Kinship" is two publishers if there is no record of the whole name, and one of each part. */
function publishersIn(printed: string, identities: Identities): Mention[] {
  const whole = identities.publishers(printed)
  if (whole.via !== 'unverified') return [whole]
  const parts = printed.split(/\s*,\s*(?:and\s+)?|\s+(?:and|&|with)\s+/u).map(identities.publishers)
  return parts.every(({ via }) => via !== 'unverified') ? parts : [whole]
}
