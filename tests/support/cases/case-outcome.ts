/** One awkward update, taken the whole way: raw text → Markdown → archive → data, calendar and page. */
import { readFileSync } from 'node:fs'
import { buildArchive } from '../../../src/archive/build-archive.ts'
import { readContent } from '../../../src/archive/content/read-content.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { decode } from '../../../src/ingest/decode.ts'
import { parseUpdate } from '../../../src/parse/parse-update.ts'
import { eventsOf } from '../../../src/publish/calendar/calendar.ts'
import { networksData, peopleData, publicationsData, publishersData } from '../../../src/publish/data/record-data.ts'
import { updateData } from '../../../src/publish/data/update-data.ts'
import { readUpdateFile, writeUpdateFile } from '../../../src/update/file/update-file.ts'
import { renderPage } from '../../../templates/define-page.tsx'
import updatePage from '../../../templates/pages/updates/update.11ty.tsx'
import type { Outcome } from './case-facts.ts'

const { authorities, site } = readContent('content')

/** `outcome` is null where the text cannot be used; the messages say why. */
export function outcomeOf(path: string): { outcome: Outcome | null; diagnostics: Diagnostic[] } {
  const bytes = readFileSync(path)
  const { text, diagnostics: undecoded } = decode(bytes, path)
  const { update: parsed, diagnostics: ofText } = parseUpdate(text ?? '', path)
  const diagnostics = [...undecoded, ...ofText]
  if (parsed === null || site === null) return { outcome: null, diagnostics }
  const file = `content/updates/${parsed.number}.md`
  const { update, diagnostics: reread } = readUpdateFile(writeUpdateFile(parsed), file)
  if (update === null) throw new Error(`what import wrote cannot be read: ${reread[0]?.message}`)
  const { archive, diagnostics: doubts } = buildArchive({ updates: [update], authorities, site })
  const [archived] = archive.updates
  const [page] = [...updatePage.pages(archive)]
  if (archived === undefined || page === undefined) throw new Error('the update is not in the archive')
  const context = {
    site,
    pathPrefix: '/',
    stylesheet: '/site.css',
    searchStylesheet: null,
    searchScript: null,
    shareScript: null,
    address: page.address,
  }
  const standing = [...archive.meetings.values(), ...eventsOf(archive).map(({ meeting }) => meeting)]
  return {
    diagnostics: [...diagnostics, ...reread, ...doubts],
    outcome: {
      raw: bytes.toString('utf8'),
      update: updateData(archived),
      people: peopleData(archive),
      works: publicationsData(archive),
      names: new Map(
        [...publishersData(archive), ...networksData(archive)].map(({ id, name, variants }) => [
          id,
          [name, ...variants],
        ]),
      ),
      days: standing.flatMap(({ status, date }) => (status === 'planned' && date !== null ? [date] : [])),
      diagnostics: [...diagnostics, ...reread, ...doubts],
      html: renderPage(updatePage, JSON.parse(JSON.stringify(page.props)), context),
    },
  }
}
