/**
 * Addresses inside addresses. Programs that check links in emails, and sites that count who leaves them, wrap each link in one of
 * their own, which carries the mailbox of the recipient.
 */

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

/** Programs that check links, by the words in the names of their hosts: they say in one way or another where a link leads. */
const CHECKERS = new RegExp(
  String.raw`(?:^|[.-])(?:${[
    // safelinks.protection.outlook.com, linkprotect.cudasvc.com, protect2.fireeye.com, protect.checkpoint.com; not child-protection.org
    String.raw`safe-?links?|link-?(?:protect|check|scan)\w*|(?<!-)protect\d*|emailprotection|defend`,
    // urldefense.proofpoint.com, clicktime.symantec.com, imsva91-ctp.trendmicro.com, secure-web.cisco.com
    String.raw`url-?(?:defen[cs]e|protect|check|scan|sand)\w*|clicktime|ctp|secure-web|scanmail`,
    'avanan|edgepilot|mimecast(?:protect)?|sophos|cudasvc|trustwave|proofpoint|ppe-hosted',
  ].join('|')})\.`,
  'u',
)

/** Sites whose links to others go through an address of theirs, and the parameters that have the real one. */
const REDIRECTS: readonly { host: RegExp; path?: RegExp; parameters: readonly string[] }[] = [
  { host: /^statics\.teams\.(?:cdn\.office\.net|microsoft\.com)$/u, path: /safelinks/iu, parameters: ['url'] },
  { host: /^outlook\.(?:office|office365|live)\.com$/u, path: /\/safelink/iu, parameters: ['url'] },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/u, path: /^\/url$/u, parameters: ['q', 'url'] },
  { host: /^(?:www\.)?youtube\.com$/u, path: /^\/redirect$/u, parameters: ['q'] },
  { host: /^(?:www\.)?bing\.com$/u, path: /^\/ck\/a$/u, parameters: ['u'] },
  { host: /^(?:www\.)?duckduckgo\.com$/u, path: /^\/l\/?$/u, parameters: ['uddg'] },
  { host: /^(?:lm?|www)\.(?:facebook|messenger|instagram)\.com$/u, path: /^\/(?:l\.php)?$/u, parameters: ['u'] },
  { host: /^(?:www\.)?linkedin\.com$/u, path: /^\/(?:redir\/redirect|safety\/go)/u, parameters: ['url'] },
  { host: /^(?:www\.)?(?:twitter|x)\.com$/u, path: /^\/i\/redirect/u, parameters: ['url'] },
  { host: /^(?:slack-redir\.net|out\.reddit\.com)$/u, parameters: ['url'] },
]

/** GovDelivery's links, and Cisco's: https://links-1.govdelivery.com/CL0/https:%2F%2Fwww.example.org%2Fa/1/0100… */
const IN_PATH = /^links[\w-]*\.govdelivery\.com$|^lnks\.gd$/u

/** The address inside; null where there is none. */
export function unwrap(address: string): string | null {
  const url = parsed(address)
  if (url === null) return null
  const isChecker = CHECKERS.test(url.hostname)
  const inside = isChecker ? (proofpoint2(url) ?? proofpoint3(address, url) ?? betweenLines(address)) : null
  if (inside !== null) return inside
  if (isChecker) return firstAddress([...url.searchParams.values(), ...partsOf(url)])
  if (IN_PATH.test(url.hostname)) return firstAddress(partsOf(url))
  return insideParameter(url) ?? behindAmp(url)
}

export function parsed(address: string): URL | null {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return null
  return new URL(address)
}

const partsOf = ({ pathname, search }: URL): string[] => [...pathname.split('/'), search.replace(/^\?b?/u, '')]

function insideParameter({ hostname, pathname, searchParams }: URL): string | null {
  const site = REDIRECTS.find(({ host, path }) => host.test(hostname) && (path === undefined || path.test(pathname)))
  return firstAddress(site?.parameters.map(name => searchParams.get(name) ?? '') ?? [])
}

const firstAddress = (values: readonly string[]): string | null =>
  values.map(value => asWebAddress(value) ?? fromBase64(value)).find(value => value !== null) ?? null

/** "aHR0cHM6Ly93d3cu…" of Sophos, "a1aHR0…" of Bing; of GovDelivery, between dots and as JSON: `{"url":"https://…"}`. */
function fromBase64(value: string): string | null {
  for (const packed of [value.replace(/^a1(?=aHR0)/u, ''), ...value.split('.')]) {
    if (!/^(?:aHR0c|eyJ)[\w+/-]{8,}={0,2}$/u.test(packed)) continue
    const said = Buffer.from(packed, 'base64').toString('utf8')
    const address = asWebAddress(/^\{.*"url":"(?<url>https?:[^"\\]+)"/u.exec(said)?.groups?.url ?? said)
    if (address !== null) return address
  }
  return null
}

/** Check Point: https://protect.checkpoint.com/v2/___https://www.example.org/a___.YXAx… */
const betweenLines = (address: string): string | null =>
  asWebAddress(/___(?<inner>https?:\/\/.+?)___/iu.exec(address)?.groups?.inner ?? null)

/** https://www.google.com/amp/s/www.example.org/a */
function behindAmp({ hostname, pathname, search }: URL): string | null {
  if (!/^(?:www\.)?google\.[a-z.]{2,6}$/u.test(hostname)) return null
  const { inner } = /^\/amp\/s\/(?<inner>[^/]+\.[^/]+\/?.*)$/u.exec(pathname)?.groups ?? {}
  return inner === undefined ? null : asWebAddress(`https://${inner}${search}`)
}

/** Proofpoint 2: …/v2/url?u=https-3A__www.example.org_a&d=…: "-" for "%", "_" for "/". */
function proofpoint2({ pathname, searchParams }: URL): string | null {
  if (!pathname.startsWith('/v2/url')) return null
  return asWebAddress(searchParams.get('u')?.replaceAll('-', '%').replaceAll('_', '/') ?? null)
}

/**
 * Proofpoint 3: …/v3/__https://example.org/a*b__;Iw!!…: each "*" replaces a character of the base64 text behind the
 * address, "**" and a letter for several.
 */
function proofpoint3(address: string, { pathname }: URL): string | null {
  if (!pathname.startsWith('/v3/')) return null
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

/** As often packed as it may be: "https%253A%252F%252Fexample.org". null where it is no web address even then. */
function asWebAddress(value: string | null): string | null {
  let text = value
  while (text !== null && !/^https?:\/\//iu.test(text)) {
    const next: string = decodedOnce(text)
    text = next === text ? null : next
  }
  return text !== null && URL.canParse(text) ? text : null
}
