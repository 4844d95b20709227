/** People's latest details, and those as vCards. What the site may not show is not in the archive. */
import type { Archive, Person } from '../../archive/archive.ts'
import { formatDate } from '../../update/calendar-day.ts'
import type { IsoDate } from '../../update/update.ts'
import { absolute, addressOf } from '../addresses.ts'
import { folded } from '../calendar/fold.ts'

/** What the updates last said about a person. */
type Current = {
  roles: string[]
  organisations: string[]
  /** From the latest update with any address or number of theirs: one that it leaves out should no longer be used. */
  emails: string[]
  phones: string[]
  /** The date of that update; if no update has any, of the last one that gives their role. */
  asOf: IsoDate | null
}

/** A person may have several current roles or numbers. Older ones are on the person's page. */
export function currentDetails({ roles, emails, phones }: Person): Current {
  const lastRole = lastOf(roles.map(({ to }) => to))
  const last = lastOf([...emails, ...phones].map(({ lastSeen }) => lastSeen))
  const nowRoles = roles.filter(({ to }) => to === lastRole)
  const now = (details: Person['emails']) =>
    details.filter(({ lastSeen }) => lastSeen === last).map(({ value }) => value)
  return {
    roles: distinct(nowRoles.map(({ role }) => role)),
    organisations: distinct(nowRoles.flatMap(({ organisation }) => organisation ?? [])),
    emails: now(emails),
    phones: now(phones),
    asOf: last ?? lastRole,
  }
}

const lastOf = (dates: IsoDate[]): IsoDate | null => dates.sort().at(-1) ?? null

/** Everyone's vCards, by name. */
export function contactCards(archive: Archive): string {
  return Array.from(archive.people.values(), person => contactCard(archive, person)).join('')
}

/**
 * A vCard 3.0 (RFC 2426), because Outlook cannot read 4.0. Every line is also valid in 4.0 (RFC 6350). REV is the date of
 * the update that has the details, so that the same archive gives the same bytes.
 */
export function contactCard({ site }: Pick<Archive, 'site'>, person: Person): string {
  const { roles, organisations, emails, phones, asOf } = currentDetails(person)
  const url = absolute(site, addressOf.person(person.id))
  const role = roles.filter(words => words !== '').join('; ')
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${escaped(url)}`,
    `FN:${escaped(person.name)}`,
    `N:${nameParts(person.name).map(escaped).join(';')}`,
    ...(role === '' ? [] : [`TITLE:${escaped(role)}`, `ROLE:${escaped(role)}`]),
    ...(organisations[0] === undefined ? [] : [`ORG:${escaped(organisations[0])}`]),
    ...emails.map(email => `EMAIL;TYPE=INTERNET:${escaped(email)}`),
    ...phones.map(phone => `TEL;TYPE=VOICE:${escaped(phone)}`),
    `URL:${url}`,
    ...(asOf === null
      ? []
      : [`NOTE:${escaped(`As the Friday Update of ${formatDate(asOf)} printed it`)}`, `REV:${asOf}T00:00:00Z`]),
    'END:VCARD',
  ]
  return folded(lines.map(line => `${line}\r\n`).join(''))
}

const titles = /^(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Dame|Lady|Lord|Rev|Reverend|Cllr|Councillor)\.?$/u
const particles = /^(?:van|von|de|der|den|da|del|di|la|le|el|al|bin|ap)$/u
const honours = /^(?:OBE|MBE|CBE|DBE|KBE|QC|KC|MP|PhD)$/u

/**
 * Family name; given name; additional names; title; letters after the name (RFC 6350 §6.2.2). The last word is the family
 * name, with any particles before it ("van der Berg"). A name of one word, such as an office, is the given name.
 */
function nameParts(name: string): [string, string, string, string, string] {
  const words = name.trim().split(/\s+/u)
  const first = words.findIndex(word => !titles.test(word))
  const title = first <= 0 ? [] : words.splice(0, first)
  const behind: string[] = []
  while (words.length > 1 && honours.test(words.at(-1)?.replace(/,$/u, '') ?? '')) behind.unshift(words.pop() ?? '')
  if (words.length < 2) return ['', words.join(' ') || name, '', title.join(' '), behind.join(' ')]
  let at = words.length - 1
  while (at > 1 && particles.test(words[at - 1] ?? '')) at -= 1
  const family = words.slice(at).join(' ').replace(/,$/u, '')
  return [family, words[0] ?? '', words.slice(1, at).join(' '), title.join(' '), behind.join(' ')]
}

/** Escapes backslash, comma, semicolon and line break (RFC 2426 §5), and drops other control characters. */
function escaped(text: string): string {
  return text
    .replace(/[\\,;]/gu, '\\$&')
    .replace(/\r\n|\r|\n/gu, '\\n')
    .replace(/\p{Cc}/gu, '')
}

const distinct = (values: string[]): string[] => [...new Set(values)]
