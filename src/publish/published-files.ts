import type { Archive, ArchivedUpdate, Site } from '../archive/archive.ts'
import { absolute, addressOf } from './addresses.ts'
import { bibtexOf, publicationsOf, risOf } from './bibliography/bibliography.ts'
import { calendars, calendarText } from './calendar/calendar.ts'
import { contactCard } from './data/contact-cards.ts'
import { datasets } from './data/datasets.ts'
import { jsonSchema, schemas } from './data/schemas.ts'
import { publicationsCsv } from './data/tables/publications-table.ts'
import { updateData } from './data/update-data.ts'
import { archiveFeed, latestUpdates, networkFeed, publisherFeed, topicFeed } from './feeds/feed-entries.ts'
import { atomFeed, type Feed, jsonFeed } from './feeds/feeds.ts'
import { perArchive } from './per-archive.ts'
import { redirectsFile } from './site-files/redirects.ts'
import { headersFile, openSearchDescription, robotsText, webManifest } from './site-files/site-files.ts'
import { lastingPages, sitemapFiles } from './site-files/sitemap.ts'

/** A file that is published beside the pages. */
export type PublishedFile = {
  /** Site-relative: "/data/people.json". */
  address: string
  mediaType: string
  /**
   * Everything that the content depends on, as JSON values: if they and the program have not changed, neither has the
   * content. Updates are the archive's own objects, so a caller may keep the hash of each. null: making the content is as
   * cheap as hashing its inputs, so make it and compare.
   */
  inputs: object | null
  content: () => string
}

/**
 * Everything that is published beside the pages, each address once. `pages`: the pages for the sitemap; by default, those
 * whose address never changes.
 */
export function* publishedFiles(archive: Archive, pages = lastingPages(archive)): Generator<PublishedFile> {
  const { site, updates } = archive
  yield* datasets(archive).map(({ address, mediaType, content }) => cheap(address, mediaType, content))
  yield* schemaFiles(site)
  for (const update of updates) yield updateFile(update)
  for (const calendar of calendars(archive)) {
    yield {
      address: calendar.file,
      mediaType: 'text/calendar',
      inputs: calendar,
      content: () => calendarText(calendar),
    }
  }
  yield* feedsOfAll(archive)
  for (const id of archive.networks.keys())
    yield feedFile(archive, addressOf.networkFeed(id), () => networkFeed(archive, id))
  for (const id of archive.topics.keys()) yield feedFile(archive, addressOf.topicFeed(id), () => topicFeed(archive, id))
  for (const id of archive.publishers.keys()) yield* publisherFiles(archive, id)
  for (const person of archive.people.values()) {
    // A card with only a name is no use, and no page links to one.
    if (person.emails.length + person.phones.length === 0) continue
    yield cheap(addressOf.personCard(person.id), 'text/vcard', () => contactCard(archive, person))
  }
  for (const { address, content } of sitemapFiles(archive, pages))
    yield cheap(address, 'application/xml', () => content)
  yield cheap('/robots.txt', 'text/plain', () => robotsText(site))
  yield cheap(addressOf.openSearch(), 'application/opensearchdescription+xml', () => openSearchDescription(site))
  yield cheap(addressOf.manifest(), 'application/manifest+json', () => webManifest(site))
  yield cheap('/_redirects', 'text/plain', () => redirectsFile(archive))
  yield cheap('/_headers', 'text/plain', () => headersFile(site))
}

const cheap = (address: string, mediaType: string, content: () => string): PublishedFile => ({
  address,
  mediaType,
  inputs: null,
  content,
})

function* schemaFiles(site: Site): Generator<PublishedFile> {
  for (const [name, schema] of Object.entries(schemas)) {
    const content = () => jsonSchema(schema, absolute(site, addressOf.schema(name)))
    yield cheap(addressOf.schema(name), 'application/schema+json', content)
  }
}

const updateFile = (update: ArchivedUpdate): PublishedFile => ({
  address: addressOf.updateData(update.number),
  mediaType: 'application/json',
  inputs: update,
  content: () => `${JSON.stringify(updateData(update))}\n`,
})

function* publisherFiles(archive: Archive, id: string): Generator<PublishedFile> {
  const publications = publicationsOf(archive, id)
  yield cheap(addressOf.publisherPublications(id, 'bib'), 'application/x-bibtex', () => bibtexOf(archive, publications))
  yield cheap(addressOf.publisherPublications(id, 'ris'), 'application/x-research-info-systems', () =>
    risOf(archive, publications),
  )
  yield cheap(addressOf.publisherPublications(id, 'csv'), 'text/csv', () => publicationsCsv(archive, publications))
  yield feedFile(archive, addressOf.publisherFeed(id), () => publisherFeed(archive, id))
}

/** Used for both formats. */
const feedOfUpdates = perArchive(archiveFeed)

function* feedsOfAll(archive: Archive): Generator<PublishedFile> {
  const { site } = archive
  const inputs = [site, latestUpdates(archive)]
  const atom = () => atomFeed(site, feedOfUpdates(archive), addressOf.feed())
  const json = () => jsonFeed(site, feedOfUpdates(archive), addressOf.jsonFeed())
  yield { address: addressOf.feed(), mediaType: 'application/atom+xml', inputs, content: atom }
  yield { address: addressOf.jsonFeed(), mediaType: 'application/feed+json', inputs, content: json }
}

function feedFile(archive: Archive, address: string, feed: () => Feed): PublishedFile {
  return cheap(address, 'application/atom+xml', () => atomFeed(archive.site, feed(), address))
}
