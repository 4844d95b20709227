/** Maps from a key to a list: Node 20 has no Map.groupBy yet. */

export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** Keys in the order of their first value, values in their order. */
export function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, [V, ...V[]]> {
  const lists = new Map<K, [V, ...V[]]>()
  for (const value of values) addTo(lists, keyOf(value), value)
  return lists
}
