/**
 * contract.md §6, checked in every byte of the built site: the real updates, and one that prints details where no one
 * expects them. All its people are invented.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { detailsIn, filesNaming, leaksIn, type SiteFile, siteFiles } from '../support/site/leaks.ts'
import { copyProject } from '../support/site/project-copy.ts'

const { at, read, run, remove } = copyProject()

const awkward = `Update no 682 17th October 2025

If you have any news that you would like included in our Friday Update, please ring Otto Vane on (01632) 960-101 or write to otto.vane@example.org

Newsletters

Our plan can be had from WENDA HOLT (Wenda.Holt@Example.ORG)

Updates

Ring Otto Vane on 01632 960102 now

On 13 October DfE published Lighthouses for learners: a study of coastal schools, which Otto Vane (+44 (0)1632 960 103) and Holt, Wenda can send you

Headlines

Write to otto_vane@example.org, wenda.holt [at] example.org or visit example.org/otto-vane

  • Otto Vane’s number is 07700 900 104, that of Wenda Holt 0044 7700 900105

Future dates for network meetings

Network dates:

AD Education: Friday 14 November 2025, 10am via Teams. Contact otto.vane@example.org or 07700900106

QA Network: Thursday 20 November 2025 in London. More from Otto Vane (contact details below)

Tools & Templates

On 13 October DfE published Lighthouses for learners: a study of coastal schools, to be had from wenda@holt.example.org, 01632 960107

Contact Details

Lighthouse Network Lead: Otto Vane (Seaside Council)
otto.vane@example.org
01632 960108 / 07700 900109

Harbour Lead: Wenda Holt
wenda.holt@example.org
+44 7700 900110
`

let details: ReturnType<typeof detailsIn>
let people: string

beforeAll(() => {
  writeFileSync(at('content/raw/awkward.txt'), awkward)
  people = read('content/authorities/people.yaml')
  const raw = readdirSync(at('content/raw')).map(name => readFileSync(at('content/raw', name), 'utf8'))
  const found = detailsIn(raw.join('\n'))
  details = { ...found, emails: [...found.emails, 'wenda.holt [at] example.org'] }
})
afterAll(remove)

/** Builds the site as an editor who changes the policy does. */
async function builtWith(policy: 'printed' | 'latest' | 'none', who = people): Promise<SiteFile[]> {
  const site = read('content/site.yaml')
  writeFileSync(at('content/site.yaml'), site.replace(/^contactDetails: .*$/mu, `contactDetails: ${policy}`))
  writeFileSync(at('content/authorities/people.yaml'), who)
  expect(await run('build')).toMatchObject({ status: 0 })
  return siteFiles(at('_site'))
}

/** Where nothing of an update is repeated but what leads there. */
const nowhere =
  /^(?:pagefind\/|assets\/|newsletters\/|(?:about|accessibility|data|privacy|search)\/index\.html$|404\.html$|sitemap|robots|opensearch|manifest|favicon|_)/u
/** Lists of meetings and networks link to contacts, and leave e-mail addresses to the network's own page. */
const lists = /^(?:index\.html|networks\/index\.html|calendar\/.*)$/u
/** The latest update and the files that carry it, and people's own records. */
const newestPlaces =
  /^(?:updates\/682\/index\.(?:html|json)|contacts\/|(?:(?:networks|publishers)\/[^/]+\/)?feed\.(?:xml|json)$|data\/people\.json$|data\/contacts\.)/u

const leaks = (files: readonly SiteFile[]) =>
  [...leaksIn(files, details)].flatMap(([detail, where]) => where.map(file => `${detail} in ${file}`))
const index = (files: readonly SiteFile[]) => files.filter(({ file }) => file.startsWith('pagefind/'))

/** "492010" of "07855 492010" is a word of its own to an index. */
const holdsPiece = (files: readonly SiteFile[]) => {
  const sixes = new Set(files.flatMap(({ said }) => said.match(/(?<!\d)\d{6}(?!\d)/gu) ?? []))
  return details.phones.map(phone => phone.slice(-6)).filter(piece => sixes.has(piece))
}

test('the finder sees what the texts hold', () => {
  expect(details.emails).toEqual(expect.arrayContaining(['otto.vane@example.org', 'otto_vane@example.org']))
  expect(details.phones).toEqual(
    expect.arrayContaining(['1632960101', '1632960103', '7700900104', '7700900106', '7700900109', '7700900110']),
  )
  expect(details.emails.length).toBeGreaterThan(28)
  expect(details.phones.length).toBeGreaterThan(24)
})

