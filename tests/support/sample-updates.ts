/** Short ways to say what an update says, for the tests of the archive. Everybody is invented. */
import type { Site } from '../../src/archive/archive.ts'
import { type Authorities, readAuthorities } from '../../src/archive/content/authorities.ts'
import type { ContactEntry, Item, Meeting, PublicationEntry, Section, Update } from '../../src/update/update.ts'

export const aSite = (site: Partial<Site> = {}): Site => ({
  title: 'Archive',
  description: 'An archive.',
  publisher: 'Somebody',
  url: 'https://example.org',
  contactDetails: 'printed',
  reportTo: null,
  subscribe: null,
  database: null,
  oldPosts: [],
  ...site,
})

/** Authority files as an editor writes them. Throws on any message, so that a test starts from sound ones. */
export function authorities(files: {
  people?: string
  networks?: string
  publishers?: string
  topics?: string
}): Authorities {
  const text = (kind: keyof typeof files) => ({ file: `${kind}.yaml`, text: files[kind] ?? '' })
  const read = readAuthorities({
    people: text('people'),
    networks: text('networks'),
    publishers: text('publishers'),
    topics: text('topics'),
  })
  if (read.diagnostics.length > 0) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'))
  return read.authorities
}

type Says = {
  items?: Item[]
  reminders?: Item[]
  entries?: PublicationEntry[]
  contacts?: ContactEntry[]
  notice?: string
}

/** Update 700 is of 2 January 2026; each number is a week later, unless a date is given. */
export function anUpdate(number: number, says: Says, date?: string): Update {
  const friday = new Date(Date.UTC(2026, 0, 2) + (number - 700) * 7 * 86_400_000).toISOString().slice(0, 10)
  const sections: Section[] = [
    { kind: 'notices', heading: 'Newsletters', lead: says.notice ?? 'If you have any news, tell us.', text: '' },
    { kind: 'updates', heading: 'Updates', items: says.items ?? [] },
    { kind: 'reminders', heading: 'Reminders From Previous Weeks', items: says.reminders ?? [] },
    { kind: 'publications', heading: 'Tools & Templates', entries: says.entries ?? [] },
    { kind: 'contacts', heading: 'Contact Details', entries: says.contacts ?? [] },
  ]
  return { number, date: date ?? friday, heading: `Update no ${number}`, sections, foot: '' }
}

/** A story under a printed title; null: the text lost it. */
export const story = (id: string, title: string | null, ...text: string[]): Item => ({
  id,
  kicker: null,
  title,
  titleSource: title === null ? 'none' : 'printed',
  kind: 'article',
  parts: [{ heading: null, text: text.join('\n\n') }],
  meetings: [],
  deadlines: [],
  contacts: [],
  publications: [],
})

export const dates = (...meetings: Meeting[]): Item => ({
  id: 'future-dates-for-network-meetings',
  kicker: 'Reminder',
  title: 'Future dates for network meetings',
  titleSource: 'printed',
  kind: 'network-dates',
  parts: [{ heading: 'Network dates:', text: meetings.map(({ text }) => `- ${text}`).join('\n') }],
  meetings,
  deadlines: [],
  contacts: [],
  publications: [],
})

export const meeting = (label: string, date: string | null, more: Partial<Meeting> = {}): Meeting => ({
  label,
  subject: null,
  date,
  yearFrom: date === null ? null : 'printed',
  start: null,
  end: null,
  mode: null,
  place: null,
  lastDate: null,
  formerDate: null,
  contacts: [],
  status: 'planned',
  text: `${label}: ${date ?? 'more soon'}`,
  ...more,
})

export const entry = (publisher: string | null, date: string | null, title: string): PublicationEntry => ({
  date,
  yearFrom: date === null ? null : 'printed',
  publishers: publisher === null ? [] : [publisher],
  title,
  text: `On ${date ?? 'some day'} ${publisher ?? 'somebody'} published ${title}`,
})

export const contact = (
  role: string,
  name: string,
  details: { email?: string; phone?: string } = {},
): ContactEntry => ({
  role,
  name,
  organisation: 'Otterbourne',
  emails: details.email === undefined ? [] : [details.email],
  phones: details.phone === undefined ? [] : [details.phone],
  lines: [`${role}: ${name} (Otterbourne)`, ...[details.email, details.phone].filter(line => line !== undefined)],
})
