import { type Layout, usualHeadings } from './layout.ts'

/** 2019–22, the texts that kept all their labels. */
export const labelled: Layout = {
  name: 'labelled',
  description:
    'standing text, "UPDATE NO 389 07 February 2020" after it; stories as Programme: / title / Update: / Action Required:',
  marks: ['Programme', 'Update'],
  strangers: [],
  headings: usualHeadings,
  kickers: ['Programme', 'Reminder'],
  labels: ['Update', 'Action Required', 'Actions Required'],
  subheadings: 'closed',
}
