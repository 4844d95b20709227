/** A text and its links, with lines put before it or taken out of it. */
import type { TextLink } from '../ingested.ts'

type Lines = { text: string; links: TextLink[] }

/** The line, a blank one, then the text. */
export const withFirstLine = ({ text, links }: Lines, line: string): Lines => ({
  text: `${line}\n\n${text}`,
  links: links.map(link => ({ ...link, line: link.line + 2 })),
})

/** `count` lines from the top are gone, with their links, and the blank ones below them. */
export function withoutFirstLines({ text, links }: Lines, count: number): Lines {
  const lines = text.split('\n')
  const first = lines.findIndex((line, index) => index >= count && line.trim() !== '')
  const gone = first === -1 ? count : first
  return {
    text: lines.slice(gone).join('\n'),
    links: links.filter(({ line }) => line > gone).map(link => ({ ...link, line: link.line - gone })),
  }
}
