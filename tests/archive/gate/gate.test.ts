import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { buildArchive } from '../../../src/archive/build-archive.ts'
import type { Authorities } from '../../../src/archive/content/authorities.ts'
import { readContent } from '../../../src/archive/content/read-content.ts'
import { cleanersFor } from '../../../src/archive/gate/secrets.ts'
import type { Update } from '../../../src/update/update.ts'
import { anUpdate, aSite, contact, dates, meeting, story } from '../../support/sample-updates.ts'

/** Everything that an archive says, as one text. */
const saidBy = (archive: Archive): string =>
  JSON.stringify(archive, (_, value) => (value instanceof Map ? [...value] : value))

let updates: Update[]
let small: Authorities
beforeAll(() => {
  const content = readContent('tests/small-content')
  updates = content.updates
  small = content.authorities
})
const withheld = (id: string, withhold: 'details' | 'person'): Authorities => ({
  ...small,
  people: small.people.map(person => (person.id === id ? { ...person, withhold } : person)),
})
const archiveWith = (contactDetails: 'printed' | 'latest' | 'none', who: Authorities = small) =>
  buildArchive({ updates, authorities: who, site: aSite({ contactDetails }) }).archive

const everyEmail = [
  'ada.brook@example.org',
  'otto.vane@example.org',
  'dana.reed@example.org',
  'kim.lee@kent.example.org',
]
const everyNumber = ['01632 960001', '07700 900123', '07700 900456']

describe('contactDetails: printed', () => {
  it('shows what was printed, where it was printed', () => {
    const said = saidBy(archiveWith('printed')).toLowerCase()
    for (const detail of [...everyEmail, ...everyNumber]) expect(said).toContain(detail)
  })
})

describe('contactDetails: none', () => {
  it('lets no address and no number through, and says so', () => {
    const said = saidBy(archiveWith('none'))
    expect(said).not.toContain('@')
    for (const number of everyNumber) expect(said).not.toContain(number)
    expect(said).toContain('write to [contact details withheld]'.replace(/[[\]]/gu, '\\\\$&'))
  })

  it('still knows whose an address is', () => {
    const line = dates(
      meeting('Weir Keepers', null, { contacts: ['otto.vane@example.org'], text: 'Ask otto.vane@example.org' }),
    )
    const update = anUpdate(701, {
      reminders: [line],
      contacts: [contact('Lead', 'Otto Vane', { email: 'otto.vane@example.org' })],
    })
    const { archive } = buildArchive({ updates: [update], authorities: small, site: aSite({ contactDetails: 'none' }) })
    expect(archive.meetings.get('weir-keepers-undated')).toMatchObject({
      contacts: [{ printed: '[contact details withheld]', person: 'otto-vane' }],
      text: 'Ask [contact details withheld]',
    })
  })
})

describe('an anchor', () => {
  it.each(['printed', 'latest', 'none'] as const)('holds no number, and is the same in every policy: %s', policy => {
    const items = [
      story('ring-07700-900123-now', 'Ring 07700 900123 now', 'Please do.'),
      story('save-the-date-07-02-2026-10-30', 'Save the date: 07/02/2026 10.30', 'Please do.'),
    ]
    const site = aSite({ contactDetails: policy })
    const { archive } = buildArchive({ updates: [anUpdate(701, { items })], authorities: small, site })
    expect([...archive.stories.keys()]).toEqual(['701-ring-now', '701-save-the-date-07-02-2026-10-30'])
  })
})

describe('contactDetails: latest', () => {
  it('shows each person’s latest block, only on their page and in the latest update', () => {
    const archive = archiveWith('latest')
    expect(archive.people.get('otto-vane')).toMatchObject({
      emails: [{ value: 'Otto.Vane@example.org', updates: [707] }],
      phones: [{ value: '07700 900123', updates: [707] }],
    })
    expect(archive.people.get('kim-lee-kent')?.emails).toMatchObject([
      { value: 'kim.lee@kent.example.org', updates: [701] },
    ])
    const [newest, ...older] = [...archive.updates].reverse()
    expect(JSON.stringify(newest)).toContain('Otto.Vane@example.org')
    expect(JSON.stringify(older)).not.toContain('@')
    expect(saidBy(archive)).not.toContain('07700 900456')
  })
})

