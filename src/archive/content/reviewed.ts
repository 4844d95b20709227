/**
 * content/reviewed.yaml: messages that an editor has looked at and means to leave, each with the reason. A message comes
 * back when the line it is about changes.
 */
import { isNode, isSeq, parseDocument, stringify } from 'yaml'
import { z } from 'zod'
import { type Code, type Diagnostic, diagnose, updateOf } from '../../diagnostics/diagnostic.ts'
import { readYaml } from './yaml-file.ts'

export const REVIEWED_FILE = 'content/reviewed.yaml'

export type Reviewed = {
  /** The number of the update; null where the message is about none. */
  update: number | null
  code: string
  /** The line that the message shows, or the message where it shows none. */
  words: string
  /** Which of the messages that show the same words, from the top; 681 lost two titles above the word "Details". */
  nth?: number | undefined
  why: string
}

const reviewed = z.array(
  z.strictObject({
    update: z.number().int().positive().nullable().default(null),
    code: z.string().min(1, 'expected the code of a message, such as "lost-title"'),
    words: z.string().min(1, 'expected the line that the message shows'),
    nth: z.number().int().positive().optional(),
    why: z.string().min(1, 'expected the reason for leaving it'),
  }),
)

export type Sorted = {
  /** What is still to be looked at. */
  open: Diagnostic[]
  /** What someone has looked at and left. */
  setAside: Diagnostic[]
}

/** Errors are never set aside. Reports faults of the file, and entries that match no message any more. */
export function sortReviewed(diagnostics: readonly Diagnostic[], text: string): Sorted {
  const { value, diagnostics: faults, placeOf } = readYaml(text.trim() === '' ? '[]' : text, REVIEWED_FILE, reviewed)
  const entries = new Map((value ?? []).map((entry, at) => [keyOf(entry), at]))
  const used = new Set<number>()
  const setAside: Diagnostic[] = []
  const open: Diagnostic[] = []
  const nths = numbered(diagnostics)
  for (const diagnostic of diagnostics) {
    const nth = nths.get(diagnostic) ?? 1
    const at =
      diagnostic.severity === 'error' ? undefined : entries.get(keyOf(asReviewed(diagnostic, { why: '', nth })))
    if (at === undefined) open.push(diagnostic)
    else {
      used.add(at)
      setAside.push(diagnostic)
    }
  }
  const unused = (value ?? []).flatMap((entry, at) =>
    used.has(at) || onlyInCheck.has(entry.code)
      ? []
      : [diagnose('reviewed-is-gone', placeOf([at, 'words']), { code: entry.code })],
  )
  return { open: [...open, ...faults, ...unused], setAside }
}

/** The file's new text, with one more entry. */
export const withReviewed = (text: string, entry: Reviewed): string =>
  `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${stringify([entry], { lineWidth: 0 })}`

/** The file's new text, without the entry that has this line; null where none has it. */
export function withoutReviewed(text: string, line: number): string | null {
  const { contents } = parseDocument(text)
  const starts = isSeq(contents) ? contents.items.map(startOf) : []
  const place = text.split('\n', line).join('\n').length
  const nth = starts.findLastIndex(start => start !== null && text.lastIndexOf('-', start) <= place)
  const [from, to] = [starts[nth], starts[nth + 1]].map(start => (start == null ? null : text.lastIndexOf('-', start)))
  return from == null ? null : text.slice(0, from) + (to == null ? '' : text.slice(to))
}

const startOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null)

/** Given by `npm run check` alone. */
const onlyInCheck: ReadonlySet<string> = new Set<Code>(['lost-links', 'publications-without-address'])

/** The entry that sets a message aside. `nth`: of those with the same words, from 1. */
export const asReviewed = (diagnostic: Diagnostic, { why, nth }: { why: string; nth: number }): Reviewed => ({
  update: updateOf(diagnostic),
  code: diagnostic.code,
  words: (diagnostic.at.source ?? diagnostic.message).trim(),
  ...(nth > 1 && { nth }),
  why,
})

/** Which each message is of those with the same words, from the top. */
export function numbered(diagnostics: readonly Diagnostic[]): ReadonlyMap<Diagnostic, number> {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const key = keyOf(asReviewed(diagnostic, { why: '', nth: 1 }))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [diagnostic])
    else group.push(diagnostic)
  }
  return new Map(
    [...groups.values()].flatMap(group =>
      group
        .sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
        .map((one, at): [Diagnostic, number] => [one, at + 1]),
    ),
  )
}

const keyOf = ({ update, code, words, nth = 1 }: Reviewed): string =>
  `${update ?? ''}\0${code}\0${nth}\0${words.trim()}`
