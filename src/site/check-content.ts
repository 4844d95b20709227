/**
 * All complaints about the content as it stands: what import would say, what the files say, what the archive makes of
 * them, and where a second reader of dates sees another day.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { archiveMemory, buildArchive } from '../archive/build-archive.ts'
import { readContent } from '../archive/content/read-content.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { planAll } from '../import/import-all.ts'
import { ingestRaw } from '../import/ingest-raw.ts'
import { secondOpinions } from '../parse/dates/second-opinion.ts'
import { parseUpdate } from '../parse/parse-update.ts'
import type { Update } from '../update/update.ts'
import { versionsOf } from './hashes.ts'
import { keptIn } from './kept.ts'
import type { Project } from './sources.ts'
import { readSearchVocabulary } from './sources.ts'

/** Writes nothing but what is remembered of unchanged texts. A raw text that is not imported yet is read as well. */
export async function checkContent({ root, content, cache }: Omit<Project, 'pathPrefix'>): Promise<Diagnostic[]> {
  const versions = versionsOf(root)
  const imported = planAll({
    rawDir: join(content, 'raw'),
    updatesDir: join(content, 'updates'),
    cacheDir: cache,
    parse: parseUpdate,
    parserVersion: versions.parser,
    ingested: await ingestRaw(join(content, 'raw'), cache, versions.parser),
  })
  const { updates, authorities, publications, site, placeOf, diagnostics } = readContent(
    content,
    keptIn(join(cache, 'updates'), versions.reader),
  )
  const known = archiveMemory(keptIn(join(cache, 'items'), versions.archivist))
  const doubts =
    site === null ? [] : buildArchive({ updates, authorities, publications, site, placeOf }, known).diagnostics
  return [
    ...imported.diagnostics,
    ...diagnostics,
    ...readSearchVocabulary(content).diagnostics,
    ...doubts,
    ...updates.flatMap(update => opinionsOn(update, join(content, 'updates'))),
  ]
}

/** On the Markdown, where the day would be corrected, and where it may have been. */
function opinionsOn(update: Update, folder: string): Diagnostic[] {
  const name = `${update.number}.md`
  const path = join(folder, name)
  return existsSync(path) ? secondOpinions(update, readFileSync(path, 'utf8'), `content/updates/${name}`) : []
}
