/** The small files that browsers, crawlers and hosts look for. */
import { createHash } from 'node:crypto'
import type { Site } from '../../archive/archive.ts'
import { absolute, addressOf, pathPrefix } from '../addresses.ts'
import { shortened } from '../feeds/feed-entries.ts'
import { xml } from '../xml.ts'
import { oldPostScript, toOldPostsScript } from './old-post.ts'
import { slashKeyScript } from './slash-key.ts'
import { unfoldScript } from './unfold.ts'

/** Crawlers may read everything but the search page, which has no content of its own. */
export function robotsText(site: Site): string {
  return [
    'User-agent: *',
    `Disallow: ${pathPrefix(site)}${addressOf.search()}`,
    '',
    `Sitemap: ${absolute(site, addressOf.sitemap())}`,
    '',
  ].join('\n')
}

/** OpenSearch 1.1: adds the archive to the browser's search engines. Names are limited to 16 and 48 characters. */
export function openSearchDescription(site: Site): string {
  return xml({
    OpenSearchDescription: {
      '@xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      ShortName: shortName(site),
      LongName: clipped(site.title, 48),
      Description: shortened(site.description, 1000),
      Url: [
        {
          '@type': 'text/html',
          '@method': 'get',
          '@template': `${absolute(site, addressOf.search())}?q={searchTerms}`,
        },
        {
          '@type': 'application/opensearchdescription+xml',
          '@rel': 'self',
          '@template': absolute(site, addressOf.openSearch()),
        },
      ],
      Image: { '@type': 'image/svg+xml', '#text': absolute(site, addressOf.favicon()) },
      Language: 'en-GB',
      InputEncoding: 'UTF-8',
      OutputEncoding: 'UTF-8',
    },
  })
}

/** Addresses are relative to the manifest, which is at the top of the site, so it works under any prefix. */
export function webManifest(site: Site): string {
  const manifest = {
    name: site.title,
    short_name: shortName(site),
    description: site.description,
    lang: 'en-GB',
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    // The paper of the pages in light colours: templates/assets/tokens.css.
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [
      { src: `.${addressOf.favicon()}`, type: 'image/svg+xml', sizes: 'any' },
      { src: './icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: './icon-512.png', type: 'image/png', sizes: '512x512' },
      // Systems crop it to a circle or other shape: the drawing stays within the inner 80 %.
      { src: './icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** "The Friday Update archive" → "Friday Update". */
const shortName = ({ title }: Site): string => clipped(title.replace(/^The\s+/u, ''), 16)

/** As many whole words as fit. */
function clipped(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length + 1)
        .replace(/\s+\S*$/u, '')
        .slice(0, length)
}

/**
 * `_headers`, for hosts that support it (Netlify, Cloudflare Pages). Only the site's own scripts may run, and four inline
 * ones: for the "/" key, for the groups of long lists, and two for the old site's addresses. The search is WebAssembly. Other sites' scripts may read
 * data, calendars and feeds.
 */
export function headersFile(site: Site): string {
  const inline = [slashKeyScript, unfoldScript, toOldPostsScript, oldPostScript].map(
    script => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${inline.join(' ')}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const open = ['Access-Control-Allow-Origin: *']
  const rules: [string, string[]][] = [
    [
      '/*',
      [
        `Content-Security-Policy: ${policy}`,
        'X-Content-Type-Options: nosniff',
        'Referrer-Policy: strict-origin-when-cross-origin',
        'Permissions-Policy: camera=(), geolocation=(), microphone=()',
      ],
    ],
    // Their names change with their content.
    ...['/assets/*', '/pagefind/index/*', '/pagefind/texts/*'].map((path): [string, string[]] => [
      path,
      ['Cache-Control: public, max-age=31536000, immutable'],
    ]),
    ['/data/*', open],
    ['/updates/*', open],
    ['/feed.xml', [...open, 'Content-Type: application/atom+xml; charset=utf-8']],
    ['/feed.json', [...open, 'Content-Type: application/feed+json; charset=utf-8']],
    ['/calendar.ics', [...open, 'Content-Type: text/calendar; charset=utf-8']],
    ['/networks/*', open],
    ['/publishers/*', open],
    ['/topics/*', open],
  ]
  const prefix = pathPrefix(site)
  return rules
    .map(([path, headers]) => `${[prefix + path, ...headers.map(header => `  ${header}`)].join('\n')}\n`)
    .join('\n')
}
