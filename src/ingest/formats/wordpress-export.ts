/** A WordPress export (WXR) → its posts, each as a web page of its own that says where it was published. */
// biome-ignore lint/suspicious/noDeprecatedImports: its successor brings three packages more for this one check
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { isSafeAddress } from '../../update/clean-address.ts'
import { charactersOf } from '../decode.ts'

export type ExportedPost = { id: number; title: string; address: string | null; html: string }
export type UnusedPost = { id: number; title: string; because: string }
export type WordPressExport = { posts: ExportedPost[]; leftOut: UnusedPost[] }

/** An export of 700 posts has some 30 MB; WordPress itself parts larger ones. */
export const MOST_EXPORT_BYTES = 200_000_000

/** null where the file is cut off, or no such export. Drafts, pages, revisions and pictures are left out, and counted in no list. */
export function readExport(bytes: Uint8Array): WordPressExport | null {
  const xml = charactersOf(bytes)
  if (!/<\/rss>\s*$/u.test(xml.slice(-2000)) || XMLValidator.validate(xml) !== true) return null
  const items: unknown = parser.parse(xml)?.rss?.channel?.item ?? []
  const read = (Array.isArray(items) ? items : []).map(asItem)
  return {
    posts: read.filter(isPublished).map(asPost),
    leftOut: read
      .filter(
        item => item.type === 'post' && !isPublished(item) && item.status !== 'trash' && item.status !== 'auto-draft',
      )
      .map(({ id, title, status }) => ({ id, title, because: `it is not published (${status})` })),
  }
}

// Nothing is expanded, typed or trimmed: what is between the tags is text.
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: { enabled: true, maxTotalExpansions: 5_000_000, maxExpandedLength: MOST_EXPORT_BYTES },
  isArray: name => name === 'item',
})

type Item = { id: number; title: string; link: string; type: string; status: string; content: string }

function asItem(item: unknown): Item {
  const text = (name: string): string => {
    const value: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  return {
    id: Number.parseInt(text('wp:post_id'), 10) || 0,
    title: text('title').replace(/\s+/gu, ' ').trim(),
    link: text('link').trim(),
    type: text('wp:post_type').trim(),
    status: text('wp:status').trim(),
    content: text('content:encoded'),
  }
}

const isPublished = ({ type, status }: Item): boolean => type === 'post' && status === 'publish'

const asPost = ({ id, title, link, content }: Item): ExportedPost => {
  const address = isSafeAddress(link) ? link : null
  return {
    id,
    title,
    address,
    html: pageOf({ id, title, address, content: withoutShortcodes(withParagraphs(content)) }),
  }
}

/** As a browser would save it, so that it can be looked at, and is read like any saved page. */
function pageOf({ id, title, address, content }: Omit<ExportedPost, 'html'> & { content: string }): string {
  const origin = address === null ? null : new URL(address).origin
  return `${[
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escaped(title)}</title>`,
    ...(address === null ? [] : [`<link rel="canonical" href="${escaped(address)}">`]),
    ...(origin === null || id === 0 ? [] : [`<link rel="shortlink" href="${origin}/?p=${id}">`]),
    '</head>',
    `<body class="single postid-${id}">`,
    '<article>',
    `<h1 class="entry-title">${escaped(title)}</h1>`,
    '<div class="entry-content">',
    content.replace(/\r\n?/gu, '\n').trim(),
    '</div>',
    '</article>',
    '</body>',
    '</html>',
  ].join('\n')}\n`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const BLOCK =
  '(?:table|thead|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|blockquote|address|figure|figcaption|section|article|h[1-6]|hr)'

/** Posts of the classic editor have no `<p>`: WordPress makes paragraphs of their blank lines, and breaks of the others, when it shows them. */
function withParagraphs(content: string): string {
  if (/<p[\s>]|<!-- wp:/iu.test(content)) return content
  const parted = content
    .replace(/\r\n?/gu, '\n')
    .replace(new RegExp(String.raw`\s*(<${BLOCK}[\s/>])`, 'giu'), '\n\n$1')
    .replace(new RegExp(String.raw`(</${BLOCK}>)\s*`, 'giu'), '$1\n\n')
  return parted
    .split(/\n\s*\n/u)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
    .map(piece =>
      new RegExp(`^</?${BLOCK}[\\s/>]`, 'iu').test(piece) ? piece : `<p>${piece.replaceAll('\n', '<br>\n')}</p>`,
    )
    .join('\n')
}

/** A caption is a caption; marks of other plugins stay with the words between them. */
function withoutShortcodes(content: string): string {
  return content
    .replace(
      /\[(?:wp_)?caption\b[^\]]*\](?<picture>\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)(?<words>[\s\S]*?)\[\/(?:wp_)?caption\]/giu,
      '<figure>$<picture><figcaption>$<words></figcaption></figure>',
    )
    .replace(
      /\[\/?(?:gallery|playlist|embed|audio|video|contact-form[\w-]*|vc_\w+|et_pb_\w+|fusion_\w+|su_\w+|(?:wp_)?caption)\b[^\]]*\]/giu,
      '',
    )
}
