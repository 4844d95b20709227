import type { ComponentChildren } from 'preact'
import { absolute, addressOf } from '../../../src/publish/addresses.ts'
import { breadcrumbs, type LinkedData } from '../../../src/publish/linked-data.ts'
import { slashKeyScript } from '../../../src/publish/site-files/slash-key.ts'
import { type Link, useHref, useSite } from '../../site-context.tsx'
import { LinkedDataScript } from '../update/prose.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { SiteFooter } from './site-footer.tsx'
import { type Area, SiteHeader } from './site-header.tsx'

type PageFrameProps = {
  /** What the page is called, without the site's name; null for the home page. */
  title: string | null
  /** One or two sentences for search engines and previews. */
  description: string
  area?: Area
  /** The pages above this one, from the top; the home page is left out. */
  above?: Link[]
  /** Feeds and calendars of this page alone; the archive's own are on every page. */
  alternates?: Alternate[]
  /** schema.org values. */
  linkedData?: LinkedData[]
  /** Pages that no search engine should list. */
  robots?: 'noindex'
  /** The header leaves out its search box where the page has a larger one. */
  ownSearch?: true
  /** `<meta name content>` of this page alone. */
  meta?: [name: string, content: string][]
  /** The page has something to copy: it loads templates/assets/share.js. */
  shares?: true
  /** Stylesheet of the page beside the site's, site-relative. */
  style?: string | null
  /** Script of the page, site-relative. */
  script?: string | null
  children: ComponentChildren
}
export type Alternate = { to: string; type: string; title: string }

/** A whole page: head, header, the page's own content in <main>, footer. */
export function PageFrame(props: PageFrameProps) {
  const { site, address } = useSite()
  return (
    <html lang="en-GB">
      <Head {...props} />
      <body>
        <SiteHeader area={props.area ?? null} search={props.ownSearch ? 'in page' : 'here'} />
        <p class="printed-from">
          {site.title} · {absolute(site, address)}
        </p>
        <main id="main_" tabindex={-1}>
          {props.above && props.above.length > 0 && <Breadcrumbs above={props.above} />}
          {props.children}
        </main>
        <SiteFooter />
      </body>
    </html>
  )
}

function Head({
  title,
  description,
  above,
  alternates = [],
  linkedData = [],
  meta = [],
  robots,
  shares,
  style,
  script,
}: PageFrameProps) {
  const { site, address, stylesheet, shareScript } = useSite()
  const href = useHref()
  const named = title === null ? site.title : `${title} – ${site.title}`
  const canonical = absolute(site, address)
  const trail = [...(above ?? []), { to: address, text: title ?? site.title }]
  const things = above
    ? [
        ...linkedData,
        breadcrumbs(
          site,
          trail.map(({ to, text }) => ({ name: text, address: to })),
        ),
      ]
    : linkedData
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{named}</title>
      <meta name="description" content={description} />
      {robots ? <meta name="robots" content={robots} /> : <link rel="canonical" href={canonical} />}
      <link rel="stylesheet" href={href(stylesheet)} />
      {style && <link rel="stylesheet" href={href(style)} />}
      <link rel="icon" href={href(addressOf.favicon())} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={href('/apple-touch-icon.png')} />
      <link rel="manifest" href={href(addressOf.manifest())} />
      <link
        rel="search"
        href={href(addressOf.openSearch())}
        type="application/opensearchdescription+xml"
        title={site.title}
      />
      {[...siteAlternates(site.title), ...alternates].map(({ to, type, title: name }) => (
        <link key={to} rel="alternate" type={type} href={href(to)} title={name} />
      ))}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#15191d" media="(prefers-color-scheme: dark)" />
      <meta property="og:type" content={title === null ? 'website' : 'article'} />
      <meta property="og:site_name" content={site.title} />
      <meta property="og:title" content={title ?? site.title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content="en_GB" />
      <meta property="og:image" content={absolute(site, addressOf.card())} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={site.title} />
      <meta name="twitter:card" content="summary_large_image" />
      {meta.map(([name, content]) => (
        <meta name={name} content={content} />
      ))}
      {things.length > 0 && <LinkedDataScript things={things} />}
      <script>{slashKeyScript}</script>
      {shares && shareScript && <script type="module" src={href(shareScript)} />}
      {script && <script type="module" src={href(script)} />}
    </head>
  )
}

const siteAlternates = (title: string): Alternate[] => [
  { to: addressOf.feed(), type: 'application/atom+xml', title: `${title} (Atom)` },
  { to: addressOf.jsonFeed(), type: 'application/feed+json', title: `${title} (JSON Feed)` },
  { to: addressOf.calendarFile(), type: 'text/calendar', title: `${title}: meetings` },
]
