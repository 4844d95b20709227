/**
 * What a kind of page is. A page file in `templates/pages/` default-exports what `definePage` returns, which is a template
 * of Eleventy's own: it says which addresses its kind of page has, and how one of them looks.
 */
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Archive } from '../src/archive/archive.ts'
import { pageFault } from './page-fault.ts'
import { type SiteContext, SiteProvider } from './site-context.tsx'

/** One page to write: its site-relative address ("/updates/656/", "/404.html") and everything that it shows. */
export type PageAt<Props> = { address: string; props: Props }

/**
 * One kind of page. All look-ups happen in `pages`; `render` is pure and sees its props and the site context alone.
 * Props are plain JSON: a page whose props, templates and site context are unchanged need not be rendered again.
 */
export type PageDefinition<Props> = {
  pages(archive: Archive): Iterable<PageAt<Props>>
  render(props: Props): VNode
}

/** What pages are made from; Eleventy's data hold it as `rendering`. */
export type Rendering = {
  archive: Archive
  context: Omit<SiteContext, 'address'>
  /** Notes a page of the site to be. False: the site has it already, made of the same props. */
  isDue(address: string, props: unknown): boolean
  /** Called before each page that is due is rendered, and may put that off for a moment. */
  onPage(): Promise<void> | null
}

/** A function, because Eleventy copies objects for each page. null: there is nothing to make pages from. */
export type EleventyData = { rendering: () => Rendering | null }

/** Declares a kind of page. */
export function definePage<Props>(page: PageDefinition<Props>) {
  const due = new Map<string, Props>()
  const addresses: string[] = []
  const file = {
    pages: (archive: Archive) => page.pages(archive),
    page,
    data: {
      eleventyExcludeFromCollections: true,
      addresses,
      pagination: {
        // Over addresses, because Eleventy copies what it paginates over: an address is short, an update's props are not.
        data: 'addresses',
        size: 1,
        alias: 'address',
        before(_: unknown, { rendering }: EleventyData): string[] {
          due.clear()
          const now = rendering()
          for (const { address, props } of now === null ? [] : page.pages(now.archive))
            if (now?.isDue(address, props)) due.set(address, props)
          return [...due.keys()]
        },
      },
      permalink: ({ address }: { address: string }): string => fileOf(address),
    },
    async render({ address, rendering }: EleventyData & { address: string }): Promise<string> {
      const [now, props] = [rendering(), due.get(address)]
      if (now === null || props === undefined) throw new Error(`there is no page at ${address}`)
      due.delete(address)
      await now.onPage()
      try {
        return renderPage(file, props, { ...now.context, address })
      } catch (error) {
        throw pageFault(address, error)
      }
    },
  }
  return file
}

/** What a page file default-exports. */
export type PageFile<Props> = { pages: PageDefinition<Props>['pages']; page: PageDefinition<Props> }

/** The full HTML document of one page, doctype included. */
export function renderPage<Props>({ page }: PageFile<Props>, props: Props, context: SiteContext): string {
  const document = <SiteProvider value={context}>{page.render(props)}</SiteProvider>
  return inOnePiece(`<!doctype html>${renderToString(document)}\n`)
}

/**
 * A page is put together of some ten thousand pieces, and V8 keeps a text as the tree of its pieces until it is read.
 * With many pages held that way, collecting garbage was a fifth of a build.
 */
function inOnePiece(text: string): string {
  text.charCodeAt(0)
  return text
}

/** The file of the site that answers an address: "/updates/656/" → "updates/656/index.html". */
export const fileOf = (address: string): string => `${address}${address.endsWith('/') ? 'index.html' : ''}`.slice(1)
