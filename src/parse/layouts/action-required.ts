import { phrases } from '../text/wording.ts'
import { type Layout, usualHeadings } from './layout.ts'

/** 2018–22, the texts that lost all labels but one (and 2018–19, which had no other). */
export const actionRequired: Layout = {
  name: 'action-required',
  description:
    'standing text, "UPDATE NO 312 27 July 2018" after it; stories as title / paragraphs / Action Required: / paragraphs',
  marks: [['Action Required']],
  strangers: ['Updates', 'Details', 'Headlines'],
  headings: usualHeadings,
  kickers: phrases('Reminder'),
  labels: phrases('Update', 'Action Required', 'Actions Required', 'Details', 'Headlines'),
  subheadings: 'closed',
}
