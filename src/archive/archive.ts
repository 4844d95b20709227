/**
 * The archive: what all updates say, taken together. Things that recur under varying names (networks, people,
 * publishers) and things that are repeated (publications, stories, meetings) are one record each, with one id.
 *
 * An Archive is plain data (Maps, arrays, strings, numbers), already past the contact gate: what the site may not
 * show is not in it. `asOf` is the date of the latest update: "next" and "past" depend on it, never on a clock.
 */
import type {
  ClockTime,
  ContactEntry,
  ContactList,
  IsoDate,
  Item,
  Markdown,
  Meeting,
  Notices,
  Part,
  PrintedLink,
  PublicationEntry,
  PublicationList,
  SectionKind,
  Stories,
  TitleSource,
  Update,
} from '../update/update.ts'

/** By which rung of the ladder a printed name was matched to its record. `unverified`: no authority record knows it. */
export type Via = 'id' | 'name' | 'variant' | 'normalised' | 'unverified'
/** A name as printed, and the record it means. */
export type Mention = { printed: string; id: string; via: Via }

export type Archive = {
  site: Site
  asOf: IsoDate
  /** By number, oldest first. */
  updates: ArchivedUpdate[]
  /** Each map is keyed by id and iterates in the order that its index page shows (people, networks and publishers by name). */
  people: ReadonlyMap<string, Person>
  networks: ReadonlyMap<string, Network>
  publishers: ReadonlyMap<string, Publisher>
  /** Those that a story or a publication is about, and their wider subjects; in the order of topics.yaml. */
  topics: ReadonlyMap<string, Topic>
  /** Latest first. */
  publications: ReadonlyMap<string, Publication>
  /** By first appearance, oldest first. */
  stories: ReadonlyMap<string, Story>
  /** By date, oldest first, undated last. */
  meetings: ReadonlyMap<string, MeetingRecord>
  /** Addresses that were published once and have moved, site-relative: `/contacts/old/` → `/contacts/new/`. */
  formerAddresses: { from: string; to: string }[]
}

/** content/site.yaml */
export type Site = {
  title: string
  /** One sentence: what the archive is. */
  description: string
  /** Who publishes the newsletter. */
  publisher: string
  /** Origin and path, no trailing slash: `https://example.org/archive`. */
  url: string
  contactDetails: 'printed' | 'latest' | 'none'
  /** Where readers report a mistake, or ask for a correction or removal; null if no email address is given. */
  reportTo: string | null
  /** How readers get the newsletter: an address to write to, a page to sign up on; null: not known. */
  subscribe: { email: string | null; link: string | null } | null
  /** Whether the site has a database of everything beside the JSON. */
  database: 'sqlite' | null
  /** `?p=8851` of the newsletter's old site → update number. */
  oldPosts: { post: number; update: number }[]
}

/** What an update says, with the records that it means. What the archive leaves out of it, it leaves out by name. */
export type ArchivedUpdate = Omit<Update, 'origin' | 'sections'> & {
  previous: number | null
  next: number | null
  sections: ArchivedSection[]
}
export type ArchivedSection =
  | Notices
  | (Omit<Stories, 'items'> & { items: ArchivedItem[] })
  | (Omit<PublicationList, 'entries'> & { entries: ArchivedPublication[] })
  | (Omit<ContactList, 'entries'> & { entries: ArchivedContact[] })

export type ArchivedItem = Omit<Item, 'parts' | 'meetings' | 'contacts' | 'publications'> & {
  /** `label`: the heading without its colon. */
  parts: (Part & { label: string | null })[]
  meetings: ArchivedMeeting[]
  /** Printed inside the story; their `lines` are its text. */
  contacts: ArchivedContact[]
  /** The story that this is an appearance of; its `appearances` name the other updates. */
  story: string
  firstIn: number
  /** The other updates that have it, ascending, this one left out. */
  repeats: number[]
  /** Publications that this story is about. */
  publications: string[]
  /** What the story is about: at most three topics, the surest first. The same in each appearance. */
  topics: string[]
  /** Who and what it names, each once, in reading order. */
  networks: Mention[]
  people: Mention[]
  publishers: Mention[]
}

export type ArchivedMeeting = Omit<Meeting, 'contacts'> & {
  /** The meeting's record. */
  meeting: string
  network: Mention
  contacts: MeetingContact[]
}
/** A person (with id), or an address as printed (id null). */
export type MeetingContact = { printed: string; person: string | null }

export type ArchivedPublication = Omit<PublicationEntry, 'publishers'> & {
  publication: string
  precision: 'day' | 'month' | null
  publishers: Mention[]
  /** The address that the entry's own link leads to. */
  link: string | null
  /** Items of the same update that are about it. */
  items: string[]
}

