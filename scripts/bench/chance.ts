/** Chance that is the same each time: xorshift32. */
export type Chance = {
  /** A whole number from 0 to below the limit. */
  below: (limit: number) => number
  one: <T>(things: readonly T[]) => T
  /** Up to so many of the things, in their order. */
  some: <T>(things: readonly T[], number: number) => T[]
}

export function chance(seed: number): Chance {
  let state = seed
  const below = (limit: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
  return {
    below,
    one<T>(things: readonly T[]): T {
      const [thing] = things.slice(below(things.length))
      if (thing === undefined) throw new Error('there is nothing to choose from')
      return thing
    },
    some(things, number) {
      const left = new Set(things.keys())
      while (left.size > number) for (const at of [...left].splice(below(left.size), 1)) left.delete(at)
      return things.filter((_, at) => left.has(at))
    },
  }
}
