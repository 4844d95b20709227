import { expect, test } from 'vitest'
import { parseUpdate } from '../../src/parse/parse-update.ts'

const update = (...stories: string[]) =>
  ['UPDATE NO 312 27 July 2018', ...stories, 'Tools & Templates', 'Data dashboards', 'Contact Details'].join('\n')

const storiesOf = (text: string) =>
  (parseUpdate(text, 'content/raw/312.txt').update?.sections ?? []).flatMap(section =>
    section.kind === 'updates' ? section.items : [],
  )

test.each([
  [
    'AD Safeguarding Network – hold the date',
    'The network will meet on Wednesday 19th September 2018 at The Abbey Centre, London, 10.30 - 3.00pm.',
  ],
  [
    'Hold the date',
    'The AD Safeguarding Network will next meet on 19 September 2018 at The Abbey Centre, London, from 10.30am to 3pm.',
  ],
  [
    'AD Safeguarding Network',
    'The next meeting is on Wednesday 19 September, 10.30am – 3pm at The Abbey Centre, London.',
  ],
])('a story below "%s" announces its network\'s meeting', (title, sentence) => {
  const [story] = storiesOf(update(title, sentence, 'Action Required:', 'Diary note'))
  expect(story?.meetings).toMatchObject([
    {
      label: 'AD Safeguarding Network',
      date: '2018-09-19',
      start: '10:30',
      end: '15:00',
      place: 'The Abbey Centre, London',
    },
  ])
})

test('lines of which none runs on into the next keep their breaks, however long', () => {
  const teams = [
    'Herefordshire Council – Fostering Team',
    'Worcestershire County Council – Youth Voice Team (Participation)',
    'Walsall MBC – Youth in Sight Team',
  ]
  const text = [
    'Update no 681 10th October 2025',
    'Updates',
    'Team Excellence',
    'On 24 September the network published its awards brochure.',
    'Details',
    teams.join('\n'),
  ].join('\n\n')
  expect(storiesOf(text)[0]?.parts.at(-1)?.text).toBe(teams.join('\\\n'))
})

test('no anchor holds a telephone number: it is for ever, and the number may have to go', () => {
  const [story] = storiesOf(
    update(
      'Helpline 01632 960123 opens',
      'A helpline has opened for kinship carers.',
      'Action Required:',
      'Please share',
    ),
  )
  expect(story?.id).toBe('helpline-opens')
})

test('a short title is distinguished from a sub-heading by the publication list', () => {
  const text = [
    'Update no 557 19th May 2023',
    'Working Together to Safeguard Children',
    'The DfE will consult on changes to Working Together later this month',
    'Early Career Framework',
    'Expert writing group members were announced on 17 May. Read more here',
    'Tools & Templates',
    'On 17 May DfE announced the members of the Early Career Framework expert writing group',
  ].join('\n\n')
  expect(storiesOf(text).map(({ title }) => title)).toEqual([
    'Working Together to Safeguard Children',
    'Early Career Framework',
  ])
})

test('a contact may name the person first', () => {
  const text = `${update('A title', 'A sentence that ends.', 'Action Required:', 'None')}\nMark Sample – CSC Workforce (SESLIP)\nmark@example.org`
  const contacts = parseUpdate(text, 'content/raw/312.txt').update?.sections.find(({ kind }) => kind === 'contacts')
  expect(contacts).toMatchObject({ entries: [{ name: 'Mark Sample', role: 'CSC Workforce', organisation: 'SESLIP' }] })
})

test('where labels are all the sub-headings there are, a short title may have a list below it', () => {
  const stories = storiesOf(
    update(
      'Ofsted',
      'Ofsted has suspended all inspections.',
      'Action Required:',
      'None',
      'SESLIP webinar series',
      '1. Remote working',
      '2. Care leavers',
    ),
  )
  expect(stories.map(({ title }) => title)).toEqual(['Ofsted', 'SESLIP webinar series'])
})

test('a publication that was updated later has its first day', () => {
  const text = update('A title', 'A sentence that ends.').replace(
    'Data dashboards',
    'Guidance for services published by DfE 3 April 2018 and updated 16 April 2018',
  )
  const works = parseUpdate(text, 'content/raw/312.txt').update?.sections.find(({ kind }) => kind === 'publications')
  expect(works).toMatchObject({
    entries: [{ title: 'Guidance for services', publishers: ['DfE'], date: '2018-04-03' }],
  })
})

test.each([
  ['strokes, as we write the tables of web pages', 'Age | Fee | Note', '0-4 | £210 |', '5-10 | £245 | from April'],
  ['strokes all round', '| Age | Fee | Note |', '| 0-4 | £210 |  |', '| 5-10 | £245 | from April |'],
  ['tabs', 'Age\tFee\tNote', '0-4\t£210\t', '5-10\t£245\tfrom April'],
])('rows with %s are a table', (_name, ...rows) => {
  const [story] = storiesOf(update('Fees', 'The fees were agreed on Monday.', 'Action Required:', ...rows))
  expect(story?.parts.at(-1)?.text).toBe(
    '| Age | Fee | Note |\n| --- | --- | --- |\n| 0-4 | £210 |  |\n| 5-10 | £245 | from April |',
  )
})
