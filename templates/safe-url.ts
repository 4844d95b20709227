/**
 * The address itself where it is one that a page may link to (http or https, absolute), else null. Addresses in the
 * authority files are typed by people: "javascript:…", "data:…" or a bare "example.org" must not become links.
 */
export function safeUrl(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
