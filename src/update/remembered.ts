/**
 * A function that remembers its latest answers. Reminders and rolling lists print the same text for weeks, but not for
 * years: what has not been asked in a long while is forgotten, so that memory does not grow with the archive.
 */
export function remembered<Asked, Answer extends NonNullable<unknown> | null>(
  answer: (asked: Asked) => Answer,
  /** Equal for what has equal answers. */
  keyOf: (asked: Asked) => string,
): (asked: Asked) => Answer {
  const known = new Map<string, Answer>()
  return asked => {
    const key = keyOf(asked)
    const before = known.get(key)
    const found = before === undefined ? answer(asked) : before
    // A Map lists its entries in the order in which they came in: the first was asked for longest ago.
    known.delete(key)
    known.set(key, found)
    const [oldest] = known.size > mostRemembered ? known.keys() : []
    if (oldest !== undefined) known.delete(oldest)
    return found
  }
}

/** The texts of more than a year of updates. */
const mostRemembered = 3000

/** A function of things that never change, computed once for each, for as long as the thing is in use. */
export function rememberedOf<Thing extends object, Answer>(answer: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, { answer: Answer }>()
  return thing => {
    const found = known.get(thing) ?? { answer: answer(thing) }
    known.set(thing, found)
    return found.answer
  }
}
