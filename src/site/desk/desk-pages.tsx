/** The pages of the desk. They need no script: each button is a form. */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Answer } from '../../diagnostics/catalogue.ts'
import type { ComparedLine, Comparison } from './compare.ts'
import type { Desk } from './desk.ts'
import type { Note } from './notes.ts'

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

type With<Props> = Props & { context: DeskContext }

export const deskPage = (desk: Desk, context: DeskContext): string =>
  document('The desk', context, <Overview desk={desk} context={context} />)

export const updateNotesPage = (desk: Desk, number: number, context: DeskContext): string =>
  document(
    `Update ${number}`,
    context,
    <>
      <BackToDesk context={context} />
      <h1>Update {number}</h1>
      <UpdateLinks number={number} context={context} />
      <Notes notes={desk.notes.filter(note => note.update === number)} context={context} />
    </>,
  )

export const kindPage = (notes: readonly Note[], kind: string, context: DeskContext): string =>
  document(
    kind,
    context,
    <>
      <BackToDesk context={context} />
      <h1>
        {kind} <span class="count">{notes.length}</span>
      </h1>
      <Notes notes={notes} context={context} isLong />
    </>,
  )

export const setAsidePage = (notes: readonly Note[], context: DeskContext): string =>
  document(
    'Set aside',
    context,
    <>
      <BackToDesk context={context} />
      <h1>Set aside</h1>
      <p>
        To see one of these again on the desk, delete its entry in <code>content/reviewed.yaml</code>.
      </p>
      <Notes notes={notes} context={context} isSettled />
    </>,
  )

export const comparePage = (number: number, comparison: Comparison, context: DeskContext): string =>
  document(
    `Compare update ${number}`,
    context,
    <>
      <BackToDesk context={context} />
      <h1>Update {number}: what was received, and what was made of it</h1>
      <p>
        Line numbers link to the same line on the other side. <span class="tag">corrected</span> marks a line that was
        changed by hand, <span class="tag">inferred</span> what the program worked out.
      </p>
      <div class="sides">
        <Side title="As received" lines={comparison.raw} side="raw" other="made" />
        <Side title="As it is now" lines={comparison.markdown} side="made" other="raw" />
      </div>
    </>,
  )

export const messagePage = (title: string, words: string, context: DeskContext): string =>
  document(
    title,
    context,
    <>
      <BackToDesk context={context} />
      <h1>{title}</h1>
      <p>{words}</p>
    </>,
  )

