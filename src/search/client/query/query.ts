/**
 * The query language: words, "an exact phrase", -without (or NOT), a OR b, and fields with a word or a quoted phrase:
 * publisher:, mentions:, network:, topic:, person:, kind:, section:, year:, month:, before:, after:. Anything else is
 * words: there are no syntax errors.
 */
import { dateOfDay, dayNumber } from '../../facet-table.ts'
import { type DayRange, spanNamed } from './dates.ts'

/** What a query asks for, in the order typed. */
export type Query = {
  words: string[]
  phrases: string[]
  /** Words or phrases of which a hit must have one: "fostering OR adoption". */
  choices: QueryPiece[][]
  /** Words and phrases that a hit must not have. */
  without: QueryPiece[]
  limits: Limit[]
}
export type QueryPiece = { text: string; isPhrase: boolean }
/** Several limits on one field widen the search, several fields narrow it; `not` excludes. `refine` resolves names. */
export type Limit = NameLimit | TimeLimit
const nameFields = ['publisher', 'mentions', 'network', 'topic', 'kind', 'section'] as const
export type NameField = (typeof nameFields)[number]
export type NameLimit = { field: NameField; name: string; not: boolean }
/** `year` compares the years of all appearances; the other fields compare the record's day. */
export type TimeLimit = { field: 'year' | 'month' | 'before' | 'after'; not: boolean } & DayRange

/** One piece: an optional minus, an optional `field:`, then quoted text (the end quote may be missing) or a word. */
const piece =
  /(?<minus>-)?(?:(?<field>publisher|mentions|network|topic|person|kind|section|year|month|before|after):\s*)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]+))/giu

export function parseQuery(typed: string): Query {
  const query: Query = { words: [], phrases: [], choices: [], without: [], limits: [] }
  const text = typed.replace(/[“”„«»]/gu, '"').replace(/(?<=^|\s)[–—−](?=\S)/gu, '-')
  const pieces = [...text.matchAll(piece)]
  let last: QueryPiece | null = null
  for (let nth = 0; nth < pieces.length; nth++) {
    const { minus, field, phrase, word } = pieces[nth]?.groups ?? {}
    const isBetween = nth > 0 && nth < pieces.length - 1
    if (word === 'AND' && isBetween) continue
    if (word === 'OR' && isBetween && last !== null) {
      nth += 1
      const other = asPiece(pieces[nth]?.groups ?? {})
      if (other !== null) alternative(query, last, other)
      last = other ?? last
      continue
    }
    const isNot: boolean = word === 'NOT' && nth < pieces.length - 1
    const said = asPiece(isNot ? (pieces[++nth]?.groups ?? {}) : { phrase, word })
    last = said === null ? null : takeSaid(query, said, { field, isMinus: minus !== undefined, isNot })
  }
  return query
}

type Signs = { field: string | undefined; isMinus: boolean; isNot: boolean }

/** The piece, if an "OR" behind it may make it one of two; else null. */
function takeSaid(query: Query, said: QueryPiece, { field, isMinus, isNot }: Signs): QueryPiece | null {
  const limit = field ? limitOf(field.toLowerCase(), said.text, isMinus) : null
  if (limit) query.limits.push(...limit.limits)
  if (isNot || (isMinus && !limit)) {
    query.without.push(said)
    return null
  }
  return !limit || limit.isText ? take(query, said) : null
}

/** null: nothing in it can be searched for. A quoted word must match as typed. */
function asPiece({ phrase, word }: Record<string, string | undefined>): QueryPiece | null {
  const text = (phrase ?? word ?? '').trim()
  return /[\p{L}\p{N}]/u.test(text) ? { text, isPhrase: phrase !== undefined } : null
}

function take(query: Query, piece: QueryPiece): QueryPiece {
  if (piece.isPhrase) query.phrases.push(piece.text)
  else query.words.push(piece.text)
  return piece
}

/** Turns a required word or phrase into one of two alternatives. */
function alternative({ words, phrases, choices }: Query, one: QueryPiece, other: QueryPiece): void {
  const open = choices.find(some => some.includes(one))
  if (open) {
    open.push(other)
    return
  }
  const list = one.isPhrase ? phrases : words
  list.splice(list.lastIndexOf(one.text), 1)
  choices.push([one, other])
}

/** null: the value makes no sense, so "year:one" is just two words. `isText`: the value is also searched for. */
function limitOf(field: string, said: string, not: boolean): { limits: Limit[]; isText: boolean } | null {
  if (field === 'person') return not ? null : { limits: [{ field: 'kind', name: 'person', not }], isText: true }
  const name = nameFields.find(one => one === field)
  if (name !== undefined) return { limits: [{ field: name, name: said, not }], isText: false }
  const span = field === 'year' ? yearSpan(said) : spanNamed(said)
  if (span === null) return null
  if (field === 'year' || field === 'month') return { limits: [{ field, ...span, not }], isText: false }
  const [from, to] = [span.from ?? 0, span.to ?? 0]
  if (field === 'before') return { limits: [{ field, from: null, to: from - 1, not }], isText: false }
  // "after:2025" means from 1 January 2025, as in other search engines; after a day means from the next day.
  return { limits: [{ field: 'after', from: from === to ? to + 1 : from, to: null, not }], isText: false }
}

/** "2020", "2020..2022", "2020..", "..2022". */
function yearSpan(said: string): DayRange | null {
  const { from, dots, to } = /^(?<from>\d{4})?(?<dots>\.\.)?(?<to>\d{4})?$/u.exec(said)?.groups ?? {}
  if (from === undefined && to === undefined) return null
  const years = [from, dots === undefined ? from : to]
  const isBackwards = from !== undefined && to !== undefined && from > to
  const [first, last] = isBackwards ? years.reverse() : years
  return {
    from: first === undefined ? null : dayNumber(`${first}-01-01`),
    to: last === undefined ? null : dayNumber(`${last}-12-31`),
  }
}

/** The years of a limit: "2020..2022". */
export const yearsOf = ({ from, to }: DayRange): { from: number | null; to: number | null } => ({
  from: from === null ? null : dateOfDay(from).getUTCFullYear(),
  to: to === null ? null : dateOfDay(to).getUTCFullYear(),
})

/** Whether a query asks for nothing, such as "😀" or "-". */
export const asksNothing = ({ words, phrases, choices, without, limits }: Query): boolean =>
  words.length + phrases.length + choices.length + without.length + limits.length === 0
