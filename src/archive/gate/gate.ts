/**
 * The one gate: what the site may not show leaves the updates here, before anything is made of them.
 * Pages, data, feeds, calendars and the search index are built from what this lets through, and so cannot show more.
 */
import { fullyDecoded } from '../../update/clean-address.ts'
import { plain } from '../../update/markdown.ts'
import { storySlug } from '../../update/story-id.ts'
import type {
  ContactEntry,
  Deadline,
  Item,
  Meeting,
  PrintedLink,
  PublicationEntry,
  Section,
  Update,
} from '../../update/update.ts'
import type { Site } from '../archive.ts'
import { type Authorities, type PersonAuthority, variantsOf } from '../content/authorities.ts'
import { slugOf, slugWithoutNumbers } from '../names/names.ts'
import { candidatesOf, indexNames, personResolver } from '../names/resolve.ts'
import {
  asPublished,
  type Cleaner,
  cleanersFor,
  contactMark,
  detailsMark,
  emailKey,
  nameMark,
  phoneKey,
  type Secrets,
} from './secrets.ts'

/** A person's e-mail addresses and phone numbers, and the update that printed them last. */
export type Details = { emails: string[]; phones: string[]; update: number; date: string }

export type Gated = {
  /** Parallel to the updates given. */
  updates: Update[]
  /** `latest` only: what each person's page shows, by person id. null: what the updates say. */
  latest: ReadonlyMap<string, Details> | null
  /** For what the authority files say in their notes: takes withheld people's names and details out, under `none` all details. */
  clean: Cleaner
  /** For what records repeat of an update's text on other pages: under `latest` the update alone shows its details. */
  elsewhere: Cleaner
  /** Words that were left and may be a withheld person's name, each once for an update. */
  doubts: { update: number; found: string }[]
}

type Contact = { update: Update; entry: ContactEntry; id: string }

/** Updates oldest first. Every field that passes is named below, so that the compiler asks about a new one. */
export function gate(updates: readonly Update[], authorities: Authorities, site: Site): Gated {
  const withheld = new Map(authorities.people.filter(one => one.withhold !== null).map(one => [one.id, one]))
  const identify = personResolver(authorities.people)
  const index = indexNames(authorities.people)
  // If a name may be either of two people and one is withheld, treat it as that one.
  const personOf = ({ name, organisation }: ContactEntry): string => {
    const { id, via } = identify(name, organisation)
    const hidden =
      via === 'unverified' ? candidatesOf(index, name).find(candidate => withheld.has(candidate)) : undefined
    return hidden ?? id
  }
  const contacts = updates.flatMap(update => contactsOf(update).map(entry => ({ update, entry, id: personOf(entry) })))
  const secrets = secretsOf(contacts, { withheld, authorities })
  const cleaners = cleanersFor(secrets)
  const { secrets: hidden, allDetails: all } = cleaners('')
  const some = withheld.size === 0 ? asPublished : hidden
  const policyOf = (entry: ContactEntry) => withheld.get(personOf(entry))?.withhold ?? null
  const surnames = surnamesOf(secrets)
  const last = updates.at(-1)
  const shown = updates.map(update => {
    const noDetails = site.contactDetails === 'none' || (site.contactDetails === 'latest' && update !== last)
    const around = contextOf(update, surnames)
    const { secrets: mine, allDetails: others } = around === '' ? { secrets: some, allDetails: all } : cleaners(around)
    const clean = noDetails ? others : mine
    // Lists all over the site repeat titles and labels.
    const cleanTitle = site.contactDetails === 'printed' ? mine.plain : others.plain
    const doubts = around === '' ? [] : doubtsAbout(update, mine)
    return {
      update: gatedUpdate(update, { clean, everything: others, cleanTitle, noDetails, policyOf, surnames }),
      doubts,
    }
  })
  return {
    updates: shown.map(({ update }) => update),
    doubts: shown.flatMap(({ doubts }) => doubts),
    latest: site.contactDetails === 'latest' ? latestDetails(contacts.filter(({ id }) => !withheld.has(id))) : null,
    clean: site.contactDetails === 'none' ? all : some,
    elsewhere: site.contactDetails === 'latest' ? all : asPublished,
  }
}

/** The surnames of withheld people, as they are in ids: small letters alone. */
const surnamesOf = ({ people }: Secrets): string[] => {
  const names = people.filter(({ withhold }) => withhold === 'person').flatMap(person => person.names)
  return [...new Set(names.map(name => slugOf(name).split('-').at(-1) ?? ''))].filter(surname => surname !== '')
}

