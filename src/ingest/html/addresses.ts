/** What an `href` leads to: one address of the safe list, clean and absolute, or a reason why it leads nowhere. */
import { cleanAddress, isSafeAddress } from '../../update/clean-address.ts'

/**
 * - `silent`: a place in the same page, a picture of the mail, a telephone number, an address that runs a script: no reader
 *   misses it.
 * - `lost`: it led somewhere that we cannot know (a file on someone's computer, an address without its host).
 */
export type LeadsTo =
  | { kind: 'address'; address: string; unwrapped: boolean; dropped: string[] }
  | { kind: 'silent' }
  | { kind: 'lost'; href: string }

const SILENT = /^(?:#|$|javascript:|vbscript:|data:|cid:|tel:|sms:|about:|callto:)/iu

/** `base`: the address of the page, where it says it. */
export function leadsTo(href: string, base: string | null): LeadsTo {
  // Browsers overlook white space and control characters here, and so do those who hide "javascript:" with them.
  const bare = href.replace(/[\p{Cc}\u00A0\u200B\uFEFF]/gu, '').trim()
  if (SILENT.test(bare)) return { kind: 'silent' }
  const absolute = absoluteAddress(bare, base)
  if (absolute === null) return { kind: 'lost', href: bare }
  const clean = cleanAddress(absolute)
  const address = written(clean.address)
  return isSafeAddress(address) ? { kind: 'address', ...clean, address } : { kind: 'lost', href: bare }
}

function absoluteAddress(href: string, base: string | null): string | null {
  if (/^mailto:/iu.test(href)) return mailbox(href)
  if (/^https?:\/\//iu.test(href)) return href
  if (/^www\.\S+\.\w/iu.test(href)) return `https://${href}`
  if (/^[a-z][a-z\d+.-]*:/iu.test(href)) return null
  return base !== null && URL.canParse(href, base) ? new URL(href, base).href : null
}

/** Without subject and text, which only start an email: "mailto:jo@example.org?subject=Hello". */
function mailbox(href: string): string | null {
  const to = decodeOnce(href.slice('mailto:'.length).split('?', 1)[0] ?? '').trim()
  return /^[^\s@<>()]+@[^\s@<>()]+$/u.test(to) ? `mailto:${to}` : null
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As Markdown and HTML hold it between "<" and ">": no white space, no brackets of that kind, no backslash. */
const written = (address: string): string => address.replace(/[\s<>\\^`{|}"\p{Cc}]/gu, encodeURIComponent)
