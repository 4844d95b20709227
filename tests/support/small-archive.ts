/**
 * A small archive made by hand, of the cases that are awkward to publish. Everybody in it is invented; addresses and
 * numbers are of the ranges that are kept free for examples.
 */
import type {
  Archive,
  ArchivedItem,
  ArchivedMeeting,
  ArchivedSection,
  ArchivedUpdate,
  MeetingRecord,
  Mention,
  Network,
  Person,
  Publication,
  Publisher,
  Story,
  Topic,
} from '../../src/archive/archive.ts'

export const mention = (id: string, printed = id): Mention => ({ printed, id, via: 'name' })

export const anItem = (item: Partial<ArchivedItem> & { id: string }): ArchivedItem => ({
  kicker: null,
  title: item.id,
  titleSource: 'printed',
  kind: 'article',
  parts: [],
  meetings: [],
  deadlines: [],
  contacts: [],
  story: item.id,
  firstIn: 701,
  repeats: [],
  publications: [],
  topics: [],
  networks: [],
  people: [],
  publishers: [],
  ...item,
})

export const aMeeting = (meeting: Partial<MeetingRecord> & { id: string }): MeetingRecord => ({
  network: 'otters-and-weirs',
  label: 'Otters',
  subject: null,
  date: '2026-03-27',
  yearFrom: 'printed',
  start: null,
  end: null,
  mode: null,
  place: null,
  lastDate: null,
  contacts: [],
  text: 'Otters 27 March 2026',
  status: 'planned',
  moves: [],
  announcements: [{ update: 702, item: 'dates' }],
  updates: [701, 702],
  sequence: 0,
  stamp: '2026-03-13',
  ...meeting,
})

export const aPublication = (work: Partial<Publication> & { id: string; title: string }): Publication => ({
  date: '2026-03-02',
  precision: 'day',
  from: 'list',
  yearFrom: 'printed',
  year: 2026,
  publishers: [mention('river-board', 'The River Board')],
  sourceUrl: null,
  doi: null,
  note: null,
  updates: [701],
  listings: [{ update: 701, text: work.title }],
  stories: [],
  topics: [],
  networks: [],
  formerIds: [],
  ...work,
})

const meetings: MeetingRecord[] = [
  aMeeting({ id: 'otters-and-weirs-2026-03-27' }),
  aMeeting({
    id: 'otters-and-weirs-2026-03-29',
    date: '2026-03-29',
    start: '10:00',
    end: '11:30',
    mode: 'online',
    subject: 'Nets, weirs; and “holts”',
    contacts: [{ printed: 'Ada Brook', person: 'ada-brook' }],
    text: 'Otters 29 March 2026, 10-11.30 online: nets, weirs; and “holts” – a line long enough to be folded, twice over, at 75 octets — Ada Brook',
    moves: [{ from: { date: '2026-03-22', start: '09:00' }, announcedIn: 702 }],
    sequence: 1,
  }),
  aMeeting({
    id: 'otters-and-weirs-2026-06-05',
    date: '2026-06-05',
    start: '14:00',
    mode: 'in-person',
    place: 'Mill House, Upper Weir',
    status: 'cancelled',
    sequence: 2,
    contacts: [{ printed: 'desk@example.org', person: null }],
  }),
  aMeeting({ id: 'otters-and-weirs-undated', date: null, yearFrom: null }),
]

const announced: ArchivedMeeting[] = meetings.map(({ id, status, network, label, ...said }) => ({
  meeting: id,
  network: mention(network, label),
  label,
  status,
  subject: said.subject,
  date: said.date,
  yearFrom: said.yearFrom,
  start: said.start,
  end: said.end,
  mode: said.mode,
  place: said.place,
  contacts: said.contacts,
  lastDate: said.lastDate,
  formerDate: null,
  text: said.text,
}))

const flood = (text: string) =>
  anItem({
    id: 'flood-defences',
    title: 'Flood defences & <b>you</b>: what “works”',
    parts: [
      { heading: null, label: null, text },
      {
        heading: 'Findings show:',
        label: 'Findings show',
        text: '- Reeds help\n- So do 50% of banks, see https://example.org/a_b?c=1&d=2\n- [The guide](https://example.org/guide)',
      },
    ],
    repeats: [702],
    deadlines: [
      {
        label: 'Returns',
        date: '2026-03-20',
        yearFrom: 'update date',
        time: '12:00',
        text: 'Returns by 20 March, 12 noon',
      },
    ],
    publications: ['flood-report'],
    networks: [mention('otters-and-weirs', 'Otters')],
    publishers: [mention('river-board', 'The River Board')],
  })

