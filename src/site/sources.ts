/** What the site is made from: imports what is new in `content/raw`, reads the content, and makes the archive of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Archive, Site } from '../archive/archive.ts'
import { buildArchive } from '../archive/build-archive.ts'
import { readAuthorities } from '../archive/content/authorities.ts'
import { memoryKey, type ReadUpdate, readContent } from '../archive/content/read-content.ts'
import { sortReviewed } from '../archive/content/reviewed.ts'
import type { KeptItems } from '../archive/stories/kept-items.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type FreshOf, importAll } from '../import/import-all.ts'
import { ingestRaw } from '../import/raw/ingest-raw.ts'
import { readRawTextsInTurns } from '../import/raw/raw-texts.ts'
import { DRAFTS, type Draft, readDrafts } from '../import/read-drafts.ts'
import { parseUpdate } from '../parse/parse-update.ts'
import { siteUnder } from '../publish/addresses.ts'
import { once } from '../publish/per-archive.ts'
import { type SearchContent, searchContent } from '../search/index.ts'
import type { Concept } from '../search/spelling.ts'
import { readVocabulary } from '../search/vocabulary.ts'
import { remembered } from '../update/remembered.ts'
import type { IsoDate, Update } from '../update/update.ts'
import { hashOf, versionsOf } from './hashes.ts'
import { keptIn, remembering } from './kept.ts'
import { lastGoodIn } from './last-good.ts'
import { doubtfulDates } from './messages/doubtful-dates.ts'
import type { Progress } from './messages/progress.ts'
import { today as realToday } from './messages/today.ts'
import { asPathPrefix } from './path-prefix.ts'

/** What a site is made from. */
export type SiteSources = {
  archive: Archive
  /** Of the archive: takes a while to make, and is asked for where the index is made. */
  search: () => SearchContent
  /** Changes whenever `search()` would. */
  searchVersion: string
  /** Of the program: what another version has made is made again. */
  version: string
  /** Begins and ends with a slash. */
  pathPrefix: string
}

export type Project = {
  /** The program's top, with `templates/`. */
  root: string
  /** The folder of `raw/`, `updates/`, `authorities/` and `site.yaml`. */
  content: string
  /** The cache folder. */
  cache: string
  /** The path of the site ("/archive/"); null: that of the web address in `site.yaml`. */
  pathPrefix: string | null
  /** Whether content/drafts is shown: in `npm start`, never in what is published. */
  withDrafts?: boolean
  /** Asked at each reading, for messages alone. */
  today?: () => IsoDate
  /** Called while texts are read. */
  onProgress?: (progress: Progress) => void
}

/** `sources` is null where the content itself cannot be used; the diagnostics then have an error. */
export type Prepared = {
  sources: SiteSources | null
  /** Messages to look at. */
  diagnostics: Diagnostic[]
  /** What someone has looked at and left: content/reviewed.yaml. */
  setAside: Diagnostic[]
  /** Numbers of the updates whose Markdown import wrote just now. */
  imported: number[]
  /** Hashes of those files as import wrote them, by path. */
  written: ReadonlyMap<string, string>
  drafts: Draft[]
  freshOf: FreshOf
}

export type ProjectReader = {
  /** Imports and reads the project's content; calling it again costs only what has changed. */
  prepare: () => Promise<Prepared>
}

