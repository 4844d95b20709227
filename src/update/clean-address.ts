/**
 * Web addresses as they should be kept. Mail programs wrap each link in one of their own (which carries the mailbox of
 * the recipient), and mailing tools add the reader's id: both go, and what is left leads to the same page.
 */

export type CleanAddress = {
  address: string
  /** It was wrapped in another address. */
  unwrapped: boolean
  /** Names of the parameters that were dropped, in order: "utm_source". */
  dropped: string[]
}

/**
 * Unwraps an address until nothing changes, then drops what only counts readers. The rest of it stays byte for byte. Text
 * that is no http or https address comes back as it is.
 */
export function cleanAddress(address: string): CleanAddress {
  let inner = address.trim()
  let unwrapped = false
  const seen = new Set<string>()
  for (let next = unwrap(inner); next !== null && !seen.has(next); next = unwrap(inner)) {
    seen.add(next)
    inner = next
    unwrapped = true
  }
  const { address: clean, dropped } = withoutTracking(inner)
  return { address: clean, unwrapped, dropped }
}

/** Percent-decoded until nothing changes: what an address says, however often it was packed. `%2540` is "@" in the end. */
export function fullyDecoded(address: string): string {
  let text = address
  // Each round shortens the text, so this ends.
  for (let next = decodedOnce(text); next !== text; next = decodedOnce(text)) text = next
  return text
}

/** Byte by byte where the whole is no proper encoding: "100%25 of %E0" says "100% of %E0". */
function decodedOnce(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/(?:%[\da-f]{2})+/giu, run => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run.replace(/%([2-7][\da-f])/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    }
  })
}

/** What the site links to. */
const SAFE = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@])/iu

/** The one safe list: http, https and mailto addresses, without white space or control characters. */
export const isSafeAddress = (address: string): boolean => SAFE.test(address) && !/[\s\p{Cc}]/u.test(address)

// ── wrapped addresses ──

/** Whose links carry the real address as a parameter, and under which name. */
const WRAPPERS: readonly { host: RegExp; path?: RegExp; parameters: readonly string[] }[] = [
  // Outlook: https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2F…&data=05%7C02%7Csomeone%40example.org%7C…
  { host: /(?:^|\.)safelinks\.protection\.(?:outlook|office365)\.(?:com|us)$/u, parameters: ['url'] },
  { host: /^statics\.teams\.(?:cdn\.office\.net|microsoft\.com)$/u, path: /safelinks/iu, parameters: ['url'] },
  // Barracuda: https://linkprotect.cudasvc.com/url?a=https%3a%2f%2f…&c=E,1,…
  { host: /(?:^|\.)linkprotect\.cudasvc\.com$/u, parameters: ['a'] },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/u, path: /^\/url$/u, parameters: ['q', 'url'] },
  { host: /^(?:l|lm|www)\.facebook\.com$/u, path: /^\/l\.php$/u, parameters: ['u'] },
  { host: /^(?:www\.)?linkedin\.com$/u, path: /^\/(?:redir\/redirect|safety\/go)/u, parameters: ['url'] },
  { host: /(?:^|\.)clicktime\.symantec\.com$/u, parameters: ['u'] },
  { host: /(?:^|\.)ctp\.trendmicro\.com$/u, parameters: ['url'] },
  { host: /(?:^|\.)scanmail\.trustwave\.com$/u, parameters: ['u'] },
  // Proofpoint 1: …/v1/url?u=http://www.example.org/&k=…
  { host: /(?:^|\.)urldefense\.(?:proofpoint\.)?com$/u, path: /^\/v1\//u, parameters: ['u'] },
]

/** The address inside; null where there is none. */
function unwrap(address: string): string | null {
  const url = parsed(address)
  if (url === null) return null
  return insideParameter(url) ?? proofpoint2(url) ?? proofpoint3(address, url) ?? insidePath(url)
}

function parsed(address: string): URL | null {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return null
  return new URL(address)
}

