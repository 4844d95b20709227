/** What an editor does to a Markdown file, and what the program makes of it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readUpdateFile, writeUpdateFile } from '../../src/update/file/update-file.ts'
import type { Item, Meeting, Section, Update } from '../../src/update/update.ts'

const story = (id: string, title: string, text: string): Item => ({
  id,
  title,
  titleSource: 'printed',
  kicker: null,
  kind: 'article',
  parts: [{ heading: null, text }],
  meetings: [],
  deadlines: [],
  contacts: [],
  publications: [],
})
const meeting = (label: string, date: string | null): Meeting => ({
  label,
  subject: null,
  date,
  yearFrom: date === null ? null : 'printed',
  start: null,
  end: null,
  mode: null,
  place: null,
  contacts: [],
  status: 'planned',
  lastDate: null,
  formerDate: null,
  text: `${label}: ${date ?? 'to be told'}`,
})

const update: Update = {
  number: 700,
  date: '2026-02-06',
  heading: 'Update no 700 6th February 2026',
  foot: '',
  sections: [
    { kind: 'notices', heading: 'Newsletters', lead: 'Any news?', text: 'Our plan can be found here' },
    {
      kind: 'updates',
      heading: 'Updates',
      items: [
        story('school-attendance', 'School attendance', 'On 3 Febuary DfE published School attendance'),
        story('foster-care', 'Foster care', 'More foster carers are needed.'),
      ],
    },
    {
      kind: 'reminders',
      heading: 'Reminders',
      items: [
        {
          ...story('future-dates', 'Future dates', '- AD Education: 2026-03-06\n- Early Help: to be told'),
          kind: 'network-dates',
          meetings: [meeting('AD Education', '2026-03-06'), meeting('Early Help', null)],
        },
      ],
    },
    {
      kind: 'publications',
      heading: 'Tools & Templates',
      entries: ['School attendance', 'A guide to kinship care', 'Foster care: a review'].map((title, index) => ({
        date: `2026-02-0${3 - index}`,
        yearFrom: 'printed',
        publishers: ['DfE'],
        title,
        text: `On ${3 - index} February DfE published ${title}`,
      })),
    },
    {
      kind: 'contacts',
      heading: 'Contact Details',
      entries: ['Ann Example', 'Ben Sample'].map(name => ({
        role: 'Consultant',
        name,
        organisation: null,
        emails: ['a@example.org'],
        phones: [],
        lines: [`Consultant: ${name}`, 'a@example.org'],
      })),
    },
  ],
}
const file = writeUpdateFile(update)

/** The file with one passage edited. */
function edit(from: string | RegExp, to: string) {
  const edited = file.replace(from, to)
  expect(edited).not.toBe(file)
  return { text: edited, ...readUpdateFile(edited, 'content/updates/700.md') }
}
type SectionOf<K, S = Section> = S extends { kind: infer T } ? (K extends T ? S : never) : never
const section = <K extends Section['kind']>(read: Update | null, kind: K) =>
  read?.sections.find(section => section.kind === kind) as SectionOf<K> | undefined
const diagnosticsOf = ({ diagnostics }: { diagnostics: { code: string; at: { line: number; column: number } }[] }) =>
  diagnostics.map(({ code, at }) => `${code} ${at.line}:${at.column}`)
const lineOf = (text: string, words: string) => text.split('\n').findIndex(line => line.includes(words)) + 1

