/** Decides what the typed text asks for: a place (an update, a web address, a date) or words. */
import type { FacetTable } from '../../facet-table.ts'
import { asksNothing, parseQuery, type Query } from '../query/query.ts'
import { type Finding, find, nothing } from './find.ts'
import {
  addressAsked,
  dateAsked,
  ofTime,
  type SearchNote,
  updateAsked,
  updatesFirst,
  wordsOfAddress,
} from './place-queries.ts'
import type { Hit, Sources } from './search-index.ts'

/** `query`: what was searched for in the end. `first`: places in the table that the text names, to be shown first. */
export type Asked = { query: Query; finding: Finding; notes: SearchNote[]; first: number[] }

/** Rejects where the index cannot be reached. */
export async function ask(text: string, sources: Sources, table: FacetTable): Promise<Asked> {
  const query = parseQuery(text)
  if (text.trim() !== '' && asksNothing(query))
    return { query, finding: nothing, notes: [{ kind: 'nothing' }], first: [] }
  return (
    (await byAddress(text, sources, table)) ??
    (await byNumber(text, query, { sources, table })) ??
    (await byTime(query, sources, table)) ?? { query, finding: await find(query, sources), notes: [], first: [] }
  )
}

async function byAddress(text: string, sources: Sources, table: FacetTable): Promise<Asked | null> {
  const old = /\/update-no-(\d+)/u.exec(text)?.[1]
  if (old !== undefined) return byNumber(`update ${old}`, noQuery, { sources, table })
  const publisher = /\/publishers\/([^/?#]+)\/?$/u.exec(text)?.[1]
  if (publisher !== undefined) return ask(`publisher:"${publisher}"`, sources, table)
  const places = await addressAsked(text, sources.index)
  if (places === null) return null
  const notes: SearchNote[] = [{ kind: 'address', isFound: places.length > 0 }]
  if (places.length > 0) return { query: noQuery, finding: onlyAt(places, sources), notes, first: places }
  const query = parseQuery(wordsOfAddress(text))
  return { query, finding: asksNothing(query) ? nothing : await find(query, sources), notes, first: [] }
}
const noQuery = parseQuery('')

async function byNumber(
  text: string,
  query: Query,
  { sources, table }: { sources: Sources; table: FacetTable },
): Promise<Asked | null> {
  const asked = updateAsked(text, table)
  if (asked === null) return null
  const { number, places, isAlone } = asked
  const isThere = table.rows[places[0] ?? -1]?.update === number
  const notes: SearchNote[] = isThere ? [] : [{ kind: 'no-update', number }]
  if (isAlone) return { query: noQuery, finding: onlyAt(places, sources), notes, first: places }
  const finding = await find(query, sources)
  return {
    query,
    finding: { ...finding, isRelaxed: false, hits: new Map([...onlyAt(places, sources).hits, ...finding.hits]) },
    notes,
    first: places.slice(0, 1),
  }
}

/** For a date with other words, the records of that time with those words. If there are none, the date counts as words. */
async function byTime(query: Query, sources: Sources, table: FacetTable): Promise<Asked | null> {
  const date = dateAsked(query)
  if (date === null) return null
  const words = date.rest.split(' ').filter(word => !ofUpdates.test(word))
  const rest: Query = { ...query, words }
  const isBare = words.length + rest.phrases.length + rest.choices.length === 0
  const finding = await find(rest, sources)
  const places = finding.isRelaxed ? [] : ofTime(new Set(finding.hits.keys()), date, table)
  const isFound = places.length > 0
  const notes: SearchNote[] = [{ kind: 'date', said: date.said, rest: words.join(' '), isFound }]
  if (!isFound) {
    const all = await find(query, sources)
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

const onlyAt = (places: readonly number[], { index }: Sources): Finding => ({
  ...nothing,
  hits: new Map(places.flatMap(place => (index.all[place] ? [[place, { found: index.all[place], score: 0 }]] : []))),
})
