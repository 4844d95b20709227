import { addressOf } from '../../../src/publish/addresses.ts'
import { useHref } from '../../site-context.tsx'

type SearchFormProps = {
  /** Of the input; the search page's script knows "search-query", and "/" goes to "site-search". */
  id: 'site-search' | 'search-query'
  label: string
  formId?: string
  class?: string
}

/** A plain form: without script it leads to the search page, which then helps with its indexes. */
export function SearchForm({ id, label, formId, class: className = '' }: SearchFormProps) {
  const href = useHref()
  return (
    <search class={`search ${className}`.trim()}>
      <form action={href(addressOf.search())} method="get" {...(formId ? { id: formId } : {})}>
        <label for={id}>{label}</label>
        <span class="search-box">
          <input
            id={id}
            type="search"
            name="q"
            autocomplete="off"
            spellcheck={false}
            placeholder="Search"
            {...(id === 'site-search' ? { 'aria-keyshortcuts': '/' } : {})}
          />
          <button type="submit">Search</button>
        </span>
      </form>
    </search>
  )
}
