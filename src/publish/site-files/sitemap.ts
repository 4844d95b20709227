import type { Archive } from '../../archive/archive.ts'
import type { IsoDate } from '../../update/update.ts'
import { absolute, addressOf } from '../addresses.ts'
import { dateOfUpdate } from '../find-in-archive.ts'
import { perArchive } from '../per-archive.ts'
import { xml } from '../xml.ts'
import { yearAddress } from '../year-address.ts'
import { redirects } from './redirects.ts'

/** The protocol's limit for one file (sitemaps.org). */
const MOST_PAGES = 50_000

/** Every page whose address never changes, except the search page, which has no content of its own. */
export const lastingPages = (archive: Archive): string[] => [...lastChanges(archive).keys()]

/**
 * `/sitemap.xml`; above the protocol's limit, an index of `/sitemap-1.xml` and so on. `lastmod` is the date of the latest
 * update on a page; pages without updates (privacy, say) have none. Leaves out pages that should not be search results:
 * the search page, citation pages, redirects and `/404.html`. In alphabetical order.
 */
export function sitemapFiles(archive: Archive, allPages: readonly string[], most = MOST_PAGES) {
  const { site } = archive
  const elsewhere = new Set([addressOf.search(), ...redirects(archive).map(({ from }) => from)])
  const isListed = (page: string) => page.endsWith('/') && !page.endsWith('/cite/') && !elsewhere.has(page)
  const pages = allPages.filter(isListed).sort()
  const entry = (address: string) => ({ loc: absolute(site, address), lastmod: lastChanges(archive).get(address) })
  const urlset = (addresses: readonly string[]) => xml({ urlset: { '@xmlns': NAMESPACE, url: addresses.map(entry) } })
  if (pages.length <= most) return [{ address: addressOf.sitemap(), content: urlset(pages) }]
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, at) => ({
    address: `/sitemap-${at + 1}.xml`,
    content: urlset(pages.slice(at * most, (at + 1) * most)),
  }))
  const index = parts.map(({ address }) => ({ loc: absolute(site, address), lastmod: archive.asOf }))
  return [
    { address: addressOf.sitemap(), content: xml({ sitemapindex: { '@xmlns': NAMESPACE, sitemap: index } }) },
    ...parts,
  ]
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Page → the date of the latest update on it; undefined if it has none (a network that is only in its authority file). */
const lastChanges = perArchive((archive): ReadonlyMap<string, IsoDate | undefined> => {
  const { asOf, updates, people, networks, publishers, topics, publications, stories } = archive
  const changes = new Map<string, IsoDate | undefined>()
  const note = (page: string, date: IsoDate) => {
    const latest = changes.get(page)
    if (latest === undefined || latest < date) changes.set(page, date)
  }
  const noteUpdates = (page: string, numbers: readonly (number | null)[]) => {
    if (!changes.has(page)) changes.set(page, undefined)
    for (const number of numbers) {
      const date = number === null ? null : dateOfUpdate(archive, number)
      if (date !== null) note(page, date)
    }
  }
  const indexes = [
    'home',
    'updates',
    'networks',
    'contacts',
    'publications',
    'publishers',
    'topics',
    'calendar',
    'data',
  ] as const
  for (const page of indexes) note(addressOf[page](), asOf)
  for (const { number, date } of updates) {
    note(addressOf.update(number), date)
    note(yearAddress(archive, Number(date.slice(0, 4))), date)
  }
  for (const { id, updates } of networks.values()) noteUpdates(addressOf.network(id), updates)
  for (const { id, firstIn, lastIn } of people.values()) noteUpdates(addressOf.person(id), [firstIn, lastIn])
  for (const publication of publications.values()) {
    noteUpdates(addressOf.publicationsOf(publication.year), publication.updates)
    noteUpdates(addressOf.publication(publication), publication.updates)
  }
  const noteBoth = (page: string, about: { publications: readonly string[]; stories: readonly string[] }) => {
    const listed = about.publications.flatMap(id => publications.get(id)?.updates ?? [])
    const mentioned = about.stories.flatMap(id => stories.get(id)?.appearances.map(({ update }) => update) ?? [])
    noteUpdates(page, [...listed, ...mentioned])
  }
  for (const publisher of publishers.values()) noteBoth(addressOf.publisher(publisher.id), publisher)
  for (const topic of topics.values()) noteBoth(addressOf.topic(topic.id), topic)
  return changes
})
