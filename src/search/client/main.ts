/**
 * The search page's script. It needs of the page /search/ (templates/pages/search.11ty.tsx) exactly this:
 *
 * ```html
 * <form role="search" id="search-form" action="{prefix}search/" method="get">      the page's own box; works without script
 *   <label for="search-query">Search the archive</label>
 *   <input id="search-query" type="search" name="q" autocomplete="off" …>
 *   <button type="submit">Search</button>
 * </form>
 * <p id="search-hint">one line about the query language</p>                         static text, stays as it is
 * <p role="status" id="search-status"></p>                                          empty; the script writes it
 * <div id="search-page" data-root="{prefix}" data-index="{prefix}pagefind/">        "/" or "/archive/", with slashes at both ends
 *   <div id="search-facets"></div>                                                  empty; the script fills it
 *   <div id="search-results"></div>                                                 empty; the script fills it
 * </div>
 * <div id="search-help">ways in without script: years, networks, publishers, A–Z</div>
 *                                       shown always; the script hides it (`hidden`) while results are shown
 * <script type="module" src="{searchScript}"></script>                              on this page alone
 * ```
 *
 * Everything inside #search-facets and #search-results is made by the script; its styles are templates/assets/search.css
 * (class names begin with `search-`, `hit-`, `facet-`; it uses the custom properties of the main stylesheet with
 * fallbacks). The header's form of every page is plain HTML, `GET {prefix}search/?q=`, with
 * `<input type="search" name="q" id="site-search" aria-keyshortcuts="/">`.
 */
import { type Concept, conceptOf } from '../spelling.ts'
import { isEmpty, noFacets, readAddress, type SearchState, writeAddress } from './address.ts'
import { byId, element } from './element.ts'
import { find } from './find.ts'
import { type Loaded, load } from './pagefind.ts'
import { parseQuery } from './query.ts'
import { moveThroughHits, rememberScroll, scrollRemembered, slashChoice } from './reading.ts'
import { type Match, type Refined, refine } from './refine.ts'
import { type FacetChange, type FacetView, facetsShown } from './show-facets.ts'
import { headingOf, hitsOnPage, resultsShown, type ShownHit } from './show-results.ts'

const form = byId<HTMLFormElement>('search-form')
const box = byId<HTMLInputElement>('search-query')
const status = byId('search-status')
const page = byId('search-page')
const facets = byId('search-facets')
const results = byId('search-results')
const help = byId('search-help')
const root = page.dataset.root ?? '/'
const indexFolder = new URL(page.dataset.index ?? `${root}pagefind/`, location.href).href

const pageTitle = document.title

/** How long somebody must pause in typing before a search begins. */
const pause = 180

let state = readAddress(location.search)
let loading: Promise<Loaded> | null = null
/** Counts searches: an answer that a later question has overtaken is dropped. */
let asked = 0
const opened: FacetView['opened'] = new Set()
const wide = matchMedia('(min-width: 56rem)')

/** What every search needs is fetched once, when the first is near. */
function loaded(): Promise<Loaded> {
  loading ??= load(indexFolder).catch(fault => {
    loading = null
    throw fault
  })
  return loading
}

async function search(): Promise<void> {
  const question = ++asked
  document.title = state.text.trim() === '' ? pageTitle : `${state.text.trim()} – ${pageTitle}`
  if (isEmpty(state)) return showNothingAsked()
  const slow = setTimeout(() => question === asked && showWaiting(), 400)
  results.setAttribute('aria-busy', 'true')
  try {
    const index = await loaded()
    const answer = await answerFrom(index)
    if (question === asked) show(answer, index)
  } catch (fault) {
    loading = null
    if (question === asked) showFailure(fault)
  } finally {
    clearTimeout(slow)
    if (question === asked) results.removeAttribute('aria-busy')
  }
}

type Answer = { finding: Awaited<ReturnType<typeof find>>; refined: Refined; hits: ShownHit[]; state: SearchState }

async function answerFrom({ index, table, places }: Loaded): Promise<Answer> {
  const query = parseQuery(state.text)
  const asking = state
  const finding = await find(query, { index, concepts: conceptsOf(table) })
  const found: Match[] = [...finding.hits].flatMap(([id, { score }]) => {
    const place = places.get(id)
    return place === undefined ? [] : [{ place, score }]
  })
  const refined = refine(found, query, { state: asking, table })
  const last = Math.max(1, Math.ceil(refined.matches.length / hitsOnPage))
  const shownState = { ...asking, page: Math.min(asking.page, last) }
  const start = (shownState.page - 1) * hitsOnPage
  const hits = refined.matches.slice(start, start + hitsOnPage).map(({ place }) => place)
  const byPlace = new Map([...finding.hits].map(([id, hit]) => [places.get(id), hit.found]))
  const shown = await Promise.all(
    hits.map(async (place): Promise<ShownHit[]> => {
      const found = byPlace.get(place)
      return found ? [{ place, words: found.words, fragment: await found.data() }] : []
    }),
  )
  return { finding, refined, hits: shown.flat(), state: shownState }
}

