/** The dates of a story: the lines, tables and sentences that announce meetings, and its deadlines. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { literal } from '../../update/markdown.ts'
import type { Deadline, IsoDate, Item, Meeting, Part } from '../../update/update.ts'
import { readDeadlines } from '../meetings/deadlines.ts'
import { readMeetingTables } from '../meetings/meeting-tables.ts'
import {
  isBareMeetingLine,
  isMeetingLine,
  isUnmarkedMeetingLine,
  readMeetingLine,
  startsWithLabel,
  tellsWhomToAsk,
} from '../meetings/meetings.ts'
import { type Passage, readProseMeetings } from '../meetings/prose-meetings.ts'
import { type Block, toBlock } from '../text/blocks.ts'
import { isCutInHours } from '../text/flow.ts'
import type { Line } from '../text/lines.ts'
import { listMark } from '../text/lists.ts'
import { markdownOf, proseOf } from '../text/prose.ts'
import { sameWords } from '../text/wording.ts'
import type { DraftStory } from './evidence.ts'

type StoryDates = {
  kind: Item['kind']
  parts: Part[]
  meetings: Meeting[]
  deadlines: Deadline[]
  diagnostics: Diagnostic[]
}

/** The parts of a story, and what their dates say. A story of network dates has a meeting for each line; an article, those it announces. */
export function readDates(story: DraftStory, title: string | null, update: IsoDate): StoryDates {
  if (isNetworkDates(story, title)) return { kind: 'network-dates', deadlines: [], ...readLines(story, update) }
  const passages = story.parts.flatMap(passagesOf)
  const lines = story.parts.flatMap(part => part.blocks.flatMap(block => block.lines))
  const tables = readMeetingTables(lines, { title, lead: passages.map(({ text }) => text).join(' ') }, update)
  const prose = readProseMeetings({ title, passages: passages.filter(({ line }) => !tables.lines.has(line)) }, update)
  const due = readDeadlines(passages, update)
  return {
    kind: tables.isOfNetworks ? 'network-dates' : 'article',
    parts: story.parts.map(part => ({ heading: part.label?.text ?? null, text: markdownOf(part.blocks) })),
    meetings: [...tables.meetings, ...prose.meetings],
    deadlines: due.deadlines,
    diagnostics: [...tables.diagnostics, ...prose.diagnostics, ...due.diagnostics],
  }
}

/** The heading of a part, its paragraphs, and the entries of its lists, each with the lines that it is wrapped over. */
export function passagesOf({ label, blocks }: DraftStory['parts'][number]): Passage[] {
  const [heading] = label?.lines ?? []
  const top: Passage[] =
    heading === undefined || label === null ? [] : [{ line: heading, text: label.text, kind: 'label' }]
  return [...top, ...blocks.flatMap(passagesIn)]
}

function passagesIn({ kind, lines, text }: Block): Passage[] {
  const [first] = lines
  if (first === undefined) return []
  if (kind === 'text') return [{ line: first, text, kind: 'paragraph' }]
  const entries: Passage[] = []
  for (const line of lines) {
    const last = entries.at(-1)
    if (last !== undefined && kind === 'list' && listMark(line.text) === null) last.text += ` ${line.text}`
    else entries.push({ line, text: withoutMark(line.text), kind: 'entry' })
  }
  return entries
}

/** "Future dates for network meetings": a story of which most lines are about one network each. */
function isNetworkDates(story: DraftStory, title: string | null): boolean {
  const lines = story.parts.flatMap(part => part.blocks.flatMap(networkLines))
  const about = lines.filter(({ text }) => isMeetingLine(text))
  const announced = story.parts.some(part => part.label !== null && sameWords(part.label.text, 'Network dates'))
  if (about.length < (announced ? 1 : 3) || about.length < lines.length * 0.6) return false
  // "Part 1: 16 April, 10-12" is a line of the same form, and no network's.
  const asks = about.filter(({ text }) => tellsWhomToAsk(text)).length
  return announced || asks >= 2 || /\b(?:networks?|meetings?)\b/i.test(title ?? '')
}

type NetworkLine = { lines: Line[]; text: string; printed: string[] }

/** The lines of a block, each with the wrapped lines that go on with it: a new one begins with a label. */
function networkLines(block: Block): NetworkLine[] {
  const found: NetworkLine[] = []
  for (const line of block.lines) {
    const last = found.at(-1)
    const above = last?.lines.at(-1)?.text ?? ''
    const text = isCutInHours(above, line.text) ? line.text : withoutMark(line.text)
    if (last !== undefined && !startsWithLabel(text)) {
      last.text += ` ${text}`
      last.printed.push(text)
      last.lines.push(line)
    } else found.push({ lines: [line], text, printed: [text] })
  }
  return found
}

/** A bullet goes; a number stays, since a wrapped line may begin with one ("9.30 to / 11. More from …"). */
function withoutMark(text: string): string {
  const mark = listMark(text)
  return mark === null || mark.ordered ? text : text.slice(mark.mark.length)
}

/** What is above the lines about networks; an entry of a list is a paragraph here, since every entry below is a meeting. */
const leadOf = (lines: Line[], printed: readonly string[]): string => {
  const block = toBlock(lines)
  return block.kind === 'list' ? proseOf(printed) : markdownOf([block])
}

/** Each line about a network is an entry of the list, and a meeting; any other line continues the one above. */
function readLines(story: DraftStory, date: IsoDate): Omit<StoryDates, 'kind' | 'deadlines'> {
  const read: Pick<StoryDates, 'parts' | 'meetings' | 'diagnostics'> = { parts: [], meetings: [], diagnostics: [] }
  for (const part of story.parts) {
    const entries: { line: Line; texts: string[] }[] = []
    const lead: string[] = []
    for (const block of part.blocks) {
      for (const { lines, text, printed } of networkLines(block)) {
        const [line] = lines
        if (line === undefined) continue
        if (isMeetingLine(text) || (entries.length > 0 && (isBareMeetingLine(text) || isUnmarkedMeetingLine(text))))
          entries.push({ line, texts: printed })
        else if (entries.length > 0) entries.at(-1)?.texts.push(...printed)
        else lead.push(leadOf(lines, printed))
      }
    }
    for (const { line, texts } of entries) {
      const { meetings, diagnostics } = readMeetingLine(line, texts.join(' '), date)
      read.meetings.push(...meetings)
      read.diagnostics.push(...diagnostics)
    }
    const list = entries.map(({ texts }) => `- ${texts.map(literal).join('\n  ')}`).join('\n')
    read.parts.push({
      heading: part.label?.text ?? null,
      text: [...lead, list].filter(text => text !== '').join('\n\n'),
    })
  }
  return read
}
