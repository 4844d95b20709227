/** The data files for others to use: `/data/` explains them, `published-files.ts` publishes them. */
import type { Archive } from '../../archive/archive.ts'
import { withDetailsReplaced } from '../../archive/gate/secrets.ts'
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
  /** What it contains, in one or two sentences for people who do not know the archive. */
  holds: string
  /** The address of its JSON Schema; null for a file that is not JSON. */
  schema: string | null
  /** The columns of a table; null for other files. */
  fields: Field[] | null
  /** The text of the file, made when first asked for. */
  content: () => string
  /** The beginning, laid out for reading: one record or a few lines. "…" replaces e-mail addresses and phone numbers. */
  sample: () => string
}

/** All datasets of the archive, in the order in which the page shows them. */
export const datasets = perArchive((archive): Dataset[] => {
  const files = [...recordLists(archive), ...tables(archive), ...references(archive), addressBook(archive)]
  return [...files, packageOf(archive, files)]
})

/** One update's data; the page shows the latest as the example. */
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
    list('updates', 'Every update in the archive, oldest first.', () => updatesData(archive)),
    list('stories', 'Every story once, with each update that has it.', () => storiesData(archive)),
    list(
      'publications',
      'Every publication once, latest first, with the updates that list it and the stories about it.',
      () => publicationsData(archive),
    ),
    list('publishers', 'Who published them, with their other names.', () => publishersData(archive)),
    list('topics', 'The subjects of the archive, with the stories and publications about each.', () =>
      topicsData(archive),
    ),
    list('meetings', 'Every meeting of a network once, by date, undated ones last.', () => meetingsData(archive)),
    list('networks', 'The networks, with the contacts and meetings of each.', () => networksData(archive)),
    list(
      'people',
      'Everyone named in the updates, with their roles over time and the contact details that this site shows.',
      () => peopleData(archive),
    ),
  ]
}

/** One record a line: small to load, and each change shows as one changed line. */
function list(name: SchemaName, holds: string, records: () => readonly unknown[]): Dataset {
  // Only the text is kept: the records that it is made from take several times as much memory.
  const lines = once(() =>
    records()
      .map(record => JSON.stringify(record))
      .join(',\n'),
  )
  const first = () => lines().split(',\n', 1)[0] ?? ''
  return {
    title: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    address: addressOf.dataFile(`${name}.json`),
    mediaType: 'application/json',
    holds,
    schema: addressOf.schema(name),
    fields: null,
    content: () => `[\n${lines()}\n]\n`,
    sample: () => firstLines(JSON.stringify(JSON.parse(`[${first()}]`), null, 2)),
  }
}

function tables(archive: Archive): Dataset[] {
  return [
    table('publications', 'Every publication once, a row each.', {
      fields: fieldsOf(publicationColumns(archive)),
      write: () => publicationsCsv(archive, archive.publications.values()),
    }),
    table('publishers', 'Every publisher, with its other names.', {
      fields: fieldsOf(publisherColumns(archive)),
      write: () => publishersCsv(archive),
    }),
    table('stories', 'Every story once, with the ids of what it is about.', {
      fields: fieldsOf(storyColumns(archive)),
      write: () => storiesCsv(archive),
    }),
    table('meetings', 'Every meeting of a network, by date.', {
      fields: fieldsOf(meetingColumns(archive)),
      write: () => meetingsCsv(archive),
    }),
    table('contacts', 'People with their latest role and details.', {
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
      holds: 'All publications, for LaTeX and Zotero. The file is in UTF-8.',
      write: () => bibtexOf(archive, publications()),
    }),
    text('publications.ris', 'application/x-research-info-systems', {
      holds: 'All publications, for EndNote, Mendeley and Zotero.',
      write: () => risOf(archive, publications()),
    }),
    text('publications.csl.json', 'application/vnd.citationstyles.csl+json', {
      holds: 'All publications, for Zotero, Pandoc and other programs that write references.',
      write: () => cslOf(archive, publications()),
    }),
  ]
}

const addressBook = (archive: Archive): Dataset =>
  text('contacts.vcf', 'text/vcard', {
    holds: 'People with their latest role and details, as vCards 3.0.',
    write: () => contactCards(archive),
  })

/** Describes the other files to programs. */
const packageOf = (archive: Archive, files: readonly Dataset[]): Dataset =>
  text('datapackage.json', 'application/json', {
    holds:
      'A list of these files for programs (Frictionless Data Package), with what each column holds and which columns join the tables.',
    write: () => dataPackage(archive.site, files),
  })

const KINDS: Record<string, string> = { contacts: 'People', datapackage: 'Data Package' }

const FORMATS: Record<string, string> = { bib: 'BibLaTeX', 'csl.json': 'CSL-JSON', vcf: 'vCard' }

/** "Publications (CSV)". */
function titleOf(file: string): string {
  const [kind = '', ...endings] = file.split('.')
  const format = endings.join('.')
  return `${KINDS[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1)} (${FORMATS[format] ?? format.toUpperCase()})`
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

/** Without contact details: they appear only where the newsletter published them, and not on the page about data. */
function firstLines(whole: string, count = 24): string {
  const lines = whole.trimEnd().split('\n', count + 1)
  const shown = lines.length <= count ? lines : [...lines.slice(0, count), '…']
  return shown.map(line => withDetailsReplaced(line, '…')).join('\n')
}
