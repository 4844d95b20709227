/** What stories and publications are about: topics.yaml, and the rule that reads it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { readAuthorities } from '../../src/archive/content/authorities.ts'
import { topicFinder } from '../../src/archive/topics/topic-finder.ts'
import { anUpdate, aSite, authorities, entry, story } from '../support/sample-updates.ts'

const yaml = `
- { id: send, name: SEND, forms: [special educational needs, disability], covers: Special needs. }
- { id: poverty, name: Poverty, forms: [social exclusion], covers: Hardship. }
- { id: exclusions, name: Exclusions, forms: [exclusion], covers: Exclusions. }
- { id: safeguarding, name: Safeguarding, covers: Keeping children safe. }
- { id: abuse, name: Abuse, forms: [sexual abuse], covers: Abuse., broader: safeguarding }
- { id: homes, name: Children’s homes, forms: [childrens home], covers: Homes. }
- { id: silent, name: Nothing is about this, covers: Nothing. }
`
const records = authorities({ topics: yaml })
const find = topicFinder(records.topics)
const about = (title: string, opening = '', ...publications: string[]) => find({ title, opening, publications })

describe('the topics of a text', () => {
  it('are whole words, plurals included, and abbreviations only in capitals', () => {
    expect(about('SEND: what next?')).toEqual(['send'])
    expect(about('Please send us your sendings')).toEqual([])
    expect(about('A visit to Children’s Homes')).toEqual(['homes'])
  })

  it('come from the longest form: "social exclusion" is not about exclusions', () => {
    expect(about('Social exclusion in towns')).toEqual(['poverty'])
    expect(about('School exclusion in towns')).toEqual(['exclusions'])
  })

  it('come from the titles of the publications as well', () => {
    expect(about('IFS on costs', '', 'Support for special educational needs')).toEqual(['send'])
  })

  it('come from the opening when it says so twice, not when it is one mention among others', () => {
    expect(about('A new report', 'Poverty grows. Where poverty grows, safeguarding matters.')).toEqual(['poverty'])
    expect(about('A report on homes', 'It covers poverty, safeguarding and special educational needs.')).toEqual([])
    expect(about('A report', 'It is about poverty.')).toEqual(['poverty'])
  })

  it('come from the points of a list only where no title names a topic', () => {
    const points = (mark: string) => `${mark} Help where poverty is.\n${mark} Ask what poverty costs.`
    for (const mark of ['-', '1\\.', '1.']) {
      expect(about('A report on abuse', points(mark))).toEqual(['abuse'])
      expect(about('Two points', points(mark))).toEqual(['poverty'])
    }
  })

  it('count a name and its abbreviation as one mention', () => {
    expect(about('Abuse: a report', 'It names special educational needs and disability (SEND) once.')).toEqual([
      'abuse',
    ])
  })

  it('are at most three, and leave out the wider topic of a surer one', () => {
    expect(about('Poverty, SEND, exclusions and children’s homes')).toHaveLength(3)
    expect(about('Sexual abuse', 'Safeguarding partners met. Safeguarding matters.')).toEqual(['abuse'])
    expect(about('Safeguarding and sexual abuse')).toEqual(['safeguarding', 'abuse'])
  })

  it('ignore where links lead', () => {
    expect(about('More [here](https://example.org/poverty/exclusions)')).toEqual([])
  })
})

describe('the topics of the archive', () => {
  const text =
    'On 2 January 2026 Otter Trust published Emerging findings of the year. It reads well and is long enough.'
  const updates = [
    anUpdate(701, {
      items: [story('costs', 'The costs of SEND', text)],
      entries: [entry('Otter Trust', '2026-01-02', 'Emerging findings of the year')],
    }),
    anUpdate(702, { reminders: [story('costs', 'The costs of SEND', text, 'Places are left.')] }),
  ]
  const { archive } = buildArchive({ updates, authorities: records, site: aSite() })

  it('hold the stories about each, and only topics with a story or publication', () => {
    expect([...archive.topics.keys()]).toEqual(['send'])
    expect(archive.topics.get('send')?.stories).toEqual(['701-costs'])
  })

  it('are the same in each appearance of a story', () => {
    const topics = archive.updates.flatMap(({ sections }) =>
      sections.flatMap(section => ('items' in section ? section.items.map(item => item.topics) : [])),
    )
    expect(topics).toEqual([['send'], ['send']])
  })

  it('of a publication come from what its entry says beside its title, but not from who published it', () => {
    const entries = [
      { ...entry('SEND Trust', '2026-01-02', 'A judgement'), text: 'SEND Trust published A judgement about poverty' },
      { ...entry('SEND Trust', '2026-01-03', 'A briefing'), text: 'SEND Trust published A briefing' },
    ]
    const { archive } = buildArchive({ updates: [anUpdate(701, { entries })], authorities: records, site: aSite() })
    expect(Array.from(archive.publications.values(), ({ title, topics }) => [title, topics])).toEqual([
      ['A briefing', []],
      ['A judgement', ['poverty']],
    ])
  })

  it('are a publication’s too, when its own title says nothing and one story is about it', () => {
    expect([...archive.publications.values()].map(({ topics }) => topics)).toEqual([['send']])
  })
})

describe('topics.yaml', () => {
  const read = (text: string) => readAuthorities({ topics: { file: 'topics.yaml', text } }).diagnostics

  it('of the project is sound', () => {
    expect(read(readFileSync('content/authorities/topics.yaml', 'utf8'))).toEqual([])
  })

  it('is reported where two topics share a form or an id, or name a wider topic that is not there', () => {
    const faults = read(`
- { id: a, name: Ants, forms: [ant hills], covers: Ants. }
- { id: b, name: Bees, forms: [Ant Hill], covers: Bees., broader: c }
- { id: a, name: Cats, covers: Cats., coverz: x }
- { id: a, name: Cats }
`)
    expect(faults.map(({ code }) => code)).toEqual(['yaml-unknown-field', 'yaml-value'])
    const sound = read(`
- { id: a, name: Ants, forms: [ant hills], covers: Ants. }
- { id: b, name: Bees, forms: [Ant Hill], covers: Bees., broader: c }
- { id: a, name: Cats, covers: Cats. }
`)
    expect(sound.map(({ code, at }) => `${code} ${at.line}`)).toEqual([
      'shared-id 4',
      'shared-form 3',
      'unknown-record 3',
    ])
  })
})
