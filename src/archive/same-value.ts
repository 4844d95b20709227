/**
 * Whether two values of JSON say the same, in the same order of fields. What is one object on both sides is not looked
 * into: values that share most of what they are made of are compared in next to no time.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) return sameList(one, other)
  const [fields, others] = [Object.entries(one), Object.entries(other)]
  return (
    fields.length === others.length &&
    fields.every(([name, value], at) => name === others[at]?.[0] && sameValue(value, others[at]?.[1]))
  )
}

const sameList = (one: object, other: object): boolean =>
  Array.isArray(one) &&
  Array.isArray(other) &&
  one.length === other.length &&
  one.every((value, at) => sameValue(value, other[at]))
