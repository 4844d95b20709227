import { describe, expect, it } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readAuthorities } from '../../src/archive/content/authorities.ts'
import { nameScanner } from '../../src/archive/names/mentions.ts'
import { nameKey } from '../../src/archive/names/names.ts'
import { indexNames, nearestName, nearestPerson, resolve } from '../../src/archive/names/resolve.ts'
import { anUpdate, aSite, authorities, contact, dates, entry, meeting, story } from '../support/sample-updates.ts'

const records = authorities({
  publishers: `
- { id: ofsted, name: Ofsted, variants: [Oftsed], formerIds: [office-for-standards] }
- { id: pac, name: Public Accounts Committee, shortName: PAC, variants: [House of Commons Committee of Public Accounts] }
- { id: vkpp, name: Vulnerability Knowledge and Practice Programme }
- { id: foundations, name: Foundations, mentions: false }
- { id: the-fostering-network, name: The Fostering Network }
- { id: nhs-england, name: NHS England }
- { id: mirror-a, name: The Mirror, distinctFrom: [mirror-b] }
- { id: mirror-b, name: The Mirror }
`,
}).publishers
const index = indexNames(records)
const who = (printed: string) => {
  const { id, via } = resolve(index, printed)
  return `${id} (${via})`
}

describe('a person’s name that is spelt almost like another', () => {
  const people = ['Jan Day', 'Ada Brook', 'Ada Brock', 'Otto Vane'].map((name, at) => ({ id: `p${at}`, name }))
  it.each([
    ['Otto Vain', 'Otto Vane'],
    ['Jane Day', 'Jan Day'],
    // Two are as near.
    ['Ada Broock', null],
    ['Otto', null],
    ['Ana Brook', 'Ada Brook'],
    ['Otto Vane', null],
  ])('%s: %s', (printed, name) => expect(nearestPerson(people, printed)?.name ?? null).toBe(name))
})

describe('the ladder', () => {
  it('takes the id, the exact name, the variant, the one normalised match, in this order', () => {
    expect(who('ofsted')).toBe('ofsted (id)')
    expect(who('office-for-standards')).toBe('ofsted (id)')
    expect(who('Ofsted')).toBe('ofsted (name)')
    expect(who('Oftsed')).toBe('ofsted (variant)')
    expect(who('PAC')).toBe('pac (variant)')
    expect(who('OFSTED')).toBe('ofsted (normalised)')
    expect(who('the Public Accounts Committee')).toBe('pac (normalised)')
    expect(who('Vulnerability Knowledge & Practice Programme (VKPP)')).toBe('vkpp (normalised)')
    expect(who('Foundations (previously the What Works Centre)')).toBe('foundations (normalised)')
  })

  it('does not take a region for the whole, nor a near spelling for the name', () => {
    expect(who('NHS England (South East)')).toBe('nhs-england-south-east (unverified)')
    expect(who('Ofsteed')).toBe('ofsteed (unverified)')
    expect(nearestName(records, 'Ofsteed')).toEqual({ id: 'ofsted', name: 'Ofsted' })
  })

  it('means neither of two namesakes', () => {
    expect(who('The Mirror')).toBe('mirror (unverified)')
    expect(who('mirror-b')).toBe('mirror-b (id)')
  })

  it('gives an unverified name an id of its own, the same for spellings of one key, and never one that is taken', () => {
    expect(who('The Weir & Lock Trust (WLT)')).toBe('weir-and-lock-trust (unverified)')
    expect(who('weir and lock trust')).toBe('weir-and-lock-trust (unverified)')
    expect(who('Mirror A')).toBe('mirror-a-unverified (unverified)')
    expect(who('水门')).not.toBe(who('河'))
  })

  it('reads dots of initials, quotes and dashes as nothing', () => {
    expect(nameKey('S.E. Region SEND Network')).toBe(nameKey('SE Region SEND Network'))
    expect(nameKey('Children’s Commissioner')).toBe(nameKey("Children's Commissioner"))
    expect(nameKey('Home-Start')).toBe(nameKey('Home – Start'))
  })
})

