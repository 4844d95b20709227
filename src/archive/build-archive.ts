/**
 * One archive out of many updates. A pure function: the same updates in whatever order give the same archive, and a later
 * update changes no id that was there. Its cost grows with the number of updates, not with its square.
 */
import { complain, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Update } from '../update/update.ts'
import type { Archive, ArchivedUpdate, Site } from './archive.ts'
import { archivedUpdates } from './archived-updates.ts'
import type { Authorities, TopicAuthority } from './content/authorities.ts'
import type { PublicationAuthority } from './content/publication-authorities.ts'
import { type Gated, gate } from './gate/gate.ts'
import { readMeetings } from './meetings/group-meetings.ts'
import { firstLine, type PlaceOf, reportUnverified } from './names/identities.ts'
import { type Names, namesOf } from './names/naming.ts'
import { oldPostPaths, withOldPosts } from './old-posts.ts'
import { readPublications } from './publications/read-publications.ts'
import { recordsOf } from './records/records.ts'
import { giveSourceAddresses } from './records/source-addresses.ts'
import { sameValue } from './same-value.ts'
import { readStories, type StoryMemory } from './stories/group-stories.ts'
import { type KeptItemsMemory, nothingKept } from './stories/kept-items.ts'
import { type TopicFinder, topicFinder } from './topics/topic-finder.ts'

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
 * Never fails. Reports each name that no authority record knows, once, and what is wrong with the publications' addresses. `memory`: of an earlier build in this process,
 * whose cost then is that of the change; it makes no difference to the archive.
 */
export function buildArchive(
  sources: ArchiveSources,
  memory: ArchiveMemory = archiveMemory(),
): { archive: Archive; diagnostics: Diagnostic[] } {
  const { authorities, site, placeOf = firstLine } = sources
  const printed = inOrder(sources.updates)
  const gated = asBefore(memory, gate(printed, authorities, site))
  const { updates } = gated
  const names = namesKnownTo(memory, authorities, contactNames(updates))
  const { identities, naming } = names
  const publications = readPublications(updates, identities)
  const topicsOf = topicFinderFor(memory, authorities.topics)
  const stories = readStories(updates, { publications, names, topicsOf }, memory.stories)
  const meetings = readMeetings({ gated, printed }, identities)
  const archived = sameAs(memory.archived, archivedUpdates(updates, { identities, publications, stories, meetings }))
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
    complain('withheld-name-left', placeOf(update, found), { found }),
  )
  const unverified = reportUnverified(records.unverified, { authorities, placeOf })
  return { archive, diagnostics: [...unverified, ...sourceFaults, ...namesLeft] }
}

/** What one build leaves for the next. Each thing is kept with all that it was made of. */
export type ArchiveMemory = {
  names: Names | null
  topics: { authorities: readonly TopicAuthority[]; topicsOf: TopicFinder } | null
  stories: StoryMemory
  /** Past the gate, by number. */
  gated: Map<number, Update>
  archived: Map<number, ArchivedUpdate>
}

/** `kept`: what earlier processes have read. */
export const archiveMemory = (kept: KeptItemsMemory = nothingKept): ArchiveMemory => ({
  names: null,
  topics: null,
  stories: { read: new WeakMap(), kept },
  gated: new Map(),
  archived: new Map(),
})

function namesKnownTo(memory: ArchiveMemory, authorities: Authorities, contacts: readonly string[]): Names {
  const names = namesOf(authorities, contacts, memory.names)
  memory.names = names
  return names
}

function topicFinderFor(memory: ArchiveMemory, authorities: readonly TopicAuthority[]): TopicFinder {
  if (memory.topics?.authorities !== authorities) memory.topics = { authorities, topicsOf: topicFinder(authorities) }
  return memory.topics.topicsOf
}

const asBefore = (memory: ArchiveMemory, gated: Gated): Gated => ({
  ...gated,
  updates: sameAs(memory.gated, gated.updates),
})

/** An update that says what it said before is the same object: whatever was made of it holds. */
function sameAs<Numbered extends { number: number }>(known: Map<number, Numbered>, updates: Numbered[]): Numbered[] {
  const same = updates.map(update => {
    const before = known.get(update.number)
    return before !== undefined && sameValue(before, update) ? before : update
  })
  known.clear()
  for (const update of same) known.set(update.number, update)
  return same
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
