/** The pages of the site: which there are, what each is made of, and rendering those that have changed, by Eleventy. */
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type UserConfig from '@11ty/eleventy/UserConfig'
import configure, { type PagesOfKind } from '../../.eleventy.ts'
import { fileOf, type PageDefinition, renderPage } from '../../templates/define-page.tsx'
import type { SiteContext } from '../../templates/site-context.tsx'
import type { Archive } from '../archive/archive.ts'
import { addTo } from '../archive/lists-by-key.ts'
import { sameValue } from '../archive/same-value.ts'
import { hashOf } from './hashes.ts'
import { takingTurns } from './taking-turns.ts'

/** One file of `templates/pages/`: one kind of page, called as the file is. */
export type PageFile = { kind: string; definition: PageDefinition<unknown> }

/** One page that the site shall have. `key` changes whenever its HTML would. */
export type PlannedPage = {
  pageFile: PageFile
  address: string
  file: string
  key: string
  props: unknown
}

/** What all pages know of their site; each adds its address. */
export type PageContext = Omit<SiteContext, 'address'>

const pagesFolder = join('templates', 'pages')
const pageEnding = '.11ty.tsx'
/** Eleventy's name for where the site stands; it writes nothing there. */
const outputFolder = '_site'

/** All kinds of page, by the name of their file. */
export async function loadPageFiles(root: string): Promise<PageFile[]> {
  const names = readdirSync(join(root, pagesFolder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(pageEnding))
    .map(name => name.split(sep).join('/'))
    .sort()
  return Promise.all(
    names.map(async name => {
      const [folder, file = ''] = name.slice(0, -pageEnding.length).split('/')
      // Written so that esbuild sees which files may be meant.
      const module: { default: PageDefinition<unknown> } = await import(
        `../../templates/pages/${folder}/${file}.11ty.tsx`
      )
      return { kind: file, definition: module.default }
    }),
  )
}

/** Where the pages of these kinds stand; their props are not made. */
export const addressesOf = (pageFiles: readonly PageFile[], archive: Archive): string[] =>
  pageFiles.flatMap(({ definition }) => Array.from(definition.pages(archive), ({ address }) => address))

/** The pages of an earlier build in this process: to compare a page's props costs less than to hash them. */
export type PageMemory = Map<string, { version: string; props: unknown; key: string }>

/**
 * Every page of the archive, made one by one: the props of all of them together are larger than the archive. With
 * `memory` they are kept all the same, for a process that builds again.
 */
export function* planPages(
  pageFiles: readonly PageFile[],
  { archive, version, memory }: { archive: Archive; version: string; memory: PageMemory | null },
): Generator<PlannedPage> {
  for (const pageFile of pageFiles) {
    for (const { address, props } of pageFile.definition.pages(archive)) {
      const before = memory?.get(address)
      const isSame = before?.version === version && sameValue(before.props, props)
      const key = isSame ? before.key : hashOf(version, pageFile.kind, address, props)
      if (!isSame) memory?.set(address, { version, props, key })
      yield { pageFile, address, file: fileOf(address), key, props }
    }
  }
}

/** What Eleventy's `toJSON` tells of a page, among others. */
type Rendered = { outputPath: string; content: string }

/** Renders the pages and hands each file to `write`. Rejects with the template's own error where one throws. */
export async function renderPages(
  pages: readonly PlannedPage[],
  context: PageContext,
  write: (file: string, html: string) => void,
): Promise<void> {
  const pageAt = new Map(pages.map(page => [page.address, page]))
  const turns = takingTurns(20)
  const documentAt = async (address: string): Promise<string> => {
    await turns()
    const page = pageAt.get(address)
    if (page === undefined) throw new Error(`no page was planned at ${address}`)
    return flat(renderPage(page.pageFile.definition, page.props, { ...context, address }))
  }
  const addresses = new Map<string, string[]>()
  for (const { pageFile, address } of pages) addTo(addresses, pageFile.kind, address)
  const kinds = Array.from(addresses, ([kind, addresses]): PagesOfKind => ({ kind, addresses, documentAt }))
  // Half a second by itself, which a build without a page to render need not wait for.
  const { default: Eleventy } = await import('@11ty/eleventy')
  const eleventy = new Eleventy(pagesFolder, outputFolder, {
    quietMode: true,
    config: (config: UserConfig) => configure(config, kinds),
  })
  eleventy.disableLogger()
  const rendered = (await eleventy.toJSON().catch(throwOriginal)) as unknown as Rendered[]
  for (const { outputPath, content } of rendered)
    write(relative(outputFolder, outputPath).split(sep).join('/'), content)
}

/** Eleventy wraps what a template throws. */
function throwOriginal(error: Error & { originalError?: unknown }): never {
  throw error.originalError ?? error
}

/**
 * The text in one piece. A page is put together of some ten thousand pieces, and V8 keeps a text as the tree of its pieces
 * until somebody reads it: with the pages of a batch held that way, collecting garbage was a fifth of a build.
 */
function flat(text: string): string {
  text.charCodeAt(0)
  return text
}
