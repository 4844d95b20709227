/** An address, number or name that markup, links, escapes, entities or invisible characters divide is still one. */
import { describe, expect, test } from 'vitest'
import { cleanersFor, type Secrets } from '../../../src/archive/gate/secrets.ts'
import { literal, renderMarkdown } from '../../../src/update/markdown.ts'

const nothing: Secrets = { emails: new Set(), phones: new Set(), people: [], others: [] }
const { markdown, plain } = cleanersFor(nothing)('').allDetails

/** What a browser shows, and what it shows when tags that were printed as text are left out. */
const shownBy = (text: string): string =>
  renderMarkdown(text)
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/<[^>]*>/gu, '')
    .trim()

/** As an editor may write it, and as import writes what was printed so. */
const written = (detail: string): string[] => (/tel:|mailto:|\n/u.test(detail) ? [detail] : [detail, literal(detail)])

const emails = [
  '[jo](https://example.com/a)@example.org',
  'jo@[example.org](https://example.com/a)',
  '[jo@](https://example.com)example.org',
  '[jo](https://example.com/a_(b) "Jo")@example.org',
  '[jo](<https://example.com/a b>)@example.org',
  '[jo][1]@example.org',
  '[jo]@example.org',
  '[jo@example](https://example.com).org',
  'jo[@](https://example.com)example.org',
  '[j](https://example.com/1)[o](https://example.com/2)@example.org',
  '<a>jo</a>@example.org',
  '<a href="https://example.com/">jo</a>@example.org',
  'jo<b>@</b>example.org',
  'jo<!-- no robots -->@example.org',
  'jo<wbr>@<wbr/>example<span class="x">.</span>org',
  '**jo**@example.org',
  '*jo*@*example*.org',
  '_jo_@example.org',
  '`jo`@example.org',
  'jo`@`example.org',
  'jo\\@example\\.org',
  'jo&commat;example&period;org',
  '&#106;o&#64;example.org',
  '&#x6A;&#x6F;@example.org',
  'j\u200bo\u00ad@\u2060exam\u200dple.org',
  'jo<b>\u200b@</b>example.org',
  'jo [@] example.org',
  'jo (@) example.org',
  'jo <b>[at]</b> example.org',
  'jo [at](https://example.com) example [dot] org',
  'jo@\nexample.org',
  'jo\n@example.org',
  'jo [at]\nexample.org',
  'jo\\\n@example.org',
  '𝐣𝐨@𝐞𝐱𝐚𝐦𝐩𝐥𝐞.𝐨𝐫𝐠',
  '[jo]( mailto:jo@example.org "Jo")',
  '[jo](mailto:jo%40example.org "Jo")',
  '[jo](<mailto:jo@example.org>)',
]
const phones = [
  '[07700](https://example.com/a) 900123',
  '07700 [900](https://example.com/a) 123',
  '<b>07700</b> 900123',
  '07700<span> </span>900<br>123',
  '**07700** **900123**',
  '0`7700`900123',
  '&#48;7700 900123',
  '07700&nbsp;900&nbsp;123',
  '07700&ensp;900123',
  '+44<b> (0)</b>7700 900123',
  '07700\\\n900123',
  '\\+44 7700\u200b900123',
  '𝟎𝟕𝟕𝟎𝟎 𝟗𝟎𝟎𝟏𝟐𝟑',
  '[ring](tel:&#48;7700900123)',
  '[write](https://wa.me/447700900123)',
  'https://api.whatsapp.com/send?phone=447700900123&text=Hello',
  '[ring](tel:%30%37%37%30%30900123 "ring")',
]

