/** The results, or advice when there are none. */
import { dateOfDay } from '../../facet-table.ts'
import type { SearchAnswer, ShownHit } from '../find/answer.ts'
import type { Correction } from '../find/known-words.ts'
import type { SearchNote } from '../find/place-queries.ts'
import type { SnippetPiece } from '../find/snippet.ts'
import { hitsOnPage, writeAddress } from '../query/address.ts'
import { capital } from '../query/refine.ts'
import { element } from './element.ts'

export function resultsShown(view: SearchAnswer, root: string): HTMLElement[] {
  const { state, total } = view
  const shown: HTMLElement[] = [
    element('h2', { id: 'search-heading', tabindex: '-1' }, headingOf(view)),
    ...advice(view),
  ]
  if (total === 0) return shown
  const first = (state.page - 1) * hitsOnPage + 1
  const list = element(
    'ol',
    { class: 'search-hits', start: String(first) },
    ...view.hits.map(hit => hitShown(hit, root)),
  )
  return [...shown, list, ...pagesShown(view)]
}

/** The heading, which is also the status message: "12 results". */
export function headingOf({ state, total, finding, notes }: SearchAnswer): string {
  if (notes.some(({ kind }) => kind === 'nothing')) return 'Nothing to search for'
  const text = shortened(correctedText(state.text.trim(), finding))
  const what = total === 0 ? 'No results' : total === 1 ? '1 result' : `${total.toLocaleString('en-GB')} results`
  const pages = Math.ceil(total / hitsOnPage)
  return `${what}${text === '' ? '' : ` for ${text}`}${pages > 1 ? `, page ${state.page} of ${pages}` : ''}`
}

/** The beginning of a long paste is enough to recognise it. */
const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 70).replace(/\s+\S*$/u, '')} …` : text)

const correctedText = (text: string, { corrections }: SearchAnswer['finding']): string =>
  corrections.reduce(
    (better, { typed, instead, isSearched }) =>
      isSearched && instead !== null ? replaced(better, typed, instead) : better,
    text,
  )

/** Says what was searched for instead of what was typed, and what might help. */
function advice(view: SearchAnswer): HTMLElement[] {
  const { finding, total, unknownNames, notes, state } = view
  const lines = [
    ...notes.flatMap(note => noted(note, view)),
    ...finding.corrections.flatMap(one => corrected(one, view)),
  ]
  const missing = finding.corrections.flatMap(({ typed, instead }) => (instead === null ? typed : []))
  const left = total > 0 ? ` ${missing.length === 1 ? 'It was' : 'They were'} left out.` : ''
  if (missing.length > 0) lines.push(line('The archive does not have ', strong(listed(missing)), `.${left}`))
  if (finding.leftOut.length > 0)
    lines.push(line('Too many words for one search. Left out: ', strong(finding.leftOut.join(', ')), '.'))
  if (finding.isRelaxed && total > 0) lines.push(line('Nothing has all of these words. These have some of them.'))
  for (const { typed, instead } of finding.doubts)
    lines.push(line('Did you mean ', searchLink(view, replaced(state.text, typed, instead), instead), '?'))
  for (const { field, name, values } of unknownNames) {
    const what = field === 'mentions' ? 'publisher' : field
    const known = values.length > 0 ? ` It can be: ${values.join(', ')}.` : ''
    lines.push(line(`No ${what} is called `, strong(name), `.${known}`))
  }
  if (total === 0) lines.push(line(help(view)))
  return lines
}

function noted(note: SearchNote, view: SearchAnswer): HTMLElement[] {
  const { total, state } = view
  switch (note.kind) {
    case 'nothing':
      return [line(strong(shortened(state.text.trim())), ' has no letters or numbers to search for.')]
    case 'no-update':
      return [line(`The archive has no Update ${note.number}.${total > 0 ? ' These are the nearest.' : ''}`)]
    case 'address':
      if (note.isFound) return [line('From the web address that you pasted:')]
      return [
        line(`The archive has nothing from this web address.${total > 0 ? ' These have words that are in it.' : ''}`),
      ]
    case 'date':
      if (!note.isFound) return [line('The archive has nothing from ', strong(note.said), '.')]
      if (note.rest === '') return []
      return [line('Only from ', strong(note.said), '. ', searchLink(view, note.rest, 'Search all dates'), '.')]
    default:
      note satisfies never
      return []
  }
}

function corrected({ typed, instead, isSearched }: Correction, view: SearchAnswer): HTMLElement[] {
  const { state, total } = view
  if (instead === null) return []
  const link = (text: string, label: string) => searchLink(view, replaced(state.text, typed, text), label)
  if (!isSearched) {
    const left = total > 0 ? ', so it was left out' : ''
    return [
      line('The archive does not have the word ', strong(typed), `${left}. Did you mean `, link(instead, instead), '?'),
    ]
  }
  return [
    line('The archive does not have ', strong(typed), '. These are results for ', link(instead, instead), '.'),
    line('Search for ', link(`"${typed}"`, typed), ' instead.'),
  ]
}

/** "one, two or three" */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const help = ({ state, found, notes }: SearchAnswer): string => {
  const isNarrowed = Object.values(state.facets).some(values => values.length > 0)
  if (isNarrowed && found > 0) return 'There are results for other choices: clear some of yours to see them.'
  if (notes.some(({ kind }) => kind === 'nothing')) return 'Type a word, a name or a date, or use the lists below.'
  return 'Try fewer words, or the start of a word. You can also use the lists below.'
}

const line = (...children: (Node | string)[]): HTMLElement => element('p', { class: 'search-advice' }, ...children)
const strong = (text: string): HTMLElement => element('strong', {}, text)
const searchLink = ({ state }: SearchAnswer, text: string, label: string): HTMLElement =>
  element(
    'a',
    { href: `${location.pathname}${writeAddress({ ...state, text, page: 1 })}`, class: 'search-link' },
    label,
  )

/** The query with one word corrected, whatever its case. */
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

/** A link to the story, with its words marked if the browser can (Chromium 80, Safari 16.1, Firefox 131). */
function addressOf({ address, directive }: ShownHit, root: string): string {
  const whole = `${root}${address.replace(/^\//u, '')}`
  if (directive === '' || !('fragmentDirective' in document)) return whole
  return `${whole}${whole.includes('#') ? '' : '#'}${directive}`
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "Story · 21 March 2025 · Update 654 · DfE" */
function factsOf({ kind, day, update, publishers }: ShownHit): (Node | string)[] {
  const date = dateOfDay(day)
  const isPast = kind === 'person' || kind === 'network' || kind === 'topic'
  const facts: (Node | string)[] = [
    element('span', { class: 'hit-kind' }, capital(kind)),
    element(
      'time',
      { datetime: date.toISOString().slice(0, 10) },
      `${isPast ? 'last named ' : ''}${dayFormat.format(date)}`,
    ),
    ...(kind === 'update' ? [] : [`Update ${update}`]),
    ...publishers.slice(0, 3),
  ]
  return facts.flatMap((fact, nth) => [nth === 0 ? '' : nth === 1 ? ' ' : ' · ', fact])
}

const pieces = (all: readonly SnippetPiece[]): (Node | string)[] =>
  all.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text))

function pagesShown({ state, total }: SearchAnswer): HTMLElement[] {
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
