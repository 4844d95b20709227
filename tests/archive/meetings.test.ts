import { describe, expect, it } from 'vitest'
import { isOver } from '../../src/archive/archive.ts'
import { buildArchive } from '../../src/archive/build-archive.ts'
import type { Meeting } from '../../src/update/update.ts'
import { anUpdate, aSite, authorities, contact, dates, meeting, story } from '../support/sample-updates.ts'

const known = authorities({
  networks: '- { id: ad, name: AD Safeguarding, variants: [AD Safeguarding Network] }\n- { id: send, name: SEND SE19 }',
  people: '- { id: ada-brook, name: Ada Brook }\n- { id: otto-vane, name: Otto Vane }',
})
const archiveOf = (...weeks: Meeting[][]) =>
  buildArchive({
    updates: weeks.map((list, at) => anUpdate(701 + at, { reminders: [dates(...list)] })),
    authorities: known,
    site: aSite(),
  }).archive
/** Update 701 is of 9 January 2026, 702 of the 16th, 703 of the 23rd. */
const records = (...weeks: Meeting[][]) => [...archiveOf(...weeks).meetings.values()]
const ad = (date: string | null, more: Partial<Meeting> = {}) => meeting('AD Safeguarding', date, more)

describe('a meeting', () => {
  it('announced for weeks is one record', () => {
    expect(
      records([ad('2026-03-06', { start: '10:00' })], [ad('2026-03-06')], [ad('2026-03-06', { start: '10:00' })]),
    ).toMatchObject([
      {
        id: 'ad-2026-03-06',
        updates: [701, 702, 703],
        start: '10:00',
        moves: [],
        sequence: 0,
        stamp: '2026-01-23',
        status: 'planned',
      },
    ])
  })

  it('that moves keeps its id, its old date, and the update that moved it', () => {
    expect(
      records(
        [ad('2026-03-06', { start: '10:00' })],
        [ad('2026-03-13', { start: '14:00' })],
        [ad('2026-03-13', { start: '15:00' })],
      ),
    ).toMatchObject([
      {
        id: 'ad-2026-03-06',
        date: '2026-03-13',
        start: '15:00',
        sequence: 2,
        moves: [
          { from: { date: '2026-03-06', start: '10:00' }, announcedIn: 702 },
          { from: { date: '2026-03-13', start: '14:00' }, announcedIn: 703 },
        ],
      },
    ])
  })

  it('that one update announces twice has what either says', () => {
    const [one, two] = [
      ad('2026-03-06', { start: '10:00', contacts: ['Ada Brook'] }),
      ad('2026-03-06', { place: 'Oxford', mode: 'in-person', end: '12:00', subject: 'Drift', contacts: ['Otto Vane'] }),
    ] as const
    const { archive } = buildArchive({
      updates: [anUpdate(701, { items: [dates(one)], reminders: [dates(two)] })],
      authorities: known,
      site: aSite(),
    })
    expect([...archive.meetings.values()]).toMatchObject([
      {
        start: '10:00',
        end: '12:00',
        place: 'Oxford',
        mode: 'in-person',
        subject: 'Drift',
        contacts: [{ printed: 'Ada Brook' }],
        updates: [701],
        sequence: 0,
      },
    ])
  })

  it('does not keep its old hours on its new day', () => {
    expect(records([ad('2026-03-06', { start: '10:00', end: '12:00' })], [ad('2026-03-13')])).toMatchObject([
      { start: null, end: null },
    ])
  })

  it('that has passed is followed by the next one', () => {
    expect(records([ad('2026-01-12')], [ad('2026-03-13')]).map(({ id }) => id)).toEqual([
      'ad-2026-01-12',
      'ad-2026-03-13',
    ])
  })

  it('has not moved while its date is still listed, nor if it could be one of several', () => {
    expect(records([ad('2026-03-06')], [ad('2026-03-06'), ad('2026-06-05')])).toHaveLength(2)
    expect(records([ad('2026-03-06'), ad('2026-06-05')], [ad('2026-04-10')])).toHaveLength(3)
    expect(records([ad('2026-03-06')], [ad('2026-04-10'), ad('2026-06-05')])).toHaveLength(3)
  })

  it('that comes off the list before its day has not moved a season away: the next one is another', () => {
    expect(records([ad('2026-03-06')], [ad('2026-06-05')])).toHaveLength(2)
    expect(records([ad('2026-03-06')], [ad('2026-04-10')])).toHaveLength(1)
    expect(records([ad('2026-01-30')], [ad('2026-02-27')], [ad('2026-03-27')])).toHaveLength(2)
    const text = 'AD Safeguarding: now moved to 5 June'
    expect(records([ad('2026-03-06')], [ad('2026-06-05', { text: text })])).toMatchObject([{ date: '2026-06-05' }])
  })

  it('that moves by days among others is known by its neighbourhood', () => {
    expect(
      records([ad('2026-03-06'), ad('2026-06-05')], [ad('2026-03-13'), ad('2026-06-04'), ad('2026-09-11')]),
    ).toMatchObject([
      { id: 'ad-2026-03-06', date: '2026-03-13', sequence: 1 },
      { id: 'ad-2026-06-05', date: '2026-06-04', sequence: 1 },
      { id: 'ad-2026-09-11', moves: [] },
    ])
    expect(records([ad('2026-03-06'), ad('2026-03-20')], [ad('2026-03-13')])).toHaveLength(3)
  })

  it('is moved only within its network and subject', () => {
    const send = (date: string, subject: string) => meeting('SEND SE19', date, { subject })
    expect(records([send('2026-03-06', 'Strategic Leads')], [send('2026-03-13', 'Data Benchmarking')])).toHaveLength(2)
    expect(records([send('2026-03-06', 'Strategic Leads')], [send('2026-03-13', 'Strategic leads')])).toHaveLength(1)
    expect(records([ad('2026-03-06')], [meeting('SEND SE19', '2026-03-13')])).toHaveLength(2)
  })

  it('may be called off, and on again', () => {
    const off = ad('2026-03-06', { status: 'cancelled' })
    expect(records([ad('2026-03-06')], [off])).toMatchObject([{ status: 'cancelled', sequence: 1 }])
    expect(records([ad('2026-03-06')], [off], [ad('2026-03-06')])).toMatchObject([{ status: 'planned', sequence: 2 }])
    expect(records([ad('2026-03-06')], [ad(null, { status: 'cancelled' })])).toMatchObject([
      { id: 'ad-2026-03-06', date: '2026-03-06', status: 'cancelled' },
    ])
    // A new day after a cancellation is another meeting: calendars keep a cancelled one cancelled.
    expect(records([ad('2026-03-06')], [off], [ad('2026-03-20')]).map(({ status }) => status)).toEqual([
      'cancelled',
      'planned',
    ])
  })

  it('that is postponed is off its day, and keeps its id when it gets a new one', () => {
    const off = ad(null, { status: 'postponed', formerDate: '2026-03-06' })
    const moves = [{ from: { date: '2026-03-06', start: '10:00' }, announcedIn: 702 }]
    const first = ad('2026-03-06', { start: '10:00' })
    expect(records([first], [off])).toMatchObject([
      { id: 'ad-2026-03-06', date: null, start: null, status: 'postponed', moves, sequence: 1 },
    ])
    expect(records([first], [off], [off])).toMatchObject([{ status: 'postponed', moves, sequence: 1 }])
    expect(records([first], [off], [ad('2026-05-01')])).toMatchObject([
      { id: 'ad-2026-03-06', date: '2026-05-01', status: 'planned', moves, sequence: 2 },
    ])
    // "Postponed", and no word of when it was to be: the one that stood.
    expect(records([first], [ad(null, { status: 'postponed' })])).toMatchObject([{ status: 'postponed', moves }])
    expect(records([off])).toMatchObject([
      { id: 'ad-2026-03-06', date: null, moves: [{ from: { date: '2026-03-06', start: null }, announcedIn: 701 }] },
    ])
    expect(records([first, off])).toMatchObject([{ status: 'postponed', date: null }])
    // "Postponed to 1 May": the meeting is planned, and has moved.
    expect(records([first], [ad('2026-05-01', { status: 'postponed', formerDate: '2026-03-06' })])).toMatchObject([
      { id: 'ad-2026-03-06', date: '2026-05-01', status: 'planned', moves, sequence: 1 },
    ])
  })

  it('whose line gives its old date is that one, whatever is beside it', () => {
    const weeks = [[ad('2026-06-05'), ad('2026-06-26')], [ad('2026-06-12', { formerDate: '2026-06-05' })]]
    expect(records(...weeks)).toMatchObject([
      { id: 'ad-2026-06-05', date: '2026-06-12', moves: [{ from: { date: '2026-06-05' }, announcedIn: 702 }] },
      { id: 'ad-2026-06-26', date: '2026-06-26' },
    ])
    expect(records([ad('2026-06-12', { formerDate: '2026-06-05' })])).toMatchObject([
      { id: 'ad-2026-06-05', date: '2026-06-12', moves: [{ from: { date: '2026-06-05' } }] },
    ])
  })

  it('of several days is one, and loses its last day with its first', () => {
    const two = ad('2026-03-10', { lastDate: '2026-03-11' })
    expect(records([two], [two])).toMatchObject([{ id: 'ad-2026-03-10', lastDate: '2026-03-11', sequence: 0 }])
    expect(records([two], [ad('2026-03-17')])).toMatchObject([{ date: '2026-03-17', lastDate: null, sequence: 1 }])
  })

  it('is not over on the day of the latest update, nor on its last day', () => {
    const [one, two] = records([ad('2026-01-09'), ad('2026-01-08', { lastDate: '2026-01-09' })])
    const asOf = '2026-01-09'
    expect([one, two].map(record => record && isOver(record, asOf))).toEqual([false, false])
    expect([one, two].map(record => record && isOver(record, '2026-01-10'))).toEqual([true, true])
  })

  it('gets what an article of the same update knows better', () => {
    const article = {
      ...story('next', 'Next meeting', 'At the abbey.'),
      meetings: [meeting('AD Safeguarding Network', '2026-03-06', { place: 'The Abbey' })],
    }
    const update = anUpdate(701, { items: [article], reminders: [dates(ad('2026-03-06', { start: '10:00' }))] })
    const { archive } = buildArchive({ updates: [update], authorities: known, site: aSite() })
    expect([...archive.meetings.values()]).toMatchObject([
      {
        place: 'The Abbey',
        start: '10:00',
        sequence: 0,
        announcements: [
          { update: 701, item: 'next' },
          { update: 701, item: 'future-dates-for-network-meetings' },
        ],
      },
    ])
  })

  it('at ten and a meeting at two are two', () => {
    const day = [ad('2026-03-06', { start: '10:00' }), ad('2026-03-06', { start: '14:00' })]
    expect(records(day, day).map(({ id, updates }) => [id, updates])).toEqual([
      ['ad-2026-03-06', [701, 702]],
      ['ad-2026-03-06-2', [701, 702]],
    ])
  })

  it('without a date is one record for its network, after all dated ones', () => {
    expect(
      records([ad(null), ad('2026-03-06')], [ad(null)]).map(({ id, date, updates }) => [id, date, updates]),
    ).toEqual([
      ['ad-2026-03-06', '2026-03-06', [701]],
      ['ad-undated', null, [701, 702]],
    ])
  })
})

