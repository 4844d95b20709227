/**
 * Web addresses as words of the index: somebody who pastes an address is led to what the archive has of it. Used when the
 * archive is indexed and when somebody searches, so it holds no more than plain code: the browser loads it.
 */

/** Folders of the site whose pages stand for records: "/archive/updates/654/#story" is "/updates/654/#story". */
const ownPath = /\/(?:updates|publications|publishers|networks|contacts|topics)\/.+$/u

/**
 * What all ways to write one web address have in common: "https://www.example.org/a/?utm_source=b#c" is "example.org/a".
 * null for what is no address of the web.
 */
export function webAddressKey(text: string): string | null {
  const whole = /^www\./iu.test(text) ? `https://${text}` : text
  if (!/^https?:\/\//iu.test(whole) || !URL.canParse(whole)) return null
  const { hostname, pathname, searchParams } = new URL(whole)
  const kept = [...searchParams].filter(([name]) => !/^(?:utm_|fbclid$|gclid$|mc_)/u.test(name))
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
  return hostname.replace(/^www\./u, '') + pathname.replace(/\/(?:index\.html)?$/u, '') + query
}

/** The site-relative address in a pasted one, without the marks of a text directive; null where it has none. */
export function ownAddressKey(text: string): string | null {
  const bare = text.trim().replace(/:~:.*$|\?[^#]*/gu, '')
  const [own] = ownPath.exec(bare.replace(/#$/u, '')) ?? []
  return own === undefined ? null : own.replace(/index\.html/u, '').replace(/\/?(#|$)/u, '/$1')
}

/** The word that the index has for such a key: no text has it, and no stemmer changes it. */
export function addressWord(key: string): string {
  let hash = 0x811c9dc5
  for (const letter of key.toLowerCase()) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return `zq${(hash >>> 0).toString(36)}q`
}
