/** What is searchable, and the index that is made of it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { bundleClient } from '../../src/search/bundle.ts'
import { withoutContactDetails } from '../../src/search/contact-details.ts'
import { closeIndexer, searchContent, writeIndex } from '../../src/search/index.ts'
import { searchRecords } from '../../src/search/records/records.ts'
import { conceptOf } from '../../src/search/spelling.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { smallArchive } from '../support/small-archive.ts'

const top = mkdtempSync(join(tmpdir(), 'search-'))
afterAll(async () => {
  await closeIndexer()
  rmSync(top, { recursive: true, force: true })
})

const records = (archive: Archive = smallArchive()) => searchRecords(archive, [])
const record = (address: string, archive?: Archive) => records(archive).find(one => one.address === address)

describe('records', () => {
  test('are one for each story, network, person, and publication without a story', () => {
    expect(records().map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      'story /updates/701/#flood-defences',
      'story /updates/701/#dates',
      'publication /publications/2026/awkward/',
      'publication /publications/2026/undated/',
      'person /contacts/ada-brook/',
      'person /contacts/zoe-fen/',
      'network /networks/otters-and-weirs/',
      'network /networks/silent/',
      'topic /topics/floods/',
      'update /updates/701/',
      'update /updates/702/',
    ])
  })

  test('a story has the words, publishers and sections of its publication and of its repeats', () => {
    expect(record('/updates/701/#flood-defences')).toMatchObject({
      title: 'Flood defences & <b>you</b>: what “works”',
      date: '2026-03-06',
      update: 701,
      years: [2026],
      sections: ['updates'],
      publishers: ['river-board'],
      networks: ['otters-and-weirs'],
    })
    expect(record('/updates/701/#flood-defences')?.also.split(' ')).toEqual(
      expect.arrayContaining(['701', 'floods', 'march']),
    )
  })

  test('the text is what is printed, a line for each block', () => {
    expect(record('/updates/701/#flood-defences')?.text.split('\n')).toEqual([
      'Rivers rise.',
      'Findings show:',
      'Reeds help',
      'So do 50% of banks, see https://example.org/a_b?c=1&d=2',
      'The guide',
    ])
  })

  test('a wrapped paragraph is one line, so that phrases are found across lines', () => {
    const archive = smallArchive()
    const [first] = archive.updates
    for (const section of first?.sections ?? [])
      if (section.kind === 'updates')
        section.items[0]?.parts.splice(0, 9, {
          heading: null,
          label: null,
          text: 'the drivers of pupil\nabsence\n\n- one\n  wrapped\n- two',
        })
    expect(record('/updates/701/#flood-defences', archive)?.text).toBe('the drivers of pupil absence\none wrapped\ntwo')
  })

  test('a person has every role, and a network its names and meetings', () => {
    expect(record('/contacts/ada-brook/')?.text).toBe(
      'Reed Warden (Upper Weir)\nReed Warden, acting (Upper Weir; south)\nOtters, weirs & “holts”',
    )
    const network = record('/networks/otters-and-weirs/')
    expect(network?.text).toContain('Otters 29 March 2026, 10-11.30 online')
    expect(network?.names).toContain('ottersweirsandholts')
  })

  test('a shorthand is added if the text has its other forms, and to the names if the title does', () => {
    const concepts = [
      conceptOf(['FD', 'flood defence']),
      conceptOf(['RH', 'reeds help']),
      conceptOf(['PN', 'pine needle']),
    ]
    const story = searchRecords(smallArchive(), concepts).find(({ address }) => address.endsWith('flood-defences'))
    expect(story?.names.split(' ')).toContain('fd')
    expect(story?.also.split(' ')).toContain('rh')
    expect(`${story?.names} ${story?.also} ${story?.title} ${story?.text}`).not.toMatch(/\bpn\b/u)
  })

  test('a title from another line is in square brackets, as on its page', () => {
    const archive = smallArchive()
    for (const section of archive.updates.flatMap(({ sections }) => sections))
      if ('items' in section) for (const item of section.items) if (item.title !== null) item.titleSource = 'supplied'
    expect(records(archive).find(({ address }) => address === '/updates/701/#flood-defences')?.title).toMatch(
      /^\[Flood.*\]$/u,
    )
  })

  test('standing text belongs to the latest update that has it', () => {
    const archive = smallArchive()
    const print = (text: string) => ({ kind: 'notices' as const, heading: null, lead: '', text })
    archive.updates.forEach((update, nth) => {
      update.sections = [print(nth === 0 ? 'Same words\n\nFirst words' : 'Same words'), ...update.sections.slice(1)]
    })
    const [first, last] = records(archive).filter(({ kind }) => kind === 'update')
    expect([first?.text, last?.text]).toEqual(['First words', 'Same words'])
  })

  test('a publisher of what a story is about is not one that it only mentions', () => {
    const { publishers, mentions } = record('/updates/701/#flood-defences') ?? {}
    expect(publishers?.filter(id => mentions?.includes(id))).toEqual([])
  })

  test('hold no address and no number of the archive', () => {
    expect(JSON.stringify(records())).not.toMatch(/@|01632|1632 960/u)
  })
})

describe('contact details', () => {
  const numbers = [
    '01632 960001',
    '01632-960-001',
    '(01632) 960 001',
    '0 1 6 3 2 9 6 0 0 0 1',
    '+44 (0)1632 960001',
    '0044 1632 960001',
    '07700900123',
    '07700 900 123',
    '07700.900.123',
    '０７７００ ９００１２３',
    '+447700900123',
    'tel:+447700900123',
    '0207 946 0018',
    '07700\u00a0900\u202f123',
    '7911 123456',
    '44 7700 900123',
    '011 44 7700 900123',
  ]
  const addresses = [
    'kim.lee@example.org',
    'Kim.Lee@Example.ORG',
    'kim@sub.example.org',
    'kim.lee @ example.org',
    'kim＠example.org',
    'kim (at) example.org',
    'kim [at] example [dot] org',
    'kim at example dot org',
    'mailto:kim@example.org',
    '<kim@example.org>',
    'kim<b>@</b>example.org',
    'kim&#64;example.org',
  ]

  test.each([...numbers, ...addresses])('%s goes', detail => {
    const left = withoutContactDetails(`Ask Kim on ${detail}, or write`)
    expect(left).toMatch(/^Ask Kim on\W+or write$/u)
  })

  test.each([
    '227,530 offences and 987,000 people',
    'between 1 April 2024 and 31 March 2025',
    '2022-23 and 2023-24',
    '01/04/2024 10.00-11.30',
    'aged 16 to 24, 2:44 minutes',
    'SC240046',
    '[2023] EWHC 3030 (Admin)',
    'Look at the report',
  ])('%s stays', text => expect(withoutContactDetails(text)).toBe(text))

  test('wherever they are', () => {
    const words = fc
      .array(fc.constantFrom('call', '2024', '16', 'the', 'to 24,', 'ring:', 'year 7'), { maxLength: 4 })
      .map(all => all.join(' '))
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom('07700 900123', '01632 960001', 'kim@example.org'),
        (before, after, detail) => {
          expect(withoutContactDetails(`${before} ${detail} ${after}`)).not.toContain(detail.slice(-6))
        },
      ),
    )
  })
})

describe('the vocabulary', () => {
  test('is read with its forms', () => {
    const { concepts, diagnostics } = readVocabulary('- name: EHCP\n  variants: ["EHC plan"]\n', 'vocabulary.yaml')
    expect(diagnostics).toEqual([])
    expect(concepts).toEqual([{ token: 'ehcp', forms: ['EHCP', 'EHC plan'] }])
  })

  test('says so at line and column', () => {
    const text =
      '- name: SGO\n  variants: [special guardianship]\n- name: SG\n  variants: [Special Guardianship]\n- name: X\n  variants: []\n  wrong: 1\n'
    const shared = text.split('\n').slice(0, 4).join('\n')
    const diagnostics = (of: string) =>
      readVocabulary(of, 'vocabulary.yaml').diagnostics.map(({ code, at }) => `${code} ${at.line}:${at.column}`)
    expect(diagnostics(shared)).toEqual(['shared-form 4:14'])
    expect(diagnostics(text)).toEqual(expect.arrayContaining(['yaml-unknown-field 7:3', 'yaml-value 6:13']))
    expect(diagnostics('- name: "unclosed')).toEqual(['yaml-syntax 1:18'])
    expect(diagnostics('')).toEqual([])
  })

  test('of the project is without fault', () => {
    const text = readFileSync('content/authorities/vocabulary.yaml', 'utf8')
    expect(readVocabulary(text, 'vocabulary.yaml').diagnostics).toEqual([])
  })
})

describe('the index', () => {
  const content = () => searchContent(smallArchive(), [conceptOf(['FD', 'flood defence'])])
  const filesOf = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
  const digest = (folder: string) =>
    filesOf(folder).map(
      file => `${file.slice(folder.length)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`,
    )

  test('is the same byte for byte each time, and holds no contact detail in any file', async () => {
    const [one, two] = [join(top, 'one'), join(top, 'two')]
    await writeIndex(content(), one)
    await writeIndex(content(), two)
    expect(digest(one)).toEqual(digest(two))
    for (const file of filesOf(one)) {
      const bytes = readFileSync(file)
      const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1')
      if (!/\.(?:js|pagefind)$/u.test(file)) expect(text).not.toMatch(/@example|ada\.brook|960001|desk@/u)
    }
  })

  test('that no one wants any more is given up, and the next one is as if there had been none', async () => {
    const [given, next] = [join(top, 'given-up'), join(top, 'next')]
    await expect(writeIndex(content(), given, AbortSignal.abort())).rejects.toThrow('aborted')
    await writeIndex(content(), next)
    expect(digest(next)).toEqual(digest(join(top, 'one')))
  })

  test('has no file that the search page does not load', async () => {
    const folder = join(top, 'one')
    const kinds = new Set(
      filesOf(folder).map(file =>
        file
          .slice(folder.length)
          .replace(/(?:en_)?[0-9a-f]{7,}|\/(?:english-[a-z]|)[a-z0-9]\.txt|\d+(?=\.json)/gu, '*'),
      ),
    )
    expect([...kinds].sort()).toEqual([
      '/facets.json',
      '/index/*.pf_index',
      '/pagefind-entry.json',
      '/pagefind.*.pf_meta',
      '/pagefind.js',
      '/texts/*/*.json',
      '/wasm.en.pagefind',
      '/words*',
    ])
  })
})

test('our own scripts weigh at most 18 kB compressed, and their names change with them', async () => {
  const { page, worker } = await bundleClient(process.cwd())
  expect(gzipSync(page.code).length + gzipSync(worker.code).length).toBeLessThanOrEqual(18_000)
  expect(page.fileName).toMatch(/^search\.[0-9a-f]{8}\.js$/u)
  expect(worker.fileName).toMatch(/^search-worker\.[0-9a-f]{8}\.js$/u)
  expect(page.code).toContain(worker.fileName)
  for (const { code } of [page, worker]) expect(code).not.toMatch(/node:|process\.env/u)
})
