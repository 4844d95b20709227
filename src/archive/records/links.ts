/** Links back: for each person, network, publisher and publication, what names it. */
import type { Archive, Publication } from '../archive.ts'
import type { ConvenorSighting } from './networks.ts'

export type Records = Pick<
  Archive,
  'people' | 'networks' | 'publishers' | 'topics' | 'publications' | 'stories' | 'meetings'
>

/** Fills the lists of ids that records hold of each other. Each id once, in the order of the list it comes from. */
export function linkRecords(records: Records, convenors: readonly ConvenorSighting[]): void {
  linkStories(records)
  linkPublications(records)
  for (const meeting of records.meetings.values()) records.networks.get(meeting.network)?.meetings.push(meeting.id)
  linkConvenors(records, convenors)
}

function linkStories({ people, networks, publishers, publications, topics, stories }: Records): void {
  for (const story of stories.values()) {
    for (const id of story.people) people.get(id)?.stories.push(story.id)
    for (const id of story.networks) networks.get(id)?.stories.push(story.id)
    for (const id of story.publishers) publishers.get(id)?.stories.push(story.id)
    for (const id of story.publications) publications.get(id)?.stories.push(story.id)
    for (const id of story.topics) topics.get(id)?.stories.push(story.id)
  }
}

function linkPublications({ networks, publishers, publications, topics, stories }: Records): void {
  for (const publication of publications.values()) {
    for (const id of new Set(publication.publishers.map(mention => mention.id)))
      publishers.get(id)?.publications.push(publication.id)
    for (const id of publication.networks) networks.get(id)?.publications.push(publication.id)
    if (publication.topics.length === 0) publication.topics = topicsOfItsStory(publication, stories)
    for (const id of publication.topics) topics.get(id)?.publications.push(publication.id)
  }
}

function linkConvenors({ people, networks }: Records, convenors: readonly ConvenorSighting[]): void {
  const asked = new Map<string, Set<string>>()
  for (const { network, contact } of convenors) {
    if (contact.person === null || !networks.has(network)) continue
    const known = asked.get(contact.person) ?? new Set()
    asked.set(contact.person, known.add(network))
  }
  for (const [id, theirs] of asked) people.get(id)?.networks.push(...theirs)
}

/** A title such as "Emerging Insights" says little; the one story about it says more, if it is about nothing else. */
function topicsOfItsStory(publication: Publication, stories: Records['stories']): string[] {
  const [only, second] = publication.stories.flatMap(id => stories.get(id) ?? [])
  return only !== undefined && second === undefined && only.publications.length === 1 ? only.topics : []
}
