/** A YAML file that people write: read with positions, checked against a schema, with messages at line and column. */
import { closest, distance } from 'fastest-levenshtein'
import { type Document, isMap, isNode, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'

type Path = readonly (string | number)[]
export type YamlFile<T> = {
  /** null where the file could not be used. */
  value: T | null
  diagnostics: Diagnostic[]
  /** The place of the value at a path, or the nearest that exists. */
  placeOf: (path: Path) => Place
}

/** Reads `text` as the schema says. Every fault of the file is reported, not the first alone; one fault makes value null. */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeAt = (start: number, end: number) => stretchOf(text, { file, lines, start, end })
  const placeOf = (path: Path) => {
    const [start, end] = rangeOf(document, path)
    return placeAt(start, end)
  }
  if (document.errors.length > 0) {
    const diagnostics = document.errors.map(fault =>
      diagnose('yaml-syntax', placeAt(fault.pos[0], fault.pos[1]), { problem: fault.message }),
    )
    return { value: null, diagnostics, placeOf }
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return { value: result.data, diagnostics: [], placeOf }
  const diagnostics = result.error.issues.flatMap(issue => diagnosticsOf(issue, { document, placeAt, placeOf }))
  return { value: null, diagnostics, placeOf }
}

type YamlPlaces = {
  document: Document<ParsedNode>
  placeAt: (start: number, end: number) => Place
  placeOf: (path: Path) => Place
}

function diagnosticsOf(issue: z.core.$ZodIssue, places: YamlPlaces): Diagnostic[] {
  const path = issue.path.filter(key => typeof key !== 'symbol')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => {
      const [start, end] = keyRange(places.document, path, key)
      return diagnose('yaml-unknown-field', places.placeAt(start, end), { field: key, nearest: nearestField(key) })
    })
  const field = path.filter(step => typeof step === 'string').at(-1) ?? 'the file'
  return [diagnose('yaml-value', places.placeOf(path), { field: String(field), problem: plainWords(issue) })]
}

const fields =
  'id name variants formerIds distinctFrom note mentions organisations withhold covers convenors forms broader subscribe email link fullName shortName url search doi from to title description publisher contactDetails reportTo database oldPosts post update code words why'.split(
    ' ',
  )
const nearestField = (key: string): string | null => {
  const best = closest(key, fields)
  return distance(key.toLowerCase(), best.toLowerCase()) <= Math.max(2, key.length / 3) ? best : null
}

/** zod's words in our style: "Invalid input: expected string, received number" → "expected string, received number". */
const plainWords = (issue: z.core.$ZodIssue): string =>
  issue.message.replace(/^Invalid (?:input|option|string):\s*/u, '').replace(/^\p{Lu}/u, first => first.toLowerCase())

function rangeOf(document: Document<ParsedNode>, path: Path): [number, number] {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return [node.range[0], node.range[1]]
  }
  return [0, 0]
}

function keyRange(document: Document<ParsedNode>, path: Path, key: string): [number, number] {
  const map = path.length === 0 ? document.contents : document.getIn(path, true)
  const pair = isMap(map) ? map.items.find(item => isScalar(item.key) && item.key.value === key) : undefined
  const range = isScalar(pair?.key) ? pair.key.range : undefined
  return range ? [range[0], range[1]] : rangeOf(document, path)
}

type Stretch = { file: string; lines: LineCounter; start: number; end: number }

function stretchOf(text: string, { file, lines, start, end }: Stretch): Place {
  const { line, col } = lines.linePos(start)
  const source = text.split(/\r?\n/u, line)[line - 1] ?? ''
  const column = Math.max(1, col)
  const length = Math.max(1, Math.min(end - start, source.length - column + 1))
  return { file, line: Math.max(1, line), column, length, source }
}
