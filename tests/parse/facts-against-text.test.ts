/** A date in the front matter that is not the one in the text is named, and can be put right in either place. */
import { expect, test } from 'vitest'
import type { Place } from '../../src/diagnostics/diagnostic.ts'
import { datesAgainstText } from '../../src/parse/dates/facts-against-text.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { doubtfulDates } from '../../src/site/messages/doubtful-dates.ts'
import { readUpdateFile, writeUpdateFile } from '../../src/update/file/update-file.ts'
import type { Update } from '../../src/update/update.ts'

const text = [
  'Update no 700 6th February 2026',
  'Updates',
  'Future dates for network meetings',
  'Network dates:',
  'AD Education: Friday 6 March 2026, 10am. More from Ada Brook (contact details below)',
  'QA Network: 28 April at 2pm. More from Ada Brook (contact details below)',
  'Early Help: Tuesday 13 and Wednesday 14 October, 10-12. More from Ada Brook (contact details below)',
  'SEND Network: 33 October. More from Ada Brook (contact details below)',
  'Tools & Templates',
  'On 7 January 2026 DfE published Floods: what is known',
  'In December 2025 Ofsted published A year of harbours',
].join('\n\n')
const parsed = parseUpdate(text, 'content/raw/700.txt').update
if (parsed === null) throw new Error('the text can be read')
const markdown = writeUpdateFile(parsed)

const read = (changed: string): Update => {
  const { update } = readUpdateFile(changed, 'content/updates/700.md')
  if (update === null) throw new Error('the Markdown can be read')
  return update
}
const placeOf = (words: string): Place => ({
  file: '',
  line: 1,
  column: 1,
  length: words.length,
  source: words,
})
const messages = (changed: string) => datesAgainstText(read(changed), placeOf).map(({ message }) => message)

test('as import reads it, nothing differs', () => {
  expect(messages(markdown)).toEqual([])
})

test.each([
  ['the day of a meeting', 'date: "2026-03-06"', 'date: "2026-03-16"', '2026-03-16', 'Friday 6 March 2026'],
  ['its month', 'date: "2026-04-28"', 'date: "2026-05-28"', '2026-05-28', '28 April'],
  ['the year of a publication', 'date: "2026-01-07"', 'date: "2025-01-07"', '2025-01-07', '7 January 2026'],
  ['a line of the text', 'Friday 6 March 2026', 'Friday 13 March 2026', '2026-03-06', 'Friday 13 March 2026'],
])('%s', (_, from, to, date, printed) => {
  expect(markdown).toContain(from)
  expect(messages(markdown.replace(from, to))).toEqual([
    `the facts at the top of the file say ${date}, but this line says "${printed}"`,
  ])
})

test('a correction in both places, or of a day that no calendar has, is none', () => {
  expect(messages(markdown.replace('2026-03-06', '2026-03-13').replace('6 March', '13 March'))).toEqual([])
  expect(messages(markdown.replace('label: "SEND Network"', 'label: "SEND Network", date: "2026-10-23"'))).toEqual([])
})

test.each([
  ['2026-02-05', 'content/raw/700.txt'],
  ['2026-02-06', null],
  ['2026-05-01', null],
])('on %s an update of 6 February', (today, file) => {
  const said = doubtfulDates(
    {
      updates: [read(markdown)],
      placeOf: (_, words) => placeOf(words),
      mastheadOf: () => ({ ...placeOf(''), file: 'content/raw/700.txt' }),
    },
    today,
  )
  expect(said.map(({ at }) => at.file)).toEqual(file === null ? [] : [file])
})