const sectionsOf = (text: string): ArchivedSection[] => [
  { kind: 'notices', heading: 'Newsletters', lead: 'Three herons by a pond', text: 'Our plan can be found here' },
  {
    kind: 'updates',
    heading: null,
    items: [
      flood(text),
      anItem({
        id: 'untitled',
        title: null,
        titleSource: 'none',
        parts: [{ heading: null, label: null, text: '1\\. is no list' }],
      }),
      anItem({ id: 'eels', title: 'Eels return', titleSource: 'supplied', kicker: 'Programme:', story: 'eels' }),
    ],
  },
  {
    kind: 'reminders',
    heading: 'Reminders:',
    items: [
      anItem({
        id: 'dates',
        title: 'Dates',
        kind: 'network-dates',
        meetings: announced,
        networks: [mention('otters-and-weirs')],
      }),
    ],
  },
  {
    kind: 'publications',
    heading: 'Tools & Templates',
    entries: [
      {
        publication: 'flood-report',
        date: '2026-03-02',
        precision: 'day',
        yearFrom: 'update date',
        publishers: [mention('river-board', 'The River Board')],
        title: 'Floods',
        text: 'On 2 March The River Board published Floods',
        link: null,
        items: ['flood-defences'],
      },
    ],
  },
  {
    kind: 'contacts',
    heading: null,
    entries: [
      {
        person: 'ada-brook',
        name: 'Ada Brook',
        role: 'Reed Warden, acting',
        organisation: 'Upper Weir (Lower Weir (South))',
        emails: ['ada.brook@example.org', 'reeds@example.org'],
        phones: ['01632 960001'],
        lines: ['Reed Warden, acting: Ada Brook (Upper Weir (Lower Weir (South)))'],
      },
      { person: null, name: '', role: 'Withheld Role', organisation: null, emails: [], phones: [], lines: [] },
    ],
  },
]

const updates: ArchivedUpdate[] = [
  {
    number: 701,
    date: '2026-03-06',
    heading: 'UPDATE NO 701 06 March 2026',
    previous: null,
    next: 702,
    foot: '',
    sections: sectionsOf('Rivers *rise*.'),
  },
  {
    number: 702,
    date: '2026-03-13',
    heading: 'Update no 702 13th March 2026',
    previous: 701,
    next: null,
    foot: '',
    sections: sectionsOf('Rivers *rise* again, see [plan](/updates/701/) \u000b.'),
  },
]

const people: Person[] = [
  {
    id: 'ada-brook',
    name: 'Ada Brook',
    variants: [],
    verified: true,
    note: null,
    roles: [
      { role: 'Reed Warden', organisation: 'Upper Weir', updates: [701], from: '2026-03-06', to: '2026-03-06' },
      {
        role: 'Reed Warden, acting',
        organisation: 'Upper Weir; south',
        updates: [702],
        from: '2026-03-13',
        to: '2026-03-13',
      },
    ],
    emails: [
      { value: 'ada.brook@example.org', updates: [702], lastSeen: '2026-03-13' },
      { value: 'old.ada@example.org', updates: [701], lastSeen: '2026-03-06' },
    ],
    phones: [{ value: '+44 1632 960001', updates: [701, 702], lastSeen: '2026-03-13' }],
    networks: ['otters-and-weirs'],
    stories: [],
    firstIn: 701,
    lastIn: 702,
  },
  {
    id: 'zoe-fen',
    name: '=cmd|calc "Zoë", Fen',
    variants: [],
    verified: false,
    note: null,
    roles: [],
    emails: [],
    phones: [],
    networks: [],
    stories: [],
    firstIn: null,
    lastIn: null,
  },
]

const network = (id: string, name: string, more: Partial<Network> = {}): Network => ({
  id,
  name,
  variants: [],
  verified: true,
  covers: null,
  note: null,
  convenors: [],
  meetings: [],
  stories: [],
  publications: [],
  updates: [],
  ...more,
})

const publisher = (id: string, name: string, more: Partial<Publisher> = {}): Publisher => ({
  id,
  name,
  fullName: null,
  shortName: null,
  search: null,
  variants: [],
  verified: true,
  url: null,
  note: null,
  publications: [],
  stories: [],
  ...more,
})

/** Titles that TeX, XML, CSV and RIS would each take for something else. */
export const AWKWARD_TITLE = "Half ½ a weir — 50% & $5 #1_a {x} ~^ \\ “ot‑ter” 😀 a--b ''c'' Śpark"

