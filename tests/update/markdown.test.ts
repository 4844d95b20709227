import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { literal, plain, renderMarkdown } from '../../src/update/markdown.ts'

/** Printed lines that would be markup if not escaped. */
const AWKWARD = [
  '1. ',
  '1. First',
  '2024. x',
  '7) x',
  '# of places',
  '#',
  'Grade #',
  'Grade ##',
  'A * B',
  '* * *',
  '**bold**',
  'a*b*c',
  '<script>alert(1)</script>',
  '<https://example.org/a_b>',
  '<!-- gone? -->',
  '3 < 4 <5 > 2',
  '> quoted',
  '{{ x }}',
  '{% if %}',
  '[a](javascript:b)',
  '[a]: https://example.org',
  '![picture](https://example.org/p.png)',
  '[ ] to do',
  '---',
  '- - -',
  '-- -',
  '- entry',
  '+ entry',
  '___',
  '===',
  '~~~',
  '```',
  '`code`',
  '~~gone~~',
  '&nbsp;',
  '&#91; &#x5b; & AT&T',
  '__init__',
  'snake_case and _this_',
  '| a | b |',
  '|---|---|',
  '--- | ---',
  ':--',
  'https://example.org/a_b_(c)_[d]?e=*f*&amp;g=%20_h_#i~~j~~',
  'See https://example.org/a_b. And (https://example.org/c_d_), or http://example.org/[e',
  'www.example.org/a_b, ftp://example.org/_a_',
  'Write to first_last@example.org or _x_@example.org',
  '•',
  '• a bullet as printed',
  'trailing backslash\\',
  'https://example.org\\',
  'C:\\temp\\*.*',
  '\\* \\\\',
  '    four spaces',
  'two spaces  ',
  '\ttab\tinside',
  'Term\u00a0: \u2013 \u201cquoted\u201d\u2009\u2026',
]
const PIECES = [
  ...AWKWARD,
  ...'*_`[]()<>&;#+-=~|\\:.!?\'"/ aZ9\u00a0é',
  'http://',
  'https://example.org/',
  '://',
  '&amp;',
]
const printedLine = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map(parts => parts.join('')),
  )
  .map(line => line.replace(/[\r\n]/gu, ' '))

const POSITIONS: [name: string, place: (markdown: string) => string, shown: (line: string) => string][] = [
  ['at the start of a paragraph', x => x, line => line],
  ['after another line', x => `Before\n${x}`, line => `Before\n${line}`],
  ['before another line', x => `${x}\nAfter`, line => `${line}\nAfter`],
  ['before a hard line break', x => `${x}\\\nAfter`, line => `${line}\nAfter`],
  ['after a hard line break', x => `Before\\\n${x}`, line => `Before\n${line}`],
  ['in a list entry', x => `- ${x}`, line => line],
  ['in a later line of a list entry', x => `- Before\\\n  ${x}`, line => `Before\n${line}`],
  ['in a numbered entry', x => `1. ${x}`, line => `1. ${line}`],
  ['in a heading', x => `### ${x}`, line => line],
  ['after a list entry', x => `- Before\n\n${x}`, line => `Before\n\n${line}`],
]

