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
  '[a](mailto:',
  'a@',
  'http://a.b/',
  '07700 ',
  '1 ',
  '-',
  '"a',
  'R. Tyndall ',
  'a at b dot ',
])('%j', unit => {
  const textOf = (length: number) => `x@y.zz ${unit.repeat(length / unit.length)} Richard Tyndall`
  seconds(textOf(4_000))
  const [small, large] = [best(textOf(8_000)), best(textOf(32_000))]
  expect(large).toBeLessThan(Math.max(small, 0.02) * 12)
})
