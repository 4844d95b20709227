import { phrases } from '../text/wording.ts'
import { type Layout, usualHeadings, usualLabels } from './layout.ts'

/** 2023: no line says where the standing text ends and the stories begin. */
export const unheaded: Layout = {
  name: 'unheaded',
  description: '"Update no 557 19th May 2023" first, standing text, then the stories at once',
  marks: [[]],
  strangers: [],
  headings: usualHeadings,
  kickers: phrases('Reminder'),
  labels: usualLabels,
  subheadings: 'open',
}
