import { distance } from 'fastest-levenshtein'
import { complain, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { SectionKind } from '../../update/update.ts'
import { isContactDetail } from '../contacts/contact-details.ts'
import { isContactHeader } from '../contacts/contacts.ts'
import { isKickerOrLabel, type Layout } from '../layouts/layout.ts'
import { type Block, groupBlocks, listMark } from '../text/blocks.ts'
import { type Line, placeOf } from '../text/lines.ts'
import { headingKey, type Phrase } from '../text/wording.ts'
import type { Masthead } from './masthead.ts'
import { firstStory } from './standing-text.ts'

/** A section as it lies in the text. `heading` is null where the text prints no line for it. */
export type RawSection = { kind: SectionKind; heading: Line | null; blocks: Block[] }

/** The sections of a text, in its order. Reports a heading that is spelt unlike any known one, and a section that stands twice. */
export function readSections(
  lines: readonly Line[],
  masthead: Masthead,
  layout: Layout,
): { sections: RawSection[]; diagnostics: Diagnostic[] } {
  const { headings, diagnostics } = findHeadings(lines, layout)
  const blocks = groupBlocks(
    lines.map(line => (masthead.lines.includes(line) ? { ...line, text: '', key: '' } : line)),
    line => headings.has(line.number) || isKickerOrLabel(line, layout),
  )
  const sections: RawSection[] = [{ kind: 'notices', heading: null, blocks: [] }]
  for (const block of blocks) {
    const kind = headings.get(block.lines[0]?.number ?? 0)
    if (kind !== undefined) sections.push({ kind, heading: block.lines[0] ?? null, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  return { sections: withUnheadedStories(sections, masthead, layout), diagnostics }
}

/** Line number → the section that it opens. */
function findHeadings(lines: readonly Line[], layout: Layout) {
  const diagnostics: Diagnostic[] = []
  const headings = new Map<number, SectionKind>()
  const latest = new Map<SectionKind, number>()
  for (const line of lines) {
    const kind = headingKind(line, layout)
    if (kind === null) continue
    const twin = latest.get(kind)
    // There is one stretch of standing text; a second "Newsletters" is a line like any other.
    if (kind === 'notices' && twin !== undefined) continue
    if (kind === 'contacts') {
      // 681 has a contact block inside a story: "Contact Details" is the section where nothing but contacts follows it, the last time.
      if (!opensContacts(lines, line, layout)) continue
      if (twin !== undefined) headings.delete(twin)
    } else if (twin !== undefined) {
      diagnostics.push(complain('section-twice', placeOf(line), { heading: line.text, line: twin }))
    }
    headings.set(line.number, kind)
    latest.set(kind, line.number)
  }
  diagnostics.push(...misspelt(lines, layout, headings))
  return { headings, diagnostics }
}

function headingKind(line: Line, layout: Layout): SectionKind | null {
  if (line.key === '') return null
  const kinds = Object.keys(layout.headings) as SectionKind[]
  return kinds.find(kind => layout.headings[kind].keys.has(line.key)) ?? null
}

/** Whether up to the next section heading there are contacts and nothing that only a story has. */
function opensContacts(lines: readonly Line[], heading: Line, layout: Layout): boolean {
  let contacts = 0
  for (let at = heading.number; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) break
    const kind = headingKind(line, layout)
    if (kind !== null) return contacts > 0 && (kind !== 'contacts' || contacts > 1)
    if (line.text === '') continue
    if (isKickerOrLabel(line, layout)) return false
    if (isContactHeader(line.text) || isContactDetail(line.text)) contacts += 1
    else if (listMark(line.text) !== null || line.text.length > 200) return false
  }
  return true
}

/** "Tools & Templats": taken as the heading it is a slip of, where the text has no better one; and said so. */
function misspelt(lines: readonly Line[], layout: Layout, headings: Map<number, SectionKind>): Diagnostic[] {
  const missing = (Object.keys(layout.headings) as SectionKind[]).filter(kind => ![...headings.values()].includes(kind))
  if (missing.length === 0) return []
  const short = lines
    .filter(({ text }) => text.length >= 7 && text.length < 50)
    .map(line => ({ line, key: line.key === '' ? headingKey(line.text) : line.key }))
  const found: Diagnostic[] = []
  for (const kind of missing) {
    const known = layout.headings[kind].list.filter(({ words }) => words.length >= 8)
    const slip = short.find(({ key }) => known.some(heading => isSlip(key, heading)))
    const meant = known.find(heading => slip !== undefined && isSlip(slip.key, heading))
    if (slip === undefined || meant === undefined || headings.has(slip.line.number)) continue
    headings.set(slip.line.number, kind)
    found.push(complain('unknown-section', placeOf(slip.line), { printed: slip.line.text, nearest: meant.words }))
  }
  return found
}
function isSlip(printed: string, { words, key }: Phrase): boolean {
  const most = words.length > 12 ? 3 : 2
  if (Math.abs(printed.length - key.length) > most) return false
  const apart = distance(printed, key)
  return apart > 0 && apart <= most
}

/** Where the layout prints no line above its stories (2018–23), they begin after the standing text. */
function withUnheadedStories(sections: RawSection[], masthead: Masthead, layout: Layout): RawSection[] {
  const at = sections.findIndex(section => section.kind === 'updates' || section.kind === 'reminders')
  if (sections[at]?.kind === 'updates') return sections
  const host = sections.slice(0, at < 0 ? sections.length : at).findLast(section => section.kind === 'notices')
  if (host === undefined) return sections
  const start = firstStory(host.blocks, masthead, layout)
  if (start >= host.blocks.length) return sections
  const stories: RawSection = { kind: 'updates', heading: null, blocks: host.blocks.slice(start) }
  return sections.flatMap(section =>
    section === host ? [{ ...host, blocks: host.blocks.slice(0, start) }, stories] : [section],
  )
}
