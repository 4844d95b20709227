/** Everything that an update’s page shows, as plain data: the update itself, and what the archive adds. */
import type {
  Archive,
  ArchivedContact,
  ArchivedItem,
  ArchivedMeeting,
  ArchivedPublication,
  ArchivedSection,
  ArchivedUpdate,
} from '../src/archive/archive.ts'
import { addressOf } from '../src/publish/addresses.ts'
import { dateOfUpdate } from '../src/publish/find-in-archive.ts'
import { usageNote } from '../src/publish/usage-note.ts'
import { yearAddress } from '../src/publish/year-address.ts'
import type { IsoDate, PrintedLink } from '../src/update/update.ts'
import {
  contactLink,
  networkLinks,
  type PublicationLine,
  personLinks,
  publicationLines,
  publisherLinks,
  type ShownMeeting,
  shownMeeting,
  topicLinks,
} from './lines.ts'
import { type MoreLine, moreOnStory } from './more-on-this.ts'
import { safeUrl } from './safe-url.ts'
import type { Link } from './site-context.tsx'

export type Neighbour = { number: number; date: IsoDate }
export type UpdateView = Omit<ArchivedUpdate, 'previous' | 'next' | 'sections'> & {
  /** Its year's page. */
  year: Link
  previous: Neighbour | null
  next: Neighbour | null
  sections: SectionView[]
}

type Only<Kind> = Extract<ArchivedSection, { kind: Kind }>
export type NoticesView = Only<'notices'>
export type StoriesView = { kind: 'updates' | 'reminders'; heading: string | null; items: StoryView[] }
export type BibliographyView = { kind: 'publications'; heading: string | null; entries: ListingView[] }
export type ContactsView = { kind: 'contacts'; heading: string | null; entries: CardView[] }
export type SectionView = NoticesView | StoriesView | BibliographyView | ContactsView

/** The same story in another update. */
export type Appearance = { update: number; date: IsoDate; to: string; first: boolean }
export type StoryView = Omit<
  ArchivedItem,
  | 'links'
  | 'meetings'
  | 'contacts'
  | 'publications'
  | 'topics'
  | 'networks'
  | 'people'
  | 'publishers'
  | 'story'
  | 'firstIn'
  | 'repeats'
> & {
  /** Links in the title: web addresses only. */
  links: PrintedLink[]
  meetings: MeetingView[]
  appearances: Appearance[]
  publications: PublicationLine[]
  topics: Link[]
  /** "More on this"; empty for a story that an earlier update had. */
  more: MoreLine[]
  /** What it says about how its material may be used. */
  usage: string | null
  /** Networks, people and publishers that it names, except its contacts. */
  names: Link[]
  /** People whose details it gives. */
  contacts: ContactView[]
}

export type MeetingView = ShownMeeting &
  Omit<ArchivedMeeting, keyof ShownMeeting | 'meeting' | 'contacts' | 'formerDate' | 'yearFrom'> & {
    /** The contacts that the line names, and the link of each. */
    contacts: { printed: string; to: string | null }[]
  }

export type ListingView = Omit<ArchivedPublication, 'precision' | 'yearFrom' | 'publishers' | 'link' | 'items'> & {
  to: string
}

export type ContactView = Omit<ArchivedContact, 'person' | 'lines'> & { to: string | null }
/** One block of a contact list: a person, or those who share it ("Joint leads: A and B (C)"). */
export type CardView = { lines: string[]; people: [ContactView, ...ContactView[]] }

export function updateView(archive: Archive, update: ArchivedUpdate): UpdateView {
  const { number, date, heading, previous, next, sections, foot } = update
  const neighbour = (other: number | null): Neighbour | null => {
    const day = other === null ? null : dateOfUpdate(archive, other)
    return other === null || day === null ? null : { number: other, date: day }
  }
  return {
    number,
    date,
    heading,
    year: { to: yearAddress(archive, Number(date.slice(0, 4))), text: date.slice(0, 4) },
    previous: neighbour(previous),
    next: neighbour(next),
    sections: sections.map(section => sectionView(archive, update, section)),
    foot,
  }
}

function sectionView(archive: Archive, update: ArchivedUpdate, section: ArchivedSection): SectionView {
  const { kind, heading } = section
  switch (kind) {
    case 'notices':
      return section
    case 'updates':
    case 'reminders':
      return { kind, heading, items: section.items.map(item => storyView(archive, update, item)) }
    case 'publications':
      return { kind, heading, entries: section.entries.map(entry => listingView(archive, entry)) }
    case 'contacts':
      return { kind, heading, entries: cardViews(section.entries) }
    default:
      return kind satisfies never
  }
}

function storyView(archive: Archive, update: ArchivedUpdate, item: ArchivedItem): StoryView {
  const { id, kicker, title, titleSource, kind, parts, deadlines } = item
  const story = archive.stories.get(item.story)
  const appearances = story?.appearances ?? []
  return {
    id,
    kicker,
    title,
    titleSource,
    kind,
    parts,
    deadlines,
    links: (item.links ?? []).filter(({ address }) => safeUrl(address) !== null),
    meetings: item.meetings.map(meeting => meetingView(archive, meeting)),
    appearances: appearances
      .map(({ update, date, item }, index) => ({ update, date, to: addressOf.item(update, item), first: index === 0 }))
      .filter(appearance => appearance.update !== update.number),
    publications: publicationLines(archive, item.publications),
    topics: topicLinks(archive, item.topics),
    more: story !== undefined && item.firstIn === update.number ? moreOnStory(archive, story) : [],
    usage: usageNote(item),
    names: [
      ...publisherLinks(archive, item.publishers),
      ...networkLinks(
        archive,
        item.networks.map(mention => mention.id),
      ),
      ...personLinks(
        archive,
        item.people.map(mention => mention.id).filter(id => !item.contacts.some(({ person }) => person === id)),
      ),
    ],
    contacts: item.contacts.map(contactView).filter(({ to }) => to !== null),
  }
}

function meetingView(archive: Archive, meeting: ArchivedMeeting): MeetingView {
  const { label, text, contacts } = meeting
  return {
    ...shownMeeting(archive, { ...meeting, id: meeting.meeting, network: meeting.network.id }),
    label,
    text,
    contacts: contacts.map(contact => ({ printed: contact.printed, to: contactLink(archive, contact).to })),
  }
}

function listingView(archive: Archive, { publication, title, text, date }: ArchivedPublication): ListingView {
  const record = archive.publications.get(publication)
  return { publication, title, text, date, to: record ? addressOf.publication(record) : addressOf.publications() }
}

const contactView = ({ person, name, role, organisation, emails, phones }: ArchivedContact): ContactView => ({
  name,
  role,
  organisation,
  emails,
  phones,
  to: person === null ? null : addressOf.person(person),
})

/** A contact without lines shares the card above; if that person is withheld, it gets its own card. */
function cardViews(entries: readonly ArchivedContact[]): CardView[] {
  const cards: CardView[] = []
  for (const entry of entries) {
    const card = cards.at(-1)
    const isAbove =
      entry.person !== null && entry.lines.length === 0 && card?.lines.some(line => line.includes(entry.name))
    const where = entry.organisation === null ? '' : ` (${entry.organisation})`
    const ownLines = [
      `${entry.role === '' ? '' : `${entry.role}: `}${entry.name}${where}`,
      ...entry.emails,
      ...entry.phones,
    ]
    if (isAbove) card?.people.push(contactView(entry))
    else
      cards.push({
        lines: entry.lines.length > 0 || entry.person === null ? entry.lines : ownLines,
        people: [contactView(entry)],
      })
  }
  return cards
}
