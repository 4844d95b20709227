import type { Line } from '../text/lines.ts'
import { headingKey } from '../text/wording.ts'
import { actionRequired } from './action-required.ts'
import { headlined } from './headlined.ts'
import { labelled } from './labelled.ts'
import type { Layout } from './layout.ts'
import { unheaded } from './unheaded.ts'

/** In the order in which they are tried; the last asks for nothing, so every text has a layout. */
export const layouts: readonly Layout[] = [labelled, headlined, actionRequired, unheaded]

/** The look of a text, by the lines that stand in it. */
export function recogniseLayout(lines: readonly Line[]): Layout {
  const keys = new Set(lines.map(({ key }) => key))
  const has = (mark: string) => keys.has(headingKey(mark))
  const found = layouts.find(({ marks, strangers }) => marks.some(set => set.every(has)) && !strangers.some(has))
  return found ?? unheaded
}