test('the file reads well', () => {
  expect(file).toMatchInlineSnapshot(`
    "---
    number: 700
    date: "2026-02-06"
    sections:
      - kind: "notices"
        heading: "Newsletters"
      - kind: "updates"
        items:
          - id: "school-attendance"
          - id: "foster-care"
      - kind: "reminders"
        items:
          - id: "future-dates"
            kind: "network-dates"
            meetings:
              - { label: "AD Education", date: "2026-03-06" }
              - { label: "Early Help" }
      - kind: "publications"
        entries:
          - { date: "2026-02-03", publishers: ["DfE"], title: "School attendance" }
          - { date: "2026-02-02", publishers: ["DfE"], title: "A guide to kinship care" }
          - { date: "2026-02-01", publishers: ["DfE"], title: "Foster care: a review" }
      - kind: "contacts"
    contacts:
      - { role: "Consultant", name: "Ann Example", emails: ["a@example.org"] }
      - { role: "Consultant", name: "Ben Sample", emails: ["a@example.org"] }
    ---

    # Update no 700 6th February 2026

    Any news?

    ## Newsletters

    Our plan can be found here

    ## Updates

    ### School attendance

    On 3 Febuary DfE published School attendance

    ### Foster care

    More foster carers are needed.

    ## Reminders

    ### Future dates

    - AD Education: 2026-03-06
    - Early Help: to be told

    ## Tools & Templates

    - On 3 February DfE published School attendance

    - On 2 February DfE published A guide to kinship care

    - On 1 February DfE published Foster care: a review

    ## Contact Details

    Consultant: Ann Example
    a@example.org

    Consultant: Ben Sample
    a@example.org
    "
  `)
})

describe('is understood without a word', () => {
  test('a corrected word', () => {
    const { update: read, diagnostics } = edit('3 Febuary', '3 February')
    expect(diagnostics).toEqual([])
    expect(section(read, 'updates')?.items[0]?.parts[0]?.text).toBe('On 3 February DfE published School attendance')
  })

  test('a corrected title: the story keeps its id', () => {
    const { update: read, diagnostics } = edit('### School attendance', '### Attendance at school')
    expect(diagnostics).toEqual([])
    expect(section(read, 'updates')?.items.map(({ id, title }) => [id, title])).toEqual([
      ['school-attendance', 'Attendance at school'],
      ['foster-care', 'Foster care'],
    ])
  })

  test('a story added with just a heading: its id is the slug of its title', () => {
    const { update: read, diagnostics } = edit('### Foster care', '### Sixteen & counting\n\nNew.\n\n### Foster care')
    expect(diagnostics).toEqual([])
    expect(section(read, 'updates')?.items.map(({ id }) => id)).toEqual([
      'school-attendance',
      'sixteen-and-counting',
      'foster-care',
    ])
  })

  test('a story added while another was retitled', () => {
    const { update: read } = edit('### School attendance', '### Brand new\n\nNew.\n\n### Our schools and attendance')
    expect(section(read, 'updates')?.items.map(({ id }) => id)).toEqual([
      'brand-new',
      'school-attendance',
      'foster-care',
    ])
  })

  test('a story added under a title that is taken gets an id of its own', () => {
    const { update: read } = edit('## Reminders', '### Foster care\n\nAgain.\n\n## Reminders')
    expect(section(read, 'updates')?.items.map(({ id }) => id)).toEqual([
      'school-attendance',
      'foster-care',
      'foster-care-2',
    ])
  })

  test('two stories swapped', () => {
    const { update: read } = edit(/(### School[^#]*)(### Foster[^#]*)/u, '$2$1')
    expect(section(read, 'updates')?.items.map(({ id }) => id)).toEqual(['foster-care', 'school-attendance'])
  })

  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['dates and numbers without quotes', (text: string) => text.replace(/"(\d{4}-\d\d-\d\d)"/gu, '$1')],
    ['facts spelt out', (text: string) => text.replace('contacts:', 'contacts: # who is who')],
    ['no last line end', (text: string) => text.trimEnd()],
  ])('%s', (_name, change) => {
    expect(readUpdateFile(change(file), '700.md')).toEqual({ update, diagnostics: [] })
  })

  test('a time without quotes is a time', () => {
    const { update: read } = edit('date: "2026-03-06"', 'date: 2026-03-06, start: 12:30, contact: 0161')
    expect(section(read, 'reminders')?.items[0]?.meetings[0]).toMatchObject({ start: '12:30', contacts: ['0161'] })
  })

  test('a meeting date changed in the front matter', () => {
    const { update: read, diagnostics } = edit('date: "2026-03-06"', 'date: "2026-03-13"')
    expect(diagnostics).toEqual([])
    expect(section(read, 'reminders')?.items[0]?.meetings[0]?.date).toBe('2026-03-13')
  })

  test('a network line reworded: the meeting says what is printed', () => {
    const { update: read, diagnostics } = edit('AD Education: 2026-03-06\n', 'AD Education: 6 March, online\n')
    expect(diagnostics).toEqual([])
    expect(section(read, 'reminders')?.items[0]?.meetings[0]?.text).toBe('AD Education: 6 March, online')
  })

  test('bullets and line breaks around contacts', () => {
    const { update: read } = edit('Consultant: Ann Example\n', '- Consultant: Ann Example\\\n')
    expect(section(read, 'contacts')?.entries[0]?.lines[0]).toBe('Consultant: Ann Example')
  })
})

