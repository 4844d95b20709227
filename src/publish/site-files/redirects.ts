/** Where addresses that were once published lead now. */
import slugify from '@sindresorhus/slugify'
import type { Archive, Site } from '../../archive/archive.ts'
import { addressOf, pathPrefix } from '../addresses.ts'

/** Both site-relative; `from` ends with a slash. */
export type Redirect = { from: string; to: string }

/** The old address of an update: its heading as printed, slugified. */
export function newsletterAddress(heading: string): string {
  const slug = slugify(heading, {
    decamelize: false,
    customReplacements: [
      ['’', ''],
      ["'", ''],
      ['&', ' and '],
    ],
  })
  return `/newsletters/${slug}/`
}

/** One redirect for each old address: latest updates first, then moved records, then merged publications. */
export function redirects(archive: Archive): Redirect[] {
  const { updates, formerAddresses, publications } = archive
  const newsletters = updates.map(({ number, heading }) => ({
    from: newsletterAddress(heading),
    to: addressOf.update(number),
  }))
  const merged = Array.from(publications.values()).flatMap(({ year, id, formerIds }) =>
    formerIds.map(former => ({
      from: addressOf.publication({ year, id: former }),
      to: addressOf.publication({ year, id }),
    })),
  )
  return distinct(
    [...newsletters.reverse(), ...formerAddresses, ...merged].map(({ from, to }) => ({ from: withSlash(from), to })),
  )
}

/** `?p=8851` on the newsletter's old site → "/updates/656/", for the "Page not found" page. */
export function oldPostAddresses({ oldPosts }: Site): Record<string, string> {
  return Object.fromEntries(oldPosts.map(({ post, update }) => [String(post), addressOf.update(update)]))
}

/**
 * `_redirects`, for hosts that support it (Netlify, Cloudflare Pages): visitors skip the redirect page. Covers addresses with
 * and without a final slash and "www.", and other spellings of the day for newsletters ("4", "04", "4th"). Cloudflare
 * ignores what it does not support (other hosts, `p=`) with a warning, and reads only the first 2,000 lines.
 */
export function redirectsFile(archive: Archive): string {
  const { site } = archive
  const prefix = pathPrefix(site)
  const rule = ({ from, to }: Redirect) => `${prefix}${from} ${prefix}${to} 301`
  const exact = redirects(archive)
  const taken = new Set(exact.map(({ from }) => from))
  const spelt = exact.flatMap(({ from, to }) => spellingsOf(from).map(other => ({ from: other, to })))
  const eitherWay = [...exact, ...spelt.filter(({ from }) => !taken.has(from))].flatMap(withAndWithoutSlash)
  const posts = Object.entries(oldPostAddresses(site)).map(([post, to]) => `${prefix}/ p=${post} ${prefix}${to} 301`)
  return `${[otherHost(site), ...posts, ...eitherWay.map(rule)].join('\n')}\n`
}

/** The same site with or without "www.". */
function otherHost(site: Site): string {
  const { protocol, host } = new URL(site.url)
  const other = host.startsWith('www.') ? host.slice(4) : `www.${host}`
  return `${protocol}//${other}/* ${protocol}//${host}/:splat 301!`
}

/** update-no-656-4th-april-2025 → …-4-april-2025, …-04-april-2025. */
function spellingsOf(address: string): string[] {
  const found = /^(?<before>\/newsletters\/.*-)0?(?<day>\d{1,2})(?:st|nd|rd|th)?(?<after>-[a-z]+-\d{4}\/)$/u.exec(
    address,
  )
  if (!found?.groups) return []
  const { before = '', day = '', after = '' } = found.groups
  const days = [day, day.padStart(2, '0'), `${day}${ordinalEnding(Number(day))}`]
  return [...new Set(days.map(spelt => before + spelt + after))].filter(spelt => spelt !== address)
}

function ordinalEnding(day: number): string {
  const teens = day > 10 && day < 14
  return teens ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
}

const withSlash = (address: string): string => (/\/$|[#?.]/u.test(address) ? address : `${address}/`)

function withAndWithoutSlash({ from, to }: Redirect): Redirect[] {
  return from.length > 1 && from.endsWith('/')
    ? [
        { from: from.slice(0, -1), to },
        { from, to },
      ]
    : [{ from, to }]
}

/** Keeps the first of each `from`, and none that leads to itself. */
function distinct(all: Redirect[]): Redirect[] {
  const targets = new Map<string, string>()
  for (const { from, to } of all) if (from !== to && !targets.has(from)) targets.set(from, to)
  return Array.from(targets, ([from, to]) => ({ from, to }))
}