describe('an address in the place of a name', () => {
  const announced = (policy: 'printed' | 'latest' | 'none') => {
    const line = meeting('QA network', '2026-03-06', {
      contacts: ['new.comer@example.org'],
      text: 'QA network: 6 March. Ask new.comer@example.org',
    })
    const newcomer = contact('Lead', 'New Comer', { email: 'new.comer@example.org' })
    return buildArchive({
      updates: [anUpdate(701, { reminders: [dates(line)], contacts: [newcomer] })],
      authorities: small,
      site: aSite({ contactDetails: policy }),
    })
  }

  it('makes no one unknown, and gives no one a name', () => {
    for (const policy of ['printed', 'latest', 'none'] as const) {
      const { archive, diagnostics } = announced(policy)
      expect(archive.people.get('new-comer')).toMatchObject({ name: 'New Comer', variants: [] })
      expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toHaveLength(1)
    }
  })

  it('under "latest" is in the latest update, but not in the records that other pages show', () => {
    const { archive } = announced('latest')
    const address = 'new.comer@example.org'
    expect(JSON.stringify(archive.updates)).toContain(`Ask ${address}`)
    expect(JSON.stringify([...archive.meetings.values(), ...archive.networks.values()])).not.toContain(address)
    expect(archive.people.get('new-comer')?.emails).toMatchObject([{ value: address }])
  })
})

describe('a person whose details are withheld', () => {
  it('keeps name and roles; no address or number of theirs is left anywhere', () => {
    const archive = archiveWith('printed', withheld('otto-vane', 'details'))
    const said = saidBy(archive)
    expect(said).not.toMatch(/otto\.vane@/iu)
    for (const number of ['07700 900123', '07700 900456']) expect(said).not.toContain(number)
    expect(said).toContain('ada.brook@example.org')
    expect(archive.people.get('otto-vane')).toMatchObject({ name: 'Otto Vane', emails: [], phones: [] })
    const contacts = archive.updates[0]?.sections.find(({ kind }) => kind === 'contacts')
    expect(contacts).toMatchObject({
      entries: [
        {},
        { person: 'otto-vane', lines: ['Fostering; QA leads: Otto Vane (Otterbourne)', '[contact details withheld]'] },
        {},
      ],
    })
  })
})

describe('a person who is withheld', () => {
  it('is named nowhere: not in texts, lines, titles, anchors, notes or redirects', () => {
    const who = withheld('otto-vane', 'person')
    const network = { ...(who.networks[0] as Authorities['networks'][number]), note: 'Founded by Otto Vane.' }
    const item = story(
      'otto-vane-retires',
      'Otto Vane retires',
      'Otto\\\nVane, also OTTO VANE, see example.org/otto-vane or Vane, Otto.',
    )
    const more = [...updates, anUpdate(710, { items: [item] })]
    const { archive, diagnostics } = buildArchive({
      updates: more,
      authorities: { ...who, networks: [network, ...who.networks.slice(1)] },
      site: aSite(),
    })
    const said = saidBy(archive) + JSON.stringify(diagnostics)
    expect(said).not.toMatch(/otto\W*\s*vane|vane\W*\s*otto|o-vane/iu)
    expect(said).not.toContain('07700 900')
    expect(archive.people.has('otto-vane')).toBe(false)
    expect(archive.networks.get('ad-safeguarding')?.note).toBe('Founded by [name withheld].')
    expect(archive.updates.at(-1)?.sections[1]).toMatchObject({
      items: [{ id: 'name-withheld-retires', title: '[name withheld] retires' }],
    })
    expect(archive.updates[0]?.sections.at(-1)).toMatchObject({
      entries: [{}, { person: null, name: '[name withheld]', role: '', emails: [], lines: ['[contact withheld]'] }, {}],
    })
  })

  it('stays withheld where it is not clear which of two namesakes is meant', () => {
    const kim = { ...contact('LADO', 'Kim Lee', { phone: '01632 960777' }), organisation: 'Somewhere' }
    const update = anUpdate(710, { contacts: [kim], items: [story('a', 'A', 'Kim Lee, 01632 960777')] })
    const { archive } = buildArchive({
      updates: [update],
      authorities: withheld('kim-lee-kent', 'person'),
      site: aSite(),
    })
    expect(saidBy(archive)).not.toMatch(/kim lee|960777/iu)
  })
})

