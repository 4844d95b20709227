/** A message about a raw text is gone once its cause is put right in the Markdown, and only then. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Code } from '../../src/diagnostics/diagnostic.ts'
import { stillToDo } from '../../src/import/plan/dealt-with.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { writeUpdateFile } from '../../src/update/file/update-file.ts'

const text = `Update no 700 6th February 2026

Newsletters

Our Regional Improvement Plan can be found here

Updates

Young carers

Young carers have written a letter. It can be found here.

Reminders From Previous Weeks

Reminder

Future dates for network meetings

Network dates:

AD Education: Friday 8 May, 20-1. More from Nell Abara (contact details below)

Early Help: Tuesday 12 May, 10-11am. More from Sam Okoro (contact details below)

Tools & Templates

On 31 April DfE published Guidance for schools

Contact Details

Programme Office: Nell Abara (Horsham)

nell.abara@example.org
`
const { update, diagnostics } = parseUpdate(text, 'content/raw/700.txt')
if (update === null) throw new Error('the sample is not an update')
const fresh = writeUpdateFile(update)
const codes = (current: string) =>
  stillToDo(diagnostics, { text, markdown: fresh }, current).map(({ code, at }) => `${code}:${at.line}`)
const all = diagnostics.map(({ code, at }) => `${code}:${at.line}`)

test('as long as nothing is corrected, every message is there', () => {
  expect(all.length).toBeGreaterThan(2)
  expect(codes(fresh)).toEqual(all)
})

test.each([
  ['the line of a meeting', '20-1.', '10am-1pm.', 21],
  ['a fact of a meeting', 'label: "AD Education", ', 'label: "AD Education", start: "10:00", ', 21],
  ['a name in a line of a meeting', 'from Sam Okoro', 'from Nell Abara', 23],
  ['a fact of a publication', 'title: "Guidance for schools"', 'title: "Guidance for schools", date: "2025-04-30"', 27],
])('%s', (_, from, to, line) => {
  const corrected = fresh.replace(from, to)
  expect(corrected).not.toBe(fresh)
  expect(all.some(code => code.endsWith(`:${line}`))).toBe(true)
  expect(codes(corrected)).toEqual(all.filter(code => !code.endsWith(`:${line}`)))
})

test('a correction elsewhere clears nothing', () => {
  expect(codes(fresh.replace('Young carers have written', 'They have written'))).toEqual(all)
})

test('a lost title that was written above its story', () => {
  const raw = readFileSync('content/raw/681.txt', 'utf8')
  const real = parseUpdate(raw, 'content/raw/681.txt')
  const lost = real.diagnostics.filter(({ code }) => code === 'lost-title')
  if (real.update === null || lost.length === 0) throw new Error('681 has stories that lost their titles')
  const markdown = writeUpdateFile(real.update)
  const heading = markdown.split('\n').find(line => /^### \[/u.test(line)) ?? ''
  const left = stillToDo(lost, { text: raw, markdown }, markdown.replace(heading, '### The title of this story'))
  expect(left).toHaveLength(lost.length - 1)
})

/** One text for each kind of message about a raw text, what an editor writes in the Markdown, and what is no answer to it. */
const meetings = (lines: string) => `Future dates for network meetings\n\nNetwork dates:\n\n${lines}`
const asks = 'More from Ada Brook (contact details below)'
const contact = 'Contact Details\n\nData Lead: Ada Brook (Kent)\n\nada.brook@example.org\n\n07700 900101'
const updateOf = ({ stories = 'A story\n\nSome text.', list = '', contacts = contact }) =>
  ['Update no 656 4th April 2025', 'Updates', stories, ...(list && ['Tools & Templates', list]), contacts].join('\n\n')