describe('names in prose', () => {
  const scan = nameScanner([
    { name: 'LGA', kind: 'publishers', id: 'lga' },
    { name: 'Early Help', kind: 'networks', id: 'early-help' },
    { name: 'Fostering Network', kind: 'networks', id: 'fostering-network' },
    { name: 'The Fostering Network', kind: 'publishers', id: 'the-fostering-network' },
    { name: 'AD Education', kind: 'networks', id: 'ad-education' },
    { name: 'Coram', kind: 'publishers', id: 'coram' },
    { name: 'Coram Voice', kind: 'publishers', id: 'coram-voice' },
    { name: 'S.E. Region SEND Network', kind: 'networks', id: 'send' },
    { name: 'Kim Lee', kind: 'people', id: 'kim-a' },
    { name: 'Kim Lee', kind: 'people', id: 'kim-b' },
  ])
  const found = (text: string) => scan(text).map(({ id }) => id)

  it('finds whole names alone, in their own case, the longest first, each once', () => {
    expect(found('Coram Voice met the LGA; the LGA agreed with Coram.')).toEqual(['coram-voice', 'lga', 'coram'])
    expect(found('early help, algal, LGAs, “Early Help” services')).toEqual(['early-help'])
    expect(found('The AD\nEducation’s lead and the S.E. Region SEND Network')).toEqual(['ad-education', 'send'])
  })

  it('does not read a name across sentences or paragraphs', () => {
    expect(found('We asked the AD. Education comes next.\n\nEarly\n\nHelp')).toEqual([])
  })

  it('names no one if two people are possible', () => {
    expect(found('Kim Lee came.')).toEqual([])
    expect(found('members of the Fostering Network')).toEqual([])
    expect(found('Fostering Network: more soon. The Fostering Network published')).toEqual([
      'fostering-network',
      'the-fostering-network',
    ])
  })
})

describe('lists of records', () => {
  const archive = buildArchive({
    updates: [
      anUpdate(701, {
        entries: [
          entry('The Nest', '2026-01-05', 'A guide for the Otters Network'),
          entry('Ofsted', '2026-01-05', 'On homes'),
        ],
      }),
    ],
    authorities: authorities({
      publishers: '- { id: ofsted, name: Ofsted }\n- { id: nest, name: The Nest }\n- { id: tapestry, name: Tapestry }',
      networks: '- { id: otters, name: Otters Network }',
    }),
    site: aSite(),
  }).archive

  it('stand in the order of the alphabet, "The Nest" under N', () => {
    const names = [...archive.publishers.values()].map(({ name }) => name)
    expect(names.slice(0, 2)).toEqual(['The Nest', 'Ofsted'])
  })

  it('lead from a network and a publisher to their publications', () => {
    const listed = [...archive.publications.values()].find(({ title }) => title.includes('Otters'))
    expect(listed?.networks).toEqual(['otters'])
    expect(archive.networks.get('otters')?.publications).toEqual([listed?.id])
    expect(archive.publishers.get('nest')?.publications).toEqual([listed?.id])
  })
})

