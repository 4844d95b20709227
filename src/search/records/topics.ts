import type { Topic } from '../../archive/archive.ts'
import { addressOf } from '../../publish/addresses.ts'
import { type Draft, dateOf, type Look, years } from './draft.ts'

/** A topic is dated by the latest story or publication about it. */
export function topicDraft(topic: Topic, look: Look): Draft {
  const { stories, publications, updates } = look.archive
  const told = [
    ...topic.stories.flatMap(id => stories.get(id)?.tellings.map(({ update }) => update) ?? []),
    ...topic.publications.flatMap(id => publications.get(id)?.updates ?? []),
  ].sort((a, b) => a - b)
  const update = told.at(-1) ?? updates.at(-1)?.number ?? 0
  return {
    kind: 'topic',
    address: addressOf.topic(topic.id),
    title: topic.name,
    text: topic.covers,
    summary: '',
    names: [],
    also: topic.forms,
    addresses: [],
    date: dateOf(update, look),
    update,
    years: years(told.map(number => dateOf(number, look))),
    sections: [],
    publishers: [],
    mentions: [],
    networks: [],
    topics: [topic.id],
  }
}
