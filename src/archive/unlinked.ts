/** What the newsletter linked and the archive cannot: two lists for the editor, each said once for the whole archive. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { lostLinksOf } from '../update/lost-links.ts'
import type { Update } from '../update/update.ts'
import type { Archive } from './archive.ts'

const MOST_SHOWN = 20

/** Words such as "here" without a link, by update; and the publications without a web address, most listed first. */
export const reportUnlinked = (updates: readonly Update[], archive: Archive): Diagnostic[] => [
  ...lostWords(updates),
  ...withoutAddress(archive),
]

function lostWords(updates: readonly Update[]): Diagnostic[] {
  const found = updates
    .map(update => ({ number: update.number, count: lostLinksOf(update) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || b.number - a.number)
  if (found.length === 0) return []
  const count = found.reduce((sum, one) => sum + one.count, 0)
  return [
    diagnose('lost-links', placeOf('content/updates'), {
      count,
      updates: found.length,
      most: found.slice(0, MOST_SHOWN),
    }),
  ]
}

function withoutAddress({ publications }: Archive): Diagnostic[] {
  const lost = [...publications.values()].filter(({ sourceUrl }) => sourceUrl === null)
  if (lost.length === 0) return []
  const lines = lost
    .sort((a, b) => b.updates.length - a.updates.length || (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, MOST_SHOWN)
    .map(({ id, title, updates }) => ({ line: `- { id: ${id}, url: "" }`, title, listed: updates.length }))
  return [
    diagnose('publications-without-address', placeOf('content/authorities/publications.yaml'), {
      count: lost.length,
      lines,
    }),
  ]
}

const placeOf = (file: string) => ({ file, line: 1, column: 1, length: 1, source: null })
