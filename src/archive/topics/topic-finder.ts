/**
 * What a story or a publication is about: the subjects of content/authorities/topics.yaml that its title, the titles of its
 * publications or its opening paragraph name.
 */

import { remembered } from '../../update/remembered.ts'
import type { TopicAuthority } from '../content/authorities.ts'
import { type Token, tokensOf } from './topic-words.ts'

/** The parts of a story or publication that say what it is about. */
export type Subject = { title: string; publications: readonly string[]; opening: string }
/** Ids of at most three topics, the surest first. */
export type TopicFinder = (subject: Subject) => string[]

const mostTopics = 3
/** A title says what a text is about; an opening paragraph may only mention it. One that is a list says least. */
const weight = { title: 4, publication: 3, opening: 1 }
const enough = 2

/**
 * A topic counts when a title names it, or the opening paragraph does twice. Where none counts that way, one that the
 * opening names once does, if it names no more than two: three in a row are a list. A list of points adds nothing to
 * what a title names. A topic that is the wider subject of a surer one is left out.
 */
export function topicFinder(topics: readonly TopicAuthority[]): TopicFinder {
  const mentionsIn = topicScanner(topics)
  const broader = new Map(topics.flatMap(({ id, broader }) => (broader === null ? [] : [[id, broader] as const])))
  return remembered(find, ({ title, publications, opening }) => [title, ...publications, opening].join('\0'))

  function find({ title, publications, opening }: Subject): string[] {
    const scores = new Map<string, number>()
    const add = (ids: Iterable<string>, points: number) => {
      for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + points)
    }
    add(new Set(mentionsIn(title)), weight.title)
    add(new Set(publications.flatMap(mentionsIn)), weight.publication)
    const mentioned = scores.size > 0 && listStart.test(opening) ? [] : mentionsIn(opening)
    // A long paragraph never outweighs a title.
    for (const id of new Set(mentioned)) {
      const times = mentioned.filter(other => other === id).length
      add([id], Math.min(times, enough) * weight.opening)
    }
    const sure = [...scores].filter(([, score]) => score >= enough)
    const found = sure.length > 0 ? sure : new Set(mentioned).size <= 2 ? [...scores] : []
    const wider = new Set(
      found.flatMap(([id, score]) => {
        const above = broader.get(id)
        return above !== undefined && (scores.get(above) ?? 0) < score ? [above] : []
      }),
    )
    // Equal scores stay in the order in which the text names them: sorting is stable.
    return found
      .filter(([id]) => !wider.has(id))
      .sort(([, one], [, other]) => other - one)
      .slice(0, mostTopics)
      .map(([id]) => id)
  }
}

/** "- Empower young people", "1. Empower young people", "1\\. Empower" as Markdown has it. */
const listStart = /^\s*(?:[-*+]|\d+\\?[.)])\s/u

type Step = { next: Map<string, Step>; topic: string | null }

/**
 * Topic ids in reading order, one for each mention; of forms that overlap the longest one that begins first counts. What
 * follows close behind says the same again: "special educational needs and disability (SEND)" is one mention.
 */
function topicScanner(topics: readonly TopicAuthority[]): (text: string) => string[] {
  const root: Step = { next: new Map(), topic: null }
  for (const { id, name, forms } of topics) for (const form of [name, ...forms]) plant(root, tokensOf(form), id)
  return text => {
    const tokens = tokensOf(text)
    const found: string[] = []
    let last = 0
    for (let at = 0; at < tokens.length; ) {
      const { topic, end } = longestFrom(root, tokens, at)
      if (topic !== null && !(topic === found.at(-1) && at - last <= 1)) found.push(topic)
      if (topic !== null) last = end
      at = end
    }
    return found
  }
}

function plant(root: Step, tokens: readonly Token[], topic: string): void {
  let step = root
  for (const { word, capitals } of tokens) {
    const key = capitals ?? word
    const next = step.next.get(key) ?? { next: new Map(), topic: null }
    step.next.set(key, next)
    step = next
  }
  if (step !== root) step.topic ??= topic
}

function longestFrom(root: Step, tokens: readonly Token[], start: number): { topic: string | null; end: number } {
  let best: { topic: string | null; end: number } = { topic: null, end: start + 1 }
  let step: Step | undefined = root
  for (let at = start; step !== undefined; at++) {
    const token: Token | undefined = tokens[at]
    if (token === undefined) break
    step = (token.capitals === null ? undefined : step.next.get(token.capitals)) ?? step.next.get(token.word)
    if (step?.topic) best = { topic: step.topic, end: at + 1 }
  }
  return best
}
