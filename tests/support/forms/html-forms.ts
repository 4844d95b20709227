/** Linked lines as web pages and as Word's HTML. */
import iconv from 'iconv-lite'
import { bulletOf, escapeMarkup, type LinkedLine, paragraphsOf, pieces } from './linked-lines.ts'

const inline = (line: LinkedLine): string =>
  pieces(line)
    .map(({ words, address }) =>
      address === null ? escapeMarkup(words) : `<a href="${escapeMarkup(address)}">${escapeMarkup(words)}</a>`,
    )
    .join('')

const without = (line: LinkedLine, count: number): LinkedLine => ({
  text: line.text.slice(count),
  links: line.links.map(link => ({ ...link, from: link.from - count, to: link.to - count })),
})

/** Paragraphs, the lines within one parted by `<br>`, and lists. */
export function asHtmlBody(lines: readonly LinkedLine[]): string {
  const blocks = paragraphsOf(lines).flatMap(paragraph => {
    const runs: { isList: boolean; lines: LinkedLine[] }[] = []
    for (const line of paragraph) {
      const isList = bulletOf(line.text) !== null
      const last = runs.at(-1)
      if (last?.isList === isList) last.lines.push(line)
      else runs.push({ isList, lines: [line] })
    }
    return runs.map(run => (run.isList ? listOf(run.lines) : `<p>${run.lines.map(inline).join('<br>\n')}</p>`))
  })
  return blocks.join('\n')
}

const listOf = (lines: readonly LinkedLine[]): string =>
  `<ul>${lines.map(line => `<li>${inline(without(line, bulletOf(line.text)?.length ?? 0))}</li>`).join('')}</ul>`

export const asHtml = (lines: readonly LinkedLine[]): Buffer =>
  Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>${asHtmlBody(lines)}</body></html>`,
  )

/** A page of a WordPress site as a browser saves it: menu, sidebar with other updates, comments, footer. */
export function asWordPressPage(lines: readonly LinkedLine[]): Buffer {
  const at = lines.findIndex(({ text }) => /^update no/iu.test(text))
  const title = escapeMarkup(lines[at]?.text ?? '')
  // Older posts repeat their title below the standing text.
  const rest = at === 0 ? lines.slice(1) : lines
  return Buffer.from(`<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="UTF-8"><title>${title} | A partnership</title>
<link rel="canonical" href="https://old.example.org/newsletters/update/"><link rel="shortlink" href="https://old.example.org/?p=8851">
<style>p { color: red }</style></head>
<body class="post-template postid-8851">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header class="site-header"><nav><ul class="menu"><li><a href="/">Home</a></li><li><a href="/newsletters/">Newsletters</a></li></ul></nav></header>
<main id="content"><article id="post-8851" class="post">
<header class="entry-header"><h1 class="entry-title">${title}</h1><div class="entry-meta">Posted on <a href="/x">a Friday</a> by <a href="/y">admin</a></div></header>
<div class="entry-content">
${asHtmlBody(rest)}
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="https://social.example.org/share">Post</a></li></ul></div>
</div></article></main>
<aside class="sidebar widget-area"><h2>Recent updates</h2><ul><li><a href="/a">Update no 999 3rd January 2031</a></li><li><a href="/b">Update no 998 27th December 2030</a></li></ul></aside>
<footer class="site-footer"><p>© 2025</p><a href="/privacy">Privacy</a></footer>
<script>document.write('Update no 1 1st January 2020')</script></body></html>`)
}

/** Word's "Web page, filtered": Windows-1252, a paragraph for each line and an empty one for each blank line, lists as paragraphs with a mark in Symbol, attributes of old. */
export function asWordHtml(lines: readonly LinkedLine[]): Buffer {
  const mark = `<span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>`
  const paragraphs = lines.map(line => {
    const bullet = bulletOf(line.text)
    if (line.text.trim() === '') return '<p class=MsoNormal>&nbsp;</p>'
    if (bullet === null) return `<p class=MsoNormal>${inline(line)}</p>`
    return `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt'>${mark}${inline(without(line, bullet.length))}</p>`
  })
  const html = `<html>\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=windows-1252">\r\n<meta name=Generator content="Microsoft Word 15 (filtered)">\r\n<style>\r\n<!-- p.MsoNormal {margin:0cm} -->\r\n</style>\r\n</head>\r\n<body lang=EN-GB link="#0563C1">\r\n<div class=WordSection1>\r\n\r\n${paragraphs.join('\r\n\r\n')}\r\n\r\n</div>\r\n</body>\r\n</html>`
  const beyond = html.replace(/[^\0-\u00FF‘’“”–—…•€™]/gu, character => `&#${character.codePointAt(0)};`)
  return iconv.encode(beyond, 'win1252')
}
