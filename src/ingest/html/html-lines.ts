/** A part of an HTML document → the lines that a reader sees, with the links in them. */
import { type ChildNode, type Element, hasChildren, isTag, isText, type ParentNode } from 'domhandler'
import { withoutInvisible } from '../../diagnostics/invisible.ts'
import type { TextLink } from '../ingested.ts'
import { leadsTo } from './addresses.ts'
import { attribute, classesOf, elementsBelow, hasStyle, textOf } from './elements.ts'
import { type LineWriter, lineWriter } from './line-writer.ts'
import { wordListMark } from './word-lists.ts'

export type HtmlLines = {
  text: string
  links: TextLink[]
  /** What was done to addresses. */
  addresses: { unwrapped: number; dropped: string[]; lost: { href: string; words: string }[] }
}

/** A blank line above and below. */
const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre table figure hr dl ul ol article section main address details'.split(' '),
)
/** A line of their own. */
const LINES = new Set('div li dt dd tr td th caption figcaption summary body center fieldset legend'.split(' '))
/** What shows no words of the document. */
const SKIPPED = new Set(
  'head style script noscript template nav header footer aside form svg math button iframe object embed select textarea audio video canvas map'.split(
    ' ',
  ),
)
/** What WordPress, its themes and plugins put around and into a post, by their usual class names. */
const FURNITURE = new Set(
  `sidebar widget widget-area site-header site-footer main-navigation nav-menu menu breadcrumb breadcrumbs related-posts
   jp-relatedposts sharedaddy sd-sharing addtoany_share_save_container heateor_sss_sharing_container comments-area post-navigation
   nav-links cookie-notice skip-link screen-reader-text sr-only entry-meta entry-footer post-meta byline posted-on cat-links
   tags-links edit-link wp-block-latest-posts pagination page-links`.split(/\s+/u),
)

/** `base`: the address of the page, for links that are relative to it. */
export function htmlLines(root: ParentNode, base: string | null): HtmlLines {
  const writer = lineWriter()
  const addresses: HtmlLines['addresses'] = { unwrapped: 0, dropped: [], lost: [] }
  const walk: Walk = { writer, base, addresses, lists: [], isPre: false, lineByLine: isLineByLine(root) }
  for (const child of root.children) visit(child, walk)
  return { ...writer.finish(), addresses }
}

type List = { ordered: boolean; next: number }
type Walk = {
  writer: LineWriter
  base: string | null
  addresses: HtmlLines['addresses']
  lists: readonly List[]
  isPre: boolean
  /** A paragraph is a line, and an empty one a blank line. */
  lineByLine: boolean
}

/**
 * In Word and Outlook each press of Enter is a paragraph: an address under a name is one as well, and empty ones alone part
 * one thing from the next. So it is in a page whose writer has put empty paragraphs between the others.
 */
function isLineByLine(root: ParentNode): boolean {
  const paragraphs = elementsBelow(root).filter(({ name }) => name === 'p')
  const words = paragraphs.filter(element => !isEmptyParagraph(element))
  const office = words.filter(element => classesOf(element).some(name => name.startsWith('Mso')))
  const empty = paragraphs.length - words.length
  return office.length * 2 > words.length || (empty >= 3 && empty * 5 > words.length)
}

const isEmptyParagraph = (element: Element): boolean =>
  textOf(element).trim() === '' && !elementsBelow(element).some(({ name }) => name === 'img')

function visit(node: ChildNode, walk: Walk): void {
  if (isText(node)) writeText(node.data, walk)
  else if (isTag(node) && !isHidden(node)) visitElement(node, walk)
  else if (hasChildren(node) && !isTag(node)) visitChildren(node, walk)
}

const visitChildren = (node: ParentNode, walk: Walk): void => {
  for (const child of node.children) visit(child, walk)
}