describe('is shown, with the place', () => {
  test('a publication without its bullet, deleted or added', () => {
    const deleted = edit('- On 2 February DfE published A guide to kinship care\n\n', '')
    expect(diagnosticsOf(deleted)).toEqual([`facts-without-entry ${lineOf(deleted.text, 'A guide to kinship')}:59`])
    expect(section(deleted.update, 'publications')?.entries.map(({ date }) => date)).toEqual([
      '2026-02-03',
      '2026-02-01',
    ])

    const added = edit('- On 2 February', '- On 5 February Ofsted published Something else\n- On 2 February')
    expect(diagnosticsOf(added)).toEqual([`entry-without-facts ${lineOf(added.text, 'Something else')}:1`])
    expect(section(added.update, 'publications')?.entries.map(({ date }) => date)).toEqual([
      '2026-02-03',
      null,
      '2026-02-02',
      '2026-02-01',
    ])
  })

  test('a publication whose title is corrected in one place only', () => {
    const read = edit('published A guide to kinship care', 'published Guidance for carers who are kin')
    expect(diagnosticsOf(read)).toEqual([`words-changed ${lineOf(read.text, 'A guide to kinship')}:59`])
    expect(read.update).not.toBeNull()
  })

  test('a story deleted only from the text', () => {
    const read = edit(/### School[^#]*/u, '')
    expect(diagnosticsOf(read)).toEqual([`story-without-heading ${lineOf(read.text, 'id: "school')}:9`])
    expect(section(read.update, 'updates')?.items.map(({ id }) => id)).toEqual(['foster-care'])
  })

  test('a network line deleted or added', () => {
    const deleted = edit('- AD Education: 2026-03-06\n', '')
    expect(diagnosticsOf(deleted)).toEqual([`meeting-without-line ${lineOf(deleted.text, 'label: "AD Ed')}:13`])
    const added = edit('- Early Help', '- Kinship: 3 May\n- Early Help')
    expect(diagnosticsOf(added)).toEqual([`line-without-meeting ${lineOf(added.text, 'Kinship: 3 May')}:1`])
    expect(section(added.update, 'reminders')?.items[0]?.meetings.map(({ text }) => text)).toEqual([
      'AD Education: 2026-03-06',
      'Early Help: to be told',
    ])
  })

  test('a contact added without facts, or removed', () => {
    const added = edit('Consultant: Ben', 'Chair: Cy Test\n\nConsultant: Ben')
    expect(diagnosticsOf(added)).toEqual([`contact-without-facts ${lineOf(added.text, 'Cy Test')}:1`])
    expect(added.update).toBeNull()
    const removed = edit('Consultant: Ann Example\na@example.org\n\n', '')
    expect(diagnosticsOf(removed)).toEqual([`facts-without-entry ${lineOf(removed.text, 'Ann Example')}:33`])
  })

  test.each<[string, string | RegExp, string, string[]]>([
    ['no front matter', /^---[\s\S]*\n---\n/u, '', ['front-matter-missing 1:1']],
    ['front matter in JavaScript', '---\n', '---js\n', ['front-matter-syntax 1:1']],
    ['a quote left open', '"2026-02-06"', '"2026-02-06', ['front-matter-syntax']],
    ['a day that no calendar has', '"2026-02-06"', '"2026-02-30"', ['fact-value 3:7']],
    ['a misspelt fact', 'number:', 'nunber:', ['fact-value 2:1', 'unknown-fact 2:1']],
    ['a kind that is none', 'kind: "updates"', 'kind: "news"', ['fact-value 7:11']],
    ['an id given twice', 'id: "foster-care"', 'id: "school-attendance"', ['story-id-twice 10:13']],
    ['no masthead', /# Update no.*/u, '', ['masthead-missing']],
    ['a section that is not listed', '## Reminders', '## Letters\n\n## Reminders', ['unlisted-section']],
    [
      'a section that has gone',
      '## Updates\n',
      '',
      ['heading-out-of-place', 'heading-out-of-place', 'section-without-heading'],
    ],
    ['text that belongs to no story', '## Updates\n', '## Updates\n\nLost\n', ['text-outside-story']],
    ['a heading among publications', '- On 2 February', '### Oh\n\n- On 2 February', ['heading-out-of-place']],
  ])('%s', (_name, from, to, expected) => {
    const read = edit(from, to)
    expect(read.update).toBeNull()
    const found = diagnosticsOf(read)
    for (const diagnostic of expected) expect(found.some(each => each.startsWith(diagnostic))).toBe(true)
    for (const { at } of read.diagnostics) expect(at.source).toBe(read.text.split('\n')[at.line - 1])
  })
})

test('no edit crashes it, and every message points inside the file', () => {
  const lines = file.split('\n')
  const line = fc.nat(lines.length - 1)
  const change = fc.oneof(
    line.map(at => (text: string[]) => text.toSpliced(at, 1)),
    fc.tuple(line, line).map(
      ([from, to]) =>
        (text: string[]) =>
          text.toSpliced(to, 0, text[from] ?? ''),
    ),
    fc
      .tuple(
        line,
        fc.constantFrom('---', '# x', '## x', '### ', '#### x', '- ', '  - { label: "x" }', '"', '[', '\t', 'x: y'),
      )
      .map(
        ([at, inserted]) =>
          (text: string[]) =>
            text.toSpliced(at, 0, inserted),
      ),
    fc.tuple(line, fc.nat(60)).map(([at, column]) => (text: string[]) => {
      const old = text[at] ?? ''
      return text.with(Math.min(at, text.length - 1), old.slice(0, column) + old.slice(column + 1))
    }),
  )
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), changes => {
      const text = changes.reduce((edited, apply) => apply(edited), lines)
      const { update: read, diagnostics } = readUpdateFile(text.join('\n'), '700.md')
      expect(read === null).toBe(diagnostics.some(({ severity }) => severity === 'error'))
      for (const { at } of diagnostics) {
        expect(at.source).toBe(text[at.line - 1])
        expect(at.column).toBeLessThanOrEqual((at.source?.length ?? 0) + 1)
      }
    }),
    { numRuns: 800 },
  )
})

test('what was edited is stable once it is read: writing and reading it again changes nothing', () => {
  const edits: [string, string][] = [
    ['### Foster care', '### Brand *new*\n\nText\n\n### Foster care & [more](https://example.org)'],
    ['3 Febuary', '3 February'],
    ['- On 2 February', '* On 2 February'],
  ]
  const { update: read } = readUpdateFile(
    edits.reduce((text, [from, to]) => text.replace(from, to), file),
    '700.md',
  )
  expect(read).not.toBeNull()
  expect(readUpdateFile(writeUpdateFile(read as Update), '700.md').update).toEqual(read)
})
