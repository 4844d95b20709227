/** The updates as pages show them: what was printed, linked to the records that it means. */
import {
  type ContactEntry,
  type Item,
  type PublicationEntry,
  partLabel,
  precisionOf,
  type Section,
  type Update,
} from '../update/update.ts'
import type { ArchivedContact, ArchivedItem, ArchivedPublication, ArchivedSection, ArchivedUpdate } from './archive.ts'
import { nameMark } from './gate/secrets.ts'
import { addTo } from './lists-by-key.ts'
import type { ReadMeetings } from './meetings/group-meetings.ts'
import type { Identities } from './names/identities.ts'
import type { ReadPublications } from './publications/read-publications.ts'
import { entryLink } from './publications/source-links.ts'
import type { ReadStories } from './stories/group-stories.ts'

type LinkSources = {
  identities: Identities
  publications: ReadPublications
  stories: ReadStories
  meetings: ReadMeetings
}

/** Parallel to `updates`. */
export function archivedUpdates(updates: readonly Update[], sources: LinkSources): ArchivedUpdate[] {
  return updates.map((update, at) => {
    const { number, date, heading, sections, foot } = update
    const previous = updates[at - 1]?.number ?? null
    const next = updates[at + 1]?.number ?? null
    const tellers = tellersIn(update, sources)
    const archived = sections.map(section => archivedSection(section, { number, sources, tellers }))
    return { number, date, heading, previous, next, sections: archived, foot }
  })
}

/** Publication → items of this update that are about it. */
function tellersIn(update: Update, { stories }: LinkSources): Map<string, string[]> {
  const tellers = new Map<string, string[]>()
  for (const section of update.sections)
    if (section.kind === 'updates' || section.kind === 'reminders')
      for (const item of section.items)
        for (const id of stories.itemOf.get(item)?.publications ?? []) addTo(tellers, id, item.id)
  return tellers
}

type Context = { number: number; sources: LinkSources; tellers: ReadonlyMap<string, string[]> }

function archivedSection(section: Section, context: Context): ArchivedSection {
  const { kind, heading } = section
  switch (kind) {
    case 'notices':
      return { kind, heading, lead: section.lead, text: section.text }
    case 'updates':
    case 'reminders':
      return { kind, heading, items: section.items.map(item => archivedItem(item, context)) }
    case 'publications':
      return { kind, heading, entries: section.entries.map(entry => archivedPublication(entry, context)) }
    case 'contacts':
      return {
        kind,
        heading,
        entries: section.entries.map(entry => archivedContact(entry, context.sources.identities)),
      }
    default:
      return section satisfies never
  }
}

function archivedItem(item: Item, { number, sources }: Context): ArchivedItem {
  const read = sources.stories.itemOf.get(item)
  const appearances = read?.story.appearances ?? []
  return {
    id: item.id,
    kicker: item.kicker,
    title: item.title,
    ...(item.links === undefined ? {} : { links: item.links }),
    titleSource: item.titleSource,
    kind: item.kind,
    parts: item.parts.map(part => ({ heading: part.heading, label: partLabel(part), text: part.text })),
    meetings: item.meetings.flatMap(meeting => sources.meetings.archivedOf.get(meeting) ?? []),
    deadlines: item.deadlines,
    contacts: item.contacts.map(entry => archivedContact(entry, sources.identities)),
    story: read?.story.id ?? '',
    firstIn: appearances[0]?.update ?? number,
    repeats: appearances.map(({ update }) => update).filter(update => update !== number),
    publications: read?.publications ?? [],
    topics: read?.story.topics ?? [],
    networks: read?.named.networks ?? [],
    people: read?.named.people ?? [],
    publishers: read?.named.publishers ?? [],
  }
}

function archivedPublication(entry: PublicationEntry, { sources, tellers }: Context): ArchivedPublication {
  const grouped = sources.publications.listingOf.get(entry)
  const publication = grouped?.publication ?? ''
  return {
    publication,
    date: entry.date,
    precision: precisionOf(entry.date),
    yearFrom: entry.yearFrom,
    publishers: grouped?.listing.publishers ?? [],
    title: entry.title,
    text: entry.text,
    link: entryLink(entry),
    items: tellers.get(publication) ?? [],
  }
}

const archivedContact = (entry: ContactEntry, identities: Identities): ArchivedContact => ({
  ...entry,
  // Without a letter it is not a name.
  person:
    entry.name === nameMark || !/\p{L}/u.test(entry.name) ? null : identities.people(entry.name, entry.organisation).id,
})
