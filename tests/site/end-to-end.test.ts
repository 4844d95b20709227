/** What an editor does, from start to end: commands run in a copy of the project, and what is in `_site/` afterwards. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schemas } from '../../src/publish/data/schemas.ts'
import { copyProject } from '../support/site/project-copy.ts'

const { at, read, run, bytesOf, remove } = copyProject()

beforeAll(async () => {
  expect(await run('build')).toMatchObject({ status: 0 })
})
afterAll(remove)

describe('the site of the real updates', () => {
  test.each([
    ['home', 'index.html'],
    ['an update', 'updates/654/index.html'],
    ['all updates', 'updates/index.html'],
    ['a year', 'updates/2025/index.html'],
    ['networks', 'networks/index.html'],
    ['a network', 'networks/ad-education/index.html'],
    ["a network's calendar", 'networks/ad-education/meetings.ics'],
    ['contacts', 'contacts/index.html'],
    ['a person', 'contacts/mark-evans/index.html'],
    ['publications', 'publications/index.html'],
    ['publications of a year', 'publications/2025/index.html'],
    ['a publisher', 'publishers/dfe/index.html'],
    ['meetings', 'calendar/index.html'],
    ['the calendar', 'calendar.ics'],
    ['search', 'search/index.html'],
    ['the search index', 'pagefind/pagefind.js'],
    ['feeds', 'feed.xml'],
    ['the JSON feed', 'feed.json'],
    ["an update's old address", 'newsletters/update-no-654-21st-march-2025/index.html'],
    ['missing pages', '404.html'],
    ['the explanation of the data', 'data/index.html'],
    ['publications as CSV', 'data/publications.csv'],
    ['publications as BibTeX', 'data/publications.bib'],
    ['contacts as CSV', 'data/contacts.csv'],
  ])('has %s', (_what, file) => {
    expect(existsSync(at('_site', file)), file).toBe(true)
  })

  test('has data that its schemas describe', () => {
    for (const number of [389, 593, 654, 681]) {
      schemas.update.parse(JSON.parse(read(`_site/updates/${number}/index.json`)))
    }
    for (const name of ['updates', 'people', 'networks', 'publishers', 'publications', 'meetings'] as const) {
      schemas[name].parse(JSON.parse(read(`_site/data/${name}.json`)))
    }
  })
})

describe('a build again', () => {
  test('changes no byte, in any time zone, from nothing or from what is there', async () => {
    const before = bytesOf('_site')
    const warm = await run('build', { TZ: 'Asia/Tokyo' })
    expect(warm.output).toContain(' 0 files written')
    expect(bytesOf('_site')).toEqual(before)
    rmSync(at('_site'), { recursive: true })
    rmSync(at('.cache'), { recursive: true })
    expect(await run('build', { TZ: 'Asia/Tokyo' })).toMatchObject({ status: 0 })
    expect(bytesOf('_site')).toEqual(before)
  })

  test('puts back files that were removed, and removes files without a source', async () => {
    const before = bytesOf('_site')
    rmSync(at('_site/updates/654/index.html'))
    writeFileSync(at('_site/left-over.html'), 'of another time')
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(bytesOf('_site')).toEqual(before)
  })
})

describe('content that cannot be used', () => {
  test.each([
    ['an empty raw text', 'content/raw/700.txt', ''],
    ['a raw text without a number', 'content/raw/note.txt', 'Lunch on Friday?\n'],
    ['an authority file that is no YAML', 'content/authorities/people.yaml', 'people: [\n'],
    ['an update file that is no front matter', 'content/updates/654.md', '---\nnumber: [\n---\n'],
  ])('%s: is named, and the site stays', async (_what, file, text) => {
    const site = bytesOf('_site')
    const kept = existsSync(at(file)) ? read(file) : null
    writeFileSync(at(file), text)
    const { status, output } = await run('build')
    if (kept === null) rmSync(at(file))
    else writeFileSync(at(file), kept)
    expect(status).toBe(1)
    expect(output).toMatch(new RegExp(`error\\[[a-z-]+\\]: .+\\n\\s*--> ${file}:\\d+:\\d+`, 'u'))
    expect(output).toContain('= hint: ')
    expect(output).not.toMatch(/^\s+at /mu)
    expect(bytesOf('_site')).toEqual(site)
  })
})

describe('a fifth update', () => {
  const raw = `Update no 682 17th October 2025

If you have any news that you would like included in our Friday Update, please contact Robin Sample (details below)

Newsletters

Our Regional Improvement Plan can be found here

Updates

Lighthouses for learners: a study of coastal schools

On 13 October DfE published Lighthouses for learners: a study of coastal schools

Headlines

Pupils who live beside a lighthouse miss fewer mornings than others.

Future dates for network meetings

Network dates:

AD Education: Friday 14 November 2025, 10am via Teams. More from Robin Sample (contact details below)

Adoption Leadership Board: Thursday 20 November 2025 in London. More from Robin Sample (contact details below)

Tools & Templates

On 13 October DfE published Lighthouses for learners: a study of coastal schools

Contact Details

Lighthouse Network Lead: Robin Sample (Seaside Council)
robin.sample@example.org
01632 960123
`

  test('appears everywhere; taken away, it is gone everywhere', async () => {
    const before = bytesOf('_site')
    writeFileSync(at('content/raw/this week.txt'), raw)
    expect(await run('build')).toMatchObject({ status: 0 })
    const words = 'Lighthouses for learners'
    const pages = ['updates/682/index.html', 'index.html', 'publications/2025/index.html', 'publishers/dfe/index.html']
    for (const file of [...pages, 'feed.xml', 'feed.json', 'data/publications.json', 'data/publications.csv']) {
      expect(read(`_site/${file}`), file).toContain(words)
    }
    expect(read('_site/updates/681/index.html')).toContain('/updates/682/')
    expect(read('_site/contacts/robin-sample/index.html')).toContain('Seaside Council')
    expect(read('_site/calendar.ics')).toContain('20251114T100000')
    expect(JSON.parse(read('_site/data/updates.json'))).toHaveLength(5)

    rmSync(at('content/raw/this week.txt'))
    rmSync(at('content/updates/682.md'))
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(bytesOf('_site')).toEqual(before)
  })
})

test('under a path prefix, no link leads out of it', async () => {
  expect(await run('build', { PATH_PREFIX: '/archive/' })).toMatchObject({ status: 0 })
  const pages = Object.keys(bytesOf('_site')).filter(file => file.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(100)
  const links = pages.flatMap(file =>
    Array.from(
      read(`_site/${file}`).matchAll(/\s(?:href|src|action|content)="(?<to>(?:0;\s*url=)?\/[^"]*)"/gu),
      match => ({
        file,
        to: match.groups?.to ?? '',
      }),
    ),
  )
  expect(links.length).toBeGreaterThan(1000)
  expect(links.filter(({ to }) => !to.replace(/^0;\s*url=/u, '').startsWith('/archive/'))).toEqual([])
})
