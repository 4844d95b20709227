/** What every page of the desk has: its frame, and buttons that are forms, so that they need no script. */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** What every page of the desk needs. */
export type DeskContext = {
  /** Of the address under which the dev server serves: "/", "/archive/". */
  prefix: string
  /** Proves to the server that a form came from its own page. */
  token: string
  /** What was done last. */
  said: { words: string; canUndo: boolean } | null
  /** "vscode://file/{path}:{line}:{column}"; null where files cannot be opened from here. */
  openFile: ((file: string, line: number, column: number) => string) | null
  /** A build is running: the page may soon be out of date. */
  isBuilding: boolean
}

export type With<Props> = Props & { context: DeskContext }

/** Where a page shows what a button did; there the browser goes after a press. */
export const SAID = 'said'

/** What the first page of the desk is called, and the end of the others' titles. */
export const DESK = 'Editor’s desk'

export function deskDocument(title: string, context: DeskContext, content: ComponentChildren): string {
  const { prefix, said, isBuilding } = context
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === DESK ? DESK : `${title} – ${DESK}`}</title>
        <link rel="stylesheet" href={`${prefix}desk/desk.css`} />
        <script src={`${prefix}desk/desk.js`} defer />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header>
          <a href={`${prefix}desk/`}>Editor’s desk</a> <a href={prefix}>The site as it will be</a>
          <span class="hint">Only you see this page. It is not published.</span>
        </header>
        <main id="main">
          <p role="status">{isBuilding && 'The site is being built. This page reloads by itself.'}</p>
          {said !== null && (
            <section id={SAID} class="said" aria-label="What was done" tabIndex={-1}>
              <p>{said.words}</p>
              {said.canUndo && <Action path="undo" label="Undo" context={context} />}
            </section>
          )}
          {content}
          <p role="status" id="heard" class="heard" />
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}\n`
}

export const BackToDesk = ({ context }: With<object>) => (
  <p>
    <a href={`${context.prefix}desk/`}>Back to the desk</a>
  </p>
)

type ActionProps = { path: string; label: string; fields?: Record<string, string>; children?: ComponentChildren }

export const Action = ({ path, label, fields = {}, children, context }: With<ActionProps>) => (
  <form method="post" action={`${context.prefix}desk/${path}`}>
    <input type="hidden" name="token" value={context.token} />
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children} <button type="submit">{label}</button>
  </form>
)
