/** Records of publications and their publishers. */
import { precisionOf } from '../../update/update.ts'
import type { Mention, Publication, Publisher } from '../archive.ts'
import { otherNamesOf, type PublisherAuthority } from '../content/authorities.ts'
import type { Cleaner } from '../gate/secrets.ts'
import type { Naming } from '../names/naming.ts'
import type { GroupedPublication } from '../publications/group-publications.ts'
import type { TopicFinder } from '../topics/topic-finder.ts'

type Readers = { naming: Naming; elsewhere: Cleaner; topicsOf: TopicFinder }

/** `stories` is left empty and the web addresses null, and filled in later. */
export function publicationOf(publication: GroupedPublication, { naming, elsewhere, topicsOf }: Readers): Publication {
  const { id, title, date, yearFrom, year, publishers, formerIds } = publication
  const listed = publication.listings.filter(({ from }) => from === 'list')
  const listings = new Map(
    listed.map(({ update, entry }) => [update, { update, text: elsewhere.markdown(entry.text) }]),
  )
  const named = new Set(publication.listings.map(({ update }) => update))
  return {
    id,
    title,
    date,
    precision: precisionOf(date),
    yearFrom,
    year,
    publishers,
    sourceUrl: null,
    doi: null,
    note: null,
    from: listed.length > 0 ? 'list' : 'story',
    updates: listed.length > 0 ? [...listings.keys()] : [...named],
    listings: [...listings.values()],
    stories: [],
    topics: topicsOf({ title, publications: [], opening: otherWords(publication) }),
    networks: [
      ...new Set(publication.listings.flatMap(({ entry }) => naming.inProse(entry.text).networks.map(one => one.id))),
    ],
    formerIds,
  }
}

/**
 * What its first entry says beside its title and who published it: "… in a case about the National Transfer Scheme". A
 * publisher's name says what the publisher is about.
 */
function otherWords({ title, publishers, listings: [first] }: GroupedPublication): string {
  if (first.from !== 'list') return ''
  return [title, ...publishers.map(({ printed }) => printed)].reduce(
    (text, words) => text.replace(words, ' '),
    first.entry.text,
  )
}

/** By id, in no order. `publications` and `stories` are left empty, and filled in later. */
export function publisherRecords(
  mentions: readonly Mention[],
  authorities: ReadonlyMap<string, PublisherAuthority>,
): Map<string, Publisher> {
  const publishers = new Map<string, Publisher>()
  for (const { id, printed } of mentions) {
    const publisher = publishers.get(id) ?? blank(id, printed, authorities.get(id))
    publishers.set(id, publisher)
    const { verified, name, variants } = publisher
    if (!verified && name !== printed && !variants.includes(printed)) variants.push(printed)
  }
  return publishers
}

const blank = (id: string, printed: string, authority: PublisherAuthority | undefined): Publisher => ({
  id,
  name: authority?.name ?? printed,
  fullName: authority?.fullName ?? null,
  shortName: authority?.shortName ?? null,
  variants: authority === undefined ? [] : otherNamesOf(authority),
  verified: authority !== undefined,
  url: authority?.url ?? null,
  search: authority?.search ?? null,
  note: authority?.note ?? null,
  publications: [],
  stories: [],
})
