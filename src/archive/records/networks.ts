/** One record for each network, with its convenors over time. */
import type { IsoDate } from '../../update/update.ts'
import type { Network } from '../archive.ts'
import { type NetworkAuthority, otherNamesOf } from '../content/authorities.ts'
import { groupBy } from '../lists-by-key.ts'

/** A network that an update names in a line, a story or a publication. */
export type NetworkSighting = { network: string; printed: string; update: number }
/** The contact that an update names for a network, in a line of dates or by a role in the contact list. */
export type ConvenorSighting = { network: string; update: number; date: IsoDate; contact: Convenor }
export type Convenor = { printed: string; person: string | null }

type Sources = {
  /** Oldest first. */
  sightings: readonly NetworkSighting[]
  convenors: readonly ConvenorSighting[]
  authorities: ReadonlyMap<string, NetworkAuthority>
  /** First and last day of the archive, for an authority record without dates. */
  span: { from: IsoDate; to: IsoDate }
  /** The id of a person whom the archive knows by this name. */
  personOf: (name: string) => string | null
}

/** By id, in no order. `meetings`, `stories` and `publications` are left empty, and filled in later. */
export function networksOf({ sightings, convenors, authorities, span, personOf }: Sources): Map<string, Network> {
  const networks = new Map<string, Network>()
  for (const { network: id, printed, update } of sightings) {
    const network = networks.get(id) ?? blank(id, printed, authorities.get(id))
    networks.set(id, network)
    if (network.updates.at(-1) !== update) network.updates.push(update)
    if (!network.verified && network.name !== printed && !network.variants.includes(printed))
      network.variants.push(printed)
  }
  for (const network of networks.values()) network.updates = [...new Set(network.updates)].sort((a, b) => a - b)
  const byNetwork = groupBy(convenors, sighting => sighting.network)
  for (const [id, said] of byNetwork) {
    const network = networks.get(id)
    if (network !== undefined) network.convenors = stretchesOf(said)
  }
  for (const network of networks.values())
    for (const { name, from, to } of authorities.get(network.id)?.convenors ?? [])
      network.convenors.push({
        contact: { printed: name, person: personOf(name) },
        updates: [],
        from: from ?? (to !== null && to < span.from ? to : span.from),
        to: to ?? (from !== null && from > span.to ? from : span.to),
      })
  return networks
}

const blank = (id: string, printed: string, authority: NetworkAuthority | undefined): Network => ({
  id,
  name: authority?.name ?? printed,
  variants: authority === undefined ? [] : otherNamesOf(authority),
  verified: authority !== undefined,
  covers: authority?.covers ?? null,
  note: authority?.note ?? null,
  convenors: [],
  meetings: [],
  stories: [],
  publications: [],
  updates: [],
})

/** A stretch ends where an update names others and not this one. Latest first. */
function stretchesOf(said: readonly ConvenorSighting[]): Network['convenors'] {
  const stretches: (Network['convenors'][number] & { last: number })[] = []
  const order = new Map(
    [...new Set(said.map(({ update }) => update))].sort((a, b) => a - b).map((update, at) => [update, at]),
  )
  const running = new Map<string, (typeof stretches)[number]>()
  for (const { update, date, contact } of [...said].sort((a, b) => a.update - b.update)) {
    const at = order.get(update) ?? 0
    const key = contact.person ?? contact.printed
    const open = running.get(key)
    if (open !== undefined && at - open.last <= 1) {
      if (open.last !== at) open.updates.push(update)
      open.last = at
      open.to = date
    } else {
      const fresh = { contact, updates: [update], from: date, to: date, last: at }
      stretches.push(fresh)
      running.set(key, fresh)
    }
  }
  return stretches.sort((a, b) => b.last - a.last).map(({ last: _, ...stretch }) => stretch)
}
