/**
 * All messages about the content: from import, from reading the files, and from building the archive.
 */
import { join } from 'node:path'
import { buildArchive } from '../../archive/build-archive.ts'
import { readContent } from '../../archive/content/read-content.ts'
import { type Sorted, sortReviewed } from '../../archive/content/reviewed.ts'
import type { KeptItems } from '../../archive/stories/kept-items.ts'
import { reportUnlinked } from '../../archive/unlinked.ts'
import { planAll } from '../../import/import-all.ts'
import { ingestRaw } from '../../import/raw/ingest-raw.ts'
import { parseUpdate } from '../../parse/parse-update.ts'
import { storiesWithoutTopic } from '../desk/lists.ts'
import { versionsOf } from '../hashes.ts'
import { keptIn } from '../kept.ts'
import type { Project } from '../sources.ts'
import { readSearchVocabulary, textOfReviewed } from '../sources.ts'
import { doubtfulDates } from './doubtful-dates.ts'
import { today as realToday } from './today.ts'

/** `withoutTopic`: stories that are about no topic, to be read through now and then; nothing is wrong with them. */
export type Checked = Sorted & { withoutTopic: { update: number; title: string }[] }

/** Writes only its cache. Reads raw texts that are not imported yet as well. */
export async function checkContent(project: Omit<Project, 'pathPrefix'>): Promise<Checked> {
  const { root, content, cache, today = realToday } = project
  const versions = versionsOf(root)
  const imported = planAll({
    rawDir: join(content, 'raw'),
    updatesDir: join(content, 'updates'),
    cacheDir: cache,
    parse: parseUpdate,
    parserVersion: versions.parser,
    ingested: await ingestRaw({ rawDir: join(content, 'raw'), cacheDir: cache }, versions.parser),
  })
  const { updates, authorities, publications, site, placeOf, diagnostics } = readContent(
    content,
    keptIn(join(cache, 'updates'), versions.reader),
  )
  const known = keptIn<KeptItems>(join(cache, 'items'), versions.archivist)
  const built = site === null ? null : buildArchive({ updates, authorities, publications, site, placeOf }, known)
  const all = [
    ...imported.diagnostics,
    ...diagnostics,
    ...readSearchVocabulary(content).diagnostics,
    ...doubtfulDates({ updates, placeOf, mastheadOf: imported.mastheadOf }, today()),
    ...(built?.diagnostics ?? []),
    ...(built === null ? [] : reportUnlinked(updates, built.archive)),
  ]
  const { open, setAside } = sortReviewed(all, textOfReviewed(content))
  return { open, setAside, withoutTopic: built === null ? [] : storiesWithoutTopic(built.archive) }
}
