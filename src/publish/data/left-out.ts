/** What the archive has and the published data do not, by name. */
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
