/**
 * Where something stands in a file, for complaints. Reading YAML with positions is ten times slower than without, so
 * this is called only when there is something to complain about.
 */
import { isMap, isScalar, type Node, parseDocument } from 'yaml'
import type { Place } from '../diagnostics/diagnostic.ts'

/** Into the front matter: ["sections", 1, "items", 0, "id"]. */
export type FactPath = readonly (string | number)[]

type InFile = (file: string) => Place
export type Located = {
  /** The value at the path, or the nearest one around it. */
  place: InFile
  /** The key that the path ends in. */
  keyPlace: InFile
  /** What is wrong with the YAML as such. */
  faults: { problem: string; place: InFile }[]
}

/** Finds a path in YAML whose lines are those of the file, from the first on. */
export function locate(yaml: string, path: FactPath): Located {
  const document = parseDocument(yaml, { prettyErrors: false, schema: 'failsafe' })
  const at = (start: number, end: number) => (file: string) => {
    // Counted here, because yaml's own counter stops where a fault makes it give up.
    const before = yaml.slice(0, Math.min(start, yaml.trimEnd().length)).split('\n')
    return stretch(placeOfLine(yaml, file, before.length), (before.at(-1)?.length ?? 0) + 1, end - start)
  }
  const nodeAt = (steps: FactPath) =>
    (steps.length === 0 ? document.contents : document.getIn(steps, true)) as Node | null
  const rangeOf = (steps: FactPath): readonly [number, number] => {
    const range = nodeAt(steps)?.range
    if (range) return [range[0], range[1]]
    return steps.length === 0 ? [0, 3] : rangeOf(steps.slice(0, -1))
  }
  const parent = nodeAt(path.slice(0, -1))
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  const key = isScalar(pair?.key) ? pair.key.range : undefined
  return {
    place: at(...rangeOf(path)),
    keyPlace: key ? at(key[0], key[1]) : at(...rangeOf(path)),
    faults: document.errors.map(({ message, pos }) => ({ problem: message, place: at(...pos) })),
  }
}

/** A whole line of a text; lines count from 1. */
export function placeOfLine(text: string, file: string, line: number): Place {
  const source = text.split('\n', line)[line - 1] ?? ''
  return { file, line, column: 1, length: Math.max(1, source.length), source }
}

/** A part of a line's place, cut at the line's end. */
function stretch(place: Place, column: number, length: number): Place {
  const left = (place.source?.length ?? 0) - column + 1
  return { ...place, column, length: Math.max(1, Math.min(length, left)) }
}
