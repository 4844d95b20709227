import type { Archive } from '../archive/archive.ts'

/**
 * Computes something once for each archive value, and only when it is asked for. An archive is never changed after it
 * was built, so this shows nowhere but in time.
 */
export function perArchive<Result>(compute: (archive: Archive) => Result): (archive: Archive) => Result {
  const results = new WeakMap<Archive, { result: Result }>()
  return archive => {
    const known = results.get(archive)
    if (known) return known.result
    const result = compute(archive)
    results.set(archive, { result })
    return result
  }
}