/** All words of an update that has such a surname; empty for the others, which need no second look. */
function contextOf(update: Update, surnames: readonly string[]): string {
  if (surnames.length === 0) return ''
  const words = wordsOfUpdate(update)
  const folded = words
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .toLowerCase()
  return surnames.some(surname => folded.includes(surname)) ? words : ''
}

/** Every string of the update, each on lines of its own. */
function wordsOfUpdate(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value)
    .map(wordsOfUpdate)
    .filter(text => text !== '')
    .join('\n')
}

function doubtsAbout(update: Update, { doubts }: Cleaner): Gated['doubts'] {
  const found = new Set(update.sections.flatMap(section => wordsOfUpdate(section).split('\n')).flatMap(doubts))
  return [...found].map(found => ({ update: update.number, found }))
}

/** In stories first: what the contact list says of a person is newer than what a story of the same update repeats. */
const contactsOf = ({ sections }: Update): ContactEntry[] => [
  ...sections.flatMap(section => ('items' in section ? section.items.flatMap(item => item.contacts) : [])),
  ...sections.flatMap(section => (section.kind === 'contacts' ? section.entries : [])),
]

type People = { withheld: ReadonlyMap<string, PersonAuthority>; authorities: Authorities }

function secretsOf(contacts: readonly Contact[], { withheld, authorities }: People): Secrets {
  const theirs = contacts.filter(({ id }) => withheld.has(id))
  return {
    emails: new Set(theirs.flatMap(({ entry }) => entry.emails.map(emailKey))),
    phones: new Set(theirs.flatMap(({ entry }) => entry.phones.map(phoneKey))),
    people: [...withheld.values()].map(person => ({
      names: [person.name, ...variantsOf(person)],
      withhold: person.withhold ?? 'person',
    })),
    others: [
      ...authorities.people.filter(({ id }) => !withheld.has(id)).flatMap(one => [one.name, ...variantsOf(one)]),
      ...new Set(contacts.filter(({ id }) => !withheld.has(id)).map(({ entry }) => entry.name)),
    ],
  }
}

/** From the latest block that has any: a number left out of a later block is not wanted. */
function latestDetails(contacts: readonly Contact[]): Map<string, Details> {
  const latest = new Map<string, Details>()
  for (const { update, entry, id } of contacts)
    if (entry.emails.length + entry.phones.length > 0)
      latest.set(id, { emails: entry.emails, phones: entry.phones, update: update.number, date: update.date })
  return latest
}

type Rules = {
  clean: Cleaner
  /** Takes every address and number out, whatever the policy. */
  everything: Cleaner
  cleanTitle: (text: string) => string
  noDetails: boolean
  policyOf: (entry: ContactEntry) => PersonAuthority['withhold']
  /** Of withheld people, as they are in ids. */
  surnames: readonly string[]
}

function gatedUpdate(update: Update, rules: Rules): Update {
  const used = new Set<string>()
  return {
    number: update.number,
    date: update.date,
    heading: rules.cleanTitle(update.heading),
    ...(update.origin === undefined ? {} : { origin: update.origin }),
    sections: update.sections.map(section => gatedSection(section, rules, used)),
    // An address at the foot of an email is the recipient's: the newsletter did not print it.
    foot: rules.everything.markdown(update.foot),
  }
}

function gatedSection(section: Section, rules: Rules, used: Set<string>): Section {
  const { markdown } = rules.clean
  const heading = optional(section.heading, rules.cleanTitle)
  const { kind } = section
  switch (kind) {
    case 'notices':
      return { kind, heading, lead: markdown(section.lead), text: markdown(section.text) }
    case 'updates':
    case 'reminders':
      return { kind, heading, items: section.items.map(item => gatedItem(item, rules, used)) }
    case 'publications':
      return { kind, heading, entries: section.entries.map(entry => gatedPublication(entry, rules)) }
    case 'contacts':
      return { kind, heading, entries: section.entries.map(entry => gatedContact(entry, rules)) }
    default:
      return section satisfies never
  }
}

function gatedItem(item: Item, rules: Rules, used: Set<string>): Item {
  const { clean, cleanTitle } = rules
  return {
    id: shownId(item, rules, used),
    kicker: optional(item.kicker, cleanTitle),
    title: optional(item.title, cleanTitle),
    ...gatedLinks(item.links, clean),
    titleSource: item.titleSource,
    kind: item.kind,
    parts: item.parts.map(part => ({ heading: optional(part.heading, clean.plain), text: clean.markdown(part.text) })),
    meetings: item.meetings.map(meeting => gatedMeeting(meeting, rules)),
    deadlines: item.deadlines.map(deadline => gatedDeadline(deadline, rules)),
    contacts: item.contacts.map(entry => gatedContact(entry, rules)),
    publications: item.publications.map(reported => ({
      ...gatedPublication(reported, rules),
      text: clean.plain(reported.text),
    })),
  }
}

