/** Turns a search into what the page shows. Runs in the worker. */
import { kinds, type Row } from '../../facet-table.ts'
import { type Concept, conceptFinder, conceptOf, formKey, searchWords } from '../../spelling.ts'
import type { ShownText } from '../../texts.ts'
import { hitsOnPage, type SearchState } from '../query/address.ts'
import { type Match, type Refined, refine } from '../query/refine.ts'
import { isQuestion } from '../query/terms.ts'
import { ask } from './ask.ts'
import type { Finding } from './find.ts'
import { type Loaded, load } from './pagefind.ts'
import type { SearchNote } from './place-queries.ts'
import { type Marks, markText, markTitle, type SnippetPiece, snippetOf, textDirective } from './snippet.ts'

/** Plain data, because it is posted from the worker to the page. */
export type SearchAnswer = {
  /** As asked, with the page number kept within the results. */
  state: SearchState
  total: number
  /** How many records the words found, before facets are applied. */
  found: number
  hits: ShownHit[]
  counts: Refined['counts']
  unknownNames: Refined['unknownNames']
  finding: Omit<Finding, 'hits'>
  notes: SearchNote[]
}

/** One hit on the page, with its words marked. */
export type ShownHit = {
  kind: (typeof kinds)[number]
  day: number
  update: number
  publishers: string[]
  /** Site-relative. */
  address: string
  /** `:~:text=…` or "": marks the words on the page that the link opens. */
  directive: string
  title: SnippetPiece[]
  snippet: SnippetPiece[]
}

/** null: only fetch what every search needs. */
export type Answerer = (state: SearchState | null) => Promise<SearchAnswer | null>

/** Answers searches with the index in `folder`, which is fetched once. If that fails, every search rejects. */
export function answerer(folder: string): Answerer {
  let loading: Promise<Loaded> | null = null
  return async state => {
    loading ??= load(folder)
    const loaded = await loading
    return state && answerFrom(state, loaded)
  }
}

async function answerFrom(state: SearchState, { index, table }: Loaded): Promise<SearchAnswer> {
  const names = [...table.publishers, ...table.networks]
  const sources = { index, vocabulary: { ...table, concepts: conceptsOf(table) }, names }
  const { query, finding: wholeFinding, notes, first } = await ask(state.text, sources, table)
  const { hits, ...finding } = wholeFinding
  const ranks = new Map(first.map((place, nth) => [place, first.length - nth]))
  const found = [...hits].map(([place, { score }]): Match => {
    const weight = weightOf(table.rows[place], state.text, table)
    return { place, score: (ranks.get(place) ?? 0) * 1e6 + score * weight }
  })
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
    notes,
  }
}

/**
 * A topic has few words and many forms, so it would rank above every story that uses one of them. It ranks first only if
 * its name is typed, or "topic" is. A question that names a network is about the network.
 */
function weightOf(row: Row | undefined, typed: string, { topics, networks }: Table): number {
  const words = searchWords(typed)
  const kind = kinds[row?.kind ?? 0]
  if (kind === 'topic') {
    const name = formKey(topics[row?.topics[0] ?? -1]?.name ?? '')
    const asked = words.filter(word => !/^topics?$/u.test(word))
    const isNamed = formKey(asked.join(' ')) === name && (words.length > asked.length || name.includes(' '))
    return isNamed ? 5 : 0.3
  }
  const own = kind === 'network' && isQuestion(words) ? networks[row?.networks[0] ?? -1] : undefined
  return own && conceptFinder([conceptOf([own.name, ...own.variants])]).within(words).length > 0 ? 3 : 1
}

type Table = Loaded['table']
type Facts = ReturnType<typeof factsOf>

/** A network's hit shows its contact and next meeting. An update's shows its stories, unless its own words were found. */
function shownHit(facts: Facts, [address, title, content, summary = '']: ShownText, marks: Marks): ShownHit {
  const text = markText(content, marks)
  const isSummary = summary !== '' && (facts.kind === 'network' || text.marked.size === 0)
  return {
    ...facts,
    address,
    directive: facts.kind === 'story' ? textDirective(text, title) : '',
    title: markTitle(title, marks.forms),
    snippet: snippetOf(isSummary ? markText(summary, { places: [], forms: marks.forms }) : text),
  }
}

/** The names of a publisher or network are forms of one concept, as in the vocabulary. */
const conceptsOf = ({ concepts, publishers, networks }: Table): Concept[] => [
  ...concepts.map(([token = '', ...forms]) => ({ token, forms })),
  ...[...publishers.filter(({ variants }) => variants.length > 0), ...networks].map(({ name, variants }) =>
    conceptOf([name, ...variants]),
  ),
]

const factsOf = ({ kind, day, update, publishers }: Row, table: Table) => ({
  kind: kinds[kind] ?? 'story',
  day,
  update,
  publishers: publishers.flatMap(place => table.publishers[place]?.name ?? []),
})
