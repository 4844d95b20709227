/** The results, and what stands in their place when there are none. */
import { dateOf } from '../../facet-table.ts'
import type { Answer, ShownHit } from '../find/answer.ts'
import type { Piece } from '../find/snippet.ts'
import { hitsOnPage, writeAddress } from '../query/address.ts'
import { capital } from '../query/refine.ts'
import { element } from './element.ts'

export function resultsShown(view: Answer, root: string): HTMLElement[] {
  const { state, total } = view
  const shown: HTMLElement[] = [
    element('h2', { id: 'search-heading', tabindex: '-1' }, headingOf(view)),
    ...advice(view),
  ]
  shown.push(...updateAsked(view, root))
  if (total === 0) return shown
  const first = (state.page - 1) * hitsOnPage + 1
  const list = element(
    'ol',
    { class: 'search-hits', start: String(first) },
    ...view.hits.map(hit => hitShown(hit, root)),
  )
  return [...shown, list, ...pagesShown(view)]
}

/** What the status says, and the heading: "12 results". */
export function headingOf({ state, total, finding }: Answer): string {
  const text = correctedText(state.text.trim(), finding)
  const what = total === 0 ? 'No results' : total === 1 ? '1 result' : `${total.toLocaleString('en-GB')} results`
  const pages = Math.ceil(total / hitsOnPage)
  return `${what}${text === '' ? '' : ` for ${text}`}${pages > 1 ? `, page ${state.page} of ${pages}` : ''}`
}

const correctedText = (text: string, { corrections }: Answer['finding']): string =>
  corrections.reduce(
    (better, { typed, instead }) => (instead === null ? better : replaced(better, typed, instead)),
    text,
  )

/** What was searched for in place of what was typed, and what might help. */
function advice(view: Answer): HTMLElement[] {
  const { finding, total, state, unknownNames } = view
  const lines = finding.corrections.map(({ typed, instead }) =>
    instead === null
      ? line('Nothing in the archive has the word ', strong(typed), total > 0 ? '; it was left out.' : '.')
      : line(
          'Nothing has ',
          strong(typed),
          '. Did you mean ',
          searchLink(view, replaced(state.text, typed, instead), instead),
          '? These are its results.',
        ),
  )
  if (finding.leftOut.length > 0)
    lines.push(line('Too many words for one search. Left out: ', strong(finding.leftOut.join(', ')), '.'))
  if (finding.isRelaxed && total > 0) lines.push(line('Nothing has all of these words. These have some of them.'))
  for (const { typed, instead } of finding.doubts)
    lines.push(line('Did you mean ', searchLink(view, replaced(state.text, typed, instead), instead), '?'))
  for (const name of unknownNames)
    lines.push(line('No publisher, network, kind or section is called ', strong(name), '.'))
  if (total === 0) lines.push(line(help(view)))
  return lines
}

const help = ({ state, found }: Answer): string => {
  const isNarrowed = Object.values(state.facets).some(values => values.length > 0)
  if (isNarrowed && found > 0) return 'Other choices beside this list would show more: clear some of them.'
  return 'Fewer words, or the beginning of one, may find more. The lists below lead everywhere, too.'
}

function updateAsked({ update }: Answer, root: string): HTMLElement[] {
  return update === null ? [] : [line(element('a', { href: `${root}updates/${update}/` }, `Go to Update ${update}`))]
}

const line = (...children: (Node | string)[]): HTMLElement => element('p', { class: 'search-advice' }, ...children)
const strong = (text: string): HTMLElement => element('strong', {}, text)
const searchLink = ({ state }: Answer, text: string, label: string): HTMLElement =>
  element(
    'a',
    { href: `${location.pathname}${writeAddress({ ...state, text, page: 1 })}`, class: 'search-link' },
    label,
  )

/** The query with one word put right, whatever its case was. */
const replaced = (text: string, typed: string, instead: string): string => {
  const place = text.toLowerCase().indexOf(typed)
  return place === -1 ? instead : `${text.slice(0, place)}${instead}${text.slice(place + typed.length)}`
}

function hitShown(hit: ShownHit, root: string): HTMLElement {
  const link = element('a', { href: addressOf(hit, root), class: 'hit-link' }, ...pieces(hit.title))
  return element(
    'li',
    { class: 'hit' },
    element('h3', {}, link),
    element('p', { class: 'hit-facts' }, ...factsOf(hit)),
    element('p', { class: 'hit-snippet' }, ...pieces(hit.snippet)),
  )
}

/** The story itself, its words marked where the browser can (Chromium 80, Safari 16.1, Firefox 131). */
function addressOf({ address, directive }: ShownHit, root: string): string {
  const whole = `${root}${address.replace(/^\//u, '')}`
  if (directive === '' || !('fragmentDirective' in document)) return whole
  return `${whole}${whole.includes('#') ? '' : '#'}${directive}`
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "Story · 21 March 2025 · Update 654 · DfE" */
function factsOf({ kind, day, update, publishers }: ShownHit): (Node | string)[] {
  const date = dateOf(day)
  const isPast = kind === 'person' || kind === 'network'
  const facts: (Node | string)[] = [
    element('span', { class: 'hit-kind' }, capital(kind)),
    element(
      'time',
      { datetime: date.toISOString().slice(0, 10) },
      `${isPast ? 'last named ' : ''}${dayFormat.format(date)}`,
    ),
    `Update ${update}`,
    ...publishers.slice(0, 3),
  ]
  return facts.flatMap((fact, nth) => [nth === 0 ? '' : nth === 1 ? ' ' : ' · ', fact])
}

const pieces = (all: readonly Piece[]): (Node | string)[] =>
  all.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text))

function pagesShown({ state, total }: Answer): HTMLElement[] {
  const last = Math.ceil(total / hitsOnPage)
  if (last < 2) return []
  const near = new Set([1, state.page - 1, state.page, state.page + 1, last])
  const pages: [page: number, label: string, rel: string | null][] = [
    [state.page - 1, 'Previous', 'prev'],
    ...[...near].map((page): [number, string, null] => [page, `Page ${page}`, null]),
    [state.page + 1, 'Next', 'next'],
  ]
  const shown = ([page, label, rel]: (typeof pages)[number]) =>
    page === state.page
      ? element('span', { 'aria-current': 'page' }, label)
      : element(
          'a',
          { href: `${location.pathname}${writeAddress({ ...state, page })}`, class: 'search-link search-page', rel },
          label,
        )
  const items = pages.filter(([page]) => page >= 1 && page <= last).map(page => element('li', {}, shown(page)))
  return [element('nav', { class: 'search-pages', 'aria-label': 'Pages of results' }, element('ul', {}, ...items))]
}
