import type { Archive } from '../../src/archive/archive.ts'
import { hashOfAll, hashOnce } from './hashes.ts'

/** Changes whenever anything in the archive does. */
export const hashOfArchive = (archive: Archive): string => hashOfAll(valuesOf(archive))

/** Each record by itself, for as a whole the archive is a very long text. */
function* valuesOf({ site, asOf, formerAddresses, updates, ...records }: Archive): Generator<unknown> {
  yield { site, asOf, formerAddresses }
  yield updates.map(hashOnce)
  for (const [kind, byId] of Object.entries(records)) {
    yield kind
    yield* byId.values()
  }
}