const publications: Publication[] = [
  aPublication({
    id: 'flood-report',
    title: 'Floods',
    topics: ['floods'],
    updates: [701, 702],
    listings: [
      { update: 701, text: 'On 2 March The River Board published Floods' },
      { update: 702, text: 'On 2 March the River Board published Floods' },
    ],
    stories: ['flood-defences'],
  }),
  aPublication({
    id: 'awkward',
    title: AWKWARD_TITLE,
    date: '2026-02',
    precision: 'month',
    publishers: [mention('health-and-water'), mention('river-board')],
  }),
  aPublication({
    id: 'undated',
    title: '=1+1, a “formula”',
    date: null,
    precision: null,
    yearFrom: null,
    publishers: [],
    updates: [702],
  }),
]

const stories: Story[] = [
  {
    id: 'flood-defences',
    title: 'Flood defences & <b>you</b>: what “works”',
    titleSource: 'printed',
    appearances: [
      { update: 701, date: '2026-03-06', section: 'updates', item: 'flood-defences' },
      { update: 702, date: '2026-03-13', section: 'updates', item: 'flood-defences' },
    ],
    publications: ['flood-report'],
    topics: ['floods'],
    networks: ['otters-and-weirs'],
    people: [],
    publishers: ['river-board'],
  },
  {
    id: 'dates',
    title: 'Dates',
    titleSource: 'printed',
    appearances: [{ update: 701, date: '2026-03-06', section: 'reminders', item: 'dates' }],
    publications: [],
    topics: [],
    networks: ['otters-and-weirs'],
    people: [],
    publishers: [],
  },
]

const topic = (id: string, name: string): Topic => ({
  id,
  name,
  forms: ['flood'],
  covers: 'Water where nobody wants it & what to do.',
  note: null,
  broader: null,
  narrower: [],
  stories: ['flood-defences'],
  publications: ['flood-report'],
})

const byId = <Record extends { id: string }>(records: Record[]) => new Map(records.map(record => [record.id, record]))

/** A new archive each time, at "https://example.org/archive" by default. */
export function smallArchive(site: Partial<Archive['site']> = {}): Archive {
  return structuredClone({
    site: {
      title: 'The Friday Update archive',
      description: 'Every Friday Update since 2018 & its networks.',
      publisher: 'SESLIP',
      url: 'https://example.org/archive',
      contactDetails: 'printed',
      reportTo: null,
      subscribe: null,
      database: null,
      oldPosts: [{ post: 8851, update: 702 }],
      ...site,
    },
    asOf: '2026-03-13',
    updates,
    people: byId(people),
    networks: byId([
      network('otters-and-weirs', 'Otters, weirs & “holts”', {
        variants: ['Otters'],
        convenors: [
          {
            contact: { printed: 'Ada Brook', person: 'ada-brook' },
            updates: [701, 702],
            from: '2026-03-06',
            to: '2026-03-13',
          },
          {
            contact: { printed: 'desk@example.org', person: null },
            updates: [701],
            from: '2026-03-06',
            to: '2026-03-06',
          },
        ],
        meetings: meetings.map(({ id }) => id),
        stories: ['flood-defences', 'dates'],
        updates: [701, 702],
      }),
      network('silent', 'Silent network'),
    ]),
    publishers: byId([
      publisher('river-board', 'The River Board', {
        publications: ['flood-report', 'awkward'],
        stories: ['flood-defences'],
      }),
      publisher('health-and-water', 'HWC', {
        fullName: 'Health, Water & Co',
        publications: ['awkward'],
        url: 'https://example.org/hw',
      }),
    ]),
    topics: byId([topic('floods', 'Floods & “weirs”')]),
    publications: byId(publications),
    stories: byId(stories),
    meetings: byId(meetings),
    formerAddresses: [{ from: '/contacts/a-brook/', to: '/contacts/ada-brook/' }],
  } satisfies Archive)
}

/** The small archive, and 84 publications of one more year, seven in each month. */
export function crowdedYear(year: number): Archive {
  const archive = smallArchive()
  const publications = new Map(archive.publications)
  for (let at = 0; at < 84; at += 1) {
    const date = `${year}-${String(12 - Math.floor(at / 7)).padStart(2, '0')}-${20 - (at % 7)}`
    const id = `rivers-${date}`
    publications.set(id, aPublication({ id, title: `Rivers, part ${84 - at}`, date, precision: 'day', year }))
  }
  return { ...archive, publications }
}
