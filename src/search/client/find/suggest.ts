/** "Did you mean": the archive's word nearest to the one typed. */

export type WordCount = { word: string; count: number }

/** Reads a word list: "safeguarding 31\nsafe 12\nsafely\n". */
export const readWordList = (text: string): WordCount[] =>
  Array.from(text.matchAll(/(\S+) ?(.*)/gu), ([, word = '', count]) => ({ word, count: Number(count || 1) }))

/**
 * The likeliest word: the fewest slips away, then the most frequent; null if none is near. A slip is a letter added,
 * missing or replaced, or two neighbours swapped. A word of up to 4 letters may have one slip (and its first letter must
 * be right), up to 8 letters two, longer words three.
 */
export function nearestWord(typed: string, list: readonly WordCount[], most = 3): string | null {
  const allowed = Math.min(most, typed.length <= 4 ? 1 : typed.length <= 8 ? 2 : 3)
  let best: { word: string; slips: number; count: number } | null = null
  for (const { word, count } of list) {
    if (word === typed || Math.abs(word.length - typed.length) > allowed) continue
    if (typed.length <= 4 && word[0] !== typed[0]) continue
    const slips = distance(typed, word)
    if (slips > allowed) continue
    if (best === null || slips < best.slips || (slips === best.slips && count > best.count))
      best = { word, slips, count }
  }
  return best?.word ?? null
}

/** Damerau–Levenshtein distance, with neighbours swapped at most once (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1)
      current.push(least)
    }
    before = above
    above = current
  }
  return above[b.length] ?? 0
}
