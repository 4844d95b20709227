/**
 * Web addresses as they should be kept. Mail programs wrap each link in one of their own (which carries the mailbox of
 * the recipient), and mailing tools add the reader's id: both go, and what is left leads to the same page.
 */

import { fullyDecoded, parsed, unwrap } from './wrapped-address.ts'

export { fullyDecoded } from './wrapped-address.ts'

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

/** What the site links to. */
const SAFE = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@])/iu

/** The one safe list: http, https and mailto addresses, without white space or control characters. */
export const isSafeAddress = (address: string): boolean => SAFE.test(address) && !/[\s\p{Cc}]/u.test(address)

// ── what only counts readers ──

/** Of advertisers, of mailing tools (`dm_i` is a reader of Dotdigital's, `mkt_tok` one of Marketo's) and of counters. */
const TRACKING =
  /^(?:utm_\w+|(?:pk|mtm|piwik|matomo)_\w+|fbclid|gclid|gclsrc|gad_source|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|mc_[ce]id|mkt_tok|_?hs(?:enc|mi|ctatracking)|__hs\w+|_ke|_kx|dm_[it]|ml_subscriber\w*|ck_subscriber_id|elqtrack\w*|oly_(?:enc|anon)_id|vero_(?:id|conv)|wickedid|cm_mmc|s_cid|ref_src|srsltid|_g[al])$/iu
/** Whose `e` or `id` is the subscriber. */
const MAILING_HOST = /(?:^|\.)(?:mailchi\.mp|list-manage\d*\.com|campaign-archive\d*\.com)$/iu

/** Cut out of the text, so that the other parameters keep their spelling. */
function withoutTracking(address: string): { address: string; dropped: string[] } {
  const url = parsed(address)
  const {
    page,
    query = '',
    place = '',
  } = /^(?<page>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<place>.*))?$/su.exec(address)?.groups ?? {}
  if (url === null || page === undefined) return { address, dropped: [] }
  const isMailing = MAILING_HOST.test(url.hostname)
  const nameOf = (parameter: string) => fullyDecoded(parameter.split('=', 1)[0] ?? '')
  const tracks = (parameter: string) => TRACKING.test(nameOf(parameter)) || (isMailing && nameOf(parameter) === 'e')
  const parameters = query.split(/&(?:amp;)?/u)
  // "#utm_source=mail": some tools put them where they name a place in the page.
  const places = place.split('&')
  const dropped = [...parameters, ...places].filter(tracks).map(nameOf)
  if (dropped.length === 0) return { address, dropped }
  const kept = (all: readonly string[], sign: string) => {
    const left = all.filter(one => one !== '' && !tracks(one)).join('&')
    return left === '' ? '' : `${sign}${left}`
  }
  return { address: `${page}${kept(parameters, '?')}${kept(places, '#')}`, dropped }
}
