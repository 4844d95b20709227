/** What `npm start` says on pages: that the site is not there yet, and what is wrong with the content. */
import { renderToString } from 'preact-render-to-string'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { renderDiagnostic } from '../../diagnostics/render.ts'

const noteStyle =
  'position:fixed;inset:auto 0 0;z-index:9;max-height:45vh;overflow:auto;padding:1rem;border-top:3px solid #8a5a00;background:#fff6d6;color:#222;font:14px/1.45 ui-monospace,monospace'

/** HTML, to stand at the end of a page. */
export const complaintsNote = (errors: readonly Diagnostic[]): string =>
  renderToString(
    <aside aria-label="What is wrong with the content" style={noteStyle}>
      <details open>
        <summary>This page is older than the content, which cannot be used yet</summary>
        <Complaints diagnostics={errors} />
      </details>
    </aside>,
  )

/** Asks again by itself. */
export function waitingPage(
  state: 'not read yet' | 'shown' | 'not usable',
  diagnostics: readonly Diagnostic[],
): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const words = state === 'not usable' ? 'The site cannot be built yet' : 'The site is being built'
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="refresh" content="2" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words}</title>
      </head>
      <body>
        <h1>{words}</h1>
        {errors.length === 0 ? <p>The page appears here by itself.</p> : <Complaints diagnostics={errors} />}
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}\n`
}

const Complaints = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) => (
  <pre style="white-space:pre-wrap;font:inherit">{diagnostics.map(one => renderDiagnostic(one)).join('\n\n')}</pre>
)
