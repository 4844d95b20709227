/**
 * One archive out of many updates. A pure function: the same updates in whatever order give the same archive, and a later
 * update changes no id that was there. Its cost grows with the number of updates, not with its square.
 */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Update } from '../update/update.ts'
import type { Archive, Site } from './archive.ts'
import { archivedUpdates } from './archived-updates.ts'
import type { Authorities } from './content/authorities.ts'
import type { PublicationAuthority } from './content/publication-authorities.ts'
import { gate } from './gate/gate.ts'
import { readMeetings } from './meetings/group-meetings.ts'
import { firstLine, type PlaceOf, reportUnverified } from './names/identities.ts'
import { namesOf } from './names/naming.ts'
import { oldPostPaths, withOldPosts } from './old-posts.ts'
import { readPublications } from './publications/read-publications.ts'
import { recordsOf } from './records/records.ts'
import { giveSourceAddresses } from './records/source-addresses.ts'
import { readStories } from './stories/group-stories.ts'
import { type KeptItemsMemory, nothingKept } from './stories/kept-items.ts'
import { topicFinder } from './topics/topic-finder.ts'

export type ArchiveSources = {
  /** In any order. Of two with one number the first counts; `readContent` reports the other. */
  updates: readonly Update[]
  authorities: Authorities
  site: Site
  /** What publications.yaml says. */
  publications?: readonly PublicationAuthority[]
  /** Where a name is in an update's file, for messages. */
  placeOf?: PlaceOf
}

/**
 * Never fails. Reports each name that no authority record knows, once, and what is wrong with the publications' addresses.
 * `kept`: what earlier builds have read of the items; it makes no difference to the archive.
 */
export function buildArchive(
  sources: ArchiveSources,
  kept: KeptItemsMemory = nothingKept,
): { archive: Archive; diagnostics: Diagnostic[] } {
  const { authorities, site, placeOf = firstLine } = sources
  const printed = inOrder(sources.updates)
  const gated = gate(printed, authorities, site)
  const { updates } = gated
  const names = namesOf(authorities, contactNames(updates))
  const { identities, naming } = names
  const publications = readPublications(updates, identities)
  const topicsOf = topicFinder(authorities.topics)
  const stories = readStories(updates, { publications, names, topicsOf }, kept)
  const meetings = readMeetings({ gated, printed }, identities)
  const archived = archivedUpdates(updates, { identities, publications, stories, meetings })
  const records = recordsOf({
    archived,
    authorities,
    identities,
    gated,
    naming,
    publications,
    stories,
    meetings,
    topicsOf,
  })
  const sourceFaults = giveSourceAddresses(records.lists.publications, {
    archived,
    authorities: (sources.publications ?? []).map(one => ({ ...one, note: one.note && gated.clean.plain(one.note) })),
    placeOf,
  })
  const archive = {
    site: withOldPosts(site, updates),
    asOf: updates.at(-1)?.date ?? '',
    updates: archived,
    ...records.lists,
    formerAddresses: [...oldPostPaths(updates), ...records.lists.formerAddresses],
  }
  const namesLeft = gated.doubts.map(({ update, found }) =>
    diagnose('withheld-name-left', placeOf(update, found), { found }),
  )
  const unverified = reportUnverified(records.unverified, { authorities, placeOf })
  return { archive, diagnostics: [...unverified, ...sourceFaults, ...namesLeft] }
}

function inOrder(updates: readonly Update[]): Update[] {
  const byNumber = new Map<number, Update>()
  for (const update of updates) if (!byNumber.has(update.number)) byNumber.set(update.number, update)
  return [...byNumber.values()].sort((a, b) => a.number - b.number)
}

const contactNames = (updates: readonly Update[]): string[] =>
  updates.flatMap(({ sections }) =>
    sections.flatMap(section => {
      if ('items' in section) return section.items.flatMap(item => item.contacts.map(entry => entry.name))
      return section.kind === 'contacts' ? section.entries.map(entry => entry.name) : []
    }),
  )
