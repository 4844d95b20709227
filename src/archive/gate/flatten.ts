import { invisible } from '../../diagnostics/invisible.ts'

/**
 * A text as a reader sees it, each character with its place in the original. What is looked for in the flat text can then be
 * cut out of the printed one.
 */
export type Flat = {
  text: string
  /** Where the character at this place of `text` begins and ends in the printed text. */
  start: (place: number) => number
  end: (place: number) => number
  /** What was left out and shapes the words around it, as stretches of the printed text, in order. */
  markup: readonly Markup[]
}

export type Markup = { start: number; end: number; kind: 'opens link' | 'closes link' | 'emphasis' }

const plainAscii = /^[^\\\u0080-\uffff]*$/u

/** Leaves out Markdown's backslashes, invisible characters, accents and wide forms. */
export function flatten(printed: string): Flat {
  if (plainAscii.test(printed)) return { text: printed, start: place => place, end: place => place + 1, markup: [] }
  const letters = letterWriter()
  let at = 0
  for (const letter of printed) {
    const from = at
    at += letter.length
    if (invisible.test(letter) || (letter === '\\' && /[!-/:-@[-`{-~\n]/u.test(printed[at] ?? ''))) continue
    letters.add(letter < '\u0080' ? letter : letter.normalize('NFKD').replace(/\p{M}/gu, ''), from, at)
  }
  return letters.flat()
}

/** Puts a flat text together, letter by letter. */
export function letterWriter() {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  return {
    add(letters: string, start: number, end: number) {
      text += letters
      for (let nth = 0; nth < letters.length; nth++) {
        starts.push(start)
        ends.push(end)
      }
    },
    flat: (markup: readonly Markup[] = []): Flat => ({
      text,
      start: place => starts[place] ?? 0,
      end: place => ends[place] ?? 0,
      markup,
    }),
  }
}

/** Cuts stretches of the flat text out of the printed one, and puts `mark` in the place of each. */
export function cut(printed: string, { start, end, markup }: Flat, { stretches, mark }: Cut): string {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)
  let result = ''
  let from = 0
  let next = 0
  for (const stretch of sorted) {
    const first = start(stretch.start)
    const last = end(stretch.end - 1)
    if (last <= from) continue
    while ((markup[next]?.start ?? last) < Math.max(first, from)) next += 1
    const inside: Markup[] = []
    for (let one = markup[next]; one !== undefined && one.start < last; one = markup[next]) {
      inside.push(one)
      next += 1
    }
    const { opened, closed } = halvesIn(printed, inside)
    // "[Jo](…) [Bloggs](…)": both links stay, each with a mark.
    const marked = opened !== '' && closed !== '' ? `${mark}${closed} ${opened}${mark}` : `${opened}${mark}${closed}`
    result += first < from ? closed : printed.slice(from, first).replace(/\\$/u, '') + marked
    from = last
  }
  return result + printed.slice(from)
}
export type Cut = { stretches: readonly { start: number; end: number }[]; mark: string }

/** Markup inside a stretch whose other half is outside: "[Ask jo](…)@example.org" keeps its link. */
function halvesIn(printed: string, inside: readonly Markup[]): { opened: string; closed: string } {
  const opened: string[] = []
  const closed: string[] = []
  for (const { start, end, kind } of inside) {
    const written = printed.slice(start, end)
    if (kind === 'opens link') opened.push(written)
    else if (kind === 'closes link') takeLast(opened, half => half.endsWith('[')) || closed.push(written)
    else if (![opened, closed].some(halves => takeLast(halves, half => half === written)))
      (beginsWord(printed, start, end) ? opened : closed).push(written)
  }
  return { opened: opened.join(''), closed: closed.join('') }
}

function takeLast(halves: string[], isWanted: (half: string) => boolean): boolean {
  const place = halves.findLastIndex(isWanted)
  if (place !== -1) halves.splice(place, 1)
  return place !== -1
}

/** "a **b", and not "a** b". */
const beginsWord = (printed: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test(printed[start - 1] ?? '') && /\S/u.test(printed[end] ?? '')
