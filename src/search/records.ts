/**
 * What is searchable: the archive as search records, one for each thing that somebody looks for. A repeated story is
 * one record and leads to its first telling; a publication that a story tells about has no record of its own, its
 * words find the story. No record holds an e-mail address or a phone number.
 */
import type { Archive, ArchivedItem, Network, Person, Publication, Publisher, Story } from '../archive/archive.ts'
import { addressOf } from '../publish/addresses.ts'
import { plain } from '../update/markdown.ts'
import type { IsoDate, Markdown, SectionKind } from '../update/update.ts'
import { withoutContactDetails } from './contact-details.ts'
import { printWords } from './print-words.ts'
import { type Concept, type ConceptFinder, conceptFinder, conceptOf } from './spelling.ts'

export type RecordKind = 'story' | 'publication' | 'person' | 'network'

export type SearchRecord = {
  kind: RecordKind
  /** Site-relative, unique: "/updates/654/#the-impact-of-school-absence-on-lifetime-earnings". */
  address: string
  /** As the site shows it; one that was supplied stands in square brackets. */
  title: string
  /** What is printed, plain; a line for each printed block. */
  text: string
  /** Other names of what the title says: a person's or network's variants, "ehcp" where the title has "EHC plan". */
  names: string
  /** Words that find the record though it prints others: "ehcp" where it prints "EHC plan"; its update's number, its year. */
  also: string
  /** What it is sorted by: the day of its telling, its publication, or its last appearance. */
  date: IsoDate
  /** The update that the hit names: of the telling that the address leads to, of the first listing, of the last mention. */
  update: number
  /** The year of `date`, and the years of other tellings; ascending. */
  years: number[]
  sections: SectionKind[]
  /** Ids. */
  publishers: string[]
  networks: string[]
}

/** All records, in an order that depends on the archive alone: stories, publications, people, networks. */
export function searchRecords(archive: Archive, vocabulary: readonly Concept[]): SearchRecord[] {
  const look: Look = {
    archive,
    dates: new Map(archive.updates.map(update => [update.number, update.date])),
    items: itemsByAddress(archive),
    vocabulary: conceptFinder(vocabulary),
    publisherTokens: new Map(Array.from(archive.publishers.values(), tokenOf).flat()),
    networkTokens: new Map(Array.from(archive.networks.values(), tokenOf).flat()),
  }
  const stories = [...archive.stories.values()].flatMap(story => storyRecord(story, look))
  const works = [...archive.publications.values()]
    .filter(work => work.stories.length === 0)
    .map(work => publicationRecord(work, look))
  const people = [...archive.people.values()].map(person => personRecord(person, look))
  const networks = [...archive.networks.values()].map(network => networkRecord(network, look))
  return [...stories, ...works, ...people, ...networks].map(draft => withConcepts(draft, look))
}

type Look = {
  archive: Archive
  dates: ReadonlyMap<number, IsoDate>
  items: ReadonlyMap<string, ArchivedItem>
  vocabulary: ConceptFinder
  /** The one word for all names of a publisher or network, by id. */
  publisherTokens: ReadonlyMap<string, string>
  networkTokens: ReadonlyMap<string, string>
}
/** A record before contact details are taken out and its concepts are added. */
type Draft = Omit<SearchRecord, 'also' | 'names'> & { names: string[]; also: string[] }

function storyRecord(story: Story, look: Look): Draft[] {
  const first = story.tellings[0]
  // The dates of meetings are told anew each week, and the newest list is the one that helps.
  const newest = story.tellings.at(-1)
  const isList = newest !== undefined && itemOf(newest, look)?.kind === 'network-dates'
  const told = isList ? newest : first
  const item = told && itemOf(told, look)
  if (told === undefined || item === undefined) return []
  const text = textOf(item)
  const works = story.publications.flatMap(id => look.archive.publications.get(id) ?? [])
  const record: Draft = {
    kind: 'story',
    address: addressOf.item(told.update, told.item),
    title: titleOf(item, text),
    text,
    names: [],
    also: [String(told.update), ...works.flatMap(work => [work.title, ...listingWords(work)])],
    date: told.date,
    update: told.update,
    years: years(story.tellings.map(telling => telling.date)),
    sections: unique(story.tellings.map(telling => telling.section)),
    publishers: unique([...story.publishers, ...works.flatMap(publisherIds)]),
    networks: unique([...story.networks, ...item.meetings.map(meeting => meeting.network.id)]),
  }
  return [record]
}

function publicationRecord(work: Publication, look: Look): Draft {
  const update = work.updates[0] ?? 0
  const date = work.date ?? dateOf(update, look)
  const listings = unique(listingWords(work))
  const [shown = work.title, ...others] = listings
  return {
    kind: 'publication',
    address: addressOf.publication(work),
    title: work.title,
    text: shown,
    names: [],
    also: [String(update), ...others],
    date: date.length === 7 ? `${date}-01` : date,
    update,
    years: [work.year],
    sections: ['publications'],
    publishers: publisherIds(work),
    networks: work.networks,
  }
}

function personRecord(person: Person, look: Look): Draft {
  const { archive } = look
  const roles = person.roles.map(({ role, organisation }) => (organisation ? `${role} (${organisation})` : role))
  const networks = person.networks.flatMap(id => archive.networks.get(id)?.name ?? [])
  const update = person.lastIn ?? archive.updates.at(-1)?.number ?? 0
  return {
    kind: 'person',
    address: addressOf.person(person.id),
    title: person.name,
    text: [...roles, networks.join(' · ')].filter(line => line !== '').join('\n'),
    names: person.variants,
    also: [],
    date: dateOf(update, look),
    update,
    years: years(person.roles.flatMap(role => role.updates).map(number => dateOf(number, look))),
    sections: person.roles.length > 0 ? ['contacts'] : [],
    publishers: [],
    networks: person.networks,
  }
}

