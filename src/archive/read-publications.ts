/** All entries of all updates, resolved and grouped into works. */
import type { PublicationEntry, Update } from '../update/update.ts'
import type { Identities } from './identities.ts'
import { groupPublications, type Listing, type Work } from './publications.ts'

export type ReadPublications = {
  works: Work[]
  /** What an entry lists, and by whom it was published as resolved. */
  listingOf: ReadonlyMap<PublicationEntry, { work: string; listing: Listing }>
}

export function readPublications(updates: readonly Update[], who: Identities): ReadPublications {
  const listings = updates.flatMap(update =>
    update.sections.flatMap(section =>
      section.kind === 'publications' ? section.entries.map(entry => listed(update, entry, who)) : [],
    ),
  )
  const { works, workOf } = groupPublications(listings)
  const listingOf = new Map(listings.map((listing, at) => [listing.entry, { work: workOf[at] ?? '', listing }]))
  return { works, listingOf }
}

const listed = (update: Update, entry: PublicationEntry, who: Identities): Listing => ({
  update: update.number,
  year: Number(update.date.slice(0, 4)),
  entry,
  publishers: entry.publishers.map(who.publishers),
})
