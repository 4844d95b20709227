import { expect, it } from 'vitest'
import { parseUpdate } from '../../src/parse/parse-update.ts'

/** The title of a story that begins with "Details", its own lost, in an update that lists these. */
function suppliedTo(lost: string, listed: string[], reminder = 'All pools are open again.'): (string | null)[] {
  const text = [
    'Update no 830 27th February 2026',
    'Newsletters',
    'Our plan can be found here',
    'Updates',
    'Swimming in winter',
    'On 19 February the Leap Trust published Swimming in winter',
    'Headlines',
    'Half of all children can swim a length.',
    'Reminders From Previous Weeks',
    'Pools at Easter',
    reminder,
    'Details',
    'Pools are warm.',
    'Details',
    lost,
    'More is said below.',
    'Tools & Templates',
    ...listed,
    'Contact Details',
    'Programme Office: Nell Abara (Horsham)',
    'nell.abara@example.org',
  ]
  const { update } = parseUpdate(text.join('\n\n'), '830.txt')
  const items = update?.sections.flatMap(section => ('items' in section ? section.items : [])) ?? []
  return items.flatMap(({ title, titleSource }) => (titleSource === 'printed' ? [] : [title]))
}

const panel = 'On 18 February the Coastal Lifeguard Practice Review Panel published Learning from the tide'
const swimming = 'On 19 February the Leap Trust published Swimming in winter'

it.each([
  ['its initials', 'This report from the CLPRP looks at twelve cases.'],
  ['its name', 'This review by the Coastal Lifeguard Practice Review Panel looks at twelve cases.'],
])('is supplied by the one publication left of a publisher that is named by %s', (_, lost) => {
  expect(suppliedTo(lost, [panel, swimming])).toEqual(['Learning from the tide'])
})

it('is supplied for initials that the list prints behind the name, or where the list has the initials', () => {
  const bracket = 'On 18 February the Harbour Office (HRO) published Learning from the tide'
  expect(suppliedTo('The HRO report looks at twelve cases.', [bracket, swimming])).toEqual(['Learning from the tide'])
  const short = 'On 18 February DfR published Learning from the tide'
  expect(suppliedTo('This guidance of the Department for Rivers is new.', [short, swimming])).toEqual([
    'Learning from the tide',
  ])
})

it('is not supplied where two are left, where another story has it, or where nothing was published', () => {
  const second = 'On 17 February the Coastal Lifeguard Practice Review Panel published Flags and whistles'
  expect(suppliedTo('This report from the CLPRP looks at twelve cases.', [panel, second])).toEqual([null])
  expect(suppliedTo('This report from the CLPRP looks at it.', [panel], 'Learning from the tide is out.')).toEqual([
    null,
  ])
  expect(suppliedTo('The CLPRP met in Hove.', [panel, swimming])).toEqual([null])
  // If the other is named elsewhere, one is left.
  expect(suppliedTo('This report from the CLPRP is new.', [panel, second], 'Flags and whistles is out.')).toEqual([
    'Learning from the tide',
  ])
})

it('is supplied by the only publication of the day that no story has', () => {
  const lost = 'It came out on 18 February and looks at twelve cases.'
  expect(suppliedTo(lost, [panel, swimming])).toEqual(['Learning from the tide'])
  const other = 'On 18 February Kinship published Aunts and uncles'
  expect(suppliedTo(lost, [panel, other])).toEqual([null])
  expect(suppliedTo(lost, [panel, other], 'Aunts and uncles is out.')).toEqual(['Learning from the tide'])
  expect(suppliedTo('It came out on 12 February and looks at twelve cases.', [panel, other])).toEqual([null])
})

it('in a text whose stories begin with "Programme:", a further statement below a label begins no story', () => {
  const text = [
    'UPDATE NO 593 26 January 2024',
    ...['Programme:', 'Fostering in Kent', 'Update:', 'On 20 January DfE published Fostering in Kent, a guide'],
    ...['Action Required:', 'None', 'On 22 January Ofsted published Homes for all', 'Please read it.'],
    ...['Contact Details', 'Lead: Robin Sample (Kent)'],
  ].join('\n\n')
  const { update } = parseUpdate(text, '593.txt')
  const titles = update?.sections.flatMap(section =>
    'items' in section ? section.items.map(({ title }) => title) : [],
  )
  expect(titles).toEqual(['Fostering in Kent'])
})
