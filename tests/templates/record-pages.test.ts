/** What the pages of records and years show of the archive. */
import { expect, test } from 'vitest'
import type { Archive, Person } from '../../src/archive/archive.ts'
import { renderedPages } from '../support/site/rendered-pages.ts'
import { aMeeting, aPublication, smallArchive } from '../support/small-archive.ts'

const pageOf = (archive: Archive, address: string): string =>
  renderedPages(archive).find(page => page.address === address)?.html ?? ''
/** The part of a page below a heading's id, without tags, its white space folded. */
const wordsBelow = (html: string, id: string): string =>
  (html.split(`id="${id}"`)[1] ?? '')
    .split('</section>', 1)[0]
    ?.replace(/^[^>]*>|<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ') ?? ''

test('a year of publications names the other years, latest first', () => {
  const archive = smallArchive()
  const more = [2019, 2024, 2021].map(year =>
    aPublication({ id: `rivers-${year}`, title: 'Rivers', date: `${year}-03-02`, year }),
  )
  archive.publications = new Map([...archive.publications, ...more.map(one => [one.id, one] as const)])
  const html = pageOf(archive, '/publications/2026/')
  const nav = html.slice(html.indexOf('other-years_'))
  expect(Array.from(nav.matchAll(/href="\/publications\/(\d+)\/"/gu), ([, year]) => year).slice(0, 3)).toEqual([
    '2024',
    '2021',
    '2019',
  ])
})

test('a year of updates names the other years, latest first', () => {
  const archive = smallArchive()
  const [one, two] = archive.updates
  if (one === undefined || two === undefined) throw new Error('there are two')
  archive.updates = [
    { ...one, number: 601, date: '2024-03-08' },
    { ...one, number: 651, date: '2025-03-07' },
    { ...two, number: 702 },
  ]
  const html = pageOf(archive, '/updates/2026/')
  expect(Array.from(html.slice(html.indexOf('other-years_')).matchAll(/>(\d{4})</gu), ([, year]) => year)).toEqual([
    '2025',
    '2024',
  ])
})

test('a role of one day is dated once, one of several from the first to the last', () => {
  const archive = smallArchive()
  archive.people.get('ada-brook')?.roles.push({
    role: 'Otter Lead',
    organisation: null,
    updates: [701, 702],
    from: '2026-03-06',
    to: '2026-03-13',
  })
  const roles = wordsBelow(pageOf(archive, '/contacts/ada-brook/'), 'roles_')
  expect(roles).toContain('Otter Lead6 Mar 2026 to 13 Mar 2026')
  expect(roles).toContain('Upper Weir6 Mar 2026 · in Update')
})

test('details of the latest update are not among the earlier ones', () => {
  const earlier = wordsBelow(pageOf(smallArchive(), '/contacts/ada-brook/'), 'earlier_')
  expect(earlier).toContain('old.ada@example.org')
  expect(earlier).not.toContain('ada.brook@example.org')
})

test('of many stories the page shows the latest hundred, and how many there are', () => {
  const archive = smallArchive()
  const [story] = archive.stories.values()
  const person = archive.people.get('ada-brook')
  if (story === undefined || person === undefined) throw new Error('there are both')
  const many = Array.from({ length: 130 }, (_, at) => ({ ...story, id: `flood-${at}` }))
  archive.stories = new Map([...archive.stories, ...many.map(one => [one.id, one] as const)])
  archive.people = new Map<string, Person>([[person.id, { ...person, stories: many.map(({ id }) => id) }]])
  const stories = wordsBelow(pageOf(archive, '/contacts/ada-brook/'), 'stories_')
  expect(stories.match(/Flood defences/gu)).toHaveLength(100)
  expect(stories).toMatch(/130.*These are the latest 100\./u)
})

test('a topic shows its latest story', () => {
  expect(wordsBelow(pageOf(smallArchive(), '/topics/floods/'), 'stories_')).toContain('Flood defences')
})

test('a meeting that is over says that it was moved on its network’s page alone', () => {
  const archive = smallArchive()
  const moved = aMeeting({
    id: 'otters-and-weirs-2026-02-03',
    date: '2026-02-10',
    moves: [{ from: { date: '2026-02-03', start: null }, announcedIn: 701 }],
  })
  archive.meetings = new Map([[moved.id, moved], ...archive.meetings])
  archive.networks.get('otters-and-weirs')?.meetings.unshift(moved.id)
  expect(pageOf(archive, '/networks/otters-and-weirs/')).toContain('Was Tuesday 3 February 2026')
  expect(pageOf(archive, '/calendar/2026/')).not.toContain('Was Tuesday 3 February 2026')
})

test('an update that lists a publication twice has its anchor once', () => {
  const archive = smallArchive()
  const [update] = archive.updates
  const section = update?.sections.find(({ kind }) => kind === 'publications')
  if (section?.kind !== 'publications' || section.entries[0] === undefined) throw new Error('there is one')
  section.entries.push({ ...section.entries[0] })
  const anchor = `id="${/<ul class="bibliography"><li id="(?<id>[^"]+)"/u.exec(pageOf(archive, '/updates/701/'))?.groups?.id}"`
  expect(pageOf(archive, '/updates/701/').split(anchor)).toHaveLength(2)
})
