import type { ComponentChildren } from 'preact'
import { unfoldScript } from '../../../src/publish/site-files/unfold.ts'
import { A } from '../../site-context.tsx'
import { Jump } from '../frame/jump.tsx'

export type Group = {
  /** The anchor that charts and jump links lead to. */
  id: string
  title: string
  /** The page that the title leads to. */
  to?: string
  count?: number
  /** What a jump link to it says: "March". */
  jump?: string
  list: ComponentChildren
}

type GroupsProps = {
  groups: Group[]
  /** How many entries all groups have together. */
  entries: number
}

/** So many entries fit on a page. With more the groups are folded: on a phone a year was 32,000 pixels long. */
const fitOnAPage = 60

/**
 * A long list in groups: the months of a year, the years of a publisher. Where they are folded, the first is open on a
 * phone, and all where the screen is wide.
 */
export function Groups({ groups, entries }: GroupsProps) {
  if (entries <= fitOnAPage)
    return (
      <>
        <Jump
          label="Jump to"
          on="narrow"
          to={groups.flatMap(({ id, jump }) => (jump === undefined ? [] : { id, text: jump }))}
        />
        {groups.map(group => (
          <section class="group" aria-labelledby={group.id}>
            <h2 id={group.id}>
              <Title group={group} />
            </h2>
            {group.list}
          </section>
        ))}
      </>
    )
  return (
    <>
      {groups.map((group, index) => (
        <Folded group={group} isOpen={index === 0} />
      ))}
      <script>{unfoldScript}</script>
    </>
  )
}

function Title({ group: { title, to, count } }: { group: Group }) {
  return (
    <>
      {to === undefined ? title : <A to={to}>{title}</A>}
      {count !== undefined && <span class="count">{`\u00a0${count}`}</span>}
    </>
  )
}

/** Browsers open it when a link leads to something inside, or when they find a word there: so the anchor is inside. */
function Folded({ group, isOpen }: { group: Group; isOpen: boolean }) {
  return (
    <details class="group" open={isOpen}>
      <summary>
        <h2>
          <Title group={group} />
        </h2>
      </summary>
      <div id={group.id}>{group.list}</div>
    </details>
  )
}
