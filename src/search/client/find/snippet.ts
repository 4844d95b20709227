/** The part of its text that a hit shows, with the words marked, and the link that marks them on the page it opens. */
import { blockSign, formKey, searchWords } from '../../spelling.ts'

export type SnippetPiece = { text: string; isMarked: boolean }

/** A text as the index holds it, and which of its words to mark. */
export type MarkedText = { words: string[]; marked: ReadonlySet<number> }

const shownWords = 34

/** What to mark: Pagefind's word positions, and every place that has one of the forms ("EHC plan" for "EHCP"). */
export type Marks = { places: readonly number[]; forms: readonly string[] }

export function markText(content: string, { places, forms }: Marks): MarkedText {
  const words = content.split(/\s+/u)
  const marked = new Set(places.filter(place => place < words.length && words[place] !== blockSign))
  for (const form of forms) for (const place of placesOf(words, form)) marked.add(place)
  return { words, marked }
}

/** The positions of all words in each stretch that matches the form. A printed word may be two of ours: "16-17". */
function placesOf(printed: readonly string[], form: string): number[] {
  const key = formKey(form)
  const length = key.split(' ').length
  if (key === '' || (length === 1 && key.length < 2)) return []
  const parts = printed.flatMap((word, place) => searchWords(word).map(part => ({ place, key: formKey(part) })))
  return parts.flatMap((_, start) => {
    const stretch = parts.slice(start, start + length)
    return stretch.map(part => part.key).join(' ') === key ? stretch.map(part => part.place) : []
  })
}

/** The stretch with the most marked words, the first of equals; the beginning if nothing is marked. */
export function snippetOf({ words, marked }: MarkedText): SnippetPiece[] {
  const from = bestStart(words.length, marked)
  const to = Math.min(words.length, from + shownWords)
  const pieces: SnippetPiece[] = from > 0 ? [{ text: '… ', isMarked: false }] : []
  for (let place = from; place < to; place++) {
    const word = words[place] ?? ''
    if (word === blockSign) add(pieces, { text: '· ', isMarked: false })
    else {
      add(pieces, { text: word, isMarked: marked.has(place) })
      add(pieces, { text: ' ', isMarked: marked.has(place) && marked.has(place + 1) })
    }
  }
  if (to < words.length) add(pieces, { text: '…', isMarked: false })
  return pieces
}

/** Marks the words of a title that begin with a searched word, and its other forms. */
export function markTitle(title: string, forms: readonly string[]): SnippetPiece[] {
  const words = title.split(' ')
  const marked = new Set(forms.flatMap(form => placesOf(words, form)))
  const beginnings = forms.flatMap(form => (/\s/u.test(form) ? [] : searchWords(form))).filter(word => word.length > 3)
  const pieces: SnippetPiece[] = []
  words.forEach((word, place) => {
    if (place > 0) add(pieces, { text: ' ', isMarked: marked.has(place - 1) && marked.has(place) })
    const isMarked =
      marked.has(place) || searchWords(word).some(part => beginnings.some(start => part.startsWith(start)))
    add(pieces, { text: word, isMarked })
  })
  return pieces
}

function add(pieces: SnippetPiece[], piece: SnippetPiece): void {
  const last = pieces.at(-1)
  if (last && last.isMarked === piece.isMarked) last.text += piece.text
  else pieces.push({ ...piece })
}

function bestStart(length: number, marked: ReadonlySet<number>): number {
  const places = [...marked].sort((a, b) => a - b)
  let best = { start: 0, count: 0 }
  for (const place of places) {
    const start = Math.max(0, Math.min(place - 6, length - shownWords))
    const count = places.filter(other => start <= other && other < start + shownWords).length
    if (count > best.count) best = { start, count }
  }
  return best.start <= 8 ? 0 : best.start
}

const mostDirectives = 4
const context = 6
/** A shorter stretch, with the words around it, may also be earlier on the page, and the browser takes the first match. */
const surely = 6
const edge = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/**
 * The text directive of a link (`:~:text=…`): the browser finds each stretch by the words around it, marks it, and scrolls
 * to the first, whatever the `#id` says. "" if no stretch is unique: it is short, or only repeats the title, which is
 * also in the page's contents list above the story.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function textDirective(text: MarkedText, title: string): string {
  const stretches = runsOf(text).sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  const directives = stretches
    .slice(0, mostDirectives)
    .sort((a, b) => a.from - b.from)
    .flatMap(run => directiveOf(text, run, title))
  return directives.length === 0 ? '' : `:~:${directives.map(directive => `text=${directive}`).join('&')}`
}

type Run = { from: number; to: number }

/** Stretches of adjacent marked words. */
function runsOf({ words, marked }: MarkedText): Run[] {
  const runs: Run[] = []
  for (let place = 0; place < words.length; place++) {
    if (!marked.has(place)) continue
    const last = runs.at(-1)
    if (last && last.to === place) last.to = place + 1
    else runs.push({ from: place, to: place + 1 })
  }
  return runs
}

/** `prefix-,stretch,-suffix`. The context stays within one block: between blocks the page may have other text. */
function directiveOf({ words }: MarkedText, { from, to }: Run, title: string): string[] {
  const stretch = words.slice(from, to).join(' ')
  const before = words.slice(Math.max(0, from - context), from)
  const after = words.slice(to, to + context)
  const prefix = before.slice(before.lastIndexOf(blockSign) + 1).join(' ')
  const suffix = (after.includes(blockSign) ? after.slice(0, after.indexOf(blockSign)) : after).join(' ')
  // A comma after the word belongs neither to it nor to what follows, so only the words before are used as context.
  const bare = stretch.replace(edge, '')
  const isBare = prefix !== '' && bare !== '' && stretch.startsWith(bare)
  const parts = [prefix === '' ? '' : `${encoded(prefix)}-,`, encoded(isBare ? bare : stretch)]
  const following = isBare && bare !== stretch ? '' : suffix
  const pinned = searchWords(`${prefix} ${stretch} ${following}`)
  if (pinned.length < surely || searchWords(title).join(' ').includes(pinned.join(' '))) return []
  return [`${parts.join('')}${following === '' ? '' : `,-${encoded(following)}`}`]
}

const encoded = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D')