function writeText(data: string, { writer, isPre }: Walk): void {
  const words = withoutInvisible(data)
  for (const [index, line] of (isPre ? words.split('\n') : [words]).entries()) {
    if (index > 0) breakLine(writer)
    writer.write(line)
  }
}

/** A second break in a row leaves a blank line. */
function breakLine(writer: LineWriter): void {
  if (writer.isEmpty()) writer.gap()
  else writer.endLine()
}

export const isHidden = (element: Element): boolean =>
  SKIPPED.has(element.name) ||
  'hidden' in element.attribs ||
  hasStyle(element, /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/u) ||
  classesOf(element).some(name => FURNITURE.has(name))

function visitElement(element: Element, walk: Walk): void {
  if (element.name === 'br') breakLine(walk.writer)
  else if (element.name === 'table' && !isDataTable(element)) writeBlock(element, walk)
  else (WRITERS[element.name] ?? writeBlock)(element, walk)
}

const WRITERS: Record<string, (element: Element, walk: Walk) => void> = {
  img: writePicture,
  a: writeLink,
  li: writeEntry,
  ul: writeList,
  ol: writeList,
  table: writeTable,
}

function writeBlock(element: Element, walk: Walk): void {
  const { writer } = walk
  const isLine = element.name === 'p' && walk.lineByLine && !isEmptyParagraph(element)
  const isParagraph = PARAGRAPHS.has(element.name) && !isLine
  const listed = wordListMark(element)
  const edge = isParagraph && walk.lists.length === 0 && listed === null ? writer.gap : writer.endLine
  const isBlock = isParagraph || isLine || LINES.has(element.name)
  if (isBlock) edge()
  if (listed !== null) writer.mark(`${'  '.repeat(listed.level)}${listed.mark} `)
  const inner = element.name === 'pre' ? { ...walk, isPre: true } : walk
  for (const child of element.children) if (child !== listed?.node) visit(child, inner)
  if (isBlock) edge()
}

// ── lists ──

function writeList(element: Element, walk: Walk): void {
  const { writer, lists } = walk
  const edge = lists.length === 0 ? writer.gap : writer.endLine
  const start = Number.parseInt(attribute(element, 'start'), 10)
  edge()
  visitChildren(element, {
    ...walk,
    lists: [...lists, { ordered: element.name === 'ol', next: Number.isNaN(start) ? 1 : start }],
  })
  edge()
}

function writeEntry(element: Element, walk: Walk): void {
  const { writer, lists } = walk
  const list = lists.at(-1)
  const indent = '  '.repeat(Math.max(0, lists.length - 1))
  // "none": the list shows no marks, and the words may bring their own.
  writer.mark(`${indent}${list?.ordered ? `${list.next++}.` : '•'} `)
  visitChildren(element, walk)
  writer.endLine()
}

// ── tables ──

/** Rows of cells that hold words alone. Mails and old pages lay everything out in tables: those do not count. */
function isDataTable(table: Element): boolean {
  if (/^(?:presentation|none)$/iu.test(attribute(table, 'role'))) return false
  const rows = rowsOf(table)
  const several = rows.filter(row => cellsOf(row).length > 1)
  const fits = hasHeads(rows) ? isShort : isOneLine
  return rows.length > 1 && several.length * 2 > rows.length && rows.every(row => cellsOf(row).every(fits))
}

/** A first row of heads alone: this is meant as a table. */
const hasHeads = ([first]: readonly Element[]): boolean =>
  first !== undefined && cellsOf(first).length > 1 && cellsOf(first).every(({ name }) => name === 'th')

/** A cell of a few paragraphs or entries. */
const isShort = (cell: Element): boolean =>
  textOf(cell).length <= 300 && elementsBelow(cell).every(({ name }) => !/^(?:table|h[1-6]|img)$/u.test(name))

function writeTable(table: Element, walk: Walk): void {
  const { writer } = walk
  writer.gap()
  for (const row of rowsOf(table)) {
    for (const [index, cell] of cellsOf(row).entries()) {
      if (index > 0) writer.write(' | ')
      writeCell(cell, walk)
    }
    writer.endLine()
  }
  writer.gap()
}

