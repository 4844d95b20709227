import type { Archive } from '../../src/archive/archive.ts'

/** The archive as values of JSON, one after the other: each record by itself, for as a whole it is a very long text. */
export function* archiveValues({ site, asOf, formerAddresses, updates, ...records }: Archive): Generator<unknown> {
  yield { site, asOf, formerAddresses }
  yield* updates
  for (const [kind, byId] of Object.entries(records)) {
    yield kind
    yield* byId.values()
  }
}
