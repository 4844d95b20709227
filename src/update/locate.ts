/** Where something is in a file, for messages. */
import { type Document, isMap, isNode, isScalar, type Node } from 'yaml'
import type { Place } from '../diagnostics/diagnostic.ts'

/** Into the front matter: ["sections", 1, "items", 0, "id"]. */
export type FactPath = readonly (string | number)[]

/** Front matter as it was parsed. The offsets of `document` count from `start` in `text`, the whole file. */
export type ParsedYaml = { document: Document.Parsed; text: string; start: number; file: string }

/** The value at the path, or the nearest one around it. */
export function placeOfValue(yaml: ParsedYaml, path: FactPath): Place {
  for (let length = path.length; length >= 0; length--) {
    const range = nodeAt(yaml, path.slice(0, length))?.range
    if (range) return placeOfRange(yaml, range[0], range[1])
  }
  return placeOfLine(yaml.text, yaml.file, 1)
}

/** The key that the path ends in. */
export function placeOfKey(yaml: ParsedYaml, path: FactPath): Place {
  const parent = nodeAt(yaml, path.slice(0, -1))
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  const range = isScalar(pair?.key) ? pair.key.range : undefined
  return range ? placeOfRange(yaml, range[0], range[1]) : placeOfValue(yaml, path)
}

/** What is wrong with the YAML itself. */
export const syntaxFaults = (yaml: ParsedYaml): { problem: string; at: Place }[] =>
  yaml.document.errors.map(({ message, pos }) => ({ problem: message, at: placeOfRange(yaml, ...pos) }))

function nodeAt({ document }: ParsedYaml, path: FactPath): Node | null {
  const found = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(found) ? found : null
}

function placeOfRange({ text, start, file }: ParsedYaml, from: number, to: number): Place {
  const before = text.slice(0, start + from).split('\n')
  const place = placeOfLine(text, file, before.length)
  const column = (before.at(-1)?.length ?? 0) + 1
  const left = (place.source?.length ?? 0) - column + 1
  return { ...place, column, length: Math.max(1, Math.min(to - from, left)) }
}

/** A whole line of a text; lines count from 1. */
export function placeOfLine(text: string, file: string, line: number): Place {
  const source = text.split('\n', line)[line - 1] ?? ''
  return { file, line, column: 1, length: Math.max(1, source.length), source }
}