describe('contactDetails: printed', () => {
  let files: SiteFile[]
  beforeAll(async () => {
    files = await builtWith('printed')
  })

  test('every detail is in the update that printed it, and in no other', () => {
    const found = leaksIn(files, details)
    for (const detail of [...details.emails, ...details.phones])
      expect(
        found.get(detail)?.some(file => /^updates\/\d+\/index\.html$/u.test(file)),
        detail,
      ).toBe(true)
    expect(leaks(files.filter(({ file }) => nowhere.test(file)))).toEqual([])
    const emailsAlone = { emails: details.emails, phones: [] }
    expect([
      ...leaksIn(
        files.filter(({ file }) => lists.test(file)),
        emailsAlone,
      ),
    ]).toEqual([])
  })

  test('the search index holds no address and no number, nor a piece of one', () => {
    expect(index(files).some(({ said }) => said.includes('lighthouse'))).toBe(true)
    expect(leaksIn(index(files), details)).toEqual(new Map())
    expect(holdsPiece(index(files))).toEqual([])
    expect(
      index(files)
        .filter(({ said }) => /[\p{L}\d]@[\p{L}\d]+\.[\p{L}\d]/u.test(said))
        .map(({ file }) => file),
    ).toEqual([])
  })
})

describe('contactDetails: latest', () => {
  test('details are in the latest update and with their people, and old ones are nowhere', async () => {
    const files = await builtWith('latest')
    expect(leaks(files.filter(({ file }) => !newestPlaces.test(file)))).toEqual([])
    const found = leaksIn(files, details)
    expect(found.get('otto.vane@example.org')).toContain('updates/682/index.html')
    expect(found.get('otto.vane@example.org')).toContain('contacts/otto-vane/index.html')
    const current = new Set([...found.keys()])
    const onPages = leaksIn(
      files.filter(({ file }) => /^contacts\/[^/]+\/index\.html$|^updates\/682\//u.test(file)),
      details,
    )
    expect([...current].filter(detail => !onPages.has(detail))).toEqual([])
    expect(holdsPiece(index(files))).toEqual([])
  })
})

describe('contactDetails: none', () => {
  test('no file holds an address or a number', async () => {
    const files = await builtWith('none')
    expect(files.length).toBeGreaterThan(500)
    expect([...leaksIn(files, details)]).toEqual([])
    expect(holdsPiece(files.filter(({ file }) => !/^assets\//u.test(file)))).toEqual([])
    expect(files.some(({ said }) => said.includes('contact details withheld'))).toBe(true)
  })
})

describe('people who are withheld, every second one by name', () => {
  const everyone = () =>
    [...people.matchAll(/^- \{ id: [a-z-]+, name: (?<name>[^,}]+?)\s*[,}]/gmu)].map(({ groups }) => groups?.name ?? '')
  const invented = ['Otto Vane', 'Wenda Holt']
  /** The names of those whose details, or who themselves, are withheld. */
  const withheld = (how: 'details' | 'person') =>
    [...everyone(), ...invented].filter((_, nth) => (nth % 2 === 0) === (how === 'details'))
  let files: SiteFile[]

  beforeAll(async () => {
    const added = invented.map(name => `- { id: ${name.toLowerCase().replace(' ', '-')}, name: ${name} }\n`)
    const marked = [people, ...added].join('').replace(/^(- \{ id: .*?) \}$/gmu, '$1, withhold: HOW }')
    let nth = 0
    files = await builtWith(
      'printed',
      marked.replace(/HOW/gu, () => (nth++ % 2 === 0 ? 'details' : 'person')),
    )
    expect(nth).toBe(everyone().length + invented.length)
  })

  test('no file holds an address or a number of theirs', () => {
    const theirs = readdirSync(at('content/raw'))
      .map(name => readFileSync(at('content/raw', name), 'utf8').split(/^\s*Contact Details:?\s*$/imu)[1] ?? '')
      .join('\n')
    expect([...leaksIn(files, detailsIn(theirs))]).toEqual([])
  })

  test('all name those whose details alone are withheld', () => {
    expect(withheld('details').length).toBeGreaterThan(12)
    for (const name of withheld('details')) expect(filesNaming(files, name).length, name).toBeGreaterThan(2)
  })

  test('no file names the others', () => {
    expect(withheld('person').length).toBeGreaterThan(12)
    for (const name of withheld('person')) expect(filesNaming(files, name), name).toEqual([])
  })
})
