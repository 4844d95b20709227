/** What `npm start` adds to pages: that the site is not there yet, that one is a draft, and what is to be looked at. */
import { renderToString } from 'preact-render-to-string'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { updateOf } from '../../diagnostics/diagnostic.ts'
import type { DeskSources } from '../desk/desk.ts'
import { type Note, noteOf } from '../desk/notes.ts'
import { type Progress, progressInWords } from '../messages/progress.ts'

const noteStyle =
  'position:sticky;bottom:0;z-index:9;max-height:45vh;overflow:auto;padding:0.75rem 1rem;border-top:3px solid #8a5a00;background:#fff6d6;color:#222;font:16px/1.45 system-ui,sans-serif'

type Page = { prefix: string; update: number | null }

/** HTML, to go at the end of a page; empty where there is nothing to say. */
export function pageNotes({ diagnostics, drafts }: Pick<DeskSources, 'diagnostics' | 'drafts'>, page: Page): string {
  const { prefix, update } = page
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(noteOf)
  const warnings =
    update === null ? [] : diagnostics.filter(one => one.severity === 'warning' && updateOf(one) === update).map(noteOf)
  const isDraft = drafts.some(({ number }) => number === update)
  if (errors.length + warnings.length === 0 && !isDraft) return ''
  return renderToString(
    <aside aria-label="For editors" style={noteStyle}>
      {isDraft && <p style="margin:0 0 0.5rem">Draft. This update is not published until you say so.</p>}
      {errors.length > 0 && (
        <details open>
          <summary>This page is older than the content: something could not be used</summary>
          <List notes={errors} />
        </details>
      )}
      {warnings.length > 0 && (
        <details>
          <summary>
            {warnings.length} {warnings.length === 1 ? 'thing' : 'things'} to look at in this update
          </summary>
          <List notes={warnings} />
        </details>
      )}
      <p style="margin:0.5rem 0 0">
        <a style="color:#063e4c" href={`${prefix}desk/`}>
          Open the editor’s desk
        </a>
      </p>
    </aside>,
  )
}

export type Waiting = { isUsable: boolean; diagnostics: readonly Diagnostic[]; progress: Progress | null }

/** Brings itself up to date (`waiting.js`), and is the page that was asked for once that is there. */
export function waitingPage({ isUsable, diagnostics, progress }: Waiting, prefix: string): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(noteOf)
  const words = isUsable ? 'The site is being built' : 'The site cannot be built yet'
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words}</title>
        <style>{waitingStyle}</style>
        <script src={`${prefix}desk/waiting.js`} defer />
        <noscript>
          <meta http-equiv="refresh" content="2" />
        </noscript>
      </head>
      <body>
        <main>
          <h1>{words}</h1>
          {progress !== null && isUsable && (
            <>
              <p role="status">{progressInWords(progress)}</p>
              <progress value={progress.done} max={progress.of} aria-label={progress.what} />
            </>
          )}
          {errors.length === 0 ? <p>The page appears here by itself.</p> : <List notes={errors} />}
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}\n`
}

const waitingStyle =
  ':root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}progress{width:100%}'

const List = ({ notes }: { notes: readonly Note[] }) => (
  <ul>
    {notes.map(({ words, advice, file, line, source }) => (
      <li>
        <strong>{words}</strong> {advice}
        <br />
        <small>
          {file}, line {line}
          {source !== null && `: ${source.before}${source.marked}${source.after}`}
        </small>
      </li>
    ))}
  </ul>
)
