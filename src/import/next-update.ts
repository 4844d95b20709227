/** The start of the next newsletter: the standing text, and the headings to write under. */
import { addDays, dayOf, ordinalDate } from '../update/calendar-day.ts'
import { plain } from '../update/markdown.ts'
import type { IsoDate, Markdown, Section, Update } from '../update/update.ts'

export type NextUpdate = { number: number; date: IsoDate; text: string }

/**
 * Continues `last`: the next number, its standing text and its contacts. The date is the first Friday that is neither
 * before `today` nor before the week after `last`.
 */
export function nextUpdate(last: Update, today: IsoDate): NextUpdate {
  const number = last.number + 1
  const date = fridayFrom(today > last.date ? today : addDays(last.date, 1))
  const blocks = [`Update no ${number} ${ordinalDate(date)}`, ...last.sections.flatMap(standing)]
  return { number, date, text: `${blocks.filter(block => block !== '').join('\n\n')}\n` }
}

const FRIDAY = 5
const fridayFrom = (date: IsoDate): IsoDate => addDays(date, (FRIDAY - dayOf(date).weekday + 7) % 7)

/** What a section has each week, as a text would print it: stories and publications are the new week's own. */
function standing(section: Section): string[] {
  const heading = section.heading ?? ''
  switch (section.kind) {
    case 'notices':
      return [...blocksOf(section.lead), heading, ...blocksOf(section.text)]
    case 'updates':
    case 'reminders':
    case 'publications':
      return [heading]
    case 'contacts':
      return [heading, ...section.entries.map(({ lines }) => lines.join('\n'))]
    default:
      return section satisfies never
  }
}

const blocksOf = (markdown: Markdown): string[] => markdown.split(/\n{2,}/u).map(block => plain(block))
