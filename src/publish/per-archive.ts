import type { Archive } from '../archive/archive.ts'

/** Computes a value when first asked for, and keeps it. */
export function once<Result>(compute: () => Result): () => Result {
  let computed: { result: Result } | undefined
  return () => {
    computed ??= { result: compute() }
    return computed.result
  }
}

/**
 * Computes a value once for each archive, when first asked for. An archive never changes once built, so this only saves
 * time.
 */
export function perArchive<Result>(compute: (archive: Archive) => Result): (archive: Archive) => Result {
  const results = new WeakMap<Archive, () => Result>()
  return archive => {
    const result = results.get(archive) ?? once(() => compute(archive))
    results.set(archive, result)
    return result()
  }
}
