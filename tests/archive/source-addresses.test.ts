/** A publication's own address: from the link on its title, or by hand, and never a guess. */
import { describe, expect, test } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readPublicationAuthorities } from '../../src/archive/content/publication-authorities.ts'
import { bibtexOf, risOf } from '../../src/publish/bibliography/bibliography.ts'
import { publicationsData } from '../../src/publish/data/record-data.ts'
import { publicationsCsv } from '../../src/publish/data/tables/publications-table.ts'
import { updateData } from '../../src/publish/data/update-data.ts'
import { report } from '../../src/publish/linked-data.ts'
import { sourceSearch } from '../../src/publish/source-search.ts'
import { anUpdate, aSite, authorities, entry, story } from '../support/sample-updates.ts'

const TITLE = 'Pathways into higher education'
const listed = (text: string, title = TITLE) => ({ ...entry('TASO', '2026-01-06', title), text })
const known = authorities({
  publishers: '- { id: taso, name: TASO, search: "https://example.org/search?q={title}&type[]=a" }',
})
const archiveOf = (texts: string[], yaml = '', sentence = '') => {
  const { publications, diagnostics } = readPublicationAuthorities(yaml, 'publications.yaml')
  const items = sentence === '' ? [] : [story('pathways', TITLE, sentence)]
  const updates = texts.map((text, at) => anUpdate(701 + at, { items, entries: [listed(text)] }))
  const built = buildArchive({ updates, authorities: known, site: aSite(), publications })
  const [publication] = built.archive.publications.values()
  if (publication === undefined) throw new Error('no publication')
  return {
    ...built,
    publication,
    messages: [...diagnostics, ...built.diagnostics].map(({ code, message }) => `${code}: ${message}`),
  }
}

describe('a publication takes the address', () => {
  test.each([
    ['of the link on its title', `On 6 January TASO published [${TITLE}](https://example.org/a?b=1)`],
    [
      'of a link on the better part of it',
      'TASO published [Pathways into higher](https://example.org/a?b=1) education',
    ],
    ['of a link that holds it', `[TASO: ${TITLE} (pdf)](https://example.org/a?b=1)`],
    [
      'of two links in a row that lead to one page',
      'See [Pathways into](https://example.org/a?b=1) [higher education](https://example.org/a?b=1)',
    ],
    ['that is printed', `TASO published ${TITLE}: https://example.org/a?b=1`],
  ])('%s', (_, text) => {
    const { archive, publication, messages } = archiveOf([text])
    expect(publication.sourceUrl).toBe('https://example.org/a?b=1')
    expect(messages).toEqual([])
    const data = updateData(archive.updates[0] as never).sections.find(({ kind }) => kind === 'publications')
    expect(data).toMatchObject({ entries: [{ link: 'https://example.org/a?b=1' }] })
  })

  test('of a link on its title in a story about it', () => {
    const { publication } = archiveOf(
      [`On 6 January TASO published ${TITLE}`],
      '',
      `On 6 January TASO published [${TITLE}](https://example.org/a)`,
    )
    expect(publication.sourceUrl).toBe('https://example.org/a')
  })

  test('that publications.yaml has, whatever is linked', () => {
    const { publication, messages } = archiveOf(
      [`[${TITLE}](https://example.org/a)`, `[${TITLE}](https://example.org/b)`],
      '- { id: pathways-into-higher-education-2026-01-06, url: "https://example.org/c", doi: "https://doi.org/10.1234/ab.c", note: A second edition. }',
    )
    expect(publication).toMatchObject({
      sourceUrl: 'https://example.org/c',
      doi: '10.1234/ab.c',
      note: 'A second edition.',
    })
    expect(messages).toEqual([])
  })

  test('of its DOI', () => {
    expect(archiveOf([`[${TITLE}](https://doi.org/10.1234/ab.c)`]).publication).toMatchObject({ doi: '10.1234/ab.c' })
    const byHand = archiveOf(
      [TITLE],
      '- { id: pathways-into-higher-education-2026-01-06, doi: 10.1234/ab.c }',
    ).publication
    expect(byHand.sourceUrl).toBe('https://doi.org/10.1234/ab.c')
  })
})

describe('nothing is guessed', () => {
  test.each([
    ['a "here"', `TASO published ${TITLE}. A summary is [here](https://example.org/a)`],
    ['another title', `TASO published ${TITLE}, after [an inquiry](https://example.org/a)`],
    ['a mail address', `TASO published [${TITLE}](mailto:jo@example.org)`],
    ['no link', `TASO published ${TITLE}`],
  ])('from %s', (_, text) => expect(archiveOf([text]).publication.sourceUrl).toBeNull())

  test('from links that lead to different pages: they are named, with the line to add', () => {
    const { publication, messages, diagnostics } = archiveOf([
      `[${TITLE}](https://example.org/a)`,
      `[${TITLE}](https://example.org/b)`,
    ])
    expect(publication.sourceUrl).toBeNull()
    expect(messages[0]).toContain('https://example.org/a (update 701)')
    expect(diagnostics[0]?.hint).toContain(
      '- { id: pathways-into-higher-education-2026-01-06, url: "https://example.org/b" }',
    )
  })

  test('two spellings of one page are one', () => {
    const { publication } = archiveOf([
      `[${TITLE}](http://www.example.org/a/)`,
      `[${TITLE}](https://example.org/a#top)`,
    ])
    expect(publication.sourceUrl).toBe('https://example.org/a#top')
  })

  test('an unknown id is an error with the nearest', () => {
    const { diagnostics } = archiveOf(
      [TITLE],
      '- { id: pathways-into-higher-education-2026-01, url: "https://example.org" }',
    )
    expect(diagnostics).toMatchObject([
      {
        code: 'unknown-publication',
        severity: 'error',
        hint: expect.stringContaining('"pathways-into-higher-education-2026-01-06"'),
      },
    ])
    expect(archiveOf([TITLE], '- { id: a, url: "javascript:alert(1)" }').messages[0]).toContain('yaml-value')
  })
})

test('an address is in every file', () => {
  const { archive, publication } = archiveOf([`[${TITLE}](https://doi.org/10.1234/a_b)`])
  const record = 'https://example.org/publications/2026/'
  expect(publicationsData(archive)).toMatchObject([{ sourceUrl: 'https://doi.org/10.1234/a_b', doi: '10.1234/a_b' }])
  expect(publicationsCsv(archive, [publication])).toMatch(/,https:\/\/doi.org\/10\.1234\/a_b,10\.1234\/a_b/u)
  expect(bibtexOf(archive, [publication])).toContain('url = {https://doi.org/10.1234/a_b}')
  expect(bibtexOf(archive, [publication])).toContain('doi = {10.1234/a_b}')
  expect(risOf(archive, [publication])).toContain('UR  - https://doi.org/10.1234/a_b\r\n')
  expect(risOf(archive, [publication])).toContain(`N1  - Listed in Friday Update 701, ${record}`)
  expect(report(archive, publication)).toMatchObject({
    sameAs: 'https://doi.org/10.1234/a_b',
    identifier: { value: '10.1234/a_b' },
  })
})

test('where no address is known, the publisher’s own search is', () => {
  const { archive, publication } = archiveOf([TITLE])
  expect(sourceSearch(archive, { ...publication, title: 'Fish & “chips” – 50%' })).toEqual({
    publisher: 'TASO',
    address: 'https://example.org/search?q=Fish%20%26%20chips%2050%25&type%5B%5D=a',
  })
  expect(sourceSearch(archive, { ...publication, sourceUrl: 'https://example.org' })).toBeNull()
})
