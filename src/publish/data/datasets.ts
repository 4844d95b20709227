/** The files that others load: what `/data/` explains, and `published-files.ts` publishes. */
import type { Archive } from '../../archive/archive.ts'
import { withoutDetails } from '../../archive/gate/secrets.ts'
import { addressOf } from '../addresses.ts'
import { bibtexOf, cslOf, risOf } from '../bibliography/bibliography.ts'
import { once, perArchive } from '../per-archive.ts'
import { contactCards } from './contact-cards.ts'
import { dataPackage } from './data-package.ts'
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
import { type Field, fieldsOf } from './tables/columns.ts'
import { contactColumns, contactsCsv } from './tables/contacts-table.ts'
import { meetingColumns, meetingsCsv } from './tables/meetings-table.ts'
import { publicationColumns, publicationsCsv } from './tables/publications-table.ts'
import { publisherColumns, publishersCsv } from './tables/publishers-table.ts'
import { storiesCsv, storyColumns } from './tables/stories-table.ts'
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
  /** The columns of a table; null for another file. */
  fields: Field[] | null
  /** The file; made when it is asked for first. */
  content: () => string
  /** The beginning of it, laid out for reading: one record, or a few lines. "…" stands for each address and number. */
  sample: () => string
}

const leftOut = 'The sample leaves addresses and numbers out.'

/** All datasets of the archive, in the order in which the page shows them. */
export const datasets = perArchive((archive): Dataset[] => {
  const files = [...recordLists(archive), ...tables(archive), ...references(archive), addressBook(archive)]
  return [...files, packageOf(archive, files)]
})

/** One update's data, as the page shows it by the example of the latest. */
export function updateDataset(archive: Archive): Dataset | null {
  const latest = archive.updates.at(-1)
  if (latest === undefined) return null
  return {
    title: 'One update',
    address: addressOf.updateData(latest.number),
    mediaType: 'application/json',
    holds: 'Everything that one update says, section by section. Each update has this file beside its page.',
    schema: addressOf.schema('update'),
    fields: null,
    content: () => `${JSON.stringify(updateData(latest))}\n`,
    sample: () => firstLines(JSON.stringify(updateData(latest), null, 2)),
  }
}

function recordLists(archive: Archive): Dataset[] {
  return [
    list('updates', 'Updates', 'Every update that the archive holds, oldest first.', () => updatesData(archive)),
    list('stories', 'Stories', 'Every story once, with each update that tells it.', () => storiesData(archive)),
    list(
      'publications',
      'Publications',
      'Every publication that updates list, once, latest first, with the updates that list it and the stories about it.',
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
    fields: null,
    content: () => `[\n${lines()}\n]\n`,
    sample: () => firstLines(JSON.stringify(JSON.parse(`[${first()}]`), null, 2)),
  }
}

const CELLS =
  'Cells with several values part them by “; ”; a cell that a spreadsheet would run as a formula starts with an apostrophe.'

function tables(archive: Archive): Dataset[] {
  return [
    table('publications', `Publications as a table for spreadsheets. ${CELLS}`, {
      fields: fieldsOf(publicationColumns(archive)),
      write: () => publicationsCsv(archive, archive.publications.values()),
    }),
    table('publishers', `Publishers as a table for spreadsheets. ${CELLS}`, {
      fields: fieldsOf(publisherColumns(archive)),
      write: () => publishersCsv(archive),
    }),
    table('stories', `Stories as a table for spreadsheets, with the ids of what each is about. ${CELLS}`, {
      fields: fieldsOf(storyColumns(archive)),
      write: () => storiesCsv(archive),
    }),
    table('meetings', `Meetings as a table for spreadsheets. ${CELLS} ${leftOut}`, {
      fields: fieldsOf(meetingColumns(archive)),
      write: () => meetingsCsv(archive),
    }),
    table('contacts', `People with their latest role and details, as a table for spreadsheets. ${CELLS} ${leftOut}`, {
      fields: fieldsOf(contactColumns(archive)),
      write: () => contactsCsv(archive),
    }),
  ]
}

function table(name: string, holds: string, { fields, write }: { fields: Field[]; write: () => string }): Dataset {
  return { ...text(`${name}.csv`, 'text/csv', { holds, write }), fields }
}

/** Publications for reference managers. */
function references(archive: Archive): Dataset[] {
  const publications = () => archive.publications.values()
  return [
    text('publications.bib', 'application/x-bibtex', {
      holds: 'Publications in BibLaTeX (UTF-8), for LaTeX and Zotero.',
      write: () => bibtexOf(archive, publications()),
    }),
    text('publications.ris', 'application/x-research-info-systems', {
      holds: 'Publications in RIS, for EndNote, Mendeley and Zotero.',
      write: () => risOf(archive, publications()),
    }),
    text('publications.csl.json', 'application/vnd.citationstyles.csl+json', {
      holds:
        'Publications in CSL-JSON, for Zotero, Pandoc and anything else that writes references in a citation style.',
      write: () => cslOf(archive, publications()),
    }),
  ]
}

const addressBook = (archive: Archive): Dataset =>
  text('contacts.vcf', 'text/vcard', {
    holds: `People with their latest role and details as vCards 3.0, for address books. ${leftOut}`,
    write: () => contactCards(archive),
  })

/** Describes the other files to programs. */
const packageOf = (archive: Archive, files: readonly Dataset[]): Dataset =>
  text('datapackage.json', 'application/json', {
    holds:
      'A list of these files as a Frictionless Data Package: what each file and each column holds, and which columns join the tables.',
    write: () => dataPackage(archive.site, files),
  })

const KINDS: Record<string, string> = { contacts: 'People', datapackage: 'Data Package' }

/** "Publications (csv)". */
function titleOf(file: string): string {
  const [kind = '', ...format] = file.split('.')
  return `${KINDS[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1)} (${format.join('.')})`
}

function text(name: string, mediaType: string, { holds, write }: { holds: string; write: () => string }): Dataset {
  const content = once(write)
  const sample = () =>
    firstLines(
      content()
        .replace(/^\uFEFF/u, '')
        .replaceAll('\r\n', '\n'),
    )
  const address = addressOf.dataFile(name)
  return { title: titleOf(name), address, mediaType, holds, schema: null, fields: null, content, sample }
}

/** The page that explains the files is no place that the newsletter printed anybody's details in. */
function firstLines(whole: string, count = 24): string {
  const lines = whole.trimEnd().split('\n', count + 1)
  const shown = lines.length <= count ? lines : [...lines.slice(0, count), '…']
  return shown.map(line => withoutDetails(line, '…')).join('\n')
}
