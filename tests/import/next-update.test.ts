/** The start of the next newsletter. */
import { expect, test } from 'vitest'
import { nextUpdate } from '../../src/import/next-update.ts'
import { anUpdate } from '../support/sample-updates.ts'

/** Update 701 is of Friday 9 January 2026. */
const last = anUpdate(701, {})

test.each([
  ['before the last one', '2026-01-05', '2026-01-16'],
  ['on the day of the last one', '2026-01-09', '2026-01-16'],
  ['in the week after', '2026-01-14', '2026-01-16'],
  ['on the next Friday', '2026-01-16', '2026-01-16'],
  ['on a Saturday', '2026-01-17', '2026-01-23'],
  ['after a long pause', '2026-03-04', '2026-03-06'],
])('written %s is dated the first Friday to come', (_, today, date) => {
  expect(nextUpdate(last, today)).toMatchObject({ number: 702, date })
})

test('has the heading that the date says, and the standing text, without last week’s stories', () => {
  const { text } = nextUpdate(last, '2026-01-12')
  expect(text).toMatch(/^Update no 702 16th January 2026\n/u)
  expect(text).not.toContain('701')
})
