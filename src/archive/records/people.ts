/** One record for each person, out of all contact lists, meeting lines and stories. */
import type { IsoDate } from '../../update/update.ts'
import type { ArchivedContact, Person } from '../archive.ts'
import { otherNamesOf, type PersonAuthority } from '../content/authorities.ts'
import type { Details } from '../gate/gate.ts'
import { emailKey, phoneKey } from '../gate/secrets.ts'
import { addTo } from '../lists-by-key.ts'
import { foldedWords } from '../names/names.ts'

/** A block of a contact list, and the update that prints it. */
export type ContactSighting = { update: number; date: IsoDate; contact: ArchivedContact }
/** A person named outside the contact lists. */
export type PersonSighting = { person: string; update: number; printed: string }

type Sources = {
  /** Oldest first. */
  contacts: readonly ContactSighting[]
  others: readonly PersonSighting[]
  authorities: ReadonlyMap<string, PersonAuthority>
  /** Under `latest`: the details to show, instead of those that the contact lists print. */
  latest: ReadonlyMap<string, Details> | null
}

/** By id, in no order. `networks` and `stories` are left empty, and filled in later. */
export function peopleOf({ contacts, others, authorities, latest }: Sources): Map<string, Person> {
  const people = new Map<string, Person>()
  const personOf = (id: string, printed: string): Person => {
    const known = people.get(id) ?? blank(id, printed, authorities.get(id))
    people.set(id, known)
    if (!known.verified && known.name !== printed && !known.variants.includes(printed)) known.variants.push(printed)
    return known
  }
  const blocks = new Map<Person, ContactSighting[]>()
  for (const sighting of contacts) {
    const { person: id, name } = sighting.contact
    if (id === null) continue
    const person = personOf(id, name)
    seen(person, sighting.update)
    addTo(blocks, person, sighting)
  }
  for (const { person, update, printed } of others) seen(personOf(person, printed), update)
  for (const [person, sightings] of blocks) fill(person, sightings, latest)
  return people
}

const blank = (id: string, printed: string, authority: PersonAuthority | undefined): Person => ({
  id,
  name: authority?.name ?? printed,
  variants: authority === undefined ? [] : otherNamesOf(authority),
  verified: authority !== undefined,
  note: authority?.note ?? null,
  roles: [],
  emails: [],
  phones: [],
  networks: [],
  stories: [],
  firstIn: null,
  lastIn: null,
})

function seen(person: Person, update: number): void {
  person.firstIn = Math.min(person.firstIn ?? update, update)
  person.lastIn = Math.max(person.lastIn ?? update, update)
}

function fill(person: Person, sightings: readonly ContactSighting[], latest: Sources['latest']): void {
  person.roles = rolesOf(sightings)
  if (latest === null) {
    person.emails = detailsOf(sightings, contact => contact.emails, emailKey)
    person.phones = detailsOf(sightings, contact => contact.phones, phoneKey)
    return
  }
  const details = latest.get(person.id)
  if (details === undefined) return
  const dated = (value: string) => ({ value, updates: [details.update], lastSeen: details.date })
  person.emails = details.emails.map(dated)
  person.phones = details.phones.map(dated)
}

function rolesOf(sightings: readonly ContactSighting[]): Person['roles'] {
  const roles = new Map<string, Person['roles'][number]>()
  const keys = new Map<string, string>()
  for (const { update, date, contact } of sightings) {
    const { role, organisation } = contact
    const printed = `${role}\0${organisation ?? ''}`
    const key = keys.get(printed) ?? `${foldedWords(role).join(' ')}/${foldedWords(organisation ?? '').join(' ')}`
    keys.set(printed, key)
    const known = roles.get(key) ?? { role, organisation, updates: [], from: date, to: date }
    if (known.updates.at(-1) !== update) known.updates.push(update)
    known.to = date
    roles.set(key, known)
  }
  return [...roles.values()]
}

/** Latest first, in the latest spelling. */
function detailsOf(
  sightings: readonly ContactSighting[],
  read: (contact: ArchivedContact) => string[],
  keyOf: (detail: string) => string,
): Person['emails'] {
  const details = new Map<string, Person['emails'][number]>()
  const keys = new Map<string, string>()
  for (const { update, date, contact } of sightings)
    for (const value of read(contact)) {
      const key = keys.get(value) ?? keyOf(value)
      keys.set(value, key)
      const updates = details.get(key)?.updates ?? []
      if (updates.at(-1) !== update) updates.push(update)
      details.delete(key)
      details.set(key, { value, updates, lastSeen: date })
    }
  return [...details.values()].reverse()
}
