import { describe, expect, it } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import type { Item, PublicationEntry, Update } from '../../src/update/update.ts'
import { anUpdate, aSite, authorities, entry, story } from '../support/sample-updates.ts'

const known = authorities({
  publishers: `
- { id: dfe, name: DfE }
- { id: ofsted, name: Ofsted, variants: [Oftsed] }
- { id: cdc, name: Council for Disabled Children }
- { id: lga, name: LGA }`,
})
/** One update for each list of entries, a week apart. */
const archiveOf = (...lists: PublicationEntry[][]) =>
  buildArchive({
    updates: lists.map((entries, at) => anUpdate(701 + at, { entries })),
    authorities: known,
    site: aSite(),
  }).archive
const publications = (...lists: PublicationEntry[][]) =>
  [...archiveOf(...lists).publications.values()].map(({ title, updates }) => `${title} ${updates}`).sort()

describe('the same publication', () => {
  it('is one record in spite of capitals, a slip, "the", an acronym after the publisher', () => {
    expect(
      publications(
        [entry('Oftsed', '2026-01-05', 'Good homes for childern')],
        [entry('Ofsted', '2026-01-05', 'Good homes for children')],
      ),
    ).toEqual(['Good homes for children 701,702'])
    expect(
      publications(
        [entry('the Council for Disabled Children (CDC)', '2026-01-06', 'Support that lasts – a guide')],
        [entry('Council for Disabled Children', '2026-01-06', 'Support That Lasts: A Guide')],
      ),
    ).toHaveLength(1)
    expect(
      publications(
        [entry('DfE', '2026-01-06', 'Children in Engalnd')],
        [entry('the DfE', '2026-01-06', 'Children in England')],
      ),
    ).toHaveLength(1)
    expect(
      publications(
        [entry('DfE', '2026-01-06', 'Coastal pilot: frist findings, Novemebr')],
        [entry('DfE', '2026-01-06', 'Coastal pilot: first findings, November')],
      ),
    ).toHaveLength(1)
    expect(
      publications(
        [entry(null, '2026-01-06', 'School exclusions in England')],
        [entry('DfE', '2026-01-06', 'School exclusions in England')],
      ),
    ).toHaveLength(1)
  })

  it('takes a month and a day of it for one date', () => {
    const archive = archiveOf(
      [entry('DfE', '2026-01', 'A plan for all')],
      [entry('DfE', '2026-01-09', 'A plan for all')],
    )
    expect([...archive.publications.values()]).toMatchObject([
      { date: '2026-01-09', precision: 'day', updates: [701, 702] },
    ])
  })

  it('is known by the first line of its title, where that went over two lines', () => {
    const title = 'Children in custody 2024–25'
    const twoLines = {
      ...entry('DfE', '2026-01-06', `${title} An analysis of perceptions`),
      text: `On 6 January DfE published ${title}\\\nAn analysis of perceptions`,
    }
    const oneLine = entry('DfE', '2026-01-06', 'Children in Custody 2024-25')
    expect(publications([twoLines], [twoLines], [oneLine])).toEqual([`${twoLines.title} 701,702,703`])
    expect(publications([oneLine], [twoLines])).toHaveLength(1)
    expect(publications([oneLine, twoLines])).toHaveLength(2)
    expect(publications([twoLines], [{ ...oneLine, date: '2026-01-07' }])).toHaveLength(2)
  })

  it('listed twice in one update is listed once', () => {
    const twice = entry('DfE', '2026-01-06', 'A plan for all')
    expect(archiveOf([twice, { ...twice }]).publications.get('a-plan-for-all-2026-01-06')).toMatchObject({
      updates: [701],
      listings: [{ update: 701 }],
    })
  })
})

describe('two publications', () => {
  it.each([
    ['Children looked after in England 2022-23', 'Children looked after in England 2023-24'],
    ['Pupil attendance, January', 'Pupil attendance, February'],
    ['Youth justice statistics: part one', 'Youth justice statistics: part two'],
    ['Guidance for schools: Annex B', 'Guidance for schools: Annex C'],
    ['Exclusion of boys', 'Exclusion of girls'],
    ['Children in custody: early findings', 'Children in custody: yearly findings'],
    ['Pupil absence: first quarter', 'Pupil absence: third quarter'],
    ['Reading at stage 2, four tests', 'Reading at stage 2, five tests'],
    ['Maternal health of children', 'Paternal health of children'],
    ['Working together: primary schools', 'Working together: secondary schools'],
    ['Working Together to Safeguard Children', 'Working Together to Safeguard Children: statutory framework'],
  ])('of one day stay two: %s / %s', (one, other) => {
    expect(publications([entry('DfE', '2026-01-06', one)], [entry('DfE', '2026-01-06', other)])).toHaveLength(2)
  })

  it('with one title stay two if the days differ or no publisher is the same', () => {
    expect(
      publications(
        [entry('DfE', '2025-09-01', 'Keeping children safe')],
        [entry('DfE', '2026-09-01', 'Keeping children safe')],
      ),
    ).toHaveLength(2)
    expect(
      publications([entry('DfE', '2026-01-06', 'A briefing')], [entry('LGA', '2026-01-06', 'A briefing')]),
    ).toHaveLength(2)
    expect(
      publications(
        [entry('DfE', '2026-01-06', 'Support that lastes')],
        [entry('LGA', '2026-01-06', 'Support that lasts')],
      ),
    ).toHaveLength(2)
  })

  it('without a date stay two, where their texts name other years', () => {
    const plan = (years: string) => ({
      ...entry('LGA', null, 'Regional plan'),
      text: `We have a regional plan for ${years}`,
    })
    expect(publications([plan('2024-25')], [plan('2024-25')], [plan('2025-26')])).toHaveLength(2)
  })
})

