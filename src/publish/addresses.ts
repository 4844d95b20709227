/**
 * Where everything is, for good: others link here. Addresses are relative to the site ("/updates/656/"). The path prefix and origin are
 * added when an address is written (`href` in templates, `absolute` in feeds and data for others).
 */
import type { Site } from '../archive/archive.ts'

export const addressOf = {
  home: () => '/',
  update: (number: number) => `/updates/${number}/`,
  updateData: (number: number) => `/updates/${number}/index.json`,
  item: (number: number, item: string) => `/updates/${number}/#${item}`,
  /** How to cite an update and its stories. */
  cite: (number: number) => `/updates/${number}/cite/`,
  citeItem: (number: number, item: string) => `/updates/${number}/cite/#${item}`,
  updates: () => '/updates/',
  updatesOf: (year: number) => `/updates/${year}/`,
  networks: () => '/networks/',
  network: (id: string) => `/networks/${id}/`,
  networkCalendar: (id: string) => `/networks/${id}/meetings.ics`,
  networkFeed: (id: string) => `/networks/${id}/feed.xml`,
  /** A meeting on its network's page. */
  meeting: (meeting: { network: string; id: string }) => `/networks/${meeting.network}/#${meeting.id}`,
  /** One meeting, to add to your own calendar. Only meetings with a date have this file. */
  meetingFile: (meeting: { network: string; id: string }) => `/networks/${meeting.network}/${meeting.id}.ics`,
  contacts: () => '/contacts/',
  person: (id: string) => `/contacts/${id}/`,
  /** The person's vCard. */
  personCard: (id: string) => `/contacts/${id}/contact.vcf`,
  publications: () => '/publications/',
  publicationsOf: (year: number) => `/publications/${year}/`,
  publication: ({ year, id }: { year: number; id: string }) => `/publications/${year}/${id}/`,
  /** A publication's line on the page of its year. */
  publicationInYear: ({ year, id }: { year: number; id: string }) => `/publications/${year}/#${id}`,
  publishers: () => '/publishers/',
  publisher: (id: string) => `/publishers/${id}/`,
  publisherFeed: (id: string) => `/publishers/${id}/feed.xml`,
  /** The publisher's publications, as a file. */
  publisherPublications: (id: string, format: 'bib' | 'ris' | 'csv') => `/publishers/${id}/publications.${format}`,
  topics: () => '/topics/',
  topic: (id: string) => `/topics/${id}/`,
  topicFeed: (id: string) => `/topics/${id}/feed.xml`,
  calendar: () => '/calendar/',
  calendarFile: () => '/calendar.ics',
  search: (query?: string) => (query === undefined ? '/search/' : `/search/?q=${encodeURIComponent(query)}`),
  feed: () => '/feed.xml',
  jsonFeed: () => '/feed.json',
  data: () => '/data/',
  /** A file of `/data/`: "people.json", "publications.bib". */
  dataFile: (name: string) => `/data/${name}`,
  /** All records and their words in one SQLite file. */
  database: () => '/data/archive.sqlite',
  /** The JSON Schema of a JSON file: "people", "update". */
  schema: (name: string) => `/data/schemas/${name}.json`,
  sitemap: () => '/sitemap.xml',
  openSearch: () => '/opensearch.xml',
  manifest: () => '/manifest.webmanifest',
  favicon: () => '/favicon.svg',
  /** The picture beside a link to the site, 1200 by 630: `templates/assets/pictures/card.png`. */
  card: () => '/card.png',
} as const

/** The full address of a site-relative one: "https://example.org/archive/updates/656/". */
export const absolute = (site: Pick<Site, 'url'>, address: string): string => site.url.replace(/\/$/u, '') + address

/** The path that the site is under, without a slash at the end: "/archive", or "" at the root. */
export const pathPrefix = (site: Pick<Site, 'url'>): string => new URL(site.url).pathname.replace(/\/$/u, '')

/** The same site under another path ("/archive/", or "/"), so that absolute addresses are right there. */
export const siteUnder = (site: Site, path: string): Site => ({
  ...site,
  url: new URL(path, site.url).href.replace(/\/$/u, ''),
})

/** The address that makes calendar programs subscribe and keep up to date: "webcal://example.org/calendar.ics". */
export const subscribeTo = (site: Pick<Site, 'url'>, calendarFile: string): string =>
  absolute(site, calendarFile).replace(/^https?:/u, 'webcal:')