const gatedMeeting = (meeting: Meeting, { clean: { plain }, cleanTitle }: Rules): Meeting => ({
  label: cleanTitle(meeting.label),
  subject: optional(meeting.subject, cleanTitle),
  date: meeting.date,
  lastDate: meeting.lastDate,
  formerDate: meeting.formerDate,
  yearFrom: meeting.yearFrom,
  start: meeting.start,
  end: meeting.end,
  mode: meeting.mode,
  place: optional(meeting.place, cleanTitle),
  contacts: meeting.contacts.map(plain),
  status: meeting.status,
  text: plain(meeting.text),
})

const gatedDeadline = (deadline: Deadline, { clean: { plain }, cleanTitle }: Rules): Deadline => ({
  label: cleanTitle(deadline.label),
  date: deadline.date,
  yearFrom: deadline.yearFrom,
  time: deadline.time,
  text: plain(deadline.text),
})

const gatedPublication = (entry: PublicationEntry, { clean, cleanTitle }: Rules): PublicationEntry => ({
  date: entry.date,
  yearFrom: entry.yearFrom,
  publishers: entry.publishers.map(cleanTitle),
  title: cleanTitle(entry.title),
  text: clean.markdown(entry.text),
})

function gatedContact(entry: ContactEntry, { clean, noDetails, policyOf }: Rules): ContactEntry {
  const policy = policyOf(entry)
  if (policy === 'person')
    return { role: '', name: nameMark, organisation: null, emails: [], phones: [], lines: [contactMark] }
  const shown = {
    role: clean.plain(entry.role),
    name: clean.plain(entry.name),
    organisation: optional(entry.organisation, clean.plain),
  }
  if (policy === null && !noDetails)
    return {
      ...shown,
      emails: entry.emails,
      phones: entry.phones,
      lines: entry.lines.map(clean.plain),
      ...gatedLinks(entry.links, clean),
    }
  const [first, ...rest] = entry.lines
  // In a block a detail may be too misprinted to be known for one: a later line with "@" or many digits is one.
  const lines = rest.map(line => (/@|\d(?:\D?\d){6}/u.test(line) ? detailsMark : clean.plain(line)))
  return {
    ...shown,
    emails: [],
    phones: [],
    lines: [...new Set([...(first === undefined ? [] : [withoutAll(first, entry, clean)]), ...lines])],
  }
}

/** The first line is the person's own: every detail of the block goes from it. */
const withoutAll = (line: string, entry: ContactEntry, clean: Cleaner): string =>
  [...entry.emails, ...entry.phones].reduce((text, detail) => text.replaceAll(detail, detailsMark), clean.plain(line))

/** A link to a detail goes. The words of the others are cleaned as their line is, and so are found in it. */
function gatedLinks<Link extends PrintedLink>(
  links: readonly Link[] | undefined,
  { plain }: Cleaner,
): { links?: Link[] } {
  const shown = (links ?? [])
    .filter(({ address }) => !/^mailto:/iu.test(address) || plain(fullyDecoded(address)) === fullyDecoded(address))
    .map(link => ({ ...link, words: plain(link.words), address: plain(link.address) }))
  return shown.length === 0 ? {} : { links: shown }
}

const optional = (text: string | null, change: (text: string) => string): string | null =>
  text === null ? null : change(text)

/**
 * An anchor made from a title that names a withheld person, or a number, changes: removing it matters more than keeping the id. A
 * number goes whatever the policy, because the search index holds every anchor and no number.
 */
function shownId(item: Item, rules: Rules, used: Set<string>): string {
  const bare = slugWithoutNumbers(namelessId(item, rules)) || 'story'
  let unique = bare
  for (let nth = 2; used.has(unique); nth++) unique = `${bare}-${nth}`
  used.add(unique)
  return unique
}

/** The id says what the title says, or the first words of a story without one. */
function namelessId({ id, title, parts }: Item, { surnames, cleanTitle }: Rules): string {
  const words = id.split('-')
  if (!surnames.some(surname => words.includes(surname))) return id
  const said = title ?? plain(parts[0]?.text ?? '').slice(0, 60)
  const shown = cleanTitle(said)
  if (shown !== said) return storySlug(shown)
  const cleaned = cleanTitle(id)
  return cleaned === id ? id : storySlug(cleaned)
}
