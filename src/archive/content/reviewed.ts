/**
 * content/reviewed.yaml: messages that an editor has looked at and means to leave, each with the reason. A message comes
 * back when the line it is about changes.
 */
import { stringify } from 'yaml'
import { z } from 'zod'
import { type Diagnostic, diagnose, updateOf } from '../../diagnostics/diagnostic.ts'
import { readYaml } from './yaml-file.ts'

export const REVIEWED_FILE = 'content/reviewed.yaml'

export type Reviewed = {
  /** The number of the update; null where the message is about none. */
  update: number | null
  code: string
  /** The line that the message shows, or the message where it shows none. */
  words: string
  why: string
}

const reviewed = z.array(
  z.strictObject({
    update: z.number().int().positive().nullable().default(null),
    code: z.string().min(1, 'expected the code of a message, such as "lost-title"'),
    words: z.string().min(1, 'expected the line that the message shows'),
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
  const isReviewed = (diagnostic: Diagnostic): boolean => {
    const at = diagnostic.severity === 'error' ? undefined : entries.get(keyOf(asReviewed(diagnostic, '')))
    if (at !== undefined) used.add(at)
    return at !== undefined
  }
  const setAside: Diagnostic[] = []
  const open: Diagnostic[] = []
  for (const diagnostic of diagnostics) (isReviewed(diagnostic) ? setAside : open).push(diagnostic)
  const unused = (value ?? []).flatMap((entry, at) =>
    used.has(at) ? [] : [diagnose('reviewed-is-gone', placeOf([at, 'words']), { code: entry.code })],
  )
  return { open: [...open, ...faults, ...unused], setAside }
}

/** The file's new text, with one more entry. */
export const withReviewed = (text: string, entry: Reviewed): string =>
  `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${stringify([entry], { lineWidth: 0 })}`

/** The entry that sets a message aside. */
export const asReviewed = (diagnostic: Diagnostic, why: string): Reviewed => ({
  update: updateOf(diagnostic),
  code: diagnostic.code,
  words: (diagnostic.at.source ?? diagnostic.message).trim(),
  why,
})

const keyOf = ({ update, code, words }: Reviewed): string => `${update ?? ''}\0${code}\0${words.trim()}`
