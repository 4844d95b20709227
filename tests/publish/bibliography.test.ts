import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { bibtexOf, cslOf, publicationsOf, risOf } from '../../src/publish/bibliography/bibliography.ts'
import { bibtex } from '../../src/publish/bibliography/bibtex.ts'
import { plainCitation } from '../../src/publish/bibliography/citation.ts'
import { csl } from '../../src/publish/bibliography/csl.ts'
import {
  type Reference,
  referenceToPublication,
  referenceToStory,
  referenceToUpdate,
} from '../../src/publish/bibliography/reference.ts'
import { ris } from '../../src/publish/bibliography/ris.ts'
import { contactCards, currentDetails } from '../../src/publish/data/contact-cards.ts'
import { csv } from '../../src/publish/data/csv.ts'
import { contactsCsv } from '../../src/publish/data/tables/contacts-table.ts'
import { publicationsCsv } from '../../src/publish/data/tables/publications-table.ts'
import { readCsv } from '../support/read-csv.ts'
import { AWKWARD_TITLE, anItem, smallArchive } from '../support/small-archive.ts'

const archive = smallArchive()
const publications = [...archive.publications.values()]

/** What an independent reader makes of a bibliography. */
const readBack = (text: string) => new Cite(text).data as Record<string, unknown>[]

describe('BibLaTeX', () => {
  test('gives back every character of every title and name', () => {
    const [floods, awkward, undated] = readBack(bibtexOf(archive, publications))
    expect(floods).toMatchObject({
      id: 'flood-report',
      type: 'report',
      title: 'Floods',
      issued: { 'date-parts': [[2026, 3, 2]] },
    })
    expect(awkward?.title).toBe(AWKWARD_TITLE)
    expect(awkward?.author).toEqual([{ family: 'Health, Water & Co' }, { family: 'The River Board' }])
    expect(awkward?.issued).toEqual({ 'date-parts': [[2026, 2]] })
    expect(awkward?.URL).toBe('https://example.org/archive/publications/2026/awkward/')
    expect(undated).not.toHaveProperty('author')
  })

  test('gives each entry the fields that its type must have', () => {
    const entries = bibtexOf(archive, publications).split('\n\n')
    expect(entries).toHaveLength(publications.length)
    for (const entry of entries) {
      const must = entry.startsWith('@report{') ? ['author', 'title', 'institution', 'type', 'date'] : ['title', 'date']
      for (const field of must) expect(entry).toMatch(new RegExp(`^  ${field} = \\{.+\\},$`, 'mu'))
    }
    expect(entries[0]).toContain('@report{')
    expect(entries[1]).toContain('institution = {{Health, Water \\& Co} and {The River Board}}')
    expect(entries[2]).toMatch(/^@misc\{/u)
    expect(entries[2]).not.toContain('institution')
    expect(entries[2]).toContain('date = {2026?}')
  })

  test('leaves none of the characters bare that TeX takes for commands', () => {
    expect(bibtexOf(archive, publications)).toContain(
      String.raw`50\% \& \$5 \#1\_a \textbraceleft{}x\textbraceright{} \textasciitilde{}\textasciicircum{} \textbackslash{}`,
    )
  })

  test('keeps its braces in balance, whatever the text', () => {
    const entry = bibtex({
      ...referenceToPublication(archive, publications[0] as (typeof publications)[0]),
      title: '}{ {{ \\} @book{x, % "',
    })
    let depth = 0
    for (const sign of entry) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth).toBe(0)
  })
})

describe('CSL-JSON', () => {
  test('has each publication once, under the key of the other forms', () => {
    const items = JSON.parse(cslOf(archive, publications))
    expect(items.map(({ id }: { id: string }) => id)).toEqual(publications.map(({ id }) => id))
    expect(items[1]).toMatchObject({
      type: 'report',
      title: AWKWARD_TITLE,
      author: [{ literal: 'Health, Water & Co' }, { literal: 'The River Board' }],
      issued: { 'date-parts': [[2026, 2]] },
    })
    expect(new Cite(items).data).toHaveLength(publications.length)
    expect(JSON.parse(cslOf(archive, []))).toEqual([])
  })
})

describe('RIS', () => {
  test('gives back titles, organisations and dates; ids whole', () => {
    const long = { ...publications[0], id: 'a-very-long-identifier-of-a-work' } as (typeof publications)[0]
    const [floods, awkward] = readBack(risOf(archive, [long, ...publications.slice(1)]))
    expect(floods).toMatchObject({ type: 'report', title: 'Floods', issued: { 'date-parts': [[2026, 3, 2]] } })
    expect(floods?.id).toBe('a-very-long-identifier-of-a-work')
    expect(awkward?.title).toBe(AWKWARD_TITLE)
    expect(awkward?.author).toEqual([{ literal: 'Health Water & Co' }, { literal: 'The River Board' }])
  })

  test('has one tag a line', () => {
    const text = risOf(archive, [{ ...publications[0], title: 'Two\nER  - lines' } as (typeof publications)[0]])
    for (const line of text.trimEnd().split('\r\n')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-(?: |$)/u)
    expect(text.match(/^ER {2}-/gmu)).toHaveLength(1)
  })
})

