import { diagnose } from '../../diagnostics/diagnostic.ts'
import { align, holds } from '../align.ts'
import { linksWrittenIn, plain, plainLine } from '../markdown.ts'
import type { ContactEntry, Markdown, PublicationEntry } from '../update.ts'
import { type HeadedText, type ListEntry, looseEntries, paragraphs } from './body.ts'
import type { ContactFacts } from './front-matter.ts'
import { type Reading, refuseHeadings } from './reading.ts'

/** The entries of "Tools & Templates": one for each list entry, its facts found by the title within it. */
export function readPublicationEntries(block: HeadedText, index: number, reading: Reading): PublicationEntry[] {
  const { facts, diagnostics, lineAt, factAt } = reading
  refuseHeadings(block, reading)
  const section = facts.sections[index]
  const known = section?.kind === 'publications' ? section.entries : []
  const entries = looseEntries(block.text, block.textLine)
  const printed = entries.map(entry => plain(entry.text))
  const found = align(
    known.map(({ title }) => title),
    printed,
  )
  for (const [entry, { title }] of known.entries()) {
    const at = () => factAt(['sections', index, 'entries', entry, 'title'])
    const text = printed[found.indexOf(entry)]
    if (text === undefined) diagnostics.push(diagnose('facts-without-entry', at(), { words: title }))
    else if (!holds(text, title)) diagnostics.push(diagnose('words-changed', at(), { words: title, text }))
  }
  return entries.map(({ text, line }, place): PublicationEntry => {
    const { date, yearFrom, publishers, title } = known[found[place] ?? -1] ?? {}
    if (title === undefined)
      diagnostics.push(diagnose('entry-without-facts', lineAt(line), { title: printed[place] ?? '' }))
    return {
      date: date ?? null,
      yearFrom: date === undefined ? null : (yearFrom ?? 'printed'),
      publishers: publishers ?? [],
      title: title ?? printed[place] ?? '',
      text,
    }
  })
}

/**
 * The entries of each section of contacts: one for each paragraph, its facts found by the name within it. Of "Joint leads: A and B (C)"
 * the facts of B say that they go with those above them.
 */
export function readContactEntries(blocks: readonly HeadedText[], reading: Reading): ContactEntry[][] {
  const { facts, diagnostics, lineAt, factAt } = reading
  for (const block of blocks) refuseHeadings(block, reading)
  const sections = blocks.map(block => paragraphs(block.text, block.textLine))
  const entries = sections.flat()
  const lines = new Map(entries.map(entry => [entry, linesOf(entry)]))
  const printed = entries.map(entry => lines.get(entry)?.map(plainLine).join(' ') ?? '')
  const groups = sharedEntries(facts.contacts)
  const found = align(
    groups.map(([{ name }]) => name),
    printed,
  )
  for (const [group, people] of groups.entries()) {
    const text = printed[found.indexOf(group)]
    for (const { name, place } of text === undefined ? people.slice(0, 1) : people) {
      const at = () => factAt(['contacts', place, 'name'])
      if (text === undefined) diagnostics.push(diagnose('facts-without-entry', at(), { words: name }))
      else if (!holds(text, name)) diagnostics.push(diagnose('words-changed', at(), { words: name, text }))
    }
  }
  return sections.map(section =>
    section.flatMap(entry => {
      const people = groups[found[entries.indexOf(entry)] ?? -1]
      if (people !== undefined)
        return people.map((fact, index) => contactOf(fact, index === 0 ? (lines.get(entry) ?? []) : []))
      diagnostics.push(
        diagnose('contact-without-facts', lineAt(entry.line), { text: plainLine(lines.get(entry)?.[0] ?? '') }),
      )
      return []
    }),
  )
}

type PlacedContactFacts = ContactFacts & { place: number }
/** Facts that one entry has: those that go `with` the ones above them are its second person, its third … */
function sharedEntries(contacts: readonly ContactFacts[]): [PlacedContactFacts, ...PlacedContactFacts[]][] {
  const groups: [PlacedContactFacts, ...PlacedContactFacts[]][] = []
  for (const [place, facts] of contacts.entries()) {
    if (facts.with === null || groups.length === 0) groups.push([{ ...facts, place }])
    else groups.at(-1)?.push({ ...facts, place })
  }
  return groups
}

function contactOf(
  { role, name, organisation, emails, phones }: ContactFacts,
  lines: readonly Markdown[],
): ContactEntry {
  const links = lines.flatMap((markdown, line) => linksWrittenIn(markdown).map(link => ({ ...link, line })))
  const printed = lines.map(plainLine)
  return { role, name, organisation, emails, phones, lines: printed, ...(links.length === 0 ? {} : { links }) }
}

/** An editor may end lines for a line break ("\" or two spaces) or put bullets before them. */
const linesOf = ({ text }: ListEntry): Markdown[] =>
  text.split('\n').map(line => line.replace(/^\s*[-*+]\s+/u, '').replace(/(?<!\\)\\$/u, ''))
