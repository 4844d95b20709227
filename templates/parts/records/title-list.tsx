import type { TitleEntry } from '../../alphabet.ts'
import { A } from '../../site-context.tsx'

/** Titles, a line each. The title leads to the first of what has it, and the others follow it. */
export function TitleList({ entries, class: name }: { entries: TitleEntry[]; class: string }) {
  return (
    <ul class={name}>
      {entries.map(({ title, places: [first, ...others] }) => (
        <li>
          <A to={first.to}>{title}</A>{' '}
          <span>
            {first.text}
            {others.map(({ to, text }) => (
              <>
                {' · '}
                <A to={to} aria-label={`${text}: ${title}`}>
                  {text}
                </A>
              </>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
