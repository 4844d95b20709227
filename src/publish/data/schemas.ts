/**
 * The shapes of the published JSON, in one place; others rely on them. The compiler checks the data against types derived from
 * them, the tests check the files, and `/data/schemas/` publishes them as JSON Schema.
 */
import { z } from 'zod'

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .describe('a slug; it never changes')
const updateNumber = z.int().positive().describe('the number of an update')
const updates = z.array(updateNumber).describe('numbers of updates, ascending')
const address = z.string().regex(/^\//u).describe('relative to the site: put the site’s address before it')
const webAddress = z.string().regex(/^https?:/iu)
const date = z.iso.date()
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
  .describe('HH:MM, Europe/London')
const topics = z.array(id).max(3).describe('what it is about: ids in topics.json, the most certain first')
const markdown = z.string().describe('CommonMark')

const publicationDate = {
  date: z.union([date, month]).nullable(),
  precision: z.enum(['day', 'month']).nullable().describe('how exact the date is'),
}

const contactOfMeeting = z.string().describe('id of a person, or else the e-mail address or name as printed')

const aboutMeeting = {
  network: id,
  label: z.string().describe('the network’s name as printed'),
  subject: z.string().nullable(),
  date: date.nullable().describe('the first day, where there are several; null for one that is postponed'),
  lastDate: date.nullable().describe('the last day of a meeting of several days in a row'),
  start: time.nullable(),
  end: time.nullable(),
  mode: z.enum(['in-person', 'online', 'hybrid']).nullable(),
  place: z.string().nullable(),
  contact: contactOfMeeting.nullable().describe('the first of contacts'),
  contacts: z.array(contactOfMeeting),
  status: z
    .enum(['planned', 'cancelled', 'postponed'])
    .describe(
      'postponed: off its old day; date is the new day if one was published, and a list of meetings then has it as planned',
    ),
  cancelled: z.boolean().describe('whether status is "cancelled"'),
  text: z.string().describe('the line or sentence as printed'),
}
const meeting = z.strictObject({ meeting: id.describe('the meeting’s id in meetings.json'), ...aboutMeeting })

const deadline = z.strictObject({
  label: z.string().describe('what it is for, as printed'),
  date,
  time: time.nullable(),
  text: z.string().describe('the line or sentence as printed'),
})

const contactEntry = z.strictObject({
  person: id,
  name: z.string(),
  role: z.string(),
  organisation: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable().describe('as printed'),
  emails: z.array(z.string()).describe('where several were printed; the first is email'),
  phones: z.array(z.string()).describe('where several were printed; the first is phone'),
})

const item = z.strictObject({
  id: id.describe('the story’s anchor on the update’s page'),
  story: id.describe('the story’s id in stories.json'),
  kicker: z.string().nullable().describe('the words above the title: "Reminder:"'),
  title: z.string().nullable(),
  titleSource: z
    .enum(['printed', 'supplied', 'none'])
    .describe('supplied: the title was lost, and comes from another line of the same update'),
  kind: z.enum(['article', 'network-dates']),
  parts: z.array(z.strictObject({ label: z.string().nullable(), text: markdown })),
  meetings: z.array(meeting),
  deadlines: z.array(deadline).describe('dates by which readers have to act'),
  publications: z.array(id).describe('publications that the story is about'),
  topics,
  contacts: z.array(contactEntry).describe('printed inside the story'),
  firstIn: updateNumber.describe('the first update with this story'),
  repeats: updates.describe('the other updates with this story'),
})

const publicationEntry = z.strictObject({
  publication: id,
  ...publicationDate,
  publishers: z.array(id),
  title: z.string(),
  text: markdown.describe('the whole entry'),
  link: webAddress.nullable().describe('the address of the entry’s own link'),
  items: z.array(id).describe('stories of the same update about it'),
})

const section = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notices'), heading: z.string().nullable(), text: markdown }),
  z.strictObject({ kind: z.literal('updates'), heading: z.string(), items: z.array(item) }),
  z.strictObject({ kind: z.literal('reminders'), heading: z.string(), items: z.array(item) }),
  z.strictObject({ kind: z.literal('publications'), heading: z.string(), entries: z.array(publicationEntry) }),
  z.strictObject({ kind: z.literal('contacts'), heading: z.string(), entries: z.array(contactEntry) }),
])

const update = z.strictObject({
  number: updateNumber,
  date,
  heading: z.string().describe('the masthead as printed'),
  url: address,
  previous: updateNumber.nullable(),
  next: updateNumber.nullable(),
  sections: z.array(section),
})

