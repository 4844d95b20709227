/** All entries of all updates, resolved and grouped into publications. */
import type { PublicationEntry, Update } from '../../update/update.ts'
import type { Mention } from '../archive.ts'
import type { Identities } from '../names/identities.ts'
import { type GroupedPublication, groupPublications, type Listing } from './group-publications.ts'

export type ReadPublications = {
  groups: GroupedPublication[]
  /** What an entry lists, and by whom it was published as resolved. */
  listingOf: ReadonlyMap<PublicationEntry, { publication: string; listing: Listing }>
}

export function readPublications(updates: readonly Update[], who: Identities): ReadPublications {
  const listings = updates.flatMap(update =>
    update.sections.flatMap(section =>
      section.kind === 'publications' ? section.entries.map(entry => listed(update, entry, who)) : [],
    ),
  )
  const { publications, idOfListing } = groupPublications(listings)
  const listingOf = new Map(
    listings.map((listing, at) => [listing.entry, { publication: idOfListing[at] ?? '', listing }]),
  )
  return { groups: publications, listingOf }
}

const listed = (update: Update, entry: PublicationEntry, who: Identities): Listing => ({
  update: update.number,
  year: Number(update.date.slice(0, 4)),
  entry,
  publishers: entry.publishers.flatMap(printed => publishersIn(printed, who)),
})

/** "Coram and Kinship" is two where nobody is known by the whole, and somebody by each part. */
function publishersIn(printed: string, who: Identities): Mention[] {
  const whole = who.publishers(printed)
  if (whole.via !== 'unverified') return [whole]
  const parts = printed.split(/\s*,\s*(?:and\s+)?|\s+(?:and|&|with)\s+/u).map(who.publishers)
  return parts.every(({ via }) => via !== 'unverified') ? parts : [whole]
}
