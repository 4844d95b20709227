/** What real pages, documents and mails have that the newsletter's text does not show. */
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { mailOf } from '../support/forms/mail-form.ts'
import { docxOf } from '../support/forms/word-form.ts'

const read = (bytes: Uint8Array) => ingest({ file: 'content/raw/file', bytes })
const page = (body: string, head = '') => read(Buffer.from(`<html><head>${head}</head><body>${body}</body></html>`))
/** "words → address" of each link, at its place in the text. */
const linksOf = ({ text, links }: Awaited<ReturnType<typeof read>>) =>
  links.map(({ line, column, length, address }) => {
    const words = (text ?? '').split('\n')[line - 1]?.slice(column - 1, column - 1 + length)
    return `${words} → ${address}`
  })

describe('links', () => {
  test('are where their words are, without the spaces around them', async () => {
    const read = await page(
      '<p>See <a href="https://example.org/a"> the <b>report</b> </a>and <a href="https://example.org/b">a blog</a>.</p>',
    )
    expect(read.text).toBe('See the report and a blog.\n')
    expect(linksOf(read)).toEqual(['the report → https://example.org/a', 'a blog → https://example.org/b'])
  })

  test('that Word cut in two are one; one over two lines is two', async () => {
    const read = await page(
      '<p><a href="https://example.org/a">Keeping</a> <a href="https://example.org/a">children safe</a><br><a href="https://example.org/b">One<br>two</a></p>',
    )
    expect(linksOf(read)).toEqual([
      'Keeping children safe → https://example.org/a',
      'One → https://example.org/b',
      'two → https://example.org/b',
    ])
  })

  test('lead to an absolute address of the safe list, or nowhere', async () => {
    const hrefs = [
      '/plan',
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      'cid:1',
      '#top',
      'data:text/html,x',
      'mailto:Jo%40example.org?subject=x',
      'HTTPS://EXAMPLE.org/<b>',
    ]
    const read = await page(
      hrefs.map(href => `<a href="${href.replace('<', '&lt;')}">w</a> x `).join(''),
      '<base href="https://example.org/base/">',
    )
    expect(read.links.map(({ address }) => address)).toEqual([
      'https://example.org/plan',
      'mailto:Jo@example.org',
      'HTTPS://EXAMPLE.org/%3Cb%3E',
    ])
    expect(read.diagnostics).toEqual([])
  })

  test('to a local disk, or without a host, are reported', async () => {
    const { diagnostics } = await page('<p>The <a href="file:///C:/plan.docx">plan</a> and <a href="/x">more</a></p>')
    expect(diagnostics.map(({ code, message, at }) => `${code} ${at.line}:${at.column} ${message}`)).toEqual([
      'lost-address 1:5 the link on "plan" goes to "file:///C:/plan.docx", which readers cannot open (and 1 more)',
    ])
  })
})

