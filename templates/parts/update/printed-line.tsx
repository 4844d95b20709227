import type { ComponentChildren } from 'preact'
import { A } from '../../site-context.tsx'

/** Words of a line that become a link: a publication’s title or a name. */
export type Mark = { printed: string; as: 'title' | 'name'; to: string }

/**
 * One line of the newsletter, with its names and title as links. A mark whose words are not in the line, or are inside
 * another mark, changes nothing: the newsletter’s words win.
 */
export function PrintedLine({ text, marks }: { text: string; marks: Mark[] }) {
  const pieces: ComponentChildren[] = []
  let at = 0
  for (const { start, mark } of placed(text, marks)) {
    pieces.push(text.slice(at, start), <Marked mark={mark} />)
    at = start + mark.printed.length
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  )
}

function Marked({ mark }: { mark: Mark }) {
  const link = <A to={mark.to}>{mark.printed}</A>
  return mark.as === 'title' ? <cite>{link}</cite> : link
}

/** Where the marks are, in order, none inside another; earlier marks come first. */
function placed(text: string, marks: Mark[]): { start: number; mark: Mark }[] {
  const found: { start: number; mark: Mark }[] = []
  for (const mark of marks) {
    const start = wordStart(text, mark.printed, place => !found.some(other => overlap(place, mark, other)))
    if (start !== null) found.push({ start, mark })
  }
  return found.sort((a, b) => a.start - b.start)
}

const overlap = (start: number, mark: Mark, other: { start: number; mark: Mark }): boolean =>
  start < other.start + other.mark.printed.length && other.start < start + mark.printed.length

/** The first place of the words that is free and does not begin or end inside a word ("LGA" in "ALGAE"). */
function wordStart(text: string, words: string, free: (start: number) => boolean): number | null {
  if (words === '') return null
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const inside = letter.test(text[at - 1] ?? '') || smallLetter.test(text[at + words.length] ?? '')
    if (!inside && free(at)) return at
  }
  return null
}

const letter = /[\p{L}\p{N}]/u
const smallLetter = /[\p{Ll}\p{N}]/u
