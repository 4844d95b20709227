/** Updates of any shape, for property tests: what the types and their comments allow, and nothing more likely. */
import fc from 'fast-check'
import { literal } from '../../src/update/markdown.ts'
import type {
  ContactEntry,
  Item,
  Meeting,
  Notices,
  PublicationEntry,
  Section,
  Update,
} from '../../src/update/update.ts'

const TRICKY = [
  '---',
  '## Updates',
  '#',
  '- x',
  '[untitled]',
  '[updates]',
  '1. a',
  '"q": {y}',
  "it's",
  '• b',
  'a\\',
  '# é',
  'null',
  '&nbsp;',
  '{{ x }}',
  'https://example.org/a_[b]_',
  'a: b #c',
  '\u0085x\uFEFFy\u2028z',
  'AD Education',
]
export const words = fc
  .oneof(
    fc.constantFrom(...TRICKY),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.lorem({ maxCount: 6 }),
  )
  .map(text => text.replace(/[\r\n\0]/gu, '').trim())
  .filter(text => text !== '' && text !== 'null' && text !== '~')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 4 })

const paragraph = fc.array(words, { minLength: 1, maxLength: 3 }).map(lines => lines.map(literal).join('\\\n'))
const bullets = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map(lines => lines.map(line => `- ${literal(line)}`).join('\n'))
const nested = bullets.map(list => list.replace(/\n- /u, '\n  + '))
const table = fc
  .array(fc.tuple(words, words), { minLength: 2, maxLength: 3 })
  .map(rows =>
    [...rows.slice(0, 1), ['---', '---'], ...rows.slice(1)]
      .map(row => `| ${row.map(cell => (cell === '---' ? cell : literal(cell).replaceAll('|', '\\|'))).join(' | ')} |`)
      .join('\n'),
  )
const filled = fc
  .array(fc.oneof(paragraph, bullets, nested, table), { minLength: 1, maxLength: 3 })
  .map(blocks => blocks.join('\n\n'))
const markdown = fc.oneof(fc.constant(''), filled)

