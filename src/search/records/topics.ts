import type { Archive, Topic } from '../../archive/archive.ts'
import { addressOf } from '../../publish/addresses.ts'
import { dayOfUpdate, type RecordDraft, years } from './draft.ts'

/** A topic is dated by the latest story or publication about it. */
export function topicDraft(topic: Topic, archive: Archive): RecordDraft {
  const { stories, publications, updates } = archive
  const numbers = [
    ...topic.stories.flatMap(id => stories.get(id)?.appearances.map(({ update }) => update) ?? []),
    ...topic.publications.flatMap(id => publications.get(id)?.updates ?? []),
  ].sort((a, b) => a - b)
  const update = numbers.at(-1) ?? updates.at(-1)?.number ?? 0
  return {
    kind: 'topic',
    address: addressOf.topic(topic.id),
    title: topic.name,
    text: topic.covers,
    summary: '',
    names: [],
    also: topic.forms,
    addresses: [],
    date: dayOfUpdate(update, archive),
    update,
    years: years(numbers.map(number => dayOfUpdate(number, archive))),
    sections: [],
    publishers: [],
    mentions: [],
    networks: [],
    topics: [topic.id],
  }
}
