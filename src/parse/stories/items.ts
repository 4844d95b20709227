import { complain, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { literal } from '../../update/markdown.ts'
import { storySlug } from '../../update/story-id.ts'
import type { ContactEntry, IsoDate, Item, Meeting, Part, PublicationEntry } from '../../update/update.ts'
import { readStoryContacts } from '../contacts/contacts.ts'
import type { Layout } from '../layouts/layout.ts'
import {
  isBareMeetingLine,
  isMeetingLine,
  isUnmarkedMeetingLine,
  readMeetingLine,
  startsWithLabel,
  tellsWhomToAsk,
} from '../meetings/meetings.ts'
import { readProseMeetings } from '../meetings/prose-meetings.ts'
import { toldPublications } from '../publications/told-publications.ts'
import { type Block, listMark, toBlock } from '../text/blocks.ts'
import type { Listed } from '../text/likeness.ts'
import { type Line, placeOf } from '../text/lines.ts'
import { markdownOf } from '../text/prose.ts'
import { sameWords, tellingWords } from '../text/wording.ts'
import type { DraftStory } from './evidence.ts'
import type { Surroundings } from './lost-titles.ts'
import { partStories } from './stories.ts'
import { supplyTitle } from './titles.ts'

/** What reading stories needs to know besides their blocks. */
export type StoryContext = {
  layout: Layout
  /** The update's date. */
  date: IsoDate
  /** The titles that its publication list prints. */
  listed: Listed
  /** The entries of that list. */
  entries: readonly PublicationEntry[]
}

/** The stories of one section. Ids are made unique later, over the whole update (`withIds`). */
export function readItems(
  blocks: readonly Block[],
  context: StoryContext & Surroundings,
): { items: Item[]; stories: DraftStory[]; diagnostics: Diagnostic[] } {
  const stories = partStories(blocks, context.listed, context.layout)
  const diagnostics: Diagnostic[] = []
  const titled = stories.flatMap(story => titleOf(story) ?? []).map(title => new Set(tellingWords(title)))
  const items = stories.map(story => {
    const title = titleOf(story)
    const supplied = title === null ? supplyTitle(story, context, titled) : null
    if (title === null) {
      const at = (story.lost ?? firstBlock(story))?.lines[0]
      if (at !== undefined) diagnostics.push(complain('lost-title', placeOf(at), { supplied }))
    }
    const kind = isNetworkDates(story) ? ('network-dates' as const) : ('article' as const)
    const meetings = kind === 'network-dates' ? readDates(story, context) : readProse(story, title, context)
    diagnostics.push(...meetings.diagnostics)
    return {
      id: '',
      kicker: story.kicker?.text ?? null,
      title: title ?? supplied,
      titleSource:
        title !== null ? ('printed' as const) : supplied !== null ? ('supplied' as const) : ('none' as const),
      kind,
      parts: meetings.parts,
      meetings: meetings.meetings,
      deadlines: [],
      contacts: kind === 'network-dates' ? [] : contactsIn(story, context.layout),
      publications: kind === 'network-dates' ? [] : toldPublications(sentencesOf(story), title, context),
    }
  })
  return { items, stories, diagnostics }
}

const titleOf = (story: DraftStory): string | null =>
  story.title.length === 0 ? null : story.title.map(block => block.text).join(' ')
const firstBlock = (story: DraftStory): Block | undefined => story.parts[0]?.blocks[0]
const partsOf = (story: DraftStory): Part[] =>
  story.parts.map(part => ({ heading: part.label?.text ?? null, text: markdownOf(part.blocks) }))

/** "Future dates for network meetings": a story of which most lines are about one network each. */
function isNetworkDates(story: DraftStory): boolean {
  const lines = story.parts.flatMap(part => part.blocks.flatMap(networkLines))
  const about = lines.filter(({ text }) => isMeetingLine(text))
  const announced = story.parts.some(part => part.label !== null && sameWords(part.label.text, 'Network dates'))
  if (about.length < (announced ? 1 : 3) || about.length < lines.length * 0.6) return false
  // "Part 1: 16 April, 10-12" is a line of the same form, and no network's.
  const asks = about.filter(({ text }) => tellsWhomToAsk(text)).length
  return announced || asks >= 2 || /\b(?:networks?|meetings?)\b/i.test(titleOf(story) ?? '')
}

/** Below "Contact Details" every contact counts; elsewhere a story prints an address only here and there. */
function contactsIn(story: DraftStory, { headings }: Layout): ContactEntry[] {
  const parts = story.parts.map(({ label, blocks }) => ({
    isLabelled: label !== null && headings.contacts.keys.has(label.key),
    blocks,
  }))
  return readStoryContacts(
    parts.filter(({ isLabelled, blocks }) => isLabelled || blocks.some(block => block.text.includes('@'))),
  )
}

type NetworkLine = { lines: Line[]; text: string; printed: string[] }

/** The lines of a block, each with the wrapped lines that go on with it: a new one begins with a label. */
function networkLines(block: Block): NetworkLine[] {
  const found: NetworkLine[] = []
  for (const line of block.lines) {
    const text = withoutMark(line.text)
    const last = found.at(-1)
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

type Read = { parts: Part[]; meetings: Meeting[]; diagnostics: Diagnostic[] }

/** Each line about a network is an entry of the list, and a meeting; a line that is none goes on with the one above it. */
function readDates(story: DraftStory, { date }: StoryContext): Read {
  const read: Read = { parts: [], meetings: [], diagnostics: [] }
  for (const part of story.parts) {
    const entries: { line: Line; texts: string[] }[] = []
    const lead: Block[] = []
    for (const block of part.blocks) {
      for (const { lines, text, printed } of networkLines(block)) {
        const [line] = lines
        if (line === undefined) continue
        if (isMeetingLine(text) || (entries.length > 0 && (isBareMeetingLine(text) || isUnmarkedMeetingLine(text))))
          entries.push({ line, texts: printed })
        else if (entries.length > 0) entries.at(-1)?.texts.push(...printed)
        else lead.push(toBlock(lines))
      }
    }
    for (const { line, texts } of entries) {
      const { meeting, diagnostics } = readMeetingLine(line, texts.join(' '), date)
      read.meetings.push(meeting)
      read.diagnostics.push(...diagnostics)
    }
    const list = entries.map(({ texts }) => `- ${texts.map(literal).join('\n  ')}`).join('\n')
    read.parts.push({
      heading: part.label?.text ?? null,
      text: [markdownOf(lead), list].filter(text => text !== '').join('\n\n'),
    })
  }
  return read
}

/** Each paragraph, and each entry of a list. */
const sentencesOf = (story: DraftStory): string[] =>
  story.parts.flatMap(part =>
    part.blocks.flatMap(block =>
      block.kind === 'list' ? block.lines.map(line => withoutMark(line.text)) : [block.text],
    ),
  )

function readProse(story: DraftStory, title: string | null, { date }: StoryContext): Read {
  const sentences = story.parts.flatMap(part =>
    part.blocks.flatMap(block =>
      block.kind !== 'text'
        ? block.lines.map(line => ({ line, text: withoutMark(line.text), listed: true }))
        : block.lines.slice(0, 1).map(line => ({ line, text: block.text, listed: false })),
    ),
  )
  return { parts: partsOf(story), ...readProseMeetings({ title, sentences }, date) }
}

/** Gives each story its anchor: the slug of its title (or, untitled, of its first words), unique in the update. `taken` counts each slug so far. */
export function withIds(items: readonly Item[], taken: Map<string, number>): Item[] {
  return items.map(item => {
    const words = item.title ?? `untitled ${item.parts[0]?.text.slice(0, 60).replace(/[^\p{L}\p{N}]+/gu, ' ') ?? ''}`
    const base = storySlug(words.slice(0, 300))
    let count = (taken.get(base) ?? 0) + 1
    while (count > 1 && taken.has(`${base}-${count}`)) count += 1
    taken.set(base, count)
    const id = count === 1 ? base : `${base}-${count}`
    if (count > 1) taken.set(id, 1)
    return { ...item, id }
  })
}
