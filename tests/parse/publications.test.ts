import { describe, expect, it } from 'vitest'
import { parseUpdate } from '../../src/parse/parse-update.ts'

/** The entries of an update of 13 February 2026 that lists these lines, a blank line between each. */
function entriesOf(...lines: string[]) {
  const text = [
    'Update no 822 13th February 2026',
    'Updates',
    'Swimming',
    'All can swim.',
    'Tools & Templates',
    ...lines,
  ]
  const { update, diagnostics } = parseUpdate(text.join('\n\n'), '822.txt')
  const entries = update?.sections.flatMap(section => (section.kind === 'publications' ? section.entries : [])) ?? []
  return { entries, codes: diagnostics.map(({ code }) => code) }
}
const factsOf = (...lines: string[]) =>
  entriesOf(...lines).entries.map(({ date, publishers, title }) => [date, publishers.join(' + ') || null, title])

describe('an entry of the list', () => {
  it.each([
    ['Leap Trust published Shoes that fit on 5 February 2026', '2026-02-05', 'Leap Trust', 'Shoes that fit'],
    [
      'The Lamp Foundation has published Evenings at home (5 February 2026)',
      '2026-02-05',
      'Lamp Foundation',
      'Evenings at home',
    ],
    ['NFER released Reading for pleasure in February 2026', '2026-02', 'NFER', 'Reading for pleasure'],
    [
      'DHSC updated Healthy child programme: schedule of visits, 2 February 2026',
      '2026-02-02',
      'DHSC',
      'Healthy child programme: schedule of visits',
    ],
    ['Published on 6 February by the LGA: Playgrounds and budgets', '2026-02-06', 'LGA', 'Playgrounds and budgets'],
    [
      'Published by Barnardo’s on 6 February 2026 – Young carers at school',
      '2026-02-06',
      'Barnardo’s',
      'Young carers at school',
    ],
    ['Published 6 February 2026: Young carers at school', '2026-02-06', null, 'Young carers at school'],
    [
      '4 February – Youth Futures Foundation – First jobs after care',
      '2026-02-04',
      'Youth Futures Foundation',
      'First jobs after care',
    ],
    [
      '4 February 2026 - Ofsted - Boarding schools: what pupils say',
      '2026-02-04',
      'Ofsted',
      'Boarding schools: what pupils say',
    ],
    ['4 February: Become published Leaving care at Christmas', '2026-02-04', 'Become', 'Leaving care at Christmas'],
    ['4 February 2026 Become published Leaving care at Christmas', '2026-02-04', 'Become', 'Leaving care at Christmas'],
    ['4th February 2026, Cafcass: Letters to the judge', '2026-02-04', 'Cafcass', 'Letters to the judge'],
    [
      'Youth Futures Foundation – First jobs after care – 4 February 2026',
      '2026-02-04',
      'Youth Futures Foundation',
      'First jobs after care',
    ],
    [
      'First jobs after care – Youth Futures Foundation – 4 February 2026',
      '2026-02-04',
      'Youth Futures Foundation',
      'First jobs after care',
    ],
    [
      'First jobs after care, Youth Futures Foundation, 4 February 2026',
      '2026-02-04',
      'Youth Futures Foundation',
      'First jobs after care',
    ],
    [
      'First jobs after care (Youth Futures Foundation, 4 February 2026)',
      '2026-02-04',
      'Youth Futures Foundation',
      'First jobs after care',
    ],
    [
      'First jobs after care was published by Youth Futures Foundation on 4 February',
      '2026-02-04',
      'Youth Futures Foundation',
      'First jobs after care',
    ],
    [
      'On 4 February First jobs after care was published by Youth Futures Foundation',
      '2026-02-04',
      'Youth Futures Foundation',
      'First jobs after care',
    ],
    ['On 4 February Young Lives published First jobs after care', '2026-02-04', 'Young Lives', 'First jobs after care'],
    ['Released on 3 February 2026 by Nesta: Early talk', '2026-02-03', 'Nesta', 'Early talk'],
    ['3rd February 2026 | Nesta | Early talk', '2026-02-03', 'Nesta', 'Early talk'],
    ['Early talk by Nesta (3 February 2026)', '2026-02-03', 'Nesta', 'Early talk'],
    ['Early talk, Nesta (3 February 2026)', '2026-02-03', 'Nesta', 'Early talk'],
    ['Staying Safe, Moving On (3 February 2026)', '2026-02-03', null, 'Staying Safe, Moving On'],
    ['Nesta have just published Early talk (3 February)', '2026-02-03', 'Nesta', 'Early talk'],
    ['On 3 February Nesta/Coram published Early talk', '2026-02-03', 'Nesta + Coram', 'Early talk'],
    [
      'On 4 February Ann Vale, Senior Coroner for Otterdale and Reed, published Lessons from the weir',
      '2026-02-04',
      'Senior Coroner for Otterdale and Reed',
      'Lessons from the weir',
    ],
    ['Safe sleep: a guide for parents', null, null, 'Safe sleep: a guide for parents'],
    ['Coram published A home near by', null, 'Coram', 'A home near by'],
  ])('in any order: %s', (line, date, publisher, title) => {
    expect(factsOf(line)).toEqual([[date, publisher, title]])
  })

  it.each([
    [
      'On 4 February DfE advertised for a Regional Attendance Adviser (secondment)',
      'Regional Attendance Adviser (secondment)',
    ],
    ['On 4 February DfE advertised for two inspectors of nurseries', 'DfE advertised for two inspectors of nurseries'],
    [
      'On 4 February Ofsted responded to the review of complaints handling',
      'Ofsted responded to the review of complaints handling',
    ],
    [
      'On 4 February the LGA wrote to all council leaders about school buses',
      'The LGA wrote to all council leaders about school buses',
    ],
    [
      'On 4 February Skills for Care invited bids for its workforce fund',
      'Skills for Care invited bids for its workforce fund',
    ],
    ['On 4 February MoJ consulted on Witness care: a new code', 'Witness care: a new code'],
    [
      'On 4 February Coram held a webinar on contact after adoption; the slides are here',
      'Coram held a webinar on contact after adoption',
    ],
    ['On 4 February Coram hosted a webinar: Letters home. The recording is here', 'Letters home'],
    [
      'On 4 February Ofsted asked parents for their views on holiday clubs',
      'Ofsted asked parents for their views on holiday clubs',
    ],
    ['On 4 February the Minister called for calm', 'The Minister called for calm'],
    ['On 4 February MPs debated “Kinship and the law”, which has its second reading soon', 'Kinship and the law'],
    ['On 4 February Kinship premiered a A short film about grandparents', 'A short film about grandparents'],
    ['On 4 February Parliament passed the School Buses Act', 'School Buses Act'],
    ['On 4 February NCB relaunched Who hears us? – voices from the coast', 'Who hears us? – voices from the coast'],
    ['On 4 February Ofsted visited Hart County Council', 'Ofsted visited Hart County Council'],
    [
      'On 4 February Coram responded to the Independent Review of School Buses',
      'Coram responded to the Independent Review of School Buses',
    ],
    ['On 4 February ONS released the The people of England in 2025', 'The people of England in 2025'],
    ['On 4 February Nesta published on guide for early years settings', 'guide for early years settings'],
    ['On 4 February DfE published for consultation Draft standards for nurseries', 'Draft standards for nurseries'],
    ['On 4 February DfE published a new guide called Breakfast for all', 'Breakfast for all'],
    ['On 4 February LGA shared a film, Walking to school (YouTube 4 minutes 10 seconds)', 'Walking to school'],
    [
      'On 4 February EPI published Rooms to grow: spending since 2010 (pdf, 36 pages, Lark, Jo and Wren, Al (2026))',
      'Rooms to grow: spending since 2010',
    ],
    [
      'On 4 February DfE added the latest versions of key documents, including the:',
      'DfE added the latest versions of key documents',
    ],
    ['On 4 February TASO published Where next for care leavers and the', 'Where next for care leavers'],
    ['On 4 February NCB published The country we live in', 'The country we live in'],
  ])('has no title without its head or its end: %s', (line, title) => {
    expect(factsOf(line).map(([, , read]) => read)).toEqual([title])
  })

  it.each([
    ['On 4 February Leap Trust and The Lamp Foundation published Warm rooms', 'Leap Trust + Lamp Foundation'],
    ['On 4 February Leap Trust and the Lamp Foundation published Warm rooms', 'Leap Trust + Lamp Foundation'],
    ['On 4 February Leap Trust and Lamp Foundation jointly published Warm rooms', 'Leap Trust + Lamp Foundation'],
    [
      'On 4 February Leap Trust and Lamp Foundation published a joint report: Warm rooms',
      'Leap Trust + Lamp Foundation',
    ],
    [
      'On 4 February Leap Trust, in partnership with Lamp Foundation, published Warm rooms',
      'Leap Trust + Lamp Foundation',
    ],
    ['On 4 February Ofsted & CQC published Warm rooms', 'Ofsted + CQC'],
    ['On 4 February Hope and Home published Warm rooms', 'Hope and Home'],
    ['4 February 2026 – Leap Trust and the LGA – Warm rooms', 'Leap Trust + LGA'],
  ])('may have two publishers: %s', (line, publishers) => {
    expect(factsOf(line)).toEqual([['2026-02-04', publishers, 'Warm rooms']])
  })

  it.each([
    [
      'On 4 February DfE published Counting the cost\nWhat councils spend on school buses',
      'Counting the cost: What councils spend on school buses',
    ],
    [
      'On 4 February DfE published Who pays?\nWhat councils spend on school buses',
      'Who pays? What councils spend on school buses',
    ],
    ['On 4 February DfE published Growing up beside\nthe sea', 'Growing up beside the sea'],
    ['On 4 February DfE published The cost of\nGrowing Up in the South', 'The cost of Growing Up in the South'],
    ['On 4 February the Centre for Rural\nChildhoods published Buses', 'Buses'],
  ])('over two lines: %s', (line, title) => {
    expect(factsOf(line).map(([, , read]) => read)).toEqual([title])
  })

  it.each([
    ['for a Regional Attendance Adviser', 'headless-title'],
    ['responded to the review of complaints', 'headless-title'],
    ['invited schools to a seminar', 'headless-title'],
    ['School buses: a handbook', 'bare-entry'],
  ])('that lacks its head, or both day and publisher, gets a message: %s', (line, code) => {
    expect(entriesOf(line).codes).toContain(code)
  })

  it.each([
    'On 4 February DfE published updated guidance on school buses',
    'On 4 February DfE published for consultation Draft standards for nurseries',
    'On 4 February Ofsted responded to the review of complaints',
    'School buses: a handbook published by the LGA',
    'School buses: a handbook (4 February 2026)',
    'On 31 February DfE published School buses',
  ])('that has what it needs is not: %s', line => {
    const { codes } = entriesOf(line)
    expect(codes).not.toContain('headless-title')
    expect(codes).not.toContain('bare-entry')
  })

  it('is read apart from a second statement on its line', () => {
    expect(
      factsOf('On 4 February LGA published Must know: play; and on 5 February NCB published its Annual Review'),
    ).toEqual([
      ['2026-02-04', 'LGA', 'Must know: play'],
      ['2026-02-05', 'NCB', 'Annual Review'],
    ])
    expect(factsOf('On 4 February Nesta published Early talk, and Coram published Late talk')).toEqual([
      ['2026-02-04', 'Nesta', 'Early talk'],
      ['2026-02-04', 'Coram', 'Late talk'],
    ])
    expect(factsOf('On 4 February Nesta published Early talk; Coram published Late talk on 2 February')).toEqual([
      ['2026-02-04', 'Nesta', 'Early talk'],
      ['2026-02-02', 'Coram', 'Late talk'],
    ])
    expect(factsOf('On 4 February Ofsted published Fostering and adoption: what inspectors look for')).toHaveLength(1)
  })
})
