/**
 * What a kind of page is. A page file in `templates/pages/` default-exports what `definePage` returns; it tells which
 * addresses its kind of page has, and how one of them looks.
 */
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Archive } from '../src/archive/archive.ts'
import { type SiteContext, SiteProvider } from './site-context.tsx'

/** One page to write: its site-relative address ("/updates/656/", "/404.html") and everything that it shows. */
export type PageAt<Props> = { address: string; props: Props }

/**
 * One kind of page. All look-ups happen in `pages`; `render` is pure and sees its props and the site context alone.
 * Props are plain JSON: a page whose props, templates and site context are unchanged need not be rendered again.
 */
export type PageDefinition<Props> = {
  /**
   * What it comes in with, for somebody who waits. 'files': it tells of what is published beside the pages, and making
   * its props is nearly as much work as making that.
   */
  comesWith?: 'pages' | 'files'
  pages(archive: Archive): Iterable<PageAt<Props>>
  render(props: Props): VNode
}

/** Declares a kind of page. */
export const definePage = <Props,>(definition: PageDefinition<Props>): PageDefinition<Props> => definition

/** The full HTML document of one page, doctype included. */
export function renderPage<Props>(definition: PageDefinition<Props>, props: Props, context: SiteContext): string {
  const page = <SiteProvider value={context}>{definition.render(props)}</SiteProvider>
  return `<!doctype html>${renderToString(page)}\n`
}

/** The file of the site that answers an address: "/updates/656/" → "updates/656/index.html". */
export const fileOf = (address: string): string => `${address}${address.endsWith('/') ? 'index.html' : ''}`.slice(1)