describe('several publishers in one name', () => {
  const publishersOf = (name: string) =>
    [...archiveOf([entry(name, '2026-01-06', 'Lighthouses')]).publications.values()].map(
      publication => publication.publishers,
    )

  it('are two where the whole is unknown and each part is known', () => {
    expect(publishersOf('DfE and the LGA')).toMatchObject([
      [
        { printed: 'DfE', id: 'dfe', via: 'name' },
        { printed: 'the LGA', id: 'lga', via: 'normalised' },
      ],
    ])
    expect(publishersOf('DfE, Oftsed & LGA')).toMatchObject([[{ id: 'dfe' }, { id: 'ofsted' }, { id: 'lga' }]])
  })

  it('are one, unverified, where a part is unknown too', () => {
    expect(publishersOf('DfE and Lanterns')).toMatchObject([[{ printed: 'DfE and Lanterns', via: 'unverified' }]])
    expect(publishersOf('Research and Practice')).toHaveLength(1)
  })
})

describe('a publication', () => {
  it('has an id of its title and day, and keeps the ids of its other spellings as anchors', () => {
    const archive = archiveOf(
      [entry('DfE', '2026-01-06', 'Children in Engalnd')],
      [entry('DfE', '2026-01-06', 'Children in England')],
      [entry('DfE', '2026-01-06', 'Children in England')],
    )
    expect([...archive.publications.values()]).toMatchObject([
      {
        id: 'children-in-engalnd-2026-01-06',
        formerIds: ['children-in-england-2026-01-06'],
        title: 'Children in England',
        year: 2026,
      },
    ])
  })

  it('is linked with the stories about it in the same update, and no story that only names it', () => {
    const title = 'Keeping children safe in education'
    const updates = [
      anUpdate(701, {
        entries: [entry('DfE', '2026-01-06', title)],
        items: [
          story('told', 'New guidance', `On 6 January DfE published ${title}`),
          story('titled', 'Keeping children safe in educaton', 'A webinar explains it.'),
          story('named', 'Governors', `Governors should know ${title}.`),
        ],
      }),
      anUpdate(702, { items: [story('later', 'Later', `On 6 January DfE published ${title}`)] }),
    ]
    const { archive } = buildArchive({ updates, authorities: known, site: aSite() })
    const id = 'keeping-children-safe-in-education-2026-01-06'
    expect(archive.publications.get(id)?.stories).toEqual(['701-told', '701-titled'])
    expect(archive.stories.get('701-told')).toMatchObject({ publications: [id], publishers: ['dfe'] })
    const list = archive.updates[0]?.sections.find(({ kind }) => kind === 'publications')
    expect(list).toMatchObject({ entries: [{ publication: id, items: ['told', 'titled'] }] })
  })
})

describe('an id, once given,', () => {
  const idsOf = (...entries: PublicationEntry[]) => [...archiveOf(entries).publications.keys()]
  const printed = (title: string, text: string) => ({ ...entry('LGA', '2026-01-06', title), text })

  it('stays, though a title is now read without what stood before it', () => {
    expect(idsOf(printed('The LGA wrote to all councils', 'On 6 January the LGA wrote to all councils'))).toEqual([
      'wrote-to-all-councils-2026-01-06',
    ])
    expect(idsOf(printed('open call for guides', 'On 6 January LGA published on open call for guides'))).toEqual([
      'on-open-call-for-guides-2026-01-06',
    ])
    expect(idsOf(printed('LGA annual review', 'On 6 January LGA published LGA annual review'))).toEqual([
      'lga-annual-review-2026-01-06',
    ])
  })
})