/** A publisher's or network's names are forms like those of the vocabulary: through the same one word. */
const conceptsOf = ({ concepts, publishers, networks }: Loaded['table']): Concept[] => [
  ...concepts.map(([token = '', ...forms]) => ({ token, forms })),
  ...[...publishers, ...networks]
    .filter(({ variants }) => variants.length > 0)
    .map(({ name, variants }) => conceptOf([name, ...variants])),
]

function show({ finding, refined, hits, state: shownState }: Answer, { table }: Loaded): void {
  const focused = document.activeElement?.id
  const total = refined.matches.length
  const view = { state: shownState, table, finding, total, hits, unknownNames: refined.unknownNames, root }
  results.replaceChildren(...resultsShown(view))
  facets.replaceChildren(
    facetsShown({
      state,
      counts: refined.counts,
      opened,
      isWide: wide.matches,
      change: change => go(afterChange(change), 'push'),
    }),
  )
  if (focused && focused !== box.id) document.getElementById(focused)?.focus({ preventScroll: true })
  page.classList.add('has-results')
  help.hidden = total > 0
  const corrected = finding.corrections.find(({ instead }) => instead !== null)
  say(`${corrected ? `Did you mean ${corrected.instead}? ` : ''}${headingOf(view)}`)
  scrollRemembered()
}

/** What is on the page stays until there is something better. */
function showWaiting(): void {
  say('Searching …')
  if (results.childElementCount === 0) results.replaceChildren(element('p', { class: 'search-advice' }, 'Searching …'))
}

function showNothingAsked(): void {
  facets.replaceChildren()
  results.replaceChildren()
  page.classList.remove('has-results')
  help.hidden = false
  say('')
}

function showFailure(fault: unknown): void {
  const isOffline = !navigator.onLine
  const again = element('button', { type: 'button', id: 'search-again' }, 'Try again')
  again.addEventListener('click', () => void search())
  const what = isOffline ? 'You are offline, and the search needs the network.' : 'The search could not be loaded.'
  facets.replaceChildren()
  results.replaceChildren(
    element('h2', {}, isOffline ? 'Offline' : 'Search is not available'),
    element('p', { class: 'search-advice' }, what, ' The lists below lead to everything, too.'),
    element('p', {}, again),
  )
  help.hidden = false
  say(what)
  console.warn('search:', fault)
}

function say(text: string): void {
  if (status.textContent !== text) status.textContent = text
}

/** Moves to another state: typing replaces the address, a choice makes a new step for Back. */
function go(next: SearchState, step: 'replace' | 'push'): void {
  state = next
  const address = `${location.pathname}${writeAddress(state)}`
  const isSame = address === `${location.pathname}${location.search}`
  if (step === 'push' && !isSame) {
    rememberScroll()
    history.pushState(null, '', address)
  } else if (!isSame) history.replaceState(null, '', address)
  void search()
}

function afterChange(change: FacetChange): SearchState {
  if (change === 'clear') return { ...state, page: 1, facets: noFacets }
  if ('sort' in change) return { ...state, page: 1, sort: change.sort }
  const others = state.facets[change.facet].filter(value => value !== change.value)
  const values = change.chosen ? [...others, change.value] : others
  return { ...state, page: 1, facets: { ...state.facets, [change.facet]: values } }
}

let typing: ReturnType<typeof setTimeout> | undefined
box.addEventListener('focus', () => void loaded().catch(() => {}), { once: true })
box.addEventListener('input', () => {
  clearTimeout(typing)
  // The first letter of a new search is a step for Back; what follows changes that step.
  typing = setTimeout(() => go({ ...state, text: box.value, page: 1 }, isEmpty(state) ? 'push' : 'replace'), pause)
})
form.addEventListener('submit', event => {
  event.preventDefault()
  clearTimeout(typing)
  go({ ...state, text: box.value, page: 1 }, 'push')
})
results.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.search-link') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  const next = readAddress(new URL(link.href).search)
  box.value = next.text
  go(next, 'push')
  if (link.classList.contains('search-page')) document.getElementById('search-heading')?.focus()
  scrollTo({ top: 0 })
})
addEventListener('popstate', () => {
  clearTimeout(typing)
  state = readAddress(location.search)
  box.value = state.text
  void search()
})
moveThroughHits(box, results)
page.append(slashChoice())
box.value = state.text
if (!isEmpty(state)) void search()
