import { distance } from 'fastest-levenshtein'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { type SectionKind, sectionKinds } from '../../update/update.ts'
import { isContactDetail } from '../contacts/contact-details.ts'
import { isContactHeader } from '../contacts/contact-header.ts'
import { withLabelsApart } from '../layouts/labels-apart.ts'
import { isKickerOrLabel, type Layout } from '../layouts/layout.ts'
import { type Block, groupBlocks } from '../text/blocks.ts'
import { isBlank, type Line, placeOf } from '../text/lines.ts'
import { listMark } from '../text/lists.ts'
import { isOpening } from '../text/openings.ts'
import { headingKey, type Phrase } from '../text/wording.ts'
import { countContactLines, footFrom, isFurniture, withoutReader } from './furniture.ts'
import { isMastheadLike, type Masthead } from './masthead.ts'

/** A section as it lies in the text. `heading` is null where the text prints no line for it. */
export type RawSection = { kind: SectionKind; heading: Line | null; blocks: Block[] }

/** `foot`: the lines below the update that are no part of it. */
export type RawSections = { sections: RawSection[]; foot: Line[]; diagnostics: Diagnostic[] }

/**
 * The sections that have a line of their own, in the text's order, behind the text above the first of them. Reports a heading that
 * is spelt unlike any known one, a section that is there twice, and what surrounds the foot of a page.
 */
