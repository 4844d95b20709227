import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { storySlug } from '../../update/story-id.ts'
import type { ContactEntry, IsoDate, Item, PublicationEntry } from '../../update/update.ts'
import { readStoryContacts } from '../contacts/contacts.ts'
import type { Layout } from '../layouts/layout.ts'
import { reportedPublications } from '../publications/reported-publications.ts'
import type { Block } from '../text/blocks.ts'
import type { TitleIndex } from '../text/likeness.ts'
import { placeOf } from '../text/lines.ts'
import { listMark } from '../text/lists.ts'
import { distinctiveWords } from '../text/wording.ts'
import type { DraftStory } from './evidence.ts'
import type { Surroundings } from './lost-titles.ts'
import { partStories } from './stories.ts'
import { passagesOf, readDates } from './story-dates.ts'
import { supplyTitle } from './titles.ts'

/** What reading stories needs apart from their blocks. */
export type StoryContext = {
  layout: Layout
  /** The update's date. */
  date: IsoDate
  /** The titles that its publication list prints. */
  listed: TitleIndex
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
  const titled = stories.flatMap(story => titleOf(story) ?? []).map(title => new Set(distinctiveWords(title)))
  const items = stories.map(story => {
    const title = titleOf(story)
    const supplied = title === null ? supplyTitle(story, context, titled) : null
    if (title === null) {
      const at = (story.lost ?? firstBlock(story))?.lines[0]
      if (at !== undefined) diagnostics.push(diagnose('lost-title', placeOf(at), { supplied }))
    }
    const { kind, parts, meetings, deadlines, diagnostics: seen } = readDates(story, title, context.date)
    diagnostics.push(...seen)
    return {
      id: '',
      kicker: story.kicker?.text ?? null,
      title: title ?? supplied,
      titleSource:
        title !== null ? ('printed' as const) : supplied !== null ? ('supplied' as const) : ('none' as const),
      kind,
      parts,
      meetings,
      deadlines,
      contacts: kind === 'network-dates' ? [] : contactsIn(story, context.layout),
      publications: kind === 'network-dates' ? [] : reportedPublications(sentencesOf(story), title, context),
    }
  })
  return { items, stories, diagnostics }
}

const titleOf = (story: DraftStory): string | null =>
  story.title.length === 0 ? null : story.title.map(block => block.text).join(' ')
const firstBlock = (story: DraftStory): Block | undefined => story.parts[0]?.blocks[0]

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

/** Each paragraph, and each entry of a list without its mark or number. */
const sentencesOf = (story: DraftStory): string[] =>
  story.parts
    .flatMap(passagesOf)
    .filter(({ kind }) => kind !== 'label')
    .map(({ text }) => text.slice(listMark(text)?.mark.length ?? 0))

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
