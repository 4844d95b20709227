/** "Tools & Templates": one line a publication, in one of the newsletter's wordings (`statements.ts`, `listing-orders.ts`). */
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'
import type { IsoDate, PublicationEntry } from '../../update/update.ts'
import { dateOf, monthOf } from '../dates/dates.ts'
import { dayDiagnostics } from '../dates/day-diagnostics.ts'
import type { Block } from '../text/blocks.ts'
import { isWrapped } from '../text/flow.ts'
import type { ListedTitle } from '../text/likeness.ts'
import { type Line, placeWithin } from '../text/lines.ts'
import { listMark } from '../text/lists.ts'
import { matchesOf } from '../text/matches.ts'
import { findVerb, isOpening } from '../text/openings.ts'
import { proseOf } from '../text/prose.ts'
import { hasWord } from '../text/wording.ts'
import { opensListing, readListing } from './listing-orders.ts'
import { isHeadless, printedTitle } from './publication-titles.ts'

/** The entries of a publications section, in order. Reports entries fused on one line, and days that no calendar has. */
export function readPublicationList(
  blocks: readonly Block[],
  update: IsoDate,
): { entries: PublicationEntry[]; listed: ListedTitle[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const entries: PublicationEntry[] = []
  const listed: ListedTitle[] = []
  for (const lines of withSubtitles(blocks.flatMap(entryLines).filter(hasWords))) {
    const pieces = splitFused(lines)
    for (const piece of pieces.slice(1)) {
      const opening = piece.join(' ').slice(0, 24)
      diagnostics.push(diagnose('fused-line', placeWithin(lines, opening), { printed: opening }))
    }
    for (const [at, piece] of pieces.entries()) {
      const { entry: read, diagnostics: seen } = readEntry(piece, lines, update)
      const above = at === 0 ? undefined : entries.at(-1)
      // "…, and Coram published Late talk": on the day with which the line opens.
      const entry = above === undefined || read.date !== null ? read : { ...read, ...dateOfEntry(above) }
      diagnostics.push(...seen)
      if (seen.length === 0) diagnostics.push(...entryDiagnostics(entry, placeWithin(lines, piece[0] ?? '')))
      entries.push(entry)
      listed.push({ title: entry.title, main: mainTitle(entry.title, piece) })
    }
  }
  return { entries, listed, diagnostics }
}

const hasWords = (lines: readonly Line[]): boolean => lines.some(({ text }) => hasWord(text))
const dateOfEntry = ({ date, yearFrom }: PublicationEntry) => ({ date, yearFrom })

/** A subtitle on a line of its own goes with the title above it, even where every line is a block. */
function withSubtitles(groups: readonly Line[][]): Line[][] {
  const joined: Line[][] = []
  for (const group of groups) {
    const above = joined.at(-1)
    const text = group.map(line => line.text).join(' ')
    const cut = above !== undefined && !/[.)”’"]$/u.test(above.at(-1)?.text ?? '') && opensEntry(above[0]?.text ?? '')
    const goesOn = subtitle.test(text) || (isRightBelow(group, above) && text.split(' ', 7).length <= 5)
    if (cut && goesOn && readListing(text) === null) above.push(...group)
    else joined.push([...group])
  }
  return joined
}
/** "… launched Reforming the SEND / System in England": no blank line between the two. */
const isRightBelow = (group: readonly Line[], above: readonly Line[] | undefined) =>
  group[0]?.number === (above?.at(-1)?.number ?? 0) + 1
const subtitle = /^(?:An|Findings|Analysis|Evidence|Summary|Lessons|Learning)\s+[a-z]/u
const opensEntry = (line: string): boolean => isOpening(line) || opensListing(line)

/**
 * Whether a line is the subtitle of the title that the lines above it end with ("Understanding Attendance / Findings on the
 * drivers of …"), rather than where a page's width broke the title ("Reforming the SEND / System in England").
 */
function isSubtitle(above: readonly string[], line: string): boolean {
  const last = above.at(-1)
  // No title takes more lines; an entry without end is joined line by line, and not looked at afresh for each.
  if (above.length > 4) return false
  if (last === undefined || isWrapped(last, line) || !/^["“‘']?[\p{Lu}\d]/u.test(line)) return false
  const text = above.join(' ')
  // "On 4 February the Centre for Rural / Childhoods published …": no title has begun yet.
  if (opensEntry(text) && (readListing(text)?.sense ?? null) === null) return false
  return subtitle.test(line) || line.split(' ', 4).length === 4
}

/** The lines of an entry as one, a subtitle parted from its title by a colon. */
const joinedLines = (piece: readonly string[]): string =>
  piece.reduce((text, line, index) => {
    const parts = isSubtitle(piece.slice(0, Math.min(index, 5)), line) && !/[:?!–—-]$/u.test(text)
    return index === 0 ? line : `${text}${parts ? ': ' : ' '}${line}`
  }, '')

/** "Children in custody 2024–25 / An analysis of 12–18-year-olds’ perceptions …": the first line, where a subtitle has its own. */
function mainTitle(title: string, piece: readonly string[]): string {
  const second = piece.findIndex((line, index) => index > 0 && isSubtitle(piece.slice(0, Math.min(index, 5)), line))
  if (second < 0) return title
  const above = piece.slice(0, second).join(' ')
  const main = readListing(above)?.title ?? printedTitle(above)
  return title.startsWith(main) ? main : title
}

/** A block may hold several entries, a line (or a few wrapped lines) each. */
function entryLines(block: Block): Line[][] {
  const groups: Line[][] = []
  for (const line of block.lines) {
    const above = groups.at(-1)?.at(-1)
    const opens =
      above === undefined ||
      opensEntry(line.text) ||
      listMark(line.text) !== null ||
      (isComplete(above.text) && !isWrapped(above.text, line.text))
    if (opens) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}
/** Whether nothing is missing at an entry's end: "… published by DfE 4 February 2020"; in "… published by the" there is. */
function isComplete(text: string): boolean {
  const statement = isOpening(text) ? null : readListing(text)
  return statement !== null && (statement.day !== null || statement.month !== null)
}

/** 593: "… Valuing Social Work Project.  On 2 January Community Care released …": parted before each further opening. */
function splitFused(lines: readonly Line[]): string[][] {
  const text = lines.map(line => line.text.replace(/^(?:[•·▪▫◦●○‣⁃∙*\uf0b7\uf0a7]\s*|[-–—]\s+)/u, '')).join('\n')
  const openings = (/\s[Oo]n\s/u.test(text) ? matchesOf(beforeOpening, text) : [])
    .map(match => match.index + match[0].length)
    .filter(index => index > 0 && opensWithVerb(opened(text.slice(index, index + 180))))
  const acts = (text.length <= longestEntry && opensWithVerb(text) ? matchesOf(beforeSecondAct, text) : [])
    .map(match => match.index + match[0].length)
    .filter(index => readListing(text.slice(0, index))?.sense === 'publishes')
  const cuts = [...new Set([...openings, ...acts])].sort((a, b) => a - b)
  // "| On 27 February ONS published": a sign before an opening is no entry.
  return [0, ...cuts]
    .map((start, index, starts) => text.slice(start, starts[index + 1]).trim())
    .filter(hasWord)
    .map(piece => piece.split('\n'))
}

// … youth justice; and on 9 June NCB published its Annual Review
const beforeOpening = /(?<=\S)\s+(?=(?:On|and\son)\s(?:\d{1,2}(?:st|nd|rd|th)?\s\p{Lu}|\p{Lu}\p{Ll}+\s\d))/gu
/** Longer than any entry; in an endless text we do not look for a second statement of one day. */
const longestEntry = 2000
// On 4 February Nesta published Early talk, and Coram published Late talk
const beforeSecondAct =
  /(?<=\S[,;])\s+(?=(?:and\s)?(?:the\s)?\p{Lu}[\p{L}’'&-]*(?:\s(?:\p{Lu}[\p{L}’'&-]*|of|for|and|the|in)){0,7}\s(?:has\s|have\s)?(?:published|launched|released|issued)\s\S)/gu
const opensWithVerb = (text: string): boolean => isOpening(text) && findVerb(text.slice(0, 120)) !== null
/** A statement that goes on from the one before it, as if it opened its line: no character is lost. */
const opened = (text: string): string =>
  text.replace(/^and on(?=\s)/u, 'On    ').replace(/^and (?=(?:the\s)?\p{Lu})/u, '')

function readEntry(
  piece: string[],
  lines: readonly Line[],
  update: IsoDate,
): { entry: PublicationEntry; diagnostics: Diagnostic[] } {
  const text = opened(joinedLines(piece)).replace(/ {2,}/gu, ' ').trim()
  const facts = readListing(text)
  const dated = facts?.day == null ? null : dateOf(facts.day, 'publication', update)
  const title = facts === null ? printedTitle(text) : facts.title
  const when = dated?.kind === 'date' ? dated : facts?.month != null ? monthOf(facts.month, update) : null
  const entry: PublicationEntry = {
    date: when?.date ?? null,
    yearFrom: when?.yearFrom ?? null,
    publishers: facts?.publishers ?? [],
    // "On 7 Februar", where a text was cut off, says nothing but a day.
    title: hasWord(title) ? title : text,
    text: proseOf(piece),
  }
  const day = facts?.day ?? null
  const diagnostics = day === null || dated === null ? [] : dayDiagnostics({ text, day, lines }, dated, update)
  return { entry, diagnostics }
}

/** What an editor can put right in a minute: a title without its head, an entry that says neither who nor when. */
function entryDiagnostics({ date, publishers, title }: PublicationEntry, at: Place): Diagnostic[] {
  if (isHeadless(title)) return [diagnose('headless-title', at, { title: shortened(title) })]
  const isBare = date === null && publishers.length === 0
  return isBare ? [diagnose('bare-entry', at, { title: shortened(title) })] : []
}
const shortened = (title: string): string => (title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title)
