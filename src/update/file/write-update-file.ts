import { align } from '../align.ts'
import { linkWords } from '../link-words.ts'
import { literal, plain, plainLine } from '../markdown.ts'
import { storySlug } from '../story-id.ts'
import type {
  ContactEntry,
  ContactList,
  Deadline,
  Item,
  Markdown,
  Meeting,
  Notices,
  Origin,
  PublicationEntry,
  PublicationList,
  ReportedPublication,
  Section,
  Stories,
  Update,
} from '../update.ts'
import { footHeading, listEntries } from './body.ts'

/** The update as its Markdown file: see `update-file.ts` for the form. */
export function writeUpdateFile(update: Update): string {
  const contacts = update.sections.flatMap(section => (section.kind === 'contacts' ? section.entries : []))
  const own: FactLines<Update> = {
    number: [`number: ${update.number}`],
    date: [`date: ${quoted(update.date)}`],
    heading: inBody,
    origin: update.origin === undefined ? null : [`origin: ${mapping(originFacts(update.origin))}`],
    sections: list('sections', update.sections.flatMap(sectionFacts)) ?? ['sections: []'],
    foot: inBody,
  }
  const listed = contacts.map((entry, index) => {
    // "Joint leads: A and B (C)" is one entry: B goes with A.
    const above =
      entry.lines.length > 0 ? undefined : contacts.slice(0, index).findLast(({ lines }) => lines.length > 0)
    return `- ${mapping({ ...contactFacts(entry), with: above?.name ?? null })}`
  })
  const facts = [...linesOf(own), ...(list('contacts', listed) ?? ['contacts: []'])]
  const foot = update.foot === '' ? [] : [`## ${footHeading}`, update.foot]
  const body = [`# ${literal(update.heading)}`, ...update.sections.flatMap(sectionBody), ...foot]
  return `---\n${facts.join('\n')}\n---\n\n${body.join('\n\n')}\n`
}

// ── the front matter ──

const originFacts = ({ post, address }: Origin): Facts<Origin> => ({
  post: post === null ? null : String(post),
  address,
})

const indented = (lines: readonly string[]): string[] => lines.map(line => `  ${line}`)

/** What is in the body, below the front matter, and so needs no fact of its own. */
const inBody: null = null

/**
 * One fact for each field: the compiler finds the writer when the model gains a field. null leaves a fact out: the file
 * then says it in its body, or the text does not say it.
 */
type Facts<Of> = Record<keyof Of, string | string[] | null>
/** The same for what takes lines of its own. */
type FactLines<Of> = Record<keyof Of, string[] | null>

const linesOf = (facts: Record<string, string[] | null>): string[] => Object.values(facts).flatMap(lines => lines ?? [])

function sectionFacts(section: Section): string[] {
  const lines = linesOf(factsOfSection(section))
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
}

function factsOfSection(section: Section): Record<string, string[] | null> {
  const kind = [`kind: ${quoted(section.kind)}`]
  switch (section.kind) {
    case 'notices': {
      const heading = section.heading === null ? null : [`heading: ${quoted(section.heading)}`]
      return { kind, heading, lead: inBody, text: inBody } satisfies FactLines<Notices>
    }
    case 'updates':
    case 'reminders': {
      const items = list('items', section.items.flatMap(itemFacts))
      return { kind, heading: inBody, items } satisfies FactLines<Stories>
    }
    case 'publications': {
      const entries = list(
        'entries',
        section.entries.map(entry => `- ${mapping(publicationFacts(entry))}`),
      )
      return { kind, heading: inBody, entries } satisfies FactLines<PublicationList>
    }
    case 'contacts':
      return { kind, heading: inBody, entries: inBody } satisfies FactLines<ContactList>
    default:
      return section satisfies never
  }
}

/** null where there is nothing to list. */
const list = (key: string, lines: readonly string[]): string[] | null =>
  lines.length === 0 ? null : [`${key}:`, ...indented(lines)]

function itemFacts(item: Item): string[] {
  // A story is recognised by its title; one whose id does not say the title says it here.
  const shown = shownTitle(item)
  const facts: FactLines<Item> = {
    id: [`id: ${quoted(item.id)}`],
    title: storySlug(shown) === item.id ? null : [`title: ${quoted(shown)}`],
    links: inBody,
    titleSource: inBody,
    kind: item.kind === 'article' ? null : [`kind: ${quoted(item.kind)}`],
    kicker: item.kicker === null ? null : [`kicker: ${quoted(item.kicker)}`],
    parts: inBody,
    meetings: list('meetings', meetingLines(item)),
    deadlines: list(
      'deadlines',
      item.deadlines.map(deadline => `- ${mapping(deadlineFacts(deadline))}`),
    ),
    contacts: list(
      'contacts',
      item.contacts.map(entry => `- ${mapping(contactFacts(entry))}`),
    ),
    publications: list(
      'publications',
      item.publications.map(reported => `- ${mapping({ ...publicationFacts(reported), text: reported.text })}`),
    ),
  }
  return linesOf(facts).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
}

