/** Every message that parsing can make: what of the text brings it about, and where it points. And what brings about none. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { Code, Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'

const masthead = 'Update no 656 4th April 2025'
const contacts = 'Contact Details\n\nData Lead: Ann Example (Kent)\n\nann@example.org\n\n07700 900101'

/** An update with the given stories, publications and contacts. */
const update = (parts: { stories?: string; publications?: string; contacts?: string }) =>
  [
    masthead,
    'Updates',
    parts.stories ?? 'A story\n\nOn 3 April DfE published a report.',
    ...(parts.publications === undefined ? [] : ['Tools & Templates', parts.publications]),
    parts.contacts ?? contacts,
  ].join('\n\n')

const diagnostics = (text: string): Diagnostic[] => parseUpdate(text, 'content/raw/656.txt').diagnostics
/** The text above a message's carets. */
const marked = ({ at }: Diagnostic): string | undefined => at.source?.slice(at.column - 1, at.column - 1 + at.length)

function expectOne(text: string, code: Code, place: { line: number; marked: string }): Diagnostic {
  const found = diagnostics(text)
  expect(found.map(diagnostic => diagnostic.code)).toEqual([code])
  const [only] = found
  if (only === undefined) throw new Error('there is one')
  expect({ line: only.at.line, marked: marked(only) }).toEqual(place)
  return only
}

describe('a text that cannot be used', () => {
  const rest = '\n\nUpdates\n\nA story\n\nSome text.'
  test.each<[string, string, Code, string]>([
    ['no number', `Newsletter of April${rest}`, 'no-masthead', 'Newsletter of April'],
    ['no date', `Update no 656${rest}`, 'no-date', 'Update no 656'],
    ['no year', `Update no 656 4th April${rest}`, 'no-year', '4th April'],
    ['a day that no calendar has', `Update no 656 31st April 2025${rest}`, 'impossible-date', '31st April 2025'],
    ['number 0', `Update no 0 4th April 2025${rest}`, 'impossible-number', 'Update no 0 4th April 2025'],
    ['a far-off year', `Update no 656 4th April 1925${rest}`, 'far-off-year', '4th April 1925'],
  ])('%s', (_name, text, code, words) => {
    const only = expectOne(text, code, { line: 1, marked: words })
    expect(only.severity).toBe('error')
    expect(parseUpdate(text, 'x').update).toBeNull()
  })

  it('two updates in one file', () => {
    const text = `${masthead}\n\nUpdates\n\nA story\n\nSome text.\n\nUpdate no 657 11th April 2025\n\nMore text.`
    const only = expectOne(text, 'two-mastheads', { line: 9, marked: 'Update no 657 11th April 2025' })
    expect(only.message).toContain('on line 1')
    expect(parseUpdate(text, 'x').update).toBeNull()
  })

  it('but a story that mentions another update is fine', () => {
    expect(
      diagnostics(update({ stories: 'A story\n\nAs said in Update no 655 28th March 2025, it is open.' })),
    ).toEqual([])
  })
})

describe('a story', () => {
  it('whose title was lost, and another line supplies it', () => {
    const text = update({
      stories:
        'First story\n\nOn 3 April DfE published First story.\n\nDetails\n\nIt is short.\n\nDetails\n\nHomeless young people in seaside towns often have no advocate.',
      publications: 'On 1 April Shelter published Homeless young people in seaside towns',
    })
    const { message, hint } = expectOne(text, 'lost-title', { line: 13, marked: 'Details' })
    expect(message).toContain('title is missing')
    expect(hint).toContain('"Homeless young people in seaside towns"')
  })

  it('whose title was lost, and nothing supplies it', () => {
    const text = update({ stories: 'Details\n\nThere is text, and no title.' })
    expect(expectOne(text, 'lost-title', { line: 5, marked: 'Details' }).hint).toContain('write the title after ###')
  })

  it('that promises a list which is not there', () => {
    const text = update({ stories: 'A story\n\nONS has published these:\n\nDetails\n\nIt is short.' })
    expectOne(text, 'list-missing', { line: 7, marked: 'ONS has published these:' })
  })

  it('that promises more than it has', () => {
    const text = update({ stories: '4 recent DfE publications\n\n1. Guide to forms\n\n2. Guide to funding' })
    const { message } = expectOne(text, 'list-short', { line: 5, marked: '4' })
    expect(message).toBe('this line promises 4, but the list below has 2')
  })

  it('with a label that is nearly a known one', () => {
    const text = update({ stories: 'A story\n\nOn 3 April DfE published a report.\n\nHeadlnes\n\nIt is short.' })
    expect(expectOne(text, 'unknown-label', { line: 9, marked: 'Headlnes' }).hint).toBe('did you mean "Headlines"?')
  })
})

describe('sections', () => {
  it('with a heading that is nearly a known one are read as that', () => {
    const text = update({}).replace(
      '\n\nContact Details',
      '\n\nTools & Templats\n\nOn 1 April DfE published X\n\nContact Details',
    )
    expect(expectOne(text, 'unknown-section', { line: 9, marked: 'Tools & Templats' }).message).toContain(
      '"Tools & Templates"',
    )
    expect(parseUpdate(text, 'x').update?.sections.map(({ kind }) => kind)).toEqual([
      'updates',
      'publications',
      'contacts',
    ])
  })

  it('that begin twice', () => {
    const text = update({ stories: 'A story\n\nSome text.\n\nUpdates\n\nAnother story\n\nMore text.' })
    expect(expectOne(text, 'section-twice', { line: 9, marked: 'Updates' }).message).toContain('line 3')
  })
})

