/** What a typed text asks for: a place (an update, a web address, a time), or words. */
import type { FacetTable } from '../../facet-table.ts'
import { asksNothing, parseQuery, type Query } from '../query/query.ts'
import { type Finding, find, type Hit, type Look, nothing } from './find.ts'
import { addressAsked, dateAsked, type Note, ofTime, updateAsked, updatesFirst, wordsOfAddress } from './ways-in.ts'

/** `query`: what was searched for in the end. `asked`: the places that the text names, in their order. */
export type Asked = { query: Query; finding: Finding; notes: Note[]; first: number[] }

/** Rejects where the index cannot be reached. */
export async function ask(text: string, look: Look, table: FacetTable): Promise<Asked> {
  const query = parseQuery(text)
  if (text.trim() !== '' && asksNothing(query))
    return { query, finding: nothing, notes: [{ kind: 'nothing' }], first: [] }
  return (
    (await byAddress(text, look, table)) ??
    (await byNumber(text, query, { look, table })) ??
    (await byTime(query, look, table)) ?? { query, finding: await find(query, look), notes: [], first: [] }
  )
}

async function byAddress(text: string, look: Look, table: FacetTable): Promise<Asked | null> {
  const old = /\/update-no-(\d+)/u.exec(text)?.[1]
  if (old !== undefined) return byNumber(`update ${old}`, noQuery, { look, table })
  const publisher = /\/publishers\/([^/?#]+)\/?$/u.exec(text)?.[1]
  if (publisher !== undefined) return ask(`publisher:"${publisher}"`, look, table)
  const places = await addressAsked(text, look.index)
  if (places === null) return null
  const notes: Note[] = [{ kind: 'address', isFound: places.length > 0 }]
  if (places.length > 0) return { query: noQuery, finding: onlyAt(places, look), notes, first: places }
  const query = parseQuery(wordsOfAddress(text))
  return { query, finding: asksNothing(query) ? nothing : await find(query, look), notes, first: [] }
}
const noQuery = parseQuery('')

async function byNumber(
  text: string,
  query: Query,
  { look, table }: { look: Look; table: FacetTable },
): Promise<Asked | null> {
  const asked = updateAsked(text, table)
  if (asked === null) return null
  const { number, places, isAlone } = asked
  const isThere = table.rows[places[0] ?? -1]?.update === number
  const notes: Note[] = isThere ? [] : [{ kind: 'no-update', number }]
  if (isAlone) return { query: noQuery, finding: onlyAt(places, look), notes, first: places }
  const finding = await find(query, look)
  return {
    query,
    finding: { ...finding, isRelaxed: false, hits: new Map([...onlyAt(places, look).hits, ...finding.hits]) },
    notes,
    first: places.slice(0, 1),
  }
}

/** Of a time with words beside it, what has the words; where nothing of that time has them, the date is words, too. */
async function byTime(query: Query, look: Look, table: FacetTable): Promise<Asked | null> {
  const date = dateAsked(query)
  if (date === null) return null
  const words = date.rest.split(' ').filter(word => !ofUpdates.test(word))
  const rest: Query = { ...query, words }
  const isBare = words.length + rest.phrases.length + rest.choices.length === 0
  const finding = await find(rest, look)
  const places = finding.isRelaxed ? [] : ofTime(new Set(finding.hits.keys()), date, table)
  const isFound = places.length > 0
  const notes: Note[] = [{ kind: 'date', said: date.said, rest: words.join(' '), isFound }]
  if (!isFound) {
    const all = await find(query, look)
    return { query, finding: all, notes: isBare ? notes : [], first: [] }
  }
  const hits = new Map(places.flatMap(place => entryOf(place, finding.hits)))
  return { query: rest, finding: { ...finding, hits }, notes, first: isBare ? updatesFirst(places, table) : [] }
}
/** "the update of 21 march 2025" */
const ofUpdates = /^(?:|the|of|from|in|on|for|friday|week|dated?|updates?|newsletters?|issues?)$/iu

const entryOf = (place: number, hits: ReadonlyMap<number, Hit>): [number, Hit][] => {
  const hit = hits.get(place)
  return hit ? [[place, hit]] : []
}

const onlyAt = (places: readonly number[], { index }: Look): Finding => ({
  ...nothing,
  hits: new Map(places.flatMap(place => (index.all[place] ? [[place, { found: index.all[place], score: 0 }]] : []))),
})
