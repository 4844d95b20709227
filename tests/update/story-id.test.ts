/** Ids of stories: they are anchors for ever, so no two of an update may be one. */
import { expect, test } from 'vitest'
import { storyId, storySlug } from '../../src/update/story-id.ts'

test('stories of one title are numbered from the second on', () => {
  const taken = new Set<string>()
  for (let nth = 0; nth < 5; nth += 1) taken.add(storyId('Hold the Date', taken))
  expect([...taken]).toEqual([
    'hold-the-date',
    'hold-the-date-2',
    'hold-the-date-3',
    'hold-the-date-4',
    'hold-the-date-5',
  ])
})

test.each([
  ['DfE’s & Ofsted’s “joint” report: part 2', 'dfes-and-ofsteds-joint-report-part-2'],
  ['Café for carers', 'cafe-for-carers'],
  ['One two three four five six seven eight nine ten eleven', 'one-two-three-four-five-six-seven-eight-nine-ten'],
  ['Ring 01632 960123 or write to ada@example.org now', 'ring-or-write-to-now'],
  ['…', 'story'],
])('%s', (title, slug) => expect(storySlug(title)).toBe(slug))
