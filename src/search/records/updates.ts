import type { ArchivedUpdate } from '../../archive/archive.ts'
import { addressOf } from '../../publish/addresses.ts'
import { formatDate } from '../../update/calendar-day.ts'
import { type RecordDraft, textBlocks } from './draft.ts'

/** Each update as a whole, with its standing text. Text that is repeated every week belongs only to the latest update. */
export function updateDrafts(updates: readonly ArchivedUpdate[]): RecordDraft[] {
  const latest = new Map(updates.flatMap(update => standingText(update).map(block => [block, update.number])))
  return updates.map(update => ({
    kind: 'update',
    address: addressOf.update(update.number),
    title: `Update ${update.number}, ${formatDate(update.date)}`,
    text: standingText(update)
      .filter(block => latest.get(block) === update.number)
      .join('\n'),
    summary: titlesIn(update).join('; '),
    names: [],
    also: [update.heading],
    addresses: [],
    date: update.date,
    update: update.number,
    years: [Number(update.date.slice(0, 4))],
    sections: ['notices'],
    publishers: [],
    mentions: [],
    networks: [],
    topics: [],
  }))
}

const standingText = ({ sections }: ArchivedUpdate): string[] =>
  sections.flatMap(section =>
    section.kind === 'notices' ? [...textBlocks(section.lead), ...textBlocks(section.text)] : [],
  )

const titlesIn = ({ sections }: ArchivedUpdate): string[] =>
  sections.flatMap(section => ('items' in section ? section.items.flatMap(({ title }) => title ?? []) : []))
