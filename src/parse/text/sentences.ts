/** Sentences of a paragraph. */

// "Mr. Owen", "St. John’s" and "10 a.m. Monday" go on; behind "p.m." another sentence may begin, where a capital word does.
const end = /(?<=[.!?]["”’)]{0,3})(?<!\b(?:Mr|Mrs|Ms|Dr|St|Rd|Ave|No|Prof|vs|e\.g|i\.e)\.)\s+(?=["“‘(]?(?:\p{Lu}|\d))/u
const weekdayNext = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*\b/u

/** The sentences of a text, in order; together they have all its words. */
export function sentencesOf(text: string): string[] {
  const found: string[] = []
  for (const piece of text.split(end)) {
    const last = found.at(-1)
    const goesOn = last !== undefined && /\b[ap]\.m\.$/u.test(last) && (weekdayNext.test(piece) || /^\d/u.test(piece))
    if (goesOn) found[found.length - 1] = `${last} ${piece}`
    else found.push(piece)
  }
  return found
}
