/** Words that were links when the newsletter was sent, and have none: "The full report is here". */
import { linksIn, plain } from './markdown.ts'
import type { Markdown } from './update.ts'

// A summary is here (pdf 4 pages) · can be found here · (form here) · book here · the report’s home page is here
const pointsAway = /\bhere\b(?=[\s.,;)(]|$)|\bfollow (?:this|the) link\b/giu
const onlyPlace =
  /\b(?:from|in|out|live|lived|living|are|stay|work|working|people|come|came|was born|around|over) here\b(?! \()/iu

/** How many such words a text has. A line that prints a web address does not count. */
export function countLostLinks(text: Markdown): number {
  if (!/\bhere\b|\blink\b/iu.test(text)) return 0
  return text.split('\n').reduce((count, line) => count + lostOn(line), 0)
}

function lostOn(line: Markdown): number {
  const words = plain(line)
  if (/https?:/u.test(words) || onlyPlace.test(words)) return 0
  const all = words.match(pointsAway)?.length ?? 0
  const linked = linksIn(line).reduce((count, link) => count + (link.words.match(pointsAway)?.length ?? 0), 0)
  return Math.max(0, all - linked)
}

/** An update, as its file says it or as the archive has it. */
type TextsOf = {
  sections: readonly (
    | { kind: 'notices'; lead: Markdown; text: Markdown }
    | { kind: 'updates' | 'reminders'; items: readonly { parts: readonly { text: Markdown }[] }[] }
    | { kind: 'publications'; entries: readonly { text: Markdown }[] }
    | { kind: 'contacts' }
  )[]
}

/** Of a whole update, its contacts left out. */
export function lostLinksOf({ sections }: TextsOf): number {
  const texts = sections.flatMap((section): Markdown[] => {
    switch (section.kind) {
      case 'notices':
        return [section.lead, section.text]
      case 'updates':
      case 'reminders':
        return section.items.flatMap(({ parts }) => parts.map(({ text }) => text))
      case 'publications':
        return section.entries.map(({ text }) => text)
      case 'contacts':
        return []
      default:
        return section satisfies never
    }
  })
  return texts.reduce((count, text) => count + countLostLinks(text), 0)
}
