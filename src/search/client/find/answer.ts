/** A search from its address to what the page shows: everything but the showing. It runs in the worker. */
import { kinds, type Row } from '../../facet-table.ts'
import { type Concept, conceptOf } from '../../spelling.ts'
import type { ShownText } from '../../texts.ts'
import { hitsOnPage, type SearchState } from '../query/address.ts'
import { parseQuery } from '../query/query.ts'
import { type Match, type Refined, refine } from '../query/refine.ts'
import { type Finding, find } from './find.ts'
import { type Loaded, load } from './pagefind.ts'
import { type Marks, markText, markTitle, type Piece, snippetOf, textDirective } from './snippet.ts'

/** Plain data: it crosses from the worker to the page. */
export type Answer = {
  /** As asked, its page one that there is. */
  state: SearchState
  total: number
  /** How many the words found, whatever the facets leave of them. */
  found: number
  hits: ShownHit[]
  counts: Refined['counts']
  unknownNames: string[]
  finding: Omit<Finding, 'hits'>
  /** The update that the query names ("update 654"), where the archive has it. */
  update: number | null
}

/** One hit of the page that is shown: what it says of itself, its words marked. */
export type ShownHit = {
  kind: (typeof kinds)[number]
  day: number
  update: number
  publishers: string[]
  /** Site-relative. */
  address: string
  /** `:~:text=…`, or "": marks the words on the page that the address leads to. */
  directive: string
  title: Piece[]
  snippet: Piece[]
}

/** A state of null only fetches what every search needs. */
export type Answerer = (state: SearchState | null) => Promise<Answer | null>

/** Answers searches over the index in `folder`, fetched once. Rejects, for good, where that fails. */
export function answerer(folder: string): Answerer {
  let loading: Promise<Loaded> | null = null
  return async state => {
    loading ??= load(folder)
    const loaded = await loading
    return state && answerFrom(state, loaded)
  }
}

async function answerFrom(state: SearchState, { index, table }: Loaded): Promise<Answer> {
  const query = parseQuery(state.text)
  const { hits, ...finding } = await find(query, {
    index,
    known: { ...table, concepts: conceptsOf(table) },
  })
  const found = [...hits].map(([place, { score }]): Match => ({ place, score }))
  const { matches, counts, unknownNames } = refine(found, query, { state, table })
  const page = Math.min(state.page, Math.max(1, Math.ceil(matches.length / hitsOnPage)))
  const shown = matches
    .slice((page - 1) * hitsOnPage, page * hitsOnPage)
    .map(async ({ place }): Promise<ShownHit[]> => {
      const [row, text] = [table.rows[place], await index.text(place)]
      if (row === undefined || text === undefined) return []
      const marks = { places: hits.get(place)?.found.words ?? [], forms: finding.marks }
      return [shownHit(factsOf(row, table), text, marks)]
    })
  return {
    state: { ...state, page },
    total: matches.length,
    found: found.length,
    hits: (await Promise.all(shown)).flat(),
    counts,
    unknownNames,
    finding,
    update: updateNamed(state.text, table),
  }
}

type Table = Loaded['table']
type Facts = ReturnType<typeof factsOf>

function shownHit(facts: Facts, [address, title, content]: ShownText, marks: Marks): ShownHit {
  const text = markText(content, marks)
  return {
    ...facts,
    address,
    directive: textDirective(text),
    title: markTitle(title, marks.forms),
    snippet: snippetOf(text),
  }
}

/** A publisher's or network's names are forms like those of the vocabulary: through the same one word. */
const conceptsOf = ({ concepts, publishers, networks }: Table): Concept[] => [
  ...concepts.map(([token = '', ...forms]) => ({ token, forms })),
  ...[...publishers, ...networks]
    .filter(({ variants }) => variants.length > 0)
    .map(({ name, variants }) => conceptOf([name, ...variants])),
]

const factsOf = ({ kind, day, update, publishers }: Row, table: Table) => ({
  kind: kinds[kind] ?? 'story',
  day,
  update,
  publishers: publishers.flatMap(place => table.publishers[place]?.name ?? []),
})

/** Somebody who types "update 654" wants that very update. */
function updateNamed(typed: string, { rows }: Table): number | null {
  const asked = /^(?:friday\s+)?(?:update\s*)?(?:no\.?\s*)?(\d{2,4})$/iu.exec(typed.trim())?.[1]
  const number = Number(asked)
  return asked !== undefined && rows.some(row => row.update === number) ? number : null
}
