/** Feeds as text: Atom (RFC 4287) and JSON Feed 1.1. */
import type { Site } from '../../archive/archive.ts'
import { noonOf } from '../../update/calendar-day.ts'
import type { IsoDate } from '../../update/update.ts'
import { absolute } from '../addresses.ts'
import { xml } from '../xml.ts'

/** Addresses are site-relative. */
export type Feed = {
  title: string
  description: string
  /** The page that the feed is about. */
  page: string
  /** Latest first. */
  entries: FeedEntry[]
  /** The date of the latest update in the archive, for a feed without entries. */
  asOf: IsoDate
}

export type FeedEntry = {
  /** A permanent address: the entry keeps it even if its title or date changes. */
  id: string
  /** The page that it links to. */
  address: string
  title: string
  published: IsoDate
  /** Later than `published` if something of substance changed: a meeting moved. */
  updated: IsoDate
  /** Plain text. */
  summary: string
  /** What the entry is about, on another site; null if there is none or it is unknown. */
  related: string | null
  /** The whole text, with absolute links; null: only the summary. */
  html: string | null
}

/** An Atom feed for the address `file`. */
export function atomFeed(site: Site, { title, description, page, entries, asOf }: Feed, file: string): string {
  const updated =
    entries.map(({ updated }) => updated).reduce((latest, date) => (date > latest ? date : latest), '') || asOf
  return xml({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'en-GB',
      id: absolute(site, page),
      title,
      subtitle: description,
      updated: noonOf(updated),
      author: { name: site.publisher },
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': absolute(site, file) },
        { '@rel': 'alternate', '@type': 'text/html', '@href': absolute(site, page) },
      ],
      entry: entries.map(entry => ({
        id: absolute(site, entry.id),
        title: entry.title,
        published: noonOf(entry.published),
        updated: noonOf(entry.updated),
        link: [
          { '@rel': 'alternate', '@type': 'text/html', '@href': absolute(site, entry.address) },
          ...(entry.related === null ? [] : [{ '@rel': 'related', '@href': entry.related }]),
        ],
        summary: entry.summary || undefined,
        content: entry.html === null ? undefined : { '@type': 'html', '#text': entry.html },
      })),
    },
  })
}

/** A JSON Feed for the address `file`. */
export function jsonFeed(site: Site, { title, description, page, entries }: Feed, file: string): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: absolute(site, page),
    feed_url: absolute(site, file),
    language: 'en-GB',
    authors: [{ name: site.publisher }],
    items: entries.map(entry => ({
      id: absolute(site, entry.id),
      url: absolute(site, entry.address),
      ...(entry.related === null ? {} : { external_url: entry.related }),
      title: entry.title,
      ...(entry.summary === '' ? {} : { summary: entry.summary }),
      ...(entry.html === null ? { content_text: entry.summary } : { content_html: entry.html }),
      date_published: noonOf(entry.published),
      date_modified: noonOf(entry.updated),
    })),
  }
  return `${JSON.stringify(feed, null, 1)}\n`
}
