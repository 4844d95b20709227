/**
 * Web addresses as words in the index: pasting an address into the search box finds the records that link to it. Used both
 * to index the archive and, in the browser, to search it, so it imports nothing.
 */

/** Folders of the site whose pages are records: "/archive/updates/654/#story" is "/updates/654/#story". */
const ownPath = /\/(?:updates|publications|publishers|networks|contacts|topics)\/.+$/u

/**
 * The same key for all spellings of one web address: "https://www.example.org/a/?utm_source=b#c" → "example.org/a". null
 * if the text is not a web address.
 */
export function webAddressKey(text: string): string | null {
  const whole = /^www\./iu.test(text) ? `https://${text}` : text
  if (!/^https?:\/\//iu.test(whole) || !URL.canParse(whole)) return null
  const { hostname, pathname, searchParams } = new URL(whole)
  const kept = [...searchParams].filter(([name]) => !/^(?:utm_|fbclid$|gclid$|mc_)/u.test(name))
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
  return hostname.replace(/^www\./u, '') + pathname.replace(/\/(?:index\.html)?$/u, '') + query
}

/** The site-relative part of a pasted address, without a text directive; null if it has none. */
export function ownAddressKey(text: string): string | null {
  const bare = text.trim().replace(/:~:.*$|\?[^#]*/gu, '')
  const [own] = ownPath.exec(bare.replace(/#$/u, '')) ?? []
  return own === undefined ? null : own.replace(/index\.html/u, '').replace(/\/?(#|$)/u, '/$1')
}

/** The word for such a key in the index: one that no text has and no stemmer changes. */
export function addressWord(key: string): string {
  let hash = 0x811c9dc5
  for (const letter of key.toLowerCase()) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return `zq${(hash >>> 0).toString(36)}q`
}