describe('what counts as an address or a number', () => {
  const nothing = { emails: new Set<string>(), phones: new Set<string>(), people: [], others: [] }
  const { plain, markdown } = cleanersFor(nothing)('').allDetails
  it.each([
    'a.b-c@example.org',
    'MAILTO:a@example.org',
    'a@sub.example.org',
    'a [at] example.org',
    'a @ example.org',
    'a\u200b@example.org',
    'ä.b@example.org',
    '07700 900123',
    '07700900123',
    '(01632) 960 123',
    '01632-960-123',
    '020 7946 0123',
    '+44 7700 900123',
    '+44 (0)7700 900123',
    '0044 1632 960123',
    '01632 960123/07700 900123',
    '07700\u2011900\u2011123',
    '07700—900123',
    '07700/900/123',
    '07700 - 900 - 123',
    '07700_900_123',
    '07700\t900\t123',
    '07700 (900) 123',
    '0 (7700) 900123',
    '07700:900:123',
    '01632\n960123',
    '44 7700 900123',
    '7700 900123',
    '٠٧٧٠٠٩٠٠١٢٣',
    '+44/7700/900123',
    'a@exa¬mple.org',
    'a@exam\uE000ple.org',
    '"a b"@example.org',
    'a!b#c@example.org',
    'a{at}example.org',
    'a [at] example [dot] org',
    'a at example dot org',
    'a%40example.org',
    'a%2540example.org',
    'a&#64;example.org',
    'a@example',
  ])('withholds %s', detail => {
    expect(plain(`Ask ${detail}, please`)).toBe('Ask [contact details withheld], please')
  })

  it.each([
    'on 07 February 2020 at 10.00',
    '2023-24 and 2024-25',
    '227,530 offences in 2019',
    'https://example.org/id/01234567890',
    'SC240046',
    '£1.6m of 2,000,000',
    'on 07/02/2020 10.30',
    '07.02.2020 – 10.30',
    'from 09.30 - 10.30, 14/11/2025',
    'the day @ County Hall',
    'Tuesday @ 10.30am',
    'Kent @ 14.00hrs, Hove @ 9.15pm.',
    'https://example.org/@kent/07700',
    'at home and at school',
    'in 2019-20, 2020-21 and 2021-22',
  ])('leaves "%s" alone', text => {
    expect(plain(text)).toBe(text)
  })

  it('sees through Markdown, and leaves one mark for neighbours', () => {
    expect(markdown('Ask a\\_b@example.org\\\n07700 900123 today')).toBe('Ask \\[contact details withheld\\] today')
  })

  it('finds every address of the raw updates, and every number', () => {
    const raw = ['389', '593', '654', '681'].map(number => readFileSync(`content/raw/${number}.txt`, 'utf8')).join('\n')
    const left = plain(raw)
    expect(left).not.toContain('@')
    expect(left).not.toMatch(/\b0\d{3,4} ?\d{3} ?\d{3,4}\b/u)
    expect(left.length).toBeGreaterThan(raw.length * 0.9)
  })
})

describe('a surname that may be a withheld person', () => {
  it('is warned of, once for an update; a namesake is not', () => {
    const item = story('news', 'News', 'As Vane said, and Ms Vane wrote to R. Vane. Vane again.')
    const other = story('more', 'More', 'Olive Vane spoke.')
    const { archive, diagnostics } = buildArchive({
      updates: [anUpdate(710, { items: [item] }), anUpdate(711, { items: [other] })],
      authorities: withheld('otto-vane', 'person'),
      site: aSite(),
    })
    const warnings = diagnostics.filter(({ code }) => code === 'withheld-name-left')
    expect(warnings.map(({ at, message }) => `${at.file} ${message}`)).toEqual([
      'content/updates/710.md "Vane" is shown, but may be a person whose name is withheld',
    ])
    const said = saidBy(archive)
    expect(said).toContain('As Vane said, and [name withheld] wrote'.replace(/[[\]]/gu, '\\\\$&'))
    expect(said).toContain('Olive Vane spoke')
  })
})

