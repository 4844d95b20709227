/** The files that others load: what `/data/` explains, and `published-files.ts` publishes. */
import type { Archive } from '../../archive/archive.ts'
import { withoutDetails } from '../../archive/gate/secrets.ts'
import { addressOf } from '../addresses.ts'
import { bibtexOf, publicationsCsv, risOf } from '../bibliography/bibliography.ts'
import { once, perArchive } from '../per-archive.ts'
import { contactCards, contactsCsv } from './contact-cards.ts'
import {
  meetingsData,
  networksData,
  peopleData,
  publicationsData,
  publishersData,
  storiesData,
  topicsData,
  updatesData,
} from './record-data.ts'
import type { SchemaName } from './schemas.ts'
import { updateData } from './update-data.ts'

export type Dataset = {
  title: string
  /** Site-relative. */
  address: string
  mediaType: string
  /** What it holds, for somebody who has not seen the archive: one or two sentences. */
  holds: string
  /** The address of its JSON Schema; null for a file that is not JSON. */
  schema: string | null
  /** The file; made when it is asked for first. */
  content: () => string
  /** The beginning of it, laid out for reading: one record, or a few lines. "…" stands for each address and number. */
  sample: () => string
}

const leftOut = 'The sample leaves addresses and numbers out.'

/** All datasets of the archive, in the order in which the page shows them. */
export const datasets = perArchive((archive): Dataset[] => [...recordLists(archive), ...tables(archive)])

/** One update's data, as the page shows it by the example of the newest. */
export function updateDataset(archive: Archive): Dataset | null {
  const newest = archive.updates.at(-1)
  if (newest === undefined) return null
  return {
    title: 'One update',
    address: addressOf.updateData(newest.number),
    mediaType: 'application/json',
    holds: 'Everything that one update says, section by section. Each update has this file beside its page.',
    schema: addressOf.schema('update'),
    content: () => `${JSON.stringify(updateData(newest))}\n`,
    sample: () => firstLines(JSON.stringify(updateData(newest), null, 2)),
  }
}

function recordLists(archive: Archive): Dataset[] {
  return [
    list('updates', 'Updates', 'Every update that the archive holds, oldest first.', () => updatesData(archive)),
    list('stories', 'Stories', 'Every story once, with each update that tells it.', () => storiesData(archive)),
    list(
      'publications',
      'Publications',
      'Every publication that updates list, once, newest first, with the updates that list it and the stories about it.',
      () => publicationsData(archive),
    ),
    list('publishers', 'Publishers', 'Who published them, with the other names in use.', () => publishersData(archive)),
    list('topics', 'Topics', 'The subjects of the archive, with the stories and publications about each.', () =>
      topicsData(archive),
    ),
    list('meetings', 'Meetings', 'Every meeting of a network once, by date, undated ones last.', () =>
      meetingsData(archive),
    ),
    list('networks', 'Networks', 'The networks, whom to ask about each, and its meetings.', () =>
      networksData(archive),
    ),
    list(
      'people',
      'People',
      `Everybody whom the updates name, with roles over time and the details that this site may show. ${leftOut}`,
      () => peopleData(archive),
    ),
  ]
}

/** One record a line: small to load, and a change shows as a changed line. */
function list(name: SchemaName, title: string, holds: string, records: () => readonly unknown[]): Dataset {
  // The text is kept, the records that it was made of are not: they are several times as large.
  const lines = once(() =>
    records()
      .map(record => JSON.stringify(record))
      .join(',\n'),
  )
  const first = () => lines().split(',\n', 1)[0] ?? ''
  return {
    title,
    address: addressOf.dataFile(`${name}.json`),
    mediaType: 'application/json',
    holds,
    schema: addressOf.schema(name),
    content: () => `[\n${lines()}\n]\n`,
    sample: () => firstLines(JSON.stringify(JSON.parse(`[${first()}]`), null, 2)),
  }
}

function tables(archive: Archive): Dataset[] {
  const works = () => archive.publications.values()
  const cells =
    'Cells with several values part them by “; ”; a cell that a spreadsheet would run as a formula starts with an apostrophe.'
  return [
    text('publications.csv', 'text/csv', `Publications as a table for spreadsheets. ${cells}`, () =>
      publicationsCsv(archive, works()),
    ),
    text('publications.bib', 'application/x-bibtex', 'Publications in BibLaTeX (UTF-8), for LaTeX and Zotero.', () =>
      bibtexOf(archive, works()),
    ),
    text(
      'publications.ris',
      'application/x-research-info-systems',
      'Publications in RIS, for EndNote, Mendeley and Zotero.',
      () => risOf(archive, works()),
    ),
    text(
      'contacts.csv',
      'text/csv',
      `People with their newest role and details, as a table for spreadsheets. ${cells} ${leftOut}`,
      () => contactsCsv(archive),
    ),
    text(
      'contacts.vcf',
      'text/vcard',
      `People with their newest role and details as vCards 3.0, for address books. ${leftOut}`,
      () => contactCards(archive),
    ),
  ]
}

function text(name: string, mediaType: string, holds: string, write: () => string): Dataset {
  const title = `${name.startsWith('contacts') ? 'People' : 'Publications'} (${name.slice(name.indexOf('.') + 1)})`
  const content = once(write)
  const sample = () =>
    firstLines(
      content()
        .replace(/^\uFEFF/u, '')
        .replaceAll('\r\n', '\n'),
    )
  return { title, address: addressOf.dataFile(name), mediaType, holds, schema: null, content, sample }
}

/** The page that explains the files is no place that the newsletter printed anybody's details in. */
function firstLines(whole: string, count = 24): string {
  const lines = whole.trimEnd().split('\n', count + 1)
  const shown = lines.length <= count ? lines : [...lines.slice(0, count), '…']
  return shown.map(line => withoutDetails(line, '…')).join('\n')
}
