/**
 * Who a printed name means. The ladder of design.md: explicit id → exact name or variant → exactly one normalised
 * match → an unverified record. It never guesses: where two records share a name, the name stays unverified until
 * an editor writes the id.
 */
import { distance } from 'fastest-levenshtein'
import type { Mention } from '../archive.ts'
import { type Authority, type PersonAuthority, variantsOf } from '../content/authorities.ts'
import { foldedWords, nameKey, namesWithoutBrackets, slugOf, slugWithoutNumbers } from './names.ts'

/** One kind's records, by what they can be called. */
export type NameIndex = {
  ids: ReadonlyMap<string, string>
  names: ReadonlyMap<string, ReadonlySet<string>>
  variants: ReadonlyMap<string, ReadonlySet<string>>
  keys: ReadonlyMap<string, ReadonlySet<string>>
}

/** Indexes the records of one kind. A former id finds its record as the id does. */
export function indexNames(records: readonly Authority[]): NameIndex {
  const ids = new Map<string, string>()
  const names = new Map<string, Set<string>>()
  const variants = new Map<string, Set<string>>()
  const keys = new Map<string, Set<string>>()
  for (const record of records) {
    for (const id of [...record.formerIds, record.id]) ids.set(id, record.id)
    add(names, record.name, record.id)
    add(keys, nameKey(record.name), record.id)
    for (const variant of variantsOf(record)) {
      add(variants, variant, record.id)
      add(keys, nameKey(variant), record.id)
    }
  }
  return { ids, names, variants, keys }
}

function add(index: Map<string, Set<string>>, name: string, id: string): void {
  const ids = index.get(name)
  if (ids === undefined) index.set(name, new Set([id]))
  else ids.add(id)
}

/** Finds whom `printed` means, and records the rung. Always answers: the last rung is an unverified id. */
export function resolve(index: NameIndex, printed: string): Mention {
  const explicit = index.ids.get(printed)
  if (explicit !== undefined) return { printed, id: explicit, via: 'id' }
  const exact = printed.trim()
  const rungs = [
    { via: 'name', found: index.names.get(exact) },
    { via: 'variant', found: index.variants.get(exact) },
    { via: 'normalised', found: index.keys.get(nameKey(printed)) },
  ] as const
  // The first rung that knows the name decides; if it knows two, it means neither until an editor decides.
  const rung = rungs.find(({ found }) => found !== undefined)
  const only = rung?.found?.size === 1 ? [...rung.found][0] : undefined
  if (rung !== undefined && only !== undefined) return { printed, id: only, via: rung.via }
  return { printed, id: unverifiedId(index, printed), via: 'unverified' }
}

/** `resolve` with a memory: an archive asks for the same hundred names over and over. */
export function resolver(index: NameIndex): (printed: string) => Mention {
  const known = new Map<string, Mention>()
  return printed => {
    const mention = known.get(printed) ?? resolve(index, printed)
    known.set(printed, mention)
    return mention
  }
}

/** Finds a person; the organisation, where a contact list prints one, tells namesakes apart. */
export type IdentifyPerson = (printed: string, organisation?: string | null) => Mention

/**
 * As `resolver`; where the name alone is ambiguous, the one namesake of that organisation. If the authority file does not
 * say whose organisation it is, namesakes of two organisations are two unverified people.
 */
export function personResolver(people: readonly PersonAuthority[]): IdentifyPerson {
  const index = indexNames(people)
  const byFullName = resolver(index)
  const nicknames = nicknamesOf(people)
  const byName = (printed: string): Mention => {
    const mention = byFullName(printed)
    if (mention.via !== 'unverified' || candidatesOf(index, printed).length > 0) return mention
    return byNickname(printed, { index, nicknames }) ?? mention
  }
  const organisations = new Map(people.map(person => [person.id, new Set(person.organisations.map(nameKey))]))
  const identify = (printed: string, organisation: string | null): Mention => {
    const mention = byName(printed)
    const candidates = mention.via === 'unverified' && organisation !== null ? candidatesOf(index, printed) : []
    if (organisation === null || candidates.length < 2) return mention
    const [only, second] = candidates.filter(id => organisations.get(id)?.has(nameKey(organisation)))
    if (only !== undefined && second === undefined) return { printed, id: only, via: 'name' }
    return { printed, id: unverifiedId(index, `${printed} ${organisation}`), via: 'unverified' }
  }
  // Contact lists print the same people every week.
  const known = new Map<string, Mention>()
  return (printed, organisation = null) => {
    const asked = organisation === null ? printed : `${printed}\0${organisation}`
    const mention = known.get(asked) ?? identify(printed, organisation)
    known.set(asked, mention)
    return mention
  }
}