describe('where no details are shown', () => {
  test.each(emails)('no part of an address is left: %s', detail => {
    for (const one of written(detail)) {
      const left = markdown(`Ask ${one}, please.`)
      expect(shownBy(left)).not.toMatch(/@|%40|\bat\b|example ?(?:\.|dot) ?org|mailto:/iu)
      expect(shownBy(left)).toMatch(/^Ask .*, please\.$/su)
    }
    expect(plain(`Ask ${detail}, please.`)).not.toMatch(/jo[^,]*@|@[^,]*example/u)
  })

  test.each(phones)('no part of a number is left: %s', detail => {
    for (const one of written(detail))
      expect(shownBy(markdown(`Ring ${one}, please.`)).replace(/\D/gu, '')).not.toMatch(/900|123|7700/u)
    expect(shownBy(plain(`Ring ${detail}, please.`))).not.toMatch(/900|123|7700/u)
  })

  test('the words around it keep their links and emphasis', () => {
    expect(markdown('**Ask jo**@example.org')).toBe('**Ask \\[contact details withheld\\]**')
    expect(markdown('[Ask jo](https://example.com)@example.org')).toBe(
      '[Ask \\[contact details withheld\\]](https://example.com)',
    )
    expect(markdown('jo@[example.org now](https://example.com)')).toBe(
      '[\\[contact details withheld\\] now](https://example.com)',
    )
    expect(markdown('jo**@**example.org')).toBe('\\[contact details withheld\\]')
    expect(markdown('Ask jo@**example.org today**')).toBe('Ask **\\[contact details withheld\\] today**')
    expect(markdown('[Ask jo](https://example.com/a) @ [example.org now](https://example.com/b)')).toBe(
      '[Ask \\[contact details withheld\\]](https://example.com/a) [\\[contact details withheld\\] now](https://example.com/b)',
    )
    expect(markdown('jo@[example.org](https://example.com), or [this](https://example.com/a)')).toBe(
      '[\\[contact details withheld\\]](https://example.com), or [this](https://example.com/a)',
    )
  })

  test.each([
    'See [the plan](https://example.org/a), **2019** to **2020** and [1] 0 of 12.',
    'Kent: 01 [March](https://example.org/2024) 2024 – 02 [April](https://example.org/2024) 2024',
    'Meet @ 10.30 in <b>Kent</b> at 11.',
    '[Day](https://example.org/1) @ [Hall](https://example.org/2)',
    '| 2019 | 2020 |\n| --- | --- |\n| 012 | 345 |\n| 678 | 901 |',
  ])('what is no detail stays as it is: %s', text => {
    expect(markdown(text)).toBe(text)
  })
})

describe('where one person’s details are withheld', () => {
  const secrets: Secrets = {
    emails: new Set(['jo@example.org']),
    phones: new Set(['07700900123']),
    people: [{ names: ['Jo Tyndall'], withhold: 'person' }],
    others: [],
  }
  const cleaner = cleanersFor(secrets)('').secrets

  test.each([...emails, ...phones])('theirs go: %s', detail => {
    const left = shownBy(cleaner.markdown(`Ask ${detail}, please.`))
    expect(left).not.toMatch(/\bjo\b.{0,8}(?:@|at\b)|@[^,]*example|mailto:/isu)
    expect(left.replace(/\D/gu, '')).not.toMatch(/7700900123/u)
  })

  test.each(['jo {at} example.org', 'jo%40example.org', 'jo at example dot org', 'jo [at] example [dot] org'])(
    'in disguise too: %s',
    detail => {
      expect(cleaner.plain(`Ask ${detail} or ann at example dot org or ann{at}example.org`)).toBe(
        'Ask [contact details withheld] or ann at example dot org or ann{at}example.org',
      )
    },
  )

  test.each([
    '[Jo](https://example.com/a) Tyndall',
    'Jo [Tyndall](https://example.com/a)',
    '[Jo][1] [Tyndall][2]',
    '&#74;o Tyndall',
    'J<b>o</b> Tyn<i>dall</i>',
    '<span class="name">Jo</span> <span class="surname">Tyndall</span>',
    '**J**o **T**yndall',
    'Jo Tyn-\ndall',
  ])('their name goes: %s', name => {
    expect(shownBy(cleaner.markdown(`Ask ${name}, please.`))).not.toMatch(/Jo|Tyn|dall/u)
    expect(cleaner.plain(`Ask ${name}, please.`)).not.toMatch(/Tyn.*dall/su)
  })

  test('the number goes where a table has lost its first 0', () => {
    expect(cleaner.plain('7700 900123 or 7700 900124')).toBe('[contact details withheld] or 7700 900124')
  })

  test('words beside the name keep their links and emphasis', () => {
    expect(cleaner.plain('Ask Jo **Tyndall now**')).toBe('Ask **[name withheld] now**')
    expect(cleaner.plain('[Ask Jo](https://example.com/a) [Tyndall now](https://example.com/b)')).toBe(
      '[Ask [name withheld]](https://example.com/a) [[name withheld] now](https://example.com/b)',
    )
  })

  test('others’ stay', () => {
    const text =
      'Ask [ann](https://example.com)@example.org, 0<b>7700</b> 900999 or [Ann](https://example.com) Tyndall.'
    expect(cleaner.markdown(text)).toBe(text)
  })
})
