/** What the archive has of each record and the search index does not, by name. */
import type { ArchivedItem, Network, Person, Publication, Topic } from '../../archive/archive.ts'
import type { LeftOut } from '../../archive/left-out.ts'

const elsewhere = 'a record of its own'
const inText = 'in the text'
const unsaid = 'no one searches for it'

export const notSearched = {
  item: {
    id: 'in the address',
    links: 'addresses in the text are searched, those on a title are not',
    kind: unsaid,
    deadlines: inText,
    contacts: 'the index has no contact details',
    story: unsaid,
    firstIn: 'the story has all its appearances',
    repeats: 'the story has all its appearances',
    publications: 'of the story',
    topics: 'of the story',
    networks: 'of the story',
    people: inText,
  } satisfies LeftOut<ArchivedItem, 'kicker' | 'title' | 'titleSource' | 'parts' | 'meetings' | 'publishers'>,
  publication: {
    precision: unsaid,
    yearFrom: unsaid,
    from: unsaid,
    doi: unsaid,
    note: unsaid,
    stories: elsewhere,
    formerIds: unsaid,
  } satisfies LeftOut<
    Publication,
    'id' | 'title' | 'date' | 'year' | 'publishers' | 'updates' | 'sourceUrl' | 'listings' | 'topics' | 'networks'
  >,
  person: {
    verified: unsaid,
    note: unsaid,
    emails: 'the index has no contact details',
    phones: 'the index has no contact details',
    stories: elsewhere,
    firstIn: unsaid,
  } satisfies LeftOut<Person, 'id' | 'name' | 'variants' | 'roles' | 'networks' | 'lastIn'>,
  network: { verified: unsaid, note: unsaid, stories: elsewhere, publications: elsewhere } satisfies LeftOut<
    Network,
    'id' | 'name' | 'variants' | 'covers' | 'convenors' | 'meetings' | 'updates'
  >,
  topic: { note: unsaid, broader: elsewhere, narrower: elsewhere } satisfies LeftOut<
    Topic,
    'id' | 'name' | 'forms' | 'covers' | 'stories' | 'publications'
  >,
}
