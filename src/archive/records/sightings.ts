/** Where archived updates name people, networks and publishers, oldest first: the material of their records. */
import type { ArchivedItem, ArchivedUpdate, Mention } from '../archive.ts'
import type { AuthorityKind } from '../content/authorities.ts'
import type { Gated } from '../gate/gate.ts'
import { type Cleaner, detailsMark } from '../gate/secrets.ts'
import type { Identities, Sighting } from '../names/identities.ts'
import type { Naming } from '../names/naming.ts'
import type { Convenor, ConvenorSighting, NetworkSighting } from './networks.ts'
import type { ContactSighting, PersonSighting } from './people.ts'

export type Sightings = {
  contacts: ContactSighting[]
  people: PersonSighting[]
  networks: NetworkSighting[]
  convenors: ConvenorSighting[]
  publishers: Mention[]
  /** Every name, in a place for a name of its kind. */
  unverified: Sighting[]
}

export function sightingsIn({
  archived,
  identities,
  naming,
  gated,
}: {
  archived: readonly ArchivedUpdate[]
  identities: Identities
  naming: Naming
  gated: Pick<Gated, 'elsewhere'>
}): Sightings {
  const seen: Sightings = { contacts: [], people: [], networks: [], convenors: [], publishers: [], unverified: [] }
  const note = (kind: AuthorityKind, update: number, mention: Mention) => {
    if (mention.via === 'unverified') seen.unverified.push({ kind, update, mention })
  }
  for (const update of archived) {
    const { number, date } = update
    for (const item of itemsOf(update)) {
      addItem(seen, item, { update, elsewhere: gated.elsewhere })
      for (const { network, contacts } of item.meetings) {
        note('networks', number, network)
        for (const { printed } of contacts.filter(isName)) note('people', number, identities.people(printed))
      }
    }
    for (const { publishers } of publicationsOf(update)) {
      seen.publishers.push(...publishers)
      for (const mention of publishers) note('publishers', number, mention)
    }
    for (const contact of contactsOf(update)) {
      seen.contacts.push({ update: number, date, contact })
      if (contact.person === null) continue
      note('people', number, identities.people(contact.name, contact.organisation))
      const convenor = { printed: contact.name, person: contact.person }
      for (const network of naming.networksInRole(contact.role))
        seen.convenors.push({ network, update: number, date, contact: convenor })
    }
  }
  return seen
}

function addItem(
  seen: Sightings,
  item: ArchivedItem,
  { update: { number, date }, elsewhere }: { update: ArchivedUpdate; elsewhere: Cleaner },
): void {
  for (const { id, printed } of item.people) seen.people.push({ person: id, update: number, printed })
  for (const { id, printed } of item.networks) seen.networks.push({ network: id, printed, update: number })
  seen.publishers.push(...item.publishers)
  for (const { network, contacts } of item.meetings)
    for (const contact of contacts) {
      const shown = { ...contact, printed: elsewhere.plain(contact.printed) }
      seen.convenors.push({ network: network.id, update: number, date, contact: shown })
      if (isName(contact)) seen.people.push({ person: contact.person, update: number, printed: contact.printed })
    }
}

/** A person's name as printed; not an address of theirs, or the mark in its place. */
const isName = (contact: Convenor): contact is { printed: string; person: string } =>
  contact.person !== null && !contact.printed.includes('@') && contact.printed !== detailsMark

const itemsOf = ({ sections }: ArchivedUpdate) =>
  sections.flatMap(section => (section.kind === 'updates' || section.kind === 'reminders' ? section.items : []))
const publicationsOf = ({ sections }: ArchivedUpdate) =>
  sections.flatMap(section => (section.kind === 'publications' ? section.entries : []))
/** In the contact list and inside stories. */
const contactsOf = (update: ArchivedUpdate) => [
  ...itemsOf(update).flatMap(item => item.contacts),
  ...update.sections.flatMap(section => (section.kind === 'contacts' ? section.entries : [])),
]
