import { cpSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { type Content, readContent } from '../../src/archive/content/read-content.ts'
import type { KeptItemsMemory } from '../../src/archive/stories/kept-items.ts'
import type { Update } from '../../src/update/update.ts'
import { anUpdate, aSite, authorities, contact, entry, story } from '../support/sample-updates.ts'

/** Every address and anchor that the archive gives out. */
function addresses(archive: Archive): Set<string> {
  const given = new Set<string>()
  for (const { number, sections } of archive.updates)
    for (const section of sections)
      if (section.kind === 'updates' || section.kind === 'reminders')
        for (const { id } of section.items) given.add(`/updates/${number}/#${id}`)
  for (const { id, year, formerIds } of archive.publications.values())
    for (const anchor of [id, ...formerIds]) given.add(`/publications/${year}/#${anchor}`)
  for (const kind of ['people', 'networks', 'publishers', 'stories', 'meetings'] as const)
    for (const id of archive[kind].keys()) given.add(`/${kind}/${id}/`)
  return given
}

const contents: [string, Content][] = [
  ['the small set', readContent('tests/small-content')],
  ['the real updates', readContent('content')],
]

describe.each(contents)('%s', (_, { updates, authorities }) => {
  const archiveOf = (some: readonly Update[]) => buildArchive({ updates: some, authorities, site: aSite() }).archive

  it('keeps every id and anchor when updates are added one by one', () => {
    let before = new Set<string>()
    for (let count = 1; count <= updates.length; count++) {
      const now = addresses(archiveOf(updates.slice(0, count)))
      expect([...before].filter(address => !now.has(address))).toEqual([])
      expect(now.size).toBeGreaterThan(before.size)
      before = now
    }
  })

  it('keeps publications, people, networks and anchors of items when an older update is added', () => {
    const lasting = (archive: Archive) =>
      [...addresses(archive)].filter(address => !/^\/(?:stories|meetings)\//u.test(address))
    for (const missing of updates) {
      const now = addresses(archiveOf(updates))
      expect(
        lasting(archiveOf(updates.filter(update => update !== missing))).filter(address => !now.has(address)),
      ).toEqual([])
    }
  })

  it('is the same in whatever order the updates come', () => {
    const archive = archiveOf(updates)
    expect(archiveOf([...updates].reverse())).toEqual(archive)
    expect([...archiveOf([...updates].reverse()).publications.keys()]).toEqual([...archive.publications.keys()])
  })
})

describe.each(contents)('%s, with the memory of earlier builds', (_, { updates, authorities }) => {
  const sources = { updates, authorities, site: aSite() }
  const [first, second, ...rest] = updates
  const retold = (update: Update): Update => ({
    ...update,
    sections: update.sections.map(section =>
      section.kind === 'publications' ? { ...section, entries: section.entries.slice(1) } : section,
    ),
  })
  const changes: [string, Partial<typeof sources>][] = [
    ['all of it', {}],
    ['an update less', { updates: updates.slice(1) }],
    ['an update more', { updates }],
    [
      'publications that no earlier update lists any more',
      { updates: [...(first ? [retold(first)] : []), ...updates.slice(1)] },
    ],
    ['another update', { updates: [...(first ? [first] : []), ...(second ? [retold(second)] : []), ...rest] }],
    ['nobody known', { authorities: { people: [], networks: [], publishers: [], topics: [] } }],
    ['other contact details', { site: aSite({ contactDetails: 'none' }) }],
    ['all of it again', {}],
  ]
  const kept = keptAsJson()
  it.each(changes)('%s makes it of what earlier processes have kept', (_, change) => {
    const all = { ...sources, ...change }
    expect(buildArchive(all, kept)).toEqual(buildArchive(all))
    kept.written.length = 0
    buildArchive(all, kept)
    expect(kept.written).toEqual([])
  })
})

/** As files would keep it. `written`: what has been set. */
function keptAsJson(): KeptItemsMemory & { written: string[] } {
  const files = new Map<string, string>()
  const written: string[] = []
  return {
    written,
    get: hash => JSON.parse(files.get(hash) ?? 'null') ?? undefined,
    set(hash, items) {
      files.set(hash, JSON.stringify(items))
      written.push(hash)
    },
  }
}

it('keeps roles apart that only differ by a slash', () => {
  const listed = (role: string, organisation: string) => ({ ...contact(role, 'Robin Sample'), organisation })
  const updates = [
    anUpdate(701, { contacts: [listed('Lead/SEND', 'Kent')] }),
    anUpdate(702, { contacts: [listed('Lead', 'SEND/Kent')] }),
  ]
  const { archive } = buildArchive({ updates, authorities: authorities({}), site: aSite() })
  const roles = [...archive.people.values()].flatMap(({ roles }) => roles)
  expect(roles.map(({ role, updates }) => [role, updates])).toEqual([
    ['Lead/SEND', [701]],
    ['Lead', [702]],
  ])
})

it('after earlier builds, knows the id that a publication has now', () => {
  const listed = (title: string) => entry('Ofsted', '2026-01-05', title)
  const misspelt = anUpdate(701, { entries: [listed('Good homes for childern')] })
  const stating = story('homes', 'Good homes for children', 'Ofsted published Good homes for children.')
  const spelt = anUpdate(702, { items: [stating], entries: [listed('Good homes for children')] })
  const memory = keptAsJson()
  const toldBy = (...updates: Update[]) => {
    const sources = { updates, authorities: authorities({}), site: aSite() }
    return [...buildArchive(sources, memory).archive.stories.values()].map(({ publications }) => publications)
  }
  expect(toldBy(misspelt, spelt)).toEqual([['good-homes-for-childern-2026-01-05']])
  expect(toldBy(spelt)).toEqual([['good-homes-for-children-2026-01-05']])
})

describe('the small set', () => {
  const { updates, authorities } = readContent('tests/small-content')
  const { archive } = buildArchive({ updates, authorities, site: aSite() })

  it('has one record for what is one', () => {
    const several = [...archive.stories.values()].filter(({ appearances }) => appearances.length > 1)
    expect(several.map(({ id, appearances }) => [id, appearances.map(({ update }) => update)])).toEqual([
      ['701-care-leavers-policy-workshop-save-the-date', [701, 702]],
      ['701-good-homes-for-children', [701, 702, 703]],
    ])
    expect([...archive.publications.values()].map(({ title, updates }) => `${title} ${updates}`)).toEqual([
      'Pupil attendance in schools, February 707',
      'Pupil attendance in schools, January 703,707',
      'Children looked after in England 2024-25 701,702',
      'Children looked after in England 2023-24 701',
      'The state of foster care 701',
      'Support That Lasts: What Families Told Us 701,702',
      'Good homes for children: Annual Review 701,702',
    ])
    expect(
      [...archive.meetings.values()].map(({ id, date, status, sequence }) => `${id} ${date} ${status} ${sequence}`),
    ).toEqual([
      'ad-education-2026-01-30 2026-01-30 cancelled 2',
      'ad-safeguarding-2026-02-06 2026-02-13 planned 1',
      'ad-safeguarding-2026-05-08 2026-05-08 planned 0',
      'ad-education-undated null planned 0',
      'fostering-network-undated null planned 0',
      'weir-keepers-network-undated null planned 0',
    ])
  })

  it('redirects former ids, has the latest update’s date, and links neighbours', () => {
    expect(archive.formerAddresses).toEqual([
      { from: '/contacts/o-vane/', to: '/contacts/otto-vane/' },
      { from: '/networks/qa-leads/', to: '/networks/qa-network/' },
    ])
    expect(archive.asOf).toBe('2026-02-20')
    expect(archive.updates.map(({ previous, next }) => [previous, next])).toEqual([
      [null, 702],
      [701, 703],
      [702, 707],
      [703, null],
    ])
  })

  it('has roles over time and the latest details first', () => {
    expect(archive.people.get('otto-vane')).toMatchObject({
      roles: [
        { role: 'Fostering; QA leads', updates: [701, 702, 703], from: '2026-01-09', to: '2026-01-23' },
        { role: 'AD Safeguarding and Fostering Networks', updates: [707] },
      ],
      phones: [
        { value: '07700 900123', updates: [701, 707], lastSeen: '2026-02-20' },
        { value: '07700 900456', updates: [702] },
      ],
      firstIn: 701,
      lastIn: 707,
    })
    expect(archive.people.get('ada-brook')?.name).toBe('Ada Brook')
  })
})

describe('the content folder', () => {
  const copy = () => {
    const folder = mkdtempSync(join(tmpdir(), 'content-'))
    cpSync('tests/small-content', folder, { recursive: true })
    return folder
  }
  const diagnostics = (folder: string) =>
    readContent(folder).diagnostics.map(({ code, severity, at }) => `${severity} ${code} ${at.file}:${at.line}`)

  it('reads without errors, and messages about names point at their line', () => {
    const content = readContent('tests/small-content')
    expect(content.diagnostics).toEqual([])
    const { site } = content
    const { diagnostics } = buildArchive({ ...content, site: site ?? aSite() })
    expect(diagnostics.map(({ at }) => [at.file, at.source?.slice(at.column - 1, at.column - 1 + at.length)])).toEqual([
      ['content/updates/701.md', 'Weir Keepers Network'],
    ])
  })

  it('reports two files for one number, a file under another number, dates out of order', () => {
    const folder = copy()
    cpSync(join(folder, 'updates/702.md'), join(folder, 'updates/799.md'))
    renameSync(join(folder, 'updates/701.md'), join(folder, 'updates/801.md'))
    expect(diagnostics(folder)).toEqual([
      'error number-twice content/updates/799.md:1',
      'error number-against-file-name content/updates/801.md:1',
    ])
    const update = (number: number, date: string) =>
      writeFileSync(
        join(folder, `updates/${number}.md`),
        `---\nnumber: ${number}\ndate: "${date}"\nsections: []\n---\n\n# Update no ${number}\n`,
      )
    update(900, '2026-02-20')
    expect(diagnostics(folder)).toContain('warning date-out-of-order content/updates/900.md:1')
  })

  it('reads an unchanged file once', () => {
    const read: string[] = []
    const known = new Map()
    const memory = {
      get: (hash: string) => known.get(hash),
      set: (hash: string, value: unknown) => read.push(hash) && known.set(hash, value),
    }
    const folder = copy()
    readContent(folder, memory)
    readContent(folder, memory)
    expect(read).toHaveLength(4)
  })

  it('without a site.yaml cannot be built', () => {
    const folder = copy()
    renameSync(join(folder, 'site.yaml'), join(folder, 'sight.yaml'))
    expect(diagnostics(folder)).toEqual(['error missing-site-file content/site.yaml:1'])
    writeFileSync(join(folder, 'site.yaml'), 'title: A\ncontactDetails: all\n')
    expect(diagnostics(folder).length).toBeGreaterThan(2)
  })
})
