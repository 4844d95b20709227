/**
 * Markdown in this project: how a printed line is written so that it stays literal, and how Markdown is read back.
 * This is the one place that sets markdown-it up.
 *
 * The escapes are right for CommonMark and for GitHub's dialect, so that the files look the same in any viewer.
 */
import MarkdownIt, { type MarkdownIt as Engine } from 'markdown-it'
import { isSafeAddress } from './clean-address.ts'
import type { Markdown, PrintedLink } from './update.ts'

export type RenderOptions = {
  /** Rewrites the address of each link: to put a path prefix before "/updates/654/", say. */
  address?: (href: string) => string
}

/** Addresses that a link may have; anything else ("javascript:", "data:", "file:") stays text. */
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|[#/?.]|[^:]*$)/iu

const engine = createEngine()

/**
 * Writes one printed line so that Markdown shows exactly its characters, wherever the line is: at the start of a
 * paragraph, in a list entry, after another line, in a heading. Only what would be taken for markup is escaped.
 * Web addresses and e-mail addresses stay bare and become links. White space around the line goes; a line break
 * inside it becomes a space.
 */
export function literal(printed: string): Markdown {
  const line = (/[\r\n\0]/u.test(printed) ? withoutBreaks(printed) : printed).trim()
  return MAYBE_MARKUP.test(line) ? escapeStart(escapeEnd(escapeInside(line))) : line
}

const withoutBreaks = (printed: string): string => printed.replace(/[\r\n]+/gu, ' ').replaceAll('\0', '\uFFFD')

/**
 * The words that Markdown shows, without any markup: `plain(literal(line))` is the line again. Blocks and lines are
 * parted by a line break; the marks of lists go.
 */
export function plain(markdown: Markdown): string {
  if (!MAYBE_MARKUP.test(markdown)) return markdown.trim().replace(/[ \t]*\n\s*/gu, '\n')
  const blocks = engine.parse(markdown, {}).filter(token => token.type === 'inline' || token.content !== '')
  return blocks.map(block => (block.children === null ? block.content.trimEnd() : wordsOf(block.children))).join('\n')
}

/** The words of one line of Markdown, read as the text of a heading: "2024. A year" is no list there. */
export function plainLine(markdown: Markdown): string {
  if (!MAYBE_MARKUP.test(markdown)) return markdown.trim()
  return wordsOf(engine.parseInline(markdown, {})[0]?.children ?? []).trim()
}

/** A link, with the words that it is on. `isBare`: the words are the address, and became a link by themselves. */
export type MarkdownLink = { words: string; address: string; isBare: boolean }

/** The links of a text in reading order, bare addresses among them. Two in a row that lead to one place are one link. */
export function linksIn(markdown: Markdown): MarkdownLink[] {
  if (!/\]\(|\]\[|:\/\/|www\.|@|<\w/iu.test(markdown)) return []
  return engine.parse(markdown, {}).flatMap(({ children }) => linksAmong(children ?? []))
}

/** Of one line, the links that were made by hand, to an address of the safe list; not the addresses that are printed. */
export const linksWrittenIn = (line: Markdown): PrintedLink[] =>
  line.includes('](')
    ? linksAmong(engine.parseInline(line, {})[0]?.children ?? []).flatMap(({ words, address, isBare }) =>
        isBare || !isSafeAddress(address) ? [] : [{ words: words.replace(/\s+/gu, ' ').trim(), address }],
      )
    : []

function linksAmong(tokens: Tokens): MarkdownLink[] {
  const links: MarkdownLink[] = []
  let isOpen = false
  let between: string | null = null
  for (const token of tokens) {
    const words = token.type.endsWith('break') ? ' ' : token.content
    const last = links.at(-1)
    if (token.type === 'link_open') {
      const address = String(token.attrGet('href'))
      if (between !== null && last?.address === address) last.words += between
      else links.push({ words: '', address, isBare: token.markup === 'linkify' })
      isOpen = true
    } else if (token.type === 'link_close') {
      isOpen = false
      between = ''
    } else if (isOpen && last !== undefined) last.words += words
    else if (between !== null) between = words.trim() === '' ? between + words : null
  }
  return links.map(link => ({ ...link, words: link.words.replace(/\s+/gu, ' ').trim() }))
}

/**
 * Markdown as HTML. Raw HTML in it is shown as text; bare web addresses (http, https, www.) and e-mail addresses
 * become links; a link to anything but http, https, mailto, tel or a place of this site stays text.
 */
export function renderMarkdown(markdown: Markdown, { address }: RenderOptions = {}): string {
  const tokens = engine.parse(markdown, {})
  if (address !== undefined)
    for (const link of tokens.flatMap(({ children }) => children ?? []))
      if (link.type === 'link_open') link.attrSet('href', address(String(link.attrGet('href'))))
  return engine.renderer.render(tokens, engine.options, {})
}

function createEngine(): Engine {
  const markdown = MarkdownIt({ html: false, linkify: true, typographer: false, breaks: false })
  // An update has no pictures and no code, and what an editor indents or underlines is still a paragraph.
  markdown.disable(['code', 'lheading', 'image', 'strikethrough'])
  markdown.validateLink = address => SAFE_ADDRESS.test(address.trim())
  // An address is shown as it was printed: the default decodes %20 and the like.
  markdown.normalizeLinkText = address => address
  recogniseAddresses(markdown)
  linkBehindBrackets(markdown)
  markdown.renderer.rules.link_close = (tokens, index) => `${hostBehind(tokens, index)}</a>`
  // A printed number is a word of the text: it is in the entry, where it is read, searched and copied. So is the "o" that Word
  // prints before deeper entries, here a "+".
  markdown.renderer.rules.list_item_open = (tokens, index) => {
    const { info = '', markup = '' } = tokens[index] ?? {}
    if (markup === '+') return '<li><span class="number">o</span> '
    return info === '' ? '<li>' : `<li><span class="number">${info}${markup}</span> `
  }
  // Wider than a phone: it scrolls by itself, by keyboard as well.
  markdown.renderer.rules.table_open = () => '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n'
  markdown.renderer.rules.table_close = () => '</table></div>\n'
  markdown.renderer.rules.th_open = () => '<th scope="col">'
  withoutEmptyHeads(markdown)
  return markdown
}

/** A table without a header row has an empty one in Markdown, and none on the page. */
function withoutEmptyHeads({ core }: Engine): void {
  core.ruler.push('empty_heads', state => {
    const at = (type: string, from: number) =>
      state.tokens.findIndex((token, index) => index >= from && token.type === type)
    for (let from = at('thead_open', 0); from >= 0; from = at('thead_open', from + 1)) {
      const to = at('thead_close', from)
      const isEmpty = state.tokens.slice(from, to).every(({ type, content }) => type !== 'inline' || content === '')
      if (isEmpty) state.tokens.splice(from, to - from + 1)
    }
  })
}

/** In "\\<a.name@example.org>" the escape is the bracket's: the engine would leave alone an address that an escape begins. */
function linkBehindBrackets({ core }: Engine): void {
  core.ruler.before('linkify', 'brackets', ({ tokens }) => {
    for (const { children } of tokens)
      for (const token of children ?? [])
        if (token.type === 'text_special' && (token.content === '<' || token.content === '[')) token.type = 'text'
  })
}

/** Words that do not say where they link to. */
const bareWords =
  /^(?:(?:click|read|see|book|register|download|more|available|found) )?(?:here|this|this link|the link|link|more|online|website|pdf)$/iu

/** The site that a bare "here" leads to, for paper and for screen readers: in the class `host`, which style sheets hide elsewhere. */
function hostBehind(tokens: Tokens, close: number): string {
  // From here backwards: no link is in another, and a paragraph may have thousands.
  let open = close
  while (open > 0 && tokens[open]?.type !== 'link_open') open -= 1
  const address = String(tokens[open]?.attrGet('href') ?? '')
  const words = tokens.slice(open + 1, close).map(({ content }) => content)
  if (!/^https?:/iu.test(address) || !URL.canParse(address) || !bareWords.test(words.join('').trim())) return ''
  const host = new URL(address).hostname.replace(/^www\./u, '')
  return `<span class="host"> (${host.replace(/[^\w.:[\]-]/gu, '')})</span>`
}

/** Web addresses end at a backslash: it starts an escape or a hard line break, and no address has one. */
function recogniseAddresses({ linkify }: Engine): void {
  // Only what is an address is looked at, not all of the text behind it.
  const lengthBefore = (validator: RegExp, text: string, from: number) => {
    const length = lengthOf(validator, text, from)
    const end = text.slice(from, from + length).indexOf('\\')
    return end === -1 ? length : lengthOf(validator, text.slice(0, from + end), from)
  }
  const web = {
    validate: (text: string, from: number) => lengthBefore(linkify.re.get_http_validator(), text, from),
  }
  // Most text has no address; asking for these characters first halves the cost of rendering.
  const hasAddress = linkify.test.bind(linkify)
  linkify.test = text => /@|:\/\/|www\./iu.test(text) && hasAddress(text)
  linkify.add('http:', web).add('https:', web).add('ftp:', null).add('//', null)
  linkify.add('www.', {
    validate: (text, from) => lengthBefore(linkify.re.get_relative_proto_validator(), text, from),
    normalize: match => {
      match.url = `https://${match.url}`
    },
  })
}

function lengthOf(sticky: RegExp, text: string, from: number): number {
  sticky.lastIndex = from
  return sticky.exec(text)?.[0].length ?? 0
}

/** What can be markup inside a line. `&` only where it starts an entity: "&nbsp;"; `<` not in "a < b". */
const MARKUP = /\*+|_+|[\\`[\]]|<(?!\s|$)|&(?=#?\w+;)|~~+/gu
/** What `literal` and `plain` cannot just hand back: any of the above, and what opens or ends a line. */
const MAYBE_MARKUP = /[\\*_`[\]<&~]|^[ \t]*(?:[-+>#=|:]|\d+[.)])|#$/mu

function escapeInside(line: string): string {
  const addresses = webAddresses(line)
  let next = 0
  return line.replace(MARKUP, (run: string, at: number) => {
    while (at >= (addresses[next]?.[1] ?? Number.POSITIVE_INFINITY)) next += 1
    if (at >= (addresses[next]?.[0] ?? Number.POSITIVE_INFINITY)) return run
    const harmless = isHarmless(run, line[at - 1] ?? '\n', line[at + run.length] ?? '\n')
    return harmless ? run : run.replace(/./gsu, '\\$&')
  })
}

/** "A * B" and "snake_case" open and close nothing (CommonMark §6.2). At the start of a line "* B" would. */
function isHarmless(run: string, before: string, after: string): boolean {
  if (run.startsWith('*')) return before === ' ' && (after === ' ' || after === '\n')
  return run.startsWith('_') && LETTER.test(before) && LETTER.test(after)
}

const LETTER = /[\p{L}\p{N}]/u

/** Where the engine will see a web address: it takes it whole, with its underscores and brackets. */
function webAddresses(line: string): [start: number, end: number][] {
  const found: [start: number, end: number][] = []
  if (!line.includes('://')) return found
  for (const { index } of line.matchAll(/(?<![a-z0-9.+-])https?:\/\//giu)) {
    if (index < (found.at(-1)?.[1] ?? 0)) continue
    const address = engine.linkify.matchAtStart(line.slice(index))?.url.replace(/\*+$/u, '')
    if (address !== undefined) found.push([index, index + address.length])
  }
  return found
}

/** What makes a line a list entry, a quotation, a heading, a rule, an underline or a table, by its first characters. */
function escapeStart(line: string): string {
  if (/^(?:[-+](?=\s|$)|>|#{1,6}(?=\s|$)|=+$|(?=[|:\s]*-)[-|:\s]+$)/u.test(line)) return `\\${line}`
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
}

/** In a heading a closing "#" would go: "### Grade #" shows "Grade". */
function escapeEnd(line: string): string {
  return line.endsWith('#') ? line.replace(/(?<=\s)#+$/u, '\\$&') : line
}

type Tokens = NonNullable<ReturnType<Engine['parse']>[number]['children']>

function wordsOf(tokens: Tokens): string {
  return tokens.map(token => (token.type === 'softbreak' || token.type === 'hardbreak' ? '\n' : token.content)).join('')
}