describe('lines', () => {
  test('lists stay lists, one inside the other', async () => {
    const { text } = await page(
      '<p>A</p><ul><li><p>one</p><ul><li>inner</li></ul></li><li>two</li></ul><ol start="3"><li>three</li></ol><p>B</p>',
    )
    expect(text).toBe('A\n\n• one\n  • inner\n• two\n\n3. three\n\nB\n')
  })

  test('a table of words stays together, one that lays a mail out does not', async () => {
    const { text } = await page(
      '<table><tr><th>Day</th><th>Place</th></tr><tr><td>1 May</td><td><p>Leeds</p></td></tr></table>',
    )
    expect(text).toBe('Day | Place\n1 May | Leeds\n')
    const layout = await page(
      '<table><tr><td><p>One</p><p>Two</p></td></tr><tr><td><table><tr><td>Three</td></tr></table></td></tr></table>',
    )
    expect(layout.text?.split('\n').filter(Boolean)).toEqual(['One', 'Two', 'Three'])
  })

  test('paragraphs are lines where empty ones part them, and have a blank line between them elsewhere', async () => {
    const lines = '<p>Ada Brook</p><p>ada@example.org</p>'
    const parted = await page([lines, lines, lines, lines].join('<p>&nbsp;</p>'))
    expect(parted.text?.split('\n').slice(0, 5)).toEqual([
      'Ada Brook',
      'ada@example.org',
      '',
      'Ada Brook',
      'ada@example.org',
    ])
    expect((await page(lines)).text).toBe('Ada Brook\n\nada@example.org\n')
  })

  test('a picture’s caption is a line, a tracking pixel and a file name are none', async () => {
    const { text } = await page(
      '<img src="a" alt="Three children playing"><p>A <img src="b" alt="x" width="1" height="1"><img src="c" alt="IMG_20.jpg">B</p><figure><img src="d" alt="An otter"><figcaption>An otter</figcaption></figure>',
    )
    expect(text).toBe('Three children playing\n\nA B\n\nAn otter\n')
  })

  test('what is hidden is left out', async () => {
    const { text } = await page(
      '<p style="display: none">preview</p><p hidden>x</p><script>y</script><p>A&shy;B&#8203;C&nbsp; D</p>',
    )
    expect(text).toBe('ABC D\n')
  })

  test('Word’s lists, in HTML that is filtered and in HTML that is not', async () => {
    const filtered = `<p class=MsoListParagraph style='margin-left:1.0in'><span style='font-family:"Courier New"'>o<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>inner</p>`
    const whole = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>first</p>`
    expect((await page(filtered)).text).toBe('  • inner\n')
    expect((await page(whole)).text).toBe('1. first\n')
  })
})

describe('characters', () => {
  test.each(['windows-1252', 'iso-8859-1'])('a page says that it is %s', async charset => {
    const html = `<html><head><meta http-equiv=Content-Type content="text/html; charset=${charset}"></head><body><p>The Children’s – “Café”</p></body></html>`
    expect((await read(iconv.encode(html, 'win1252'))).text).toBe('The Children’s – “Café”\n')
  })

  test('a page that says so wrongly is UTF-8 all the same', async () => {
    expect((await page('<p>Children’s</p>', '<meta charset="windows-1252">')).text).toBe('Children’s\n')
  })
})

describe('a Word document', () => {
  const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

  test('a field that is left open ends with its paragraph', async () => {
    const open = `<w:p>${mark('begin')}<w:r><w:instrText>HYPERLINK "https://example.org/a"</w:instrText></w:r>${mark('separate')}${run('words')}</w:p>`
    const document = await read(docxOf(`${open}<w:p>${run('below')}</w:p>`))
    expect(document.text).toBe('words\nbelow\n')
    expect(linksOf(document)).toEqual(['words → https://example.org/a'])
  })

  test('a simple field keeps its words, whatever it is', async () => {
    const document = await read(
      docxOf(
        `<w:p><w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/a&quot; \\l &quot;part&quot; ">${run('here')}</w:fldSimple> <w:fldSimple w:instr="DATE">${run('4 April')}</w:fldSimple></w:p>`,
      ),
    )
    expect(document.text).toBe('here4 April\n')
    expect(linksOf(document)).toEqual(['here → https://example.org/a#part'])
  })
})

describe('a mail', () => {
  const forwarded =
    '<div><b>From:</b> Jo Reader &lt;jo@example.org&gt;<br><b>Sent:</b> Friday<br><b>To:</b> Sam Other &lt;sam@example.org&gt;<br><b>Subject:</b> FW: the update</div>'

  test('that was forwarded loses its envelope, and takes its number from the subject where its text has none', async () => {
    const { text } = await read(
      mailOf({
        subject: 'FW: Friday Update no 700 6th February 2026',
        text: 'x',
        html: `<html><body>${forwarded}<p>Dear all</p></body></html>`,
      }),
    )
    expect(text).toBe('Friday Update no 700 6th February 2026\n\nDear all\n')
  })

  test('of plain text only', async () => {
    const { text, diagnostics } = await read(
      mailOf({ subject: 'x', text: 'Update no 700 6th February 2026\n\nhttps://example.org/a?utm_source=b.' }),
    )
    expect(text).toBe('Update no 700 6th February 2026\n\nhttps://example.org/a.')
    expect(diagnostics.map(({ code }) => code)).toEqual(['cleaned-addresses'])
  })
})
