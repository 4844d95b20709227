import type { Archive, ArchivedUpdate, Network, Publisher } from '../archive/archive.ts'
import { addressOf } from './addresses.ts'
import { bibtexOf, publicationsCsv, risOf, worksOf } from './bibliography.ts'
import { calendarOfAll, calendarOfMeeting, calendarOfNetwork, type DatedMeeting, datedMeetings } from './calendar.ts'
import { contactCard } from './contact-cards.ts'
import { datasets } from './datasets.ts'
import { archiveFeed, networkFeed, newestUpdates, publisherFeed } from './feed-entries.ts'
import { atomFeed, jsonFeed } from './feeds.ts'
import { redirectsFile } from './redirects.ts'
import { jsonSchema, type SchemaName, schemas } from './schemas.ts'
import { headersFile, openSearchDescription, robotsText, webManifest } from './site-files.ts'
import { contractPages, sitemapFiles } from './sitemap.ts'
import { updateData } from './update-data.ts'

/** One file that is published beside the pages. */
export type PublishedFile = {
  /** Site-relative: "/data/people.json". */
  address: string
  mediaType: string
  /**
   * What the content is made of, as values of JSON: where they and the program are the same as before, the content is.
   * Updates stand here as the archive's own objects, so that whoever hashes them can remember the hash of each.
   * null: cheap to make; make it and compare.
   */
  inputs: unknown
  content: () => string
}

/**
 * Everything that is published beside the pages, each address once. `pages` are the pages that the sitemap lists: those
 * that contract.md names, unless the caller knows them all.
 */
export function* publishedFiles(
  archive: Archive,
  pages: readonly string[] = contractPages(archive),
): Generator<PublishedFile> {
  yield* datasets(archive).map(({ address, mediaType, content }) => ({ address, mediaType, inputs: null, content }))
  yield* schemaFiles()
  for (const update of archive.updates) yield updateFile(update)
  for (const network of archive.networks.values()) yield* networkFiles(archive, network)
  for (const meeting of datedMeetings(archive)) yield meetingFile(archive, meeting)
  for (const publisher of archive.publishers.values()) yield* publisherFiles(archive, publisher)
  for (const person of archive.people.values()) {
    yield {
      address: addressOf.personCard(person.id),
      mediaType: 'text/vcard',
      inputs: [archive.site.url, person],
      content: () => contactCard(archive, person),
    }
  }
  yield* wholeArchive(archive)
  yield* siteFiles(archive, pages)
}

function* schemaFiles(): Generator<PublishedFile> {
  for (const name of Object.keys(schemas) as SchemaName[]) {
    const content = () => jsonSchema(name, `${addressOf.schema(name)} of the Friday Update archive`)
    yield { address: addressOf.schema(name), mediaType: 'application/schema+json', inputs: name, content }
  }
}

const updateFile = (update: ArchivedUpdate): PublishedFile => ({
  address: addressOf.updateData(update.number),
  mediaType: 'application/json',
  inputs: update,
  content: () => `${JSON.stringify(updateData(update))}\n`,
})

function* networkFiles(archive: Archive, network: Network): Generator<PublishedFile> {
  const { site, meetings } = archive
  const { id } = network
  yield {
    address: addressOf.networkCalendar(id),
    mediaType: 'text/calendar',
    inputs: [
      site.url,
      network.name,
      network.meetings.map(meeting => meetings.get(meeting)),
      contactNames(archive, network),
    ],
    content: () => calendarOfNetwork(archive, network),
  }
  yield feedFile(archive, addressOf.networkFeed(id), () => networkFeed(archive, id))
}

function meetingFile(archive: Archive, meeting: DatedMeeting): PublishedFile {
  const network = archive.networks.get(meeting.network)?.name
  const contact = archive.people.get(meeting.contact?.person ?? '')?.name
  return {
    address: addressOf.meetingFile(meeting),
    mediaType: 'text/calendar',
    inputs: [archive.site.url, network, contact, meeting],
    content: () => calendarOfMeeting(archive, meeting),
  }
}

function* publisherFiles(archive: Archive, { id, name }: Publisher): Generator<PublishedFile> {
  const works = worksOf(archive, id)
  const names = works.flatMap(work => work.publishers.map(publisher => archive.publishers.get(publisher.id)?.name))
  const inputs = [archive.site.url, name, names, works]
  const formats = [
    ['bib', 'application/x-bibtex', bibtexOf],
    ['ris', 'application/x-research-info-systems', risOf],
    ['csv', 'text/csv', publicationsCsv],
  ] as const
  for (const [format, mediaType, write] of formats) {
    yield { address: addressOf.publisherWorks(id, format), mediaType, inputs, content: () => write(archive, works) }
  }
  yield feedFile(archive, addressOf.publisherFeed(id), () => publisherFeed(archive, id))
}

function* wholeArchive(archive: Archive): Generator<PublishedFile> {
  const { site } = archive
  yield {
    address: addressOf.calendarFile(),
    mediaType: 'text/calendar',
    inputs: [site.url, datedMeetings(archive), names(archive.networks), names(archive.people)],
    content: () => calendarOfAll(archive),
  }
  const inputs = [site, newestUpdates(archive)]
  yield {
    address: addressOf.feed(),
    mediaType: 'application/atom+xml',
    inputs,
    content: () => atomFeed(site, archiveFeed(archive), addressOf.feed()),
  }
  yield {
    address: addressOf.jsonFeed(),
    mediaType: 'application/feed+json',
    inputs,
    content: () => jsonFeed(site, archiveFeed(archive), addressOf.jsonFeed()),
  }
}

function* siteFiles(archive: Archive, pages: readonly string[]): Generator<PublishedFile> {
  const { site } = archive
  for (const { address, content } of sitemapFiles(archive, pages)) {
    yield { address, mediaType: 'application/xml', inputs: null, content: () => content }
  }
  const small: [string, string, () => string][] = [
    ['/robots.txt', 'text/plain', () => robotsText(site)],
    [addressOf.openSearch(), 'application/opensearchdescription+xml', () => openSearchDescription(site)],
    [addressOf.manifest(), 'application/manifest+json', () => webManifest(site)],
    ['/_redirects', 'text/plain', () => redirectsFile(archive)],
    ['/_headers', 'text/plain', () => headersFile(site)],
  ]
  for (const [address, mediaType, content] of small) yield { address, mediaType, inputs: null, content }
}

function feedFile(archive: Archive, address: string, feed: () => ReturnType<typeof archiveFeed>): PublishedFile {
  return {
    address,
    mediaType: 'application/atom+xml',
    inputs: null,
    content: () => atomFeed(archive.site, feed(), address),
  }
}

const names = (records: ReadonlyMap<string, { name: string }>): string[] =>
  Array.from(records.values(), ({ name }) => name)

function contactNames({ meetings, people }: Archive, network: Network): (string | undefined)[] {
  return network.meetings.map(id => people.get(meetings.get(id)?.contact?.person ?? '')?.name)
}
