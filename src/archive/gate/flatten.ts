import { invisible } from '../../diagnostics/invisible.ts'

/**
 * A text as a reader sees it: without Markdown's backslashes, invisible characters, accents and wide forms, each
 * character with its place in the original. What is looked for in the flat text can then be cut out of the printed one.
 */
export type Flat = { text: string; at: (place: number) => number }

const plainAscii = /^[^\\\u0080-\uffff]*$/u

/** `at(i)` is where the i-th character of `text` is in `printed`; `at(text.length)` is the end of `printed`. */
export function flatten(printed: string): Flat {
  if (plainAscii.test(printed)) return { text: printed, at: place => place }
  let text = ''
  const places: number[] = []
  for (let index = 0; index < printed.length; index++) {
    const letter = printed.charAt(index)
    if (invisible.test(letter) || (letter === '\\' && /[!-/:-@[-`{-~\n]/u.test(printed[index + 1] ?? ''))) continue
    const flat = letter < '\u0080' ? letter : letter.normalize('NFKD').replace(/\p{M}/gu, '')
    text += flat
    for (let nth = 0; nth < flat.length; nth++) places.push(index)
  }
  places.push(printed.length)
  return { text, at: place => places[place] ?? 0 }
}

/** Cuts stretches of the flat text out of the printed one, and puts `mark` in the place of each. */
export function cut(printed: string, { at }: Flat, { stretches, mark }: Cut): string {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)
  let result = ''
  let from = 0
  for (const { start, end } of sorted) {
    const first = at(start)
    const last = at(end - 1) + 1
    if (last <= from) continue
    result += first < from ? '' : printed.slice(from, first).replace(/\\$/u, '') + mark
    from = last
  }
  return result + printed.slice(from)
}
export type Cut = { stretches: readonly { start: number; end: number }[]; mark: string }
