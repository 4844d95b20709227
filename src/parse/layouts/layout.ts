import type { SectionKind } from '../../update/update.ts'
import { isHeading } from '../wording.ts'

/**
 * One look that the newsletter has had, as data. Rules ask the layout; none compares a number, a date or a layout's name.
 * Headings, labels and kickers are compared by `isHeading`: without case, quotes, colon, and "&" for "and".
 */
export type Layout = {
  name: string
  /** What it looks like, for whoever reads this list. */
  description: string
  /** A text has this look when each of these lines stands in it. */
  marks: string[]
  /** … and none of these. */
  strangers: string[]
  /** Lines that open a section. */
  headings: Record<SectionKind, string[]>
  /** Lines that open a story, and stand above its title. */
  kickers: string[]
  /** Lines that open a labelled part of a story. */
  labels: string[]
  /** `open`: a story may have sub-headings of its own ("Next steps"); `closed`: `labels` are all there are. */
  subheadings: 'open' | 'closed'
}

export const usualHeadings: Layout['headings'] = {
  notices: ['Newsletters', 'Newsletter'],
  updates: ['Updates', 'This week’s updates', 'News'],
  reminders: [
    'Reminders From Previous Weeks',
    'Reminders from previous week',
    'Reminders from previous updates',
    'Reminders',
  ],
  publications: ['Tools & Templates', 'Tools, Templates and Publications', 'Tools and Resources'],
  contacts: ['Contact Details', 'Contacts', 'Contact List'],
}

export const usualLabels = [
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
]

/** Whether a line is one of the labels that a layout knows. */
export const isKnownLabel = (text: string, layout: Layout): boolean =>
  text.length < 60 && layout.labels.some(words => isHeading(text, words))