/** The words of the HTML: tags away, entities decoded, line breaks where the HTML has them. */
const wordsOf = (html: string) =>
  html
    .replace(/<br\s*\/?>\n?/gu, '\n')
    .replace(/<\/?(?:p|ul|ol|li|h3|a|span)(?: (?:href|start|class)="[^"]*")*>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
    .trim()

const sameWords = (shown: string, printed: string) =>
  expect(shown.replace(/\s+/gu, ' ')).toBe(printed.replace(/\s+/gu, ' ').trim())

describe.each(POSITIONS)('a printed line %s', (_name, place, shown) => {
  test.each(AWKWARD)('%j stays as printed', line => {
    sameWords(wordsOf(renderMarkdown(place(literal(line)))), shown(line.trim()))
  })

  test('stays as printed, whatever it is', () => {
    fc.assert(
      fc.property(printedLine, line => {
        fc.pre(line.trim() !== '')
        expect(wordsOf(renderMarkdown(place(literal(line))))).toBe(shown(line.trim().replaceAll('\0', '\uFFFD')).trim())
      }),
      { numRuns: 1000 },
    )
  })
})

test('plain gives the printed line back', () => {
  fc.assert(
    fc.property(printedLine, line => {
      expect(plain(literal(line))).toBe(line.trim().replaceAll('\0', '\uFFFD'))
    }),
    { numRuns: 5000 },
  )
})

test('a viewer with all of CommonMark on shows the same words', () => {
  const viewer = MarkdownIt({ html: true })
  for (const line of AWKWARD.filter(line => !line.includes('://'))) {
    sameWords(wordsOf(viewer.render(literal(line))), line)
    sameWords(wordsOf(viewer.render(`Before\n${literal(line)}`)), `Before ${line}`)
  }
})

test.each([
  ['We met on 3-4 May (see p. 5); 50% came!', 'nothing'],
  ['snake_case, A * B, a < b, AT&T, C#, "x" | y', 'nothing'],
  ['https://example.org/a_b_(c)_[d]', 'an address'],
])('%j needs no escape: it holds %s that is markup', line => {
  expect(literal(line)).toBe(line)
})

test('plain words of several blocks', () => {
  expect(plain('One *two*\\\nthree\n\n- four\n- [five](https://example.org)\n\n1. six')).toBe(
    'One two\nthree\nfour\nfive\nsix',
  )
  expect(plain('One\ntwo\n\nthree')).toBe('One\ntwo\nthree')
})

test('a table is one on the page, with its head where it has one', () => {
  const html = renderMarkdown('| Course | Town |\n| --- | --- |\n| A \\| B | Hove |')
  expect(html).toContain('<th scope="col">Course</th>')
  expect(html).toContain('<td>A | B</td>')
  expect(renderMarkdown('|  |  |\n| --- | --- |\n| Monday | 9-5 |')).not.toContain('<th')
  expect(plain('| Course | Town |\n| --- | --- |\n| A | Hove |')).toBe('Course\nTown\nA\nHove')
})

test('the "o" before a deeper entry is shown', () => {
  expect(renderMarkdown('- a\n  + b')).toContain('<li><span class="number">o</span> b</li>')
})

describe('links', () => {
  test('an address in brackets is a link', () => {
    expect(renderMarkdown(literal('Write to <home@example.org> or [home@example.org]'))).toBe(
      '<p>Write to &lt;<a href="mailto:home@example.org">home@example.org</a>&gt; or [<a href="mailto:home@example.org">home@example.org</a>]</p>\n',
    )
  })

  test('web and e-mail addresses become links, punctuation after them does not', () => {
    expect(renderMarkdown(literal('At https://example.org/a_b, www.example.org, or a_b@example.org.'))).toBe(
      '<p>At <a href="https://example.org/a_b">https://example.org/a_b</a>, ' +
        '<a href="https://www.example.org">www.example.org</a>, or <a href="mailto:a_b@example.org">a_b@example.org</a>.</p>\n',
    )
  })

  test('an address before a hard line break ends there', () => {
    expect(renderMarkdown('https://example.org/a\\\nb')).toBe(
      '<p><a href="https://example.org/a">https://example.org/a</a><br>\nb</p>\n',
    )
  })

  test('names that only look like addresses do not', () => {
    expect(renderMarkdown('St.Mary gov.uk and//or 10.30')).not.toContain('<a')
  })

  test.each(['javascript:b', 'JaVaScRiPt:b', 'data:text/html,x', 'vbscript:b', 'file:///etc', '&#106;avascript:b'])(
    'an editor cannot link to %s',
    address => {
      expect(renderMarkdown(`[a](${address}) <${address}>`)).not.toContain('<a')
    },
  )

  test('addresses can be rewritten, for a path prefix', () => {
    const address = (href: string) => (href.startsWith('/') ? `/archive${href}` : href)
    expect(renderMarkdown('[a](/updates/6/ "t") https://example.org', { address })).toBe(
      '<p><a href="/archive/updates/6/" title="t">a</a> <a href="https://example.org">https://example.org</a></p>\n',
    )
  })

  test('pictures are not fetched, raw HTML is text', () => {
    const html = renderMarkdown('![x](https://example.org/p.png) <img src=x onerror=y>\n\n<script>a</script>')
    expect(html).not.toMatch(/<img|<script/u)
  })
})

describe('a bare "here" says which site it leads to', () => {
  test.each([
    [
      'Read it [here](https://www.example.org/a)',
      '<a href="https://www.example.org/a">here<span class="host"> (example.org)</span></a>',
    ],
    ['[Click here](http://example.org)', 'Click here<span class="host"> (example.org)</span></a>'],
  ])('%s', (markdown, html) => expect(renderMarkdown(markdown)).toContain(html))

  test.each([
    '[The report](https://example.org/a)',
    '[here](#place)',
    '[here](mailto:jo@example.org)',
    'https://example.org/here',
  ])('but not in %s', markdown => expect(renderMarkdown(markdown)).not.toContain('host'))
})

test('eight times as many links in a paragraph take about eight times as long', () => {
  const seconds = (links: number) => {
    const text = 'https://example.org/b '.repeat(links)
    const start = process.cpuUsage()
    renderMarkdown(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1e6
  }
  seconds(1_000)
  expect(seconds(16_000)).toBeLessThan(Math.max(seconds(2_000), 0.05) * 20)
})
