/**
 * Whether two values of JSON say the same, in the same order of fields. What is one object on both sides is not looked
 * into: values that share most of what they are made of are compared in next to no time.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one)) return Array.isArray(other) && sameList(one, other)
  return !Array.isArray(other) && sameFields(one as Fields, other as Fields)
}

type Fields = Record<string, unknown>

const sameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, at) => sameValue(value, other[at]))

function sameFields(one: Fields, other: Fields): boolean {
  const [names, others] = [Object.keys(one), Object.keys(other)]
  return (
    names.length === others.length &&
    names.every((name, at) => name === others[at] && sameValue(one[name], other[name]))
  )
}
