/** The facets as checkboxes, and the order of the results. */
import { type FacetName, facetNames, type SearchState, type Sort } from '../query/address.ts'
import type { FacetCount } from '../query/refine.ts'
import { element } from './element.ts'

const legends: Record<FacetName, string> = {
  kind: 'Kind',
  year: 'Year',
  month: 'Month',
  topic: 'Topic',
  publisher: 'Published by',
  mention: 'Mentions',
  network: 'Network',
  section: 'Section',
}
const plurals: Record<FacetName, string> = {
  kind: 'kinds',
  year: 'years',
  month: 'months',
  topic: 'topics',
  publisher: 'publishers',
  mention: 'mentions',
  network: 'networks',
  section: 'sections',
}
const isSort = (value: string): value is Sort => Object.hasOwn(sorts, value)
const sorts: Record<Sort, string> = { relevance: 'Best match', newest: 'Latest first', oldest: 'Oldest first' }

/** What the reader changed: a facet's value, the order, or everything (cleared). */
export type FacetChange = { facet: FacetName; value: string; chosen: boolean } | { sort: Sort } | 'clear'

/** How many values are shown before the "All" button. */
const shownValues = 6

export type FacetView = {
  state: SearchState
  counts: Record<FacetName, FacetCount[]>
  /** Facets whose full list the reader has opened. */
  opened: Set<FacetName>
  isOpen: boolean
  change: (change: FacetChange) => void
}

export function facetsShown(view: FacetView): HTMLElement {
  const { state } = view
  const chosen = facetNames.reduce((sum, name) => sum + state.facets[name].length, 0)
  const details = element(
    'details',
    { class: 'facets', open: view.isOpen },
    element('summary', {}, chosen > 0 ? `Narrow the results (${chosen} chosen)` : 'Narrow the results'),
    sortShown(view),
    ...facetNames.flatMap(name => facetShown(name, view)),
  )
  if (chosen > 0) {
    const clear = element('button', { type: 'button', class: 'facet-clear', id: 'facet-clear' }, 'Clear all choices')
    clear.addEventListener('click', () => view.change('clear'))
    details.append(clear)
  }
  return element('div', {}, element('a', { class: 'skip', href: '#search-heading' }, 'Skip to the results'), details)
}

function sortShown({ state, change }: FacetView): HTMLElement {
  const options = Object.entries(sorts).map(([value, label]) =>
    element('option', { value, selected: value === state.sort }, label),
  )
  const select = element('select', { id: 'search-sort' }, ...options)
  select.addEventListener('change', () => {
    if (isSort(select.value)) change({ sort: select.value })
  })
  return element('p', { class: 'facet-sort' }, element('label', { for: 'search-sort' }, 'Order'), ' ', select)
}

function facetShown(name: FacetName, view: FacetView): HTMLElement[] {
  const values = name === 'month' ? monthsShown(view) : view.counts[name]
  if (values.length === 0) return []
  const isOpen = view.opened.has(name)
  const shown = values.filter(({ chosen }, place) => isOpen || chosen || place < (name === 'month' ? 12 : shownValues))
  const list = element('ul', {}, ...shown.map(value => valueShown(name, value, view)))
  const group = element('fieldset', { class: 'facet' }, element('legend', {}, legends[name]), list)
  if (values.length > shown.length || isOpen) {
    const label = isOpen ? `Fewer ${plurals[name]}` : `All ${values.length} ${plurals[name]}`
    const more = element(
      'button',
      { type: 'button', class: 'facet-more', id: `more-${name}`, 'aria-expanded': String(isOpen) },
      label,
    )
    more.addEventListener('click', () => {
      if (isOpen) view.opened.delete(name)
      else view.opened.add(name)
      group.replaceWith(...facetShown(name, view))
      document.getElementById(`more-${name}`)?.focus()
    })
    group.append(more)
  }
  return [group]
}

/** Only the months of one year: those of all years would be a long list. */
function monthsShown({ state, counts }: FacetView): FacetCount[] {
  const years = state.facets.year.length > 0 ? state.facets.year : counts.year.map(({ value }) => value)
  const of = years.length === 1 ? `${years[0]}-` : null
  return counts.month.filter(({ value, chosen }) => chosen || (of !== null && value.startsWith(of)))
}

function valueShown(facet: FacetName, { value, label, count, chosen }: FacetCount, view: FacetView): HTMLElement {
  const id = `facet-${facet}-${value}`
  const box = element('input', { type: 'checkbox', id, checked: chosen })
  box.addEventListener('change', () => view.change({ facet, value, chosen: box.checked }))
  return element(
    'li',
    {},
    element('label', { for: id }, box, ' ', label, ' ', element('span', { class: 'facet-count' }, String(count))),
  )
}