function meetingLines(item: Item): string[] {
  const entries = item.kind === 'network-dates' ? item.parts.flatMap(part => listEntries(part.text, 1)) : []
  const printed = entries.map(entry => plain(entry.text))
  const lines = firstOfLines(item.meetings)
  const found = align(
    lines.map(meeting => meeting.label),
    printed,
  )
  return item.meetings.map(meeting => {
    const index = lines.indexOf(meeting)
    if (index < 0) return `- ${mapping({ ...meetingFacts(meeting), line: 'same', text: inBody })}`
    const isBelow = printed[found.indexOf(index)] === meeting.text
    return `- ${mapping({ ...meetingFacts(meeting), text: isBelow ? inBody : meeting.text })}`
  })
}

/** The first meeting of each line. "Fridays 6 March and 5 June" has two; a day that comes again is on a line that does. */
function firstOfLines(meetings: readonly Meeting[]): Meeting[] {
  const lines: [Meeting, ...Meeting[]][] = []
  for (const meeting of meetings) {
    const line = lines.at(-1)
    const isSame =
      line !== undefined &&
      line[0].label === meeting.label &&
      line[0].text === meeting.text &&
      line.every(({ date }) => date !== meeting.date)
    if (isSame) line.push(meeting)
    else lines.push([meeting])
  }
  return lines.map(([first]) => first)
}

const meetingFacts = (meeting: Meeting): Facts<Meeting & { contact: string }> => ({
  label: meeting.label,
  subject: meeting.subject,
  date: meeting.date,
  lastDate: meeting.lastDate,
  formerDate: meeting.formerDate,
  yearFrom: yearFrom(meeting),
  start: meeting.start,
  end: meeting.end,
  mode: meeting.mode,
  place: meeting.place,
  contact: meeting.contacts.length === 1 ? (meeting.contacts[0] ?? null) : null,
  contacts: meeting.contacts.length > 1 ? meeting.contacts : null,
  status: meeting.status === 'planned' ? null : meeting.status,
  text: meeting.text,
})

const deadlineFacts = (deadline: Deadline): Facts<Deadline> => ({
  label: deadline.label,
  date: deadline.date,
  yearFrom: yearFrom(deadline),
  time: deadline.time,
  text: deadline.text,
})

const publicationFacts = (entry: PublicationEntry | ReportedPublication): Facts<PublicationEntry> => ({
  date: entry.date,
  yearFrom: yearFrom(entry),
  publishers: entry.publishers,
  title: entry.title,
  text: inBody,
})

const contactFacts = (entry: ContactEntry): Facts<ContactEntry> => ({
  role: entry.role,
  name: entry.name,
  organisation: entry.organisation,
  emails: entry.emails,
  phones: entry.phones,
  lines: inBody,
  links: inBody,
})

/** A printed year goes without saying. */
const yearFrom = ({ yearFrom }: Pick<Meeting, 'yearFrom'>): string | null => (yearFrom === 'printed' ? null : yearFrom)

/** `{ role: "…", name: "…" }`; what is null or empty is left out. */
function mapping(facts: Record<string, string | string[] | null>): string {
  const pairs: string[] = []
  for (const [key, value] of Object.entries(facts)) {
    if (typeof value === 'string') pairs.push(`${key}: ${quoted(value)}`)
    else if (value !== null && value.length > 0) pairs.push(`${key}: [${value.map(quoted).join(', ')}]`)
  }
  return `{ ${pairs.join(', ')} }`
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
      return [sectionHeading(section), ...section.entries.flatMap(contactBody)]
    default:
      return section satisfies never
  }
}

function noticesBody({ heading, lead, text }: Notices, index: number): string[] {
  const top = index === 0 ? [] : ['## [notices]']
  const below = heading === null ? [] : [`## ${literal(heading)}`, ...filled(text)]
  return [...top, ...filled(lead), ...below]
}

/** Nothing of a contact whose words are in the entry above. */
function contactBody({ lines, links = [] }: ContactEntry): string[] {
  const linksOf = (index: number) => links.filter(({ line }) => line === index)
  return filled(lines.map((line, index) => linkWords(literal(line), linksOf(index))).join('\n'))
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

const titleLine = (item: Pick<Item, 'title' | 'titleSource' | 'links'>): Markdown => {
  if (item.title === null) return '[untitled]'
  return item.titleSource === 'supplied' ? `[${literal(item.title)}]` : linkWords(literal(item.title), item.links)
}

/** What the heading of a story shows, brackets and all. */
const shownTitle = (item: Pick<Item, 'title' | 'titleSource' | 'links'>): string => plainLine(titleLine(item))

/** `- ` before the first line, two spaces before the others. */
const entryBody = (text: Markdown): string => `- ${text.replace(/\n(?!\n)/gu, '\n  ')}`.trimEnd()
