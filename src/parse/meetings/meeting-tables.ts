/**
 * Tables of dates, as pasted from Word or a page: a line for each row, tabs between its cells. Printed, for instance, below
 * "Future dates for network meetings": "Network / Date / Time / Contact", and a network in each row.
 */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { IsoDate, Meeting } from '../../update/update.ts'
import { findDays } from '../dates/days.ts'
import { findTimes } from '../dates/times.ts'
import { type Line, placeOf } from '../text/lines.ts'
import { contactsOf } from './asked.ts'
import { groupInTitle, groupsIn } from './groups.ts'
import { readPhrase } from './meeting-facts.ts'
import { modeOf } from './modes.ts'

type Row = { line: Line; cells: string[] }
/** What the cells of a column say. */
type Column = 'group' | 'date' | 'time' | 'place' | 'contact' | 'subject' | 'other'
type MeetingTable = { rows: Row[]; columns: Column[] }

export type Tables = {
  meetings: Meeting[]
  diagnostics: Diagnostic[]
  /** The lines that meetings were read from. */
  lines: ReadonlySet<Line>
  /** The rows name the networks themselves. */
  isOfNetworks: boolean
}

/** The meetings of a story's tables. A table of dates that seems to be of meetings, and gives none, gets a message. */
export function readMeetingTables(
  lines: readonly Line[],
  story: { title: string | null; lead: string },
  update: IsoDate,
): Tables {
  const found: Tables & { lines: Set<Line> } = { meetings: [], diagnostics: [], lines: new Set(), isOfNetworks: false }
  for (const rows of tablesIn(lines)) {
    const table = readTable(rows, story, update)
    if (table === null) continue
    found.meetings.push(...table.meetings)
    found.diagnostics.push(...table.diagnostics)
    if (!table.isOfMeetings) continue
    for (const { line } of rows) found.lines.add(line)
    found.isOfNetworks ||= table.isOfNetworks
  }
  return found
}

type TableReading = Omit<Tables, 'lines'> & { isOfMeetings: boolean }

/** null: a table without dates. */
function readTable(
  rows: readonly Row[],
  story: { title: string | null; lead: string },
  update: IsoDate,
): TableReading | null {
  const table = tableOf(rows)
  const dated = table.rows.filter(({ cells }) => cells.some(cell => findDays(cell).length > 0))
  const [first] = dated
  if (first === undefined) return null
  const header = rows.length > table.rows.length ? (rows[0]?.cells.join(' ') ?? '') : ''
  const isOfNetworks = table.columns.includes('group')
  const own = isOfNetworks ? null : (groupInTitle(story.title ?? '') ?? groupsIn(story.lead)[0] ?? null)
  const speaksOfMeetings = /\b(?:networks?|meetings?)\b/iu.test(`${story.title ?? ''} ${header}`)
  if (isOfNetworks || (own !== null && speaksOfMeetings)) {
    const read = readRows(table, own, update)
    return {
      meetings: read.flatMap(({ meetings }) => meetings),
      diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
      isOfMeetings: true,
      isOfNetworks,
    }
  }
  const diagnostics =
    speaksOfMeetings && dated.length >= 2
      ? [diagnose('table-without-meetings', placeOf(first.line), { rows: dated.length })]
      : []
  return { meetings: [], diagnostics, isOfMeetings: false, isOfNetworks: false }
}

/** Stretches of two rows or more. */
function tablesIn(lines: readonly Line[]): Row[][] {
  const tables: Row[][] = []
  let open: Row[] | null = null
  for (const line of lines) {
    const cells = line.raw
      .trim()
      .split('\t')
      .map(cell => cell.replace(/\s+/gu, ' ').trim())
    if (cells.length < 2) open = null
    else if (open === null) {
      open = [{ line, cells }]
      tables.push(open)
    } else open.push({ line, cells })
  }
  return tables.filter(rows => rows.length >= 2)
}

