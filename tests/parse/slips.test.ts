/** Slips of the pen in headings, labels, months, weekdays, days and people's names: each is found, with what was meant. */
import { expect, test } from 'vitest'
import { parseUpdate } from '../../src/parse/parse-update.ts'

const text = `Update no 682 17th October 2025

If you have any news, please contact Robin Sample (details below)

Newsletters

Our plan for the harbours is out

Updates

Lighthouses for learners

On 13 October DfE published Lighthouses for learners

Headlines

Pupils who live beside a lighthouse miss fewer mornings than others.

Action Required

Please reply to Robin Sample (details below) by 31 October 2025

Harbours in winter

On 6 October Ofsted published Harbours in winter

Details

Harbours are cold.

Reminders From Previous Weeks

Reminder

Future dates for network meetings

Network dates:

AD Education: Friday 7 November, 10-12. More from Robin Sample (contact details below)

QA Network: Tuesday 11 November, 10am. More from Ellis Mason (contact details below)

Tools & Templates

On 9 October Ofsted published A year of harbours

On 6 October Ofsted published Harbours in winter

On 13 October DfE published Lighthouses for learners

Contact Details

Lighthouse Network Lead: Robin Sample (Seaside Council)
robin.sample@example.org
01632 960001

QA Network: Ellis Mason (Seaside Council)
ellis.mason@example.org
`

test('without slips nothing is found', () => {
  expect(parseUpdate(text, 'x').diagnostics).toEqual([])
})

test.each([
  ['Newsletters', 'Newletters', 'Newsletters'],
  ['\nUpdates\n', '\nUpdtes\n', 'Updates'],
  ['\nUpdates\n', '\nUpadtes\n', 'Updates'],
  ['Reminders From Previous Weeks', 'Remindres From Previous Weeks', 'Reminders From Previous Weeks'],
  ['Reminders From Previous Weeks', 'Reminders Form Previous Week', 'Reminders From Previous Weeks'],
  ['Tools & Templates', 'Tool & Templates', 'Tools & Templates'],
  ['Contact Details', 'Contact Detials', 'Contact Details'],
  ['Contact Details', 'Contacts Detail', 'Contact Details'],
  ['\nHeadlines\n', '\nHeadines\n', 'Headlines'],
  ['\nHeadlines\n', '\nHeadliens\n', 'Headlines'],
  ['Action Required', 'Acton Required', 'Action Required'],
  ['Action Required', 'Action Requried', 'Action Required'],
  ['\nDetails\n\nHarb', '\nDetials\n\nHarb', 'Details'],
  ['On 13 October DfE published L', 'On 13 Ocotber DfE published L', 'October'],
  ['Friday 7 November', 'Friday 7 Novmeber', 'November'],
  ['9 October Ofsted', '9 Octber Ofsted', 'October'],
  ['31 October 2025', '31 Octobr 2025', 'October'],
  ['17th October 2025', '17th Octobr 2025', 'October'],
  ['please contact Robin Sample', 'please contact Robin Smaple', 'Robin Sample'],
  ['More from Ellis Mason', 'More from Elis Mason', 'Ellis Mason'],
  ['reply to Robin Sample', 'reply to Robin Sampel', 'Robin Sample'],
  ['Friday 7 November', 'Firday 7 November', 'Friday'],
  ['Tuesday 11 November', 'Teusday 11 November', 'Tuesday'],
  ['Tuesday 11 November', 'Tusday 11 November', 'Tuesday'],
  ['Friday 7 November', 'Thursday 7 November', 'is a Friday'],
  ['Friday 7 November', 'Friday 33 November', 'Friday 33 November'],
  ['9 October Ofsted', '39 October Ofsted', '39 October'],
  ['31 October 2025', '32 October 2025', '32 October 2025'],
  ['17th October 2025', '37th October 2025', '37th October 2025'],
  ['10am', '25am', '25am'],
  ['10am', '10.75am', '10.75am'],
  ['01632 960001', '01632 96000', '01632 96000'],
])('"%s" as "%s"', (right, slip, meant) => {
  const changed = text.replace(right, slip)
  expect(changed).not.toBe(text)
  const said = parseUpdate(changed, 'x').diagnostics.map(({ message, hint }) => `${message}; ${hint}`)
  expect(said.filter(words => words.includes(meant))).toHaveLength(1)
})

test.each(['On Sundays 7 people came', 'Read Hunter 7 May', 'It was may 12 people', 'Room 33, Monday 7 May 2025'])(
  'no slip: %s',
  words => {
    expect(parseUpdate(text.replace('Harbours are cold.', words), 'x').diagnostics).toEqual([])
  },
)
