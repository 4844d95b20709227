/** Words, forms, suggestions, snippets and the marks on the page that a hit leads to. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markText, markTitle, snippetOf, textDirective } from '../../src/search/client/find/snippet.ts'
import { distance, nearestWord, readWordList } from '../../src/search/client/find/suggest.ts'
import { printWords } from '../../src/search/print-words.ts'
import { conceptFinder, conceptOf, formKey, searchWords } from '../../src/search/spelling.ts'
import { wordCounts, wordLists } from '../../src/search/word-list.ts'

describe('words', () => {
  test.each([
    ['Children’s & families', ['childrens', 'and', 'families']],
    ['the S.E. Region in the U.K.', ['the', 'se', 'region', 'in', 'the', 'uk']],
    ['987,000 in 2024–25', ['987000', 'in', '2024', '25']],
    ['multi-agency café', ['multi', 'agency', 'cafe']],
  ])('%s', (text, words) => expect(searchWords(text)).toEqual(words))

  test('are the same whether a text takes the quick way or the long one', () => {
    const letters = fc.constantFrom(..."aZé9 -–—_&“”’‘'`´ʼ＇ŉﬁ\u0301\n٣，")
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 20 }), text => {
        const folded = text
          .normalize('NFKD')
          .replace(/[\p{M}'’‘ʼ`´]/gu, '')
          .replaceAll('&', ' and ')
          .toLowerCase()
        const words = folded.replace(/(?<=\p{N}),(?=\p{N})/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []
        expect(searchWords(text)).toEqual(words)
        expect(printWords(text)).toEqual(words)
      }),
    )
  })

  test('forms are one in spite of capitals, commas and plurals', () => {
    expect(formKey('Education, Health and Care Plans')).toBe(formKey('education health & care plan'))
    expect(formKey('EHC plan')).not.toBe(formKey('EHC planning'))
  })
})

describe('concepts', () => {
  const ehcp = conceptOf(['EHCP', 'EHC plan', 'education, health and care plan'])
  const pac = conceptOf(['Public Accounts Committee', 'the PAC', 'PAC'])
  const fostering = conceptOf(['Fostering Network', 'Fostering'])

  test('have one word for all their forms, and never an everyday one', () => {
    expect([ehcp.token, pac.token, fostering.token]).toEqual(['ehcp', 'pac', 'fosteringnetwork'])
  })

  test('are found in place, the longest form first', () => {
    const found = conceptFinder([ehcp, fostering]).within(searchWords('an EHC plan for the Fostering Network'))
    expect(found.map(({ concept, from, to }) => [concept.token, from, to])).toEqual([
      ['ehcp', 1, 3],
      ['fosteringnetwork', 5, 7],
    ])
  })
})

describe('did you mean', () => {
  const list = readWordList('safeguarding 31\nsafe 12\nsafely\nsaving 3\n')
  test.each([
    ['safegaurding', 'safeguarding'],
    ['safley', 'safely'],
    ['safguardng', 'safeguarding'],
    ['savin', 'saving'],
    ['xylophone', null],
    ['safe', null],
  ])('%s → %s', (typed, word) => expect(nearestWord(typed, list)).toBe(word))

  test('counts slips as people make them', () => {
    expect([distance('abcd', 'abdc'), distance('abc', 'ac'), distance('', 'abc'), distance('same', 'same')]).toEqual([
      1, 1, 3, 0,
    ])
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, b) === 0).toBe(a === b)
        expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      }),
    )
  })

  test('the lists hold what the records say, the frequent first, no numbers', () => {
    const record = (title: string, text: string) => ({ title, text, names: '', also: 'ehcp 654' })
    const lists = wordLists(wordCounts([record('Safe homes', 'homes for all'), record('Homes', '2024 safety')]))
    expect(lists.get('h.txt')).toBe('homes 2\n')
    expect(lists.get('s.txt')).toBe('safe\nsafety\n')
    expect(lists.get('e.txt')).toBe('ehcp 2\n')
    expect([...lists.keys()].every(name => /^[a-z]\.txt$/u.test(name))).toBe(true)
  })
})

const shownText = (pieces: { text: string; isMarked: boolean }[]) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')

describe('a snippet', () => {
  const filler = Array.from({ length: 60 }, (_, nth) => `w${nth}`).join(' ')

  test('shows the stretch with the most marked words', () => {
    const text = markText(`plan ${filler} an EHC plan for a child ¶ next`, { places: [0], forms: ['EHCP', 'EHC plan'] })
    expect(shownText(snippetOf(text))).toContain('an [EHC plan] for a child · next')
  })

  test('begins at the beginning where nothing is marked', () => {
    expect(shownText(snippetOf(markText(filler, { places: [], forms: ['absent'] })))).toMatch(/^w0 w1 .*…$/u)
  })

  test('keeps every word as printed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1, maxLength: 8 }).filter(word => /^\S+$/u.test(word) && word !== '¶'),
          { minLength: 1, maxLength: 30 },
        ),
        words => {
          const content = words.join(' ')
          const said = snippetOf(markText(content, { places: [0, 2, 99], forms: ['a', 'b c'] }))
          expect(
            said
              .map(({ text }) => text)
              .join('')
              .trim(),
          ).toBe(content)
        },
      ),
    )
  })

  test('marks a title by beginnings and by forms', () => {
    expect(shownText(markTitle('Absences and EHC plans in schools', ['absence', 'EHC plan']))).toBe(
      '[Absences] and [EHC plans] in schools',
    )
  })
})

describe('the text directive', () => {
  const directive = (content: string, places: number[], title = 'Title') =>
    decodeURIComponent(textDirective(markText(content, { places, forms: [] }), title))

  test('pins each stretch by the words around it', () => {
    expect(directive('z y x a b c d e f g h i j', [6, 7])).toBe(':~:text=z y x a b c-,d e,-f g h i j')
  })

  test('never reaches into the next block, and leaves a comma to itself', () => {
    expect(directive('one ¶ two three four five six seven, eight', [7])).toBe(':~:text=two three four five six-,seven')
    expect(directive('one ¶ two ¶ three', [2])).toBe('')
  })

  test('is left out if so few words may be elsewhere on the page, or are in the title', () => {
    expect(directive('one two three four five', [2])).toBe('')
    expect(directive('one two three four five six', [2])).not.toBe('')
    expect(directive('One two three four five six', [2], 'And one: two, three, four, five, six')).toBe('')
  })

  test('escapes what would end it', () => {
    const all = textDirective(markText('well-being, mind & body now or then', { places: [3], forms: [] }), '')
    expect(all).toContain('well%2Dbeing%2C%20mind%20%26-,body')
  })
})
