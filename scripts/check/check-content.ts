/** All complaints about the content as it stands: what import would say, what the files say, what the archive makes of them. */
import { join } from 'node:path'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readContent } from '../../src/archive/read-content.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { hashOfParser, hashOfReader } from '../build/hashes.ts'
import { memoryIn } from '../build/memory.ts'
import type { Project } from '../build/sources.ts'
import { readSearchVocabulary } from '../build/sources.ts'
import { planAll } from '../import/import-all.ts'

/** Writes nothing but what import remembers of unchanged texts. A raw text that is not imported yet is read as well. */
export function checkContent({ root, content, cache }: Omit<Project, 'pathPrefix'>): Diagnostic[] {
  const imported = planAll({
    rawDir: join(content, 'raw'),
    updatesDir: join(content, 'updates'),
    cacheDir: cache,
    parse: parseUpdate,
    parserVersion: hashOfParser(root),
  })
  const { updates, authorities, site, placeOf, diagnostics } = readContent(
    content,
    memoryIn(join(cache, 'updates'), hashOfReader(root)),
  )
  const doubts = site === null ? [] : buildArchive({ updates, authorities, site, placeOf }).diagnostics
  return [...imported.diagnostics, ...diagnostics, ...readSearchVocabulary(content).diagnostics, ...doubts]
}
