/** What an editor does, from start to end: commands run in a copy of the project, and what is in `_site/` afterwards. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyProject } from '../support/site/project-copy.ts'

const { at, read, run, bytesOf, remove } = copyProject([654, 681])

beforeAll(async () => {
  expect(await run('build')).toMatchObject({ status: 0 })
})
afterAll(remove)

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
    ['raw texts', { 'content/raw/700.txt': '', 'content/raw/note.txt': 'Lunch on Friday?\n' }],
    ['an authority file that is no YAML', { 'content/authorities/people.yaml': 'people: [\n' }],
    ['an update file that is no front matter', { 'content/updates/654.md': '---\nnumber: [\n---\n' }],
  ])('%s: each is named, and the site stays', async (_what, files) => {
    const site = bytesOf('_site')
    const kept = Object.keys(files).map(file => [file, existsSync(at(file)) ? read(file) : null] as const)
    for (const [file, text] of Object.entries(files)) writeFileSync(at(file), text)
    const { status, output } = await run('build')
    for (const [file, text] of kept)
      if (text === null) rmSync(at(file))
      else writeFileSync(at(file), text)
    expect(status).toBe(1)
    for (const file of Object.keys(files))
      expect(output).toMatch(new RegExp(`error\\[[a-z-]+\\]: .+\\n\\s*--> ${file}:\\d+:\\d+`, 'u'))
    expect(output).toContain('= hint: ')
    expect(output).not.toMatch(/^\s+at /mu)
    expect(bytesOf('_site')).toEqual(site)
  })
})

describe('one more update', () => {
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
    expect(JSON.parse(read('_site/data/updates.json'))).toHaveLength(3)

    rmSync(at('content/raw/this week.txt'))
    rmSync(at('content/updates/682.md'))
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(bytesOf('_site')).toEqual(before)
  })
})
