/** A newsletter's lines with links on words of theirs: what the documents of the tests are made from. */

export type LinkedLine = { text: string; links: { from: number; to: number; address: string }[] }

/**
 * The lines of a text, each "here" and each title behind "published" a link. Every address is another
 * one: what arrives can be compared with what was sent.
 */
export function linkedLines(text: string): LinkedLine[] {
  const numbers = Array.from({ length: 1000 }, (_, index) => index + 1).values()
  return text.split(/\r?\n/u).map(line => {
    const here = Array.from(line.matchAll(/\bhere\b(?=[.\s]|$)/gu), ({ index }) => ({ from: index, to: index + 4 }))
    const published = /\bpublished (?=\S.{11})(?!.*\bhere\b)/u.exec(line)
    const titled =
      published === null ? [] : [{ from: published.index + published[0].length, to: line.trimEnd().length }]
    return {
      text: line,
      links: [...here, ...titled].map(link => ({
        ...link,
        address: `https://example.org/page-${numbers.next().value}?a=1&b=(2)`,
      })),
    }
  })
}

/** The pieces of a line between its links: the words, and where they lead. */
export function pieces({ text, links }: LinkedLine): { words: string; address: string | null }[] {
  const parts: { words: string; address: string | null }[] = []
  let done = 0
  for (const { from, to, address } of links) {
    parts.push({ words: text.slice(done, from), address: null }, { words: text.slice(from, to), address })
    done = to
  }
  return [...parts, { words: text.slice(done), address: null }].filter(({ words }) => words !== '')
}

export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const bulletOf = (text: string): string | null => /^\s*•\s*/u.exec(text)?.[0] ?? null

/** Paragraphs: lines that no blank line parts. */
export function paragraphsOf(lines: readonly LinkedLine[]): LinkedLine[][] {
  const paragraphs: LinkedLine[][] = [[]]
  for (const line of lines) {
    if (line.text.trim() === '') paragraphs.push([])
    else paragraphs.at(-1)?.push(line)
  }
  return paragraphs.filter(paragraph => paragraph.length > 0)
}
