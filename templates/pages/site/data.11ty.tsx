import { addressOf, subscribeTo } from '../../../src/publish/addresses.ts'
import { QUERIES } from '../../../src/publish/data/database-schema.ts'
import { type Dataset, datasets, updateDataset } from '../../../src/publish/data/datasets.ts'
import { dataset, type LinkedData } from '../../../src/publish/linked-data.ts'
import { definePage } from '../../define-page.tsx'
import { grouped } from '../../grouped.ts'
import { PageFrame } from '../../parts/frame/page-frame.tsx'
import { PageHeading } from '../../parts/frame/page-heading.tsx'
import { A, useSite } from '../../site-context.tsx'

type FileEntry = Pick<Dataset, 'title' | 'address' | 'mediaType' | 'holds' | 'schema'> & {
  bytes: number
  sample: string
}

type DataProps = { files: FileEntry[]; linkedData: LinkedData }

/** `/data/`: every file that others may load, with its size and its beginning. */
export default definePage<DataProps>({
  pages: archive => [
    {
      address: addressOf.data(),
      get props() {
        const one = updateDataset(archive)
        return {
          files: [...(one ? [one] : []), ...datasets(archive)].map(entryOf),
          linkedData: dataset(archive),
        }
      },
    },
  ],
  render: DataPage,
})

function entryOf({ title, address, mediaType, holds, schema, content, sample }: Dataset): FileEntry {
  return { title, address, mediaType, holds, schema, bytes: Buffer.byteLength(content()), sample: sample() }
}

/** One update’s file is the example of them all; its anchor stays the same when the latest update changes. */
const anchor = ({ address }: FileEntry): string =>
  `file_${address
    .replace(/^\/updates\/\d+\//u, '/update/')
    .split('/')
    .filter(Boolean)
    .join('-')}`

function DataPage({ files, linkedData }: DataProps) {
  return (
    <PageFrame
      title="Data and feeds"
      description="The whole archive as JSON, CSV, BibTeX, RIS, CSL-JSON, vCards, calendars and feeds: each file with its size and a sample."
      area="data"
      above={[]}
      linkedData={[linkedData]}
    >
      <PageHeading title="Data and feeds">
        <p>
          Everything on the site is also here as data. Web addresses and ids do not change. Dates are{' '}
          <code>YYYY-MM-DD</code>, times <code>HH:MM</code> in London, and <code>null</code> means that the text does
          not say. The samples leave out e-mail addresses and phone numbers.
        </p>
      </PageHeading>
      <Subscriptions />
      {[...grouped(files, kindOf)].map(([kind, ofKind]) => (
        <Files kind={kind} files={ofKind} />
      ))}
      <Database />
      <section aria-labelledby="use_">
        <h2 id="use_">Using the data</h2>
        <p>
          The words of the newsletter belong to its publisher; cite the update. Contact details are there for the
          newsletter’s readers: please do not use them for mailing lists.
        </p>
      </section>
    </PageFrame>
  )
}

function Database() {
  if (useSite().site.database === null) return null
  return (
    <section aria-labelledby="database_">
      <h2 id="database_">All of it in one file</h2>
      <p>
        <A to={addressOf.database()} type="application/vnd.sqlite3">
          {addressOf.database()}
        </A>{' '}
        is a SQLite database of every record above, with a full-text index (FTS4) of the stories. A list in the JSON is
        a table of pairs there: <code>story_topics</code> joins <code>stories</code> to <code>topics</code>. Open it
        with <code>sqlite3</code>, Datasette, DB Browser or any language, and ask:
      </p>
      {QUERIES.map(({ asks, sql }) => (
        <>
          <h3>{asks}</h3>
          <pre tabindex={0}>{sql}</pre>
        </>
      ))}
    </section>
  )
}

type Kind = 'records' | 'tables' | 'references' | 'addresses'

function kindOf({ mediaType }: FileEntry): Kind {
  if (mediaType === 'application/json') return 'records'
  if (mediaType === 'text/csv') return 'tables'
  return mediaType === 'text/vcard' ? 'addresses' : 'references'
}

const kinds: Record<Kind, { title: string; about: string | null }> = {
  records: { title: 'For programs: JSON', about: null },
  tables: {
    title: 'For spreadsheets: CSV',
    about:
      'Several values in one cell are separated by “; ”. A cell that a spreadsheet would run as a formula starts with an apostrophe.',
  },
  references: { title: 'For reference managers', about: null },
  addresses: { title: 'For address books', about: null },
}

function Files({ kind, files }: { kind: Kind; files: FileEntry[] }) {
  const { title, about } = kinds[kind]
  return (
    <>
      <h2>{title}</h2>
      {about !== null && <p class="small">{about}</p>}
      <div class="file-grid">
        {files.map(file => (
          <File file={file} />
        ))}
      </div>
    </>
  )
}

function File({ file }: { file: FileEntry }) {
  const { title, address, mediaType, holds, schema, bytes, sample } = file
  return (
    <section class="data-file" aria-labelledby={anchor(file)}>
      <h3 id={anchor(file)}>{title}</h3>
      <p>{holds}</p>
      <p class="small">
        <A to={address} type={mediaType}>
          {address}
        </A>{' '}
        · {sizeOf(bytes)}
        {schema !== null && (
          <>
            {' · '}
            <A to={schema} type="application/schema+json" aria-label={`JSON Schema of ${title}`}>
              JSON Schema
            </A>
          </>
        )}
      </p>
      <details>
        <summary>Show the first lines</summary>
        <pre>{sample}</pre>
      </details>
    </section>
  )
}

/** "830 bytes", "14 kB", "2.3 MB". */
function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

function Subscriptions() {
  const { site } = useSite()
  return (
    <section aria-labelledby="subscribe_">
      <h2 id="subscribe_">Subscribe</h2>
      <ul class="plain-list">
        <li>
          <A to={addressOf.feed()} type="application/atom+xml">
            New updates as an Atom feed
          </A>
          , or as a{' '}
          <A to={addressOf.jsonFeed()} type="application/feed+json">
            JSON Feed
          </A>
        </li>
        <li>
          <a href={subscribeTo(site, addressOf.calendarFile())}>Meetings of all networks in your calendar</a>, or{' '}
          <A to={addressOf.calendarFile()} type="text/calendar">
            as a file
          </A>
        </li>
        <li>
          Each <A to={addressOf.networks()}>network</A> has its own feed and calendar, each{' '}
          <A to={addressOf.topics()}>topic</A> its own feed, each <A to={addressOf.publishers()}>publisher</A> its own
          feed and lists of publications.
        </li>
      </ul>
    </section>
  )
}
