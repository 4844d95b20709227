import { pageAddress } from '../../page-addresses.ts'
import { A } from '../../site-context.tsx'

type LettersProps = {
  /** With a `count` only where needed: a page that shows counts changes with each new title. */
  letters: { letter: string; count?: number }[]
  here: string | null
}

/** The letters that have titles. */
export function Letters({ letters, here }: LettersProps) {
  return (
    <nav class="letters" aria-label="Letters">
      <ul>
        {letters.map(({ letter, count }) => (
          <li>
            <A to={pageAddress.letter(letter)} {...(letter === here ? { 'aria-current': 'page' as const } : {})}>
              {letter.toUpperCase()}
              {count !== undefined && <span class="count"> {count}</span>}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  )
}
