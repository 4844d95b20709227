/** Reads the content folder: updates, authority files, site.yaml. Nothing else in the archive reads the disk. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts'
import { readUpdateFile } from '../../update/file/update-file.ts'
import type { Update } from '../../update/update.ts'
import type { Site } from '../archive.ts'
import { firstLine, type PlaceOf } from '../names/identities.ts'
import { type Authorities, readAuthorities } from './authorities.ts'
import { type PublicationAuthority, readPublicationAuthorities } from './publication-authorities.ts'
import { readSite } from './site.ts'

export type ReadUpdate = { update: Update | null; diagnostics: Diagnostic[] }
/** What was read before, by a hash of the file's name and text: an unchanged file costs no second reading. A Map will do. */
export type Memory = { get: (hash: string) => ReadUpdate | undefined; set: (hash: string, read: ReadUpdate) => unknown }

/** The last reading of each file that could be used, by name. `note` is called for each that can be used now. */
export type LastGood = { of: (name: string) => Update | null; note: (name: string, hash: string) => void }
const nothingKept: LastGood = { of: () => null, note: () => {} }

export type Content = {
  /** By number. Of two files with one number, the first by name. */
  updates: Update[]
  authorities: Authorities
  publications: PublicationAuthority[]
  /** null where site.yaml is missing or cannot be used; the diagnostics say why. */
  site: Site | null
  diagnostics: Diagnostic[]
  /** Whether an archive can be made: each file can be used, or what it said when it could. */
  isUsable: boolean
  /** For `buildArchive`: finds a printed name in its update's file. */
  placeOf: PlaceOf
  /** Of the texts that were read: equal texts, equal updates, authorities and site. */
  version: string
}

/**
 * Reads `folder` (the project's `content`). Messages name files as `content/…`; where `isUsable` is false, do not build.
 * `asAuthorities` is `readAuthorities`, or that with a memory.
 */