function insideParameter({ hostname, pathname, searchParams }: URL): string | null {
  const wrapper = WRAPPERS.find(({ host, path }) => host.test(hostname) && (path === undefined || path.test(pathname)))
  const values = wrapper?.parameters.map(name => searchParams.get(name)) ?? []
  return values.map(asWebAddress).find(value => value !== null) ?? null
}

/** Proofpoint 2: …/v2/url?u=https-3A__www.example.org_a&d=…: "-" for "%", "_" for "/". */
function proofpoint2({ hostname, pathname, searchParams }: URL): string | null {
  if (!/(?:^|\.)urldefense\.(?:proofpoint\.)?com$/u.test(hostname) || !pathname.startsWith('/v2/')) return null
  return asWebAddress(searchParams.get('u')?.replaceAll('-', '%').replaceAll('_', '/') ?? null)
}

/**
 * Proofpoint 3: …/v3/__https://example.org/a*b__;Iw!!…: each "*" replaces a character of the base64 text behind the
 * address, "**" and a letter for several.
 */
function proofpoint3(address: string, { hostname, pathname }: URL): string | null {
  if (!/(?:^|\.)urldefense\.(?:com|us)$/u.test(hostname) || !pathname.startsWith('/v3/')) return null
  const { inner, packed = '' } = /\/v3\/__(?<inner>.+?)__;(?<packed>[\w-]*=*)/u.exec(address)?.groups ?? {}
  if (inner === undefined) return null
  const left = [...Buffer.from(packed, 'base64url').toString('utf8')]
  const filled = inner.replace(/\*(?:\*(?<run>[\w-]))?/gu, (star, run: string | undefined) => {
    const count = run === undefined ? 1 : RUN_LENGTHS.indexOf(run) + 2
    return left.splice(0, count).join('') || star
  })
  return asWebAddress(filled.replace(/^(https?:\/)(?!\/)/iu, '$1/'))
}
const RUN_LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** GovDelivery and Cisco: https://links-1.govdelivery.com/CL0/https:%2F%2Fwww.example.org%2Fa/1/0100…, …/<token>/https%3A%2F%2F… */
function insidePath({ hostname, pathname }: URL): string | null {
  if (!/^links[\w-]*\.govdelivery\.com$|^secure-web\.cisco\.com$/u.test(hostname)) return null
  const inner = pathname.split('/').find(part => /^https?(?::|%3a)/iu.test(part))
  return asWebAddress(inner ?? null)
}

/** As often packed as it may be: "https%253A%252F%252Fexample.org". null where it is no web address even then. */
function asWebAddress(value: string | null): string | null {
  let text = value
  while (text !== null && !/^https?:\/\//iu.test(text)) {
    const next: string = decodedOnce(text)
    text = next === text ? null : next
  }
  return text !== null && URL.canParse(text) ? text : null
}

// ── what only counts readers ──

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|yclid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|oly_(?:enc|anon)_id|vero_id|cm_mmc)$/iu
/** Whose `e` or `id` is the subscriber. */
const MAILING_HOST = /(?:^|\.)(?:mailchi\.mp|list-manage\d*\.com|campaign-archive\d*\.com)$/iu

/** Cut out of the text, so that the other parameters keep their spelling. */
function withoutTracking(address: string): { address: string; dropped: string[] } {
  const url = parsed(address)
  const {
    before,
    query,
    after = '',
  } = /^(?<before>[^?#]*)\?(?<query>[^#]*)(?<after>#.*)?$/su.exec(address)?.groups ?? {}
  if (url === null || before === undefined || query === undefined) return { address, dropped: [] }
  const isMailing = MAILING_HOST.test(url.hostname)
  const nameOf = (parameter: string) => fullyDecoded(parameter.split('=', 1)[0] ?? '')
  const tracks = (parameter: string) => TRACKING.test(nameOf(parameter)) || (isMailing && nameOf(parameter) === 'e')
  const parameters = query.split(/&(?:amp;)?/u)
  const dropped = parameters.filter(tracks).map(nameOf)
  if (dropped.length === 0) return { address, dropped }
  const kept = parameters.filter(parameter => !tracks(parameter))
  return { address: `${before}${kept.length === 0 ? '' : `?${kept.join('&')}`}${after}`, dropped }
}
