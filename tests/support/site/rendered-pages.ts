/** Every page of an archive as HTML, without Eleventy, for the tests of the templates. */
import type { Archive } from '../../../src/archive/archive.ts'
import { type PageFile, renderPage } from '../../../templates/define-page.tsx'
import type { SiteContext } from '../../../templates/site-context.tsx'

const pageFiles = (
  import.meta as unknown as { glob(pattern: string, options: object): Record<string, PageFile<unknown>> }
).glob('../../../templates/pages/*/*.11ty.tsx', { eager: true, import: 'default' })

/** `kind` is the name of its page file: "update", "network". */
export type RenderedPage = { kind: string; address: string; html: string }

/** Renders every page. Props go through JSON first: a page may not show what would not survive that. */
export function renderedPages(archive: Archive, context: Partial<SiteContext> = {}): RenderedPage[] {
  const { site } = archive
  const all = {
    site,
    pathPrefix: '/',
    stylesheet: '/assets/site.css',
    searchStylesheet: null,
    searchScript: null,
    shareScript: null,
  }
  return Object.entries(pageFiles).flatMap(([file, definition]) =>
    Array.from(definition.pages(archive), ({ address, props }) => ({
      kind: file.replace(/^.*\/|\.11ty\.tsx$/gu, ''),
      address,
      html: renderPage(definition, JSON.parse(JSON.stringify(props)), { ...all, ...context, address }),
    })),
  )
}

/** The first page of each kind. */
export function onePerKind(pages: RenderedPage[]): RenderedPage[] {
  return [...new Map(pages.toReversed().map(page => [page.kind, page])).values()].toReversed()
}
