import { phrases } from '../text/wording.ts'
import { type Layout, usualHeadings } from './layout.ts'

/** 2019–22, the texts that kept all their labels. */
export const labelled: Layout = {
  name: 'labelled',
  description:
    'standing text, "UPDATE NO 389 07 February 2020" after it; stories as Programme: / title / Update: / Action Required:',
  marks: [
    ['Programme', 'Update'],
    ['Programme', 'Action Required'],
  ],
  strangers: [],
  headings: usualHeadings,
  kickers: phrases('Programme', 'Reminder'),
  labels: phrases('Update', 'Action Required', 'Actions Required'),
  subheadings: 'closed',
}
