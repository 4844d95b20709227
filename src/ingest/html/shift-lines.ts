/** A text and its links, with lines put before it or taken out of it. */
import type { TextLink } from '../ingested.ts'

type Lines = { text: string; links: TextLink[] }

/** The line, a blank one, then the text. */
export const withFirstLine = ({ text, links }: Lines, line: string): Lines => ({
  text: `${line}\n\n${text}`,
  links: links.map(link => ({ ...link, line: link.line + 2 })),
})

/** `count` lines from the top are gone, with their links. */
export const withoutFirstLines = ({ text, links }: Lines, count: number): Lines => ({
  text: text.split('\n').slice(count).join('\n'),
  links: links.filter(({ line }) => line > count).map(link => ({ ...link, line: link.line - count })),
})
