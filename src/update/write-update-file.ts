import { align } from './align.ts'
import { listEntries } from './body.ts'
import { literal, plain, plainLine } from './markdown.ts'
import { storySlug } from './story-id.ts'
import type {
  ContactEntry,
  Item,
  Markdown,
  Meeting,
  Notices,
  PublicationEntry,
  Section,
  Stories,
  Update,
} from './update.ts'

/** The update as its Markdown file: see `update-file.ts` for the form. */
export function writeUpdateFile(update: Update): string {
  const contacts = update.sections.flatMap(section => (section.kind === 'contacts' ? section.entries : []))
  const facts = [
    `number: ${update.number}`,
    `date: ${quoted(update.date)}`,
    listOf(
      'sections',
      update.sections.flatMap(section => sectionFacts(section)),
    ),
    listOf(
      'contacts',
      contacts.map(entry => `- ${mapping(contactFacts(entry))}`),
    ),
  ]
  const body = [`# ${literal(update.heading)}`, ...update.sections.flatMap(sectionBody)]
  return `---\n${facts.join('\n')}\n---\n\n${body.join('\n\n')}\n`
}

// ── the front matter ──

const listOf = (key: string, lines: readonly string[]): string =>
  lines.length === 0 ? `${key}: []` : [`${key}:`, ...indented(lines)].join('\n')

const indented = (lines: readonly string[]): string[] => lines.map(line => `  ${line}`)

function sectionFacts(section: Section): string[] {
  const kind = `- kind: ${quoted(section.kind)}`
  switch (section.kind) {
    case 'notices':
      return section.heading === null ? [kind] : [kind, `  heading: ${quoted(section.heading)}`]
    case 'updates':
    case 'reminders':
      return section.items.length === 0 ? [kind] : [kind, '  items:', ...section.items.flatMap(itemFacts).map(nested)]
    case 'publications':
      if (section.entries.length === 0) return [kind]
      return [kind, '  entries:', ...section.entries.map(entry => nested(`- ${mapping(publicationFacts(entry))}`))]
    case 'contacts':
      return [kind]
    default:
      return section satisfies never
  }
}

const nested = (line: string): string => `    ${line}`

function itemFacts(item: Item): string[] {
  const lines = [`id: ${quoted(item.id)}`]
  // A story is recognised by its title; one whose id does not tell the title says it here.
  const shown = shownTitle(item)
  if (storySlug(shown) !== item.id) lines.push(`title: ${quoted(shown)}`)
  if (item.kind !== 'article') lines.push(`kind: ${quoted(item.kind)}`)
  if (item.kicker !== null) lines.push(`kicker: ${quoted(item.kicker)}`)
  if (item.meetings.length > 0) lines.push('meetings:', ...indented(meetingLines(item)))
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
}

function meetingLines(item: Item): string[] {
  const entries = item.kind === 'network-dates' ? item.parts.flatMap(part => listEntries(part.text, 1)) : []
  const printed = entries.map(entry => plain(entry.text))
  const facts = align(
    item.meetings.map(meeting => meeting.label),
    printed,
  )
  return item.meetings.map((meeting, index) => {
    const below = printed[facts.indexOf(index)] === meeting.text
    return `- ${mapping(meetingFacts(meeting, below ? undefined : meeting.text))}`
  })
}

type Facts = Record<string, string | string[] | null | undefined>

const meetingFacts = (meeting: Meeting, text: string | undefined): Facts => ({
  label: meeting.label,
  subject: meeting.subject,
  date: meeting.date,
  yearFrom: yearFrom(meeting),
  start: meeting.start,
  end: meeting.end,
  mode: meeting.mode,
  place: meeting.place,
  contact: meeting.contact,
  cancelled: meeting.cancelled ? 'true' : null,
  text,
})

const publicationFacts = (entry: PublicationEntry): Facts => ({
  date: entry.date,
  yearFrom: yearFrom(entry),
  publishers: entry.publishers,
  title: entry.title,
})

const contactFacts = (entry: ContactEntry): Facts => ({
  role: entry.role,
  name: entry.name,
  organisation: entry.organisation,
  emails: entry.emails,
  phones: entry.phones,
})

/** A printed year goes without saying. */
const yearFrom = ({ yearFrom }: Pick<Meeting, 'yearFrom'>): string | null => (yearFrom === 'printed' ? null : yearFrom)

/** `{ role: "…", name: "…" }`; what is null or empty is left out. */
function mapping(facts: Facts): string {
  const told: string[] = []
  for (const [key, value] of Object.entries(facts)) {
    if (typeof value === 'string') told.push(`${key}: ${quoted(value)}`)
    else if (value != null && value.length > 0) told.push(`${key}: [${value.map(quoted).join(', ')}]`)
  }
  return `{ ${told.join(', ')} }`
}

/** JSON's string is YAML's, but for the invisible characters that YAML wants spelt out. */
const quoted = (words: string): string =>
  WRITTEN_AS_IT_IS.test(words)
    ? `"${words}"`
    : JSON.stringify(words).replace(
        /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
        character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )

/** Letters, digits, punctuation: neither JSON nor YAML has any of them spelt out. */
const WRITTEN_AS_IT_IS = /^[ !#-[\]-~\u00A0-\u2027\u202A-\uD7FF]*$/u

// ── the body ──

function sectionBody(section: Section, index: number): string[] {
  switch (section.kind) {
    case 'notices':
      return noticesBody(section, index)
    case 'updates':
    case 'reminders':
      return [sectionHeading(section), ...section.items.flatMap(itemBody)]
    case 'publications':
      return [sectionHeading(section), ...filled(section.entries.map(entry => entryBody(entry.text)).join('\n\n'))]
    case 'contacts':
      return [sectionHeading(section), ...section.entries.map(entry => entry.lines.map(literal).join('\n'))]
    default:
      return section satisfies never
  }
}

function noticesBody({ heading, lead, text }: Notices, index: number): string[] {
  const top = index === 0 ? [] : ['## [notices]']
  const below = heading === null ? [] : [`## ${literal(heading)}`, ...filled(text)]
  return [...top, ...filled(lead), ...below]
}

const filled = (text: Markdown): string[] => (text === '' ? [] : [text])

const sectionHeading = (section: Exclude<Section, Notices>): string =>
  section.heading === null ? `## [${section.kind}]` : `## ${literal(section.heading)}`

function itemBody(item: Stories['items'][number]): string[] {
  const parts = item.parts.flatMap(part => [
    ...(part.heading === null ? [] : [`#### ${literal(part.heading)}`]),
    ...filled(part.text),
  ])
  return [`### ${titleLine(item)}`, ...parts]
}

const titleLine = (item: Item): Markdown => {
  if (item.title === null) return '[untitled]'
  return item.titleSource === 'supplied' ? `[${literal(item.title)}]` : literal(item.title)
}

/** What the heading of a story shows, brackets and all. */
const shownTitle = (item: Pick<Item, 'title' | 'titleSource'>): string => plainLine(titleLine(item as Item))

/** `- ` before the first line, two spaces before the others. */
const entryBody = (text: Markdown): string => `- ${text.replace(/\n(?!\n)/gu, '\n  ')}`.trimEnd()