test.each<[Code, string, [from: string | RegExp, to: string], [from: string | RegExp, to: string]]>([
  [
    'lost-title',
    updateOf({ stories: 'Details\n\nThere is text.' }),
    ['### [untitled]', '### A title'],
    ['### [untitled]', '### [untitled]\n\nA title'],
  ],
  [
    'list-missing',
    updateOf({ stories: 'A story\n\nONS has published these:\n\nDetails\n\nIt is short.' }),
    ['these:\n', 'these:\n\n- A table\n'],
    ['is short', 'is long'],
  ],
  [
    'list-short',
    updateOf({ stories: '3 recent DfE publications\n\n- Guide to forms\n- Guide to funding' }),
    ['funding\n', 'funding\n- Guide to schools\n'],
    ['ada.brook', 'a.brook'],
  ],
  [
    'unknown-label',
    updateOf({ stories: 'A story\n\nSome text.\n\nHeadlnes\n\nIt is short.' }),
    ['Headlnes', '#### Headlines'],
    ['Some text', 'A text'],
  ],
  [
    'unknown-section',
    updateOf({ list: 'On 1 April DfE published X' }).replace('Templates', 'Templats'),
    ['## Tools & Templats', '## Tools & Templates'],
    ['Some text', 'A text'],
  ],
  [
    'section-twice',
    updateOf({ stories: 'A story\n\nSome text.\n\nUpdates\n\nAnother story\n\nMore text.' }),
    [/## Updates\n(?=\n### Another)/u, '## More updates\n'],
    ['Some text', 'A text'],
  ],
  [
    'weekday-contradicts',
    updateOf({ stories: meetings(`AD Education: Monday 9 May 2025. ${asks}`) }),
    ['2025-05-09', '2025-05-12'],
    ['Data Lead', 'Lead'],
  ],
  [
    'impossible-day',
    updateOf({ stories: meetings(`AD Education: 31 June 2025. ${asks}`) }),
    ['label: "AD Education"', 'label: "AD Education", date: "2025-06-30"'],
    ['Data Lead', 'Lead'],
  ],
  [
    'impossible-day',
    updateOf({ list: 'On 31 February DfE published X\n\nOn 3 March Ofsted published Y' }),
    ['title: "X"', 'title: "X", date: "2025-02-28"'],
    // The page would still have no date.
    ['On 31 February', 'On 28 February'],
  ],
  [
    'second-day',
    updateOf({ stories: meetings(`AD Education: 9 May 2pm in London. Also note 13 June. ${asks}`) }),
    [/(?<= {8}meetings:\n.*\n)/u, '          - { label: "AD Education", date: "2025-06-13" }\n'],
    ['Data Lead', 'Lead'],
  ],
  [
    'misspelt-month',
    updateOf({ stories: meetings(`AD Education: 9 Juen 2025, 2pm. ${asks}`) }),
    ['9 Juen', '9 June'],
    ['Data Lead', 'Lead'],
  ],
  [
    'misspelt-month',
    updateOf({}).replace('April', 'Aprill'),
    ['date: "2025-04-04"', 'date: "2025-04-11"'],
    ['Some text', 'A text'],
  ],
  ['two-days', updateOf({}).replace('2025', '2025, 5th April 2025'), [', 5th April 2025', ''], ['Some text', 'A text']],
  [
    'far-ahead',
    updateOf({ stories: meetings(`AD Education: 9 May 2028, 2pm. ${asks}`) }),
    ['2028-05-09', '2025-05-09'],
    ['Data Lead', 'Lead'],
  ],
  [
    'skipped-time',
    updateOf({ stories: meetings(`AD Education: 29 March 2026, 01:30. ${asks}`) }),
    ['start: "01:30"', 'start: "13:30"'],
    ['Data Lead', 'Lead'],
  ],
  [
    'unreadable-time',
    updateOf({ stories: meetings(`AD Education: 9 May 20-1. ${asks}`) }),
    ['date: "2025-05-09"', 'date: "2025-05-09", start: "10:00"'],
    ['Data Lead', 'Lead'],
  ],
  [
    'table-without-meetings',
    updateOf({ stories: 'Meetings to come\n\nDate\tTime\n9 May 2025\t2pm\n13 June 2025\t2pm' }),
    ['### Meetings to come', '### AD Education meetings to come'],
    ['Data Lead', 'Lead'],
  ],
  [
    'fused-line',
    updateOf({ list: 'On 3 April DfE published X.  On 2 April Ofsted published Y' }),
    ['published Y', 'published Z'],
    ['Some text', 'A text'],
  ],
  [
    'bare-entry',
    updateOf({ list: 'A handbook for schools' }),
    ['title: "A handbook for schools"', 'title: "A handbook for schools", publishers: ["DfE"]'],
    ['Some text', 'A text'],
  ],
  [
    'details-missing',
    updateOf({ stories: 'A story\n\nPlease contact Bob Missing (details below).' }),
    ['contacts:\n  - {', 'contacts:\n  - { role: "Lead", name: "Bob Missing" }\n  - {'],
    ['ada.brook', 'a.brook'],
  ],
  [
    'unreadable-contact',
    updateOf({ contacts: 'Contact Details\n\nsomebody in the office\n\noffice@example.org' }),
    ['somebody in the office', 'Office: Bob Missing'],
    ['Some text', 'A text'],
  ],
  [
    'odd-phone',
    updateOf({ contacts: contact.replace('900101', '9001') }),
    [/07700 9001/gu, '07700 900101'],
    ['Some text', 'A text'],
  ],
])('%s is settled by what its hint says, and not by another correction', (code, raw, [from, to], [other, changed]) => {
  const read = parseUpdate(raw, 'content/raw/656.txt')
  if (read.update === null) throw new Error('the text can be read')
  const markdown = writeUpdateFile(read.update)
  const left = (current: string) => stillToDo(read.diagnostics, { text: raw, markdown }, current).map(one => one.code)
  expect(left(markdown)).toEqual([code])
  expect(markdown.replace(from, to)).not.toBe(markdown)
  expect(left(markdown.replace(from, to))).toEqual([])
  expect(markdown.replace(other, changed)).not.toBe(markdown)
  expect(left(markdown.replace(other, changed))).toEqual([code])
})

test('an error stays, whatever has been corrected where it is', () => {
  const { update, diagnostics } = parseUpdate(text, 'content/raw/700.txt')
  if (update === null) throw new Error('this text can be used')
  const markdown = writeUpdateFile(update)
  const said = diagnostics.map(one => ({ ...one, severity: 'error' as const }))
  const warned = diagnostics.filter(({ severity }) => severity === 'warning')
  const current = markdown.replaceAll(/^(?=\S)/gmu, 'x')
  const left = stillToDo([...said, ...warned], { text, markdown }, current)
  expect(left.filter(({ severity }) => severity === 'error')).toEqual(said)
  expect(left.length).toBeLessThan(said.length + warned.length)
})
