/** Notes with their lines, places and buttons. */
import type { Answer } from '../../diagnostics/catalogue.ts'
import { Action, type DeskContext, type With } from './desk-document.tsx'
import type { Note } from './notes.ts'

/** On a long page of one kind each note says which update it is about. */
export function Notes({
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
          <p class="hint places">
            <Places note={note} context={context} />
            {note.update !== null && !note.isError && (
              <a href={onPage(note.update, note.onPage, context)}>
                See it on the page{isLong && ` of update ${note.update}`}
              </a>
            )}
          </p>
          {!isSettled && <Actions note={note} context={context} />}
        </li>
      ))}
    </ol>
  )
}

/** The browser goes to the words, where the page has them, and else to its top. */
function onPage(update: number, words: string | null, { prefix }: DeskContext): string {
  const place = words === null ? '' : `#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`
  return `${prefix}updates/${update}/${place}`
}

/** The line, and the Markdown file of its update, which a raw text does not name. */
function Places({ note, context }: With<{ note: Note }>) {
  const { file, line, column, update } = note
  const markdown = `content/updates/${update}.md`
  const hasMarkdown = update !== null && !note.isError && !file.startsWith('content/drafts/')
  return (
    <>
      <Place {...{ file, line, column }} words={`${file}, line ${line}`} context={context} />
      {hasMarkdown && file !== markdown && (
        <Place file={markdown} line={1} column={1} words={`Markdown file: ${markdown}`} context={context} />
      )}
    </>
  )
}

function Place({
  file,
  line,
  column,
  words,
  context,
}: With<{ file: string; line: number; column: number; words: string }>) {
  const target = context.openFile?.(file, line, column) ?? null
  return (
    <span>
      {words}
      {target !== null && (
        <>
          {' ('}
          <a href={target}>
            open<span class="heard"> {file}</span>
          </a>
          )
        </>
      )}
    </span>
  )
}

function Actions({ note, context }: With<{ note: Note }>) {
  return (
    <div class="actions">
      {note.answers.map((answer, nth) => (
        <Action path="answer" label={labelOf(answer)} fields={{ note: note.id, nth: String(nth) }} context={context} />
      ))}
      {note.copy !== null && <CopyButton {...note.copy} />}
      {note.code === 'reviewed-is-gone' && (
        <Action path="forget" label="Delete the entry" fields={{ note: note.id }} context={context} />
      )}
      {!note.isError && note.code !== 'reviewed-is-gone' && (
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

/** Hidden where there is no script: then the line can be marked and copied as any other text. */
export const CopyButton = ({ label, text }: { label: string; text: string }) => (
  <button type="button" data-copy={text} hidden>
    {label}
  </button>
)

const labelOf = (answer: Answer): string =>
  answer.kind === 'new-record' ? `Add ${answer.name} as new` : `Same as ${answer.name}: add this spelling`
