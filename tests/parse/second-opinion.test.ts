import { expect, test } from 'vitest'
import { secondOpinions } from '../../src/parse/dates/second-opinion.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'

const file = 'content/raw/700.txt'
const text = [
  'Update no 700 6th February 2026',
  'Updates',
  'Future dates for network meetings',
  'Network dates:',
  'AD Education: Friday 6 March 2026, 10am. More from Ada Brook (contact details below)',
  'QA Network: 28 March 2026 at 2pm. More from Ada Brook (contact details below)',
  'Early Help: 14 April 2026, 10-12. More from Ada Brook (contact details below)',
  'Tools & Templates',
  'On 7 January 2026 DfE published Floods: what is known',
].join('\n\n')
const { update } = parseUpdate(text, file)

test('is silent where both read the same, and where only chrono stumbles', () => {
  expect(update).not.toBeNull()
  if (update !== null) expect(secondOpinions(update, text, file)).toEqual([])
})

test('speaks where an editor wrote another day beside the words', () => {
  if (update === null) throw new Error('the text can be read')
  const edited = structuredClone(update)
  for (const section of edited.sections) {
    if (section.kind === 'updates')
      for (const item of section.items) for (const meeting of item.meetings.slice(0, 1)) meeting.date = '2026-03-16'
    if (section.kind === 'publications') for (const entry of section.entries) entry.date = '2026-07-01'
  }
  const said = secondOpinions(edited, text, file)
  expect(said.map(({ code, at }) => [code, at.line])).toEqual([
    ['second-opinion', 9],
    ['second-opinion', 17],
  ])
})
