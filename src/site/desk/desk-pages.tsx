/** The desk itself, and the pages of messages that it links to. */

import type { Desk } from './desk.ts'
import { Action, BackToDesk, DESK, type DeskContext, deskDocument, type With } from './desk-document.tsx'
import { listPages } from './list-pages.tsx'
import { Notes } from './note-list.tsx'
import { kindInWords, type Note } from './notes.ts'

export const deskPage = (desk: Desk, context: DeskContext): string =>
  deskDocument(DESK, context, <Overview desk={desk} context={context} />)

export const updateNotesPage = (desk: Desk, number: number, context: DeskContext): string =>
  deskDocument(
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
  deskDocument(
    kindInWords(kind),
    context,
    <>
      <BackToDesk context={context} />
      <h1>
        {kindInWords(kind)} <span class="count">{notes.length}</span>
      </h1>
      <Notes notes={notes} context={context} isLong />
    </>,
  )

export const setAsidePage = (notes: readonly Note[], context: DeskContext): string =>
  deskDocument(
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

export const messagePage = (title: string, words: string, context: DeskContext): string =>
  deskDocument(
    title,
    context,
    <>
      <BackToDesk context={context} />
      <h1>{title}</h1>
      <p>{words}</p>
    </>,
  )

function Overview({ desk, context }: With<{ desk: Desk }>) {
  const { week, errors, byUpdate, byKind, drafts } = desk
  return (
    <>
      <h1>Editor’s desk</h1>
      {errors.length > 0 && (
        <section aria-labelledby="errors">
          <h2 id="errors">Could not be used</h2>
          <p>If the site already had something of these, it is still there as it was.</p>
          <Notes notes={errors} context={context} />
        </section>
      )}
      {week.map(({ number, heading, isDraft, notes }, nth) => (
        <section aria-labelledby={`week-${number}`}>
          <h2 id={`week-${number}`}>
            {nth === 0 ? 'This week' : nth === 1 && week[0]?.isDraft ? 'The update before' : 'Also read today'}:{' '}
            {heading}
            {isDraft && ' (draft)'}
          </h2>
          <UpdateLinks number={number} context={context} />
          {notes.length === 0 ? (
            <p class="done">Nothing to look at. {isDraft ? 'It is still a draft.' : 'It is ready to publish.'}</p>
          ) : (
            <Notes notes={notes} context={context} />
          )}
        </section>
      ))}
      {week.length === 0 && !context.isBuilding && (
        <p>There is no update yet. Save this week’s newsletter in the folder content/raw.</p>
      )}
      {drafts.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">Drafts</h2>
          <p>Only you see drafts. Press “Publish” when one is ready.</p>
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
        <ListLinks desk={desk} context={context} />
        <div class="columns">
          {byKind.length > 0 && (
            <table>
              <caption>Messages by kind</caption>
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
                      <a href={`${context.prefix}desk/kind/${code}/`}>{kindInWords(code)}</a>
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
              <caption>Messages by update</caption>
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
      </section>
    </>
  )
}

/** Lists of the archive that each have a page of their own. */
function ListLinks({ desk, context }: With<{ desk: Desk }>) {
  const lists: { path: string; words: string; count: number }[] = [
    ...listPages.map(({ name, title, countOf }) => ({ path: `list/${name}/`, words: title, count: countOf(desk) })),
    { path: 'set-aside/', words: 'Messages set aside', count: desk.setAside.length },
  ]
  return (
    <ul class="lists">
      {lists.map(({ path, words, count }) => (
        <li>
          {count === 0 ? words : <a href={`${context.prefix}desk/${path}`}>{words}</a>}{' '}
          <span class="count">{count.toLocaleString('en-GB')}</span>
        </li>
      ))}
    </ul>
  )
}

const UpdateLinks = ({ number, context }: With<{ number: number }>) => (
  <p class="links">
    <a href={`${context.prefix}updates/${number}/`}>See update {number} as readers will</a>{' '}
    <a href={`${context.prefix}desk/compare/${number}/`}>Compare update {number} with what was received</a>
  </p>
)
