import { diagnose } from '../../diagnostics/diagnostic.ts'
import { align, holds } from '../align.ts'
import { linksWrittenIn, plain, plainLine } from '../markdown.ts'
import { storyId, storySlug } from '../story-id.ts'
import type { ContactEntry, Deadline, Item, Meeting, Part, ReportedPublication } from '../update.ts'
import { type HeadedText, listEntries } from './body.ts'
import type { ContactFacts, DeadlineFacts, FactPath, ItemFacts, MeetingFacts } from './front-matter.ts'
import { type Reading, refuseHeadings } from './reading.ts'

/** Where a section is in the front matter, and the ids already used in the update. */
type SectionPlace = { index: number; ids: Set<string> }

/**
 * The stories of a section: one for each `###` heading. The front matter's facts find theirs by its title, or by its
 * place where the title was corrected; a story that has no facts is new and gets the slug of its title for an id.
 */
export function itemsOfSection(block: HeadedText, { index, ids }: SectionPlace, reading: Reading): Item[] {
  const { facts, diagnostics, lineAt, factAt } = reading
  if (block.text !== '') diagnostics.push(diagnose('text-outside-story', lineAt(block.textLine), {}))
  const section = facts.sections[index]
  const known = section !== undefined && 'items' in section ? section.items : []
  const keys = known.map(({ id, title }) => title ?? id ?? '')
  const shown = block.blocks.map(({ heading }) => plainLine(heading ?? ''))
  const found = align(keys, shown, (key, title) => key === title || key === storySlug(title))
  for (const item of keys.keys()) {
    if (found.includes(item)) continue
    diagnostics.push(
      diagnose('story-without-heading', factAt(['sections', index, 'items', item]), { title: keys[item] ?? '' }),
    )
  }
  return block.blocks.map((story, place) => {
    const item = found[place] ?? null
    const id = (item === null ? undefined : known[item]?.id) ?? newId(story, ids)
    const path = item === null ? null : ['sections', index, 'items', item]
    return readStory(story, { id, facts: item === null ? undefined : known[item], path }, reading)
  })
}

function newId(story: HeadedText, ids: Set<string>): string {
  const { title } = readTitle(story.heading ?? '')
  const id = storyId(title ?? `untitled ${plain(story.text).slice(0, 60)}`, ids)
  ids.add(id)
  return id
}

type FoundFacts = { id: string; facts: ItemFacts | undefined; path: FactPath | null }

function readStory(block: HeadedText, { id, facts, path }: FoundFacts, reading: Reading): Item {
  const lead: Part[] = block.text === '' ? [] : [{ heading: null, text: block.text }]
  const parts = block.blocks.map(part => ({ heading: plainLine(part.heading ?? ''), text: part.text }))
  for (const part of block.blocks) refuseHeadings(part, reading)
  const kind = facts?.kind ?? 'article'
  const meetings = byLine(
    (facts?.meetings ?? []).map((meeting, index) => ({ ...meeting, path: [...(path ?? []), 'meetings', index] })),
  )
  return {
    id,
    kicker: facts?.kicker ?? null,
    ...readTitle(block.heading ?? ''),
    kind,
    parts: [...lead, ...parts],
    meetings:
      kind === 'network-dates'
        ? readNetworkDates(meetings, block, reading)
        : meetings.flatMap(line => meetingsOf(line, null)),
    deadlines: (facts?.deadlines ?? []).map(deadlineOf),
    contacts: readStoryContacts(facts?.contacts ?? [], { block, path }, reading),
    publications: readReportedPublications(facts?.publications ?? [], { block, path }, reading),
  }
}

/** The story's text has their words. */
function readStoryContacts(
  contacts: readonly ContactFacts[],
  { block, path }: { block: HeadedText; path: FactPath | null },
  { diagnostics, factAt }: Reading,
): ContactEntry[] {
  const printed = [block, ...block.blocks].map(part => plain(part.text)).join('\n')
  for (const [index, { name }] of contacts.entries()) {
    if (holds(printed, name)) continue
    diagnostics.push(
      diagnose('facts-without-entry', factAt([...(path ?? []), 'contacts', index, 'name']), { words: name }),
    )
  }
  return contacts.map(({ role, name, organisation, emails, phones }) => ({
    role,
    name,
    organisation,
    emails,
    phones,
    lines: [],
  }))
}

