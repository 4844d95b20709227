/** The whole archive, each kind of record a list: `/data/*.json`, in the shapes of `schemas.ts`. */
import type { Archive, MeetingRecord } from '../../archive/archive.ts'
import { addressOf } from '../addresses.ts'
import type {
  MeetingsData,
  NetworksData,
  PeopleData,
  PublicationsData,
  PublishersData,
  StoriesData,
  TopicsData,
  UpdateListData,
} from './schemas.ts'
import { saidOf } from './update-data.ts'

/** Every update, oldest first. */
export function updatesData({ updates }: Archive): UpdateListData {
  return updates.map(({ number, date, heading }) => ({ number, date, heading, url: addressOf.update(number) }))
}

export function peopleData({ people }: Archive): PeopleData {
  return [...people.values()].map(({ id, name, verified, roles, emails, phones, firstIn, lastIn }) => ({
    id,
    name,
    url: addressOf.person(id),
    verified,
    roles: roles.map(({ role, organisation, updates }) => ({ role, organisation, updates })),
    emails: emails.map(({ value }) => value),
    phones: phones.map(({ value }) => value),
    firstIn,
    lastIn,
  }))
}

export function networksData(archive: Archive): NetworksData {
  return [...archive.networks.values()].map(({ id, name, variants, verified, convenors, meetings }) => ({
    id,
    name,
    url: addressOf.network(id),
    variants,
    verified,
    contacts: [...new Set(convenors.flatMap(({ contact }) => contact.person ?? []))],
    meetings: meetings.flatMap(meeting => archive.meetings.get(meeting) ?? []).map(meetingRecordData),
  }))
}

export function publishersData({ publishers }: Archive): PublishersData {
  return [...publishers.values()].map(({ id, name, fullName, variants, verified, url, publications }) => ({
    id,
    name,
    url: addressOf.publisher(id),
    variants: [...new Set([...(fullName === null ? [] : [fullName]), ...variants])],
    verified,
    website: url,
    count: publications.length,
  }))
}

export function publicationsData(archive: Archive): PublicationsData {
  return [...archive.publications.values()].map(publication => {
    const { id, title, date, precision, sourceUrl, doi, from, updates } = publication
    const appearances = publication.stories.flatMap(story => appearancesOf(archive, story))
    return {
      id,
      title,
      date,
      precision,
      publishers: publication.publishers.map(publisher => publisher.id),
      topics: publication.topics,
      url: addressOf.publication(publication),
      sourceUrl,
      doi,
      from,
      updates,
      items: [...new Set(appearances.map(appearance => appearance.item))],
      tellings: appearances,
    }
  })
}

/** Every meeting, by date, the undated last. */
export function meetingsData({ meetings }: Archive): MeetingsData {
  return [...meetings.values()].map(meetingRecordData)
}

/** Every story, by first appearance. */
export function storiesData(archive: Archive): StoriesData {
  return [...archive.stories.values()].map(story => {
    const { id, title, titleSource, topics, publications, networks, people, publishers } = story
    const appearances = appearancesOf(archive, id)
    const url = appearances[0]?.url ?? addressOf.updates()
    return { id, title, titleSource, url, tellings: appearances, topics, publications, networks, people, publishers }
  })
}

/** Every topic that a story or a publication is about. */
export function topicsData({ topics }: Archive): TopicsData {
  return [...topics.values()].map(({ id, name, covers, broader, stories, publications }) => ({
    id,
    name,
    url: addressOf.topic(id),
    covers,
    broader,
    stories,
    publications,
  }))
}

function meetingRecordData(meeting: MeetingRecord): MeetingsData[number] {
  const { id, network, updates } = meeting
  return { id, network, ...saidOf(meeting), updates, url: lastAnnouncement(meeting) }
}

/** The address of a meeting's latest announcement. */
export function lastAnnouncement({ announcements, network }: Pick<MeetingRecord, 'announcements' | 'network'>): string {
  const last = announcements.at(-1)
  return last ? addressOf.item(last.update, last.item) : addressOf.network(network)
}

function appearancesOf({ stories }: Archive, story: string) {
  const appearances = stories.get(story)?.appearances ?? []
  return appearances.map(({ update, item }) => ({ update, item, url: addressOf.item(update, item) }))
}
