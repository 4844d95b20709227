/**
 * The one bridge between Eleventy and our types. A page file in `templates/pages/` default-exports what `definePage`
 * returns; it tells which addresses its kind of page has, and how one of them looks.
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

/** What a page file default-exports: its definition, and the template that Eleventy sees in it. */
export type Page<Props> = { definition: PageDefinition<Props> } & Template

/** Declares a kind of page. */
export function definePage<Props>(definition: PageDefinition<Props>): Page<Props> {
  return { definition, ...template }
}

/** The full HTML document of one page, doctype included. */
export function renderPage<Props>(definition: PageDefinition<Props>, props: Props, context: SiteContext): string {
  const page = <SiteProvider value={context}>{definition.render(props)}</SiteProvider>
  return `<!doctype html>${renderToString(page)}\n`
}

/** The file of the site that answers an address: "/updates/656/" → "updates/656/index.html". */
export const fileOf = (address: string): string => `${address}${address.endsWith('/') ? 'index.html' : ''}`.slice(1)

/** What the build lends to every template, as Eleventy's data `build`. */
export type Lent = {
  /** Site-relative addresses of the pages of one page file that are to be rendered now. */
  addressesOf(pageFile: string): string[]
  documentAt(address: string): Promise<string>
}

type Template = typeof template

/**
 * Eleventy paginates over addresses, not over pages: it copies what it paginates over for each page, and an address is
 * a short string where a page's props are a whole newsletter.
 */
const template = {
  data: {
    eleventyExcludeFromCollections: true,
    pagination: {
      data: 'addresses',
      size: 1,
      alias: 'address',
      before: (_none: string[], { build, page }: { build: Lent; page: { inputPath: string } }): string[] =>
        build.addressesOf(page.inputPath),
    },
    permalink: ({ address }: { address: string }): string => fileOf(address),
  },
  render: ({ build, address }: { build: Lent; address: string }): Promise<string> => build.documentAt(address),
}
