import type { Line } from '../lines.ts'
import { isHeading } from '../wording.ts'
import { actionRequired } from './action-required.ts'
import { headlined } from './headlined.ts'
import { labelled } from './labelled.ts'
import type { Layout } from './layout.ts'
import { unheaded } from './unheaded.ts'

/** In the order in which they are tried; the last asks for nothing, so every text has a layout. */
export const layouts: readonly Layout[] = [labelled, headlined, actionRequired, unheaded]

/** The look of a text, by the lines that stand in it. */
export function recogniseLayout(lines: readonly Line[]): Layout {
  const has = (mark: string) => lines.some(line => isHeading(line.text, mark))
  const found = layouts.find(layout => layout.marks.every(has) && !layout.strangers.some(has))
  return found ?? unheaded
}
