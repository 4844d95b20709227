/** Wiring only: Eleventy writes the pages of `templates/pages/`; `scripts/build/` tells which, and what is in them. */
import type UserConfig from '@11ty/eleventy/UserConfig'
import { fileOf } from './templates/define-page.tsx'

/** The pages of one kind that are to be rendered now, by their site-relative addresses. */
export type PagesOfKind = { kind: string; addresses: string[]; documentAt: (address: string) => Promise<string> }

export default function configure(config: UserConfig, kinds: Iterable<PagesOfKind>) {
  config.setTemplateFormats(['11ty.js'])
  config.setUseGitIgnore(false)
  // The archive stays out of the data cascade, which is merged for every page.
  config.addGlobalData('addresses', [])
  for (const pages of kinds) config.addTemplate(`${pages.kind}.11ty.js`, templateOf(pages))
}

/**
 * Eleventy paginates over addresses, not over pages: it copies what it paginates over for each page, and an address is
 * a short string where a page's props are a whole newsletter.
 */
const templateOf = ({ addresses, documentAt }: PagesOfKind) => ({
  data: {
    eleventyExcludeFromCollections: true,
    pagination: { data: 'addresses', size: 1, alias: 'address', before: () => addresses },
    permalink: ({ address }: { address: string }) => fileOf(address),
  },
  render: ({ address }: { address: string }) => documentAt(address),
})