describe('a publication that a story says was published', () => {
  const saying = (id: string, title: string, said: string, date = '2026-01-06'): Item => ({
    ...story(id, title, said),
    publications: [{ date, yearFrom: 'printed', publishers: ['Ofsted'], title, text: said }],
  })
  const archive = (...updates: Update[]) => buildArchive({ updates, authorities: known, site: aSite() }).archive
  const listed = entry('Ofsted', '2026-01-06', 'Warm rooms: heating in children’s homes')
  const stating = saying('warm', 'Warm rooms', 'On 6 January Ofsted published Warm rooms')

  it('has a record of its own where no list has it', () => {
    const { publications, stories } = archive(
      anUpdate(701, { items: [stating] }),
      anUpdate(702, { reminders: [stating] }),
    )
    expect([...publications.values()]).toMatchObject([
      { id: 'warm-rooms-2026-01-06', from: 'story', updates: [701, 702], listings: [], stories: ['701-warm'] },
    ])
    expect(stories.get('701-warm')?.publications).toEqual(['warm-rooms-2026-01-06'])
  })

  it('is the same as the list’s under another name, in the same update or weeks later', () => {
    const same = archive(anUpdate(701, { items: [stating], entries: [listed] }))
    expect([...same.publications.values()]).toMatchObject([
      { title: listed.title, from: 'list', updates: [701], stories: ['701-warm'] },
    ])
    const later = archive(
      anUpdate(701, { items: [stating] }),
      anUpdate(702, { entries: [listed] }),
      anUpdate(703, { entries: [listed] }),
    )
    expect([...later.publications.values()]).toMatchObject([
      { id: 'warm-rooms-2026-01-06', title: listed.title, from: 'list', updates: [702, 703] },
    ])
    expect([...later.publications.values()][0]?.formerIds).toHaveLength(1)
  })

  it('is another than the list’s of another day, publisher or matter', () => {
    for (const other of [
      { ...listed, date: '2026-01-09' },
      { ...listed, publishers: ['DfE'] },
      entry('Ofsted', '2026-01-06', 'Cold corridors'),
    ])
      expect(archive(anUpdate(701, { items: [stating], entries: [other] })).publications.size).toBe(2)
  })

  it('is that of the list which the story is about in other words', () => {
    const advert = {
      ...entry('DfE', '2026-01-06', 'Regional Attendance Adviser (secondment)'),
      text: 'On 6 January DfE advertised for a Regional Attendance Adviser (secondment)',
    }
    const other = entry('DfE', '2026-01-06', 'School attendance in the autumn')
    const about = story('adviser', 'Attendance adviser for the region', 'DfE seeks a regional adviser on secondment.')
    const { publications } = archive(anUpdate(701, { items: [about], entries: [other, advert] }))
    expect([...publications.values()].filter(({ stories }) => stories.length > 0)).toMatchObject([
      { title: advert.title, stories: ['701-adviser'] },
    ])
    const unnamed = { ...about, parts: [{ heading: null, text: 'A regional adviser on secondment is sought.' }] }
    const without = archive(anUpdate(701, { items: [unnamed], entries: [other, advert] }))
    expect([...without.publications.values()].flatMap(({ stories }) => stories)).toEqual([])
  })
})

describe('identity', () => {
  it('is the same for a day’s difference of one publisher’s title', () => {
    const listed = (date: string, publisher = 'DfE') => entry(publisher, date, 'A plan for all')
    expect(publications([listed('2026-01-06')], [listed('2026-01-07')])).toEqual(['A plan for all 701,702'])
    expect(publications([listed('2026-01-06')], [listed('2026-01-08')])).toHaveLength(2)
    expect(publications([listed('2026-01-06')], [listed('2026-01-07', 'LGA')])).toHaveLength(2)
    // Two years are two addresses.
    expect(publications([listed('2025-12-31')], [listed('2026-01-01')])).toHaveLength(2)
  })

  it('is the same where one update lists it twice, with and without its article', () => {
    const [one, other] = ['The guide to rural play', 'A guide to the rural play'].map(title =>
      entry('DfE', '2026-01-06', title),
    )
    expect(publications([one, other].flatMap(some => some ?? []))).toHaveLength(1)
    expect(
      publications([entry('DfE', '2026-01-06', 'Handbook: Annex A'), entry('DfE', '2026-01-06', 'Handbook: Annex')]),
    ).toHaveLength(2)
  })

  it('is not the same for titles without a letter', () => {
    expect(publications([entry('DfE', '2026-01-06', '???'), entry('DfE', '2026-01-06', '!!!')])).toHaveLength(2)
    const year = { ...entry('DfE', '2026-01-06', '2024–25'), text: 'On 6 January DfE published 2024–25' }
    expect(publications([year, { ...year, text: 'On 6 January DfE published figures for 2024–25' }])).toHaveLength(2)
    expect(publications([year], [year])).toHaveLength(1)
  })
})
