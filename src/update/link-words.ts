/** Links put onto words of a Markdown text. */
import type { Markdown, PrintedLink } from './update.ts'

/**
 * A line of Markdown without its spaces and escapes: what it has in common with the printed line it came from, however the
 * spaces fell. `starts` and `ends` say where each of its characters begins and ends in the Markdown, escapes included.
 */
export type Squashed = { text: string; starts: number[]; ends: number[] }

/** `markdown` is one line; a list mark at its start and a hard break ("\") at its end are none of its characters. */
export function squash(markdown: Markdown): Squashed {
  const squashed: Squashed = { text: '', starts: [], ends: [] }
  const from = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/u.exec(markdown)?.[0].length ?? 0
  for (let at = from; at < markdown.length; at++) {
    const start = at
    if (markdown[at] === '\\') {
      if (at === markdown.length - 1) break
      if (ESCAPED.test(markdown[at + 1] ?? '')) at += 1
    }
    const character = markdown[at] ?? ''
    if (SPACE.test(character)) continue
    squashed.text += character
    squashed.starts.push(start)
    squashed.ends.push(at + 1)
  }
  return squashed
}
const ESCAPED = /[!-/:-@[-`{-~]/u
const SPACE = /[\s\u200B\u2060]/u

/** Words as `squash` leaves them. */
export const squashWords = (words: string): string => words.replace(/[\s\u200B\u2060]+/gu, '')

/** `from` and `to` count characters of the squashed line. */
export type LinkStretch = { from: number; to: number; address: string }

/** The line with a link on each stretch; of two that overlap the first counts. */
export function linkStretches(markdown: Markdown, stretches: readonly LinkStretch[]): Markdown {
  const { starts, ends } = squash(markdown)
  let result = ''
  let done = 0
  for (const { from, to, address } of [...stretches].sort((a, b) => a.from - b.from)) {
    const [start, end] = [starts[from], ends[to - 1]]
    if (start === undefined || end === undefined || start < done) continue
    // "![" would be a picture.
    const before = markdown.slice(done, start).replace(/(?<!\\)!$/u, '\\!')
    result += `${before}[${markdown.slice(start, end)}](${target(address)})`
    done = end
  }
  return result + markdown.slice(done)
}

const target = (address: string): string =>
  /[()\s<>]/u.test(address) ? `<${address.replace(/[<>\s]/gu, encodeURIComponent)}>` : address

const inWord = /[\p{L}\p{N}]/u

/** A printed line as Markdown, with links on the first words of theirs that are free; what is not there is left out. */
export function linkWords(markdown: Markdown, links: readonly PrintedLink[] = []): Markdown {
  if (links.length === 0) return markdown
  const { text, starts, ends } = squash(markdown)
  // "here" is not in "There is more", nor in "The report".
  const isWhole = (from: number, to: number) =>
    !inWord.test(markdown[(starts[from] ?? 0) - 1] ?? '') && !inWord.test(markdown[ends[to - 1] ?? 0] ?? '')
  const stretches: LinkStretch[] = []
  for (const { words, address } of links) {
    const wanted = squashWords(words)
    const first = wanted === '' ? -1 : text.indexOf(wanted, stretches.at(-1)?.to ?? 0)
    let from = first
    while (from !== -1 && !isWhole(from, from + wanted.length)) from = text.indexOf(wanted, from + 1)
    if (from === -1) from = first
    if (from !== -1) stretches.push({ from, to: from + wanted.length, address })
  }
  return linkStretches(markdown, stretches)
}
