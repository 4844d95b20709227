/** The search page: questions go into the address and to the worker, answers onto the page. */

import type { SearchAnswer } from '../find/answer.ts'
import { isEmpty, noFacets, readAddress, type SearchState, writeAddress } from '../query/address.ts'
import { type Answers, answersFrom } from './answers.ts'
import { byId, element } from './element.ts'
import { moveThroughHits, rememberScroll, type Scroll, slashChoice, watchScroll } from './reading.ts'
import { type FacetChange, type FacetView, facetsShown } from './show-facets.ts'
import { headingOf, resultsShown } from './show-results.ts'

type SearchPage = {
  form: HTMLFormElement
  box: HTMLInputElement
  status: HTMLElement
  page: HTMLElement
  facets: HTMLElement
  results: HTMLElement
  help: HTMLElement
  /** Goes before every address: "/" or "/archive/". */
  root: string
  /** The document's title before any search. */
  title: string
  answers: Answers
  scroll: Scroll
  wide: MediaQueryList
  /** Facets whose full list the reader has opened. */
  opened: FacetView['opened']
  /** The current search, as in the address. */
  state: SearchState
  /** Counts searches: an answer to anything but the latest question is dropped. */
  asked: number
}

/** How long a pause in typing starts a search, in milliseconds. */
const pause = 180
/** How long an answer may take before the page says "Searching …", in milliseconds. */
const patience = 400

/**
 * Starts the search page. `script` is the address of the worker's script. Throws if the page lacks an element that
 * main.ts lists.
 */
export function startPage(script: string): void {
  const page = byId('search-page', HTMLElement)
  const root = page.dataset.root ?? '/'
  const folder = new URL(page.dataset.index ?? `${root}pagefind/`, location.href).href
  const search: SearchPage = {
    form: byId('search-form', HTMLFormElement),
    box: byId('search-query', HTMLInputElement),
    status: byId('search-status', HTMLElement),
    page,
    facets: byId('search-facets', HTMLElement),
    results: byId('search-results', HTMLElement),
    help: byId('search-help', HTMLElement),
    root,
    title: document.title,
    answers: answersFrom(script, folder),
    scroll: watchScroll(),
    wide: matchMedia('(min-width: 56rem)'),
    opened: new Set(),
    state: readAddress(location.search),
    asked: 0,
  }
  listen(search)
  moveThroughHits(search.box, search.results)
  search.help.append(slashChoice())
  search.box.value = search.state.text
  if (!isEmpty(search.state)) void run(search)
}

async function run(search: SearchPage): Promise<void> {
  search.asked += 1
  const question = search.asked
  const isCurrent = () => question === search.asked
  const { state, title, results } = search
  document.title = state.text.trim() === '' ? title : `${state.text.trim()} – ${title}`
  results.removeAttribute('aria-busy')
  if (isEmpty(state)) return showNothingAsked(search)
  const waiting = setTimeout(() => isCurrent() && showWaiting(search), patience)
  results.setAttribute('aria-busy', 'true')
  try {
    const answer = await search.answers.ask(state)
    if (isCurrent()) show(search, answer)
  } catch (fault) {
    if (isCurrent()) showFailure(search, fault)
  } finally {
    clearTimeout(waiting)
    if (isCurrent()) results.removeAttribute('aria-busy')
  }
}

function show(search: SearchPage, answer: SearchAnswer): void {
  const { box, results, page, help, root } = search
  const focused = document.activeElement?.id
  results.replaceChildren(...resultsShown(answer, root))
  showFacets(search, answer)
  if (focused && focused !== box.id) document.getElementById(focused)?.focus({ preventScroll: true })
  page.classList.toggle('has-results', answer.total > 0)
  help.hidden = answer.total > 0
  const corrected = answer.finding.corrections.find(({ isSearched }) => isSearched)
  say(search, `${corrected ? `Did you mean ${corrected.instead}? ` : ''}${headingOf(answer)}`)
  search.scroll.restore()
}

