/** Pages, rendered without a build, with what they load; served on a free port. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundle } from 'lightningcss'
import type { Archive } from '../../src/archive/archive.ts'
import { fileOf } from '../../templates/define-page.tsx'
import { type RenderedPage, renderedPages } from '../support/site/rendered-pages.ts'
import { serveBuiltSite } from './browser.ts'

/** Every page of the archive, as it asks for what `serveRendered` puts beside it. */
export const pagesFor = (archive: Archive): RenderedPage[] =>
  renderedPages(archive, { shareScript: '/assets/share.js' })

export type RenderedSite = {
  folder: string
  /** The full address of a site-relative one. */
  at: (address: string) => string
  close: () => Promise<void>
}

/** Of two pages with one address the later is served. */
export async function serveRendered(pages: readonly RenderedPage[]): Promise<RenderedSite> {
  const folder = mkdtempSync(join(tmpdir(), 'friday-update-pages-'))
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  write('assets/site.css', bundle({ filename: 'templates/assets/site.css', minify: true }).code)
  write('favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  write('assets/share.js', readFileSync('templates/assets/share.js'))
  write('manifest.webmanifest', '{}')
  for (const { address, html } of pages) write(fileOf(address), html)
  const { origin, close } = await serveBuiltSite(folder)
  return {
    folder,
    at: address => origin + address,
    async close() {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
