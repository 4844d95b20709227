import type { Line } from '../text/lines.ts'
import { headingKey } from '../text/wording.ts'
import { actionRequired } from './action-required.ts'
import { headlined } from './headlined.ts'
import { labelled } from './labelled.ts'
import type { Layout } from './layout.ts'
import { unheaded } from './unheaded.ts'

/** In the order in which they are tried; the last asks for nothing, so every text has a layout. */
export const layouts: readonly Layout[] = [labelled, headlined, actionRequired, unheaded]

/** The layout of a text, by the lines that it has. */
export function recogniseLayout(lines: readonly Line[]): Layout {
  const counts = new Map<string, number>()
  for (const { key } of lines) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
  const count = (words: Iterable<string>) => {
    let sum = 0
    for (const word of words) sum += counts.get(headingKey(word)) ?? 0
    return sum
  }
  const found = layouts.find(({ marks, strangers, labels }) => {
    const own = new Set([...marks.flat(), ...labels.list.map(({ words }) => words)])
    for (const stranger of strangers) own.delete(stranger)
    return (
      marks.some(set => set.every(mark => count([mark]) > 0)) &&
      (strangers.length === 0 || count(strangers) < count(own))
    )
  })
  return found ?? unheaded
}
