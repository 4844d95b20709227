/** Lines without a letter or figure: what plain text draws under its headings, and what a slip of the hand leaves behind. */
import { expect, test } from 'vitest'
import { parseUpdate } from '../../src/parse/parse-update.ts'

const parse = (text: string) => {
  const { update, diagnostics } = parseUpdate(text, 'content/raw/681.txt')
  if (update === null) throw new Error(diagnostics.map(({ code }) => code).join())
  return { update, codes: diagnostics.map(({ code }) => code) }
}

const plain = `Update no 681 10th October 2025

Updates

Floods in Kent

On 3 October DfE published Floods in Kent

Headlines

There were floods.

Second thing

On 4 October DfE published Second thing

Tools & Templates

On 3 October DfE published Floods in Kent

On 4 October DfE published Second thing

Contact Details

Lead: Robin Sample (Kent)
robin.sample@example.org
`
const headings = /^(Update no.*|Updates|Floods in Kent|Headlines|Second thing|Tools.*|Contact Details)$/gmu

test.each(['-----', '=========', '****', '________________', '~~~', '– – – – –', '• • •', '#####'])(
  'a line drawn under a heading is no text: %s',
  rule => {
    const { update, codes } = parse(plain.replace(headings, `$1\n${rule}`))
    expect(codes).toEqual([])
    expect(update).toEqual(parse(plain).update)
  },
)

test.each(['-----', '________________', '* * * * *'])('nor is one between stories: %s', rule => {
  const { update, codes } = parse(plain.replace(/\n\n(?=Second thing\n|Contact)/gu, `\n\n${rule}\n\n`))
  expect(codes).toEqual([])
  expect(update).toEqual(parse(plain).update)
})

test.each(['’', '>', '\\', '-', '☎', '…', '"'])('%s alone is no story and no publication', sign => {
  const { update, codes } = parse(
    plain.replace(/^(Updates|Tools.*)$/gmu, `$1\n\n${sign}`).replace('Contact Details', `${sign}\n\nContact Details`),
  )
  expect(codes).toEqual([])
  expect(update.sections).toEqual(parse(plain).update.sections)
})

test.each(['|', '>', ':', '…'])('%s before the statement of an entry is no entry', sign => {
  const { update, codes } = parse(plain.replace(/^(?=On \d October DfE published .*\n\n(?:On|Contact))/gmu, `${sign} `))
  expect(codes).toEqual([])
  const titles = update.sections.flatMap(section =>
    section.kind === 'publications' ? section.entries.map(({ title }) => title) : [],
  )
  expect(titles).toEqual(['Floods in Kent', 'Second thing'])
})

test('a sign within a story stays there', () => {
  const { update } = parse(plain.replace('There were floods.', 'There were floods.\n\n☎\n\nCall us about them today.'))
  expect(JSON.stringify(update)).toContain('☎')
})

test.each(['On 7 Februar', 'On 7 February', 'On 7 February DfE published', 'published by DfE 4 October 2025'])(
  'an entry that breaks off has its own words for a title: %s',
  cut => {
    const { update } = parse(plain.replace('On 4 October DfE published Second thing\n\nContact', `${cut}\n\nContact`))
    const titles = update.sections.flatMap(section =>
      section.kind === 'publications' ? section.entries.map(({ title }) => title) : [],
    )
    expect(titles).toHaveLength(2)
    for (const title of titles) expect(title).toMatch(/\p{L}/u)
  },
)

test.each(['0000', '2018-19', '24/7'])('what holds no letter publishes nothing: %s', name => {
  const { update } = parse(
    plain.replace(
      'On 4 October DfE published Second thing\n\nContact',
      `Second thing published by ${name} 4 October 2025\n\nContact`,
    ),
  )
  const publishers = update.sections.flatMap(section =>
    section.kind === 'publications' ? section.entries.flatMap(entry => entry.publishers) : [],
  )
  expect(publishers).toEqual(['DfE'])
})
