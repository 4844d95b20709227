/**
 * What surrounds an update on the web page or in the mail that it was copied from: menus, share links, a cookie banner, recent
 * posts, unsubscribe lines. Pages and mails all over the web say these things in much the same words.
 */
import { findEmails, findPhones, isContactDetail } from '../contacts/contact-details.ts'
import { isContactHeader, speaksOfJob } from '../contacts/contact-header.ts'
import { isBlank, type Line } from '../text/lines.ts'

/** A button or link is short; what the law wants said may be long. */
const longestButton = 60
const buttons = [
  // Share this: · Follow us on LinkedIn · Print this page · Email this to a friend
  /^(?:share|follow|tweet|like|print|pin|e-?mail|forward)\s+(?:this|us|on|via|with|to|it|article|page|post|link)\b/i,
  /^(?:share|tweet|print|facebook|twitter|x|linkedin|whatsapp|instagram|youtube|mastodon|bluesky|rss)\W*$/i,
  // Skip to content · Log in · View this email in your browser · Back to top · Search for:
  /^(?:skip to|jump to|back to (?:the )?top|scroll to|toggle|log\s?(?:in|out)|sign (?:in|out)|search for|site ?map)\b/i,
  /\b(?:in|with) (?:your|a) (?:web ?)?browser\b/i,
  // Recent Newsletters · Older posts · Related articles · Leave a comment · « Previous
  /^(?:recent|latest|older|newer|previous|next|related|popular|archived?|more)\s+(?:posts?|newsletters?|articles?|comments?|entries|entry|pages?|updates?|news)\W*$/i,
  /^(?:leave a|post a|add a|no) (?:comment|reply)s?\b|^\d* ?comments?(?: are)? (?:closed|off)\b|^comments\W*$/i,
  /^(?:tags?|tagged|categor(?:y|ies)|posted (?:in|on|by)|filed under|published (?:in|by)|last (?:updated|modified)|author|permalink|bookmark)\s*:|^(?:posted (?:in|on|by)|filed under)\b/i,
  // Get in touch · Our office · Opening hours: a heading of the page's own, above its address
  /^(?:get in touch|find us|visit us|call us|our (?:office|address|location)|(?:opening|office) hours|(?:stay|keep) (?:connected|in touch)|connect with us|(?:quick|useful) links|follow us)\W*$/i,
  /^[←→«»‹›]|[←→«»‹›]$|(?:\[…\]|\[\.{3}\]|\bread more\W*)$/iu,
]
const small = [
  /©|^\(c\)\s|\bcopyright\b|\ball rights reserved\b/i,
  /\bcookies?\b/i,
  /\bprivacy (?:policy|notice|statement)\b|\bterms (?:of use|of service|and conditions|& conditions)\b|\baccessibility statement\b/i,
  /\bunsubscribe\b|\bopt(?:ing)? out\b|\b(?:manage|update|change) (?:your |my )?(?:e-?mail |subscription |mailing )?(?:preferences|subscriptions?|settings)\b/i,
  // \"Have you signed up for …?\" asks; a page says that its reader did.
  /(?<!\b(?:have|if|when|once|are|did) )\byou(?:’re|'re| are| have)? (?:receiv|subscrib|sign|opt)(?:e|ed|ing)\b.*\b(?:because|this|as|to|in|up)\b/i,
  /\bthis (?:e-?mail|message|newsletter|mailing) (?:was|is|has been|and any)\b/i,
  /\b(?:e-?mail address will not be published|required fields are marked)\b/i,
  /\b(?:do not|don’t|don't) reply to this\b/i,
  /\b(?:company limited by|registered (?:charity|company|in england|office)|(?:charity|company|vat) (?:registration )?(?:no\b|number))/i,
  /^(?:powered|hosted|built|designed|created|website|site|theme|sent) (?:by|with)\b/i,
]

/** Whether a line is of those that surround a page, by its own words. */
export const isFurniture = (text: string): boolean =>
  (text.length <= longestButton && buttons.some(pattern => pattern.test(text))) ||
  (text.length <= 1000 && small.some(pattern => pattern.test(text)))

/** A line that ends no sentence, as short as the entries of menus are. */
export const isEntry = (text: string): boolean => text.length <= 45 && !/[.!?;,]["”’)]*$/u.test(text)

/**
 * The index of the first line of what surrounds the foot of a page: from the end of the text up, lines that only pages have and the
 * short lines among them, as far as the first that only pages have. `lines.length` where there is none. `links` says which lines
 * name other updates. A contact with an address or number is no part of it, nor what is above.
 */
export function footFrom(lines: readonly Line[], links: (line: Line) => boolean): number {
  let first = lines.length
  let below = ''
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]
    if (line === undefined || isBlank(line)) continue
    if (isContactDetail(below) && isContactHeader(line.text)) break
    below = line.text
    if (links(line) || isFurniture(line.text)) first = at
    else if (!isEntry(line.text)) break
  }
  return first
}

// To: A Reader <a.reader@example.org> · This email was sent to a.reader@example.org
const namesReader =
  /^\W*(?:to|cc|bcc|delivered-to|envelope-to|x-original-to)\s*:|^\W*(?:sent|delivered|addressed) to\b|\b(?:this|the|our) (?:e-?mail|message|newsletter|mailing|update|bulletin)\b[^.]{0,40}\b(?:sent|delivered|addressed|intended|meant|subscribed)\b|\b(?:you|not)\b[^.]{0,30}\b(?:subscrib|signed up|registered|on (?:our|the|this) (?:mailing )?list)|^not .*\?/i

const addressMark = '[address of a reader left out]'

/** A line around an update, without the recipient's address. */
export const withoutReader = (text: string): string =>
  namesReader.test(text) || isFurniture(text)
    ? findEmails(text).reduce((left, address) => left.replaceAll(address, addressMark), text)
    : text

// ── below a list of contacts ──

type ContactLine = 'strong' | 'weak' | 'detail' | 'aside' | 'furniture' | 'odd'

/**
 * How many of the lines below "Contact Details" belong to contacts: what is below the last of them names no one. A line that reads
 * as "Role: Name" and no more is a person among others of that kind, and a button ("Posted in: Friday Update") among buttons.
 */
export function countContactLines(lines: readonly Line[]): number {
  const full = lines.flatMap((line, index) => (isBlank(line) ? [] : [{ text: line.text, index }]))
  const kinds = full.map(({ text }, at) => contactLine(text, full[at - 1]?.text ?? '', full[at + 1]?.text ?? ''))
  let last = -1
  let odd: number | null = null
  let furnished = false
  for (const [at, kind] of kinds.entries()) {
    if (kind === 'furniture') furnished = true
    const unreadable = kind === 'detail' && !furnished && odd !== null && isBlockOf(full.slice(odd, at))
    if (odd === null ? kind !== 'furniture' && kind !== 'odd' : (kind === 'strong' && !furnished) || unreadable) {
      last = at
      odd = null
    } else odd ??= at
  }
  if (last < kinds.length - 1 && kinds.includes('strong')) while (kinds[last] === 'weak') last -= 1
  if (last < 0 && !furnished) return lines.length
  return last === kinds.length - 1 ? lines.length : (full[last]?.index ?? -1) + 1
}

/** Above a detail: a line that cannot be read, or a role, a name and a place on lines of their own. */
const isBlockOf = (above: readonly { text: string; index: number }[]): boolean =>
  above.length === 1 || (above.length <= 3 && above.slice(0, 2).some(({ text }) => speaksOfJob(text)))

function contactLine(text: string, above: string, below: string): ContactLine {
  const details = findEmails(text).length + findPhones(text).length > 0 && !namesReader.test(text)
  if (isContactHeader(text)) {
    if (details || /\)[\s.,;]*$/u.test(text) || isContactDetail(below)) return 'strong'
    return isFurniture(text) ? 'furniture' : 'weak'
  }
  if (isFurniture(text)) return 'furniture'
  if (isContactDetail(text) || details) return 'detail'
  if (isContactHeader(`${text} ${below}`) || isContactHeader(`${above} ${text}`)) return 'weak'
  return availability.test(text) && text.length < 100 ? 'aside' : 'odd'
}

// Works Tuesday to Thursday · On leave until 4 May
const availability =
  /\b(?:works?|working|available|on leave|part[- ]time|mornings?|afternoons?|(?:mon|tues|wednes|thurs|fri)days?)\b/i
