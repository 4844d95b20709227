/** The editor's desk in `npm start`, as values: what to look at, and where. */
import type { Archive } from '../../archive/archive.ts'
import type { Code, Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type DeskLists, deskLists, noLists } from './lists.ts'
import { countsBy, type Note, noteOf } from './notes.ts'

/** What the last build came to. */
export type DeskSources = {
  diagnostics: readonly Diagnostic[]
  setAside: readonly Diagnostic[]
  /** Updates of the archive by number, oldest first. */
  updates: readonly { number: number; date: string; heading: string }[]
  /** Numbers of the updates that were imported since `npm start`, latest import last. */
  imported: readonly number[]
  drafts: readonly { file: string; number: number; heading: string }[]
  /** What the site is made of; null before the first content that can be used. */
  archive: Archive | null
}

export type Desk = {
  /** The latest update first, with a draft before it; then the others that were imported since the start. */
  week: { number: number; heading: string; isDraft: boolean; notes: Note[] }[]
  /** Errors about anything else, which is not published until they are fixed. */
  errors: Note[]
  byUpdate: { number: number; heading: string; count: number }[]
  byKind: { code: string; example: string; count: number }[]
  notes: Note[]
  /** Names that no authority record has. */
  names: Note[]
  /** Texts and Markdown that say different things. */
  collisions: Note[]
  setAside: Note[]
  drafts: DeskSources['drafts']
  lists: DeskLists
}

const collisions: ReadonlySet<Code> = new Set([
  'colliding-correction',
  'merge-unfit',
  'forms-differ',
  'raw-number-twice',
  'raw-gone',
])

export function deskOf({ diagnostics, setAside, updates, imported, drafts, archive }: DeskSources): Desk {
  const notes = diagnostics.filter(({ severity }) => severity !== 'note').map(noteOf)
  const isDraft = (number: number) => drafts.some(draft => draft.number === number)
  // The latest, which may be a draft; the latest that is none; then what else came in.
  const latest = [updates.at(-1), updates.findLast(({ number }) => !isDraft(number))].flatMap(one => one?.number ?? [])
  const numbers = [...new Set([...latest, ...imported.toReversed()])]
  const headings = new Map(updates.map(({ number, heading }) => [number, heading]))
  const headingOf = (number: number) => headings.get(number) ?? `Update no ${number}`
  const inWeek = new Set(numbers)
  const byNumber = grouped(notes)
  return {
    week: numbers.map(number => ({
      number,
      heading: headingOf(number),
      isDraft: isDraft(number),
      notes: byNumber.get(number) ?? [],
    })),
    errors: notes.filter(({ isError, update }) => isError && (update === null || !inWeek.has(update))),
    byUpdate: countsBy(notes, note => note.update)
      .sort((a, b) => b.key - a.key)
      .map(({ key, count }) => ({ number: key, heading: headingOf(key), count })),
    byKind: countsBy(notes, note => note.code)
      .sort((a, b) => b.count - a.count || a.key.localeCompare(b.key))
      .map(({ key, count }) => ({ code: key, example: notes.find(({ code }) => code === key)?.words ?? '', count })),
    notes,
    names: notes.filter(({ code }) => code === 'unknown-name'),
    collisions: notes.filter(({ code }) => collisions.has(code)),
    setAside: setAside.map(noteOf),
    drafts,
    lists: archive === null ? noLists : deskLists(archive),
  }
}

function grouped(notes: readonly Note[]): Map<number, Note[]> {
  const groups = new Map<number, Note[]>()
  for (const note of notes) {
    if (note.update === null) continue
    const group = groups.get(note.update)
    if (group === undefined) groups.set(note.update, [note])
    else group.push(note)
  }
  return groups
}
