import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Notices, Section, Update } from '../update/update.ts'
import { readContacts } from './contacts/contacts.ts'
import { withLabelsApart } from './layouts/labels-apart.ts'
import { recogniseLayout } from './layouts/layouts.ts'
import { observe } from './observe.ts'
import { readPublicationList } from './publications/publication-list.ts'
import { readMasthead } from './sections/masthead.ts'
import { readSections } from './sections/sections.ts'
import { withUnheadedStories } from './sections/standing-text.ts'
import { readItems, type StoryContext, withIds } from './stories/items.ts'
import { groupBlocks } from './text/blocks.ts'
import { indexTitles } from './text/likeness.ts'
import { readLines } from './text/lines.ts'
import { markdownOf } from './text/prose.ts'

/**
 * Reads one update out of its text. `file` is its path, for the messages. The update is null where an error says that the
 * text cannot be used; else every line of the text is in it.
 */
export function parseUpdate(text: string, file: string): { update: Update | null; diagnostics: Diagnostic[] } {
  const lines = readLines(text, file)
  const layout = recogniseLayout(withLabelsApart(lines))
  const { masthead, diagnostics: mastheadSeen } = readMasthead(lines, layout)
  if (masthead === null) return { update: null, diagnostics: mastheadSeen }
  const { sections: headed, foot, diagnostics: sectionsSeen } = readSections(lines, masthead, layout)
  const lists = new Map(
    headed
      .filter(section => section.kind === 'publications')
      .map(section => [section, readPublicationList(section.blocks, masthead.date)]),
  )
  const context: StoryContext = {
    layout,
    date: masthead.date,
    listed: indexTitles([...lists.values()].flatMap(list => list.listed)),
    entries: [...lists.values()].flatMap(list => list.entries),
  }
  const raw = withUnheadedStories(headed, masthead, context)
  const blocks = raw.flatMap(({ kind, blocks }) => (kind === 'updates' || kind === 'reminders' ? blocks : []))
  const around = { ...context, blocks }
  const taken = new Map<string, number>()
  const seen: Diagnostic[] = []
  const sections = raw.map((section): Section => {
    const heading = section.heading?.text ?? null
    switch (section.kind) {
      case 'notices':
        return { kind: 'notices', heading, lead: '', text: markdownOf(section.blocks) }
      case 'updates':
      case 'reminders': {
        const { items, diagnostics } = readItems(section.blocks, around)
        seen.push(...diagnostics)
        return { kind: section.kind, heading, items: withIds(items, taken) }
      }
      case 'publications': {
        const list = lists.get(section)
        seen.push(...(list?.diagnostics ?? []))
        return { kind: 'publications', heading, entries: list?.entries ?? [] }
      }
      case 'contacts': {
        const { entries, diagnostics } = readContacts(section.blocks)
        seen.push(...diagnostics)
        return { kind: 'contacts', heading, entries }
      }
      default:
        return section.kind satisfies never
    }
  })
  const update: Update = {
    number: masthead.number,
    date: masthead.date,
    heading: masthead.heading,
    sections: joinNotices(sections),
    foot: markdownOf(groupBlocks(foot, () => true)),
  }
  return {
    update,
    diagnostics: onceEach([...mastheadSeen, ...sectionsSeen, ...seen, ...observe(update, raw, layout)]).sort(byPlace),
  }
}

/** The texts above and below "Newsletters" are one section; without text there is no section. */
function joinNotices(sections: Section[]): Section[] {
  const notices = sections.filter(section => section.kind === 'notices')
  const headed = notices.find(section => section.heading !== null)
  const bare = notices.find(section => section.heading === null)
  const joined: Notices = {
    kind: 'notices',
    heading: headed?.heading ?? null,
    lead: bare?.text ?? '',
    text: headed?.text ?? '',
  }
  const rest = sections.filter(section => section.kind !== 'notices')
  const empty = joined.heading === null && joined.lead === '' && joined.text === ''
  return empty ? rest : [joined, ...rest]
}

/** A slip in a day is found where the day is read and where its line is looked through. */
function onceEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, at }: Diagnostic) => `${code} ${at.line}:${at.column}`
  return [...new Map(diagnostics.toReversed().map(one => [keyOf(one), one])).values()].toReversed()
}

const byPlace = (a: Diagnostic, b: Diagnostic) => a.at.line - b.at.line || a.at.column - b.at.column
