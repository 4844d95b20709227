/** The gate takes four times as long for four times the text: what takes the square of it takes sixteen times. */
import { expect, test } from 'vitest'
import { cleanersFor } from '../../../src/archive/gate/secrets.ts'

const { secrets, allDetails } = cleanersFor({
  emails: new Set(['a@b.cc']),
  phones: new Set(['07700900123']),
  people: [{ names: ['Richard Tyndall'], withhold: 'person' }],
  others: ['Sarah Tyndall'],
})('')

const seconds = (text: string): number => {
  const start = process.cpuUsage()
  for (const clean of [secrets.plain, secrets.markdown, allDetails.plain, allDetails.markdown, secrets.doubts])
    clean(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
const best = (text: string) => Math.min(...Array.from({ length: 2 }, () => seconds(text)))

test.each([
  'a',
  'a-',
  '[',
  '(\\[',
  '[a](mailto:',
  'a@',
  'http://a.b/',
  '07700 ',
  '1 ',
  '-',
  '"a',
  'R. Tyndall ',
  'a at b dot ',
  '_',
  '<a ',
  '](a(',
  '](a "',
  '&a',
])('%j', unit => {
  const textOf = (length: number) => `x@y.zz ${unit.repeat(length / unit.length)} Richard Tyndall`
  // The library that knows telephone numbers takes its time over each.
  const length = unit.startsWith('0') ? 2_000 : 8_000
  seconds(textOf(length / 2))
  const [small, large] = [best(textOf(length)), best(textOf(4 * length))]
  expect(large).toBeLessThan(Math.max(small, 0.02) * 12)
})