function networkRecord(network: Network, look: Look): Draft {
  const { archive } = look
  const meetings = network.meetings.flatMap(id => archive.meetings.get(id)?.text ?? [])
  const convenors = network.convenors.map(({ contact }) => contact.printed)
  const others = namesOf(network).slice(1)
  const update = network.updates.at(-1) ?? archive.updates.at(-1)?.number ?? 0
  return {
    kind: 'network',
    address: addressOf.network(network.id),
    title: network.name,
    text: unique([network.covers ?? '', ...convenors, ...meetings.reverse()].filter(line => line !== '')).join('\n'),
    // Every word of every variant would make "children" a name of half the networks.
    names: others.filter(name => printWords(name).length === 1),
    also: others,
    date: dateOf(update, look),
    update,
    years: years(network.updates.map(number => dateOf(number, look))),
    sections: [],
    publishers: [],
    networks: [network.id],
  }
}

/** Takes contact details out, and adds the one word of each concept that the record means and does not print. */
function withConcepts(draft: Draft, look: Look): SearchRecord {
  const title = clean(draft.title)
  const lines = withoutContactDetails(draft.text).split('\n').map(clean)
  const text = lines.filter(line => line !== '').join('\n')
  const [inTitle, inText] = [printWords(title), printWords(text)]
  const names = draft.names.map(name => printWords(clean(name)))
  const also = draft.also.map(words => printWords(clean(words)))
  const tokensIn = (said: string[][]) =>
    said.flatMap(words => look.vocabulary.within(words).map(({ concept }) => concept.token))
  const identities = [
    ...draft.publishers.flatMap(id => look.publisherTokens.get(id) ?? []),
    ...draft.networks.flatMap(id => look.networkTokens.get(id) ?? []),
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
    names: named.filter(word => !titleWords.has(word)).join(' '),
    also: unique([...unseen.filter(word => !printed.has(word)), ...partsOf(`${title} ${text}`)]).join(' '),
  }
}

/** Pagefind parts "2023-24" at its hyphen, and leaves "2023–24" whole. */
const partsOf = (text: string): string[] =>
  /[‐‑‒–—]/u.test(text) ? (text.match(/\S+[‐‑‒–—]\S+/gu)?.flatMap(printWords) ?? []) : []

/** All names of a publisher or network, the preferred one first. */
export const namesOf = (named: Publisher | Network): string[] => {
  const full = 'fullName' in named ? [named.shortName, named.fullName] : []
  return unique([named.name, ...full.filter(name => name !== null), ...named.variants])
}

/** A name that has variants is found by each of them, through one word; one without is found by itself. */
function tokenOf(named: Publisher | Network): [string, string][] {
  const names = namesOf(named)
  return names.length > 1 ? [[named.id, conceptOf(names).token]] : []
}

const clean = (text: string): string => inOneLine(withoutContactDetails(text))

/** Every run of white space is one blank. A single blank, which nearly all are, is no match: that is a third of the time. */
const inOneLine = (text: string): string => text.replace(/\s{2,}|[^\S ]/gu, ' ').trim()

/** Paragraphs and list entries, each on one line however the print was wrapped: no phrase ends at the edge of a page. */
const blocksOf = (markdown: Markdown): string[] =>
  markdown
    .split(/\n\s*\n|\n(?=\s*(?:[-*+•]|\d{1,3}[.)])\s)/u)
    .map(block => inOneLine(plain(block)))
    .filter(block => block !== '')

const textOf = (item: ArchivedItem): string =>
  [item.kicker ?? '', ...item.parts.flatMap(part => [part.heading ?? '', ...blocksOf(part.text)])]
    .filter(text => text !== '')
    .join('\n')

/** "[untitled] This report provides an analysis of surveys conducted …" where nothing tells the title. */
function titleOf(item: ArchivedItem, text: string): string {
  if (item.title !== null) return item.titleSource === 'supplied' ? `[${item.title}]` : item.title
  const words = clean(text).split(' ')
  return `[untitled] ${words.slice(0, 9).join(' ')}${words.length > 9 ? ' …' : ''}`
}

/** A work is listed for weeks, mostly in the same words. */
const listingWords = (work: Publication): string[] =>
  unique(unique(work.listings.map(listing => listing.text)).map(text => blocksOf(text).join('\n')))
const publisherIds = (work: Publication): string[] => unique(work.publishers.map(publisher => publisher.id))
const dateOf = (update: number, look: Look): IsoDate => look.dates.get(update) ?? look.archive.asOf
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
const years = (dates: readonly IsoDate[]): number[] =>
  unique(dates.map(date => Number(date.slice(0, 4)))).sort((a, b) => a - b)

type Telling = Story['tellings'][number]
const itemOf = (telling: Telling, look: Look) => look.items.get(addressOf.item(telling.update, telling.item))

function itemsByAddress(archive: Archive): Map<string, ArchivedItem> {
  const items = new Map<string, ArchivedItem>()
  for (const update of archive.updates)
    for (const section of update.sections)
      if (section.kind === 'updates' || section.kind === 'reminders')
        for (const item of section.items) items.set(addressOf.item(update.number, item.id), item)
  return items
}
