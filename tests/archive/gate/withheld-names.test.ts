/** Spellings of a withheld person's name, and other people of that surname. */
import { describe, expect, test } from 'vitest'
import { flatten } from '../../../src/archive/gate/flatten.ts'
import { type NamesToFind, nameFinders } from '../../../src/archive/gate/withheld-names.ts'

const finderFor = (text: string, change: Partial<NamesToFind> = {}) =>
  nameFinders({ withheld: [['Richard Tyndall', 'Dick Tyndall']], others: [], ...change })(flatten(text).text)

/** What is left of a text when certain names are marked. */
function without(text: string, change: Partial<NamesToFind> = {}): string {
  const flat = flatten(text)
  const found = finderFor(text, change).names(flat.text)
  const kept = [...flat.text].map((letter, at) =>
    found.some(({ start, end }) => start <= at && at < end) ? '' : letter,
  )
  return kept.join('')
}

describe('every way to write the name', () => {
  test.each([
    'Richard Tyndall',
    'RICHARD TYNDALL',
    'richard tyndall',
    'Richard TYNDALL',
    'Richard  Tyndall',
    'Richard\nTyndall',
    'Richard\u00a0Tyndall',
    'Richard&nbsp;Tyndall',
    'Richard&#160;Tyndall',
    'Rich\u00adard Tyn\u200bdall',
    '\u200eRichard\u200f Tyndall',
    '**Richard** Tyndall',
    '**Richard** **Tyndall**',
    '*Richard* _Tyndall_',
    '<b>Richard</b> Tyndall',
    'Richard_Tyndall',
    'Richard.Tyndall',
    'Richard-Tyndall',
    'RichardTyndall',
    'Ríchard Týndall',
    'Richard J Tyndall',
    'Richard J. Tyndall',
    'Richard J.M. Tyndall',
    'Richard James Tyndall',
    'Richard (Rich) Tyndall',
    'Richard “Rich” Tyndall',
    "Richard 'Rich' Tyndall",
    'Richard (Rich) J. Tyndall',
    'Dick Tyndall',
    'Mr Richard Tyndall',
    'Cllr Richard Tyndall',
    'Tyndall, Richard',
    'TYNDALL, Richard',
    'Tyndall Richard',
    'Tyndall, R.',
    'Tyndall, R. J.',
    'Tyndall, R',
    'R. Tyndall',
    'R Tyndall',
    'R.Tyndall',
    'R. J. Tyndall',
    'R.J. Tyndall',
    'RJ Tyndall',
    'R J Tyndall',
    'Mr Tyndall',
    'Mr. Tyndall',
    'Mr\u00a0Tyndall',
    'MR TYNDALL',
    'Mr R Tyndall',
    'Cllr Tyndall',
    'Dr Tyndall',
    'Professor Tyndall',
    'Ms **Tyndall**',
    'Richard%20Tyndall',
    'Richard%2520Tyndall',
    'https://example.org/r-tyndall',
    'https://example.org/?n=rtyndall',
    'Richard Tyndalls’',
  ])('%j', written => {
    expect(without(`Please contact ${written} for the papers.`)).not.toMatch(/t[yý]nd\W*all/iu)
    expect(without(`Contact ${written}: please contact us`)).not.toMatch(/t[yý]nd\W*all/iu)
  })
})

describe('another person of that surname is left alone', () => {
  test.each([
    'Sarah Tyndall',
    'Sarah R Tyndall',
    'J R Tyndall',
    'J. Tyndall',
    'Tyndall, Sarah',
    'Tyndall, S.',
    'Richard Smith, Sarah Tyndall',
    'Richard Smith and Sarah Tyndall',
    'Richard Tyndall-Price',
    'Mr Price-Tyndall',
    'Tyndallson',
    'the Tyndall Centre',
    'R Tyndallson',
  ])('%j', written => {
    expect(without(`Please contact ${written} for the papers.`)).toContain(flatten(written).text)
  })

  test.each(['R Tyndall', 'Mr Tyndall'])('%j where the archive knows a namesake with that initial', written => {
    const change = { others: ['Rachel Tyndall'] }
    expect(without(written, change)).toBe(written)
    expect(finderFor(written, change).doubts(written)).toHaveLength(1)
  })

  test.each(['Richard and Sarah Tyndall', 'Richard & Sarah Tyndall'])('%j loses one of two', written => {
    expect(without(`Ask ${written}.`)).toMatch(/^Ask {2}(?:and|&) Sarah Tyndall\.$/u)
  })

  test('a title, where the text names another person of that surname', () => {
    const text = 'Sarah Tyndall spoke first. Ms Tyndall then thanked Richard Tyndall.'
    expect(without(text)).toBe('Sarah Tyndall spoke first. Ms Tyndall then thanked .')
    expect(
      finderFor(text)
        .doubts(text)
        .map(({ start }) => start),
    ).toEqual([text.indexOf('Tyndall then')])
  })
})

describe('a surname by itself', () => {
  test.each(['as Tyndall said', 'Tyndall said so', 'see TYNDALL (2019)'])('may be the person: %j', text => {
    expect(without(text)).toBe(text)
    expect(finderFor(text).doubts(text)).toHaveLength(1)
  })

  test.each(['Young people said', 'Support for young people. Young carers'])('is an ordinary word: %j', text => {
    const finder = finderFor(`${text} and young people`, { withheld: [['Sam Young']] })
    expect(finder.doubts(text)).toEqual([])
  })

  test('is another person behind a forename', () => {
    expect(finderFor('Sarah Tyndall said').doubts('Sarah Tyndall said')).toEqual([])
  })
})
