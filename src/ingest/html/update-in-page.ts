/**
 * Where the newsletter is in a web page: a saved page also has menus, a sidebar that names other updates, comments and a
 * footer. Its structure says which part is the article; the line that says which update it is, whether that is the one.
 */
import type { Element, ParentNode } from 'domhandler'
import type { TextLink } from '../ingested.ts'
import { attribute, classesOf, elementsBelow, textOf } from './elements.ts'
import { type HtmlLines, htmlLines, isHidden } from './html-lines.ts'
import { withFirstLine } from './shift-lines.ts'

/**
 * "Update no 656 4th April 2025", anywhere in a title: "Friday Update No. 707 – 10 April 2026 | SESLIP". The parser
 * decides; this only chooses between parts of a page.
 */
const MASTHEAD = /\b(?:friday\s+)?update\s*(?:no\.?|number|#)?\s*:?\s*(?<number>\d{1,5})\b[^|]*?\b(?:19|20)\d{2}\b/iu
const LONGEST_MASTHEAD = 100

/** By how well they say that this is the article. */
const CONTENT: readonly ((element: Element) => boolean)[] = [
  element =>
    classesOf(element).some(name =>
      /^(?:entry|post|article|td-post)[-_](?:content|body|text)$|^e-content$/u.test(name),
    ),
  element => attribute(element, 'itemprop') === 'articleBody',
  element => classesOf(element).includes('elementor-widget-theme-post-content'),
  element => element.name === 'article',
  element => element.name === 'main' || attribute(element, 'role') === 'main',
  element => attribute(element, 'id') === 'content',
  element => element.name === 'body',
]

/** The lines of the newsletter, its masthead first where the page has it as its title. */
export function updateInPage(document: ParentNode, base: string | null): HtmlLines {
  const title = titleMasthead(document)
  // Not those inside a menu or a sidebar.
  const shown = elementsBelow(document, isHidden)
  const candidates = CONTENT.flatMap(isContent => shown.filter(isContent))
  const read = [...new Set(candidates)].map(element => htmlLines(element, base))
  const wanted = title === null ? null : numberIn(title)
  const own = read.find(lines => mastheadsIn(lines.text).some(number => wanted === null || number === wanted))
  if (own !== undefined) return own
  const [best] = longestOfFirstKind(shown, base)
  const found = best ?? htmlLines(document, base)
  if (title === null || mastheadsIn(found.text).length > 0) return found
  const shifted: { text: string; links: TextLink[] } = withFirstLine(found, title)
  return { ...found, ...shifted }
}

/** Articles of the surest kind that there is, the longest first: "related posts" are short. */
function longestOfFirstKind(shown: readonly Element[], base: string | null): HtmlLines[] {
  for (const isContent of CONTENT) {
    const found = shown.filter(isContent).map(element => htmlLines(element, base))
    if (found.some(({ text }) => text.length > 0)) return found.sort((a, b) => b.text.length - a.text.length)
  }
  return []
}

const mastheadsIn = (text: string): string[] =>
  text.split('\n').flatMap(line => {
    const match = line.length <= LONGEST_MASTHEAD ? MASTHEAD.exec(line) : null
    return match !== null && /^[\s#]*(?:the\s+)?(?:seslip\s+)?$/iu.test(line.slice(0, match.index))
      ? [match.groups?.number ?? '']
      : []
  })

/** The same text with or without leading zeros. */
const numberIn = (title: string): string | null => MASTHEAD.exec(title)?.groups?.number ?? null

/** What the page calls itself, cut to the masthead in it: its heading, its metadata, the browser's tab. */
function titleMasthead(document: ParentNode): string | null {
  const elements = elementsBelow(document)
  const headings = elements.filter(({ name }) => name === 'h1')
  const entryTitles = elements.filter(element => classesOf(element).includes('entry-title'))
  const shared = elements.filter(element => element.name === 'meta' && attribute(element, 'property') === 'og:title')
  const tab = elements.filter(({ name }) => name === 'title')
  const titles = [
    ...entryTitles.slice(0, 1).map(textOf),
    ...headings.map(textOf),
    ...shared.map(element => attribute(element, 'content')),
    ...tab.map(textOf),
  ]
  return titles.map(mastheadOf).find(title => title !== null) ?? null
}

/** "Friday Update no 656 4th April 2025 | SESLIP" → "Friday Update no 656 4th April 2025"; null where it is none. */
export const mastheadOf = (title: string): string | null =>
  MASTHEAD.exec(title.replace(/[\s\u00A0]+/gu, ' '))?.[0].trim() ?? null
