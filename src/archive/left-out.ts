import type { ContactEntry, Item } from '../update/update.ts'

/**
 * Every field of a record that something made of it does not have, and why not. Used with `satisfies`, so that the compiler
 * asks whether data, pages and index want a new field: none is lost by silence.
 */
export type LeftOut<Of, Has extends PropertyKey> = Record<Exclude<keyof Of, Has>, string>

/** What an update says of a person or in a story, and the record of that person or story does not keep. */
export const notInRecords = {
  person: { lines: 'the same facts in words', links: 'of one update' } satisfies LeftOut<
    ContactEntry,
    'name' | 'role' | 'organisation' | 'emails' | 'phones'
  >,
  story: {
    kicker: 'of one update',
    links: 'of one update',
    kind: 'of one update',
    parts: 'of one update',
    meetings: 'records of their own',
    deadlines: 'of one update',
    contacts: 'records of their own',
  } satisfies LeftOut<Item, 'id' | 'title' | 'titleSource' | 'publications'>,
}
