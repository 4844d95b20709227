/** What the newsletter linked and the archive cannot: two lists for the editor, each said once for the whole archive. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { lostLinksOf } from '../update/lost-links.ts'
import type { Update } from '../update/update.ts'
import type { Archive, Publication } from './archive.ts'

const MOST_SHOWN = 20

/** Words such as "here" without a link, by update; and the publications without a web address, most listed first. */
export const reportUnlinked = (updates: readonly Update[], archive: Archive): Diagnostic[] => [
  ...lostWords(updates),
  ...withoutAddress(archive),
]

/** Updates with words that were links, most first. */
export const lostLinksByUpdate = (
  updates: readonly (Pick<Update, 'number'> & Parameters<typeof lostLinksOf>[0])[],
): { number: number; count: number }[] =>
  updates
    .map(update => ({ number: update.number, count: lostLinksOf(update) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || b.number - a.number)

/** Publications whose web address no one knows, most listed first. */
export const publicationsWithoutAddress = ({ publications }: Archive): Publication[] =>
  [...publications.values()]
    .filter(({ sourceUrl }) => sourceUrl === null)
    .sort((a, b) => b.updates.length - a.updates.length || (b.date ?? '').localeCompare(a.date ?? ''))

/** The line of publications.yaml that gives a publication its web address. */
export const addressLine = ({ id }: Publication): string => `- { id: ${id}, url: "" }`

function lostWords(updates: readonly Update[]): Diagnostic[] {
  const found = lostLinksByUpdate(updates)
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

function withoutAddress(archive: Archive): Diagnostic[] {
  const lost = publicationsWithoutAddress(archive)
  if (lost.length === 0) return []
  const lines = lost
    .slice(0, MOST_SHOWN)
    .map(one => ({ line: addressLine(one), title: one.title, listed: one.updates.length }))
  return [
    diagnose('publications-without-address', placeOf('content/authorities/publications.yaml'), {
      count: lost.length,
      lines,
    }),
  ]
}

const placeOf = (file: string) => ({ file, line: 1, column: 1, length: 1, source: null })
