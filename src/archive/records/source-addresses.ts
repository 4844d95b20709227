/** Where each publication can be read: what an editor says, else where the updates' links lead. */
import { closest } from 'fastest-levenshtein'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { ArchivedUpdate, Publication } from '../archive.ts'
import type { PublicationAuthority } from '../content/publication-authorities.ts'
import { addTo } from '../lists-by-key.ts'
import type { PlaceOf } from '../names/identities.ts'
import { linksOnTitle, placeKey } from '../publications/source-links.ts'

type AddressSources = {
  archived: readonly ArchivedUpdate[]
  authorities: readonly PublicationAuthority[]
  placeOf: PlaceOf
}

/**
 * Fills `sourceUrl`, `doi` and `note`. Reports links of one publication that lead to different pages (then none is taken),
 * and records of publications.yaml that no publication has the id of, or two have.
 */
export function giveSourceAddresses(
  publications: ReadonlyMap<string, Publication>,
  sources: AddressSources,
): Diagnostic[] {
  const { authorityOf, diagnostics } = matchAuthorities(publications, sources.authorities)
  const linked = linkedAddresses(publications, sources)
  for (const publication of publications.values()) {
    const authority = authorityOf.get(publication.id)
    const found = linked.get(publication.id) ?? []
    const byHand = authority?.url ?? (authority?.doi == null ? null : `https://doi.org/${authority.doi}`)
    const places = new Map(found.map(link => [placeKey(link.address), link]))
    if (byHand === null && places.size > 1)
      diagnostics.push(disagreement(publication, [...places.values()], sources.placeOf))
    // The latest of those that lead to one page.
    publication.sourceUrl = byHand ?? (places.size === 1 ? (found.at(-1)?.address ?? null) : null)
    publication.doi = authority?.doi ?? doiOf(publication.sourceUrl)
    publication.note = authority?.note ?? null
  }
  return diagnostics
}

type LinkedAddress = { address: string; update: number }

/** By publication, oldest update first. */
function linkedAddresses(
  publications: ReadonlyMap<string, Publication>,
  { archived }: AddressSources,
): Map<string, LinkedAddress[]> {
  const found = new Map<string, LinkedAddress[]>()
  for (const { number, sections } of archived)
    for (const section of sections) {
      if (section.kind === 'publications')
        for (const { publication, link } of section.entries)
          if (link !== null) addTo(found, publication, { address: link, update: number })
      if (section.kind !== 'updates' && section.kind !== 'reminders') continue
      for (const { publications: reported, parts } of section.items)
        for (const { text } of reported.length === 0 ? [] : parts)
          for (const id of reported) {
            const title = publications.get(id)?.title ?? ''
            for (const address of linksOnTitle(text, title)) addTo(found, id, { address, update: number })
          }
    }
  return found
}

function disagreement({ id, title }: Publication, links: readonly LinkedAddress[], placeOf: PlaceOf): Diagnostic {
  const [first] = links
  const addresses = links.map(({ address, update }) => `${address} (update ${update})`)
  return diagnose('source-addresses-differ', placeOf(first?.update ?? 0, title), {
    title,
    addresses,
    line: `- { id: ${id}, url: "${links.at(-1)?.address ?? ''}" }`,
  })
}

/** "https://doi.org/10.1332/1757" → "10.1332/1757". */
function doiOf(address: string | null): string | null {
  return /^https?:\/\/(?:dx\.)?doi\.org\/(?<doi>10\.\d{4,9}\/[^?#]+)/iu.exec(address ?? '')?.groups?.doi ?? null
}

function matchAuthorities(
  publications: ReadonlyMap<string, Publication>,
  authorities: readonly PublicationAuthority[],
): { authorityOf: ReadonlyMap<string, PublicationAuthority>; diagnostics: Diagnostic[] } {
  const authorityOf = new Map<string, PublicationAuthority>()
  if (authorities.length === 0) return { authorityOf, diagnostics: [] }
  const ids = new Map(
    [...publications.values()].flatMap(({ id, formerIds }) => [id, ...formerIds].map(one => [one, id])),
  )
  const diagnostics = authorities.flatMap(authority => {
    const id = ids.get(authority.id)
    if (id === undefined) {
      const nearest = ids.size === 0 ? null : closest(authority.id, [...ids.keys()])
      return [diagnose('unknown-publication', authority.at, { id: authority.id, nearest })]
    }
    const other = authorityOf.get(id)
    if (other !== undefined)
      return [diagnose('shared-id', authority.at, { id: authority.id, other: `line ${other.at.line}` })]
    authorityOf.set(id, authority)
    return []
  })
  return { authorityOf, diagnostics }
}