function document(title: string, context: DeskContext, content: ComponentChildren): string {
  const { prefix, said, isBuilding } = context
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title} – editor’s desk</title>
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
          <div role="status" class={said === null && !isBuilding ? 'hidden' : 'said'}>
            {isBuilding && <p>The site is being built. This page reloads by itself.</p>}
            {said !== null && <p>{said.words}</p>}
            {said?.canUndo && <Action path="undo" label="Undo" context={context} />}
          </div>
          {content}
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}\n`
}

function Overview({ desk, context }: With<{ desk: Desk }>) {
  const { week, errors, byUpdate, byKind, setAside, drafts } = desk
  return (
    <>
      <h1>Editor’s desk</h1>
      {errors.length > 0 && (
        <section aria-labelledby="errors">
          <h2 id="errors">Could not be used</h2>
          <p>What the site had of these before is still there.</p>
          <Notes notes={errors} context={context} />
        </section>
      )}
      {week.map(({ number, heading, notes }, nth) => (
        <section aria-labelledby={`week-${number}`}>
          <h2 id={`week-${number}`}>
            {nth === 0 ? 'This week' : 'Also read today'}: {heading}
          </h2>
          <UpdateLinks number={number} context={context} />
          {notes.length === 0 ? (
            <p class="done">Nothing to look at. You can publish it.</p>
          ) : (
            <Notes notes={notes} context={context} />
          )}
        </section>
      ))}
      {week.length === 0 && <p>There is no update yet. Save this week’s newsletter in the folder content/raw.</p>}
      {drafts.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">Drafts</h2>
          <p>You see these here and on the site of npm start. They are published when you say so.</p>
          <ul>
            {drafts.map(({ file, number, heading }) => (
              <li>
                <a href={`${context.prefix}updates/${number}/`}>{heading}</a> ({file}){' '}
                <Action path="publish" label={`Publish update ${number}`} fields={{ file }} context={context} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="archive">
        <h2 id="archive">The whole archive</h2>
        {byKind.length === 0 && <p class="done">Nothing to look at.</p>}
        <div class="columns">
          {byKind.length > 0 && (
            <table>
              <caption>By kind</caption>
              <thead>
                <tr>
                  <th scope="col">Kind, and an example</th>
                  <th scope="col">How many</th>
                </tr>
              </thead>
              <tbody>
                {byKind.map(({ code, example, count }) => (
                  <tr>
                    <td>
                      <a href={`${context.prefix}desk/kind/${code}/`}>{code}</a>
                      <br />
                      <span class="hint">{example}</span>
                    </td>
                    <td class="number">{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {byUpdate.length > 0 && (
            <table>
              <caption>By update</caption>
              <thead>
                <tr>
                  <th scope="col">Update</th>
                  <th scope="col">How many</th>
                </tr>
              </thead>
              <tbody>
                {byUpdate.map(({ number, heading, count }) => (
                  <tr>
                    <td>
                      <a href={`${context.prefix}desk/update/${number}/`}>{heading}</a>
                    </td>
                    <td class="number">{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
        {setAside.length > 0 && (
          <p>
            <a href={`${context.prefix}desk/set-aside/`}>{setAside.length} set aside</a>
          </p>
        )}
      </section>
    </>
  )
}

const BackToDesk = ({ context }: With<object>) => (
  <p>
    <a href={`${context.prefix}desk/`}>Back to the desk</a>
  </p>
)

const UpdateLinks = ({ number, context }: With<{ number: number }>) => (
  <p class="links">
    <a href={`${context.prefix}updates/${number}/`}>See update {number} as readers will</a>{' '}
    <a href={`${context.prefix}desk/compare/${number}/`}>Compare update {number} with what was received</a>
  </p>
)

/** On a long page of one kind each note says which update it is about. */
function Notes({
  notes,
  context,
  isLong = false,
  isSettled = false,
}: With<{ notes: readonly Note[]; isLong?: boolean; isSettled?: boolean }>) {
  if (notes.length === 0) return <p class="done">Nothing to look at.</p>
  return (
    <ol class="notes">
      {notes.map(note => (
        <li id={`note-${note.id}`} class={note.isError ? 'note error' : 'note'}>
          <p class="words">
            {note.isError && <strong>Cannot be used. </strong>}
            {note.words}
          </p>
          {note.source !== null && (
            <blockquote>
              {note.source.before}
              <mark>{note.source.marked}</mark>
              {note.source.after}
            </blockquote>
          )}
          <p>{note.advice}</p>
          <p class="hint">
            <Place note={note} context={context} />
            {isLong && note.update !== null && (
              <>
                {' '}
                <a href={`${context.prefix}updates/${note.update}/`}>Update {note.update}</a>
              </>
            )}
          </p>
          {!isSettled && <Actions note={note} context={context} />}
        </li>
      ))}
    </ol>
  )
}

function Place({ note, context }: With<{ note: Note }>) {
  const words = `${note.file}, line ${note.line}`
  const target = context.openFile?.(note.file, note.line, note.column) ?? null
  return target === null ? <span>{words}</span> : <a href={target}>Open {words}</a>
}

function Actions({ note, context }: With<{ note: Note }>) {
  return (
    <div class="actions">
      {note.answers.map((answer, nth) => (
        <Action path="answer" label={labelOf(answer)} fields={{ note: note.id, nth: String(nth) }} context={context} />
      ))}
      {note.source !== null && (
        <button type="button" data-copy={note.source.before + note.source.marked + note.source.after} hidden>
          Copy the line
        </button>
      )}
      {!note.isError && (
        <details>
          <summary>Leave it as it is</summary>
          <Action path="set-aside" label="Set aside" fields={{ note: note.id }} context={context}>
            <label>
              Why? <input name="why" required maxLength={300} />
            </label>
          </Action>
        </details>
      )}
    </div>
  )
}

const labelOf = (answer: Answer): string =>
  answer.kind === 'new-record' ? `Add ${answer.name} as new` : `Same as ${answer.name}: add this spelling`

type ActionProps = { path: string; label: string; fields?: Record<string, string>; children?: ComponentChildren }

const Action = ({ path, label, fields = {}, children, context }: With<ActionProps>) => (
  <form method="post" action={`${context.prefix}desk/${path}`}>
    <input type="hidden" name="token" value={context.token} />
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children} <button type="submit">{label}</button>
  </form>
)

type SideProps = { title: string; lines: readonly ComparedLine[]; side: string; other: string }

const Side = ({ title, lines, side, other }: SideProps) => (
  <section aria-label={title}>
    <h2>{title}</h2>
    <table class="lines">
      <tbody>
        {lines.map(({ number, text, other: same, inferred, isCorrected }) => (
          <tr id={`${side}-${number}`} class={isCorrected ? 'corrected' : undefined}>
            <th scope="row">
              {same === null ? (
                number
              ) : (
                <a href={`#${other}-${same}`} aria-label={`Line ${number}: line ${same} on the other side`}>
                  {number}
                </a>
              )}
            </th>
            <td>
              {text}
              {isCorrected && <span class="tag"> corrected</span>}
              {inferred !== null && <span class="tag"> inferred: {inferred}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