describe('contacts inside a story', () => {
  const ada = contact('Audit Adviser', 'Ada Brook', { email: 'ada.brook@example.org', phone: '01632 960001' })
  const text = 'Audit Adviser: Ada Brook, ada.brook@example.org, 01632 960001'
  const update = anUpdate(701, { items: [{ ...story('day', 'Audit day', text), contacts: [{ ...ada, lines: [] }] }] })
  const archiveOf = (contactDetails: 'printed' | 'latest' | 'none', who: Authorities = small) =>
    buildArchive({ updates: [update, anUpdate(702, {})], authorities: who, site: aSite({ contactDetails }) }).archive
  const storyContact = (archive: Archive) =>
    archive.updates[0]?.sections.flatMap(section => ('items' in section ? section.items : []))[0]?.contacts[0]

  it('are people with a role', () => {
    const archive = archiveOf('printed')
    expect(archive.people.get('ada-brook')?.roles).toMatchObject([{ role: 'Audit Adviser', updates: [701] }])
    expect(storyContact(archive)).toMatchObject({ person: 'ada-brook', emails: ['ada.brook@example.org'] })
  })

  it.each(['none', 'latest'] as const)('keep to the policy %s', policy => {
    const archive = archiveOf(policy)
    expect(storyContact(archive)).toMatchObject({ person: 'ada-brook', emails: [], phones: [] })
    expect(JSON.stringify(archive.updates)).not.toContain('ada.brook@')
    expect(archive.people.get('ada-brook')?.emails).toHaveLength(policy === 'latest' ? 1 : 0)
  })

  it('hide people who are withheld, and their details in the text', () => {
    const details = saidBy(archiveOf('printed', withheld('ada-brook', 'details')))
    for (const secret of ['ada.brook@example.org', '01632 960001']) expect(details).not.toContain(secret)
    const archive = archiveOf('printed', withheld('ada-brook', 'person'))
    expect(storyContact(archive)?.person).toBeNull()
    expect(saidBy(archive)).not.toMatch(/Ada Brook|ada\.brook|01632/u)
  })
})

describe('joint leads', () => {
  const lines = ['Joint leads: Ada Brook and Otto Vane (Kent)', 'ada.brook@example.org', 'otto.vane@example.org']
  const update = anUpdate(701, {
    contacts: [
      { ...contact('Joint leads', 'Ada Brook', { email: 'ada.brook@example.org' }), lines },
      { ...contact('Joint leads', 'Otto Vane', { email: 'otto.vane@example.org' }), lines: [] },
    ],
  })
  const archiveOf = (who: Authorities) =>
    buildArchive({ updates: [update], authorities: who, site: aSite({ contactDetails: 'printed' }) }).archive

  it('lose one of them where that one is withheld', () => {
    expect(saidBy(archiveOf(withheld('otto-vane', 'person')))).not.toMatch(/Otto|Vane|otto\.vane/u)
    const other = archiveOf(withheld('ada-brook', 'person'))
    expect(saidBy(other)).not.toMatch(/Ada|ada\.brook/u)
    expect(other.people.get('otto-vane')?.roles).toMatchObject([{ role: 'Joint leads' }])
  })
})

it('a note of an authority record shows no details where the site shows none', () => {
  const note = 'Ask olga.fen@example.org or 01632 960777.'
  const who: Authorities = { ...small, people: small.people.map(one => ({ ...one, note })) }
  const saidUnder = (contactDetails: 'printed' | 'none') =>
    saidBy(
      buildArchive({
        updates: [anUpdate(701, { contacts: [contact('Adviser', 'Ada Brook')] })],
        authorities: who,
        site: aSite({ contactDetails }),
      }).archive,
    )
  expect(saidUnder('printed')).toContain('olga.fen@example.org')
  expect(saidUnder('none')).not.toMatch(/olga\.fen|960777/u)
})

it('a name without a letter is not a person', () => {
  const updates = [anUpdate(701, { contacts: [{ ...contact('', '07700/900123'), lines: ['07700/900123'] }] })]
  const { archive } = buildArchive({ updates, authorities: small, site: aSite() })
  expect([...archive.people.keys()]).toEqual([])
})

it('an address made of a withheld person’s name goes too, wherever it is', () => {
  const item = story(
    'news',
    'News',
    'Write to otto.vane@elsewhere.example, ovane@a.example or to olive.vane@elsewhere.example.',
  )
  const { archive } = buildArchive({
    updates: [anUpdate(710, { items: [item] })],
    authorities: withheld('otto-vane', 'details'),
    site: aSite(),
  })
  expect(saidBy(archive)).not.toContain('otto.vane@elsewhere.example')
  expect(saidBy(archive)).not.toContain('ovane@')
  expect(saidBy(archive)).toContain('olive.vane@elsewhere.example')
})
