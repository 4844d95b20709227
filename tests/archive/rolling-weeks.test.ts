/**
 * Three newsletters after the latest real one, as an editor rolls the lists on: reminders with a word changed or the
 * title lost, entries typed again, editions side by side, meetings moved and called off. Every record that more than one
 * update makes was read by eye.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readContent } from '../../src/archive/content/read-content.ts'
import { parseUpdate } from '../../src/parse/parse-update.ts'
import { aSite } from '../support/sample-updates.ts'

const texts = ['content/raw/681.txt', ...[682, 683, 684].map(number => `tests/rolling-weeks/${number}.txt`)]
const updates = texts.flatMap(file => parseUpdate(readFileSync(file, 'utf8'), file).update ?? [])
const { authorities } = readContent('content')
const { archive, diagnostics } = buildArchive({ updates, authorities, site: aSite() })
const after681 = (numbers: number[]) => numbers.some(number => number > 681)

test('repeated stories are one', () => {
  const repeated = [...archive.stories.values()].filter(({ appearances }) => appearances.length > 1)
  expect(repeated.map(({ title, appearances }) => `${appearances.map(({ update }) => update)} ${title}`)).toEqual([
    '681,682 Family Routes: children who returned to care',
    '681,682 IFS on SEND',
    '681,682 New research highlights importance of how pupil absence is communicated',
    '681,682 SESLIP QA Conference – NOW BOOKING',
    '682,683 Coastal fostering pilot: first findings',
    '682,683 Holding On: what kinship carers say',
    '682,683,684 SESLIP Participation Day – SAVE THE DATE',
    '683,684 Placements at a distance',
  ])
})

test('publications that are listed again are one, and editions are several', () => {
  const publications = [...archive.publications.values()].filter(work => after681(work.updates))
  const list = publications.map(({ publishers, title, updates }) => {
    const short = title.length > 50 ? `${title.slice(0, 50)}…` : title
    return `${updates} ${publishers.map(({ id }) => id).join('+')}: ${short}`
  })
  expect(list).toEqual([
    '684 kinship+become: The first hundred days: a survey of 1,200 families',
    '684 hmi-prisons: Children in custody 2025–26: interim findings',
    '683,684 ofsted+cqc: Placements at a Distance: A Thematic Review of Twe…',
    '683,684 dfe: Pupil absence in schools in England: Spring and Su…',
    '683,684 dfe: Children missing education, Spring term 2024-25',
    '682,683,684 dfe: Coastal fostering pilot: first findings',
    '682,683,684 dfe: Children missing education, Autumn term 2024-25',
    '682,683 coram+kinship: Holding On: carers’ stories 2025',
    '682,683 the-fostering-network: State of the Nation’s Foster Care 2025: summary',
    '681,682,683 ifs: Support for children with disabilities and special…',
    '681,682 eef: an independent evaluation of the BITUP programme –…',
    '681,682,683,684 hmi-prisons: Children in custody 2024–25: An analysis of 12–18-…',
    '681,682,683 centre-of-expertise-on-child-sexual-abuse: Developing your strategic response to child sexual…',
    '681,682 dfe: Family Routes: children who returned to care after…',
    '681,682 speech-and-language-uk: Transforming SEND: An Alternative White Paper',
    '681,682 appg-for-send: Reforming the SEND System in England',
    '681,682,683 public-accounts-committee: Improving family court services for children',
    '681,682 nao: Managing children’s residential care',
    '681,682 ofsted: Social care providers and places as at 31 March 20…',
    '681,682 dfe: Families first for children pathfinder – Implement…',
    '681,682,683,684 seslip: Regional Improvement Plan',
  ])
})

test('meetings that are announced again are one, moved or called off', () => {
  const dated = [...archive.meetings.values()].filter(({ date }) => date !== null)
  expect(
    dated.map(({ id, date, status, sequence, updates }) => `${updates} ${id} ${date} ${status} ${sequence}`),
  ).toEqual([
    '682,683 fostering-network-2025-11-04 2025-11-04 planned 0',
    '682,683 ad-education-2025-11-21 2025-11-21 cancelled 1',
    '682,683,684 ad-safeguarding-2025-11-14 2025-11-21 planned 1',
    '682,683,684 send-se19-2025-11-27 2025-11-27 planned 0',
    '684 lead-members-group-2025-11-28 2025-11-28 planned 0',
    '682,683,684 qa-network-2025-12-03 2025-12-04 planned 1',
    '684 ad-education-2026-01-16 2026-01-16 planned 0',
    '684 fostering-network-2026-02-03 2026-02-03 planned 0',
  ])
})

test('publishers and networks are known by any name, and new people are reported', () => {
  expect(diagnostics.every(({ message }) => message.startsWith('there is no record of a person called'))).toBe(true)
  expect([...archive.people.values()].filter(({ verified }) => !verified)).toHaveLength(diagnostics.length)
  expect(archive.networks.get('send-se19')?.updates).toEqual([681, 682, 683, 684])
  expect(archive.networks.get('principal-social-workers')?.convenors.map(({ contact }) => contact.person)).toEqual([
    'nell-farrow',
    'jo-boyle',
    'jenny-boyd',
  ])
})

test('the real updates name no one who is not in the authority files', () => {
  const content = readContent('content')
  expect(buildArchive({ ...content, site: aSite() }).diagnostics.map(({ message }) => message)).toEqual([])
})