describe('contacts of a network', () => {
  it('is a person by name, or by an address that a contact list gives them', () => {
    const list = [
      ad('2026-03-06', { contacts: ['Ada Brook'] }),
      meeting('SEND SE19', null, { contacts: ['Otto.vane@example.org'] }),
    ]
    const update = anUpdate(701, {
      reminders: [dates(...list)],
      contacts: [contact('Lead', 'Otto Vane', { email: 'otto.vane@example.org' })],
    })
    const { archive } = buildArchive({ updates: [update], authorities: known, site: aSite() })
    expect(archive.meetings.get('ad-2026-03-06')?.contacts).toEqual([{ printed: 'Ada Brook', person: 'ada-brook' }])
    expect(archive.meetings.get('send-undated')?.contacts).toEqual([
      { printed: 'Otto.vane@example.org', person: 'otto-vane' },
    ])
    expect(archive.people.get('otto-vane')?.networks).toEqual(['send'])
  })

  it('have first and last updates and dates, latest first; a role that names the network counts', () => {
    const line = (name: string) => ({ reminders: [dates(ad(null, { contacts: [name] }))] })
    const { archive } = buildArchive({
      updates: [
        anUpdate(701, line('Ada Brook')),
        anUpdate(702, { contacts: [contact('PSW and AD Safeguarding Network Lead', 'Ada Brook')] }),
        anUpdate(703, line('Otto Vane')),
        anUpdate(704, line('Ada Brook')),
        anUpdate(705, { contacts: [contact('AD Safeguarding Adviser', 'Otto Vane')] }),
      ],
      authorities: known,
      site: aSite(),
    })
    expect(archive.networks.get('ad')?.convenors).toEqual([
      { contact: { printed: 'Ada Brook', person: 'ada-brook' }, updates: [704], from: '2026-01-30', to: '2026-01-30' },
      { contact: { printed: 'Otto Vane', person: 'otto-vane' }, updates: [703], from: '2026-01-23', to: '2026-01-23' },
      {
        contact: { printed: 'Ada Brook', person: 'ada-brook' },
        updates: [701, 702],
        from: '2026-01-09',
        to: '2026-01-16',
      },
    ])
  })

  it('come from the authority file if the updates have none, for the time it says', () => {
    const { archive } = buildArchive({
      updates: [anUpdate(701, { reminders: [dates(ad(null))], contacts: [contact('Lead', 'Ada Brook')] })],
      authorities: authorities({
        networks:
          '- { id: ad, name: AD Safeguarding, convenors: [{ name: Ada Brook, to: "2025-12-31" }, { name: Kit }] }',
        people: '- { id: ada-brook, name: Ada Brook }',
      }),
      site: aSite(),
    })
    expect(archive.networks.get('ad')?.convenors).toEqual([
      { contact: { printed: 'Ada Brook', person: 'ada-brook' }, updates: [], from: '2025-12-31', to: '2025-12-31' },
      { contact: { printed: 'Kit', person: null }, updates: [], from: '2026-01-09', to: '2026-01-09' },
    ])
  })

  it('may be all that an update says of a network, which then has its record', () => {
    const { archive } = buildArchive({
      updates: [anUpdate(701, { contacts: [contact('SEND SE19 Network Lead', 'Ada Brook')] })],
      authorities: known,
      site: aSite(),
    })
    expect(archive.networks.get('send')).toMatchObject({
      updates: [701],
      convenors: [{ contact: { person: 'ada-brook' }, updates: [701] }],
    })
    expect(archive.people.get('ada-brook')?.networks).toEqual(['send'])
  })
})
