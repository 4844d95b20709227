/** One record for each topic of the authority file. */
import type { Topic } from '../archive.ts'
import type { TopicAuthority } from '../content/authorities.ts'

/** By id, in the order of the file. `stories` and `publications` are left empty, for `linkRecords` to fill. */
export function topicRecords(topics: readonly TopicAuthority[]): Map<string, Topic> {
  return new Map(
    topics.map(({ id, name, forms, covers, note, broader }) => [
      id,
      { id, name, forms, covers, note, broader, narrower: [], stories: [], publications: [] },
    ]),
  )
}

/** Drops topics with nothing about them, unless a narrower topic has something; links wider and narrower topics. */
export function topicsInUse(topics: ReadonlyMap<string, Topic>): Map<string, Topic> {
  const isUsed = ({ stories, publications }: Topic) => stories.length + publications.length > 0
  const wider = new Set([...topics.values()].flatMap(topic => (isUsed(topic) ? (topic.broader ?? []) : [])))
  const used = new Map([...topics].filter(([id, topic]) => isUsed(topic) || wider.has(id)))
  for (const { id, broader } of used.values()) if (broader !== null) used.get(broader)?.narrower.push(id)
  return used
}
