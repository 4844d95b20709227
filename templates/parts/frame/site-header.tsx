import { addressOf } from '../../../src/publish/addresses.ts'
import { A, useSite } from '../../site-context.tsx'
import { SearchForm } from './search-form.tsx'

/** The parts of the site that the navigation names. */
export type Area = 'updates' | 'topics' | 'networks' | 'contacts' | 'publications' | 'calendar' | 'data'

const NAVIGATION: { area: Area; to: string; text: string }[] = [
  { area: 'updates', to: addressOf.updates(), text: 'Updates' },
  { area: 'topics', to: addressOf.topics(), text: 'Topics' },
  { area: 'publications', to: addressOf.publications(), text: 'Publications' },
  { area: 'networks', to: addressOf.networks(), text: 'Networks' },
  { area: 'contacts', to: addressOf.contacts(), text: 'Contacts' },
  { area: 'calendar', to: addressOf.calendar(), text: 'Calendar' },
]

/** The way past the header, then wordmark, navigation and search box. */
export function SiteHeader({ area, search }: { area: Area | null; search: 'here' | 'in page' }) {
  return (
    <header class="site-header">
      <a class="skip" href="#main_">
        Skip to the content
      </a>
      <div class="bar">
        <Wordmark />
        <nav class="site-nav" aria-label="Main">
          <ul>
            {NAVIGATION.map(entry => (
              <li key={entry.area}>
                <A to={entry.to} {...(entry.area === area ? { 'aria-current': 'page' as const } : {})}>
                  {entry.text}
                </A>
              </li>
            ))}
          </ul>
        </nav>
        {search === 'here' && <SearchForm id="site-search" label="Search the archive" />}
      </div>
    </header>
  )
}

/** Five bars, the working week; the fifth, Friday, in colour. */
function Wordmark() {
  const { site } = useSite()
  return (
    <A to={addressOf.home()} class="wordmark">
      <svg class="week" viewBox="0 0 22 16" width="22" height="16" aria-hidden="true">
        <path d="M0 6h3v10H0zM4.5 6h3v10h-3zM9 6h3v10H9zM13.5 6h3v10h-3z" />
        <path class="friday" d="M18 0h4v16h-4z" />
      </svg>
      <span>{site.title}</span>
    </A>
  )
}
