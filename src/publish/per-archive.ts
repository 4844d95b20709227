import type { Archive } from '../archive/archive.ts'

/** Computes something when it is asked for first, and remembers it. */
export function once<Result>(compute: () => Result): () => Result {
  let computed: { result: Result } | undefined
  return () => {
    computed ??= { result: compute() }
    return computed.result
  }
}

/**
 * Computes something once for each archive value, and only when it is asked for. An archive is never changed after it
 * was built, so this shows nowhere but in time.
 */
export function perArchive<Result>(compute: (archive: Archive) => Result): (archive: Archive) => Result {
  const results = new WeakMap<Archive, () => Result>()
  return archive => {
    const result = results.get(archive) ?? once(() => compute(archive))
    results.set(archive, result)
    return result()
  }
}