describe('CSV', () => {
  test('gives back every cell', () => {
    const rows = [['a,b', 'say "x"', 'two\nlines', ' space ', 7, null]]
    expect(readCsv(csv({ columns: ['1', '2', '3', '4', '5', '6'], rows }))).toEqual([
      ['1', '2', '3', '4', '5', '6'],
      ['a,b', 'say "x"', 'two\nlines', ' space ', '7', ''],
    ])
  })

  test.each(['=1+1', '+SUM(A1)', '-2+3', '@x', '\t=1', '\tx', '\rx', ' =1', '＝1', '\r=1', '+44 1632 960001;=1'])(
    'disarms %j, which a spreadsheet would run',
    cell => expect(readCsv(csv({ columns: ['c'], rows: [[cell]] }))[1]).toEqual([`'${cell}`]),
  )

  test.each(['+44 1632 960001', '+44 (0)1632 960-001', 'a=b', '2026-03-02', "'quoted'"])('leaves %j as it is', cell =>
    expect(readCsv(csv({ columns: ['c'], rows: [[cell]] }))[1]).toEqual([cell]),
  )

  test('marks the file as UTF-8 for spreadsheets, and ends each line with CRLF', () => {
    const text = publicationsCsv(archive, publications)
    expect(text.startsWith('\uFEFFid,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
  })

  test('lists publications with publishers and updates', () => {
    const [columns, floods, awkward, undated] = readCsv(publicationsCsv(archive, publications))
    expect(columns).toHaveLength(15)
    expect(floods?.slice(0, 8)).toEqual([
      'flood-report',
      'Floods',
      'The River Board',
      '2026-03-02',
      'day',
      '2026-03-06',
      '701',
      '701; 702',
    ])
    expect(awkward?.slice(1, 3)).toEqual([AWKWARD_TITLE, 'HWC; The River Board'])
    expect(undated?.slice(1, 5)).toEqual(["'=1+1, a “formula”", '', '', ''])
  })

  test('lists people with only their latest details', () => {
    const [columns, ada, zoe] = readCsv(contactsCsv(archive))
    expect(Object.fromEntries((columns ?? []).map((name, at) => [name, ada?.[at]]))).toMatchObject({
      role: 'Reed Warden, acting',
      organisation: 'Upper Weir; south',
      email: 'ada.brook@example.org',
      phone: '+44 1632 960001',
      as_of: '2026-03-13',
    })
    expect(zoe?.[1]).toBe('\'=cmd|calc "Zoë", Fen')
  })

  test('of one publisher holds only its publications', () => {
    expect(publicationsOf(archive, 'health-and-water').map(({ id }) => id)).toEqual(['awkward'])
    expect(publicationsOf(archive, 'nobody')).toEqual([])
  })
})

describe('vCards', () => {
  const cards = ICAL.parse(contactCards(archive)) as unknown as [string, [string, object, string, ...unknown[]][]][]
  const field = (card: number, name: string) =>
    cards[card]?.[1].filter(([key]) => key === name).map(([, , , value]) => value)

  test('give back names and latest details', () => {
    expect(cards).toHaveLength(2)
    expect(field(0, 'fn')).toEqual(['Ada Brook'])
    expect(field(1, 'fn')).toEqual(['=cmd|calc "Zoë", Fen'])
    expect(field(0, 'title')).toEqual(['Reed Warden, acting'])
    expect(field(0, 'email')).toEqual(['ada.brook@example.org'])
    expect(field(0, 'tel')).toEqual(['+44 1632 960001'])
    expect(field(0, 'note')).toEqual(['As the Friday Update of 13 March 2026 printed it'])
  })

  test('say the name in its parts, and when it was said', () => {
    const [ada] = archive.people.values()
    const partsOf = (name: string) => {
      const people = new Map(ada ? [[ada.id, { ...ada, name }]] : [])
      const [, properties] = ICAL.parse(contactCards({ ...archive, people })) as unknown as [string, unknown[][]]
      return properties.find(([key]) => key === 'n')?.[3]
    }
    expect(partsOf('Ada Brook')).toEqual(['Brook', 'Ada', '', '', ''])
    expect(partsOf('Dr Anna Maria van der Berg OBE')).toEqual(['van der Berg', 'Anna', 'Maria', 'Dr', 'OBE'])
    expect(partsOf('Philip (Phil) Reed')).toEqual(['Reed', 'Philip', '(Phil)', '', ''])
    expect(partsOf('Programme')).toEqual(['', 'Programme', '', '', ''])
    expect(field(0, 'role')).toEqual(['Reed Warden, acting'])
    expect(contactCards(archive)).toContain('ORG:Upper Weir\\; south\r\n')
    expect(contactCards(archive)).toContain('REV:2026-03-13T00:00:00Z\r\n')
  })

  test('are folded at 75 octets, and escape what could be mistaken for syntax', () => {
    const [ada] = archive.people.values()
    const name = `${'ö'.repeat(60)}; a, b\\n\nBEGIN:VCARD\u0007`
    const people = new Map(ada ? [[ada.id, { ...ada, name }]] : [])
    const text = contactCards({ ...archive, people })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const [, properties] = ICAL.parse(text) as unknown as [string, [string, object, string, string][]]
    // ical.js leaves "\\;" alone in a field of one value, where RFC 2426 §4 wants it escaped all the same.
    expect(properties.find(([key]) => key === 'fn')?.[3].replaceAll('\\;', ';')).toBe(
      `${'ö'.repeat(60)}; a, b\\n\nBEGIN:VCARD`,
    )
  })

  test('are from one day: a number that the latest block left out is an earlier one', () => {
    const person = archive.people.get('ada-brook')
    if (!person) throw new Error('the small archive has people')
    const seen = (value: string, lastSeen: string) => ({ value, updates: [1], lastSeen })
    const role = (name: string, to: string) => ({ role: name, organisation: null, updates: [1], from: to, to })
    const older = {
      ...person,
      roles: [role('Lead', '2026-03-20')],
      emails: [seen('new@example.org', '2026-03-13'), seen('old@example.org', '2026-03-06')],
      phones: [seen('01632 960123', '2026-03-06')],
    }
    expect(currentDetails(older)).toEqual({
      roles: ['Lead'],
      organisations: [],
      emails: ['new@example.org'],
      phones: [],
      asOf: '2026-03-13',
    })
  })

  test('say nothing that was not printed', () => {
    expect(currentDetails(archive.people.get('zoe-fen') as never)).toEqual({
      roles: [],
      organisations: [],
      emails: [],
      phones: [],
      asOf: null,
    })
  })
})

describe('"Cite this"', () => {
  const [first] = archive.updates
  const cited = (reference: Reference) => plainCitation(reference)

  test('cites an update, a story and a publication as British readers write it', () => {
    if (!first) throw new Error('the small archive has updates')
    expect(cited(referenceToUpdate(archive.site, first))).toBe(
      'SESLIP (2026) UPDATE NO 701 06 March 2026. Friday Update 701, 6 March 2026. Available at: https://example.org/archive/updates/701/',
    )
    const eels = anItem({ id: 'eels', title: 'Eels return', titleSource: 'supplied' })
    expect(cited(referenceToStory(archive.site, first, eels))).toBe(
      'SESLIP (2026) ‘[Eels return]’, Friday Update 701, 6 March 2026. Available at: https://example.org/archive/updates/701/#eels',
    )
    expect(
      publications.map(work =>
        cited(referenceToPublication(archive, work))
          .replace(/Available.*/u, '')
          .replace(AWKWARD_TITLE, '…'),
      ),
    ).toEqual([
      'The River Board (2026) Floods, 2 March 2026. Listed in Friday Update 701, 702. ',
      'Health, Water & Co and The River Board (2026) …, February 2026. Listed in Friday Update 701. ',
      '=1+1, a “formula” (no date). Listed in Friday Update 702. ',
    ])
  })

  test('gives BibTeX of the same', () => {
    if (!first) throw new Error('the small archive has updates')
    const [story] = readBack(
      bibtex(referenceToStory(archive.site, first, anItem({ id: 'eels', title: 'Eels & weirs' }))),
    )
    expect(story).toMatchObject({
      id: 'friday-update-701-eels',
      title: 'Eels & weirs',
      'container-title': 'Friday Update',
    })
    const [update] = readBack(bibtex(referenceToUpdate(archive.site, first)))
    expect(update).toMatchObject({ id: 'friday-update-701', title: 'UPDATE NO 701 06 March 2026' })
  })

  test('gives CSL-JSON of the same, its authors as organisations', () => {
    const [floods] = publications
    if (!floods) throw new Error('the small archive has publications')
    expect(csl(referenceToPublication(archive, floods))).toMatchObject({
      id: 'flood-report',
      type: 'report',
      author: [{ literal: 'The River Board' }],
      issued: { 'date-parts': [[2026, 3, 2]] },
    })
  })

  test('keeps what a story says about the use of its material', () => {
    if (!first) throw new Error('the small archive has updates')
    const said = 'The film should not be posted on websites.'
    const film = anItem({ id: 'film', title: 'Film', parts: [{ heading: null, label: null, text: said }] })
    const reference = referenceToStory(archive.site, first, film)
    expect(cited(reference)).toContain(said)
    expect(ris(reference)).toContain(said)
  })
})