/** The words of a cell on the row's line: a semicolon parts its entries, a space its paragraphs. */
function writeCell(cell: ParentNode, walk: Walk): void {
  for (const [at, child] of cell.children.entries()) {
    const isFirst = !cell.children.slice(0, at).some(above => textOf(above).trim() !== '')
    if (!isTag(child) || isHidden(child)) visit(child, walk)
    else if (child.name === 'br') walk.writer.write(' ')
    else if (IN_CELLS.has(child.name)) {
      if (!isFirst) walk.writer.write(child.name === 'li' ? '; ' : ' ')
      writeCell(child, walk)
    } else visit(child, walk)
  }
}
const IN_CELLS = new Set(['p', 'div', 'ul', 'ol', 'li'])

const elementsIn = (node: ParentNode): Element[] => node.children.filter(isTag)
const rowsOf = (table: Element): Element[] =>
  elementsIn(table).flatMap(child =>
    child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/u.test(child.name) ? rowsOf(child) : [],
  )
const cellsOf = (row: Element): Element[] => elementsIn(row).filter(({ name }) => name === 'td' || name === 'th')

function isOneLine(cell: Element): boolean {
  const blocks = elementsIn(cell).filter(({ name }) => PARAGRAPHS.has(name) || LINES.has(name) || name === 'br')
  const [only] = blocks
  if (only === undefined) return textOf(cell).length <= 300
  return blocks.length === 1 && (only.name === 'p' || only.name === 'div') && isOneLine(only)
}

// ── pictures and links ──

/** A picture's text is a line, as a caption is: "Three children playing". What a reader does not see as a picture has none. */
function writePicture(image: Element, { writer }: Walk): void {
  const alt = attribute(image, 'alt')
    .replace(/\s+/gu, ' ')
    .replace(/\s*(?:Description automatically generated|AI-generated content may be incorrect\.?).*$/iu, '')
    .trim()
  if (alt === '' || isPixel(image) || NO_CAPTION.test(alt) || isCaptioned(image, alt)) return
  // A picture among words is a word: an emoji that a mail program draws.
  const isWord = /^\p{Emoji_Presentation}+$/u.test(alt)
  if (!isWord) breakLine(writer)
  writer.write(alt)
  if (!isWord) writer.gap()
}

const isPixel = (image: Element): boolean =>
  ['width', 'height'].some(side => /^\s*[0-2](?:px)?\s*$/u.test(attribute(image, side))) ||
  hasStyle(image, /(?:^|;)(?:width|height):[0-2](?:px)?(?:;|$)/u)

/** A file's name, or what a program calls a picture without a description. */
const NO_CAPTION = /\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)$|^(?:image|picture|img|photo|graphic|logo)?[\s_-]*\d*$/iu

/** The same words are below the picture as well. */
function isCaptioned(image: Element, alt: string): boolean {
  const figure = image.parent && isTag(image.parent) ? enclosing(image, 'figure') : null
  return figure !== null && textOf(figure).replace(/\s+/gu, ' ').trim() === alt
}

function enclosing(element: Element, name: string): Element | null {
  for (let node = element.parent; node !== null; node = node.parent) if (isTag(node) && node.name === name) return node
  return null
}

function writeLink(anchor: Element, walk: Walk): void {
  const { writer, base, addresses } = walk
  const to = leadsTo(attribute(anchor, 'href'), base)
  const words = textOf(anchor).replace(/\s+/gu, ' ').trim()
  if (to.kind === 'lost' && words !== '') addresses.lost.push({ href: to.href, words })
  if (to.kind === 'address') {
    if (to.unwrapped) addresses.unwrapped += 1
    addresses.dropped.push(...to.dropped)
    writer.openLink(to.address)
  }
  writeBlock(anchor, walk)
  writer.closeLink()
}