describe('dates', () => {
  const dates = (lines: string) =>
    update({ stories: `Future dates for network meetings\n\nNetwork dates:\n\n${lines}` })
  const asks = 'More from Ann Example (contact details below)'

  it('that contradict their weekday', () => {
    const text = dates(`AD Education: Monday 9 May 2025. ${asks}`)
    expect(expectOne(text, 'weekday-contradicts', { line: 9, marked: 'Monday 9 May 2025' }).message).toContain(
      'is a Friday',
    )
  })
  it('that no calendar has', () => {
    expectOne(dates(`AD Education: 31 June 2025. ${asks}`), 'impossible-day', { line: 9, marked: '31 June 2025' })
    const text = update({ publications: 'On 31 February DfE published X' })
    expectOne(text, 'impossible-day', { line: 11, marked: '31 February' })
  })
  it('of which a second is on the line, and not joined to the first', () => {
    const text = dates(`AD Education: 9 May 2pm in London. Also note 13 June. ${asks}`)
    expectOne(text, 'second-day', { line: 9, marked: '13 June' })
    expect(diagnostics(dates(`AD Education: 9 May 2pm and 13 June 2pm. ${asks}`))).toEqual([])
  })
  it('whose month is misspelt, wherever a date is expected', () => {
    const ofMeeting = dates(`AD Education: 9 Juen 2025, 2pm. ${asks}`)
    expect(expectOne(ofMeeting, 'misspelt-month', { line: 9, marked: 'Juen' }).message).toContain('June')
    const ofPublication = update({ publications: 'On 3 Apirl DfE published X' })
    expect(expectOne(ofPublication, 'misspelt-month', { line: 11, marked: 'Apirl' }).message).toContain('April')
    const ofDeadline = update({ stories: 'A survey\n\nReturns are welcome. Survey deadline: 9 Setpember 2025' })
    expect(expectOne(ofDeadline, 'misspelt-month', { line: 7, marked: 'Setpember' }).message).toContain('September')
    const [first = '', ...rest] = update({}).split('\n')
    const ofMasthead = [first.replace('April', 'Aprill'), ...rest].join('\n')
    expect(diagnostics(ofMasthead)).toMatchObject([{ code: 'misspelt-month', at: { line: 1 } }])
  })
  it('more than eighteen months ahead', () => {
    expectOne(dates(`AD Education: 9 May 2028, 2pm. ${asks}`), 'far-ahead', { line: 9, marked: '9 May 2028' })
    expect(diagnostics(dates(`AD Education: 9 May 2026, 2pm. ${asks}`))).toEqual([])
  })
  it('at a time that the clock skips', () => {
    expectOne(dates(`AD Education: 29 March 2026, 01:30. ${asks}`), 'skipped-time', {
      line: 9,
      marked: `AD Education: 29 March 2026, 01:30. ${asks}`,
    })
  })
  it('in a table that seems to be of meetings, and gives none', () => {
    const rows = 'Date\tTime\n9 May 2025\t2pm\n13 June 2025\t2pm'
    expectOne(update({ stories: `Meetings to come\n\n${rows}` }), 'table-without-meetings', {
      line: 8,
      marked: '9 May 2025\t2pm',
    })
    expect(diagnostics(update({ stories: `Courses to come\n\n${rows}` }))).toEqual([])
  })
  it('with a time that cannot be read', () => {
    expectOne(dates(`AD Education: 9 May 20-1. ${asks}`), 'unreadable-time', { line: 9, marked: '20-1' })
  })
})

describe('publications', () => {
  it('that were fused', () => {
    const text = update({ publications: 'On 3 April DfE published X.  On 2 April Ofsted published Y' })
    expectOne(text, 'fused-line', { line: 11, marked: 'On 2 April Ofsted publis' })
  })
})

describe('contacts', () => {
  it('that are said to be below, and are not', () => {
    const text = update({
      stories: 'A story\n\nPlease contact Bob Missing (details below) or Ann Example (details below).',
    })
    expectOne(text, 'details-missing', { line: 7, marked: 'Bob Missing' })
  })
  it('in which no name can be found', () => {
    const text = update({ contacts: 'Contact Details\n\nsomebody in the office\n\noffice@example.org' })
    expectOne(text, 'unreadable-contact', { line: 11, marked: 'somebody in the office' })
  })
  it('whose number lost a digit', () => {
    expectOne(update({ contacts: contacts.replace('900101', '9001') }), 'odd-phone', { line: 15, marked: '07700 9001' })
  })
})

describe('the real updates', () => {
  const folder = join(import.meta.dirname, '../../content/raw')
  test.each(readdirSync(folder))('%s has few messages, and no error', name => {
    const found = diagnostics(readFileSync(join(folder, name), 'utf8'))
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(found.length).toBeLessThanOrEqual(8)
  })
})
