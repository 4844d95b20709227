/** Whom a line names as contacts. Printed, for instance: "More from Chris Owen (Education) or Tracey Maytas (SEND)". */
import { findEmails } from '../contacts/contact-details.ts'
import { findDays } from '../dates/days.ts'
import { matchesOf } from '../text/matches.ts'

const name = String.raw`\p{Lu}[\p{L}’'-]+(?:\s+(?:\(\p{Lu}\p{L}+\)(?=\s\p{Lu})|\p{Lu}[\p{L}’'-]+|van|de|der|von)){1,3}`
const asking = new RegExp(
  String.raw`\b(?:from|e-?mail|contact|speak to|ask|let|RSVP(?:\s+to)?|book (?:with|via|through))\b\s*:?\s+(?<who>[^\s@<(]+@[^\s>)]+|${name})`,
  'giu',
)
// More from … · For further details please contact … · More information is available from …
// … Joining details from … · … To book a place please e-mail …
const leadsToAsking =
  /(?:\b(?:for|more|further|joining|login|log-in|dial-in|booking|details|info|information|instructions|links?|invitations?|invites?|an?|the|to|(?:to )?(?:book|reserve|request|join|attend|register|ask)|(?:your |a )?places?|is|are|available|please)\b[\s,]*)+$/i
const wantsName = new RegExp(`^(?:${name})`, 'u')
// … (Education) or … · … and … · …, …: the flag i would take "or" for a name.
const another = new RegExp(
  String.raw`^\s*(?:\([^()]{1,60}\)\s*)?(?:,|/|&|(?:,\s*)?\b(?:or|and)\b)\s*(?<who>[^\s@<(,]+@[^\s>),]+|${name})`,
  'u',
)
const mostContacts = 6

/** Contacts as printed: addresses, or names; `from` and `to`: where the text names them. null where it names none. */
export function contactsOf(text: string): { contacts: string[]; from: number; to: number } | null {
  for (const match of matchesOf(asking, text)) {
    const printed = match.groups?.who ?? ''
    const from = match.index + match[0].length - printed.length
    const first = nameOrAddress(printed, text.slice(from))
    if (first === null) continue
    const begins = leadsToAsking.exec(text.slice(0, match.index))?.index ?? match.index
    const others = further(text.slice(from + first.length))
    return { contacts: [first.contact, ...others.contacts], from: begins, to: from + first.length + others.length }
  }
  return null
}

function nameOrAddress(printed: string, text: string): { contact: string; length: number } | null {
  const [email] = findEmails(printed)
  if (email !== undefined) return { contact: email, length: text.indexOf(email) + email.length }
  const found = wantsName.exec(text)?.[0]
  if (found === undefined || findDays(found).length > 0) return null
  const contact = found.replace(/\s+(?:Please|For|Contact|The|By|On)$/u, '')
  return { contact, length: contact.length }
}

/** The names that follow the first, each joined to the one before it. */
function further(text: string): { contacts: string[]; length: number } {
  const found: string[] = []
  let rest = text
  while (found.length < mostContacts) {
    const match = another.exec(rest)
    const printed = match?.groups?.who
    if (match === null || printed === undefined) break
    const from = match[0].length - printed.length
    const next = nameOrAddress(printed, rest.slice(from))
    if (next === null) break
    found.push(next.contact)
    rest = rest.slice(from + next.length)
  }
  return { contacts: found, length: text.length - rest.length }
}
