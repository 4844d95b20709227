/** What every page knows besides its own props: the site’s address, and what its head and foot need. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Site } from '../src/archive/archive.ts'

export type SiteContext = {
  site: Site
  /** Begins and ends with a slash: "/" or "/archive/". */
  pathPrefix: string
  /** Site-relative address of the page that is rendered: "/updates/656/". */
  address: string
  /** Site-relative address of the stylesheet: "/assets/site.3f2a.css". */
  stylesheet: string
  /** What the search page loads beside it; null as for its script. */
  searchStylesheet: string | null
  /** Site-relative address of the search page's script; null where there is none (a test, a build without search). */
  searchScript: string | null
  /** Of the script that copies links and citations; null as for the search. */
  shareScript: string | null
}

const Context = createContext<SiteContext | null>(null)
export const SiteProvider = Context.Provider

/** The context of the page being rendered. Throws if a part is rendered without `renderPage`. */
export function useSite(): SiteContext {
  const context = useContext(Context)
  if (!context) throw new Error('useSite() needs renderPage() or <SiteProvider> around it')
  return context
}

/** Writes site-relative addresses as this site's own: "/updates/656/" → "/archive/updates/656/". */
export function useHref(): (address: string) => string {
  const { pathPrefix } = useSite()
  return address => pathPrefix + address.slice(1)
}

/** Where a link goes (site-relative) and its words. */
export type Link = { to: string; text: string }

type LinkProps = {
  /** Site-relative. */
  to: string
  children: ComponentChildren
  class?: string
  rel?: string
  title?: string
  type?: string
  'aria-current'?: 'page'
  'aria-label'?: string
}

/**
 * A link inside the site. It takes the context as its second argument, which `contextType` asks of preact: an update has
 * 300 links, and a hook in each would be a tenth of the time of a build.
 */
export function A({ to, ...rest }: LinkProps, context?: SiteContext) {
  return <a href={`${context?.pathPrefix ?? '/'}${to.slice(1)}`} {...rest} />
}
A.contextType = Context