/** Open if there is room beside the results. On a phone, the first screen is for results, so closed until opened. */
function showFacets(search: SearchPage, { counts }: SearchAnswer): void {
  const { facets, state, opened, wide } = search
  const isOpen = facets.querySelector('details')?.open ?? wide.matches
  const isEmptyHanded = Object.values(counts).every(values => values.length === 0)
  const change = (changed: FacetChange) => go(search, afterChange(state, changed), 'push')
  facets.replaceChildren(...(isEmptyHanded ? [] : [facetsShown({ state, counts, opened, isOpen, change })]))
}

/** The previous results stay until the new ones arrive. */
function showWaiting(search: SearchPage): void {
  say(search, 'Searching …')
  const isFirst = search.results.childElementCount === 0
  if (isFirst) search.results.replaceChildren(element('p', { class: 'search-advice' }, 'Searching …'))
}

function showNothingAsked(search: SearchPage): void {
  search.facets.replaceChildren()
  search.results.replaceChildren()
  search.page.classList.remove('has-results')
  search.help.hidden = false
  say(search, '')
}

function showFailure(search: SearchPage, fault: unknown): void {
  const isOffline = !navigator.onLine
  const again = element('button', { type: 'button', id: 'search-again' }, 'Try again')
  again.addEventListener('click', () => void run(search))
  const what = isOffline ? 'You are offline, and the search needs the network.' : 'The search could not be loaded.'
  search.facets.replaceChildren()
  search.results.replaceChildren(
    element('h2', {}, isOffline ? 'Offline' : 'Search is not available'),
    element('p', { class: 'search-advice' }, what, ' You can use the lists below instead.'),
    element('p', {}, again),
  )
  search.help.hidden = false
  say(search, what)
  console.warn('search:', fault)
}

function say({ status }: SearchPage, text: string): void {
  if (status.textContent !== text) status.textContent = text
}

/** Moves to another state. Typing replaces the address; a choice adds a step for the Back button. */
function go(search: SearchPage, next: SearchState, step: 'replace' | 'push'): void {
  search.state = next
  const address = `${location.pathname}${writeAddress(next)}`
  if (address !== `${location.pathname}${location.search}`) {
    if (step === 'push') {
      rememberScroll()
      history.pushState(null, '', address)
    } else history.replaceState(null, '', address)
  }
  void run(search)
}

function afterChange(state: SearchState, change: FacetChange): SearchState {
  if (change === 'clear') return { ...state, page: 1, facets: noFacets }
  if ('sort' in change) return { ...state, page: 1, sort: change.sort }
  const others = state.facets[change.facet].filter(value => value !== change.value)
  const values = change.chosen ? [...others, change.value] : others
  return { ...state, page: 1, facets: { ...state.facets, [change.facet]: values } }
}

function listen(search: SearchPage): void {
  const { form, box, results, answers } = search
  let typing: ReturnType<typeof setTimeout> | undefined
  box.addEventListener('focus', () => answers.prepare(), { once: true })
  box.addEventListener('input', () => {
    clearTimeout(typing)
    typing = setTimeout(() => {
      // The first letters of a new search add a step for Back; the rest change that step.
      const step = isEmpty(search.state) ? 'push' : 'replace'
      go(search, { ...search.state, text: box.value, page: 1 }, step)
    }, pause)
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    clearTimeout(typing)
    go(search, { ...search.state, text: box.value, page: 1 }, 'push')
  })
  results.addEventListener('click', event => followOnPage(search, event))
  search.wide.addEventListener('change', ({ matches }) => {
    const details = search.facets.querySelector('details')
    if (details) details.open = matches
  })
  addEventListener('popstate', () => {
    clearTimeout(typing)
    search.state = readAddress(location.search)
    box.value = search.state.text
    void run(search)
  })
}

/** Links to other searches (more results, "did you mean") update this page, unless opened in a new tab. */
function followOnPage(search: SearchPage, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.search-link') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  const next = readAddress(new URL(link.href).search)
  search.box.value = next.text
  go(search, next, 'push')
  if (link.classList.contains('search-page')) document.getElementById('search-heading')?.focus()
  scrollTo({ top: 0 })
}
