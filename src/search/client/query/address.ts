/** The search in the page's address, to share, bookmark and go back to: `?q=absence&year=2025&year=2024&sort=newest&page=2`. */
export const facetNames = ['kind', 'year', 'month', 'topic', 'publisher', 'mention', 'network', 'section'] as const
export type FacetName = (typeof facetNames)[number]
export type Sort = 'relevance' | 'newest' | 'oldest'

/** How many hits a page shows. */
export const hitsOnPage = 10

export type SearchState = {
  /** As typed. */
  text: string
  /** Chosen values: kinds, years, months ("2025-03"), ids, section kinds. */
  facets: Record<FacetName, string[]>
  sort: Sort
  /** From 1. */
  page: number
}

/** One value for each facet. */
export const eachFacet = <Value>(of: (name: FacetName) => Value): Record<FacetName, Value> => ({
  kind: of('kind'),
  year: of('year'),
  month: of('month'),
  topic: of('topic'),
  publisher: of('publisher'),
  mention: of('mention'),
  network: of('network'),
  section: of('section'),
})

// Marked as pure, so that it is left out of the worker's script, which does not use it.
export const noFacets = /* @__PURE__ */ eachFacet<string[]>(() => [])

/** Reads the query string of an address. Ignores what it does not understand; never throws. */
export function readAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search)
  const chosen = (name: FacetName) => [...new Set(parameters.getAll(name).filter(value => value !== ''))]
  const sort = parameters.get('sort')
  const page = Math.trunc(Number(parameters.get('page')))
  return {
    text: parameters.get('q') ?? '',
    facets: eachFacet(chosen),
    sort: sort === 'newest' || sort === 'oldest' ? sort : 'relevance',
    page: page > 1 ? page : 1,
  }
}

/** The query string of a state: "" for an empty search, else "?q=…". Equal states have equal addresses. */
export function writeAddress({ text, facets, sort, page }: SearchState): string {
  const parameters = new URLSearchParams()
  if (text.trim() !== '') parameters.set('q', text.trim())
  for (const name of facetNames) for (const value of facets[name]) parameters.append(name, value)
  if (sort !== 'relevance') parameters.set('sort', sort)
  if (page > 1) parameters.set('page', String(page))
  const query = parameters.toString()
  return query === '' ? '' : `?${query}`
}

/** Whether a state asks for nothing. */
export const isEmpty = ({ text, facets }: SearchState): boolean =>
  text.trim() === '' && facetNames.every(name => facets[name].length === 0)
