/**
 * The one part in which ready-made HTML enters a page: rendered Markdown (raw HTML is off in the renderer), and the
 * JSON of a script element, which must not be escaped as text is.
 */
import { type LinkedData, linkedDataText } from '../../../src/publish/linked-data.ts'
import { renderMarkdown } from '../../../src/update/markdown.ts'
import type { Markdown } from '../../../src/update/update.ts'
import { useHref } from '../../site-context.tsx'

type ProseProps = {
  text: Markdown
  /** The level that headings inside the text get, whatever the Markdown says: one below the heading above it. */
  level: 3 | 4 | 5
}

/** An update's own words. */
export function Prose({ text, level }: ProseProps) {
  const href = useHref()
  if (text === '') return null
  const address = (target: string) => (/^\/(?!\/)/u.test(target) ? href(target) : target)
  const html = renderMarkdown(text, { address })
    .replace(/<(\/?)h[1-6]>/gu, `<$1h${level}>`)
    .replace(linkOnItsAddress, '<a class="bare" href="$<address>">$<words></a>')
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html.trim() }} />
}

/** "www.example.org", which leads to "http://www.example.org". On paper the address follows other links. */
const linkOnItsAddress = /<a href="(?<address>(?:https?:\/\/)?(?<rest>[^"]*))">(?<words>\k<address>|\k<rest>)<\/a>/gu

/** schema.org data for search engines. */
export function LinkedDataScript({ things }: { things: LinkedData[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linkedDataText(...things) }} />
}