export function readSections(lines: readonly Line[], masthead: Masthead, layout: Layout): RawSections {
  const text = { lines: lines.map(line => shown(line, masthead)), masthead, layout }
  const { headings, end, diagnostics } = findHeadings(text)
  const own = text.lines.slice(0, end)
  const blocks = groupBlocks(withLabelsApart(own), line => headings.has(line.number) || isKickerOrLabel(line, layout))
  const sections: RawSection[] = [{ kind: 'notices', heading: null, blocks: [] }]
  for (const block of blocks) {
    const kind = headings.get(block.lines[0]?.number ?? 0)
    if (kind !== undefined) sections.push({ kind, heading: block.lines[0] ?? null, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  const foot = lines
    .slice(end)
    .filter(line => !isBlank(line))
    .map(line => ({ ...line, text: withoutReader(line.text) }))
  const [first] = foot
  if (first !== undefined) diagnostics.push(diagnose('page-foot', placeOf(first), { count: foot.length }))
  return { sections, foot, diagnostics }
}

/** A text on its way: the masthead's own lines are blank in it. */
type Text = { lines: Line[]; masthead: Masthead; layout: Layout }

function shown(line: Line, masthead: Masthead): Line {
  if (masthead.lines.includes(line)) return { ...line, text: '', key: '' }
  if (line.number > masthead.border) return line
  const text = withoutReader(line.text)
  return text === line.text ? line : { ...line, text }
}

/** Line number → the section that it opens; and the index of the first line below the update. */
function findHeadings(text: Text) {
  const { lines, masthead, layout } = text
  const headings = new Map<number, SectionKind>()
  const latest = new Map<SectionKind, number>()
  const diagnostics: Diagnostic[] = []
  let end = footFrom(lines, line => isMastheadLike(line))
  for (const line of lines) {
    const kind = line.number > end ? null : headingKind(line, layout)
    // Above the masthead is nothing but standing text and what surrounds a page.
    if (kind === null || kind === 'notices' || line.number < masthead.border) continue
    const twin = latest.get(kind)
    if (kind === 'contacts') {
      // 681 has a contact block inside a story: "Contact Details" is the section where nothing but contacts follows it, the last time.
      if (!opensContacts(text, line)) continue
      if (twin !== undefined) headings.delete(twin)
    } else if (latest.has('contacts') && !hasContent(text, line)) {
      continue
    } else if (twin !== undefined) {
      diagnostics.push(diagnose('section-twice', placeOf(line), { heading: line.text, line: twin }))
    }
    headings.set(line.number, kind)
    latest.set(kind, line.number)
  }
  const notices = noticesHeading(text, Math.min(...headings.keys(), end + 1))
  if (notices !== null) headings.set(notices.number, 'notices')
  diagnostics.push(...misspelt(text, headings, end))
  const last = Math.max(0, ...headings.keys())
  if (headings.get(last) === 'contacts') end = Math.min(end, last + countContactLines(lines.slice(last, end)))
  return { headings, end, diagnostics }
}

function headingKind(line: Line, layout: Layout): SectionKind | null {
  if (line.key === '') return null
  return sectionKinds.find(kind => layout.headings[kind].keys.has(line.key)) ?? null
}

/**
 * There is one stretch of standing text: the line "Newsletters" above the stories, the nearest to them below the masthead; above it,
 * the nearest that has a sentence below it, for a menu may have such an entry as well.
 */
function noticesHeading({ lines, masthead, layout }: Text, before: number): Line | null {
  const found = lines.filter(line => line.number < before && headingKind(line, layout) === 'notices')
  const below = found.findLast(({ number }) => number > masthead.border)
  return below ?? found.findLast(({ number }) => (nextFull(lines, number)?.text.length ?? 0) >= 40) ?? null
}

const nextFull = (lines: readonly Line[], from: number): Line | undefined =>
  lines.slice(from, from + 20).find(line => !isBlank(line))

/** Whether a section's line has below it what sections have; one among the entries of a menu has not. */
function hasContent({ lines, layout }: Text, heading: Line): boolean {
  const below = lines.slice(heading.number, heading.number + 30).filter(line => !isBlank(line))
  return below
    .slice(0, 3)
    .some(
      line =>
        isOpening(line.text) || isKickerOrLabel(line, layout) || (line.text.length >= 60 && !isFurniture(line.text)),
    )
}

/** Whether there are contacts below, up to the next section or the foot of the page, and nothing that only a story has. */
function opensContacts(text: Text, heading: Line): boolean {
  const { lines, layout } = text
  let contacts = 0
  for (let at = heading.number; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) break
    if (isBlank(line)) continue
    if (contacts > 0 && isFurniture(line.text)) return !hasStories(text, at)
    const kind = headingKind(line, layout)
    if (kind !== null) return contacts > 0 && (kind === 'contacts' ? contacts > 1 : true)
    if (isKickerOrLabel(line, layout)) return false
    if (isContactHeader(line.text) || isContactDetail(line.text)) contacts += 1
    else if (listMark(line.text) !== null || line.text.length > 200) return contacts > 0 && !hasStories(text, at)
  }
  return true
}

/** Whether a story's label or opening, or a section of content, is at or below a line. */
const hasStories = (text: Text, from: number): boolean =>
  text.lines
    .slice(from)
    .some(
      line =>
        isKickerOrLabel(line, text.layout) ||
        isOpening(line.text) ||
        (headingKind(line, text.layout) !== null && hasContent(text, line)),
    )

/** "Tools & Templats": taken as the heading it is a slip of, where the text has no better one; and said so. */
function misspelt(text: Text, headings: Map<number, SectionKind>, end: number): Diagnostic[] {
  const { lines, masthead, layout } = text
  const missing = sectionKinds.filter(kind => ![...headings.values()].includes(kind))
  if (missing.length === 0) return []
  const short = lines
    .slice(masthead.border, end)
    .filter(line => line.text.length >= 6 && line.text.length < 50 && listMark(line.text) === null)
    .filter(line => !isKickerOrLabel(line, layout))
    .map(line => ({ line, key: line.key === '' ? headingKey(line.text) : line.key }))
  const found: Diagnostic[] = []
  for (const kind of missing) {
    const known = layout.headings[kind].list.filter(({ words }) => words.length >= 7)
    const slip = short.find(({ key }) => known.some(heading => isSlip(key, heading)))
    const meant = known.find(heading => slip !== undefined && isSlip(slip.key, heading))
    if (slip === undefined || meant === undefined || headings.has(slip.line.number)) continue
    if (kind === 'contacts' && !opensContacts(text, slip.line)) continue
    headings.set(slip.line.number, kind)
    found.push(diagnose('unknown-section', placeOf(slip.line), { printed: slip.line.text, nearest: meant.words }))
  }
  return found
}

function isSlip(printed: string, { words, key }: Phrase): boolean {
  // "Update" is a word of its own: of the old texts a label.
  if (printed === 'update') return false
  const most = words.length > 12 ? 3 : words.length > 7 ? 2 : 1
  if (Math.abs(printed.length - key.length) > most) return false
  const apart = distance(printed, key)
  return apart > 0 && (apart <= most || (apart === 2 && sortedLetters(printed) === sortedLetters(key)))
}

/** The same for two words that differ in the order of their letters: "Upadtes". */
const sortedLetters = (word: string): string => [...word].sort().join('')
