/**
 * The front matter of an update's Markdown file: split off, read, checked against its schema, with messages at the place.
 * This is the one place that calls gray-matter, with every language but YAML turned off (it would run JavaScript).
 */
import matter from 'gray-matter'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'
import { type FactPath, type ParsedYaml, placeOfKey, placeOfLine, placeOfValue, syntaxFaults } from '../locate.ts'

/** Everything is a string: YAML would read a time as 750, and number 0656 as 430. */
const words = z.string()
/** Left out, empty and `null` are the same. */
const optionalWords = z
  .string()
  .nullish()
  .transform(value => (value === undefined || value === '' || value === 'null' || value === '~' ? null : value))
const list = z
  .array(words)
  .nullish()
  .transform(values => values ?? [])
const listOf = <S extends z.ZodType>(schema: S) =>
  z
    .array(schema)
    .nullish()
    .transform(values => values ?? [])

const date = z.iso.date('expected a date of the calendar like "2025-03-21"')
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'expected a time of 24 hours like "14:30"')
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected small letters and digits joined by "-"')
const yearFrom = z.enum(['printed', 'weekday', 'update date']).optional()

const meeting = z.strictObject({
  label: words,
  subject: optionalWords,
  date: date.optional(),
  lastDate: date.optional(),
  formerDate: date.optional(),
  yearFrom,
  start: clock.optional(),
  end: clock.optional(),
  mode: z.enum(['in-person', 'online', 'hybrid']).optional(),
  place: optionalWords,
  contact: optionalWords,
  contacts: list,
  status: z.enum(['planned', 'cancelled', 'postponed']).optional(),
  // Files written before there was a status say this.
  cancelled: z.enum(['true', 'false']).optional(),
  // On the line of the meeting before: "Fridays 6 March and 5 June".
  line: z.enum(['same']).optional(),
  text: optionalWords,
})
const deadline = z.strictObject({ label: words, date, yearFrom, time: clock.optional(), text: optionalWords })
const contact = z.strictObject({
  role: words,
  name: words,
  organisation: optionalWords,
  emails: list,
  phones: list,
  /** The name above, in whose entry this one stands as well. */
  with: optionalWords,
})
const publication = z.strictObject({
  date: z.union([date, month], 'expected a date like "2025-03-21" or a month like "2025-03"').optional(),
  yearFrom,
  publishers: list,
  title: words,
})
const item = z.strictObject({
  id: slug.optional(),
  title: optionalWords,
  kind: z.enum(['article', 'network-dates']).optional(),
  kicker: optionalWords,
  meetings: listOf(meeting),
  deadlines: listOf(deadline),
  contacts: listOf(contact),
  publications: listOf(publication.extend({ text: optionalWords })),
})
const section = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notices'), heading: optionalWords }),
  z.strictObject({ kind: z.literal('updates'), items: listOf(item) }),
  z.strictObject({ kind: z.literal('reminders'), items: listOf(item) }),
  z.strictObject({ kind: z.literal('publications'), entries: listOf(publication) }),
  z.strictObject({ kind: z.literal('contacts') }),
])
const origin = z.strictObject({
  post: z
    .string()
    .regex(/^[1-9]\d{0,9}$/u, 'expected the number of a post')
    .transform(Number)
    .nullish()
    .transform(post => post ?? null),
  address: z
    .url({ protocol: /^https?$/u, error: 'expected a web address' })
    .nullish()
    .transform(address => address ?? null),
})
const frontMatter = z.strictObject({
  number: z
    .string()
    .regex(/^[1-9]\d*$/u, 'expected the number of the update')
    .transform(Number),
  date,
  origin: origin.optional(),
  sections: z.array(section),
  contacts: listOf(contact),
})

export type FrontMatter = z.output<typeof frontMatter>
export type MeetingFacts = z.output<typeof meeting>
export type DeadlineFacts = z.output<typeof deadline>
export type ItemFacts = z.output<typeof item>
export type PublicationFacts = z.output<typeof publication>
export type ContactFacts = z.output<typeof contact>
export type { FactPath }

/** `facts` is null where they could not be read; `bodyFrom` is the index of the first line after them. */
export type ReadFrontMatter = {
  facts: FrontMatter | null
  bodyFrom: number
  diagnostics: Diagnostic[]
  /** Where the value at a path of the facts is in the file. */
  placeOf: (path: FactPath) => Place
}

const off = (language: string) => ({
  parse: () => {
    throw new Error(`front matter must be YAML, not ${language}`)
  },
})

/**
 * Splits the front matter off and parses it, once: values and their places come from the same reading. null where the
 * text has no front matter, or one that is not YAML.
 */
function parseFrontMatter(text: string, file: string): ParsedYaml | null {
  let parsed: ParsedYaml | null = null
  const engines = {
    yaml(inner: string): object {
      const document = parseDocument(inner, { prettyErrors: false, schema: 'failsafe' })
      parsed = { document, text, start: text.indexOf(inner), file }
      return {}
    },
    json: off('JSON'),
    javascript: off('JavaScript'),
    js: off('JavaScript'),
    coffee: off('CoffeeScript'),
  }
  matter(text, { engines })
  return parsed
}

/** Reads the facts at the top of `text` (line ends as "\n"). Every fault is reported, with its line and column. */
export function readFrontMatter(text: string, file: string): ReadFrontMatter {
  const top = placeOfLine(text, file, 1)
  const failed = (...diagnostics: Diagnostic[]) => ({ facts: null, bodyFrom: 0, diagnostics, placeOf: () => top })
  const lines = linesOfFrontMatter(text)
  if (lines === null) return failed(diagnose('front-matter-missing', top, {}))
  try {
    const yaml = parseFrontMatter(text, file)
    if (yaml === null) return failed(diagnose('front-matter-missing', top, {}))
    const faults = syntaxFaults(yaml)
    if (faults.length > 0)
      return failed(...faults.map(({ problem, at }) => diagnose('front-matter-syntax', at, { problem })))
    const result = frontMatter.safeParse(yaml.document.toJS())
    if (!result.success) return failed(...result.error.issues.flatMap(issue => diagnosticsOf(issue, yaml)))
    return { facts: result.data, bodyFrom: lines, diagnostics: [], placeOf: path => placeOfValue(yaml, path) }
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return failed(diagnose('front-matter-syntax', top, { problem }))
  }
}

/** How many lines the front matter takes, both "---" included; null where it is not closed. */
const linesOfFrontMatter = (text: string): number | null =>
  /^---.*\n(?:[\s\S]*?\n)?(?=---)/u.exec(text)?.[0].split('\n').length ?? null

function diagnosticsOf(issue: z.core.$ZodIssue, yaml: ParsedYaml): Diagnostic[] {
  const path = issue.path.filter(key => typeof key !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(field => diagnose('unknown-fact', placeOfKey(yaml, [...path, field]), { field }))
  }
  const field = path.filter(step => typeof step === 'string').at(-1) ?? 'front matter'
  return [diagnose('fact-value', placeOfValue(yaml, path), { field: String(field), problem: inPlainWords(issue) })]
}

/** zod's "Invalid input: expected string, received undefined" → "expected string, received undefined". */
const inPlainWords = (issue: z.core.$ZodIssue): string =>
  issue.message
    .replace(/^Invalid (?:input|option|string)(?:: )?/u, '')
    .replace('received undefined', 'but it is missing')
    .replace(/^\p{Lu}/u, first => first.toLowerCase()) || 'expected another value'