/** What people whose record prints a nickname in brackets are called without them. */
function nicknamesOf(people: readonly PersonAuthority[]): Map<string, Set<string>> {
  const nicknames = new Map<string, Set<string>>()
  for (const person of people)
    for (const name of [person.name, ...variantsOf(person)])
      for (const shorter of namesWithoutBrackets(name)) add(nicknames, nameKey(shorter), person.id)
  return nicknames
}

type Nicknames = { index: NameIndex; nicknames: ReadonlyMap<string, ReadonlySet<string>> }

/** "Philip (Phil) Simpkins" and "Phil Simpkins" are one person, known or not; null where a name says nothing of the kind. */
function byNickname(printed: string, { index, nicknames }: Nicknames): Mention | null {
  const shorter = namesWithoutBrackets(printed)
  const keys = [printed, ...shorter].map(nameKey)
  const found = new Set(keys.flatMap(key => [...(nicknames.get(key) ?? []), ...(index.keys.get(key) ?? [])]))
  const [only, second] = found
  if (only !== undefined && second === undefined) return { printed, id: only, via: 'normalised' }
  const [called] = shorter
  return called === undefined || found.size > 0 ? null : { printed, id: unverifiedId(index, called), via: 'unverified' }
}

/** A slug of the normalised name, so that two spellings of one key are one record; never an id that a record holds. */
function unverifiedId(index: NameIndex, printed: string): string {
  const slug = slugWithoutNumbers(slugOf(nameKey(printed)) || slugOf(printed)) || `name-${codesOf(printed)}`
  return index.ids.has(slug) ? `${slug}-unverified` : slug
}

/** A name without a Latin letter still needs an address. */
const codesOf = (printed: string): string =>
  [...printed.trim()]
    .slice(0, 12)
    .map(letter => (letter.codePointAt(0) ?? 0).toString(36))
    .join('-')

/** The records that a name could mean: two or more where it is ambiguous, none where it is unknown. */
export function candidatesOf(index: NameIndex, printed: string): string[] {
  const exact = printed.trim()
  const found = index.names.get(exact) ?? index.variants.get(exact) ?? index.keys.get(nameKey(printed))
  return [...(found ?? [])].sort()
}

/**
 * The name of a person that is spelt almost like this one: as many words, each begun alike, one or two letters apart. Jan and Jane Day may
 * be two people, so it proposes and never decides.
 */
export function nearestPerson<Someone extends { id: string; name: string }>(
  people: readonly Someone[],
  printed: string,
): Someone | null {
  const words = foldedWords(printed)
  const near = people
    .map(person => ({ person, apart: apartAs(words, foldedWords(person.name)) }))
    .filter(({ apart }) => apart > 0 && apart <= 2)
    .sort((a, b) => a.apart - b.apart)
  const [nearest] = near
  // Two that are as near: it is not clear who is meant.
  const isOnly = near.every(({ person, apart }) => apart !== nearest?.apart || person.id === nearest.person.id)
  return nearest !== undefined && isOnly ? nearest.person : null
}

/** Letters by which two names differ; 3 where they are not alike. */
function apartAs(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length || a.length < 2) return 3
  const each = a.map((word, at) => distance(word, b[at] ?? ''))
  const alike = a.every((word, at) => each[at] === 0 || (word.length > 2 && word[0] === b[at]?.[0]))
  return alike ? each.reduce((sum, letters) => sum + letters, 0) : 3
}

/** The known name whose spelling is nearest, for a hint; null where none is near. Proposes, never decides. */
export function nearestName(records: readonly Authority[], printed: string): { id: string; name: string } | null {
  const key = foldedWords(printed).join(' ')
  let best: { id: string; name: string; apart: number } | null = null
  for (const record of records)
    for (const name of [record.name, ...variantsOf(record)]) {
      const apart = distance(key, foldedWords(name).join(' ')) / Math.max(key.length, name.length, 1)
      if (apart <= 0.34 && apart < (best?.apart ?? 1)) best = { id: record.id, name, apart }
    }
  return best === null ? null : { id: best.id, name: best.name }
}
