/**
 * The archive as search records. A repeated story is one record, which links to its first appearance. A publication that
 * a story is about has no record: its words find the story. No record has an e-mail address or a phone number.
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
  /** As the site shows it; a supplied title is in square brackets. */
  title: string
  /** The printed words as plain text, one line a block. */
  text: string
  /** Shown instead of the text if none of its words were searched for; not searched itself. "": none. */
  summary: string
  /** Other names for the title: a person's or network's variants, "ehcp" if the title has "EHC plan". */
  names: string
  /** Words that find the record but are not in its text: "ehcp" for "EHC plan", the update's number, the year. */
  also: string
  /** The web addresses that find it, as words (`addressWord`). */
  addresses: string
  /** The day of the appearance that it links to, of publication, or of the last mention. Used for sorting. */
  date: IsoDate
  /** The update that the hit names: of the appearance that it links to, of the first listing, or of the last mention. */
  update: number
  /** The year of `date`, and the years of other appearances; ascending. */
  years: number[]
  sections: SectionKind[]
  /** Ids. `mentions`: publishers that it names but that did not publish it. */
  publishers: string[]
  mentions: string[]
  networks: string[]
  topics: string[]
}

/** All records, in an order that depends only on the archive. */
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
  /** The token for all names of a publisher or network, by id. */
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

/** Removes contact details, and adds the token of each concept that the record mentions in other words. */
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

/** All names of a publisher, network or topic, the preferred one first. A topic has only one: its forms are too many. */
export const namesOf = (record: Publisher | Network | Topic): string[] => {
  const full = 'fullName' in record ? [record.shortName, record.fullName] : []
  const variants = 'variants' in record ? record.variants : []
  return unique([record.name, ...full.filter(name => name !== null), ...variants])
}

/** A token that finds all variants of a name; none is needed for a name without variants. */
function tokenOf(record: Publisher): [string, string][] {
  const names = namesOf(record)
  return names.length > 1 ? [[record.id, conceptOf(names).token]] : []
}
