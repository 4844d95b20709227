/** What is still lost is a list for the editor: once for the archive, with the lines to add. */
import { expect, test } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { reportUnlinked } from '../../src/archive/unlinked.ts'
import { countLostLinks } from '../../src/update/lost-links.ts'
import { anUpdate, aSite, authorities, entry, story } from '../support/sample-updates.ts'

test.each([
  ['The report is here.', 1],
  ['A summary is here (pdf 4 pages) and the full report is here', 2],
  ['The report is [here](https://example.org/report).', 0],
  ['A summary is [here](https://example.org/a), the report is here', 1],
  ['The report is here: https://example.org/report', 0],
  ['Many children living here are new.', 0],
  ['Follow this link to apply', 1],
  ['Nothing of the kind', 0],
])('%s: %i', (text, count) => expect(countLostLinks(text)).toBe(count))

const reported = (...texts: string[]) => {
  const updates = texts.map((text, at) =>
    anUpdate(701 + at, {
      items: [story(`story-${at}`, 'A story', text)],
      entries: [
        entry('River Board', '2026-01-05', 'The state of the rivers'),
        entry('River Board', null, `Report ${at}`),
      ],
    }),
  )
  const { archive } = buildArchive({ updates, authorities: authorities({}), site: aSite() })
  return reportUnlinked(updates, archive)
}

test('words without a link are counted by update, most first, in one message', () => {
  const [lost, ...others] = reported('It is here.', 'It is here. A blog is here.', 'No links.')
  expect(lost).toMatchObject({ code: 'lost-links' })
  expect(lost?.message).toMatch(/3 times in 2 updates[\s\S]*update 702: 2, update 701: 1$/u)
  expect(others.map(({ code }) => code)).toEqual(['publications-without-address'])
})

test('publications without an address have the line to add, those listed most first', () => {
  const diagnostic = reported('x', 'y').find(({ code }) => code === 'publications-without-address')
  const [, first] = diagnostic?.message.split('\n') ?? []
  expect(first).toBe('- { id: state-of-the-rivers-2026-01-05, url: "" }  # The state of the rivers (listed 2 times)')
})

test('nothing is said where nothing is lost', () => {
  expect(reported().map(({ code }) => code)).toEqual([])
})