const record = { id, name: z.string(), url: address }
const recurring = {
  variants: z.array(z.string()).describe('other names; a publisher’s name spelt out comes first'),
  verified: z.boolean().describe('false: taken from the updates, and not yet checked by an editor'),
}

const person = z.strictObject({
  ...record,
  verified: recurring.verified,
  roles: z.array(z.strictObject({ role: z.string(), organisation: z.string().nullable(), updates })),
  emails: z.array(z.string()).describe('latest first'),
  phones: z.array(z.string()).describe('as printed, latest first'),
  firstIn: updateNumber.nullable(),
  lastIn: updateNumber.nullable(),
})

const meetingRecord = z.strictObject({
  id,
  ...aboutMeeting,
  updates: updates.describe('every update that announced it'),
  url: address.describe('the latest announcement'),
})

const network = z.strictObject({
  ...record,
  ...recurring,
  contacts: z.array(id).describe('contacts named in the updates, latest first'),
  meetings: z.array(meetingRecord),
})

const publisher = z.strictObject({
  ...record,
  ...recurring,
  website: z.string().nullable(),
  count: z.int().nonnegative().describe('how many of its publications are in the updates'),
})

const appearance = z.strictObject({ update: updateNumber, item: id, url: address })

const publication = z.strictObject({
  id,
  title: z.string(),
  ...publicationDate,
  publishers: z.array(id),
  topics,
  url: address,
  sourceUrl: webAddress.nullable().describe('where it was published, if known'),
  doi: z.string().nullable(),
  from: z.enum(['list', 'story']).describe('story: no update lists it, but a story says that it was published'),
  updates: updates.describe('every update that lists it, or else those with a story about it'),
  items: z.array(id).describe('stories about it, by their ids within their updates'),
  tellings: z.array(appearance).describe('the same stories, with the update of each'),
})

const story = z.strictObject({
  id,
  title: z.string().nullable(),
  titleSource: item.shape.titleSource,
  url: address.describe('its first appearance'),
  tellings: z.array(appearance),
  topics,
  publications: z.array(id),
  networks: z.array(id),
  people: z.array(id),
  publishers: z.array(id),
})

const topic = z.strictObject({
  ...record,
  covers: z.string().describe('what the topic covers, in a sentence'),
  broader: id.nullable().describe('the wider topic'),
  stories: z.array(id).describe('stories about it, by their ids in stories.json, oldest first'),
  publications: z.array(id).describe('publications about it, latest first'),
})

const titled = <Schema extends z.ZodType>(schema: Schema, what: string): Schema =>
  schema.meta({ title: `${what} of the Friday Update archive` })

export const schemas = {
  update: titled(update, 'One update'),
  updates: titled(z.array(update.pick({ number: true, date: true, heading: true, url: true })), 'Updates'),
  people: titled(z.array(person), 'People'),
  networks: titled(z.array(network), 'Networks'),
  publishers: titled(z.array(publisher), 'Publishers'),
  publications: titled(z.array(publication), 'Publications'),
  meetings: titled(z.array(meetingRecord), 'Meetings'),
  stories: titled(z.array(story), 'Stories'),
  topics: titled(z.array(topic), 'Topics'),
}
export type SchemaName = keyof typeof schemas
type Of<Name extends SchemaName> = z.infer<(typeof schemas)[Name]>

export type UpdateData = Of<'update'>
export type ItemData = z.infer<typeof item>
export type MeetingData = z.infer<typeof meeting>
export type DeadlineData = z.infer<typeof deadline>
export type ContactData = z.infer<typeof contactEntry>
export type EntryData = z.infer<typeof publicationEntry>
export type SectionData = z.infer<typeof section>
export type UpdateListData = Of<'updates'>
export type PeopleData = Of<'people'>
export type NetworksData = Of<'networks'>
export type PublishersData = Of<'publishers'>
export type PublicationsData = Of<'publications'>
export type MeetingsData = Of<'meetings'>
export type StoriesData = Of<'stories'>
export type TopicsData = Of<'topics'>

/** The JSON Schema (2020-12) of a published JSON file, as text; `id` is the web address of the schema itself. */
export function jsonSchema(schema: z.ZodType, id: string): string {
  const { $schema, title, ...rest } = z.toJSONSchema(schema)
  return `${JSON.stringify({ $schema, $id: id, title, ...rest }, null, 2)}\n`
}
