/** Which publishers or networks a typed name means: `publisher:DfE`, `network:"ad education"`. */
import type { NamedRecord } from '../../facet-table.ts'
import { formKey } from '../../spelling.ts'

/**
 * The places of the records with that name: as an id or full name; else as the beginning of a name; else as words in one.
 * Empty if there is none.
 */
export function placesNamed(typed: string, all: readonly NamedRecord[]): number[] {
  const key = withoutThe(formKey(typed))
  const keysOf = ({ id, name, variants }: NamedRecord) => [id, name, ...variants].map(form => withoutThe(formKey(form)))
  const keys = all.map(keysOf)
  const rungs: ((candidate: string) => boolean)[] = [
    candidate => candidate === key,
    candidate => candidate.startsWith(`${key} `),
    candidate => ` ${candidate}`.includes(` ${key}`),
  ]
  for (const rung of rungs) {
    const places = keys.flatMap((candidates, place) => (candidates.some(rung) ? [place] : []))
    if (places.length > 0) return places
  }
  return []
}

const withoutThe = (key: string): string => key.replace(/^the /u, '')
