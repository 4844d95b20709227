import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { placeOfLine } from '../locate.ts'
import { plainLine } from '../markdown.ts'
import type { ContactList, Notices, Section, Update } from '../update.ts'
import { footHeading, type HeadedText, readBlocks } from './body.ts'
import { type FactPath, type FrontMatter, readFrontMatter } from './front-matter.ts'
import { readContactEntries, readPublicationEntries } from './read-lists.ts'
import { itemsOfSection } from './read-stories.ts'
import { type Reading, refuseHeadings } from './reading.ts'

/**
 * Reads an update's Markdown file, however it was edited. `update` is null where something could not be read; what
 * could be read but does not fit together is a warning. Messages give line and column of the file.
 */
export function readUpdateFile(text: string, file: string): { update: Update | null; diagnostics: Diagnostic[] } {
  const clean = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
  const { facts, bodyFrom, diagnostics, placeOf } = readFrontMatter(clean, file)
  if (facts === null) return { update: null, diagnostics }
  const lineAt = (line: number) => placeOfLine(clean, file, line)
  const reading: Reading = { facts, diagnostics: [], lineAt, factAt: placeOf }
  const update = updateFrom(readBlocks({ lines: clean.split('\n').slice(bodyFrom), first: bodyFrom + 1 }, 1), reading)
  const failed = reading.diagnostics.some(({ severity }) => severity === 'error')
  return { update: failed ? null : update, diagnostics: reading.diagnostics }
}

function updateFrom(body: HeadedText, reading: Reading): Update | null {
  const { facts, diagnostics, lineAt } = reading
  const [masthead, second] = body.blocks
  if (masthead === undefined || body.text !== '') {
    diagnostics.push(diagnose('masthead-missing', lineAt(body.textLine), { number: facts.number }))
    return null
  }
  if (second !== undefined) diagnostics.push(diagnose('second-masthead', lineAt(second.line), {}))
  const foot = masthead.blocks.find(({ heading }) => heading === footHeading)
  if (foot !== undefined) refuseHeadings(foot, reading)
  const blocks = masthead.blocks.filter(block => block !== foot)
  return {
    number: facts.number,
    date: facts.date,
    heading: plainLine(masthead.heading ?? ''),
    ...(facts.origin === undefined ? {} : { origin: facts.origin }),
    sections: readSections({ ...masthead, blocks }, reading),
    foot: foot?.text ?? '',
  }
}

/** Sections of the front matter and `##` headings of the body go together in their order. */
function readSections(masthead: HeadedText, reading: Reading): Section[] {
  const { facts, diagnostics, lineAt, factAt } = reading
  const blocks = masthead.blocks.values()
  const next = (index: number): HeadedText => {
    const { value } = blocks.next()
    if (value !== undefined) return value
    const { kind } = facts.sections[index] ?? {}
    diagnostics.push(diagnose('section-without-heading', factAt(['sections', index, 'kind']), { kind: String(kind) }))
    return { heading: null, line: 1, text: '', textLine: 1, blocks: [] }
  }
  if (facts.sections[0]?.kind !== 'notices' && masthead.text !== '') {
    diagnostics.push(diagnose('text-before-sections', lineAt(masthead.textLine), {}))
  }
  const ids = new Set(readIds(reading))
  const contactBlocks: HeadedText[] = []
  const sections = facts.sections.map((section, index): Section => {
    if (section.kind === 'notices') {
      const lead = index === 0 ? { ...masthead, blocks: [] } : next(index)
      return readNotices(lead, section.heading === null ? null : next(index), reading)
    }
    const block = next(index)
    const heading = headingOf(block)
    if (section.kind === 'publications')
      return { kind: section.kind, heading, entries: readPublicationEntries(block, index, reading) }
    if (section.kind !== 'contacts')
      return { kind: section.kind, heading, items: itemsOfSection(block, { index, ids }, reading) }
    contactBlocks.push(block)
    return { kind: section.kind, heading, entries: [] }
  })
  for (const block of blocks) {
    diagnostics.push(diagnose('unlisted-section', lineAt(block.line), { heading: plainLine(block.heading ?? '') }))
  }
  return withContacts(sections, readContactEntries(contactBlocks, reading))
}

/** "## [updates]" is a section with no printed heading. */
const headingOf = ({ heading }: HeadedText): string | null =>
  /^\[.*\]$/su.test(heading ?? '[]') ? null : plainLine(heading ?? '')

function readNotices(lead: HeadedText, headed: HeadedText | null, reading: Reading): Notices {
  refuseHeadings(lead, reading)
  if (headed !== null) refuseHeadings(headed, reading)
  const heading = headed === null ? null : plainLine(headed.heading ?? '')
  return { kind: 'notices', heading, lead: lead.text, text: headed?.text ?? '' }
}

/** One list of entries for each section of contacts. */
function withContacts(sections: Section[], entries: ContactList['entries'][]): Section[] {
  const lists = entries.values()
  return sections.map(section =>
    section.kind === 'contacts' ? { ...section, entries: lists.next().value ?? [] } : section,
  )
}

/** The ids that the front matter gives to stories; each may be given once. */
function readIds({ facts, diagnostics, factAt }: Reading): string[] {
  const seen = new Set<string>()
  for (const { id, path } of facts.sections.flatMap(idsOf)) {
    if (seen.has(id)) diagnostics.push(diagnose('story-id-twice', factAt(path), { id }))
    seen.add(id)
  }
  return [...seen]
}

function idsOf(section: FrontMatter['sections'][number], index: number): { id: string; path: FactPath }[] {
  const items = 'items' in section ? section.items : []
  return items.flatMap(({ id }, item) =>
    id === undefined ? [] : [{ id, path: ['sections', index, 'items', item, 'id'] }],
  )
}
