/**
 * Answers to messages, written into an authority file: a new record, or one more spelling of a known one. Only the text
 * that changes is touched: comments, order and the rest of each line stay as people wrote them.
 */
import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml'

/** The file's new text; null where the file is not a list of records, or has the id already. */
export function withRecord(text: string, { id, name }: { id: string; name: string }): string | null {
  const records = recordsOf(text)
  if (records === null || records.some(record => record.id === id)) return null
  const line = `- { id: ${id}, name: ${quoted(name)} }\n`
  const next = inOrder(records) ? records.find(record => record.id > id) : undefined
  const at = next === undefined ? text.length : startWithComments(text, next.start)
  const before = text.slice(0, at)
  const gap = before === '' || before.endsWith('\n') ? '' : '\n'
  return checked(`${before}${gap}${line}${text.slice(at)}`, id, record => record.get('name') === name)
}

/** The file's new text; null where no record has the id, or it has that spelling already. */
export function withVariant(text: string, { id, variant }: { id: string; variant: string }): string | null {
  const record = recordsOf(text)?.find(one => one.id === id)
  if (record === undefined) return null
  const { map } = record
  const list = map.items.find(pair => isScalar(pair.key) && pair.key.value === 'variants')?.value
  if (list !== undefined && !isSeq(list)) return null
  const has = (changed: YAMLMap) => {
    const variants = changed.get('variants')
    return isSeq(variants) && variants.toJSON().includes(variant)
  }
  if (has(map)) return null
  const isFlow = (list ?? map).flow === true
  const behind = rangeEnd(list === undefined ? map.items.at(-1)?.value : list.items.at(-1))
  if (behind === undefined) return null
  // In a block a comment may follow on the line.
  const end = isFlow || text[behind - 1] === '\n' ? behind : (text.indexOf('\n', behind) + 1 || text.length + 1) - 1
  const indent = ' '.repeat(columnOf(text, list === undefined ? record.start + 2 : (rangeStart(list) ?? 0)))
  const words = quoted(variant)
  const inFlow = list === undefined ? `, variants: [${words}]` : `, ${words}`
  const inBlock = list === undefined ? `\n${indent}variants: [${words}]` : `\n${indent}- ${words}`
  return checked(`${text.slice(0, end)}${isFlow ? inFlow : inBlock}${text.slice(end)}`, id, has)
}

type Written = { id: string; start: number; map: YAMLMap }

function recordsOf(text: string): Written[] | null {
  const { contents, errors } = parseDocument(text)
  if (errors.length > 0) return null
  if (contents === null) return []
  if (!isSeq(contents)) return null
  return contents.items.flatMap(map => {
    const id = isMap(map) ? map.get('id') : undefined
    const start = rangeStart(map)
    if (!isMap(map) || typeof id !== 'string' || start === undefined) return []
    // The dash is before the record.
    return [{ id, start: text.lastIndexOf('-', start), map }]
  })
}

const inOrder = (records: readonly Written[]): boolean =>
  records.every(({ id }, at) => at === 0 || (records[at - 1]?.id ?? '') < id)

/** Comments right above a record belong to it. */
function startWithComments(text: string, start: number): number {
  let at = text.lastIndexOf('\n', start) + 1
  for (;;) {
    const above = text.lastIndexOf('\n', at - 2) + 1
    if (at === 0 || !/^\s*#/u.test(text.slice(above, at))) return at
    at = above
  }
}

/** A flow collection ends behind its bracket; a scalar behind its last character. */
const rangeEnd = (node: unknown): number | undefined => rangeOf(node)?.[1]
const rangeStart = (node: unknown): number | undefined => rangeOf(node)?.[0]
const rangeOf = (node: unknown) => (isNode(node) ? node.range : undefined)

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1)

/** On one line, in quotes where YAML needs them. */
const quoted = (words: string): string =>
  stringify([words], { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(1, -1).trim()

/** Drops an edit that did not come out as intended. */
function checked(text: string, id: string, isThere: (record: YAMLMap) => boolean): string | null {
  const record = recordsOf(text)?.find(one => one.id === id)
  return record !== undefined && isThere(record.map) ? text : null
}
