/**
 * What is searchable: the archive as search records, one for each thing that somebody looks for. A repeated story is
 * one record and leads to its first telling; a publication that a story tells about has no record of its own, its
 * words find the story. No record holds an e-mail address or a phone number.
 */
import type { Archive, ArchivedItem, Network, Publisher, Topic } from '../../archive/archive.ts'
import { addressOf } from '../../publish/addresses.ts'
import type { IsoDate, SectionKind } from '../../update/update.ts'
import { withoutContactDetails } from '../contact-details.ts'
import { printWords } from '../print-words.ts'
import { type Concept, type ConceptFinder, conceptFinder, conceptOf } from '../spelling.ts'
import { addressWord, webAddressKey } from '../web-address.ts'
import { type ArchiveLookup, clean, type Draft, unique } from './draft.ts'
import { networkDraft, personDraft } from './people-and-networks.ts'
import { publicationDraft, storyDraft } from './stories.ts'
import { topicDraft } from './topics.ts'
import { updateDrafts } from './updates.ts'

export type RecordKind = 'story' | 'publication' | 'person' | 'network' | 'topic' | 'update'

export type SearchRecord = {
  kind: RecordKind
  /** Site-relative, unique: "/updates/654/#the-impact-of-school-absence-on-lifetime-earnings". */
  address: string
  /** As the site shows it; one that was supplied stands in square brackets. */
  title: string
  /** What is printed, plain; a line for each printed block. */
  text: string
  /** Shown in place of the text where none of its words were searched for, and not searched; "": there is none. */
  summary: string
  /** Other names of what the title says: a person's or network's variants, "ehcp" where the title has "EHC plan". */
  names: string
  /** Words that find the record though it prints others: "ehcp" where it prints "EHC plan"; its update's number, its year. */
  also: string
  /** Words that stand for the addresses that lead to it (`addressWord`). */
  addresses: string
  /** What it is sorted by: the day of its telling, its publication, or its last appearance. */
  date: IsoDate
  /** The update that the hit names: of the telling that the address leads to, of the first listing, of the last mention. */
  update: number
  /** The year of `date`, and the years of other tellings; ascending. */
  years: number[]
  sections: SectionKind[]
  /** Ids. `mentions` are publishers that it names and that did not publish it. */
  publishers: string[]
  mentions: string[]
  networks: string[]
  topics: string[]
}

/** All records, in an order that depends on the archive alone: by kind, as in `RecordKind`. */
export function searchRecords(archive: Archive, vocabulary: readonly Concept[]): SearchRecord[] {
  const lookup: ArchiveLookup = {
    archive,
    dates: new Map(archive.updates.map(update => [update.number, update.date])),
    items: itemsByAddress(archive),
  }
  const words: Words = {
    vocabulary: conceptFinder(vocabulary),
    publisherTokens: new Map(Array.from(archive.publishers.values(), tokenOf).flat()),
    networkTokens: new Map(
      Array.from(archive.networks.values(), network => [network.id, conceptOf(namesOf(network)).token]),
    ),
  }
  const drafts = [
    ...[...archive.stories.values()].flatMap(story => storyDraft(story, lookup)),
    ...[...archive.publications.values()]
      .filter(({ stories }) => stories.length === 0)
      .map(publication => publicationDraft(publication, lookup)),
    ...[...archive.people.values()].map(person => personDraft(person, lookup)),
    ...[...archive.networks.values()].map(network => networkDraft(network, lookup)),
    ...[...archive.topics.values()].map(topic => topicDraft(topic, lookup)),
    ...updateDrafts(archive.updates),
  ]
  return drafts.map(draft => withConcepts(draft, words))
}

type Words = {
  vocabulary: ConceptFinder
  /** The one word for all names of a publisher or network, by id. */
  publisherTokens: ReadonlyMap<string, string>
  networkTokens: ReadonlyMap<string, string>
}

function itemsByAddress(archive: Archive): Map<string, ArchivedItem> {
  const items = new Map<string, ArchivedItem>()
  for (const { number, sections } of archive.updates)
    for (const section of sections)
      if ('items' in section) for (const item of section.items) items.set(addressOf.item(number, item.id), item)
  return items
}

/** Takes contact details out, and adds the one word of each concept that the record means and does not print. */
function withConcepts(draft: Draft, words: Words): SearchRecord {
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
  // People name the year with what they look for: "JTAI guidance 2025".
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

/** Addresses of this site are written as they stand in it: "/updates/654/#story". */
const keyOf = (address: string): string | null => (address.startsWith('/') ? address : webAddressKey(address))

/** Pagefind parts "2023-24" at its hyphen, and leaves "2023–24" whole. */
const partsOf = (text: string): string[] =>
  /[‐‑‒–—]/u.test(text) ? (text.match(/\S+[‐‑‒–—]\S+/gu)?.flatMap(printWords) ?? []) : []

/** All names of a publisher, network or topic, the preferred one first. The words of a topic are too many for names. */
export const namesOf = (record: Publisher | Network | Topic): string[] => {
  const full = 'fullName' in record ? [record.shortName, record.fullName] : []
  const variants = 'variants' in record ? record.variants : []
  return unique([record.name, ...full.filter(name => name !== null), ...variants])
}

/** A name that has variants is found by each of them, through one word; one without is found by itself. */
function tokenOf(record: Publisher): [string, string][] {
  const names = namesOf(record)
  return names.length > 1 ? [[record.id, conceptOf(names).token]] : []
}
