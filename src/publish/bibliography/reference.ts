/**
 * What is needed to cite something, for BibTeX, RIS, CSL and "Cite this". A reference to an update or a story names the
 * newsletter. A publication has other authors, and its reference says which update listed it.
 */
import type { Archive, ArchivedItem, ArchivedUpdate, Publication, Site } from '../../archive/archive.ts'
import { plain } from '../../update/markdown.ts'
import { absolute, addressOf } from '../addresses.ts'
import { usageNote } from '../usage-note.ts'

/** The newsletter's name as a periodical. */
export const PERIODICAL = 'Friday Update'

export type Reference = {
  /** Stable, and unique in the archive: the key of a BibTeX entry. */
  key: string
  kind: 'issue' | 'article' | 'report'
  /** Organisations; the newsletter itself names no authors. */
  authors: string[]
  title: string
  /** YYYY-MM-DD, YYYY-MM, or null if unknown. */
  date: string | null
  /** For a publication without a date: the year of the first update that has it. */
  likelyYear: number | null
  /** The number of the update, for an issue or an article. */
  number: number | null
  /** Where a publication was listed, or what a story says about the use of its material. */
  note: string | null
  doi: string | null
  /** Where it can be read: for a publication its own address if known, else its page here. */
  url: string
}

/** An update as an issue of the newsletter. */
export function referenceToUpdate(site: Site, { number, date, heading }: ArchivedUpdate): Reference {
  return {
    key: `friday-update-${number}`,
    kind: 'issue',
    authors: [site.publisher],
    title: heading,
    date,
    likelyYear: null,
    number,
    note: null,
    doi: null,
    url: absolute(site, addressOf.update(number)),
  }
}

/** A story as an article in its update. A supplied title is in square brackets, as in library catalogues. */
export function referenceToStory(
  site: Site,
  { number, date }: Pick<ArchivedUpdate, 'number' | 'date'>,
  item: Pick<ArchivedItem, 'id' | 'title' | 'titleSource' | 'parts'>,
): Reference {
  return {
    key: `friday-update-${number}-${item.id}`,
    kind: 'article',
    authors: [site.publisher],
    title: displayTitle(item),
    date,
    likelyYear: null,
    number,
    note: usageNote(item),
    doi: null,
    url: absolute(site, addressOf.item(number, item.id)),
  }
}

/** A publication as a report by its publishers, with their full names if known: "Department for Education". */
export function referenceToPublication({ site, publishers }: Archive, publication: Publication): Reference {
  const listed = `${publication.from === 'list' ? 'Listed' : 'Reported'} in ${PERIODICAL} ${publication.updates.join(', ')}`
  const record = absolute(site, addressOf.publication(publication))
  return {
    key: publication.id,
    kind: 'report',
    authors: publication.publishers.map(({ id, printed }) => {
      const publisher = publishers.get(id)
      return publisher?.fullName ?? publisher?.name ?? printed
    }),
    title: publication.title,
    date: publication.date,
    likelyYear: publication.date === null ? publication.year : null,
    number: null,
    note: publication.sourceUrl === null ? listed : `${listed}, ${record}`,
    doi: publication.doi,
    url: publication.sourceUrl ?? record,
  }
}

/** A story's title for places that need one; its first words in brackets if the title was lost. */
export function displayTitle({
  title,
  titleSource,
  parts,
}: Pick<ArchivedItem, 'title' | 'titleSource' | 'parts'>): string {
  if (title !== null) return titleSource === 'supplied' ? `[${title}]` : title
  const text = parts.find(part => part.text.trim() !== '')?.text ?? ''
  const words = plain(text).trim().split(/\s+/u)
  return `[${words.slice(0, 9).join(' ') || 'untitled'}${words.length > 9 ? ' …' : ''}]`
}
