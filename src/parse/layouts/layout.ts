import type { SectionKind } from '../../update/update.ts'
import type { Line } from '../text/lines.ts'
import { type Phrases, phrases } from '../text/wording.ts'

/**
 * One layout of the newsletter over the years, as data. Rules ask the layout, and never compare numbers, dates or names.
 */
export type Layout = {
  name: string
  /** What it looks like, for readers of this list. */
  description: string
  /** A text has this layout if it has all lines of one of these sets … */
  marks: string[][]
  /** … more often than these, which a text of another layout may have once. */
  strangers: string[]
  /** Lines that open a section. */
  headings: Record<SectionKind, Phrases>
  /** Lines that open a story, above its title. */
  kickers: Phrases
  /** Lines that open a labelled part of a story. */
  labels: Phrases
  /** `open`: a story may have sub-headings of its own ("Next steps"); `closed`: `labels` has them all. */
  subheadings: 'open' | 'closed'
}

export const usualHeadings: Layout['headings'] = {
  notices: phrases('Newsletters', 'Newsletter'),
  updates: phrases('Updates', 'This week’s updates', 'News'),
  reminders: phrases(
    'Reminders From Previous Weeks',
    'Reminders from previous week',
    'Reminders from previous updates',
    'Reminders',
  ),
  publications: phrases('Tools & Templates', 'Tools, Templates and Publications', 'Tools and Resources'),
  contacts: phrases('Contact Details', 'Contacts', 'Contact List'),
}

export const usualLabels = phrases(
  'Details',
  'Headlines',
  'Findings show',
  'Action Required',
  'Actions Required',
  'Recommendations',
  'Key findings',
  'Next steps',
  'Contact Details',
  'Network dates',
)

/** Whether a line is a label that a layout knows, or what opens a story there. */
export const isKickerOrLabel = ({ key }: Line, { kickers, labels }: Layout): boolean =>
  kickers.keys.has(key) || labels.keys.has(key)
