/**
 * The archive as search records. A repeated story is one record, which links to its first appearance. A publication that
 * a story is about has no record: its words find the story. No record has an e-mail address or a phone number.
 */
import type { Archive, Publisher } from '../../archive/archive.ts'
import { withoutContactDetails } from '../contact-details.ts'
import { printWords } from '../print-words.ts'
import { type Concept, type ConceptFinder, conceptFinder, conceptOf } from '../spelling.ts'
import { addressWord, webAddressKey } from '../web-address.ts'
import { clean, namesOfRecord, type RecordDraft, unique } from './draft.ts'
import { networkDraft, personDraft } from './people-and-networks.ts'
import type { SearchRecord } from './search-record.ts'
import { publicationDraft, storyDraft } from './stories.ts'
import { topicDraft } from './topics.ts'
import { updateDrafts } from './updates.ts'

/** All records, in an order that depends only on the archive. */
export function searchRecords(archive: Archive, vocabulary: readonly Concept[]): SearchRecord[] {
  const words: Words = {
    vocabulary: conceptFinder(vocabulary),
    publisherTokens: new Map(Array.from(archive.publishers.values(), tokenOf).flat()),
    networkTokens: new Map(
      Array.from(archive.networks.values(), network => [
        network.id,
        conceptOf(namesOfRecord(network).map(clean)).token,
      ]),
    ),
  }
  const drafts = [
    ...[...archive.stories.values()].flatMap(story => storyDraft(story, archive)),
    ...[...archive.publications.values()]
      .filter(({ stories }) => stories.length === 0)
      .map(publication => publicationDraft(publication, archive)),
    ...[...archive.people.values()].map(person => personDraft(person, archive)),
    ...[...archive.networks.values()].map(network => networkDraft(network, archive)),
    ...[...archive.topics.values()].map(topic => topicDraft(topic, archive)),
    ...updateDrafts(archive.updates),
  ]
  return drafts.map(draft => withConcepts(draft, words))
}

type Words = {
  vocabulary: ConceptFinder
  /** The token for all names of a publisher or network, by id. */
  publisherTokens: ReadonlyMap<string, string>
  networkTokens: ReadonlyMap<string, string>
}

/** Removes contact details, and adds the token of each concept that the record mentions in other words. */
function withConcepts(draft: RecordDraft, words: Words): SearchRecord {
  const title = clean(draft.title)
  const lines = withoutContactDetails(draft.text).split('\n').map(clean)
  const text = lines.filter(line => line !== '').join('\n')
  const [inTitle, inText] = [printWords(title), printWords(text)]
  const names = draft.names.map(name => printWords(clean(name)))
  const also = draft.also.map(said => printWords(clean(said)))
  const tokensIn = (said: string[][]) =>
    said.flatMap(some => words.vocabulary.within(some).map(({ concept }) => concept.token))
  const identities = [
    ...draft.publishers.flatMap(id => words.publisherTokens.get(id) ?? []),
    ...draft.networks.flatMap(id => words.networkTokens.get(id) ?? []),
  ]
  const titleWords = new Set(inTitle)
  const named = unique([...names.flat(), ...tokensIn([inTitle]), ...(draft.kind === 'network' ? identities : [])])
  const printed = new Set([...inTitle, ...inText, ...named])
  // People add the year to their search: "JTAI guidance 2025".
  const unseen = [draft.date.slice(0, 4), ...also.flat(), ...tokensIn([inText, ...names, ...also]), ...identities]
  return {
    ...draft,
    title,
    text,
    summary: clean(draft.summary),
    names: named.filter(word => !titleWords.has(word)).join(' '),
    also: unique([...unseen.filter(word => !printed.has(word)), ...partsOf(`${title} ${text}`)]).join(' '),
    addresses: unique(
      [draft.address, ...draft.addresses]
        .map(keyOf)
        .filter(key => key !== null)
        .map(addressWord),
    ).join(' '),
  }
}

/** Addresses on this site stay as they are: "/updates/654/#story". */
const keyOf = (address: string): string | null => (address.startsWith('/') ? address : webAddressKey(address))

/** Pagefind splits "2023-24" at the hyphen, but not "2023–24". */
const partsOf = (text: string): string[] =>
  /[‐‑‒–—]/u.test(text) ? (text.match(/\S+[‐‑‒–—]\S+/gu)?.flatMap(printWords) ?? []) : []

/** A token that finds all variants of a name; none is needed for a name without variants. */
function tokenOf(record: Publisher): [string, string][] {
  const names = namesOfRecord(record).map(clean)
  return names.length > 1 ? [[record.id, conceptOf(names).token]] : []
}
