/** The pairs of two lists that run parallel. Throws if one is longer: then they do not. */
export function zip<A, B>(some: readonly A[], others: readonly B[]): [A, B][] {
  if (some.length !== others.length) throw new Error(`lists of ${some.length} and ${others.length} do not run parallel`)
  return some.flatMap((one, at) => others.slice(at, at + 1).map((other): [A, B] => [one, other]))
}
