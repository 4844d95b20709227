import { describe, expect, it } from 'vitest'
import { buildArchive } from '../../src/archive/build-archive.ts'
import { itemReader } from '../../src/archive/stories/item-text.ts'
import type { Item } from '../../src/update/update.ts'
import { anUpdate, aSite, authorities, dates, entry, meeting, story } from '../support/sample-updates.ts'

const none = authorities({})
const long =
  'The report looks at the journeys of children in secure settings, at how often they move, and at what they say of their schools. Most of them liked learning when somebody had the time to teach them properly.'

/** Which items are one story: "701#a 702#b". */
const stories = (...weeks: Item[][]) => {
  const updates = weeks.map((items, at) => anUpdate(701 + at, { items }))
  const { archive } = buildArchive({ updates, authorities: none, site: aSite() })
  return [...archive.stories.values()].map(({ appearances }) =>
    appearances.map(({ update, item }) => `${update}#${item}`).join(' '),
  )
}

it('the same words are read again where their title is printed here and supplied there', () => {
  const printed = story('a', 'Secure settings', long)
  const read = itemReader()
  const isSupplied = [printed, { ...printed, titleSource: 'supplied' as const }, printed].map(
    item => read(item).story.isSupplied,
  )
  expect(isSupplied).toEqual([false, true, false])
})

describe('one story', () => {
  it('is repeated word for word, or with a word changed', () => {
    const changed = long.replace('properly', 'well')
    expect(
      stories(
        [story('a', 'Journeys of children in secure settings', long)],
        [story('b', 'Journeys of children in secure settings', long)],
        [story('c', 'The journeys of children in secure homes', changed)],
      ),
    ).toEqual(['701#a 702#b 703#c'])
  })

  it('keeps its identity when only the state of things changes', () => {
    expect(
      stories(
        [story('a', 'Care Leavers Workshop – SAVE THE DATE', 'On Monday 16 March there is a workshop.')],
        [story('b', 'Care Leavers Workshop – BOOKING NOW', 'Book your place here. Speakers are known.')],
        [story('c', 'Reminder: Care leavers workshop (fully booked)', 'There are no more places on 16 March.')],
      ),
    ).toEqual(['701#a 702#b 703#c'])
  })

  it('is known again when its title and its first paragraph were lost', () => {
    const first = 'On 27 February the Commissioner published The journeys of children in secure settings'
    const lost = { ...story('c', 'The journeys of children', long), titleSource: 'supplied' as const }
    expect(stories([story('a', 'Journeys in secure settings', first, long)], [story('b', null, long)], [lost])).toEqual(
      ['701#a 702#b 703#c'],
    )
  })

  it('is known again when a list supplies another title, with a year or a slip', () => {
    const first = 'On 27 February the Commissioner published Children in custody 2024–25'
    const supplied = (title: string) => ({ ...story('b', title, long), titleSource: 'supplied' as const })
    const repeated = story('a', 'First findings on children in custody', first, long)
    for (const title of ['Children in custody 2024–25', 'Frist findings on children in custody'])
      expect(stories([repeated], [supplied(title)])).toEqual(['701#a 702#b'])
  })

  it('is in each update once', () => {
    expect(
      stories([story('a', 'A long title of five words', long), story('b', 'A long title of five words', long)]),
    ).toEqual(['701#a', '701#b'])
  })

  it('says in each update where it was first and where else', () => {
    const weeks = [701, 702, 703].map(number => anUpdate(number, { items: [story('a', 'A', long)] }))
    const { archive } = buildArchive({ updates: weeks, authorities: none, site: aSite() })
    const items = archive.updates.flatMap(({ sections }) =>
      sections.flatMap(section => (section.kind === 'updates' ? section.items : [])),
    )
    expect(items.map(({ story, firstIn, repeats }) => [story, firstIn, repeats])).toEqual([
      ['701-a', 701, [702, 703]],
      ['701-a', 701, [701, 703]],
      ['701-a', 701, [701, 702]],
    ])
  })
})

describe('two stories', () => {
  it('under one short title stay two, when nothing else is common', () => {
    expect(
      stories(
        [story('a', 'Family Observatory', 'The director spoke to the committee about newborn children.')],
        [story('b', 'Family Observatory', 'A new dashboard on the length of proceedings is online.')],
      ),
    ).toHaveLength(2)
  })

  it('of two months stay two, though all words but the numbers are the same', () => {
    const release = (month: string, rate: number) =>
      story(month, `Pupil attendance in schools, ${month}`, `Attendance was ${rate}% in ${month}. ${long}`)
    expect(stories([release('January', 93)], [release('February', 92)])).toHaveLength(2)
  })

  it('about two publications stay two, though their texts are alike', () => {
    const aboutPublication = (title: string) =>
      story('x', 'New figures are out', `On 5 January ONS published ${title}`, long)
    const titles = ['Young people and work in the north', 'Young people and work in the south']
    const updates = titles.map((title, at) =>
      anUpdate(701 + at, { items: [aboutPublication(title)], entries: [entry('ONS', '2026-01-05', title)] }),
    )
    expect(buildArchive({ updates, authorities: none, site: aSite() }).archive.stories.size).toBe(2)
  })

  it('about two meetings of one network stay two', () => {
    expect(
      stories(
        [story('a', 'AD Safeguarding Network – next meeting 6 March', 'It starts at ten. Bring your agenda items.')],
        [story('b', 'AD Safeguarding Network – next meeting 5 June', 'We meet in the abbey this time, over lunch.')],
      ),
    ).toHaveLength(2)
  })

  it('that share a standing invitation stay two', () => {
    const invitation =
      'Online, open to senior leaders of all statutory safeguarding partners and relevant agencies, including education settings. Please register using your workplace email address.'
    expect(
      stories(
        [story('a', 'Implementing changes to Working Together', 'Tuesday 30 January', invitation)],
        [story('b', 'Introduction to the National Framework', 'Thursday 1 February', invitation)],
      ),
    ).toHaveLength(2)
  })

  it('a year apart stay two', () => {
    const item = story('a', 'Regional conference of the year', long)
    const updates = [anUpdate(701, { items: [item] }), anUpdate(753, { items: [item] })]
    expect(buildArchive({ updates, authorities: none, site: aSite() }).archive.stories.size).toBe(2)
  })
})

describe('a list of dates', () => {
  it('is the same while it says the same', () => {
    const list = (date: string) => dates(meeting('AD Education', date), meeting('Early Help', null))
    expect(stories([list('2026-03-06')], [list('2026-03-06')], [list('2026-06-05')])).toEqual([
      '701#future-dates-for-network-meetings 702#future-dates-for-network-meetings',
      '703#future-dates-for-network-meetings',
    ])
  })
})
