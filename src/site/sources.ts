/** What the site is made from: imports what is new in `content/raw`, reads the content, and makes the archive of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive, Site } from '../archive/archive.ts'
import { type ArchiveSources, archiveMemory, buildArchive } from '../archive/build-archive.ts'
import { readAuthorities } from '../archive/content/authorities.ts'
import { memoryKey, type ReadUpdate, readContent } from '../archive/content/read-content.ts'
import { remembered } from '../archive/remembered.ts'
import type { KeptItems } from '../archive/stories/kept-items.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { importAll } from '../import/import-all.ts'
import { parseUpdate } from '../parse/parse-update.ts'
import { siteUnder } from '../publish/addresses.ts'
import { once } from '../publish/per-archive.ts'
import { searchContent } from '../search/index.ts'
import type { Concept } from '../search/spelling.ts'
import { readVocabulary } from '../search/vocabulary.ts'
import type { SiteSources } from './build-site.ts'
import { spareMemory } from './engine.ts'
import { hashOf, versionsOf } from './hashes.ts'
import { keptIn, memoryIn } from './memory.ts'
import { asPathPrefix } from './path-prefix.ts'

export type Project = {
  /** The program's top, where `templates/` stands. */
  root: string
  /** The folder of `raw/`, `updates/`, `authorities/` and `site.yaml`. */
  content: string
  /** Where texts that were read are remembered. */
  cache: string
  /** Under which path the site stands ("/archive/"); null: where the address in `site.yaml` says. */
  pathPrefix: string | null
}

/** `sources` is null where the content itself cannot be used; the complaints then hold an error. */
export type Prepared = { sources: SiteSources | null; diagnostics: Diagnostic[] }

export type ProjectReader = {
  /** Imports and reads the project's content; call it again for what it has become since, at the cost of the change. */
  prepare: () => Promise<Prepared>
  /** Makes the archive once more, of what was read last, for nobody: what has run twice is optimised. */
  rehearse: () => void
}

export function projectReader({ root, content, cache, pathPrefix }: Project): ProjectReader {
  const versions = versionsOf(root)
  const memory = memoryIn<ReadUpdate>(join(cache, 'updates'), versions.reader)
  const items = keptIn<KeptItems>(join(cache, 'items'), versions.archivist)
  const made = archiveMemory(items)
  const asAuthorities = remembered(readAuthorities, JSON.stringify)
  let last: ArchiveSources | null = null
  return { prepare, rehearse: () => last && buildArchive(last, made) }

  async function prepare(): Promise<Prepared> {
    spareMemory(Math.max(filesIn(join(content, 'raw')), filesIn(join(content, 'updates'))))
    const imported = importAll({
      rawDir: join(content, 'raw'),
      updatesDir: join(content, 'updates'),
      cacheDir: cache,
      parse: parseUpdate,
      parserVersion: versions.parser,
    })
    // What was written a moment ago would be read as it was written: a property that tests/update/round-trip.test.ts holds.
    for (const { name, markdown, update } of imported.fresh) {
      memory.set(memoryKey(name, markdown), { update, diagnostics: [] })
    }
    const { version: texts, site, diagnostics, ...read } = readContent(content, memory, asAuthorities)
    memory.forgetUnused()
    const vocabulary = readSearchVocabulary(content)
    // A raw text that cannot be used holds up no other: what was imported of it before is still there.
    const faults = [...diagnostics, ...vocabulary.diagnostics]
    const said = [...imported.diagnostics, ...faults]
    if (site === null || faults.some(({ severity }) => severity === 'error')) {
      return { sources: null, diagnostics: said }
    }
    const placed = pathPrefix === null ? site : siteUnder(site, asPathPrefix(pathPrefix))
    last = { ...read, site: placed }
    const { archive, diagnostics: doubts } = buildArchive(last, made)
    items.forgetUnused()
    if (doubts.some(({ severity }) => severity === 'error')) {
      return { sources: null, diagnostics: [...faults, ...doubts] }
    }
    const { concepts } = vocabulary
    const search = searchOf(archive, concepts)
    const searchVersion = hashOf(texts, concepts)
    const sources = { archive, search, searchVersion, version: versions.program, pathPrefix: pathOf(placed) }
    return { sources, diagnostics: [...said, ...doubts] }
  }
}

const filesIn = (folder: string): number => (existsSync(folder) ? readdirSync(folder).length : 0)

/** By itself, so that the function holds on to the archive and not to all that has been read for it. */
const searchOf = (archive: Archive, concepts: Concept[]): SiteSources['search'] =>
  once(() => searchContent(archive, concepts))

const pathOf = ({ url }: Site): string => asPathPrefix(new URL(url).pathname)

/** The search's authority file; none is an empty one. */
export function readSearchVocabulary(content: string): ReturnType<typeof readVocabulary> {
  const path = join(content, 'authorities', 'vocabulary.yaml')
  return readVocabulary(existsSync(path) ? readFileSync(path, 'utf8') : '', 'content/authorities/vocabulary.yaml')
}