describe('authority files', () => {
  const diagnostics = (publishers: string, networks = '') =>
    readAuthorities({
      publishers: { file: 'publishers.yaml', text: publishers },
      networks: { file: 'networks.yaml', text: networks },
    }).diagnostics.map(
      ({ code, at, message, hint }) => `${at.file}:${at.line}:${at.column} ${code}: ${message} (${hint})`,
    )

  it('are reported at line and column, every fault of a file', () => {
    expect(diagnostics('- id: dfe\n  nam: DfE\n  url: nowhere\n- { id: Of Sted, name: Ofsted }\n')).toEqual([
      expect.stringContaining('publishers.yaml:1:3 yaml-value: name: '),
      expect.stringContaining('publishers.yaml:3:8 yaml-value: url: '),
      expect.stringContaining(
        'publishers.yaml:2:3 yaml-unknown-field: there is no field called "nam" here (did you mean "name"?)',
      ),
      expect.stringContaining('publishers.yaml:4:9 yaml-value: id: expected lower-case letters'),
    ])
    expect(diagnostics('- { id: dfe, name: "DfE }\n')[0]).toContain('yaml-syntax')
  })

  it('show each other name once, in spite of case and quotes', () => {
    const who = authorities({
      publishers: '- { id: qa, name: QA Network, variants: [QA network, QA Leads, QA leads, QA Lead’s, Oftsed] }',
    })
    const entries = [entry('QA leads', null, 'Plan')]
    const { archive } = buildArchive({ updates: [anUpdate(701, { entries })], authorities: who, site: aSite() })
    expect(archive.publishers.get('qa')?.variants).toEqual(['QA Leads', 'Oftsed'])
  })

  it('may not share ids; may share names only where the records say that they are distinct', () => {
    const twice = '- { id: a, name: The Mirror }\n- { id: b, name: Glass, variants: [mirror] }\n'
    expect(diagnostics(twice)).toEqual([
      expect.stringContaining('publishers.yaml:2:36 shared-name: "mirror" is also a name of "a"'),
    ])
    expect(diagnostics(twice.replace('Mirror }', 'Mirror, distinctFrom: [b] }'))).toEqual([])
    expect(diagnostics('- { id: a, name: A }\n- { id: b, name: B, formerIds: [a] }\n')).toEqual([
      expect.stringContaining('publishers.yaml:2:33 shared-id'),
    ])
  })

  it('refer to records that exist, of other files too', () => {
    const charity = '- { id: tfn, name: The Fostering Network, distinctFrom: [networks/fostering-network] }\n'
    expect(diagnostics(charity, '- { id: fostering-network, name: Fostering Network }\n')).toEqual([])
    expect(diagnostics(charity)).toEqual([expect.stringContaining('unknown-record')])
  })
})

describe('unknown names', () => {
  it('are reported once, at their kind, with the very line to add', () => {
    const list = [dates(meeting('Weir Keepers', null, { contacts: ['Ada Brook'] }))]
    const says = {
      reminders: list,
      entries: [entry('Ofsteed', '2026-01-05', 'A review')],
      contacts: [contact('Lead', 'Ada Brook')],
    }
    const { diagnostics } = buildArchive({
      updates: [anUpdate(701, says), anUpdate(702, says)],
      authorities: authorities({
        publishers: '- { id: ofsted, name: Ofsted }',
        people: '- { id: ada-brook, name: Ada Brook }',
      }),
      site: aSite(),
    })
    expect(diagnostics.map(({ at, message, hint }) => `${at.file} ${message}: ${hint}`)).toEqual([
      'content/updates/701.md there is no record of a network called "Weir Keepers" (in 2 updates): add to content/authorities/networks.yaml: - { id: weir-keepers, name: "Weir Keepers" }',
      'content/updates/701.md there is no record of a publisher called "Ofsteed" (in 2 updates): did you mean "Ofsted"? If so, give ofsted in content/authorities/publishers.yaml variants: ["Ofsteed"]; if not, add to content/authorities/publishers.yaml: - { id: ofsteed, name: "Ofsteed" }',
    ])
  })

  it('have records all the same, visibly unverified; the line of the hint keeps the address', () => {
    const updates = [
      anUpdate(701, { contacts: [contact('Lead', 'Ada Brook')], items: [story('a', 'A', 'Ada Brook spoke.')] }),
    ]
    const before = buildArchive({ updates, authorities: authorities({}), site: aSite() })
    expect(before.archive.people.get('ada-brook')).toMatchObject({ verified: false, stories: ['701-a'], firstIn: 701 })
    const line = /people\.yaml: (.*)$/u.exec(before.diagnostics[0]?.hint ?? '')?.[1] ?? ''
    const after = buildArchive({ updates, authorities: authorities({ people: line }), site: aSite() })
    expect(after.diagnostics).toEqual([])
    expect(after.archive.people.get('ada-brook')).toMatchObject({ verified: true })
  })

  it('keep namesakes apart by what the contact list says', () => {
    const people = `
- { id: kim-lee-kent, name: Kim Lee, organisations: [Kent], distinctFrom: [kim-lee-surrey] }
- { id: kim-lee-surrey, name: Kim Lee, organisations: [Surrey] }`
    const kim = (organisation: string) => ({ ...contact('LADO', 'Kim Lee'), organisation })
    const { archive, diagnostics } = buildArchive({
      updates: [
        anUpdate(701, {
          contacts: [kim('Kent'), kim('Surrey'), kim('Hove')],
          items: [story('a', 'A', 'Kim Lee spoke.')],
        }),
      ],
      authorities: authorities({ people }),
      site: aSite(),
    })
    expect([...archive.people.keys()]).toEqual(['kim-lee-hove', 'kim-lee-kent', 'kim-lee-surrey'])
    expect(archive.stories.get('701-a')?.people).toEqual([])
    expect(diagnostics.map(({ code }) => code)).toEqual(['ambiguous-name'])
  })
})

