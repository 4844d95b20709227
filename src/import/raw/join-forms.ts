/**
 * One update in several forms: its text has been in content/raw for years, and now its Word document is found. The text keeps
 * its words, and the document gives its links, wherever the two say the same.
 */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { TextLink } from '../../ingest/ingested.ts'
import { listMark } from '../../parse/text/lists.ts'
import { writeUpdateFile } from '../../update/file/update-file.ts'
import { squashWords } from '../../update/link-words.ts'
import { hashOfText } from '../plan/import-record.ts'
import type { RawUpdate } from '../plan/plan-import.ts'
import type { RawMemory } from './raw-memory.ts'
import type { RawReading } from './read-raw.ts'
import { weaveLinks } from './weave-links.ts'

/** Words come from the first of these that exists: text was imported first. */
const ORDER = ['text', 'word', 'page', 'mail']

/** Readings of one number in different forms become one. Two of one form stay two, which the plan reports. */
export function joinForms(readings: readonly RawReading[], memory: RawMemory): RawReading[] {
  const byNumber = new Map<number, RawReading[]>()
  for (const reading of readings)
    if (reading.raw !== null) byNumber.set(reading.raw.number, [...(byNumber.get(reading.raw.number) ?? []), reading])
  const joined = new Map<RawReading, RawReading>()
  for (const forms of byNumber.values()) {
    if (forms.length < 2 || new Set(forms.map(({ form }) => form)).size < forms.length) continue
    const [words, ...others] = [...forms].sort((a, b) => ORDER.indexOf(a.form) - ORDER.indexOf(b.form))
    if (words === undefined) continue
    joined.set(words, withLinksOf(words, others, memory))
    for (const other of others)
      joined.set(other, { ...other, raw: null, diagnostics: other.diagnostics.filter(isAboutDocument) })
  }
  return readings.map(reading => joined.get(reading) ?? reading)
}

/** Messages about what both forms say are already given for the text. */
const isAboutDocument = ({ code, severity }: Diagnostic): boolean =>
  severity === 'error' || code === 'lost-address' || code === 'unread-content' || code === 'cleaned-addresses'

function withLinksOf(words: RawReading, others: readonly RawReading[], memory: RawMemory): RawReading {
  const { raw } = words
  if (raw === null) return words
  const make = () => join(raw, others)
  const key = [words, ...others].map(one => one.key).join(' + ')
  const known = memory.get(key)
  const made = known === undefined ? make() : null
  const { hash, diagnostics } = known?.raw ? { hash: known.raw.hash, diagnostics: known.diagnostics } : (made ?? make())
  if (known === undefined) memory.set(key, { raw: { number: raw.number, at: raw.at, hash }, diagnostics })
  const fresh = () => (made ?? make()).fresh
  return { ...words, raw: { ...raw, hash, fresh }, diagnostics: [...words.diagnostics, ...diagnostics] }
}

type Joined = { fresh: ReturnType<RawUpdate['fresh']>; hash: string; diagnostics: Diagnostic[] }

function join(words: RawUpdate, others: readonly RawReading[]): Joined {
  const own = words.fresh()
  const diagnostics: Diagnostic[] = []
  let { update } = own
  for (const { raw } of others) {
    if (raw === null) continue
    const document = raw.fresh()
    update = weaveLinks(update, document.text, document.links).update
    if (update.origin === undefined && document.update.origin !== undefined)
      update = { ...update, origin: document.update.origin }
    diagnostics.push(...differences(own.text, { ...document, file: raw.at.file, other: words.at.file }))
  }
  const markdown = writeUpdateFile(update)
  return { fresh: { ...own, update, markdown }, hash: hashOfText(markdown), diagnostics }
}

type Document = { text: string; links: readonly TextLink[]; file: string; other: string }
const MOST_SHOWN = 3

/** Line breaks, list marks and spaces do not count. */
function differences(text: string, { text: document, file, other }: Document): Diagnostic[] {
  const here = missingIn(text, document)
  const there = missingIn(document, text)
  const [first] = here.length > 0 ? here : there
  if (first === undefined) return []
  const at = {
    file,
    line: here.length > 0 ? first.line : 1,
    column: 1,
    length: Math.max(1, first.source.length),
    source: here.length > 0 ? first.source : null,
  }
  const shown = (lines: readonly TextLine[]) => lines.slice(0, MOST_SHOWN).map(({ source }) => source)
  return [
    diagnose('forms-differ', at, {
      file,
      other,
      here: shown(here),
      there: shown(there),
      count: here.length + there.length,
    }),
  ]
}

type TextLine = { line: number; source: string }

/** The lines of `document` whose words `text` does not have. */
function missingIn(text: string, document: string): TextLine[] {
  const all = text.split('\n').map(wordsOf).join('')
  return document
    .split('\n')
    .map((source, index) => ({ line: index + 1, source }))
    .filter(({ source }) => !all.includes(wordsOf(source)))
}

const wordsOf = (line: string): string =>
  squashWords(line.trim().slice(listMark(line.trim())?.mark.length ?? 0)).toLowerCase()
