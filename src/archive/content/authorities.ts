/**
 * Who is who, and what is what: content/authorities/{people,networks,publishers,topics}.yaml. Human decisions only; nothing
 * generates them. A record is a preferred name, the other names it goes by, and one id, its address for ever.
 */
import { z } from 'zod'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { foldedWords, nameKey } from '../names/names.ts'
import { topicKey } from '../topics/topic-words.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected lower-case letters, digits and single hyphens')
const text = z.string().min(1, 'expected some text')
const texts = z.array(text).default([])

const common = {
  /** The record's address: `/publishers/<id>/`. Once published, change it only with the old one under `formerIds`. */
  id: slug,
  name: text,
  /** Every other spelling that prints have used. */
  variants: texts,
  /** Old ids; their addresses redirect. */
  formerIds: z.array(slug).default([]),
  /** Records that look alike and are not the same: an id of this file, or `networks/fostering-network`. */
  distinctFrom: z.array(text).default([]),
  note: text.nullable().default(null),
  /** Which of the names count when prose uses them: all (left out), none (`false`), or these. "Become" is also a verb. */
  mentions: z.union([z.literal(false), z.array(text)]).optional(),
}
const person = z.strictObject({
  ...common,
  /** Tells namesakes apart in contact lists: "Kim Lee (Kent)". Of no account where the name alone says who is meant. */
  organisations: texts,
  withhold: z.enum(['details', 'person']).nullable().default(null),
})
const convenor = z.strictObject({
  name: text,
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
})
const network = z.strictObject({
  ...common,
  covers: text.nullable().default(null),
  /** Who convenes it, where the updates themselves do not say so. */
  convenors: z.array(convenor).default([]),
})
const publisher = z.strictObject({
  ...common,
  fullName: text.nullable().default(null),
  shortName: text.nullable().default(null),
  url: z.url().nullable().default(null),
  /** The search of its own site: "https://example.org/search?q={title}". */
  search: z
    .string()
    .refine(
      isSearch,
      'expected a web address that holds {title} in its query, such as "https://example.org/search?q={title}"',
    )
    .nullable()
    .default(null),
})
function isSearch(address: string): boolean {
  return /^https?:\/\/[^?#\s]+[?#]\S*\{title\}/u.test(address) && URL.canParse(address)
}

const topic = z.strictObject({
  id: slug,
  name: text,
  formerIds: common.formerIds,
  note: common.note,
  /** The words that name the subject in titles and opening paragraphs, its name left out. */
  forms: texts,
  /** One sentence for the top of its page. */
  covers: text,
  /** The wider subject: an id of this file. */
  broader: slug.nullable().default(null),
})

export type PersonAuthority = z.output<typeof person>
export type NetworkAuthority = z.output<typeof network>
export type PublisherAuthority = z.output<typeof publisher>
export type Authority = PersonAuthority | NetworkAuthority | PublisherAuthority
export type TopicAuthority = z.output<typeof topic>
export type Authorities = {
  people: PersonAuthority[]
  networks: NetworkAuthority[]
  publishers: PublisherAuthority[]
  topics: TopicAuthority[]
}
/** The kinds of record that updates print under varying names. */
export type AuthorityKind = Exclude<keyof Authorities, 'topics'>

/** All names of a record but its preferred one. A publisher's full and short names are names like any variant. */
export function variantsOf(record: Authority): string[] {
  const more = 'fullName' in record ? [record.fullName, record.shortName] : []
  const names = [...record.variants, ...more.filter(name => name !== null)]
  return [...new Set(names)].filter(name => name !== record.name)
}

/** Those of them that a reader takes for different: "QA Leads" and "QA leads" are one. */
export function otherNamesOf(record: Authority): string[] {
  const seen = new Set([spelling(record.name)])
  return variantsOf(record).filter(name => !seen.has(spelling(name)) && seen.add(spelling(name)))
}
const spelling = (name: string): string => foldedWords(name).join(' ')

/** The texts of the four files. A kind that is left out has no file. */
export type AuthorityTexts = { [kind in keyof Authorities]?: { file: string; text: string } }

/**
 * Reads the authority files. Reports, at line and column, what is no YAML, what the schema does not know, ids that two
 * records share, names that two records share without `distinctFrom`, and references that lead nowhere.
 */
export function readAuthorities(files: AuthorityTexts): { authorities: Authorities; diagnostics: Diagnostic[] } {
  const people = readKind(files.people, person)
  const networks = readKind(files.networks, network)
  const publishers = readKind(files.publishers, publisher)
  const topics = readKind(files.topics, topic)
  const authorities = {
    people: people.value ?? [],
    networks: networks.value ?? [],
    publishers: publishers.value ?? [],
    topics: topics.value ?? [],
  }
  const ids = new Set(
    Object.entries(authorities).flatMap(([kind, records]) => records.map(record => `${kind}/${record.id}`)),
  )
  const diagnostics = [
    ...[people, networks, publishers, topics].flatMap(file => file.diagnostics),
    ...faultsAmong('people', people, ids),
    ...faultsAmong('networks', networks, ids),
    ...faultsAmong('publishers', publishers, ids),
    ...faultsAmongTopics(topics),
  ]
  return { authorities, diagnostics }
}

function readKind<T>(file: AuthorityTexts[keyof Authorities], schema: z.ZodType<T>): YamlFile<T[]> {
  if (file === undefined || file.text.trim() === '')
    return {
      value: [],
      diagnostics: [],
      placeOf: () => ({ file: file?.file ?? '', line: 1, column: 1, length: 1, source: null }),
    }
  return readYaml(file.text, file.file, z.array(schema))
}

function faultsAmong(kind: AuthorityKind, file: YamlFile<Authority[]>, ids: ReadonlySet<string>): Diagnostic[] {
  const records = file.value ?? []
  return [
    ...sharedIds(records, file),
    ...sharedNames(records, file),
    ...records.flatMap((record, index) =>
      record.distinctFrom.flatMap((other, nth) =>
        ids.has(other.includes('/') ? other : `${kind}/${other}`)
          ? []
          : [diagnose('unknown-record', file.placeOf([index, 'distinctFrom', nth]), { id: other })],
      ),
    ),
  ]
}

function faultsAmongTopics(file: YamlFile<TopicAuthority[]>): Diagnostic[] {
  const topics = file.value ?? []
  const ids = new Set(topics.map(({ id }) => id))
  return [
    ...sharedIds(topics, file),
    ...sharedForms(topics, file),
    ...topics.flatMap(({ id, broader }, index) =>
      broader === null || (ids.has(broader) && broader !== id)
        ? []
        : [diagnose('unknown-record', file.placeOf([index, 'broader']), { id: broader })],
    ),
  ]
}

/** A form that two topics have would name the first of them alone. */
function sharedForms(topics: TopicAuthority[], file: YamlFile<TopicAuthority[]>): Diagnostic[] {
  const owner = new Map<string, string>()
  return topics.flatMap(({ name, forms }, index) =>
    [name, ...forms].flatMap((form, nth) => {
      const key = topicKey(form)
      const other = owner.get(key)
      if (other === undefined) owner.set(key, name)
      // Its own name once more, or twice the same form, does no harm.
      if (other === undefined || other === name) return []
      const path = nth === 0 ? [index, 'name'] : [index, 'forms', nth - 1]
      return [diagnose('shared-form', file.placeOf(path), { form, other })]
    }),
  )
}

function sharedIds(records: readonly Identified[], file: YamlFile<unknown>): Diagnostic[] {
  const owner = new Map<string, string>()
  return records.flatMap((record, index) =>
    [record.id, ...record.formerIds].flatMap((id, nth) => {
      const other = owner.get(id)
      owner.set(id, record.name)
      const path = nth === 0 ? [index, 'id'] : [index, 'formerIds', nth - 1]
      return other === undefined ? [] : [diagnose('shared-id', file.placeOf(path), { id, other })]
    }),
  )
}

type Identified = Pick<Authority, 'id' | 'name' | 'formerIds'>

/** Exact names alone are compared as keys: "Ofsted" and "the Ofsted" of two records are one name to the ladder. */
function sharedNames(records: Authority[], file: YamlFile<Authority[]>): Diagnostic[] {
  const owner = new Map<string, Authority>()
  return records.flatMap((record, index) =>
    [record.name, ...record.variants].flatMap((name, nth) => {
      const key = nameKey(name)
      const other = owner.get(key)
      if (other === undefined) owner.set(key, record)
      if (other === undefined || other === record || areDistinct(record, other)) return []
      const path = nth === 0 ? [index, 'name'] : [index, 'variants', nth - 1]
      return [diagnose('shared-name', file.placeOf(path), { name, other: other.id })]
    }),
  )
}

const areDistinct = (a: Authority, b: Authority): boolean =>
  a.distinctFrom.includes(b.id) || b.distinctFrom.includes(a.id)