describe('a nickname in brackets', () => {
  const idsOf = (people: string, ...names: string[]) => {
    const updates = [anUpdate(701, { contacts: names.map(name => contact('Lead', name)) })]
    return [...buildArchive({ updates, authorities: authorities({ people }), site: aSite() }).archive.people.keys()]
  }

  it('is the same person as the nickname alone, known or not', () => {
    expect(idsOf('', 'Josephine (Jo) Wren', 'Jo Wren', 'Josephine “Jo” Wren')).toEqual(['jo-wren'])
    const known = '- { id: josephine-wren, name: Josephine (Jo) Wren }'
    expect(idsOf(known, 'Jo Wren', 'Josephine Wren', 'Josephine (Jo) Wren')).toEqual(['josephine-wren'])
    expect(idsOf('- { id: jo-wren, name: Jo Wren }', 'Josephine (Jo) Wren')).toEqual(['jo-wren'])
  })

  it('merges no one if two people are possible', () => {
    const two = '- { id: jo-wren, name: Jo Wren }\n- { id: josephine-wren, name: Josephine Wren }'
    expect(idsOf(two, 'Josephine (Jo) Wren')).toEqual(['josephine-jo-wren'])
    expect(idsOf('', 'Jo (Kent) Wren', 'Kent Wren Hill')).toEqual(['kent-wren', 'kent-wren-hill'])
  })
})

describe('a misspelt person', () => {
  const hintsFor = (people: string, updates: string[][]) =>
    buildArchive({
      updates: updates.map((names, at) => anUpdate(701 + at, { contacts: names.map(name => contact('Lead', name)) })),
      authorities: authorities({ people }),
      site: aSite(),
    }).diagnostics.map(({ hint }) => hint)

  it('is held against the people files, with the line to add', () => {
    expect(hintsFor('- { id: ada-brook, name: Ada Brook, variants: [A. Brook] }', [['Ada Brok']])).toEqual([
      'did you mean "Ada Brook"? If so, give ada-brook in content/authorities/people.yaml variants: ["A. Brook", "Ada Brok"]; if not, add to content/authorities/people.yaml: - { id: ada-brok, name: "Ada Brok" }',
    ])
  })

  it('is compared with a name that more updates have', () => {
    const [, hint] = hintsFor('', [['Ada Brook'], ['Ada Brook'], ['Ada Broook']])
    expect(hint).toContain(
      'did you mean "Ada Brook"? If so, add to content/authorities/people.yaml: - { id: ada-brook, name: "Ada Brook", variants: ["Ada Broook"] }',
    )
  })

  it.each([['Ida Brook'], ['Ada Crook'], ['Ada Brookes-Hill'], ['Ada Jane Brook']])('may be someone else: %s', name => {
    expect(hintsFor('- { id: ada-brook, name: Ada Brook }', [[name]]).join()).not.toContain('did you mean')
  })
})
