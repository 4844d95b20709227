/** Lists of the whole archive, each on a page of its own. */
import type { ComponentChildren } from 'preact'
import type { Desk } from './desk.ts'
import { BackToDesk, type DeskContext, deskDocument, type With } from './desk-document.tsx'
import type { DeskLists } from './lists.ts'
import { CopyButton, Notes } from './note-list.tsx'
import type { Note } from './notes.ts'

type ListPage = {
  /** In its address. */
  name: string
  title: string
  countOf: (desk: Desk) => number
  show: (desk: Desk, context: DeskContext) => ComponentChildren
}

export const listPages: readonly ListPage[] = [
  {
    name: 'names',
    title: 'Names no one has confirmed',
    countOf: ({ names }) => names.length,
    show: ({ names }, context) => <Names notes={names} context={context} />,
  },
  {
    name: 'publications',
    title: 'Publications without a web address',
    countOf: ({ lists }) => lists.withoutAddress.length,
    show: ({ lists }, context) => <Publications publications={lists.withoutAddress} context={context} />,
  },
  {
    name: 'lost-links',
    title: 'Links that were lost',
    countOf: ({ lists }) => lists.lostLinks.reduce((sum, { count }) => sum + count, 0),
    show: ({ lists }, context) => <LostLinks updates={lists.lostLinks} context={context} />,
  },
  {
    name: 'topics',
    title: 'Stories without a topic',
    countOf: ({ lists }) => lists.withoutTopic.length,
    show: ({ lists }, context) => <WithoutTopic stories={lists.withoutTopic} context={context} />,
  },
  {
    name: 'collisions',
    title: 'Texts and Markdown that do not agree',
    countOf: ({ collisions }) => collisions.length,
    show: ({ collisions }, context) => <Notes notes={collisions} context={context} isLong />,
  },
]

/** null: there is no list of that name. */
export function listPage(desk: Desk, name: string, context: DeskContext): string | null {
  const list = listPages.find(one => one.name === name)
  if (list === undefined) return null
  return deskDocument(
    list.title,
    context,
    <>
      <BackToDesk context={context} />
      <h1>
        {list.title} <span class="count">{list.countOf(desk).toLocaleString('en-GB')}</span>
      </h1>
      {list.show(desk, context)}
    </>,
  )
}

const kindsOfNames = [
  { file: 'people.yaml', words: 'People' },
  { file: 'networks.yaml', words: 'Networks' },
  { file: 'publishers.yaml', words: 'Publishers' },
]

function Names({ notes, context }: With<{ notes: readonly Note[] }>) {
  if (notes.length === 0) return <p class="done">Nothing to look at.</p>
  return (
    <>
      <p>
        Each name needs one decision, once: it is new, or it is another spelling of a name that the archive knows. A
        button writes the line; you can also copy it into the file yourself.
      </p>
      {kindsOfNames.map(({ file, words }) => {
        const own = notes.filter(({ answers }) => answers.some(answer => answer.file === file))
        return (
          own.length > 0 && (
            <section aria-labelledby={file}>
              <h2 id={file}>
                {words} <span class="count">{own.length}</span>
              </h2>
              <Notes notes={own} context={context} isLong />
            </section>
          )
        )
      })}
    </>
  )
}

const Publications = ({ publications, context }: With<{ publications: DeskLists['withoutAddress'] }>) => (
  <>
    <p>
      The newsletter did not keep their links. To give one a link, paste its line into{' '}
      <code>content/authorities/publications.yaml</code>, with the web address between the quotes. Those listed most
      often come first.
    </p>
    <ol class="rows">
      {publications.map(({ title, url, listed, line }) => (
        <li>
          <a href={context.prefix + url}>{title}</a>{' '}
          <span class="count">
            in {listed} {listed === 1 ? 'update' : 'updates'}
          </span>
          <br />
          <code>{line}</code> <CopyButton label="Copy" text={line} />
        </li>
      ))}
    </ol>
  </>
)

const LostLinks = ({ updates, context }: With<{ updates: DeskLists['lostLinks'] }>) => (
  <>
    <p>
      Words such as “here” were links in these updates, but their web addresses are missing. If you have the Word
      document, e-mail or web page an update came from, put it in <code>content/raw</code> beside the text. Or write the
      address in its Markdown file: <code>[here](https://…)</code>
    </p>
    <ol class="rows">
      {updates.map(({ update, count }) => (
        <li>
          <a href={`${context.prefix}updates/${update}/`}>Update {update}</a>{' '}
          <span class="count">
            {count} {count === 1 ? 'link' : 'links'}, content/updates/{update}.md
          </span>
        </li>
      ))}
    </ol>
  </>
)

const WithoutTopic = ({ stories, context }: With<{ stories: DeskLists['withoutTopic'] }>) => (
  <>
    <p>
      Nothing is wrong with these. To give a story a topic, add words from it to <code>forms</code> in{' '}
      <code>content/authorities/topics.yaml</code>.
    </p>
    <ol class="rows">
      {stories.map(({ update, item, title }) => (
        <li>
          <a href={`${context.prefix}updates/${update}/#${item}`}>{title}</a> <span class="count">update {update}</span>
        </li>
      ))}
    </ol>
  </>
)