const headings: readonly { column: Column; pattern: RegExp }[] = [
  { column: 'date', pattern: /^(?:meeting |next )?(?:dates?|days?|when)\b/iu },
  { column: 'time', pattern: /^(?:start |meeting )?times?\b|^hours\b/iu },
  { column: 'contact', pattern: /^(?:contacts?|lead|chair|convenor|more (?:from|information)|further details)\b/iu },
  { column: 'place', pattern: /^(?:venue|place|where|location|how|format|mode)\b/iu },
  { column: 'subject', pattern: /^(?:subject|theme|topic|focus|agenda)\b/iu },
  { column: 'group', pattern: /\b(?:networks?|groups?|boards?|forums?|meetings?)\b/iu },
]

function tableOf(rows: readonly Row[]): MeetingTable {
  const [first, ...others] = rows
  // biome-ignore lint/complexity/useOptionalChain: the compiler cannot follow it
  const isHeader = first !== undefined && first.cells.every(cell => findDays(cell).length === 0 && !/\d/u.test(cell))
  if (!isHeader) return { rows: [...rows], columns: columnsByContent(rows) }
  const named = first.cells.map(cell => headings.find(({ pattern }) => pattern.test(cell))?.column ?? 'other')
  return { rows: others, columns: named }
}

/** Without a heading: a first column of plain names that say what kind of group they are is the groups'. */
function columnsByContent(rows: readonly Row[]): Column[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, at): Column => {
    const cells = rows.flatMap(({ cells }) => cells[at] || [])
    if (cells.some(cell => findDays(cell).length > 0)) return 'date'
    if (cells.some(cell => findTimes(cell, []).times.length > 0)) return 'time'
    return at === 0 && cells.filter(cell => /\b(?:Network|Group|Board|Forum)\b/u.test(cell)).length >= cells.length / 2
      ? 'group'
      : 'other'
  })
}

function readRows(
  { rows, columns }: MeetingTable,
  own: string | null,
  update: IsoDate,
): { meetings: Meeting[]; diagnostics: Diagnostic[] }[] {
  let label = own
  return rows.flatMap(({ line, cells }) => {
    const of = (...wanted: Column[]) =>
      cells.filter((cell, at) => cell !== '' && wanted.includes(columns[at] ?? 'other'))
    // A cell that is merged with the one above it comes out empty.
    label = own ?? of('group')[0] ?? label
    const [contact = ''] = of('contact')
    const phrase = of('date', 'time', 'other').join(', ')
    if (label === null || phrase === '') return []
    const { facts, diagnostics } = readPhrase(phrase, update, line)
    const [place = null] = of('place')
    const contacts = contactsOf(`from ${contact}`)?.contacts ?? []
    const meetings = facts.map(
      (fact): Meeting => ({
        ...fact,
        label: label ?? '',
        subject: of('subject')[0] ?? null,
        mode: place === null ? fact.mode : (modeOf(place, placeOnly(place)) ?? fact.mode),
        place: place === null ? fact.place : placeOnly(place),
        contacts,
        text: line.text,
      }),
    )
    return [{ meetings, diagnostics }]
  })
}

/** "MS Teams" and "tbc" are no places; of "Shaw House or Teams" the house is. */
function placeOnly(cell: string): string | null {
  const bare = cell
    .replace(
      /\(?\b(?:(?:via|on|by)\s+)?(?:(?:MS|Microsoft)\s+)?(?:Teams|Zoom|Webex|Skype|online|virtual(?:ly)?|hybrid|in[\s-]person|face[\s-]to[\s-]face|tbc|tba|to be confirmed)\b\)?/giu,
      ' ',
    )
    .replace(/^(?:[\s,/:;–—-]|\b(?:or|and|at)\b)+|(?:[\s,/:;–—-]|\b(?:or|and|at)\b)+$/giu, '')
  return /\p{L}{2}/u.test(bare) ? bare : null
}