/** The story's text has their titles. */
function readReportedPublications(
  publications: ItemFacts['publications'],
  { block, path }: { block: HeadedText; path: FactPath | null },
  { diagnostics, factAt }: Reading,
): ReportedPublication[] {
  const printed = [plainLine(block.heading ?? ''), ...[block, ...block.blocks].map(part => plain(part.text))].join('\n')
  return publications.map(({ date, yearFrom, publishers, title, text }, index) => {
    if (!holds(printed, title))
      diagnostics.push(
        diagnose('facts-without-entry', factAt([...(path ?? []), 'publications', index, 'title']), { words: title }),
      )
    return {
      date: date ?? null,
      yearFrom: date === undefined ? null : (yearFrom ?? 'printed'),
      publishers,
      title,
      text: text ?? title,
    }
  })
}

/** "[Title]" was supplied by another line of the update, "[untitled]" has no title. A printed "[" is escaped. */
function readTitle(heading: string): Pick<Item, 'title' | 'titleSource' | 'links'> {
  if (heading === '[untitled]') return { title: null, titleSource: 'none' }
  const supplied = /^\[(?<title>.*)\]$/su.exec(heading)?.groups?.title
  if (supplied !== undefined) return { title: plainLine(supplied), titleSource: 'supplied' }
  const links = linksWrittenIn(heading)
  return { title: plainLine(heading), ...(links.length === 0 ? {} : { links }), titleSource: 'printed' }
}

type PlacedMeetingFacts = MeetingFacts & { path: FactPath }
/** The meetings of one line: one for most, several where it names several days. */
type FactsOfLine = [PlacedMeetingFacts, ...PlacedMeetingFacts[]]

function byLine(meetings: readonly PlacedMeetingFacts[]): FactsOfLine[] {
  const lines: FactsOfLine[] = []
  for (const facts of meetings) {
    const open = facts.line === 'same' ? lines.at(-1) : undefined
    if (open === undefined) lines.push([facts])
    else open.push(facts)
  }
  return lines
}

/** `printed` is the line that they are on; prose keeps its sentence in the facts. */
const meetingsOf = (line: FactsOfLine, printed: string | null): Meeting[] =>
  line.map(facts => meetingOf(facts, line[0].text ?? printed))

/**
 * The facts of each line of a list are in the front matter, in the same order. A part without such a line has another list:
 * where the meetings are in a table, import found none in the lists.
 */
function readNetworkDates(meetings: readonly FactsOfLine[], block: HeadedText, reading: Reading): Meeting[] {
  const { diagnostics, lineAt, factAt } = reading
  const lists = [block, ...block.blocks].map(part => listEntries(part.text, part.textLine))
  const entries = lists.flat()
  const printed = entries.map(entry => plain(entry.text))
  const found = align(
    meetings.map(([{ label }]) => label),
    printed,
  )
  let from = 0
  for (const list of lists) {
    const of = found.slice(from, from + list.length)
    for (const [index, entry] of of.every(fact => fact === null) ? [] : list.entries()) {
      if (of[index] !== null) continue
      diagnostics.push(diagnose('line-without-meeting', lineAt(entry.line), { text: printed[from + index] ?? '' }))
    }
    from += list.length
  }
  return meetings.flatMap((line, index) => {
    const [facts] = line
    const text = printed[found.indexOf(index)] ?? null
    if (text !== null || facts.text !== null) return meetingsOf(line, text)
    diagnostics.push(diagnose('meeting-without-line', factAt(facts.path), { label: facts.label }))
    return []
  })
}

const meetingOf = (facts: MeetingFacts, printed: string | null): Meeting => ({
  label: facts.label,
  subject: facts.subject,
  date: facts.date ?? null,
  lastDate: facts.lastDate ?? null,
  formerDate: facts.formerDate ?? null,
  yearFrom: facts.date === undefined ? null : (facts.yearFrom ?? 'printed'),
  start: facts.start ?? null,
  end: facts.end ?? null,
  mode: facts.mode ?? null,
  place: facts.place,
  contacts: [...(facts.contact === null ? [] : [facts.contact]), ...facts.contacts],
  status: facts.status ?? (facts.cancelled === 'true' ? 'cancelled' : 'planned'),
  text: facts.text ?? printed ?? facts.label,
})

const deadlineOf = (facts: DeadlineFacts): Deadline => ({
  label: facts.label,
  date: facts.date,
  yearFrom: facts.yearFrom ?? 'printed',
  time: facts.time ?? null,
  text: facts.text ?? facts.label,
})
