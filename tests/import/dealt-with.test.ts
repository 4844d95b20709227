/** A message about a raw text is gone once its cause is put right in the Markdown, and only then. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
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
  ['the line of a publication', '31 April', '30 April', 27],
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
