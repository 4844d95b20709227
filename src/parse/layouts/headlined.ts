import { phrases } from '../text/wording.ts'
import { type Layout, usualHeadings, usualLabels } from './layout.ts'

/** 2024 on: every section has its line. */
export const headlined: Layout = {
  name: 'headlined',
  description:
    '"Update no 654 21st March 2025" first, Newsletters, Updates, Reminders From Previous Weeks; stories as title / "On 6 March X published …" / Details or Headlines',
  marks: [['Updates']],
  strangers: ['Action Required'],
  headings: usualHeadings,
  kickers: phrases('Reminder', 'Reminders'),
  labels: usualLabels,
  subheadings: 'open',
}