export function readContent(
  folder: string,
  memory: Memory = new Map(),
  { asAuthorities = readAuthorities, lastGood = nothingKept } = {},
): Content {
  const files = existsSync(join(folder, 'updates')) ? readdirSync(join(folder, 'updates')).sort(byNumber) : []
  const read = files
    .filter(name => name.endsWith('.md'))
    .map(name => ({ name, ...readOne(join(folder, 'updates', name), name, { memory, lastGood }) }))
  const kept = new Map<number, { name: string; update: Update }>()
  const twice: Diagnostic[] = []
  for (const { name, shown: update } of read) {
    if (update === null) continue
    const other = kept.get(update.number)
    if (other === undefined) kept.set(update.number, { name, update })
    else twice.push(diagnose('number-twice', topOf(name), { number: update.number, other: pathOf(other.name) }))
  }
  const updates = [...kept.values()].sort((a, b) => a.update.number - b.update.number)
  const texts = authorityTexts(folder)
  const siteText = textIn(folder, 'site.yaml')
  const publicationsText = textIn(folder, 'authorities', 'publications.yaml') ?? ''
  const known = readPublicationAuthorities(publicationsText, 'content/authorities/publications.yaml')
  const { authorities, diagnostics: faults } = asAuthorities(texts)
  const { site, diagnostics: siteFaults } = siteOf(siteText)
  const others = [
    ...twice,
    ...updates.flatMap(misnamed),
    ...outOfOrder(updates),
    ...faults,
    ...known.diagnostics,
    ...siteFaults,
  ]
  return {
    updates: updates.map(({ update }) => update),
    authorities,
    publications: known.publications,
    site,
    diagnostics: [...read.flatMap(({ diagnostics }) => diagnostics), ...others],
    isUsable: read.every(({ shown }) => shown !== null) && !others.some(({ severity }) => severity === 'error'),
    placeOf: placeIn(folder, kept),
    version: memoryKey(
      'content',
      JSON.stringify([read.map(({ hash, update }) => [hash, update === null]), texts, publicationsText, siteText]),
    ),
  }
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare
const pathOf = (name: string): string => `content/updates/${name}`
const topOf = (name: string): Place => ({ file: pathOf(name), line: 1, column: 1, length: 1, source: null })

/** The key under which `readContent` keeps a file, for code that has just written it. */
export const memoryKey = (name: string, text: string): string =>
  createHash('sha256').update(`${name}\0${text}`).digest('hex')

type FileReading = ReadUpdate & {
  hash: string
  /** What the archive is made of: the update, or what the file said when it could be read last. */
  shown: Update | null
}

function readOne(
  path: string,
  name: string,
  { memory, lastGood }: { memory: Memory; lastGood: LastGood },
): FileReading {
  const text = readFileSync(path, 'utf8')
  const hash = memoryKey(name, text)
  const known = memory.get(hash)
  // A copy: words are cut out of the file's text, and any of them would keep the whole of it in memory.
  const read: ReadUpdate = known ?? JSON.parse(JSON.stringify(readOrNamed(text, name)))
  if (known === undefined) memory.set(hash, read)
  if (read.update !== null) lastGood.note(name, hash)
  return { ...read, hash, shown: read.update ?? lastGood.of(name) }
}

/** One file that the program fails on does not stop the others. */
function readOrNamed(text: string, name: string): ReadUpdate {
  try {
    return readUpdateFile(text, pathOf(name))
  } catch (error) {
    return { update: null, diagnostics: [diagnose('program-fault', topOf(name), { what: String(error) })] }
  }
}

const misnamed = ({ name, update: { number } }: { name: string; update: Update }): Diagnostic[] =>
  name === `${number}.md` ? [] : [diagnose('number-against-file-name', topOf(name), { number, name })]

/** Updates are weekly: a higher number has a later date. */
function outOfOrder(updates: readonly { name: string; update: Update }[]): Diagnostic[] {
  return updates.flatMap(({ name, update: { number, date } }, at) => {
    const before = updates[at - 1]?.update
    return before === undefined || before.date < date
      ? []
      : [
          diagnose('date-out-of-order', topOf(name), {
            number,
            date,
            before: { number: before.number, date: before.date },
          }),
        ]
  })
}

function authorityTexts(folder: string) {
  const textOf = (kind: keyof Authorities) => ({
    file: `content/authorities/${kind}.yaml`,
    text: textIn(folder, 'authorities', `${kind}.yaml`) ?? '',
  })
  return {
    people: textOf('people'),
    networks: textOf('networks'),
    publishers: textOf('publishers'),
    topics: textOf('topics'),
  }
}

/** null: there is no such file. */
function textIn(...path: string[]): string | null {
  const file = join(...path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function siteOf(text: string | null): { site: Site | null; diagnostics: Diagnostic[] } {
  const file = 'content/site.yaml'
  if (text !== null) return readSite(text, file)
  const at = { file, line: 1, column: 1, length: 1, source: null }
  return { site: null, diagnostics: [diagnose('missing-site-file', at, {})] }
}

/** Reads the file again, because messages are few and texts are many. */
function placeIn(folder: string, kept: ReadonlyMap<number, { name: string }>): PlaceOf {
  return (update, printed) => {
    const name = kept.get(update)?.name
    if (name === undefined) return firstLine(update, printed)
    const lines = readFileSync(join(folder, 'updates', name), 'utf8').split(/\r?\n/u)
    // First as a fact of the front matter, which is what an editor corrects.
    const quoted = JSON.stringify(printed)
    const needles = [`label: ${quoted}`, `name: ${quoted}`, `contact: ${quoted}`, quoted, printed]
    for (const needle of needles) {
      const at = lines.findIndex(line => line.includes(needle))
      const source = lines[at]
      if (source === undefined) continue
      const column = source.indexOf(printed, source.indexOf(needle)) + 1
      return { file: pathOf(name), line: at + 1, column: Math.max(1, column), length: printed.length, source }
    }
    return topOf(name)
  }
}