const pad = (value: number) => String(value).padStart(2, '0')
const month = fc
  .tuple(fc.integer({ min: 2018, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${pad(m)}`)
const date = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([m, d]) => `${m}-${pad(d)}`)
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${pad(h)}:${pad(m)}`)
const yearFrom = fc.constantFrom('printed', 'weekday', 'update date')
const dated = <D>(value: fc.Arbitrary<D>) =>
  fc.oneof(fc.record({ date: value, yearFrom }), fc.constant({ date: null, yearFrom: null } as const))

const meeting = fc
  .record({
    label: words,
    subject: maybe(words),
    start: maybe(time),
    end: maybe(time),
    mode: maybe(fc.constantFrom('in-person', 'online', 'hybrid')),
    lastDate: maybe(date),
    formerDate: maybe(date),
    place: maybe(words),
    contacts: few(words),
    status: fc.constantFrom('planned', 'cancelled', 'postponed'),
    text: words,
    when: dated(date),
  })
  .map(({ when, ...meeting }): Meeting => ({ ...meeting, ...when }))

const deadline = fc.record({ label: words, date, yearFrom, time: maybe(time), text: words })

const title = fc.oneof(
  words.map(title => ({ title, titleSource: 'printed' as const })),
  words.filter(title => title !== 'untitled').map(title => ({ title, titleSource: 'supplied' as const })),
  fc.constant({ title: null, titleSource: 'none' as const }),
)
const contact = fc
  .record({ role: words, name: words, organisation: maybe(words), emails: few(words), phones: few(words) })
  .map(
    ({ role, name, ...rest }): ContactEntry => ({ role, name, ...rest, lines: [`${role}: ${name}`, ...rest.emails] }),
  )
/** One entry for one person, or for two who share it. */
const contacts = fc.array(fc.tuple(contact, fc.option(contact)), { maxLength: 4 }).map(entries =>
  entries.flatMap(([first, second]) =>
    second === null
      ? [first]
      : [
          { ...first, lines: [`${first.role}: ${first.name} and ${second.name}`] },
          { ...second, lines: [] },
        ],
  ),
)
/** Printed inside a story. */
const storyContact = contact.map((entry): ContactEntry => ({ ...entry, lines: [] }))

/** What a story says was published. */
const toldPublication = fc
  .record({ publishers: few(words), title: words, text: words, when: dated(fc.oneof(date, month)) })
  .map(({ when, ...told }) => ({ ...told, ...when }))

const article = fc.record({
  kicker: maybe(words),
  title,
  lead: markdown,
  parts: few(fc.record({ heading: words, text: markdown })),
  meetings: few(meeting),
  deadlines: few(deadline),
  contacts: few(storyContact),
  publications: few(toldPublication),
  kind: fc.constantFrom('article', 'network-dates'),
})
/** A story of network dates as the parser makes it: each line of its list is a meeting. */
const networkDates = fc
  .record({
    kicker: maybe(words),
    title,
    lead: markdown,
    parts: fc.constant([]),
    deadlines: fc.constant<Item['deadlines']>([]),
    contacts: fc.constant<ContactEntry[]>([]),
    publications: fc.constant<Item['publications']>([]),
    meetings: fc.array(meeting, { minLength: 1, maxLength: 5 }),
  })
  .map(({ lead, meetings, ...item }) => {
    const lines = meetings.map(({ label, text }) => `${label}: ${text}`)
    const list = lines.map(line => `- ${literal(line)}`).join('\n')
    return {
      ...item,
      kind: 'network-dates' as const,
      lead: lead === '' ? list : `${literal('Network dates:')}\n\n${list}`,
      // A line of several days has several meetings.
      meetings: meetings.flatMap((meeting, index) => {
        const first = { ...meeting, text: lines[index] ?? '' }
        return meeting.lastDate === null ? [first] : [first, { ...first, start: null }]
      }),
    }
  })
const story = fc.oneof(article, networkDates).map(
  ({ title, lead, parts, ...item }): Omit<Item, 'id'> => ({
    ...item,
    ...title,
    parts: [...(lead === '' ? [] : [{ heading: null, text: lead }]), ...parts],
  }),
)

const publication = fc
  .record({
    when: dated(fc.oneof(date, month)),
    publishers: few(words),
    title: words,
    before: maybe(words),
    after: maybe(markdown),
  })
  .map(({ when, publishers, title, before, after }): PublicationEntry => {
    const text = [...(before === null ? [] : [literal(before)]), literal(title), ...(after ? ['', after] : [])].join(
      '\n',
    )
    return { ...when, publishers, title, text }
  })
const notices = fc
  .oneof(
    fc.record({ heading: words, lead: markdown, text: markdown }),
    fc.record({ heading: fc.constant(null), lead: markdown, text: fc.constant('') }),
  )
  .map((section): Notices => ({ kind: 'notices', ...section }))
const section = fc.oneof(
  notices,
  fc.record({ kind: fc.constantFrom('updates', 'reminders'), heading: maybe(words), items: few(story) }),
  fc.record({ kind: fc.constant('publications' as const), heading: maybe(words), entries: few(publication) }),
  fc.record({ kind: fc.constant('contacts' as const), heading: maybe(words), entries: contacts }),
)

export const anyUpdate = fc
  .record({
    number: fc.integer({ min: 1, max: 9999 }),
    date,
    heading: words,
    sections: fc.array(section, { maxLength: 6 }),
    foot: markdown,
  })
  .map((update): Update => {
    let stories = 0
    const sections = update.sections.map(section =>
      'items' in section
        ? { ...section, items: section.items.map(item => ({ id: `story-${++stories}`, ...item })) }
        : section,
    )
    return { ...update, sections: sections as Section[] }
  })
