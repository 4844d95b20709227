/** What the archive has and the published data do not, by name: the JSON, the tables and the database. */
import type {
  ArchivedContact,
  ArchivedItem,
  ArchivedMeeting,
  ArchivedPublication,
  ArchivedUpdate,
  MeetingRecord,
  Network,
  Person,
  Publication,
  Publisher,
  Story,
  Topic,
} from '../../archive/archive.ts'
import type { LeftOut } from '../../archive/left-out.ts'
import type { Deadline } from '../../update/update.ts'
import type {
  ContactData,
  DeadlineData,
  EntryData,
  ItemData,
  MeetingData,
  MeetingsData,
  NetworksData,
  PeopleData,
  PublicationsData,
  PublishersData,
  StoriesData,
  TopicsData,
  UpdateData,
} from './schemas.ts'

const kept = 'only for the archive itself'
const onPages = 'on pages only'
const given = 'what an editor has written, on pages only'

/** Of the JSON files. */
export const leftOut = {
  update: { foot: 'no part of the newsletter' } satisfies LeftOut<ArchivedUpdate, keyof UpdateData>,
  item: {
    links: onPages,
    networks: 'in stories.json, for all appearances of the story',
    people: 'in stories.json, for all appearances of the story',
    publishers: 'in stories.json, for all appearances of the story',
  } satisfies LeftOut<ArchivedItem, keyof ItemData>,
  meeting: { formerDate: 'in the text of the meeting', yearFrom: kept } satisfies LeftOut<
    ArchivedMeeting,
    keyof MeetingData
  >,
  deadline: { yearFrom: kept } satisfies LeftOut<Deadline, keyof DeadlineData>,
  entry: { yearFrom: kept } satisfies LeftOut<ArchivedPublication, keyof EntryData>,
  contact: { lines: 'the same facts in words', links: onPages } satisfies LeftOut<ArchivedContact, keyof ContactData>,
  person: {
    variants: 'a former name is not published as data',
    note: given,
    networks: 'in networks.json, as contacts',
    stories: 'in stories.json, as people',
  } satisfies LeftOut<Person, keyof PeopleData[number]>,
  network: {
    convenors: 'as contacts, without their dates',
    covers: given,
    note: given,
    stories: 'in stories.json, as networks',
    publications: onPages,
    updates: kept,
  } satisfies LeftOut<Network, keyof NetworksData[number]>,
  publisher: {
    fullName: onPages,
    shortName: kept,
    search: kept,
    note: given,
    publications: 'in publications.json, as publishers',
    stories: 'in stories.json, as publishers',
  } satisfies LeftOut<Publisher, keyof PublishersData[number]>,
  topic: { forms: kept, narrower: 'each names its broader one', note: given } satisfies LeftOut<
    Topic,
    keyof TopicsData[number]
  >,
  publication: {
    year: 'in the url',
    yearFrom: kept,
    note: given,
    listings: 'in the data of each update',
    stories: 'as tellings',
    networks: onPages,
    formerIds: kept,
  } satisfies LeftOut<Publication, keyof PublicationsData[number]>,
  story: { appearances: 'as tellings' } satisfies LeftOut<Story, keyof StoriesData[number]>,
  meetingRecord: {
    yearFrom: kept,
    moves: 'in calendars and on pages',
    announcements: 'the latest is the url; updates has them all',
    sequence: 'in calendars',
    stamp: 'in calendars',
  } satisfies LeftOut<MeetingRecord, keyof MeetingsData[number]>,
}

const inJson = 'in the JSON'

/** Of the CSV files. */
export const notInTables = {
  person: { variants: onPages, verified: inJson, note: given, stories: inJson } satisfies LeftOut<
    Person,
    'id' | 'name' | 'roles' | 'emails' | 'phones' | 'networks' | 'firstIn' | 'lastIn'
  >,
  publisher: { shortName: kept, verified: inJson, search: kept, note: given, stories: inJson } satisfies LeftOut<
    Publisher,
    'id' | 'name' | 'fullName' | 'variants' | 'url' | 'publications'
  >,
  publication: {
    year: 'in the url',
    yearFrom: kept,
    note: given,
    listings: inJson,
    networks: onPages,
    formerIds: kept,
  } satisfies LeftOut<
    Publication,
    | 'id'
    | 'title'
    | 'date'
    | 'precision'
    | 'publishers'
    | 'from'
    | 'updates'
    | 'sourceUrl'
    | 'doi'
    | 'stories'
    | 'topics'
  >,
  story: {} satisfies LeftOut<
    Story,
    'id' | 'title' | 'titleSource' | 'appearances' | 'publications' | 'topics' | 'networks' | 'people' | 'publishers'
  >,
  meeting: {
    label: 'the network’s name is in its place',
    yearFrom: kept,
    moves: 'in calendars and on pages',
    announcements: inJson,
    sequence: 'in calendars',
    stamp: 'in calendars',
  } satisfies LeftOut<
    MeetingRecord,
    | 'id'
    | 'network'
    | 'subject'
    | 'date'
    | 'lastDate'
    | 'start'
    | 'end'
    | 'mode'
    | 'place'
    | 'status'
    | 'contacts'
    | 'updates'
    | 'text'
  >,
}

/** Of the database, which is made of the JSON. */
export const notInDatabase = {
  person: { verified: inJson } satisfies LeftOut<
    PeopleData[number],
    'id' | 'name' | 'url' | 'roles' | 'emails' | 'phones' | 'firstIn' | 'lastIn'
  >,
  network: { variants: inJson, verified: inJson, meetings: 'a table of their own' } satisfies LeftOut<
    NetworksData[number],
    'id' | 'name' | 'url' | 'contacts'
  >,
  publisher: { variants: inJson, verified: inJson, count: 'can be counted' } satisfies LeftOut<
    PublishersData[number],
    'id' | 'name' | 'url' | 'website'
  >,
  publication: { items: 'in story_publications', tellings: 'in story_publications' } satisfies LeftOut<
    PublicationsData[number],
    'id' | 'title' | 'date' | 'precision' | 'publishers' | 'topics' | 'url' | 'sourceUrl' | 'doi' | 'from' | 'updates'
  >,
  meeting: { label: inJson, contact: 'the first of contacts', cancelled: 'in status' } satisfies LeftOut<
    MeetingsData[number],
    | 'id'
    | 'network'
    | 'subject'
    | 'date'
    | 'lastDate'
    | 'start'
    | 'end'
    | 'mode'
    | 'place'
    | 'contacts'
    | 'status'
    | 'text'
    | 'updates'
    | 'url'
  >,
  item: {
    titleSource: 'in stories',
    kind: inJson,
    meetings: inJson,
    deadlines: inJson,
    publications: 'in story_publications',
    topics: 'in story_topics',
    contacts: inJson,
    firstIn: 'can be looked up in appearances',
    repeats: 'can be looked up in appearances',
  } satisfies LeftOut<ItemData, 'id' | 'story' | 'kicker' | 'title' | 'parts'>,
}
