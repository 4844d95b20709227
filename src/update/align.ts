/**
 * Which fact of the front matter belongs to which part of the text, when either may have been edited.
 * A fact has a key: the words of the text that it is about (a story's title, a publication's, a contact's name).
 */

/**
 * Whether the text says these words, in this order. Others may be between them: a title leaves out "(6 pages)", and joins
 * two lines with ": ". White space, case and signs do not count.
 */
export function holds(text: string, words: string): boolean {
  if (text.includes(words)) return true
  const [said, wanted] = [wordsOf(text), wordsOf(words)]
  let from = 0
  const isInOrder = wanted.every(word => {
    const at = said.indexOf(word, from)
    from = at + 1
    return at >= 0
  })
  // "publishedTransforming SEND": the title begins in the middle of what is one word by now.
  return isInOrder || said.join('').includes(wanted.join(''))
}

/** For each text the index of its fact, or null; no fact is given twice. `same` says that the key is about the text. */
export function align(
  keys: readonly string[],
  texts: readonly string[],
  same: (key: string, text: string) => boolean = (key, text) => holds(text, key),
): (number | null)[] {
  const facts: (number | null)[] = texts.map(() => null)
  const free = new Set(keys.keys())
  const give = (text: number, fact: number | undefined) => {
    if (fact === undefined) return
    facts[text] = fact
    free.delete(fact)
  }
  const sure = (text: number) => (fact: number) => same(keys[fact] ?? '', texts[text] ?? '')
  if (keys.length === texts.length) each(facts, text => give(text, [text].find(sure(text))))
  each(facts, text => give(text, [...free].find(sure(text))))
  // What is left was retitled, added or removed. As many as there are facts: retitled, in their order.
  const inOrder = facts.filter(fact => fact === null).length === free.size
  each(facts, text => give(text, inOrder ? [...free][0] : mostAlike(keys, texts[text] ?? '', free)))
  return facts
}

function each(facts: (number | null)[], visit: (text: number) => void): void {
  facts.forEach((fact, text) => {
    if (fact === null) visit(text)
  })
}

/** The free fact with the largest share of its key's words in the text; at least half of them. */
function mostAlike(keys: readonly string[], text: string, free: ReadonlySet<number>): number | undefined {
  const words = new Set(wordsOf(text))
  const share = (fact: number) => {
    const wanted = wordsOf(keys[fact] ?? '')
    return wanted.filter(word => words.has(word)).length / Math.max(1, wanted.length)
  }
  return [...free].filter(fact => share(fact) >= 0.5).sort((a, b) => share(b) - share(a))[0]
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
