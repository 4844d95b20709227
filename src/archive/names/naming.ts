/** Which networks, people and publishers a text of the archive names. */
import { createHash } from 'node:crypto'
import { remembered } from '../../update/remembered.ts'
import type { Mention } from '../archive.ts'
import { type Authorities, type Authority, type AuthorityKind, variantsOf } from '../content/authorities.ts'
import { type Identities, identitiesFrom } from './identities.ts'
import { nameScanner, type Sought } from './mentions.ts'

export type MentionsByKind = Record<AuthorityKind, Mention[]>

export type Naming = {
  /** In prose: the names that count there. */
  inProse: (text: string) => MentionsByKind
  /**
   * In a role that speaks of networks ("CSC Workforce, PSW and AD Safeguarding Network Lead") every name of one counts; so
   * does a name alone ("Data Benchmarking"). "LGA SEND Improvement Adviser" does not convene the SEND network.
   */
  networksInRole: (role: string) => string[]
}

/** All that is known of names in one archive. `madeOf`: a hash; where it is equal the answers are. */
export type Names = { madeOf: string; identities: Identities; naming: Naming }

export function namesOf(authorities: Authorities, contacts: readonly string[]): Names {
  const madeOf = createHash('sha256')
    .update(JSON.stringify([authorities, [...new Set(contacts)]]))
    .digest('hex')
  const identities = identitiesFrom(authorities)
  return { madeOf, identities, naming: namingOf(authorities, identities, contacts) }
}

/** `contacts`: the names of people that no authority record knows and the contact lists print. */
function namingOf(authorities: Authorities, identities: Identities, contacts: Iterable<string>): Naming {
  const shown = authorities.people.filter(person => person.withhold !== 'person')
  const strangers = [...new Set(contacts)].filter(
    name => /\s/u.test(name.trim()) && identities.people(name).via === 'unverified',
  )
  const prose = nameScanner<AuthorityKind>([
    ...shown.flatMap(record => soughtInProse('people', record)),
    ...authorities.networks.flatMap(record => soughtInProse('networks', record)),
    ...authorities.publishers.flatMap(record => soughtInProse('publishers', record)),
    ...strangers.map(name => ({ name, kind: 'people' as const, id: identities.people(name).id })),
  ])
  const roles = nameScanner(authorities.networks.flatMap(record => allNames('networks', record)))
  const inProse = (text: string): MentionsByKind => {
    const named: MentionsByKind = { people: [], networks: [], publishers: [] }
    for (const { kind, id, printed } of prose(text)) {
      const mention = identities[kind](printed)
      named[kind].push(mention.id === id ? mention : { printed, id, via: 'variant' })
    }
    return named
  }
  const networksInRole = (role: string): string[] => {
    const whole = role
      .split(/[;,:]/u)
      .map(stretch => identities.networks(stretch.trim()))
      .filter(({ via }) => via !== 'unverified')
    const within = networkWord.test(role) ? roles(role) : []
    return [...new Set([...whole, ...within].map(({ id }) => id))]
  }
  return {
    inProse: remembered(inProse, itself),
    networksInRole: remembered(networksInRole, itself),
  }
}

const itself = (text: string): string => text

const networkWord = /\b(?:networks?|groups?|boards?|conven[eo]rs?)\b/iu

const allNames = (kind: AuthorityKind, record: Authority): Sought<AuthorityKind>[] =>
  [record.name, ...variantsOf(record)].map(name => ({ name, kind, id: record.id }))

function soughtInProse(kind: AuthorityKind, record: Authority): Sought<AuthorityKind>[] {
  if (record.mentions === undefined) return allNames(kind, record)
  return (record.mentions || []).map(name => ({ name, kind, id: record.id }))
}
