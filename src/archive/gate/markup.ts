import { plainLine } from '../../update/markdown.ts'
import { type Flat, flatten, letterWriter, type Markup } from './flatten.ts'

/**
 * A text without links, tags, emphasis and entities: "[jo](https://example.com)&#64;<b>example.org</b>" shows an address, whether
 * the markup is Markdown's or was printed as text. Null where there is none.
 */
export function withoutMarkup(printed: string): Flat | null {
  if (!MARKUP_OR_HYPHEN.test(printed)) return null
  const flat = flatten(printed)
  const letters = letterWriter()
  const markup: Markup[] = []
  const copy = (from: number, to: number) => {
    for (let place = from; place < to; place++) letters.add(flat.text.charAt(place), flat.start(place), flat.end(place))
  }
  let copied = 0
  for (const match of flat.text.matchAll(MARKUP)) {
    const [written] = match
    const after = match.index + written.length
    const [start, end] = [withEscape(printed, flat.start(match.index)), flat.end(after - 1)]
    copy(copied, match.index)
    copied = after
    letters.add(shownFor(written), start, end)
    const kind = kindOf(written)
    if (kind !== null) markup.push({ start, end, kind })
  }
  copy(copied, flat.text.length)
  return letters.flat(markup)
}

const withEscape = (printed: string, start: number): number => (printed[start - 1] === '\\' ? start - 1 : start)

const MARKUP_OR_HYPHEN = /[<[*_`&]|-\s*\n/u
const TARGET = String.raw`\(\s{0,3}(?:<[^<>\n]*>|[^()\s<]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s{1,3}"[^"\n]*")?\s{0,3}\)`
const MARKUP = new RegExp(
  [
    // "[at]" says "@": it stays, without its target.
    String.raw`\[(?!(?:at|dot|@|\.)\])`,
    String.raw`(?<=\[(?:at|dot|@|\.)\])${TARGET}`,
    // "](https://example.com/a_(b) "its title")", "][1]"
    String.raw`(?<!\[(?:at|dot|@|\.))\](?:${TARGET}|\[[^\][\n]*\])?`,
    String.raw`<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|<!--[^<>]*>`,
    String.raw`\*+|\x60+`,
    // Inside a word "_" is a letter like others.
    String.raw`(?<![\p{L}\p{N}_])_+|(?<!_)_+(?![\p{L}\p{N}_])`,
    String.raw`&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});`,
    // "Tyn-dall" over two lines
    String.raw`(?<=\p{Ll})-[ \t]{0,3}\n[ \t]{0,3}(?=\p{Ll})`,
  ].join('|'),
  'giu',
)

/** Tags that part paragraphs and cells part words. */
const PARTING_TAG = /^<\/?(?:br|p|div|t[dhr]|li|[uod]l|d[dt]|h[1-6]|table|tbody)\b/iu

function shownFor(written: string): string {
  if (PARTING_TAG.test(written)) return ' '
  return written.startsWith('&') ? flatten(plainLine(written)).text : ''
}

function kindOf(written: string): Markup['kind'] | null {
  if (written === '[') return 'opens link'
  if (written.startsWith(']')) return 'closes link'
  return /^[*_`]/u.test(written) ? 'emphasis' : null
}
