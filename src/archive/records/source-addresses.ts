/** Where each publication can be read: what an editor says, else where the updates' links lead. */
import { closest } from 'fastest-levenshtein'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { ArchivedSection, ArchivedUpdate, Publication } from '../archive.ts'
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
  for (const { number: update, sections } of archived)
    for (const { publication, address } of sections.flatMap(section => linksIn(section, publications)))
      addTo(found, publication, { address, update })
  return found
}

type PublicationLink = { publication: string; address: string }

/** Of an entry, the link on its title; of a story, the links on the titles of the publications that it is about. */
function linksIn(section: ArchivedSection, publications: ReadonlyMap<string, Publication>): PublicationLink[] {
  switch (section.kind) {
    case 'publications':
      return section.entries.flatMap(({ publication, link }) => (link === null ? [] : [{ publication, address: link }]))
    case 'updates':
    case 'reminders':
      return section.items.flatMap(item =>
        item.parts.flatMap(({ text }) =>
          item.publications.flatMap(publication =>
            linksOnTitle(text, publications.get(publication)?.title ?? '').map(address => ({ publication, address })),
          ),
        ),
      )
    case 'notices':
    case 'contacts':
      return []
    default:
      return section satisfies never
  }
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
