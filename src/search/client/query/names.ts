/** `publisher:DfE`, `network:"ad education"`: which publishers or networks a typed name means. */
import type { NamedRecord } from '../../facet-table.ts'
import { formKey } from '../../spelling.ts'

/**
 * The places of those that have the name: by id or a name in full; else by the beginning of a name; else by words that
 * stand in one. Empty where there is none.
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
