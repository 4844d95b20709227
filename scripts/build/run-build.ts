/** One run of the build: import, read, and bring the site up to date; what went wrong comes back as complaints. */
import { existsSync, readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readAuthorities } from '../../src/archive/authorities.ts'
import { readSite } from '../../src/archive/site.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { searchContent } from '../../src/search/index.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { readUpdateFile, writeUpdateFile } from '../../src/update/update-file.ts'
import { type BuildReport, buildSite } from './build-site.ts'
import { hashOfProgram } from './hashes.ts'
import type { SiteFolder } from './site-folder.ts'

export type Project = { root: string; content: string; folder: SiteFolder; pathPrefix: string | null }
export type BuildResult = { diagnostics: Diagnostic[]; report: BuildReport | null }

export async function runBuild({ root, content, folder, pathPrefix }: Project): Promise<BuildResult> {
  const diagnostics: Diagnostic[] = []
  const read = (name: string) => (existsSync(join(content, name)) ? readFileSync(join(content, name), 'utf8') : '')
  mkdirSync(join(content, 'updates'), { recursive: true })
  for (const name of readdirSync(join(content, 'raw'))) {
    const parsed = parseUpdate(read(`raw/${name}`), `content/raw/${name}`)
    diagnostics.push(...parsed.diagnostics)
    if (parsed.update)
      writeFileSync(join(content, 'updates', `${parsed.update.number}.md`), writeUpdateFile(parsed.update))
  }
  const updates = readdirSync(join(content, 'updates')).flatMap(name => {
    const { update, diagnostics: d } = readUpdateFile(read(`updates/${name}`), `content/updates/${name}`)
    diagnostics.push(...d)
    return update ? [update] : []
  })
  const { site, diagnostics: ds } = readSite(read('site.yaml'), 'content/site.yaml')
  const text = (name: string) => ({ file: `content/authorities/${name}.yaml`, text: read(`authorities/${name}.yaml`) })
  const { authorities, diagnostics: da } = readAuthorities({
    people: text('people'),
    networks: text('networks'),
    publishers: text('publishers'),
  })
  const vocabulary = readVocabulary(read('authorities/vocabulary.yaml'), 'content/authorities/vocabulary.yaml')
  diagnostics.push(...ds, ...da, ...vocabulary.diagnostics)
  if (!site || diagnostics.some(({ severity, code }) => severity === 'error' && code !== 'unknown-record')) return { diagnostics, report: null }
  const { archive, diagnostics: dd } = buildArchive({ updates, authorities, site })
  diagnostics.push(...dd)
  const prefix = pathPrefix ?? (new URL(site.url).pathname.replace(/\/*$/u, '/'))
  const report = await buildSite(root, folder, {
    archive,
    search: searchContent(archive, vocabulary.concepts),
    version: hashOfProgram(root),
    pathPrefix: prefix,
  })
  return { diagnostics, report }
}
