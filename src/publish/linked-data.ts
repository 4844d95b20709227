/** What pages say to search engines: schema.org in JSON-LD, as plain values. Ids and addresses are absolute. */
import type { Archive, ArchivedUpdate, MeetingRecord, Person, Publication, Site, Topic } from '../archive/archive.ts'
import { londonTime } from '../update/calendar-day.ts'
import type { ClockTime, IsoDate } from '../update/update.ts'
import { absolute, addressOf } from './addresses.ts'
import { PERIODICAL } from './bibliography/reference.ts'
import { datasets } from './data/datasets.ts'
import { lastAnnouncement } from './data/record-data.ts'

export type LinkedData = { '@type': string; [property: string]: unknown }

/** The text of a `<script type="application/ld+json">`: it can neither close the element nor open a comment. */
export function linkedDataText(...things: LinkedData[]): string {
  const [only, ...more] = things
  const value = more.length === 0 ? { '@context': CONTEXT, ...only } : { '@context': CONTEXT, '@graph': things }
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

const CONTEXT = 'https://schema.org'

/** The site, with its search box. */
export function webSite(site: Site): LinkedData {
  return {
    '@type': 'WebSite',
    '@id': absolute(site, '/#website'),
    url: absolute(site, addressOf.home()),
    name: site.title,
    description: site.description,
    inLanguage: 'en-GB',
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${absolute(site, addressOf.search())}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** The newsletter. */
export function periodical(site: Site): LinkedData {
  return {
    '@type': 'Periodical',
    '@id': absolute(site, '/#periodical'),
    name: PERIODICAL,
    url: absolute(site, addressOf.updates()),
    publisher: { '@type': 'Organization', name: site.publisher },
    inLanguage: 'en-GB',
  }
}

/** One update as an issue of the newsletter. */
export function publicationIssue(site: Site, update: Pick<ArchivedUpdate, 'number' | 'date' | 'heading'>): LinkedData {
  const url = absolute(site, addressOf.update(update.number))
  return {
    '@type': 'PublicationIssue',
    '@id': url,
    url,
    name: update.heading,
    issueNumber: String(update.number),
    datePublished: update.date,
    inLanguage: 'en-GB',
    isPartOf: { '@type': 'Periodical', '@id': absolute(site, '/#periodical'), name: PERIODICAL },
  }
}

/** A publication. */
export function report({ site, publishers }: Archive, publication: Publication): LinkedData {
  return {
    '@type': 'Report',
    '@id': absolute(site, addressOf.publication(publication)),
    name: publication.title,
    ...(publication.sourceUrl === null ? {} : { sameAs: publication.sourceUrl }),
    ...(publication.doi === null
      ? {}
      : { identifier: { '@type': 'PropertyValue', propertyID: 'doi', value: publication.doi } }),
    ...(publication.date === null ? {} : { datePublished: publication.date }),
    publisher: publication.publishers.map(({ id, printed }) => ({
      '@type': 'Organization',
      '@id': absolute(site, addressOf.publisher(id)),
      name: publishers.get(id)?.name ?? printed,
    })),
  }
}

/** A topic's page. */
export function topicPage(site: Site, { id, name, covers }: Pick<Topic, 'id' | 'name' | 'covers'>): LinkedData {
  const url = absolute(site, addressOf.topic(id))
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name,
    description: covers,
    inLanguage: 'en-GB',
    isPartOf: { '@type': 'WebSite', '@id': absolute(site, '/#website') },
    about: { '@type': 'DefinedTerm', name, description: covers },
  }
}

type Role = Pick<Person, 'id' | 'name'> & { roles: readonly string[]; organisations: readonly string[] }

/** Someone whom updates name, with the latest role. Contact details stay on the page: search engines collect these. */
export function person(site: Site, { id, name, roles, organisations }: Role): LinkedData {
  const url = absolute(site, addressOf.person(id))
  return {
    '@type': 'Person',
    '@id': url,
    url,
    name,
    ...(roles.length === 0 ? {} : { jobTitle: roles }),
    ...(organisations.length === 0
      ? {}
      : { worksFor: organisations.map(organisation => ({ '@type': 'Organization', name: organisation })) }),
  }
}

/** A publisher or a network, by the address of its page; `website` is its own. */
export function organization(
  site: Site,
  {
    address,
    name,
    otherNames,
    website,
  }: { address: string; name: string; otherNames: string[]; website: string | null },
): LinkedData {
  const url = absolute(site, address)
  return {
    '@type': 'Organization',
    '@id': url,
    url: website ?? url,
    name,
    ...(otherNames.length === 0 ? {} : { alternateName: otherNames }),
    mainEntityOfPage: url,
  }
}

/** The whole archive as data, with every file that holds it: for the catalogues that search engines keep of datasets. */
export function dataset(archive: Archive): LinkedData {
  const { site, updates, asOf } = archive
  const url = absolute(site, addressOf.data())
  const first = updates[0]?.date
  return {
    '@type': 'Dataset',
    '@id': `${url}#dataset`,
    url,
    name: `${site.title}: data`,
    description: `${site.description} Its stories, publications, publishers, meetings, networks and people as tables and records, with ids that never change.`,
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: site.publisher },
    ...(first === undefined ? {} : { dateModified: asOf, temporalCoverage: `${first}/${asOf}` }),
    distribution: datasets(archive).map(({ title, address, mediaType, holds }) => ({
      '@type': 'DataDownload',
      name: title,
      description: holds,
      contentUrl: absolute(site, address),
      encodingFormat: mediaType,
    })),
  }
}

/**
 * A meeting with a date; null for one without. Times have London's offset on that day. `location` is left out if the
 * newsletter gave none: schema.org wants a true one or none.
 */
export function event({ site, networks }: Archive, meeting: MeetingRecord): LinkedData | null {
  const moved = meeting.moves.at(-1)?.from
  // A postponed event keeps its old start date: https://schema.org/EventPostponed.
  const first = meeting.date ?? (meeting.status === 'postponed' ? (moved?.date ?? null) : null)
  if (first === null) return null
  const ends = meeting.end === null || meeting.start === null ? null : meeting.end
  const last = meeting.lastDate ?? (ends === null ? null : first)
  const name = networks.get(meeting.network)?.name ?? meeting.label
  const url = absolute(site, lastAnnouncement(meeting))
  return {
    '@type': 'Event',
    '@id': absolute(site, addressOf.meeting(meeting)),
    url,
    name: meeting.subject === null ? name : `${name}: ${meeting.subject}`,
    startDate: moment(first, meeting.date === null ? (moved?.start ?? null) : meeting.start),
    ...(last === null ? {} : { endDate: moment(last, ends) }),
    ...(moved === undefined ? {} : { previousStartDate: moment(moved.date, moved.start) }),
    eventStatus: `${CONTEXT}/${statusOf(meeting)}`,
    ...attendance(meeting, url),
    organizer: { '@type': 'Organization', name, url: absolute(site, addressOf.network(meeting.network)) },
  }
}

function statusOf({ status, moves }: MeetingRecord): string {
  if (status === 'cancelled') return 'EventCancelled'
  if (status === 'postponed') return 'EventPostponed'
  return moves.length > 0 ? 'EventRescheduled' : 'EventScheduled'
}

function attendance({ mode, place }: MeetingRecord, url: string): Record<string, unknown> {
  const where = place === null ? {} : { location: { '@type': 'Place', name: place, address: place } }
  if (mode === null) return where
  if (mode === 'in-person') return { eventAttendanceMode: `${CONTEXT}/OfflineEventAttendanceMode`, ...where }
  const online = { '@type': 'VirtualLocation', url }
  if (mode === 'online') return { eventAttendanceMode: `${CONTEXT}/OnlineEventAttendanceMode`, location: online }
  const both = place === null ? online : [where.location, online]
  return { eventAttendanceMode: `${CONTEXT}/MixedEventAttendanceMode`, location: both }
}

/** Only the day if no time was published. */
const moment = (date: IsoDate, time: ClockTime | null): string => (time === null ? date : londonTime(date, time))

/** Breadcrumbs: the pages above a page, then the page itself. Addresses are site-relative. */
export function breadcrumbs(site: Site, trail: readonly { name: string; address: string }[]): LinkedData {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, address }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: absolute(site, address),
    })),
  }
}