export function projectReader(project: Project): ProjectReader {
  const { root, content, cache, pathPrefix, withDrafts = false, today = realToday, onProgress = () => {} } = project
  const versions = versionsOf(root)
  const memory = remembering(keptIn<ReadUpdate>(join(cache, 'updates'), versions.reader))
  const lastGood = lastGoodIn(join(cache, 'last-good.json'), memory)
  const items = keptIn<KeptItems>(join(cache, 'items'), versions.archivist)
  const reading = { asAuthorities: remembered(readAuthorities, JSON.stringify), lastGood }
  return { prepare }

  async function prepare(): Promise<Prepared> {
    spareMemory(filesIn(join(content, 'raw')))
    const rawDir = join(content, 'raw')
    const ingested = await ingestRaw({ rawDir, cacheDir: cache }, versions.parser)
    const job = { rawDir, cacheDir: cache, parse: parseUpdate, parserVersion: versions.parser, ingested }
    const rawTexts = await readRawTextsInTurns(job, (done, of) => onProgress({ what: 'updates read', done, of }))
    const imported = importAll({ ...job, texts: rawTexts, updatesDir: join(content, 'updates') })
    // What was written a moment ago would be read as it was written: a property that tests/update/round-trip.test.ts holds.
    for (const { name, markdown, update } of imported.fresh) {
      memory.set(memoryKey(name, markdown), { update, diagnostics: [] })
    }
    const written = new Map(
      imported.fresh.map(({ name, markdown }) => [join(content, 'updates', name), hashOf(markdown)]),
    )
    const { version: texts, site, diagnostics, isUsable, ...read } = readContent(content, memory, reading)
    lastGood.save()
    memory.forgetUnused()
    const vocabulary = readSearchVocabulary(content)
    // A raw text that cannot be used does not stop the others: its earlier import is still there.
    const dates = doubtfulDates({ ...read, mastheadOf: imported.mastheadOf }, today())
    const faults = [...diagnostics, ...vocabulary.diagnostics, ...dates]
    // Notes are given once, when import does something.
    const { drafts, diagnostics: doubtsOnDrafts } = withDrafts ? await draftsBeside(read.updates) : noDrafts
    const said = [...imported.diagnostics.filter(({ severity }) => severity !== 'note'), ...doubtsOnDrafts, ...faults]
    const prepared = (sources: SiteSources | null, diagnostics: Diagnostic[]): Prepared => {
      const { open, setAside } = sortReviewed(diagnostics, textOfReviewed(content))
      return {
        sources,
        diagnostics: open,
        setAside,
        imported: imported.written,
        written,
        drafts,
        freshOf: imported.freshOf,
      }
    }
    const isVocabularyUsable = !vocabulary.diagnostics.some(({ severity }) => severity === 'error')
    if (site === null || !isUsable || !isVocabularyUsable) return prepared(null, said)
    const placed = pathPrefix === null ? site : siteUnder(site, asPathPrefix(pathPrefix))
    const { archive, diagnostics: doubts } = buildArchive(
      { ...read, updates: [...read.updates, ...drafts.map(({ update }) => update)], site: placed },
      items,
    )
    items.forgetUnused()
    if (doubts.some(({ severity }) => severity === 'error')) return prepared(null, [...said, ...doubts])
    const { concepts } = vocabulary
    const search = searchOf(archive, concepts)
    const searchVersion = hashOf(texts, concepts, drafts)
    const sources = { archive, search, searchVersion, version: versions.program, pathPrefix: pathOf(placed) }
    return prepared(sources, [...said, ...doubts])
  }

  async function draftsBeside(updates: readonly Update[]): Promise<ReturnType<typeof readDrafts>> {
    const draftsDir = join(content, 'drafts')
    const cacheDir = join(cache, 'drafts')
    const ingested = await ingestRaw({ rawDir: draftsDir, cacheDir, shownAs: DRAFTS }, versions.parser)
    const taken = new Set(updates.map(({ number }) => number))
    return readDrafts({ draftsDir, cacheDir, parse: parseUpdate, parserVersion: versions.parser, ingested, taken })
  }
}

const noDrafts = { drafts: [], diagnostics: [] }

/** content/reviewed.yaml; none is an empty one. */
export function textOfReviewed(content: string): string {
  const path = join(content, 'reviewed.yaml')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Forty years of a weekly newsletter. */
const large = 2000

/**
 * V8 lets garbage grow to several times what is in use. That saves time and costs little at 700 updates; at 7,000 it is the
 * difference between 1.8 and 3.2 GB (docs/performance.md).
 */
function spareMemory(updates: number): void {
  if (updates > large) setFlagsFromString('--heap-growing-percent=25')
}

const filesIn = (folder: string): number => (existsSync(folder) ? readdirSync(folder).length : 0)

/** A separate function, so that the closure keeps the archive in memory and not its sources. */
const searchOf = (archive: Archive, concepts: Concept[]): SiteSources['search'] =>
  once(() => searchContent(archive, concepts))

const pathOf = ({ url }: Site): string => asPathPrefix(new URL(url).pathname)

/** The search's authority file; none is an empty one. */
export function readSearchVocabulary(content: string): ReturnType<typeof readVocabulary> {
  const path = join(content, 'authorities', 'vocabulary.yaml')
  return readVocabulary(existsSync(path) ? readFileSync(path, 'utf8') : '', 'content/authorities/vocabulary.yaml')
}
