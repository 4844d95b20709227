/** No field of an update is passed by: each holds a secret here, and none comes through. */
import { describe, expect, test } from 'vitest'
import { gate } from '../../../src/archive/gate/gate.ts'
import type { ContactEntry, Item, PublicationEntry, Update } from '../../../src/update/update.ts'
import { aSite, authorities } from '../../support/sample-updates.ts'

const secret = 'Otto Vane, otto.vane@example.org, 01632 960777'

const entry: PublicationEntry = {
  date: '2026-01-05',
  yearFrom: 'printed',
  publishers: [secret],
  title: secret,
  text: secret,
}
const adviser: ContactEntry = {
  role: `Adviser ${secret}`,
  name: 'Ada Brook',
  organisation: secret,
  emails: [],
  phones: [],
  lines: [`Adviser ${secret}: Ada Brook`, secret],
  links: [{ words: secret, address: 'https://example.org/otto.vane@example.org', line: 1 }],
}
const story: Item = {
  id: 'write-to-otto-vane',
  kicker: secret,
  title: `Write to ${secret}`,
  links: [{ words: secret, address: 'mailto:otto.vane@example.org' }],
  titleSource: 'printed',
  kind: 'article',
  parts: [{ heading: secret, text: secret }],
  meetings: [
    {
      label: secret,
      subject: secret,
      date: '2026-02-05',
      lastDate: null,
      formerDate: null,
      yearFrom: 'printed',
      start: null,
      end: null,
      mode: null,
      place: secret,
      contacts: [secret],
      status: 'planned',
      text: secret,
    },
  ],
  deadlines: [{ label: secret, date: '2026-02-05', yearFrom: 'printed', time: null, text: secret }],
  contacts: [{ ...adviser, lines: [] }],
  publications: [entry],
}
const update: Update = {
  number: 700,
  date: '2026-01-02',
  heading: `Update no 700 ${secret}`,
  sections: [
    { kind: 'notices', heading: secret, lead: secret, text: secret },
    { kind: 'updates', heading: secret, items: [story] },
    { kind: 'reminders', heading: secret, items: [{ ...story, id: 'reminder-of-otto-vane' }] },
    { kind: 'publications', heading: secret, entries: [entry] },
    { kind: 'contacts', heading: secret, entries: [adviser] },
  ],
  foot: secret,
}

/** The path of each string that says any of the words: "sections/1/items/0/kicker". */
function pathsSaying(words: RegExp, value: unknown, path = ''): string[] {
  if (typeof value === 'string') return words.test(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => pathsSaying(words, inner, `${path}/${key}`))
}

const details = /otto\.vane|960777/u
const people = (withhold: string) =>
  authorities({ people: `- { id: otto-vane, name: Otto Vane, withhold: ${withhold} }\n` })
const gatedBy = (contactDetails: 'printed' | 'latest' | 'none', who = authorities({})) =>
  gate([update, { ...update, number: 701, date: '2026-01-09', sections: [] }], who, aSite({ contactDetails }))
    .updates[0]

test('the fields are all there before', () => {
  expect(pathsSaying(details, update).length).toBeGreaterThan(40)
})

describe('no field shows', () => {
  test.each(['none', 'latest'] as const)('a detail under the policy %s, of an older update', policy => {
    expect(pathsSaying(details, gatedBy(policy))).toEqual([])
  })

  test('a detail of a person whose details are withheld', () => {
    const blocks: Update['sections'] = [
      {
        kind: 'contacts',
        heading: null,
        entries: [
          {
            ...adviser,
            role: '',
            name: 'Otto Vane',
            emails: ['otto.vane@example.org'],
            phones: ['01632 960777'],
            lines: [secret],
          },
        ],
      },
    ]
    const withBlock = { ...update, sections: [...update.sections, ...blocks] }
    const [shown] = gate([withBlock], people('details'), aSite()).updates
    expect(pathsSaying(details, shown)).toEqual([])
  })

  test('the name of a person who is withheld', () => {
    expect(pathsSaying(/otto|vane/iu, gatedBy('none', people('person')))).toEqual([])
  })
})
