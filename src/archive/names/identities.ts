/** Who or what each name means: a resolver for each kind of record, and a report of the names that no authority record knows. */
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'
import type { Mention } from '../archive.ts'
import { type Authorities, type Authority, type AuthorityKind, variantsOf } from '../content/authorities.ts'
import {
  candidatesOf,
  type IdentifyPerson,
  indexNames,
  type NameIndex,
  nearestName,
  nearestPerson,
  personResolver,
  resolver,
} from './resolve.ts'

/** Resolves a name as printed in an update. */
export type Identify = (printed: string) => Mention
export type Identities = Record<'networks' | 'publishers', Identify> & { people: IdentifyPerson }

/** Where a name is in an update's Markdown file. */
export type PlaceOf = (update: number, printed: string) => Place
/** Without the files, the first line of the update's file. */
export const firstLine: PlaceOf = update => ({
  file: `content/updates/${update}.md`,
  line: 1,
  column: 1,
  length: 1,
  source: null,
})

export function identitiesFrom(authorities: Authorities): Identities {
  return {
    people: personResolver(authorities.people),
    networks: resolver(indexNames(authorities.networks)),
    publishers: resolver(indexNames(authorities.publishers)),
  }
}

/** A name that an update prints in a place where names of this kind belong. */
export type Sighting = { kind: AuthorityKind; update: number; mention: Mention }

const singular = { people: 'person', networks: 'network', publishers: 'publisher' } as const

/** One message for each unverified record, at its first sighting, with the very line to add. */
export function reportUnverified(
  sightings: readonly Sighting[],
  { authorities, placeOf }: { authorities: Authorities; placeOf: PlaceOf },
): Diagnostic[] {
  const unverified = new Map<string, { first: Sighting; updates: Set<number> }>()
  for (const sighting of sightings) {
    if (sighting.mention.via !== 'unverified') continue
    const key = `${sighting.kind}/${sighting.mention.id}`
    const known = unverified.get(key) ?? { first: sighting, updates: new Set() }
    known.updates.add(sighting.update)
    unverified.set(key, known)
  }
  const indexes = {
    people: indexNames(authorities.people),
    networks: indexNames(authorities.networks),
    publishers: indexNames(authorities.publishers),
  }
  const strangers = [...unverified.values()]
    .filter(({ first }) => first.kind === 'people')
    .map(({ first: { mention }, updates }) => ({ id: mention.id, name: mention.printed, times: updates.size }))
  return [...unverified.values()].map(({ first, updates }) => {
    const { kind, update, mention } = first
    const at = placeOf(update, mention.printed)
    const times = updates.size
    const often = kind === 'people' ? strangers.filter(one => one.times > times && one.id !== mention.id) : []
    return diagnosticAbout(first, { at, times, records: authorities[kind], index: indexes[kind], often })
  })
}

type MentionContext = {
  at: Place
  times: number
  records: readonly Authority[]
  index: NameIndex
  /** People without a record whom more updates print than this name. */
  often: readonly { id: string; name: string }[]
}

function diagnosticAbout(
  { kind, mention }: Sighting,
  { at, times, records, index, often }: MentionContext,
): Diagnostic {
  const { printed, id } = mention
  const candidates = candidatesOf(index, printed)
  if (candidates.length > 1) return diagnose('ambiguous-name', at, { printed, candidates })
  const spellings = records.flatMap(record =>
    [record.name, ...variantsOf(record)].map(name => ({ id: record.id, name })),
  )
  const near = kind === 'people' ? nearestPerson([...spellings, ...often], printed) : nearestName(records, printed)
  const record = records.find(one => one.id === near?.id)
  const nearest = near === null ? null : { ...near, variants: record?.variants ?? [], isKnown: record !== undefined }
  return diagnose('unknown-name', at, { kind: singular[kind], printed, times, nearest, file: `${kind}.yaml`, id })
}
