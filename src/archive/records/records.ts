/** The records of the archive, made and linked: people, networks, publishers, publications, stories, meetings. */
import type { Archive, ArchivedUpdate, MeetingRecord, Publication } from '../archive.ts'
import type { Authorities, Authority } from '../content/authorities.ts'
import type { Gated } from '../gate/gate.ts'
import type { Cleaner } from '../gate/secrets.ts'
import type { ReadMeetings } from '../meetings/group-meetings.ts'
import type { Identities, Sighting } from '../names/identities.ts'
import type { Naming } from '../names/naming.ts'
import type { ReadPublications } from '../publications/read-publications.ts'
import type { ReadStories } from '../stories/group-stories.ts'
import type { TopicFinder } from '../topics/topic-finder.ts'
import { linkRecords, type Records } from './links.ts'
import { networksOf } from './networks.ts'
import { peopleOf } from './people.ts'
import { publicationOf, publisherRecords } from './publishers.ts'
import { sightingsIn } from './sightings.ts'
import { topicRecords, topicsInUse } from './topics.ts'

export type RecordSources = {
  archived: readonly ArchivedUpdate[]
  authorities: Authorities
  identities: Identities
  gated: Gated
  naming: Naming
  publications: ReadPublications
  stories: ReadStories
  meetings: ReadMeetings
  topicsOf: TopicFinder
}
type Lists = Records & Pick<Archive, 'formerAddresses'>

/** Each map in the order of its index page. `unverified` are the sightings of names that no authority record knows. */
export function recordsOf(sources: RecordSources): { lists: Lists; unverified: Sighting[] } {
  const { gated, naming, stories, meetings, topicsOf } = sources
  const authorities = cleaned(sources.authorities, gated.clean)
  const seen = sightingsIn(sources)
  const publications = new Map(
    sources.publications.groups.map(publication => [
      publication.id,
      publicationOf(publication, { naming, elsewhere: gated.elsewhere, topicsOf }),
    ]),
  )
  const listedNames = [...publications.values()].flatMap(publication =>
    publication.networks.flatMap(network => publication.updates.map(update => ({ network, printed: network, update }))),
  )
  // "SESLIP Education Data Group Lead" is the only word of some networks.
  const roles = seen.convenors.map(({ network, update }) => ({ network, printed: network, update }))
  const people = peopleOf({
    contacts: seen.contacts,
    others: seen.people,
    authorities: byId(authorities.people),
    latest: gated.latest,
  })
  const networks = networksOf({
    sightings: [...seen.networks, ...listedNames, ...roles],
    convenors: seen.convenors,
    authorities: byId(authorities.networks),
    personOf: name => {
      const { id } = sources.identities.people(name)
      return people.has(id) ? id : null
    },
    span: { from: sources.archived[0]?.date ?? '', to: sources.archived.at(-1)?.date ?? '' },
  })
  const lists: Records = {
    people: sorted(people, byName),
    networks: sorted(networks, byName),
    publishers: sorted(publisherRecords(seen.publishers, byId(authorities.publishers)), byName),
    topics: topicRecords(authorities.topics),
    publications: sorted(publications, byDateNewestFirst),
    stories: new Map(stories.stories.map(story => [story.id, story])),
    meetings: sorted(new Map(meetings.records.map(record => [record.id, record])), byDay),
  }
  linkRecords(lists, seen.convenors)
  lists.topics = topicsInUse(lists.topics)
  return { lists: { ...lists, formerAddresses: formerAddresses(authorities, lists) }, unverified: seen.unverified }
}

/** What the authority files say is shown as well, and passes the gate as the updates do. */
function cleaned({ people, networks, publishers, topics }: Authorities, { plain }: Cleaner): Authorities {
  const clean = (text: string | null) => (text === null ? null : plain(text))
  return {
    people: people.filter(one => one.withhold !== 'person').map(one => ({ ...one, note: clean(one.note) })),
    networks: networks.map(one => ({
      ...one,
      note: clean(one.note),
      covers: clean(one.covers),
      convenors: one.convenors.map(convenor => ({ ...convenor, name: plain(convenor.name) })),
    })),
    publishers: publishers.map(one => ({
      ...one,
      name: plain(one.name),
      variants: one.variants.map(plain),
      note: clean(one.note),
    })),
    topics: topics.map(one => ({ ...one, name: plain(one.name), covers: plain(one.covers), note: clean(one.note) })),
  }
}

const byId = <T extends Authority>(records: readonly T[]): Map<string, T> =>
  new Map(records.map(record => [record.id, record]))

const alphabet = new Intl.Collator('en-GB', { numeric: true })
type NamedRecord = { id: string; name: string }
const byName = (a: NamedRecord, b: NamedRecord): number =>
  alphabet.compare(sortName(a), sortName(b)) || compare(a.id, b.id)
const sortName = ({ name }: NamedRecord): string => name.replace(/^the\s+/iu, '')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byDateNewestFirst = (a: Publication, b: Publication): number =>
  compare(b.date ?? '', a.date ?? '') || compare(a.id, b.id)
const byDay = (a: MeetingRecord, b: MeetingRecord): number =>
  compare(a.date ?? '~', b.date ?? '~') || compare(a.start ?? '', b.start ?? '') || compare(a.id, b.id)

const sorted = <T>(records: ReadonlyMap<string, T>, order: (a: T, b: T) => number): Map<string, T> =>
  new Map([...records].sort(([, a], [, b]) => order(a, b)))

/** Only to records that the archive holds: a redirect to a missing page is no help. */
function formerAddresses(authorities: Authorities, lists: Records): Archive['formerAddresses'] {
  const folders = [
    ['contacts', authorities.people, lists.people],
    ['networks', authorities.networks, lists.networks],
    ['publishers', authorities.publishers, lists.publishers],
    ['topics', authorities.topics, lists.topics],
  ] as const
  return folders.flatMap(([folder, records, shown]) =>
    records
      .filter(record => shown.has(record.id))
      .flatMap(record => record.formerIds.map(old => ({ from: `/${folder}/${old}/`, to: `/${folder}/${record.id}/` }))),
  )
}