/** `lines`: those that may be shown; empty where they are in a story, or with the contact above. */
export type ArchivedContact = Omit<ContactEntry, 'links'> & {
  /** null: no one is named, or the person is withheld; then `name` and everything else of the person is withheld too. */
  person: string | null
  links?: PrintedLink[]
}

/** updates are numbers, ascending. */
export type Person = {
  id: string
  name: string
  /** Other names, but for those that differ in case or signs alone. So for networks and publishers. */
  variants: string[]
  verified: boolean
  note: string | null
  /** By first appearance. */
  roles: { role: string; organisation: string | null; updates: number[]; from: IsoDate; to: IsoDate }[]
  /** Latest first. */
  emails: { value: string; updates: number[]; lastSeen: IsoDate }[]
  phones: { value: string; updates: number[]; lastSeen: IsoDate }[]
  networks: string[]
  stories: string[]
  firstIn: number | null
  lastIn: number | null
}

export type Network = {
  id: string
  name: string
  variants: string[]
  verified: boolean
  /** What it covers. */
  covers: string | null
  note: string | null
  /** The contacts that updates name for it, each stretch of updates separately; latest first. */
  convenors: { contact: MeetingContact; updates: number[]; from: IsoDate; to: IsoDate }[]
  meetings: string[]
  stories: string[]
  publications: string[]
  /** Updates that name it: in a line, a story, a publication, or the role of a contact. */
  updates: number[]
}

export type Publisher = {
  id: string
  name: string
  fullName: string | null
  shortName: string | null
  variants: string[]
  verified: boolean
  url: string | null
  /** Where its own site finds a title: "https://example.org/search?q={title}". */
  search: string | null
  note: string | null
  /** Latest first. */
  publications: string[]
  stories: string[]
}

/** A subject: content/authorities/topics.yaml. */
export type Topic = {
  id: string
  name: string
  /** Other words for it, for a search. */
  forms: string[]
  covers: string
  note: string | null
  /** The wider topic, and the narrower ones, by id. */
  broader: string | null
  narrower: string[]
  /** In the order of the archive's lists: stories oldest first, publications latest first. */
  stories: string[]
  publications: string[]
}

/** The same publication, however often it was listed. */
export type Publication = Omit<PublicationEntry, 'text' | 'publishers'> & {
  id: string
  precision: 'day' | 'month' | null
  /** The year of its address: that of its date, else that of the first update that lists it. */
  year: number
  publishers: Mention[]
  /** `story`: no list has it, only a story says that it was published. */
  from: 'list' | 'story'
  /** Those that list it, ascending; where no list has it, those whose stories speak of it. */
  updates: number[]
  /** Where it was published: what `publications.yaml` says, else where the links on its title lead. */
  sourceUrl: string | null
  /** "10.1332/175795923X16796134456789" */
  doi: string | null
  note: string | null
  /** One for each update that lists it, ascending. */
  listings: { update: number; text: Markdown }[]
  stories: string[]
  /** At most three, the surest first; a title that names none has those of the one story about it. */
  topics: string[]
  networks: string[]
  /** Ids under which it was published before two records proved to be one; they stay anchors. */
  formerIds: string[]
}

/** The same story, however many updates have it. */
export type Story = {
  id: string
  title: string | null
  titleSource: TitleSource
  /** Ascending; the first is the first appearance. */
  appearances: { update: number; date: IsoDate; section: SectionKind; item: string }[]
  publications: string[]
  topics: string[]
  networks: string[]
  people: string[]
  publishers: string[]
}

/** The same meeting, however often it was announced. */
export type MeetingRecord = Omit<Meeting, 'date' | 'formerDate' | 'contacts'> & {
  /** Stable: names the network and the date first announced. */
  id: string
  network: string
  /** null for one that is postponed: its last move says when it was to be. */
  date: IsoDate | null
  contacts: MeetingContact[]
  /** Each change of day or time, oldest first: what it was before, and the update that said so. */
  moves: { from: { date: IsoDate; start: ClockTime | null }; announcedIn: number }[]
  /** Every update that announces it, ascending, and where. */
  announcements: { update: number; item: string }[]
  updates: number[]
  /** Any change of substance (day, time, place, status) raises it by one: RFC 5545 §3.8.7.4. */
  sequence: number
  /** The date of the update that announced it last: DTSTAMP. */
  stamp: IsoDate
}

/** Whether a meeting is over: its last day was before the latest update's. A meeting on that very day is not. */
export const isOver = ({ date, lastDate }: Pick<MeetingRecord, 'date' | 'lastDate'>, asOf: IsoDate): boolean =>
  date !== null && (lastDate ?? date) < asOf
