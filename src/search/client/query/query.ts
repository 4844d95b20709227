/**
 * The query language: words, "an exact phrase", -without, and publisher:, network:, year:, kind:, section: with a word
 * or a quoted phrase. Anything else that somebody types is words: no text is wrong.
 */

/** What a query asks for, in the order typed. */
export type Query = {
  words: string[]
  phrases: string[]
  /** Words and phrases that a hit must not have. */
  without: { text: string; isPhrase: boolean }[]
  limits: Limit[]
}
/** Several limits of one field widen, several fields narrow; `not` takes away. Who a name means is decided elsewhere. */
export type Limit = NameLimit | YearLimit
export type NameLimit = { field: 'publisher' | 'network' | 'kind' | 'section'; name: string; not: boolean }
/** Inclusive; null: open. */
export type YearLimit = { field: 'year'; from: number | null; to: number | null; not: boolean }

/** One piece: an optional minus, an optional `field:`, then a quoted text (its end may be missing) or a run of no blanks. */
const piece =
  /(?<minus>-)?(?:(?<field>publisher|network|kind|section|year):\s*)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]+))/giu
/** "2020", "2020..2022", "2020..", "..2022". */
const span = /^(?<from>\d{4})?(?<dots>\.\.)?(?<to>\d{4})?$/u

export function parseQuery(typed: string): Query {
  const query: Query = { words: [], phrases: [], without: [], limits: [] }
  const text = typed.replace(/[“”„«»]/gu, '"').replace(/(?<=^|\s)[–—−](?=\S)/gu, '-')
  for (const { groups = {} } of text.matchAll(piece)) {
    const said = (groups.phrase ?? groups.word ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(said)) continue
    const isPhrase = groups.phrase !== undefined
    const limit = groups.field ? limitOf(groups.field.toLowerCase(), said, groups.minus !== undefined) : null
    if (limit) query.limits.push(limit)
    else if (groups.minus) query.without.push({ text: said, isPhrase })
    else if (isPhrase && /\s/u.test(said)) query.phrases.push(said)
    else query.words.push(...said.split(/\s+/u))
  }
  return query
}

/** null: no year that can be read, so that "year:one" is two words like any others. */
function limitOf(field: string, said: string, not: boolean): Limit | null {
  if (field !== 'year') return { field: field as NameLimit['field'], name: said, not }
  const { from, dots, to } = span.exec(said)?.groups ?? {}
  if (from === undefined && to === undefined) return null
  const first = from === undefined ? null : Number(from)
  const last = dots === undefined ? first : to === undefined ? null : Number(to)
  const isBackwards = first !== null && last !== null && first > last
  return { field, from: isBackwards ? last : first, to: isBackwards ? first : last, not }
}

/** Whether anything is searched for by its text, rather than by facets alone. */
export const hasText = (query: Query): boolean => query.words.length + query.phrases.length > 0
