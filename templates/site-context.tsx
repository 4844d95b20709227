/** What every page knows besides its own props: where the site stands, and what its head and foot need. */
import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import type { Site } from '../src/archive/archive.ts'
import type { IsoDate } from '../src/update/update.ts'

export type SiteContext = {
  site: Site
  /** Begins and ends with a slash: "/" or "/archive/". */
  pathPrefix: string
  /** Site-relative address of the page that is rendered: "/updates/656/". */
  address: string
  /** Site-relative address of the stylesheet: "/assets/site.3f2a.css". */
  stylesheet: string
  /** Site-relative address of the search page's script; null where there is none (a test, a build without search). */
  searchScript: string | null
  /** The date of the newest update. */
  asOf: IsoDate
  /** While editing (`npm start`): what the editor should read above the page. Always null in a published site. */
  devNote: ComponentChildren | null
}

const Context = createContext<SiteContext | null>(null)
export const SiteProvider = Context.Provider

/** The context of the page being rendered. Throws outside of `renderPage`: a part was rendered on its own. */
export function useSite(): SiteContext {
  const context = useContext(Context)
  if (!context) throw new Error('useSite() needs renderPage() or <SiteProvider> around it')
  return context
}

/** A site-relative address as an attribute of this site: "/updates/656/" → "/archive/updates/656/". */
export const withPrefix = (context: Pick<SiteContext, 'pathPrefix'>, address: string): string =>
  context.pathPrefix + address.replace(/^\//u, '')

/** The full address, for canonical links and others' programs: "https://example.org/archive/updates/656/". */
export const absoluteAddress = (site: Pick<Site, 'url'>, address: string): string =>
  site.url.replace(/\/$/u, '') + address

/** A link inside the site; `to` is site-relative. */
export function A({ to, ...rest }: { to: string } & Omit<JSX.IntrinsicElements['a'], 'href'>) {
  return <a {...rest} href={withPrefix(useSite(), to)} />
}
